"""Texts for sheets and their parts in packs."""

from __future__ import annotations

from fengqiao.errors.texts import Text, Texts

TEXTS: Texts = {
    "pack.ranked_person": (
        Text(
            "Cadres and volunteers are never scored or ranked here.",
            "An award for them is a name and the day on which others decided it.",
            'Write `decided = "outside"` and remove `part`.',
        ),
        Text(
            "这里从不给社区干部和志愿者打分排名。",
            "他们的奖项只记名单和别处评定的日期。",
            '请写 `decided = "outside"` 并删去 `part`。',
        ),
    ),
    "pack.decided_outside": (
        Text(
            "The award is decided outside, and parts are given.",
            "Parts are scored only where the score decides.",
            'Remove `part`, or write `decided = "scores"`.',
        ),
        Text(
            "名单由别处评定，却写了评分项目。",
            "只有按得分评定时才计算各项。",
            '请删去 `part`，或写 `decided = "scores"`。',
        ),
    ),
    "pack.tie_without_winners": (
        Text(
            "`tie` stands without `winners`.",
            "A tie matters only where a number of winners is drawn.",
            "Add `winners`, or remove `tie`.",
        ),
        Text(
            "写了 `tie` 却没有 `winners`。",
            "只有评选名额有限时才有并列问题。",
            "请加上 `winners`，或删去 `tie`。",
        ),
    ),
    "pack.not_ranked": (
        Text(
            "This kind of subject is scored, but never ranked.",
            "Only staff, rooms, units and stations are ranked here: {known}.",
            'Remove `winners`; or, where others decide, write `decided = "outside"` and remove'
            " `part`.",
        ),
        Text(
            "这类对象可以打分，但不排名。",
            "这里只对人员岗位、警务室、单位和派出所排名：{known}。",
            '请删去 `winners`；名单由别处评定时写 `decided = "outside"` 并删去 `part`。',
        ),
    ),
    "pack.part_effects": (
        Text(
            "The part is marked as several things at once: {found}.",
            "It either adds beyond the weights, takes off, or is a veto.",
            "Keep one of them, or split the part in two.",
        ),
        Text(
            "该项同时标了几种作用：{found}。",
            "一项只能是附加分、扣分或一票否决之一。",
            "请只保留一个，或拆成两项。",
        ),
    ),
    "pack.part_ways": (
        Text(
            "The part says in several ways how points are given: {found}.",
            "A value would give different points by each of them.",
            "Keep one of them.",
        ),
        Text(
            "该项同时写了几种计分办法：{found}。",
            "同一个数值会得出不同的分。",
            "请只保留一种。",
        ),
    ),
    "pack.wants_points": (
        Text(
            "`{field}` must be written in points.",
            "It is added to other points, and never rounded.",
            'Write a whole number such as 5, or a fraction such as "1/2" in quotes; only `weight`'
            ' may be a percentage, such as "40%".',
        ),
        Text(
            "`{field}` 应以分为单位。",
            "它要与其他分数相加，从不四舍五入。",
            '请写整数，例如 5；半分写成 "1/2"，加半角引号。'
            '只有 `weight` 可以写成百分比，例如 "40%"。',
        ),
    ),
    "pack.points_without_weight": (
        Text(
            "Points are stated in this part, and its weight is left open.",
            "Stated points have no meaning beside a weight that the host chooses.",
            "State the `weight` in points, or leave the way points are given to the host's"
            " measure.",
        ),
        Text(
            "该项写明了分值，却把权重 `weight` 留作未定。",
            "权重由使用方另定时，写明的分值没有意义。",
            "请以分写明 `weight`，或删去该项的计分办法。",
        ),
    ),
    "pack.points_over_weight": (
        Text(
            "These points are more than the part can give.",
            "A part gives no more than its `weight`, or its `cap` where it has one.",
            "Correct the points, the weight or the cap.",
        ),
        Text(
            "这里的分值超过了该项的最高分。",
            "一项最多给到 `weight`；写了 `cap` 的，最多给到 `cap`。",
            "请更正分值、权重或上限。",
        ),
    ),
    "pack.full_not_here": (
        Text(
            "`full` stands with a measure that is no rating.",
            "It says which rating gives the whole weight; a share has its whole already.",
            "Remove `full`; for a count say `steps`, `each_short` or `each_time`.",
        ),
        Text(
            "`full` 所在的项目不是评分。",
            "`full` 写明评多少分算满分；比例本身就有满分。",
            "请删去 `full`；计数的项目请写 `steps`、`each_short` 或 `each_time`。",
        ),
    ),
    "pack.wants_full": (
        Text(
            "`{field}` is no full mark.",
            "A rating is counted from 0 up to it.",
            'Write a number above 0 such as 100, or "open" where the source doesn\'t say it.',
        ),
        Text(
            "`{field}` 不是满分分值。",
            "评分从 0 分算到这个分值。",
            '请写大于 0 的数，例如 100；来源没有写明的写 "open"。',
        ),
    ),
    "pack.part_without_points": (
        Text(
            "`{field}` is a plain number, and how it gives points is not said.",
            "Only a share has a full score: all of it.",
            "Add `steps`, such as `steps = [ {{ at_least = 9, points = 10 }}, {{ less_than = 9,"
            " points = 0 }} ]`, or `each_short` or `each_time`; or measure the part by a share.",
        ),
        Text(
            "`{field}` 是一个单纯的数，没有写明怎样计分。",
            "只有比例才有满分，即全部达到。",
            "请加上 `steps`，例如 `steps = [ {{ at_least = 9, points = 10 }}, {{ less_than = 9,"
            " points = 0 }} ]`，或 `each_short`、`each_time`；或改用比例来衡量。",
        ),
    ),
    "pack.times_of_share": (
        Text(
            "`each_time` stands with a measure that is not a count.",
            "Times can only be counted.",
            "Measure the part by a count, or use `steps` or `each_short`.",
        ),
        Text(
            "`each_time` 所用的统计项不是次数。",
            "只有次数才能逐次计分。",
            "请改用计数的统计项，或改用 `steps`、`each_short`。",
        ),
    ),
    "pack.short_unit": (
        Text(
            "`unit` must be above 0 and written like `target`.",
            "What is short is divided by it.",
            'With a target such as "95%" write a unit such as "1%"; with a target such as 20, a'
            " number.",
        ),
        Text(
            "`unit` 应大于 0，写法应与 `target` 相同。",
            "差额要除以它。",
            '目标是 "95%" 这样的比例时，单位写成 "1%"；目标是 20 这样的数时，单位写成整数。',
        ),
    ),
    "pack.part_in_time": (
        Text(
            "`{field}` is a time.",
            "A part is measured by a count or a share, never by a time.",
            'Write a number such as 80, or a share such as "90%".',
        ),
        Text(
            "`{field}` 写的是时间。",
            "考核项目只用数量或比例衡量，不用时间。",
            '请写 80 这样的数，或 "90%" 这样的比例。',
        ),
    ),
    "pack.bonus_for_short": (
        Text(
            "A bonus would be given for falling short.",
            "The less was done, the more would be added.",
            "Remove `bonus`, or take `each_time` or `steps`.",
        ),
        Text(
            "附加分却按差额给分。",
            "做得越少，加得越多。",
            "请删去 `bonus`，或改用 `each_time`、`steps`。",
        ),
    ),
    "pack.floor_not_here": (
        Text(
            "`floor` stands in a part that is a bonus or takes off.",
            "It says how many points a part of the whole keeps at least.",
            "Remove it; `cap` says how much is added or taken off at most.",
        ),
        Text(
            "附加分或扣分项中写了 `floor`。",
            "它说的是组成总分的一项至少保留多少分。",
            "请删去；最多加或扣多少用 `cap` 写明。",
        ),
    ),
    "pack.missing_not_here": (
        Text(
            "`missing` doesn't fit a part of this kind.",
            "A bonus, a deduction and a veto hold no share of the weights that could go to other"
            " parts, and a veto can't be half kept.",
            "Remove `missing`; the score is then an interval. A bonus or a deduction may also take"
            ' "zero" or "full".',
        ),
        Text(
            "这类项目不能用这种 `missing`。",
            "附加分、扣分和一票否决不占权重，没有可以分给其他项的部分；一票否决也没有中间状态。",
            '请删去 `missing`，得分即为区间。附加分和扣分还可以写 "zero" 或 "full"。',
        ),
    ),
    "pack.veto_with_points": (
        Text(
            "`{field}` stands in a veto.",
            "A veto gives no points: the score falls when its measure fails.",
            "Remove `{field}`, or put it in a part of its own.",
        ),
        Text(
            "一票否决项中写了 `{field}`。",
            "一票否决不给分：指标不符时整个得分落空。",
            "请删去 `{field}`，或另立一项。",
        ),
    ),
    "pack.limit_without_veto": (
        Text(
            "`{field}` stands in a part that is no veto.",
            "It is not said what becomes of the score when it is not kept.",
            'Add `veto = "zero"` or `veto = "not_rated"`; for points by value use `steps`.',
        ),
        Text(
            "`{field}` 所在的项不是一票否决。",
            "没有写明不符时得分怎样处理。",
            '请加上 `veto = "zero"` 或 `veto = "not_rated"`；按数值分档给分用 `steps`。',
        ),
    ),
    "pack.part_banned": (
        Text(
            "The place itself bars this part from the sheet.",
            "See {other}, line {line}: what is barred there may not give or take points.",
            "Take the part out, or end the ban or the sheet on a day (`until`).",
        ),
        Text(
            "本地规定不得把这一项列入考核。",
            "见 {other} 第 {line} 行：那里禁止的指标不能加分或扣分。",
            "请删去这一项,或者用 `until` 写明禁令或考核办法的截止日期。",
        ),
    ),
    "pack.ban_only": (
        Text(
            "What sheets count can only be barred.",
            "What belongs into a sheet stands in the sheet itself.",
            "Write `none_of`.",
        ),
        Text(
            "考核指标只能规定不得列入哪些。",
            "应当列入的,写在考核办法 `[[sheet]]` 中。",
            "请使用 `none_of`。",
        ),
    ),
    "pack.tie_without_steps": (
        Text(
            "`tie` stands in a part without `steps`.",
            "It says which of two steps has a value on their edge.",
            "Add `steps`, or remove `tie`. Equal scores for the last place are settled by the"
            " sheet's own `tie`.",
        ),
        Text(
            "该项写了 `tie` 却没有 `steps`。",
            "它说明边界值归哪一档。",
            "请加上 `steps`，或删去 `tie`。名单末位并列由考核表自己的 `tie` 决定。",
        ),
    ),
    "pack.weights_sum": (
        Text(
            "The weights add up to {sum}, and the sheet is out of {out_of}.",
            "Nobody could reach the full score, or somebody could pass it.",
            "Correct a weight or `out_of`. Parts that add beyond the weights are marked `bonus ="
            " true`.",
        ),
        Text(
            "各项权重合计 {sum}，而满分写的是 {out_of}。",
            "两者不符，就会有人永远得不到满分，或者超出满分。",
            "请更正权重或 `out_of`。不计入满分的附加项写 `bonus = true`。",
        ),
    ),
    "pack.weights_mixed": (
        Text(
            "Some weights are in percent and others in points.",
            "Without a full score a percentage has no number of points.",
            "Write all of them in the same way, or state `out_of`.",
        ),
        Text(
            "有的权重写成百分比，有的写成分。",
            "没有写明满分，百分比就换算不成分。",
            "请统一写法，或写明 `out_of`。",
        ),
    ),
}
