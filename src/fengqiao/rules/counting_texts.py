"""What a rule of counting says, in sentences. Data, and the one function that reads it."""

from __future__ import annotations

from collections.abc import Mapping

from fengqiao.rules.sources import Words
from fengqiao.timing import CountingRule

_SAYS: Mapping[str, Mapping[str, Words]] = {
    "first_day": {
        "out": Words(zh="开始的当日不算", en="the day of the beginning is left out"),
        "in": Words(zh="开始的当日算第一日", en="the day of the beginning is the first"),
    },
    "first_hour": {
        "moment": Words(zh="小时从起点那一刻算", en="hours run from the moment"),
        "next_hour": Words(zh="小时从下一整点算", en="hours run from the next full hour"),
    },
    "weekends": {
        "roll": Words(zh="普通周末也顺延", en="a plain weekend moves a last day too"),
        "stay": Words(zh="普通周末不顺延", en="a plain weekend moves no last day"),
    },
    "cutoff": {
        "end_of_day": Words(zh="最后一日到 24 时", en="the last day ends at 24:00"),
        "close_of_business": Words(
            zh="最后一日到 24 时,有营业时间的到停业时",
            en="the last day ends at 24:00, or where there are business hours when they close",
        ),
    },
    "hours_run": {
        "always": Words(zh="小时昼夜连续计算", en="hours run round the clock"),
        "open_hours": Words(zh="小时只在办公时间内计算", en="hours run in opening hours only"),
    },
    "excluded_days": {
        "touched": Words(
            zh="不计入的时段,涉及的每一日都不算",
            en="each day that an excluded span touches is left out",
        ),
        "whole": Words(
            zh="不计入的时段,只扣除整日", en="only whole days of an excluded span are left out"
        ),
        "after_first": Words(
            zh="不计入的时段,首日照算", en="the first day of an excluded span counts"
        ),
    },
    "extended_from": {
        "period": Words(zh="延长即加长原期间", en="an extension lengthens the period"),
        "end": Words(zh="延长从届满之日起算", en="an extension runs from the end of the period"),
    },
}
_RESTS: Mapping[str, Words] = {
    "statutory": Words(zh="法定节日", en="statutory days"),
    "exchanged_rest": Words(zh="调休放假", en="days off by exchange"),
    "weekend": Words(zh="周末", en="weekend days"),
}
_ROLLS = Words(
    zh="最后一日遇{}:休息结束的次日", en="a last day in a rest with {}: the day after it"
)
_AND = Words(zh="、", en=", ")
_POSTED = Words(zh="期满前交邮的不算过期", en="what is posted before the end is in time")


def counting_says(rule: CountingRule, lang: str) -> tuple[str, ...]:
    """What a rule of counting says, each thing in a sentence; nothing on what it leaves open.

    Args:
        rule: The rule.
        lang: `zh` or `en`.

    Returns:
        The sentences.
    """
    said = [
        sentences[word].get(lang)
        for field, sentences in _SAYS.items()
        if (word := getattr(rule, field)) is not None
    ]
    if rule.rolls_on:
        kinds = [name.get(lang) for kind, name in _RESTS.items() if kind in rule.rolls_on]
        said.append(_ROLLS.get(lang).format(_AND.get(lang).join(kinds)))
    if rule.posting_counts:
        said.append(_POSTED.get(lang))
    return tuple(said)
