"""Indicators of times that the host reports: how long the slowest of a period took."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from attrs import evolve

from fengqiao.measures.indicator import Ask, Column, Indicator, in_time
from fengqiao.measures.indicators_reported import AS_REPORTED, days_of, latest_of_totals
from fengqiao.model import Table
from fengqiao.rules import Key, Words
from fengqiao.rules.catalogue_times import TIME_KEYS
from fengqiao.rules.values import Unit

_Counted = Callable[[Ask, Sequence[Table]], Column]


def _w(zh: str, en: str) -> Words:
    return Words(zh=zh, en=en)


def longest_of_totals(ask: Ask, answers: Sequence[Table]) -> Column:
    """The largest of the reports of a period; not known of a subject that has none in it."""
    reports, counts = answers
    longest = dict.fromkeys((subject for subject, _ in reports.rows("subject", "day")), 0)
    for subject, value in counts.rows("subject", "value"):
        longest[subject] = max(value, longest[subject])
    silent = (index for index, one in enumerate(ask.subjects.ids) if one not in longest)
    return Column([longest.get(one, 0) for one in ask.subjects.ids], unknown=frozenset(silent))


def reported_time(key: Key, *, done: Words) -> Indicator:
    """The indicator of a time that the host reports under the key's own name.

    Args:
        key: A time; as a flow the longest report of the period counts, as a stock the latest.
        done: What took so long.
    """
    is_stock = key.reports == "stock"
    which = _w("最近一次报送", "as last reported") if is_stock else _w("最长的一次", "the longest")
    unit = _UNITS[key.reported_in] if key.reported_in else _OF_LIMIT
    return Indicator(
        key=key,
        numerator=_w(
            done.zh and f"{done.zh}(周期内{which.zh},以{unit.zh}报送)",
            done.en and f"{done.en}: {which.en} in the period, reported in {unit.en}",
        ),
        exclusions=AS_REPORTED,
        recorded_as=key.name,
        tallies=days_of(key.name, fields=("done",)),
        column=_in_unit(key, latest_of_totals if is_stock else longest_of_totals),
    )


def _in_unit(key: Key, counted: _Counted) -> _Counted:
    """Reported times in the unit of the limit; not known where they have no length in it."""

    def converted(ask: Ask, answers: Sequence[Table]) -> Column:
        found = counted(ask, answers)
        unit = key.reported_in or ("minute" if ask.unit == "hour" else ask.unit)
        if ask.unit in (None, unit):
            return found
        if unit == "minute" and ask.unit == "hour":
            return in_time(ask, found.nums, unknown=found.unknown)
        if unit == "hour" and ask.unit == "minute":
            return evolve(found, nums=[60 * value for value in found.nums])
        return evolve(found, unknown=frozenset(range(len(found.nums))))

    return converted


_OF_LIMIT = _w("时限的单位(小时的以分钟)", "the unit of the limit, in minutes for hours")
_UNITS: Mapping[Unit, Words] = {
    "minute": _w("分钟", "minutes"),
    "hour": _w("小时", "hours"),
    "day": _w("天", "days"),
    "working_day": _w("工作日", "working days"),
    "week": _w("周", "weeks"),
    "month": _w("月", "months"),
    "year": _w("年", "years"),
}
_TEXTS: Mapping[str, Words] = {
    "disputes.time_to_revisit": _w(
        "从调解结束到回访", "from the end of a mediation to the revisit"
    ),
    "hazards.time_to_remedy": _w("从发现隐患到整改完成", "from finding a hazard to its remedy"),
    "hazards.time_to_reinspect": _w(
        "从整改期满或者整改完成到复查", "from the end of the time for a remedy to looking again"
    ),
    "records.time_to_enter": _w("从工作完成到录入", "from the work to its entry into the system"),
    "requests.time_to_revisit": _w("从办结到回访", "from closing a request to the revisit"),
    "service.time_at_window": _w("在窗口的等候时间", "waiting at the window"),
    "service.time_to_publish": _w("从作出决定到公开", "from the decision to its publication"),
}

INDICATORS: tuple[Indicator, ...] = tuple(
    reported_time(key, done=_TEXTS[key.name]) for key in TIME_KEYS
)
