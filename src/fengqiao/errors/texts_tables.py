"""Texts for tables that a host loads."""

from __future__ import annotations

from fengqiao.errors.texts import Text, Texts

NOTHING = "Nothing of the table was written."
NOTHING_ZH = "整张表均未写入。"

TEXTS: Texts = {
    # the file as a whole
    "table.cannot_open": (
        Text(
            "The file of the table can't be read ({reason}).",
            NOTHING,
            "Check the path, and that this user may read it.",
        ),
        Text("无法读取表格文件({reason})。", NOTHING_ZH, "请检查路径及当前用户的读取权限。"),
    ),
    "table.workbook": (
        Text(
            "This is a spreadsheet's own file (.xlsx or .xls), not CSV.",
            "Only text can be read line by line.",
            "In the spreadsheet program choose Save as, CSV UTF-8.",
        ),
        Text(
            "这是电子表格的原文件(.xlsx 或 .xls),不是 CSV。",
            "只有文本才能逐行读取。",
            "请在表格软件中选择“另存为”“CSV UTF-8”。",
        ),
    ),
    "table.utf16": (
        Text(
            "The file is UTF-16 or no text at all.",
            NOTHING,
            "In the spreadsheet program choose Save as, CSV UTF-8, not Unicode text.",
        ),
        Text(
            "该文件是 UTF-16 编码,或根本不是文本。",
            NOTHING_ZH,
            "请在表格软件中选择“另存为”“CSV UTF-8”,不要选“Unicode 文本”。",
        ),
    ),
    "table.encoding": (
        Text(
            "The file is not written in {encoding}.",
            "In another encoding its words turn into others.",
            "<<Its signs are those of {other}: try `--encoding {other}`"
            ' (`Layout(encoding="{other}")`), or >>save it as CSV UTF-8.',
        ),
        Text(
            "该文件不是 {encoding} 编码。",
            "用错编码会把文字读成乱码。",
            '<<内容像是 {other},请试 `--encoding {other}`(`Layout(encoding="{other}")`),或>>'
            "另存为 CSV UTF-8。",
        ),
    ),
    "table.bytes": (
        Text(
            "This line holds bytes that are not {encoding}, though others before it are.",
            NOTHING,
            "Mend the line; it may come from another file.",
        ),
        Text(
            "该行含有不属于 {encoding} 的字节,而前面的行并非如此。",
            NOTHING_ZH,
            "请改正该行;它可能是从别的文件粘贴来的。",
        ),
    ),
    "table.nul": (
        Text(
            "This line holds a NUL sign, which no text has.",
            "The file may be damaged or cut together.",
            "Export the table again.",
        ),
        Text("该行含有空字符(NUL),文本中不应出现。", "文件可能已损坏。", "请重新导出表格。"),
    ),
    "table.no_text": (
        Text(
            "A line is neither bytes nor text.",
            NOTHING,
            "Pass a path, or lines as `bytes` or `str`.",
        ),
        Text("有一行既不是字节也不是文本。", NOTHING_ZH, "请传入路径,或 `bytes`、`str` 的各行。"),
    ),
    "table.long_line": (
        Text(
            "This line has more than {most_kib} KiB.",
            "So long a line is no row of a table; perhaps line ends are missing.",
            "Export the table again, one row a line.",
        ),
        Text(
            "该行超过 {most_kib} KiB。",
            "这么长的一行不会是表格的一行,可能缺少换行。",
            "请重新导出表格,每行一条。",
        ),
    ),
    "table.empty": (
        Text(
            "The table is empty: it has no header.",
            "Nothing would be loaded, and that would look like work that was not done.",
            "`fengqiao load --template {kind}` prints the header.",
        ),
        Text(
            "表格是空的,没有表头。",
            "什么也不会载入,看起来却像没有开展工作。",
            "`fengqiao load --template {kind}` 可以打印表头。",
        ),
    ),
    "table.no_rows": (
        Text(
            "The table has a header and no row below it.",
            "Nothing would be loaded, and that would look like work that was not done.",
            "Check that the export of `{kind}` is whole<<, and what {options} leaves of it>>.",
        ),
        Text(
            "表格只有表头,没有数据行。",
            "什么也不会载入,看起来却像没有开展工作。",
            "请检查 `{kind}` 的导出是否完整<<,以及 {options} 是否把各行都排除了>>。",
        ),
    ),
    "table.more_faults": (
        Text(
            "The reading stopped here: {most} faults were found.",
            NOTHING,
            "Mend these, and load the table again to see whether there are more.",
        ),
        Text(
            "已发现 {most} 处错误,不再继续读取。",
            NOTHING_ZH,
            "请先改正这些,再次载入以查看是否还有。",
        ),
    ),
    # how the table is said to be written
    "table.layout": (
        Text(
            "The layout names a format, encoding or header line that there is not.",
            "The table can't be read otherwise than it is written.",
            "Formats: {formats}. Encodings: {encodings}. Lines are counted from 1.",
        ),
        Text(
            "版式中的格式、编码或表头行号无效。",
            "只有与写法一致才能读取。",
            "格式:{formats}。编码:{encodings}。行号从 1 开始。",
        ),
    ),
    "table.no_field": (
        Text(
            "`{kind}` has no field of the name given as number {number} of `{argument}`.",
            "A column must mean a declared field.",
            "Fields: {fields}.",
        ),
        Text(
            "`{argument}` 中第 {number} 项所写的字段不属于 `{kind}`。",
            "每一列都应对应已声明的字段。",
            "可用字段:{fields}。",
        ),
    ),
    "table.constant": (
        Text(
            "The value given for every row of `{field}` can't be read.",
            NOTHING,
            "Write it as it would stand in a cell of that column.",
        ),
        Text(
            "为 `{field}` 各行统一给出的值无法读取。",
            NOTHING_ZH,
            "请按该列单元格的写法填写。",
        ),
    ),
    "table.mint": (
        Text(
            "References can be minted for reference fields only.",
            "Everything else is stored as it stands.",
            "Reference fields here: {fields}.",
        ),
        Text("只有引用字段才能生成引用。", "其余字段按原样保存。", "这里的引用字段:{fields}。"),
    ),
    "table.no_secret": (
        Text(
            "References are to be minted, and no secret is given.",
            "Without one anybody could get back from the reference to the key.",
            "Give `--secret-file FILE` (`Layout(secret=...)`) with 16 random bytes or more.",
        ),
        Text(
            "要求生成引用,但没有给出密钥。",
            "没有密钥,任何人都能由引用推回原编号。",
            "请给出 `--secret-file 文件`(`Layout(secret=...)`),内容为 16 个以上随机字节。",
        ),
    ),
    "table.no_duration": (
        Text(
            "`{kind}` has no start and end, so a duration says nothing of it.",
            NOTHING,
            "Leave `--minutes` (`Layout(minutes=...)`) out.",
        ),
        Text(
            "`{kind}` 没有开始和结束时间,时长对它没有意义。",
            NOTHING_ZH,
            "请去掉 `--minutes`(`Layout(minutes=...)`)。",
        ),
    ),
    "table.own_words": (
        Text(
            "Line {row} of the table of own words has not two cells, or a word has two meanings.",
            "Each word stands for one id or code.",
            "Write the word and what it means, such as `城东派出所,ST01`, one a line.",
        ),
        Text(
            "对照表第 {row} 行不是两个单元格,或同一写法对应了两个值。",
            "每种写法只能对应一个编号或代码。",
            "请每行写两格:本单位的写法和对应的编号或代码,例如 `城东派出所,ST01`。",
        ),
    ),
    # the header
    "table.no_header": (
        Text(
            "This line is not a header of `{kind}`: it names none of its columns.",
            "Without a header nobody knows what a column means.",
            "`fengqiao load --template {kind}` prints one; name a header further down with"
            " `--header-line`, and the host's own words with `--map HEADER=FIELD`.",
        ),
        Text(
            "该行不是 `{kind}` 的表头:其中没有一个已知的列名。",
            "没有表头就无法知道各列的含义。",
            "`fengqiao load --template {kind}` 可以打印表头;表头不在首行时用 `--header-line`,"
            "本单位自己的列名用 `--map 列名=字段`。",
        ),
    ),
    "table.separator": (
        Text(
            "The cells of this table are separated by {found}, not by commas.",
            NOTHING,
            "Save it as CSV, with commas.",
        ),
        Text(
            "该表的单元格以 {found} 分隔,而不是逗号。",
            NOTHING_ZH,
            "请另存为以逗号分隔的 CSV。",
        ),
    ),
    "table.unknown_columns": (
        Text(
            "The header has columns that are no field: {columns}.",
            "What is not declared is not read, and never left out in silence."
            "<< Close to them: {close}.>>",
            "Say what a column means with `--map HEADER=FIELD`, or leave it out with"
            " `--ignore HEADER`.",
        ),
        Text(
            "表头中有不对应任何字段的列:{columns}。",
            "未声明的内容不会读取,也不会悄悄略过。<<相近的列名:{close}。>>",
            "请用 `--map 列名=字段` 说明该列的含义,或用 `--ignore 列名` 略过。",
        ),
    ),
    "table.column_twice": (
        Text(
            "`{field}` is given twice: {columns}.",
            "Nobody knows which of them is meant.",
            "Leave one out with `--ignore HEADER`, or delete it.",
        ),
        Text(
            "`{field}` 出现了两次:{columns}。",
            "无法确定以哪一个为准。",
            "请用 `--ignore 列名` 略过其中一个,或将其删除。",
        ),
    ),
    "table.map_unused": (
        Text(
            "The header has no column for number {numbers} of `{option}`.",
            "What was to be read from it would be missing in silence.",
            "Check how the header is spelled.",
        ),
        Text(
            "表头中没有第 {numbers} 个 `{option}` 所写的列。",
            "应从该列读取的内容会悄悄缺失。",
            "请核对列名的写法。",
        ),
    ),
    "table.missing_columns": (
        Text(
            "Columns of `{kind}` are missing: {fields}.",
            f"{NOTHING}<< `{{area}}` says where a thing was done, of a station's own work too: the"
            " code of the area that it stands in.>>",
            "Add them, say with `--map HEADER=FIELD` which column is meant, or give one value for"
            " all rows with `--set FIELD=VALUE`.",
        ),
        Text(
            "缺少 `{kind}` 的列:{fields}。",
            f"{NOTHING_ZH}<<`{{area}}` 写明事情在哪里做的,"
            "派出所自己的工作也要写,填驻地的区划代码。>>",
            "请补上;或用 `--map 列名=字段` 指明对应的列;各行相同的可用 `--set 字段=值` 统一给出。",
        ),
    ),
    "table.no_id": (
        Text(
            "The table has no ids, and they can't be made without a secret.",
            "`{kind}` carries references. Made without a secret, an id would still tell which"
            " reference was erased.",
            "Add the column `id`, or give `--secret-file FILE` (`Layout(secret=...)`).",
        ),
        Text(
            "表格没有编号列,而没有密钥就不能生成编号。",
            "`{kind}` 带有引用;不用密钥生成的编号,会在引用抹除后泄露原引用。",
            "请补上编号列 `id`,或给出 `--secret-file 文件`(`Layout(secret=...)`)。",
        ),
    ),
}
