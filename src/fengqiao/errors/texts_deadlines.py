"""Texts for deadlines: lengths, rules of counting, spans that are left out, extensions."""

from __future__ import annotations

from fengqiao.errors.texts import Text, Texts

TEXTS: Texts = {
    "deadline.excluded_reversed": (
        Text(
            "A span to be left out ends before it begins.",
            "Left in, it would lengthen the period by time that never was.",
            "Exchange its ends, or correct the one that is wrong.",
        ),
        Text(
            "不计入期间的时段起止颠倒。",
            "按此计算会凭空延长期间。",
            "请对调起止,或更正有误的一个。",
        ),
    ),
    "deadline.extension_ground": (
        Text(
            "Extension {number} has a ground that the clause doesn't name.",
            "An extension holds only on a ground of the clause.",
            "Correct the reason code, or record no extension.",
        ),
        Text(
            "第 {number} 次延长的理由不在条文所列之内。",
            "只有条文所列的理由才能延长。",
            "请更正理由代码,或不记录这次延长。",
        ),
    ),
    "deadline.extension_late": (
        Text(
            "Extension {number} was granted after the period had ended.",
            "A period that has ended can't be extended: the deadline has passed.",
            "Record when it was really granted; if that was after the end, record none.",
        ),
        Text(
            "第 {number} 次延长是在期间届满之后批准的。",
            "期间届满后不能再延长,已经超期。",
            "请记录实际批准的时间;确在届满之后批准的,不应记录延长。",
        ),
    ),
    "deadline.extension_many": (
        Text(
            "There are more extensions than the {times} that the clause allows.",
            "One more would move a deadline that can't be moved again.",
            "Record no further extension.",
        ),
        Text(
            "延长次数超过条文允许的 {times} 次。",
            "再延长就突破了不能再延的期限。",
            "请勿再记录延长。",
        ),
    ),
    "deadline.extension_none": (
        Text(
            "An extension was recorded where the clause allows none.",
            "It would move a deadline that can't be moved.",
            "Take it out, or give `allowed=` what the clause allows.",
        ),
        Text(
            "条文没有规定可以延长,却记录了延长。",
            "这会改变不能延长的期限。",
            "请删去延长,或在 `allowed=` 中给出条文允许的延长。",
        ),
    ),
    "deadline.extension_unit": (
        Text(
            "Extension {number} is in another unit than the period.",
            "Hours, days and working days run differently and can't be added up.",
            "State both in hours, both in working days, or both in days, weeks, months or years.",
        ),
        Text(
            "第 {number} 次延长的单位与原期间不同。",
            "小时、日、工作日的算法不同,不能相加。",
            "请都用小时,或都用工作日,或都用日、周、月、年。",
        ),
    ),
    "deadline.hours": (
        Text(
            "Opening hours overlap, are reversed, leave the day, or there are none.",
            "A period in opening hours can't run through them.",
            "Give pairs of minutes after midnight in order, from 0 to 1440.",
        ),
        Text(
            "办公时间相互重叠、起止颠倒、超出一天,或者没有给出。",
            "按办公时间计算的期间无法据此计算。",
            "请按先后给出从零点起的分钟数(0 至 1440),成对书写。",
        ),
    ),
    "deadline.length": (
        Text(
            "The length of a period is not a whole number from 1 on.",
            "A period without a length has no end.",
            "Give a whole number; half a day is written in hours or minutes.",
        ),
        Text(
            "期间的长度不是 1 以上的整数。",
            "没有长度就没有届满之时。",
            "请给出整数;半天请用小时或分钟书写。",
        ),
    ),
    "deadline.mixed_ends": (
        Text(
            "A span to be left out has a day at one end and a moment at the other.",
            "A day stands for all of itself, so the two can't be set side by side.",
            "Give two days or two moments.",
        ),
        Text(
            "不计入期间的时段一端是日期,另一端是时刻。",
            "日期代表整天,两者不能混用。",
            "请两端都给日期,或都给时刻。",
        ),
    ),
    "deadline.needs_calendar": (
        Text(
            "A period depends on which days are worked, and there is no calendar.",
            "Which days are worked is settled by yearly notices, not by the day of the week.",
            "Pass `calendar=`, for mainland China `fengqiao.timing.CN_CALENDAR`.",
        ),
        Text(
            "期间的计算取决于哪些日期上班,却没有给出日历。",
            "哪些日期上班由每年的放假通知决定,不能只看星期几。",
            "请传入 `calendar=`,中国大陆可用 `fengqiao.timing.CN_CALENDAR`。",
        ),
    ),
    "deadline.needs_hours": (
        Text(
            "A period counts in opening hours, and there are none.",
            "Opening hours are each body's own; none are presumed.",
            "Pass `hours=` with the body's opening hours.",
        ),
        Text(
            "期间按办公时间计算,却没有给出办公时间。",
            "各单位的办公时间不同,不作推定。",
            "请用 `hours=` 传入该单位的办公时间。",
        ),
    ),
    "deadline.needs_moment": (
        Text(
            "A period in hours begins on a day instead of at a moment.",
            "Which hour it ends at follows from the hour at which it begins.",
            "Give the moment, in seconds since 1970: `fengqiao.timing.epoch` finds it.",
        ),
        Text(
            "按小时计算的期间只给出了开始的日期,没有时刻。",
            "届满的时刻取决于开始的时刻。",
            "请给出时刻(1970 年起的秒数),可用 `fengqiao.timing.epoch` 求得。",
        ),
    ),
    "deadline.rolls_on": (
        Text(
            "The rule `{rule}` moves a last day off a day that is worked.",
            "Only a day of rest can move a last day.",
            "Name kinds of day of rest: statutory, exchanged_rest, weekend.",
        ),
        Text(
            "计算规则 `{rule}` 让上班的日子也顺延。",
            "只有休息的日子才能顺延。",
            "请只写休息日的种类:statutory、exchanged_rest、weekend。",
        ),
    ),
    "deadline.term": (
        Text(
            "A term of counting has a name or value that is not known.",
            "A term filled by mistake would move deadlines without a word.",
            "Fill only: {known}; the page on deadlines lists their values.",
        ),
        Text(
            "计算期间的待定项名称或取值不正确。",
            "误填会在不知不觉中改变期限。",
            "只能填写:{known};取值见期限一页。",
        ),
    ),
    "deadline.unit": (
        Text(
            "This is not a unit in which a period can be counted.",
            "Without its unit a period has no end.",
            "Use one of: {known}.",
        ),
        Text(
            "这不是可用来计算期间的单位。",
            "没有单位就没有届满之时。",
            "请使用下列之一:{known}。",
        ),
    ),
}
