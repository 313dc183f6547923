"""Texts for worked cases in packs."""

from __future__ import annotations

from fengqiao.errors.texts import Text, Texts

TEXTS: Texts = {
    "pack.case_given": (
        Text(
            "What is `given` doesn't fit the entry.",
            "A sheet is scored from one value for each part, everything else from a single value.",
            'For a part of a sheet write `given.PART = "45/50"`, with its name; for any other'
            " entry, or a sheet whose parts are open, a single value.",
        ),
        Text(
            "`given` 与所指条目不符。",
            "考核表按各项的数值计分，其他条目只有一个数值。",
            '考核表的每一项写成 `given.项目名 = "45/50"`；其他条目以及项目未定的考核表写一个数值。',
        ),
    ),
    "pack.unknown_score": (
        Text(
            "A sheet doesn't come to this.",
            "It gives a score, an interval, or one of: {known}.",
            'Write the score as 86 or "202/3", the two ends of an interval as [46, 86].',
        ),
        Text(
            "考核表不会得出这样的结果。",
            "结果是一个得分、一个区间，或其中之一：{known}。",
            '得分请写成 86 或 "202/3"，区间写出两端：[46, 86]。',
        ),
    ),
    "pack.case_part": (
        Text(
            "The sheet has no part of this name.",
            "The value would be passed over.",
            "<<Close names: {close}. >>Take the `name` of a part.",
        ),
        Text(
            "该考核表没有这个项目。",
            "给出的数值会被忽略。",
            "<<相近的名称：{close}。>>请用某一项的 `name`。",
        ),
    ),
    "pack.unknown_reason": (
        Text(
            "This is no reason to leave a clause out.",
            "Reasons are a closed set, so that nothing is left out because it is vague.",
            '<<Close: {close}. >>Take one of: {known}. A vague duty is an entry with "open".',
        ),
        Text(
            "这不是可以略去条款的理由。",
            "理由是封闭的，不能因为含糊就略去。",
            '<<相近：{close}。>>可用：{known}。含糊的职责应写成带 "open" 的条目。',
        ),
    ),
    "pack.case_of_nothing": (
        Text(
            "The case is of an entry that the pack does not have.",
            "It would never be run.",
            "<<Close names: {close}. >>Use the entry's id.",
        ),
        Text(
            "该示例所指的条目不在规则包中。",
            "它永远不会被运行。",
            "<<相近的名称：{close}。>>请使用条目的 id。",
        ),
    ),
    "pack.case_config": (
        Text(
            "`{entry}` leaves no `{name}` open.",
            "The case would be run as if nothing were filled in.",
            "<<Close names: {close}. >><<It leaves open: {known}.>>",
        ),
        Text(
            "`{entry}` 没有把 `{name}` 留作未定。",
            "示例会当作什么都没有填入来运行。",
            "<<相近的名称：{close}。>><<该条目的未定项：{known}。>>",
        ),
    ),
    "pack.case_where": (
        Text(
            "`{entry}` is only for some, told apart by {names}; the case doesn't say it.",
            "Whether the entry speaks of the case's subject is not known then.",
            "Add it to `where`, in the case or in the row.",
        ),
        Text(
            "`{entry}` 按 {names} 筛选对象，而示例没有写明。",
            "这样不知道该条目是否适用于这个对象。",
            "请在示例或该行的 `where` 中写明。",
        ),
    ),
    "pack.case_attribute": (
        Text(
            "`{entry}` doesn't ask for `{name}`.",
            "What the case says of its subject would change nothing.",
            "<<Close names: {close}. >><<It asks for: {known}.>>",
        ),
        Text(
            "`{entry}` 不按 `{name}` 筛选对象。",
            "示例对其对象的说明不起任何作用。",
            "<<相近的名称：{close}。>><<该条目按这些属性筛选：{known}。>>",
        ),
    ),
    "pack.case_below_zero": (
        Text(
            "What is given here can't be below 0.",
            "Only how far something fell can be: below 0 where it rose.",
            "Write 0 or more, or check which entry the case is of.",
        ),
        Text(
            "此处给定的值不能小于 0。",
            "只有下降幅度可以小于 0，表示不降反升。",
            "请写 0 或更大的值，或核对示例所指的条目。",
        ),
    ),
    "pack.case_shape": (
        Text(
            "A case has either `rows`, or `events` with `expect`.",
            "Otherwise it is not known what is given or what is expected.",
            "Keep one of the two forms.",
        ),
        Text(
            "示例应当写 `rows`，或者写 `events` 加 `expect`。",
            "否则不知道给定什么、预期什么。",
            "请只保留其中一种写法。",
        ),
    ),
    "pack.case_kind": (
        Text(
            "Duties are tried with `events`, procedures with steps, all other entries with `rows`.",
            "A duty is judged by what happened, a limit by a value.",
            "Use the other form.",
        ),
        Text(
            "职责用 `events` 验证，程序用步骤验证，其他条目用 `rows`。",
            "职责按发生的事判断，限值按数值判断。",
            "请改用另一种写法。",
        ),
    ),
    "pack.case_of_role": (
        Text(
            "A case of a role has `records`, and `expect` with its fields.",
            "A role is judged by who holds it.",
            'Write `records.assignment = [ { role = "ROLE", grid = "grid1" } ]` and'
            ' `expect = { held_by = "met" }`.',
        ),
        Text(
            "岗位的示例应当写 `records` 和按字段列出的 `expect`。",
            "岗位按由谁担任来判断。",
            '请写 `records.assignment = [ { role = "岗位", grid = "grid1" } ]` 和'
            ' `expect = { held_by = "met" }`。',
        ),
    ),
    "pack.case_records": (
        Text(
            "These `records` would not be counted.",
            "Only norms, roles and bands by a key are tried with records, and the attributes of"
            " their subject stand in its own record, not in `where`.",
            "Drop `records`, or `where` from the rows.",
        ),
        Text(
            "这里的 `records` 不会被计数。",
            "只有限值、岗位和按指标分的档可以用记录验证；对象的属性写在它自己的记录里，"
            "不写在 `where` 里。",
            "请删去 `records`，或删去各行的 `where`。",
        ),
    ),
    "pack.case_day": (
        Text(
            "The case names neither `on` nor `period`.",
            "Which value counts depends on the day.",
            "Add `on` with a day, or `period`.",
        ),
        Text(
            "示例没有写 `on` 或 `period`。",
            "适用哪个值取决于日期。",
            "请加上日期 `on`，或时段 `period`。",
        ),
    ),
    "pack.unknown_outcome": (
        Text(
            "This can't come of a case.",
            "Only these can: {known}.",
            "<<Close: {close}. >>Take one of them.",
        ),
        Text(
            "示例不会得到这样的结果。",
            "可能的结果只有：{known}。",
            "<<相近：{close}。>>请改用其中之一。",
        ),
    ),
    "pack.expects_nothing": (
        Text(
            "The entry has no requirement `{field}`.",
            "Nothing would ever be compared with it.",
            "<<Close: {close}. >>Name a field or requirement that the entry has.",
        ),
        Text(
            "该条目没有 `{field}` 这项要求。",
            "没有可以对照的内容。",
            "<<相近：{close}。>>请写该条目已有的项目或要求。",
        ),
    ),
}
