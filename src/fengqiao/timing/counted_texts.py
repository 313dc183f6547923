"""Sentences in which a deadline explains itself, in Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, Mapping[str, str]] = {
    "first_out": {
        "zh": "开始的当日不计入",
        "en": "the day on which it begins is left out",
    },
    "first_hour_out": {
        "zh": "开始的这一小时不计入,从下一整点起算",
        "en": "the hour in which it begins is left out; it runs from the next full hour",
    },
    "matched": {
        "zh": "{length}:止于到期月的对应日",
        "en": "{length}: it ends on the matching day of the last month",
    },
    "month_end": {
        "zh": "{length}:到期月没有对应日,止于月末日",
        "en": "{length}: the last month has no matching day, so it ends on that month's last",
    },
    "counted": {
        "zh": "计入{amount}",
        "en": "{amount} counted",
    },
    "not_working": {
        "zh": "不是工作日,跳过({source})",
        "en": "not a working day, skipped ({source})",
    },
    "provisional": {
        "zh": "放假安排尚未公布,暂按周末跳过",
        "en": "holidays are not published yet: skipped for now as a weekend",
    },
    "closed": {
        "zh": "不在办公时间内,跳过",
        "en": "outside opening hours, skipped",
    },
    "excluded": {
        "zh": "不计入期间:{reason}",
        "en": "left out of the period: {reason}",
    },
    "rolled": {
        "zh": "最后一日遇休息,顺延到休息结束的次日 {day}",
        "en": "the last day falls into a rest: the day after it ends, {day}, is the last",
    },
    "not_rolled": {
        "zh": "最后一日遇休息,不顺延",
        "en": "the last day falls into a rest, and stays",
    },
    "extended": {
        "zh": "经批准延长{length},理由 {reason},批准人 {by}",
        "en": "extended by {length}, ground {reason}, approved by {by}",
    },
    "end_of_day": {
        "zh": "最后一日 24 时届满",
        "en": "ends at 24:00 of the last day",
    },
    "close_of_business": {
        "zh": "最后一日停止办公时届满",
        "en": "ends on the last day when business closes",
    },
    "hours_end": {
        "zh": "届满",
        "en": "ends",
    },
}
"""Text of each `why`."""

UNITS: Mapping[str, str] = {
    "second": "秒",
    "minute": "分钟",
    "hour": "小时",
    "day": "日",
    "working_day": "个工作日",
    "week": "周",
    "month": "个月",
    "year": "年",
}
"""Units of time in Chinese, as they follow a number."""


def amount(count: int, unit: str, lang: str) -> str:
    """A number with its unit: `30 days`, `7 working days`, ` 30 日`."""
    if lang == "zh":
        return f" {count} {UNITS[unit]}"
    return f"{count} {unit.replace('_', ' ')}{'s' * (count != 1)}"


def seconds(count: int, lang: str) -> str:
    """Seconds as hours, minutes and seconds, the empty ones left out."""
    parts = ((count // 3600, "hour"), (count % 3600 // 60, "minute"), (count % 60, "second"))
    return ("" if lang == "zh" else " ").join(amount(n, unit, lang) for n, unit in parts if n)
