"""Texts for records that are refused."""

from __future__ import annotations

from fengqiao.errors.texts import Text, Texts

_NOTHING = "Nothing of the batch was written."
_NOTHING_ZH = "本批记录均未写入。"

TEXTS: Texts = {
    "record.mixed_kinds": (
        Text(
            "These objects are not all of one stored kind.",
            "A batch is written as columns of one kind, so that it can be written whole.",
            "Call `record` once per kind, with at least one object.",
        ),
        Text(
            "这些对象不属于同一种可存储类型。",
            "一批记录按同一类型的列写入,才能整批成功或整批不写。",
            "请按类型分别调用 `record`,每次至少一个对象。",
        ),
    ),
    "record.no_case": (
        Text(
            "These bytes are no case of format {known}.",
            "A case is read as this library wrote it, or not at all.",
            "Have it written again with `write_case`.",
        ),
        Text(
            "这些字节不是格式 {known} 的案件。",
            "案件须按本库写出的样子读入,否则不读。",
            "请用 `write_case` 重新写出。",
        ),
    ),
    "record.unknown_kind": (
        Text(
            "There is no kind of fact of that name.",
            "Only declared kinds can be held.",
            "Use one of: {kinds}.",
        ),
        Text("没有这种记录类型。", "只能保存已声明的类型。", "可用的类型:{kinds}。"),
    ),
    "record.unknown_field": (
        Text(
            "`{kind}` has no field {fields}.",
            f"Only declared fields can be held. {_NOTHING}",
            "See the data inventory: `fengqiao store inventory`.",
        ),
        Text(
            "`{kind}` 没有字段 {fields}。",
            f"只能保存已声明的字段。{_NOTHING_ZH}",
            "请查看数据清单:`fengqiao store inventory`。",
        ),
    ),
    "record.missing_field": (
        Text("`{field}` is missing.", _NOTHING, "Add this column; it has no default."),
        Text("缺少 `{field}`。", _NOTHING_ZH, "请补上这一列,它没有默认值。"),
    ),
    "record.unequal_columns": (
        Text(
            "`{field}` has {rows} rows, another column has {of}.",
            f"Columns of a batch belong row to row. {_NOTHING}",
            "Pass columns of one length.",
        ),
        Text(
            "`{field}` 有 {rows} 行,而另一列有 {of} 行。",
            f"同一批的各列必须逐行对应。{_NOTHING_ZH}",
            "请传入等长的各列。",
        ),
    ),
    "record.absent": (
        Text("`{field}` is empty in row {row}.", _NOTHING, "Give a value; it is required."),
        Text("`{field}` 第 {row} 行为空。", _NOTHING_ZH, "该字段必填,请给出值。"),
    ),
    "record.type": (
        Text(
            "`{field}` holds another type in row {row}; it is a {expected}.",
            f"Values are never converted in silence. {_NOTHING}",
            "Pass text for ids and codes, whole numbers for counts, `date` for days, `datetime`"
            " with a zone (or epoch seconds) for instants, `True` or `False` for flags.",
        ),
        Text(
            "`{field}` 第 {row} 行的类型不对,应为 {expected}。",
            f"本库不会悄悄转换取值。{_NOTHING_ZH}",
            "编号和代码传文本,数量传整数,日期传 `date`,时刻传带时区的 `datetime`"
            "(或纪元秒),是否传 `True` 或 `False`。",
        ),
    ),
    "record.range": (
        Text(
            "`{field}` is out of range in row {row}.",
            "Counts are 0 or more, days from 1900 on, instants from 1970 and before 2100."
            f" {_NOTHING}",
            "Check the value, and the unit of instants: seconds, not milliseconds.",
        ),
        Text(
            "`{field}` 第 {row} 行超出范围。",
            f"数量不小于 0,日期自 1900 年起,时刻自 1970 年起、在 2100 年以前。{_NOTHING_ZH}",
            "请检查取值;时刻的单位应为秒而不是毫秒。",
        ),
    ),
    "record.naive": (
        Text(
            "`{field}` has no time zone in row {row}.",
            f"Without a zone nobody knows on which day it fell. {_NOTHING}",
            "Use `datetime(..., tzinfo=ZoneInfo('Asia/Shanghai'))`.",
        ),
        Text(
            "`{field}` 第 {row} 行没有时区。",
            f"没有时区就无法确定发生在哪一天。{_NOTHING_ZH}",
            "请使用 `datetime(..., tzinfo=ZoneInfo('Asia/Shanghai'))`。",
        ),
    ),
    "record.naive_known_at": (
        Text(
            "`known_at` has no time zone.",
            f"What was known when is decided by it. {_NOTHING}",
            "Use `datetime.now(tz=ZoneInfo('Asia/Shanghai'))`.",
        ),
        Text(
            "`known_at` 没有时区。",
            f"何时知悉由它决定。{_NOTHING_ZH}",
            "请使用 `datetime.now(tz=ZoneInfo('Asia/Shanghai'))`。",
        ),
    ),
    "record.shape": (
        Text(
            "`{field}` is not a valid {kind} in row {row}.",
            "Opaque keys only: {shortest} to {longest} letters A-Z a-z, digits and signs . _ : -"
            " and nothing else."
            f" {_NOTHING}",
            "Give the host's own opaque key<<, made with `{mint}` where it has none>>."
            "<< The register `{register}` has it. Where a table has a name or another word instead,"
            " `--values FIELD=FILE` says which id each means (`Layout(values=...)`).>>",
        ),
        Text(
            "`{field}` 第 {row} 行不是有效的{kind}。",
            "只允许不透明的键:{shortest} 至 {longest} 个英文字母、数字和 . _ : - ,不含其他字符。"
            f"{_NOTHING_ZH}",
            "请使用使用方系统自己的不透明键<<,没有时可用 `{mint}` 生成>>。"
            "<<该编号以 `{register}` 登记中的为准;表中写的是名称等本单位自己的写法时,"
            "用 `--values 字段=文件` 说明各对应哪个编号(`Layout(values=...)`)。>>",
        ),
    ),
    "record.area_code_shape": (
        Text(
            "`{field}` is no area code in row {row}.",
            f"Areas are named by their code: 2 to 12 digits and nothing else. {_NOTHING}",
            "Use the code of the statistics code table, such as 150302001002.",
        ),
        Text(
            "`{field}` 第 {row} 行不是区划代码。",
            f"区划用代码表示:2 至 12 位数字,不含其他字符。{_NOTHING_ZH}",
            "请使用统计用区划代码,例如 150302001002。",
        ),
    ),
    "record.code_shape": (
        Text(
            "`{field}` holds something that is no word of a list in row {row}.",
            f"Codes are lower-case letters, digits, dots and underscores. {_NOTHING}",
            "Use a word of the closed list: `fengqiao show --keys`.",
        ),
        Text(
            "`{field}` 第 {row} 行不是清单中的代码。",
            f"代码由小写字母、数字、点和下划线组成。{_NOTHING_ZH}",
            "请使用封闭清单中的词:`fengqiao show --keys`。",
        ),
    ),
    "record.register_name_shape": (
        Text(
            "`{field}` can't be the name of an area or station in row {row}.",
            f"A name has 1 to 40 characters, no line break, no angle brackets. {_NOTHING}",
            "Give the plain name, such as the one on the sign.",
        ),
        Text(
            "`{field}` 第 {row} 行不能作为区划或派出所名称。",
            f"名称为 1 至 40 个字符,不含换行和尖括号。{_NOTHING_ZH}",
            "请给出普通名称,例如门牌上的名称。",
        ),
    ),
    "record.no_column": (
        Text(
            "`{field}` is no column.",
            f"A column is a list or array with one value per row. {_NOTHING}",
            "Leave the field out where it is optional, or pass a list.",
        ),
        Text(
            "`{field}` 不是一列数据。",
            f"一列是每行一个值的列表或数组。{_NOTHING_ZH}",
            "该字段可省略时请省略,否则请传列表。",
        ),
    ),
    "record.identity_number": (
        Text(
            "`{field}` contains an identity number in row {row}.",
            f"This library holds nothing that identifies a resident. {_NOTHING}",
            "Pass an opaque key: `fengqiao.mint_ref(secret, kind, host_key)`.",
        ),
        Text(
            "`{field}` 第 {row} 行含有公民身份号码。",
            f"本库不保存任何可识别居民的内容。{_NOTHING_ZH}",
            "请改传不透明的键:`fengqiao.mint_ref(secret, kind, host_key)`。",
        ),
    ),
    "record.mobile_number": (
        Text(
            "`{field}` contains a mobile number in row {row}.",
            f"This library holds nothing that identifies a resident. {_NOTHING}",
            "Pass an opaque key: `fengqiao.mint_ref(secret, kind, host_key)`.",
        ),
        Text(
            "`{field}` 第 {row} 行含有手机号码。",
            f"本库不保存任何可识别居民的内容。{_NOTHING_ZH}",
            "请改传不透明的键:`fengqiao.mint_ref(secret, kind, host_key)`。",
        ),
    ),
    "record.ends_before_start": (
        Text(
            "`{field}` lies before `{other}` in row {row}.",
            _NOTHING,
            "Check the two values; they may be exchanged.",
        ),
        Text("`{field}` 第 {row} 行早于 `{other}`。", _NOTHING_ZH, "请检查这两个值是否写反了。"),
    ),
    "record.more_than_total": (
        Text(
            "`{other}` exceeds `{field}` in row {row}.",
            f"A part can't be larger than the whole. {_NOTHING}",
            "Check the two values.",
        ),
        Text(
            "`{other}` 第 {row} 行大于 `{field}`。",
            f"部分不能大于总数。{_NOTHING_ZH}",
            "请检查这两个值。",
        ),
    ),
    "record.failed_unseen": (
        Text(
            "`{field}` in row {row} names a topic that was not inspected.",
            f"Only what was looked at can be found wanting. {_NOTHING}",
            "Add the topic to `topics`, or take it out.",
        ),
        Text(
            "`{field}` 第 {row} 行有未检查的内容。",
            f"没有检查的内容谈不上不合格。{_NOTHING_ZH}",
            "请把该内容加入 `topics`,或从这里去掉。",
        ),
    ),
    "record.nobody": (
        Text(
            "`{field}` in row {row}: nobody is said to have done it.",
            f"A duty is done by staff of a station, or by a body. {_NOTHING}",
            "Give `staff` with their `station`, or `body`.",
        ),
        Text(
            "`{field}` 第 {row} 行没有写明由谁履职。",
            f"履职的是派出所的人员,或者某个机构。{_NOTHING_ZH}",
            "请填写 `staff` 和 `station`,或者填写 `body`。",
        ),
    ),
    "record.party_with_codes": (
        Text(
            "`{field}` in row {row} stands beside a party.",
            f"What is attested would be said of that person. {_NOTHING}",
            "Attest it in a step of its own, without a party.",
        ),
        Text(
            "`{field}` 第 {row} 行与当事人引用同在一步。",
            f"这样所确认的情形就成了关于该人的信息。{_NOTHING_ZH}",
            "请另立一步确认,不带当事人引用。",
        ),
    ),
    "record.not_recorded": (
        Text(
            "`{field}` in row {row} names nothing that is recorded by {day}.",
            f"It must be `{{recorded}}` of a fact recorded before. {_NOTHING}",
            "Record that fact first, or check the value and the day.",
        ),
        Text(
            "`{field}` 第 {row} 行所指的内容截至 {day} 没有记录。",
            f"它必须是此前已记录的 `{{recorded}}`。{_NOTHING_ZH}",
            "请先记录该内容,或检查取值和日期。",
        ),
    ),
    "record.unknown_code": (
        Text(
            "`{field}` holds a word that the list `{vocabulary}` does not have.",
            f"Codes come from closed lists. {_NOTHING}",
            "<<Close to it: {close}. >><<The list: {known}. >>`fengqiao show --keys` prints every"
            " list. A pack's `[[label]]` adds words only to lists of things, such as"
            " fittings, topics and kinds of premises; lists of subjects, roles, duties, totals and"
            " awards stay as they are.",
        ),
        Text(
            "`{field}` 中有 `{vocabulary}` 清单以外的词。",
            f"代码只能取自封闭清单。{_NOTHING_ZH}",
            "<<相近的有:{close}。>><<可用:{known}。>>`fengqiao show --keys` 列出全部清单。"
            "规则包的 `[[label]]` 只能给设施、议题、场所类型等事物清单增加词语;"
            "对象类别、岗位、职责、统计项和奖项清单不能增加。",
        ),
    ),
    "record.not_registered": (
        Text(
            "`{field}` in row {row} is in no `{register}` register on {day}.",
            f"A record that belongs to nothing would never be counted. {_NOTHING}",
            "Record the register fact first, or check the id and its dates.",
        ),
        Text(
            "`{field}` 第 {row} 行在 {day} 不在 `{register}` 登记中。",
            f"无所归属的记录永远不会被计入。{_NOTHING_ZH}",
            "请先登记,或检查编号及其起止日期。",
        ),
    ),
    "record.not_assigned": (
        Text(
            "`{field}` in row {row} holds no post at that station on {day}.",
            f"Work is counted for the post that did it. {_NOTHING}",
            "Record the assignment first, or check staff, station and day.",
        ),
        Text(
            "`{field}` 第 {row} 行的人员在 {day} 不在该派出所任职。",
            f"工作按当时的岗位计入。{_NOTHING_ZH}",
            "请先登记任职,或检查人员、派出所和日期。",
        ),
    ),
    "record.after_known": (
        Text(
            "`{field}` in row {row} lies after `known_at`.",
            f"What has not happened yet can't be known. {_NOTHING}",
            "Check the date, or pass the right `known_at`.",
        ),
        Text(
            "`{field}` 第 {row} 行晚于 `known_at`。",
            f"尚未发生的事不可能已知。{_NOTHING_ZH}",
            "请检查日期,或传入正确的 `known_at`。",
        ),
    ),
    "record.second_total": (
        Text(
            "`{field}` in row {row}: the same is reported already for {day}, under another id.",
            f"Both would count. {_NOTHING}",
            "To correct a figure, void the earlier total first.",
        ),
        Text(
            "`{field}` 第 {row} 行:{day} 的同一项汇总数已用另一编号报送。",
            f"两个数都会被计入。{_NOTHING_ZH}",
            "要更正数字,请先作废原来的汇总数。",
        ),
    ),
    "record.overlap": (
        Text(
            "`{field}` in row {row} has two facts on {day}.",
            f"On a day exactly one may hold. {_NOTHING}",
            "Void the earlier fact, or end it the day before.",
        ),
        Text(
            "`{field}` 第 {row} 行在 {day} 有两条同时有效的登记。",
            f"同一天只能有一条有效。{_NOTHING_ZH}",
            "请先作废较早的一条,或让它在前一天结束。",
        ),
    ),
}
