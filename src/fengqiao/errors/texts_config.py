"""Texts for the configuration of a host."""

from __future__ import annotations

from fengqiao.errors.texts import Text, Texts

TEXTS: Texts = {
    "config.name_not_text": (
        Text(
            "A name in the configuration is no text.",
            "Sections and settings are found by their names.",
            "Give each name as text, as a TOML file would.",
        ),
        Text(
            "配置中有一个名称不是文本。",
            "小节和设置按名称查找。",
            "请像 TOML 文件那样,名称一律用文本。",
        ),
    ),
    "config.not_a_table": (
        Text(
            "The section `{section}` must have lines of its own.",
            "A single value stands there.",
            "Write [{section}] on a line, and the settings under it.",
        ),
        Text(
            "`{section}` 应为一个小节。",
            "此处只有一个值。",
            "请单独写一行 [{section}]，设置写在其下。",
        ),
    ),
    "config.unknown_section": (
        Text(
            "[{section}] is neither a pack that is open nor `host` or `planning`.",
            "Settings that nobody reads would be mistaken for settings that count.",
            "<<Close names: {close}. >><<Known: {known}.>>",
        ),
        Text(
            "[{section}] 既不是已打开的规则包，也不是 `host` 或 `planning`。",
            "没人读取的设置会被误以为有效。",
            "<<相近的名称：{close}。>><<可用：{known}。>>",
        ),
    ),
    "config.unknown_term": (
        Text(
            "No entry leaves `{name}` open.",
            "A value that the source states can't be changed by configuration.",
            "<<Close names: {close}. >>`fengqiao show PACK` lists what is open.",
        ),
        Text(
            "没有条目把 `{name}` 留作未定。",
            "原文已有规定的值不能用配置改变。",
            "<<相近的名称：{close}。>>`fengqiao show PACK` 列出全部未定项。",
        ),
    ),
    "config.term_twice": (
        Text(
            "`{name}` is given twice in one section.",
            "It would not be known which of the two counts.",
            "Remove one of them.",
        ),
        Text(
            "`{name}` 在同一小节中写了两次。",
            "无法知道以哪一个为准。",
            "请删去其中一个。",
        ),
    ),
    "config.weights_sum": (
        Text(
            "With `{name}` the weights of `{entry}` add up to {sum}, and the sheet is out of"
            " {out_of}.",
            "Nobody could reach the full score, or somebody could pass it.",
            "Change the weights until they add up to {out_of}.",
        ),
        Text(
            "加上 `{name}`，`{entry}` 的各项权重合计 {sum}，而满分是 {out_of}。",
            "这样会有人永远得不到满分，或者超出满分。",
            "请调整权重，使合计为 {out_of}。",
        ),
    ),
    "config.weights_mixed": (
        Text(
            "With `{name}` some weights of `{entry}` are in percent and others in points.",
            "The sheet doesn't say what it is out of, so a percentage has no number of points.",
            "Write all of them in percent, adding up to 100%, or all of them as plain numbers.",
        ),
        Text(
            "加上 `{name}`，`{entry}` 的权重有的写成百分比，有的写成分。",
            "该表没有写明满分，百分比就换算不成分。",
            "请全部写成百分比，合计 100%；或者全部写成数字。",
        ),
    ),
    "config.unknown_setting": (
        Text(
            "[{section}] has no setting of this name.",
            "A setting that nobody reads would be mistaken for one that counts.",
            "<<Close names: {close}. >><<Known: {known}.>>",
        ),
        Text(
            "[{section}] 没有这个设置。",
            "没人读取的设置会被误以为有效。",
            "<<相近的名称：{close}。>><<可用：{known}。>>",
        ),
    ),
    "config.wants_count": (
        Text(
            "`{name}` must be a whole number.",
            "It is compared with a count.",
            "Write a number such as 3, without quotes; nothing below 0 or above {most}.",
        ),
        Text(
            "`{name}` 应为整数。",
            "它要与数量比较。",
            "请写整数，例如 3，不加引号；不小于 0，不大于 {most}。",
        ),
    ),
    "config.wants_share": (
        Text(
            "`{name}` must be a share.",
            "It is compared with a part of a whole.",
            'Write it like "40%" or "1/3", in quotes.',
        ),
        Text(
            "`{name}` 应为比例。",
            "它要与部分和整体之比比较。",
            '请写成 "40%" 或 "1/3"，加半角引号。',
        ),
    ),
    "config.wants_number": (
        Text(
            "`{name}` must be a whole number or a share.",
            "It is compared with a number.",
            'Write it like 3, "40%" or "1/3"; nothing below 0 or above {most}.',
        ),
        Text(
            "`{name}` 应为整数或比例。",
            "它要与数值比较。",
            '请写成 3、"40%" 或 "1/3"；不小于 0，不大于 {most}。',
        ),
    ),
    "config.wants_time": (
        Text(
            "`{name}` must be a time in minutes, hours or days.",
            "It is compared with recorded minutes.",
            'Write it like "2 hours" or "1/2 day", in quotes; for days, `.day` says how long one'
            " is.",
        ),
        Text(
            "`{name}` 应为以分钟、小时或天表示的时间长度。",
            "它要与记录的分钟数比较。",
            '请写成 "2 hours" 或 "1/2 day"，加半角引号；用天时，以 `.day` 说明一天有多长。',
        ),
    ),
    "config.wants_limit": (
        Text(
            "`{name}` must be a length of time.",
            "It is a time limit.",
            'Write a number and a unit, in quotes: "7 working_days", "24 hours", "1 month".',
        ),
        Text(
            "`{name}` 应为一段时间。",
            "它是时限。",
            '请写数和单位，加半角引号，例如 "7 working_days"、"24 hours"、"1 month"。',
        ),
    ),
    "config.wants_limit_unit": (
        Text(
            "`{name}` is in a unit that can't be compared with what is reported.",
            "A day, a working day and a month have no fixed length in each other.",
            "Write it in one of these units: {known}.",
        ),
        Text(
            "`{name}` 的单位无法与报送的时间比较。",
            "天、工作日、月之间没有固定的换算。",
            "请使用这些单位之一：{known}。",
        ),
    ),
    "config.wants_days": (
        Text(
            "`{name}` must be whole days, working days or weeks, one or more.",
            "It is compared with the day on which something happened.",
            'Write it like "5 days", "3 working_days" or "1 week", in quotes.',
        ),
        Text(
            "`{name}` 应为整天、工作日或整周，至少为一。",
            "它要与发生的日期比较。",
            '请写成 "5 days"、"3 working_days" 或 "1 week"，加半角引号。',
        ),
    ),
    "config.wants_hours": (
        Text(
            "`{name}` must be a time in hours or minutes.",
            "It says how long a day of work is: whole minutes, more than none, at most 24 hours.",
            'Write it like "8 hours", in quotes.',
        ),
        Text(
            "`{name}` 应以小时或分钟表示。",
            "它说明一个工作日有多长：整分钟数，大于零，至多 24 小时。",
            '请写成 "8 hours"，加半角引号。',
        ),
    ),
    "config.wants_pace": (
        Text(
            "`pace` must be a whole number of metres a minute, from 1 to {most}.",
            "Plans count the ways between visits with it.",
            "Write it like 70.",
        ),
        Text(
            "`pace` 应为每分钟的米数,1 至 {most} 的整数。",
            "计划据此计算走访之间的路途时间。",
            "请写成 70 这样的整数。",
        ),
    ),
    "config.wants_relief": (
        Text(
            "`relief` must be a share or fraction from 1 to {most}.",
            "It says how many posts it takes to have one filled on every working day.",
            'Write it like "120%" or "6/5", in quotes.',
        ),
        Text(
            "`relief` 应为 1 至 {most} 的百分数或分数。",
            "它说明每个工作日都有一人在岗需要几个编制。",
            '请写成 "120%" 或 "6/5",加半角引号。',
        ),
    ),
    "config.wants_keys": (
        Text(
            "`community` must hold keys in square brackets.",
            "What they name counts as work in the community, for which time may be kept.",
            'Write it like ["duty.patrol"].',
        ),
        Text(
            "`community` 应为键的列表。",
            "其中的工作计为社区工作,为其保留的时间可用于这些工作。",
            '请写成 ["duty.patrol"]。',
        ),
    ),
    "config.unknown_key": (
        Text(
            "`{name}` is no key.",
            "What is meant to be work in the community would not count as such.",
            "<<Close names: {close}. >>The catalogue lists all.",
        ),
        Text(
            "没有 `{name}` 这个键。",
            "应计为社区工作的事项不会被计入。",
            "<<相近的名称:{close}。>>键目录列出全部。",
        ),
    ),
    "config.wants_clock": (
        Text(
            "`{name}` must be a time of day.",
            "Plans begin each working day with it.",
            'Write it like "09:00", in quotes, from "00:00" to "23:59".',
        ),
        Text(
            "`{name}` 应为一天中的时刻。",
            "计划从这一时刻开始安排每个工作日。",
            '请写成 "09:00"，加半角引号，从 "00:00" 到 "23:59"。',
        ),
    ),
    "config.past_midnight": (
        Text(
            "The day<< of the role `{role}`>> would end after midnight.",
            "A plan belongs to one day.",
            "Let it start earlier, or make it shorter.",
        ),
        Text(
            "<<岗位 `{role}` 的>>工作时间会超过午夜。",
            "一项安排只属于一天。",
            "请提前开始时刻，或缩短时长。",
        ),
    ),
    "config.wants_words": (
        Text(
            "`{name}` must be a known word, or several in brackets.",
            "Records use the same words.",
            "<<Close words: {close}. >><<Known: {known}.>>",
        ),
        Text(
            "`{name}` 应为已知的词，几个词写在方括号中。",
            "记录使用同一词表。",
            "<<相近的词：{close}。>><<可用：{known}。>>",
        ),
    ),
    "config.wants_spans": (
        Text(
            "`{name}` must be the days of a season, each year's of its own.",
            "In a year for which no days are given nobody can tell what is owed.",
            'Write them like ["2026-06-01..2026-06-20", "2027-06"], in quotes.',
        ),
        Text(
            "`{name}` 应为该时段的起止日期，每年各写。",
            "没有写的年份，无从知道该做什么。",
            '请写成 ["2026-06-01..2026-06-20", "2027-06"]，并加引号。',
        ),
    ),
    "config.wants_subject": (
        Text(
            "`{name}` must be the id under which you hold what the pack calls by this name.",
            "A rule for one station only is judged on the station that you name here.",
            "Write the id as it stands in your register, in quotes.",
        ),
        Text(
            "`{name}` 应为该名称所指对象在使用方登记中的编号。",
            "只针对某一个所的规定，要靠这里指明是哪一个。",
            "请照登记中的写法填写编号，并加引号。",
        ),
    ),
    "config.wants_date": (
        Text(
            "`{name}` must be a day.",
            "Before it a shortfall is only mentioned, from it on it counts in full.",
            "Write a day such as 2026-12-31, without quotes.",
        ),
        Text(
            "`{name}` 应为一个日期。",
            "此日之前的缺口只作说明，从此日起全部计入。",
            "请写日期，如 2026-12-31，不加引号。",
        ),
    ),
    "config.wants_choice": (
        Text(
            "`{name}` must be one of: {known}.",
            "Other words have no meaning there.",
            "<<Close words: {close}. >>Take one of them.",
        ),
        Text(
            "`{name}` 应为其中之一：{known}。",
            "其他词在此没有含义。",
            "<<相近的词：{close}。>>请改用其中之一。",
        ),
    ),
}
