"""Texts for comparisons, days and overlaps in packs."""

from __future__ import annotations

from fengqiao.errors.texts import Text, Texts

TEXTS: Texts = {
    "pack.no_comparison": (
        Text(
            "[[{table}]] has no comparison here.",
            "It is not known what would be enough.",
            'Add one of: {ops}; `"open"` where the source leaves it open.',
        ),
        Text(
            "[[{table}]] 此处没有比较方式。",
            "无法知道怎样才算达到。",
            '请加上其中之一：{ops}；原文未定的写 `"open"`。',
        ),
    ),
    "pack.two_comparisons": (
        Text(
            "Several comparisons stand together: {found}.",
            "One entry holds one limit.",
            "Use `between` for a range, or write two entries with different ids.",
        ),
        Text(
            "同时写了几种比较：{found}。",
            "一条只有一个限值。",
            "范围请用 `between`，否则写成 id 不同的两条。",
        ),
    ),
    "pack.days_reversed": (
        Text(
            "The last day lies before the first.",
            "The entry would never be in force.",
            "Exchange or correct `from` and `until`; the source's own days count where the entry"
            " names none.",
        ),
        Text(
            "终止日期早于起始日期。",
            "该条永远不会生效。",
            "请改正 `from` 与 `until`；条目没写的按来源的日期。",
        ),
    ),
    "pack.phase_without_day": (
        Text(
            "It is not said when this phase begins.",
            "A phase ends the day before the next begins.",
            "Add `from`, or `by` with the day on which it is due.",
        ),
        Text(
            "没有写明该阶段何时开始。",
            "前一阶段在后一阶段开始的前一天结束。",
            "请加上 `from`，或写明期限 `by`。",
        ),
    ),
    "pack.phase_overlap": (
        Text(
            "This phase begins before the one above it has ended.",
            "On every day exactly one value may count.",
            "Put the phases in the order of their days, and end each before the next begins.",
        ),
        Text(
            "该阶段开始时，上一阶段尚未结束。",
            "任何一天只能有一个值有效。",
            "请按日期先后排列，并让前一阶段先结束。",
        ),
    ),
    "pack.by_unit": (
        Text(
            "`{field}` can't be counted from the source's day.",
            "Only whole days, weeks, months and years lead to a day.",
            'Write a day like 2018-12-31, or "3 years".',
        ),
        Text(
            "`{field}` 无法从来源日期起算。",
            "只有整数的日、周、月、年能推算出日期。",
            '请写日期 2018-12-31，或 "3 years"。',
        ),
    ),
    "pack.by_order": (
        Text(
            "`{field}` must be one day, or two with the earlier first.",
            "Before the first a shortfall is only mentioned, before the second it is a notice.",
            "Keep one day, or put the two in order.",
        ),
        Text(
            "`{field}` 应为一个日期，或按先后排列的两个。",
            "第一个之前的缺口只作说明，第二个之前只作提示。",
            "请保留一个，或按先后排列。",
        ),
    ),
    "pack.id_for_several": (
        Text(
            "One `id` stands for several keys.",
            "Each key makes an entry of its own, and its key is its id.",
            "Remove `id`, or write one entry for each key.",
        ),
        Text(
            "几个键共用一个 `id`。",
            "每个键各成一条，id 就是键名。",
            "请删去 `id`，或每个键写一条。",
        ),
    ),
    "pack.duplicate_id": (
        Text(
            "This id stands already, in {other}, line {line}.",
            "Findings and configuration find an entry by its id.",
            "Give one of the two an `id` of its own, such as the key, a dot and a word.",
        ),
        Text(
            "该 id 已出现在 {other} 第 {line} 行。",
            "结果和配置都按 id 找条目。",
            "请给其中一条另写 `id`，例如键名加一个点和一个词。",
        ),
    ),
    "pack.band_twice": (
        Text(
            "{other}, line {line}, classes by the same key on the same days.",
            "`where` filters by the key, so that nobody could tell which band is meant.",
            "End one of them with `until`, or take another key for one of them.",
        ),
        Text(
            "{other} 第 {line} 行在相同日期已按同一个键分类。",
            "`where` 按键筛选，两个分类同名就分不清指的是哪一个。",
            "请用 `until` 结束其中一条，或为其中一条换一个键。",
        ),
    ),
    "pack.norm_overlap": (
        Text(
            "The same is limited already in {other}, line {line}, for the same subjects on the"
            " same days.<< Both name {words}.>>",
            "On every day exactly one value may count.",
            "<<Leave {words} out of one: lists without a common word add up. >>End one of them"
            " with `until`, or tell them apart by `each`, `where` or `of`.",
        ),
        Text(
            "{other} 第 {line} 行已对同一对象在相同日期规定了同一事项。<<两处都写了 {words}。>>",
            "任何一天只能有一个值有效。",
            "<<请从其中一条中删去 {words}：没有相同词语的清单可以并存。>>"
            "请用 `until` 结束其中一条，或用 `each`、`where`、`of` 区分。",
        ),
    ),
}
