"""Sentences in which a deadline explains itself, in Chinese and English, and names of its codes."""

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
        "zh": "{length}:到期月的对应日为 {day}",
        "en": "{length}: the matching day of the last month is {day}",
    },
    "month_end": {
        "zh": "{length}:到期月没有对应日,以月末日 {day} 为止",
        "en": "{length}: the last month has no matching day, so it ends on its last day, {day}",
    },
    "counted": {
        "zh": "计入",
        "en": "counted",
    },
    "not_working": {
        "zh": "不是工作日,跳过({source})",
        "en": "not a working day, skipped ({source})",
    },
    "provisional": {
        "zh": "尚未公布放假安排,暂按周末跳过",
        "en": "holidays not published yet, skipped for now as a weekend",
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
        "zh": "最后一日遇休息,但不顺延",
        "en": "the last day falls into a rest, and stays",
    },
    "extended": {
        "zh": "经批准延长 {length},理由 {reason},批准人 {by}",
        "en": "extended by {length}, ground {reason}, approved by {by}",
    },
    "refused": {
        "zh": "期间届满后才批准,不生效",
        "en": "granted after the period had ended: without effect",
    },
    "end_of_day": {
        "zh": "最后一日的 24 时届满",
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

NAMES: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "expert": "鉴定",
        "hearing": "听证",
        "hold": "中止",
        "delivery": "送达在途",
    },
    "en": {
        "expert": "work of experts",
        "hearing": "hearing",
        "hold": "hold",
        "delivery": "travel of delivery",
    },
}
"""Names of reasons that texts of law give for leaving time out; another reason shows its code."""
