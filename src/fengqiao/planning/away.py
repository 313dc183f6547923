"""Leave and deployment: days on which somebody can't be planned, as the caller says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal, get_args

from attrs import evolve, field, frozen

from fengqiao.errors import Fault, RequestError
from fengqiao.measures import Task
from fengqiao.planning.capacity import Capacity, Kept
from fengqiao.rules import Catalogue
from fengqiao.timing import Span

AwayCode = Literal["leave", "sick", "training", "deployment", "other"]
AWAY_CODES: tuple[str, ...] = get_args(AwayCode)


def _codes(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(given)


@frozen(kw_only=True)
class Away:
    """That somebody is away on some days, and why; kept nowhere.

    Attributes:
        staff: Who.
        first, last: Both included.
        code: `leave`, `sick`, `training`, `deployment` or `other`.
        kind: For what somebody is called away, as taskings name it (`casework`); None: not said.
            What an entry bars is told, and nothing is planned on these days all the same.
        excepted: Exceptions that are attested, as for a tasking (`emergency`).
    """

    staff: str
    first: date
    last: date
    code: AwayCode = "leave"
    kind: str | None = None
    excepted: tuple[str, ...] = field(default=(), converter=_codes)

    @property
    def span(self) -> Span:
        """All its days."""
        return Span(self.first, self.last)


def check_away(
    away: Iterable[Away], staff: Iterable[str], catalogue: Catalogue
) -> tuple[Away, ...]:
    """Refuse what can't be.

    Args:
        away: As the caller gives it.
        staff: Everybody on the register.
        catalogue: Has the kinds and exceptions of taskings.

    Raises:
        RequestError: Somebody is unknown, a span ends before it begins, or a code is unknown.
    """
    kinds, exceptions = (catalogue.words(f"tasking_{one}") for one in ("kind", "exception"))
    given, known = tuple(away), frozenset(staff)
    faults = []
    for row, one in enumerate(given, start=1):
        if one.staff not in known:
            faults.append(Fault("away.no_staff", {"row": row}))
        if one.last < one.first:
            faults.append(Fault("away.reversed", {"row": row}))
        if one.code not in AWAY_CODES:
            faults.append(Fault("away.code", {"row": row, "known": AWAY_CODES}))
        if one.kind is not None and one.kind not in kinds:
            faults.append(Fault("away.kind", {"row": row, "known": tuple(sorted(kinds))}))
        if not exceptions.issuperset(one.excepted):
            faults.append(Fault("away.excepted", {"row": row, "known": tuple(sorted(exceptions))}))
    if faults:
        raise RequestError.of(faults)
    return given


def take_away(capacities: Iterable[Capacity], away: Iterable[Away]) -> tuple[Capacity, ...]:
    """Capacities without the days on which somebody is away.

    Time kept for the community stays whole, unless what asks for it is prorated.
    """
    days = days_away(away)
    return tuple(_without(one, days.get(one.staff, frozenset())) for one in capacities)


def days_away(away: Iterable[Away]) -> dict[str, frozenset[date]]:
    """Days on which each member of staff is away."""
    found: dict[str, set[date]] = {}
    for one in away:
        found.setdefault(one.staff, set()).update(one.span)
    return {staff: frozenset(days) for staff, days in found.items()}


def _without(one: Capacity, days: frozenset[date]) -> Capacity:
    if not days:
        return one
    left = {day: hours for day, hours in one.days.items() if day not in days}
    kept = tuple(_less(kept, one.days, days) for kept in one.kept)
    return evolve(one, days=left, kept=kept, away=one.away | (days & one.days.keys()))


def _less(kept: Kept, days: Mapping[date, object], away: frozenset[date]) -> Kept:
    inside = [day for day in days if kept.span.contains(day)]
    here = sum(day not in away for day in inside)
    if not kept.prorated or here == len(inside):
        return kept
    return evolve(kept, minutes=-(-kept.minutes * here // len(inside)))


def held_less(task: Task, away: Mapping[str, frozenset[date]]) -> Task:
    """A task whose subjects count as holding their post on fewer days, where it is prorated."""
    phase = task.spoken.phase
    if not away or phase is None or not phase.prorate:
        return task
    subjects = task.subjects
    held = dict(subjects.held)
    for index, subject in enumerate(subjects.ids):
        gone = sum(task.in_force.contains(day) for day in away.get(subject, ()))
        if gone:
            held[index] = max(0, held.get(index, task.in_force.days) - gone)
    return evolve(task, subjects=evolve(subjects, held=held))
