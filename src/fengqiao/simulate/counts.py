"""What the host supplies as counts: calls, survey answers, points given, awards of others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import count
from random import Random

from fengqiao.simulate.fieldwork import Row
from fengqiao.simulate.reported import holders, reported
from fengqiao.simulate.town import Town
from fengqiao.timing import Span

TOTAL = ("id", "key", "subject_kind", "subject", "on", "done", "total")
AWARD = ("id", "award", "recipient", "awarded_on")

CALLS_KEY = "calls.received"
SURVEY_KEY = "survey.familiarity"

_EDGES = (15, 15, 10, 10)
"""Calls a day of the first drawn stations, exact on average: Wuhai's order of 2018, 一(一)."""
_JUST_BELOW = 15
_CALLS_A_DAY = ((4, 9), (11, 14), (16, 25))
"""Calls a day of a quiet, a middling and a busy station."""
_AWARDED = 10
"""Names on an award list: Wuhai's order of 2018, 五."""
_SCORED_ROLES = ("community_officer", "auxiliary_officer")


def totals(town: Town) -> Iterator[Row]:
    """Calls of every day; at the end of the month survey, points table, what else is reported."""
    prefix = f"T{town.scenario.month.first:%y%m}"
    for number, row in enumerate(
        (*_calls(town), *_survey(town), *_points(town), *_reported(town)), 1
    ):
        yield (f"{prefix}-{number:05}", *row)


def _calls(town: Town) -> Iterator[Row]:
    scenario = town.scenario
    draw = scenario.draw("calls")
    stations = [station.station for station in town.stations]
    month = scenario.month.span
    edges = draw.sample(stations, min(len(stations), len(_EDGES) + 1))
    exact = {station: mean * month.days for station, mean in zip(edges, _EDGES, strict=False)}
    if len(edges) > len(_EDGES):
        exact[edges[-1]] = _JUST_BELOW * month.days - 1
    for station in stations:
        low, high = (mean * month.days for mean in draw.choice(_CALLS_A_DAY))
        received = exact.get(station) or draw.randint(low, high)
        days = _spread(draw, month, received)
        if scenario.span.first < month.first:
            last = date.fromordinal(month.first.toordinal() - 1)
            before = Span(scenario.span.first, last)
            days |= _spread(draw, before, received * before.days // month.days)
        for day, calls in sorted(days.items()):
            yield CALLS_KEY, "station", station, day, calls, None


def _spread(draw: Random, span: Span, size: int) -> dict[date, int]:
    """A number of calls over days: each falls on a day by chance."""
    hits = Counter(draw.choices(range(span.days), k=size))
    return {day: hits[index] for index, day in enumerate(span)}


def _survey(town: Town) -> Iterator[Row]:
    """How many respondents of an anonymous survey know their officer; a few were hardly asked."""
    scenario = town.scenario
    for staff in holders(town, "community_officer"):
        draw = scenario.draw("survey", staff)
        asked = draw.randint(4, 9) if draw.randrange(20) == 0 else draw.randint(20, 60)
        know = asked * draw.randint(62, 98) // 100
        yield SURVEY_KEY, "community_officer", staff, scenario.settled_on, know, asked


def _points(town: Town) -> Iterator[Row]:
    """Points of a hundred that the host's own table gave."""
    scenario = town.scenario
    if scenario.points is None:
        return
    for role in _SCORED_ROLES:
        for staff in holders(town, role):
            given = scenario.draw("points", role, staff).randint(62, 98)
            yield scenario.points, role, staff, scenario.settled_on, given, 100


def _reported(town: Town) -> Iterator[Row]:
    return (row for row in reported(town) if row[0] not in (SURVEY_KEY, town.scenario.points))


def awards(town: Town) -> Iterator[Row]:
    """Award lists that others decided: an opaque id and a day, drawn from those with the role."""
    scenario = town.scenario
    numbers = count(1)
    for award, role in sorted(scenario.awards.items()):
        able = holders(town, role)
        chosen = scenario.draw("award", award).sample(able, min(_AWARDED, len(able)))
        for recipient in sorted(chosen):
            number = f"A{scenario.month.first:%y%m}-{next(numbers):03}"
            yield number, award, recipient, scenario.settled_on
