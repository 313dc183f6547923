"""Texts for tables that a host loads."""

from __future__ import annotations

from fengqiao.errors.texts import Text, Texts

_NOTHING = "Nothing of the table was written."
_NOTHING_ZH = "整张表均未写入。"

TEXTS: Texts = {
    # the file as a whole
    "table.cannot_open": (
        Text(
            "The file of the table can't be read ({reason}).",
            _NOTHING,
            "Check the path, and that this user may read it.",
        ),
        Text("无法读取表格文件({reason})。", _NOTHING_ZH, "请检查路径及当前用户的读取权限。"),
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
            _NOTHING,
            "In the spreadsheet program choose Save as, CSV UTF-8, not Unicode text.",
        ),
        Text(
            "该文件是 UTF-16 编码,或根本不是文本。",
            _NOTHING_ZH,
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
            _NOTHING,
            "Mend the line; it may come from another file.",
        ),
        Text(
            "该行含有不属于 {encoding} 的字节,而前面的行并非如此。",
            _NOTHING_ZH,
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
            _NOTHING,
            "Pass a path, or lines as `bytes` or `str`.",
        ),
        Text("有一行既不是字节也不是文本。", _NOTHING_ZH, "请传入路径,或 `bytes`、`str` 的各行。"),
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
            _NOTHING,
            "Mend these, and load the table again to see whether there are more.",
        ),
        Text(
            "已发现 {most} 处错误,不再继续读取。",
            _NOTHING_ZH,
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
            _NOTHING,
            "Write it as it would stand in a cell of that column.",
        ),
        Text(
            "为 `{field}` 各行统一给出的值无法读取。",
            _NOTHING_ZH,
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
            _NOTHING,
            "Leave `--minutes` (`Layout(minutes=...)`) out.",
        ),
        Text(
            "`{kind}` 没有开始和结束时间,时长对它没有意义。",
            _NOTHING_ZH,
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
            _NOTHING,
            "Save it as CSV, with commas.",
        ),
        Text(
            "该表的单元格以 {found} 分隔,而不是逗号。",
            _NOTHING_ZH,
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
            _NOTHING,
            "Add them, say with `--map HEADER=FIELD` which column is meant, or give one value for"
            " all rows with `--set FIELD=VALUE`.",
        ),
        Text(
            "缺少 `{kind}` 的列:{fields}。",
            _NOTHING_ZH,
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
    # rows
    "table.broken_line": (
        Text(
            "Row {row} is not CSV: a quotation mark opens and does not close, or stands in the"
            " middle.",
            _NOTHING,
            'Put a cell with quotation marks between them, and double those inside: `"a ""b"""`.',
        ),
        Text(
            "第 {row} 行不是 CSV:引号没有配对,或出现在单元格中间。",
            _NOTHING_ZH,
            '含引号的单元格应整体加引号,内部的引号写两个:`"甲""乙"""`。',
        ),
    ),
    "table.cells": (
        Text(
            "Row {row} has {found} cells, the header has {expected}.",
            "In which column a value stands can't be known.",
            "A cell with a comma goes between quotation marks; a line may have been cut.",
        ),
        Text(
            "第 {row} 行有 {found} 个单元格,而表头有 {expected} 个。",
            "无法确定各值属于哪一列。",
            "含逗号的单元格应加引号;也可能是该行被截断。",
        ),
    ),
    "table.no_object": (
        Text(
            "Line {row} is not a JSON object.",
            _NOTHING,
            'Write one object a line, such as `{{"staff": "S01"}}`, without commas between lines.',
        ),
        Text(
            "第 {row} 行不是 JSON 对象。",
            _NOTHING_ZH,
            '请每行写一个对象,例如 `{{"staff": "S01"}}`,行间不加逗号。',
        ),
    ),
    # cells
    "table.absent": (
        Text("`{field}` is empty in row {row}.", _NOTHING, "Give a value; it is required."),
        Text("`{field}` 第 {row} 行为空。", _NOTHING_ZH, "该字段必填,请给出值。"),
    ),
    "table.formula": (
        Text(
            "`{field}` begins with a sign that a spreadsheet takes for a formula (= + - @) in row"
            " {row}.",
            "A formula in a table can run on the computer of whoever opens it.",
            'Give the plain value. `="150302001002"`, which keeps digits as they are, is read.',
        ),
        Text(
            "`{field}` 第 {row} 行以表格软件视为公式的符号(= + - @)开头。",
            "表格中的公式可能在打开者的电脑上执行。",
            '请写普通的值。`="150302001002"` 这样保留数字原样的写法可以读取。',
        ),
    ),
    "table.spreadsheet_number": (
        Text(
            "`{field}` was turned into a number by a spreadsheet in row {row}.",
            "In `1.50302E+11` or `150302001002.0` digits are lost or added; an id or an area code"
            " is text.",
            "Give the column the format Text, enter the values again, and export.",
        ),
        Text(
            "`{field}` 第 {row} 行被表格软件变成了数字。",
            "`1.50302E+11` 或 `150302001002.0` 这样的写法会丢失或增加数字;编号和区划代码是文本。",
            "请把该列设为“文本”格式,重新填入后再导出。",
        ),
    ),
    "table.count": (
        Text(
            "`{field}` is not a whole number in row {row}.",
            _NOTHING,
            "Write digits alone, such as 80 or 1,204; an empty cell where the column may be empty.",
        ),
        Text(
            "`{field}` 第 {row} 行不是整数。",
            _NOTHING_ZH,
            "请只写数字,例如 80 或 1,204;可以不填的列请留空。",
        ),
    ),
    "table.minutes": (
        Text(
            "`{field}` is not a number of minutes in row {row}.",
            "A duration is a whole number of minutes, a week at most.",
            "Write 25 or 25分钟.",
        ),
        Text(
            "`{field}` 第 {row} 行不是分钟数。",
            "时长应为整数分钟,最多一周。",
            "请写成 25 或 25分钟。",
        ),
    ),
    "table.day": (
        Text(
            "`{field}` is not a day in row {row}.",
            "A day is never guessed: 7/3/18 could be March or July.",
            "Write 2018-07-03, 2018/7/3 or 2018年7月3日.",
        ),
        Text(
            "`{field}` 第 {row} 行不是日期。",
            "日期不作猜测:7/3/18 可能是三月,也可能是七月。",
            "请写成 2018-07-03、2018/7/3 或 2018年7月3日。",
        ),
    ),
    "table.instant": (
        Text(
            "`{field}` is not a moment in row {row}.",
            "Both day and time of day are needed.",
            "Write 2018-07-03 09:30, 2018/7/3 9:30 or 2018年7月3日 9时30分,"
            " or with its zone 2018-07-03T09:30+08:00.",
        ),
        Text(
            "`{field}` 第 {row} 行不是时刻。",
            "日期和钟点都要写明。",
            "请写成 2018-07-03 09:30、2018/7/3 9:30 或 2018年7月3日 9时30分;"
            "带时区的写 2018-07-03T09:30+08:00。",
        ),
    ),
    "table.local_time": (
        Text(
            "`{field}` in row {row} is a local time that its zone had twice or never.",
            "So it is when summer time begins or ends.",
            "Write it with its zone, such as 1988-09-11T01:30+08:00.",
        ),
        Text(
            "`{field}` 第 {row} 行的当地时间在该时区出现过两次或从未出现。",
            "夏令时开始或结束时会这样。",
            "请写明时区,例如 1988-09-11T01:30+08:00。",
        ),
    ),
    "table.flag": (
        Text(
            "`{field}` is neither yes nor no in row {row}.",
            _NOTHING,
            "Write 是 or 否, true or false, yes or no, 1 or 0.",
        ),
        Text(
            "`{field}` 第 {row} 行既不是“是”也不是“否”。",
            _NOTHING_ZH,
            "请写 是 或 否、true 或 false、1 或 0。",
        ),
    ),
    "table.unknown_word": (
        Text(
            "`{field}` in row {row} has a word that the list `{vocabulary}` does not have.",
            "Codes come from closed lists; a word or its label may be written.",
            "<<Close to it: {close}. >><<The list: {known}. >>`fengqiao show --keys` prints every"
            " list; for words of your own, `--values FIELD=FILE` says which code each means.",
        ),
        Text(
            "`{field}` 第 {row} 行有 `{vocabulary}` 清单以外的词。",
            "代码只能取自封闭清单;可以写代码,也可以写其名称。",
            "<<相近的有:{close}。>><<可用:{known}。>>`fengqiao show --keys` 列出全部清单;"
            "本单位自己的写法用 `--values 字段=文件` 说明各对应哪个代码。",
        ),
    ),
    "table.type": (
        Text(
            "`{field}` holds another type in line {row}; it is a {expected}.",
            "Values are never converted in silence.",
            "Write ids, codes, days and moments as texts, counts as whole numbers, flags as true"
            " or false, several codes as a list.",
        ),
        Text(
            "`{field}` 第 {row} 行的类型不对,应为 {expected}。",
            "本库不会悄悄转换取值。",
            "编号、代码、日期、时刻写成文本,数量写成整数,是否写成 true 或 false,多个代码写成列表。",
        ),
    ),
    "table.host_key": (
        Text(
            "`{field}` holds nothing that can be a key in row {row}.",
            "A reference is minted from a key of the host's own.",
            "Use up to {longest} printable characters.",
        ),
        Text(
            "`{field}` 第 {row} 行的内容不能作为编号。",
            "引用由本单位自己的编号生成。",
            "请使用不超过 {longest} 个可打印字符。",
        ),
    ),
}
