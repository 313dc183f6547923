"""Texts for keys, subjects, units and filters in packs."""

from __future__ import annotations

from fengqiao.errors.texts import Text, Texts

TEXTS: Texts = {
    "pack.key_not_chosen": (
        Text(
            "`{field}` of this stub is still to be chosen.",
            "Only a person who knows the document can say what it asks for here.",
            "Write one name in place of `choose: ...`<<, perhaps {close}>>; all keys: `fengqiao"
            " show --keys`. Take the stub out where nothing of the kind is asked for.",
        ),
        Text(
            "这个待定条目的 `{field}` 还没有选定。",
            "这里要求什么，只有熟悉文件的人才能判断。",
            "请把 `choose: ...` 换成一个名称<<，例如 {close}>>；全部键见 `fengqiao show --keys`。"
            "条款没有这项要求的，删去该条。",
        ),
    ),
    "pack.unknown_key": (
        Text(
            "`{field}` names something that the catalogue does not know.",
            "Only known keys can be counted.",
            "<<Close names: {close}. >>All keys: `fengqiao show --keys`.",
        ),
        Text(
            "`{field}` 所写的键不在目录中。",
            "只有已知的键才能计量。",
            "<<相近的名称：{close}。>>全部键见 `fengqiao show --keys`。",
        ),
    ),
    "pack.wrong_table": (
        Text(
            "This key belongs under [[{right}]], not under [[{table}]].",
            "Each kind of entry is judged in its own way.",
            "Move the entry to [[{right}]], or take another key.",
        ),
        Text(
            "这个键属于 [[{right}]]，不属于 [[{table}]]。",
            "各类条目的判断方法不同。",
            "请把条目移到 [[{right}]]，或换一个键。",
        ),
    ),
    "pack.about_persons": (
        Text(
            "`{field}` is about persons.",
            "Duties and service are counted here, never residents; no count or quota of persons"
            " has a place.",
            "Put the clause under [[not_modelled]] with the reason `declined_persons` or"
            " `declined_volume_quota`.",
        ),
        Text(
            "`{field}` 涉及个人。",
            "这里只计职责和服务，从不计居民；没有针对个人的数量或指标。",
            "请把该条款写入 [[not_modelled]]，理由用 `declined_persons` 或 `declined_volume_quota"
            "`。",
        ),
    ),
    "pack.not_a_subject": (
        Text(
            "`{field}` is no kind of subject that may be judged.",
            "Duties and service are judged, never residents; the kinds are closed and nobody can"
            " add to them.",
            "Take one of: {known}.",
        ),
        Text(
            "`{field}` 不是可以评判的对象类别。",
            "只评判职责和服务，从不评判居民；类别是封闭的，不能增加。",
            "可用：{known}。",
        ),
    ),
    "pack.wrong_each": (
        Text(
            "`{key}` is not counted for this kind of subject.",
            "There is nothing it could be counted from.",
            "Take one of: {known}.",
        ),
        Text(
            "`{key}` 不按这类对象计量。",
            "没有可以计量的依据。",
            "可用：{known}。",
        ),
    ),
    "pack.no_each": (
        Text(
            "`each` is missing, and `{key}` is not owed by whoever does it.",
            "It must be known of which kind of subject each one owes it.",
            "Add `each` with one of: {known}.",
        ),
        Text(
            "缺少 `each`，而 `{key}` 不是由履行者本人承担。",
            "必须知道由哪类对象逐个承担。",
            "请加上 `each`，可用：{known}。",
        ),
    ),
    "pack.wrong_per": (
        Text(
            "`{key}` is a state on a day and has no period.",
            "It is looked at on the last day asked for.",
            "Remove `per`.",
        ),
        Text(
            "`{key}` 是某一天的状态，没有周期。",
            "按所问时段的最后一天查看。",
            "请删去 `per`。",
        ),
    ),
    "pack.no_per": (
        Text(
            "`{key}` is counted over a period, and none is given.",
            "80 a month and 80 a year are two things.",
            'Add `per`, such as `per = "month"`.',
        ),
        Text(
            "`{key}` 按周期计数，但没有写周期。",
            "每月 80 与每年 80 是两回事。",
            '请加上 `per`，例如 `per = "month"`。',
        ),
    ),
    "pack.no_basis": (
        Text(
            "`{key}` can be taken of several totals, and none is named.",
            "The share depends on what it is a share of.",
            "Add `basis` with one of: {known}.",
        ),
        Text(
            "`{key}` 可以有几种分母，但没有写明。",
            "占比取决于以什么为分母。",
            "请加上 `basis`，可用：{known}。",
        ),
    ),
    "pack.wrong_basis": (
        Text(
            "`{key}` is never taken of this total.",
            "The share depends on what it is a share of.",
            "<<Close: {close}. >><<Known: {known}. >>Where none is known, remove the line.",
        ),
        Text(
            "`{key}` 没有这种分母。",
            "占比取决于以什么为分母。",
            "<<相近：{close}。>><<可用：{known}。>>若无可用，请删去这一行。",
        ),
    ),
    "pack.no_exceptions": (
        Text(
            "`{key}` has no exceptions.",
            "Only what somebody attests can be excepted, and nothing attests it here.",
            "Remove the line `unless`.",
        ),
        Text(
            "`{key}` 没有例外。",
            "只有经证明的情形才能作为例外,这里没有可以证明的事项。",
            "请删去 `unless` 一行。",
        ),
    ),
    "pack.unknown_filter": (
        Text(
            "Nothing is known here that `{field}` could filter by.",
            "A filter that nothing can pass would hide the whole rule.",
            "<<Close: {close}. >><<Known: {known}. >>Where nothing fits, remove the line.",
        ),
        Text(
            "`{field}` 不是可以筛选的属性。",
            "谁都通不过的筛选会让整条规则失效。",
            "<<相近：{close}。>><<可用：{known}。>>若都不合适，请删去这一行。",
        ),
    ),
    "pack.filter_not_exact": (
        Text(
            "`{field}` is open, `about` or `bare`.",
            "Whether a rule concerns somebody must be certain.",
            "Give a word, true, false, or an exact comparison.",
        ),
        Text(
            "`{field}` 用了未定、`about` 或 `bare`。",
            "一条规则是否适用于某对象必须确定。",
            "请写词语、true、false 或确切的比较。",
        ),
    ),
    "pack.wants_count": (
        Text(
            "`{field}` must be a plain whole number.",
            "`{key}` is counted in {unit}.",
            "Write a number such as 5, without quotes and without a unit.",
        ),
        Text(
            "`{field}` 应为整数。",
            "`{key}` 的单位是 {unit}。",
            "请写整数，例如 5，不加引号，不带单位。",
        ),
    ),
    "pack.guard_empty": (
        Text(
            "This guard asks for nothing.",
            "It would hold no step back.",
            "Give `needs`, `bars` or `within`, or remove it.",
        ),
        Text(
            "这个条件什么都没有要求。",
            "它拦不住任何步骤。",
            "请写 `needs`、`bars` 或 `within`，或者删去。",
        ),
    ),
    "pack.clock_length": (
        Text(
            "This clock needs its limit once.",
            "Either it states the limit itself, or it names the norm that does.",
            'Write `at_most = "30 days"`, or `norm` with the id of a norm on the case.',
        ),
        Text(
            "这个时钟的期限应当只写一处。",
            "要么自己写明期限,要么写明由哪一条规则规定。",
            '请写 `at_most = "30 days"`,或者用 `norm` 写出规则的 id。',
        ),
    ),
    "pack.clock_twice": (
        Text(
            "Two clocks `{name}` hold on the same day.",
            "Clocks of one name are one limit under the law of different days.",
            "Give one of them another name, or `since` and `until` that don't overlap.",
        ),
        Text(
            "同一天有两个时钟 `{name}`。",
            "同名的时钟是同一期限在不同时期的规定。",
            "请改用别的名称,或者写明互不重叠的 `since` 和 `until`。",
        ),
    ),
    "pack.route_facts": (
        Text(
            "These routes tell cases apart by {count} facts; {most} is the most.",
            "Every kind of case is tried, so that each has one way to go.",
            "Tell them apart by fewer facts.",
        ),
        Text(
            "这些去向用了 {count} 个情形来区分,最多 {most} 个。",
            "每一种案件都要逐一试过,才能保证只有一个去处。",
            "请减少用来区分的情形。",
        ),
    ),
    "pack.route_gap": (
        Text(
            "No route takes a case<< with {there}>><< without {lacking}>>.",
            "Nothing would say where it goes.",
            "Add a route for it; a route to the procedure itself says that the case stays.",
        ),
        Text(
            "<<有 {there}、>><<没有 {lacking} >>的案件没有去向。",
            "这种案件就没有去处。",
            "请为它补上去向;去往本程序的去向表示案件留在原处。",
        ),
    ),
    "pack.route_overlap": (
        Text(
            "This route and the one to `{to}` take the same case<<: with {there}>>"
            "<<, without {lacking}>>.",
            "A case would be told to go two ways.",
            "Tell them apart by a fact in `when` (`when.none_of`), or by `since` and `until`.",
        ),
        Text(
            "这条去向与去往 `{to}` 的去向针对同一种案件<<:有 {there}>><<,没有 {lacking}>>。",
            "案件就有了两个去处。",
            "请在 `when` 用一个情形加以区分(`when.none_of`),或者写明 `since` 和 `until`。",
        ),
    ),
    "pack.state_undeclared": (
        Text(
            "The state `{state}` of this move is not declared.",
            "Each state of a procedure has its own clause.",
            "Add a `[[procedure.state]]`. Declared: {known}.",
        ),
        Text(
            "这一步的状态 `{state}` 没有声明。",
            "程序的每个状态都有各自的条款。",
            "请加一个 `[[procedure.state]]`。已声明：{known}。",
        ),
    ),
    "pack.state_unreached": (
        Text(
            "No move leads to the state `{state}`.",
            "A case could never be in it.",
            "Add a move that leads there, or remove the state.",
        ),
        Text(
            "没有哪一步通向状态 `{state}`。",
            "案件永远到不了这里。",
            "请加通向它的步骤，或删去这个状态。",
        ),
    ),
    "pack.state_stuck": (
        Text(
            "No move leads out of the state `{state}`.",
            "A case that comes there could never end.",
            "Add a move, or write `ends = true` where a case may rest there.",
        ),
        Text(
            "没有哪一步离开状态 `{state}`。",
            "到了这里的案件无法终结。",
            "请加一步；案件可以停在这里的，写 `ends = true`。",
        ),
    ),
    "pack.wants_limit": (
        Text(
            "`{field}` must be a length of time.",
            "`{key}` is a time limit.",
            'Write a number and a unit: "7 working_days", "24 hours", "1 month"; or "open".',
        ),
        Text(
            "`{field}` 应为一段时间。",
            "`{key}` 是时限。",
            '请写数和单位，例如 "7 working_days"、"24 hours"、"1 month"；没有写明的写 "open"。',
        ),
    ),
    "pack.wants_unit": (
        Text(
            "`{field}` is not in the unit of `{key}`.",
            "The host reports it in {unit}s, and a day, a working day and a month have no fixed"
            " length in each other.",
            "Write the limit in {unit}s, or give the measure the limit's unit.",
        ),
        Text(
            "`{field}` 的单位与 `{key}` 不同。",
            "使用方以 {unit} 报送；天、工作日、月之间没有固定的换算。",
            "请以 {unit} 写这一时限，或者把统计项的 unit 改为时限的单位。",
        ),
    ),
    "pack.wants_share": (
        Text(
            "`{field}` must be a share.",
            "`{key}` is a part of a whole.",
            'Write it as the notice does: "40%", "1/3" or "3 per 1000".',
        ),
        Text(
            "`{field}` 应为比例。",
            "`{key}` 是部分与整体之比。",
            '请按原文书写："40%"、"1/3" 或 "3 per 1000"。',
        ),
    ),
    "pack.wants_time": (
        Text(
            "`{field}` must be a time in minutes, hours or days.",
            "It is compared with recorded minutes.",
            'Write it like "2 hours" or "1/2 day", in quotes.',
        ),
        Text(
            "`{field}` 应为以分钟、小时或天表示的时间长度。",
            "它要与记录的分钟数比较。",
            '请写成 "2 hours" 或 "1/2 day"，加半角引号。',
        ),
    ),
    "pack.wants_days": (
        Text(
            "`{field}` must be whole days, working days or weeks, one or more.",
            "It is compared with the day on which something happened.",
            'Write it like "5 days", "3 working_days" or "1 week", in quotes; "day_25" for a day of'
            ' the month; or "start", "end" or "open".',
        ),
        Text(
            "`{field}` 应为整天、工作日或整周，至少为一。",
            "它要与发生的日期比较。",
            '请写成 "5 days"、"3 working_days" 或 "1 week"，加半角引号；每月几日写成 "day_25"；'
            '也可写 "start"、"end" 或 "open"。',
        ),
    ),
    "pack.during_with": (
        Text(
            "`during` doesn't go together with `{other}`.",
            "A season may begin and end in the middle of a period, so that the days from the"
            " period's side, or its proportion, are not those of the season.",
            "Remove `{other}`, or `during`.",
        ),
        Text(
            "`during` 不能与 `{other}` 一起写。",
            "时段可能在周期中间开始或结束，从周期一端数的天数或按天数折算，都不是该时段的。",
            "请删去 `{other}`，或删去 `during`。",
        ),
    ),
    "pack.not_a_clock": (
        Text(
            "`{field}` is no time of the clock.",
            "Hours and minutes are compared with those of the notice.",
            'Write it like "9:00" or "18:30", in quotes; two of them as ["9:00", "18:00"].',
        ),
        Text(
            "`{field}` 不是钟点。",
            "要与原文的时、分对照。",
            '请写成 "9:00"、"18:30"，并加引号；起止写成 ["9:00", "18:00"]。',
        ),
    ),
    "pack.every_length": (
        Text(
            "`{field}` is no interval at which a duty comes round.",
            "It may be two or more whole days, weeks or months, and a year at most.",
            'Write it like "2 weeks", "10 days" or "2 months"; for a single one write `week`,'
            " `month`, `quarter`, `half_year` or `year`.",
        ),
        Text(
            "`{field}` 不能作为一项工作的间隔。",
            "可以是两个以上的整数日、周、月，最长一年。",
            '请写成 "2 weeks"、"10 days"、"2 months"；只有一个的，请写 `week`、`month`、`quarter`、'
            "`half_year` 或 `year`。",
        ),
    ),
    "pack.day_of_period": (
        Text(
            "`{field}` names a day that the duty's periods don't have.",
            "A day of the month belongs to a month, a weekday to a week or longer.",
            'Set `every = "month"` for a day of the month; `every = "week"` or longer for a'
            " weekday.",
        ),
        Text(
            "`{field}` 所写的日子，在此项工作的周期里没有。",
            "几日属于月，周几属于周或更长的周期。",
            '写几日的，请写 `every = "month"`；写周几的，请写 `every = "week"` 或更长的周期。',
        ),
    ),
    "pack.for_each": (
        Text(
            "`{key}` can't be asked for each item of what stands there.",
            "`for_each` names a label by which the key or its subjects can be filtered.",
            "<<Perhaps {close}. >><<Use one of these: {known}.>>",
        ),
        Text(
            "`{key}` 不能按这个词表逐项计算。",
            "`for_each` 应为该统计项或者其对象可以筛选的词表。",
            "<<也许是 {close}。>><<可用：{known}。>>",
        ),
    ),
    "pack.for_each_filtered": (
        Text(
            "`{filter}` is filtered already, and `for_each` filters by it too.",
            "For each item there is one entry with that item alone.",
            "Remove `{filter}`, or `for_each`.",
        ),
        Text(
            "已经按 `{filter}` 筛选，`for_each` 又按它逐项展开。",
            "每一项各成一个条目，只计该项。",
            "请删去 `{filter}` 或者 `for_each`。",
        ),
    ),
    "pack.wants_words": (
        Text(
            "`{field}` compares a number, and words are expected.",
            "It is known by words, not by numbers.",
            "Use `all_of`, `any_of` or `none_of` with words.",
        ),
        Text(
            "`{field}` 用数字比较，而此处应为词语。",
            "它用词语表示，不是数字。",
            "请用 `all_of`、`any_of` 或 `none_of` 加词语。",
        ),
    ),
    "pack.wants_value": (
        Text(
            "`{field}` compares words, and a value is expected.",
            "`{key}` is counted in {unit}.",
            "Use `at_least`, `at_most`, `between` or another comparison with a value.",
        ),
        Text(
            "`{field}` 用词语比较，而此处应为数值。",
            "`{key}` 的单位是 {unit}。",
            "请用 `at_least`、`at_most`、`between` 等加数值。",
        ),
    ),
    "pack.not_recorded": (
        Text(
            "`{field}` can't be judged for `{key}`.",
            "Its records do not say how many people came, who was invited or what was taken up;"
            " only meetings do.",
            "Remove the line, or state it for a meeting.",
        ),
        Text(
            "`{key}` 无法判断 `{field}`。",
            "它的记录没有到会人数、邀请对象和议题，只有会议才有。",
            "请删去这一行，或写在会议条目中。",
        ),
    ),
}
