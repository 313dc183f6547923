"""When a routine is done: on which worked days of its periods, and how carefully."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random

from attrs import frozen

from fengqiao.simulate.routines import Routine
from fengqiao.simulate.scenario import Scenario
from fengqiao.timing import period_of

_EARLY_DAYS = 5
_EARLY = 88
_CARELESS_ONE_IN = 7
_PERCENT, _PER_MILLE = 100, 1000


@frozen(kw_only=True)
class Care:
    """How often what is due is done as it should be, in a thousand; small slips add up daily."""

    done: int
    whole: int


_CAREFUL = {"day": Care(done=998, whole=998), "other": Care(done=980, whole=980)}
_CARELESS = {"day": Care(done=960, whole=900), "other": Care(done=780, whole=720)}
_DAILY = ("day", "working_day")


def care_of(draw: Random, routine: Routine) -> Care:
    """How carefully somebody does a routine: one in seven does it carelessly."""
    table = _CAREFUL if draw.randrange(_CARELESS_ONE_IN) else _CARELESS
    return table["day" if routine.every in _DAILY else "other"]


def days_done(scenario: Scenario, routine: Routine, draw: Random, care: Care) -> Iterator[date]:
    """Days on which a routine is done, period by period.

    A period that lies only partly in the scenario's span is likely in proportion to its days.
    """
    for days, share in _stretches(scenario, routine):
        times = sum(_is_done(draw, care, share) for _ in range(routine.times))
        usual = _early(days) if routine.is_early and draw.randrange(_PERCENT) < _EARLY else days
        yield from sorted(draw.sample(usual, min(times, len(usual))))


def is_whole(draw: Random, care: Care) -> bool:
    """Whether one occasion is as it should be: long enough, with all topics."""
    return draw.randrange(_PER_MILLE) < care.whole


def _is_done(draw: Random, care: Care, share: tuple[int, int]) -> bool:
    inside, whole = share
    return draw.randrange(_PER_MILLE * whole) < care.done * inside


def _early(days: list[date]) -> list[date]:
    return [day for day in days if day.day <= _EARLY_DAYS] or days[:3]


def _stretches(
    scenario: Scenario, routine: Routine
) -> Iterator[tuple[list[date], tuple[int, int]]]:
    """Worked days of each period in the span, and how much of the period that span holds."""
    if routine.every in _DAILY:
        for day in scenario.workdays:
            if day in scenario.month.span:
                yield [day], (1, 1)
        return
    worked: dict[date, list[date]] = {}
    for day in scenario.workdays:
        worked.setdefault(period_of(routine.every, day).first, []).append(day)
    for first, days in worked.items():
        period = period_of(routine.every, first).span
        met = period.meet(scenario.span)
        if met is not None:
            yield days, (met.days, period.days)
