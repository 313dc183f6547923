"""What is to be visited and on whose days: the values that every solver of rounds is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Literal, Protocol

from attrs import frozen

from fengqiao.errors import Fault, RequestError

ITERATIONS = 2_000
"""Rounds of change that the built-in solver makes where nobody says how many."""

_DAY = 24 * 60

MissReason = Literal["no_slot", "too_long", "unreachable", "too_far", "no_spacing", "no_time"]
"""Why visits of a stop are in no tour.

- `no_slot`: nobody's day may take it.
- `too_long`: one visit takes longer than any of the days that may take it.
- `unreachable`: no way leads there and back from where any of those days begin.
- `too_far`: the way there and back and the visit take longer than any of those days.
- `no_spacing`: those days don't hold so many visits with the gaps that are asked for.
- `no_time`: nothing hinders it but the other visits: the days are full.
"""


@frozen(kw_only=True)
class Stop:
    """One place to be visited, named by a reference that only the caller understands.

    Attributes:
        ref: The caller's reference; no two stops have the same.
        minutes: How long one visit takes.
        point: Its row and column in the distances.
        slots: Indexes of the slots on which it may be visited.
        times: How many visits are wanted.
        gap: Days from one visit to the next: at least, and at most (None: any number).
        since: When it was visited last: the gap holds from there, too. Where the largest gap is
            over before the first of its slots, the first visit is overdue and may be on any day.
        patterns: The days of all its visits, one of which is to be kept; empty: any days.
        prefers: Who should visit it; anybody else costs the problem's `change`.

    Units:
        minutes: minutes; gap: calendar days; since, patterns: days as `date.toordinal` counts.
    """

    ref: str
    minutes: int
    point: int
    slots: tuple[int, ...]
    times: int = 1
    gap: tuple[int, int | None] = (1, None)
    since: int | None = None
    patterns: tuple[tuple[int, ...], ...] = ()
    prefers: str | None = None


@frozen(kw_only=True)
class Slot:
    """What is left of one day of one member of staff.

    Attributes:
        staff: Whose day it is.
        day: Which day.
        minutes: For visits and the way to them, there and back.
        depot: The point where it begins and ends.

    Units:
        day: as `date.toordinal` counts; minutes: minutes.
    """

    staff: str
    day: int
    minutes: int
    depot: int


@frozen(kw_only=True, repr=False)
class RoundsProblem:
    """Visits to be spread over days, and put in order within each.

    Attributes:
        stops: What to visit, in any order: the same rounds come of every order.
        slots: When somebody has time for it, in any order.
        metres: From each point to each; None where no way leads. It need not be the same both ways.
        pace: How fast the way goes; 0: the way takes no time.
        change: What a visit costs that somebody other than the preferred makes.
        fair: What uneven work costs: `fair` times the sum, over staff, of the square of the minutes
            of visits divided by the minutes of all their slots, rounded down for each.

    Raises:
        RequestError: A number is negative or no whole number, an index leads nowhere, two stops
            have one reference, or the distances are not square.

    Units:
        metres, change: metres; pace: metres a minute; fair: metres.
    """

    stops: tuple[Stop, ...]
    slots: tuple[Slot, ...]
    metres: Sequence[Sequence[int | None]]
    pace: int
    change: int = 0
    fair: int = 0

    def __attrs_post_init__(self) -> None:
        """Refuse what no solver could make sense of, naming every fault."""
        if faults := [*_wrong_numbers(self), *_wrong_stops(self), *_wrong_metres(self.metres)]:
            raise RequestError.of(faults)

    def __repr__(self) -> str:
        """How much there is of it, and of nobody."""
        return f"RoundsProblem(stops={len(self.stops)}, slots={len(self.slots)})"


@frozen(kw_only=True)
class Missed:
    """Visits of one stop that are in no tour.

    Attributes:
        stop: Index of the stop in the problem.
        units: How many visits.
        reason: Why.
    """

    stop: int
    units: int
    reason: MissReason


@frozen(kw_only=True)
class Rounds:
    """Which stops are visited in which slot, and in which order.

    Attributes:
        tours: Indexes of stops, one tuple for each slot of the problem, in the problem's order.
        missed: By stop and reason.
        metres: Length of all tours together, there and back.
        iterations: How many rounds of change were made.
    """

    tours: tuple[tuple[int, ...], ...]
    missed: tuple[Missed, ...]
    metres: int
    iterations: int


class RoundsSolver(Protocol):
    """What makes rounds: the built-in `solve_rounds`, or that of a plugin."""

    def __call__(
        self,
        problem: RoundsProblem,
        *,
        seed: int = 0,
        iterations: int = ITERATIONS,
        stop: Callable[[], bool] | None = None,
    ) -> Rounds:
        """Choose days and order of visits.

        Missed visits weigh more than anything else; then come metres, changes and fairness.

        Args:
            problem: What to visit, and when.
            seed: The same problem, seed and iterations give the same rounds.
            iterations: How much to try.
            stop: Asked again and again; once it says so, the best found so far is returned.

        Returns:
            Rounds that `check_rounds` finds nothing wrong with, whenever it was stopped.
        """
        ...


def is_whole(value: object, least: int = 0) -> bool:
    """Whether a value is a whole number, at least so large; True and False are none."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= least


def _wrong_numbers(problem: RoundsProblem) -> Iterator[Fault]:
    for name in ("pace", "change", "fair"):
        if not is_whole(getattr(problem, name)):
            yield Fault("rounds.number", {"field": name})
    for number, slot in enumerate(problem.slots):
        if not is_whole(slot.minutes) or slot.minutes > _DAY:
            yield Fault("rounds.slot_number", {"field": "minutes", "slot": number})
        if not is_whole(slot.day, 1) or slot.day > date.max.toordinal():
            yield Fault("rounds.slot_number", {"field": "day", "slot": number})
        if not is_whole(slot.depot) or slot.depot >= len(problem.metres):
            yield Fault("rounds.slot_point", {"slot": number})


def _wrong_stops(problem: RoundsProblem) -> Iterator[Fault]:
    seen: set[str] = set()
    for number, stop in enumerate(problem.stops):
        if stop.ref in seen:
            yield Fault("rounds.ref_twice", {"stop": number})
        seen.add(stop.ref)
        for name in ("minutes", "times"):
            if not is_whole(getattr(stop, name), 1):
                yield Fault("rounds.stop_number", {"field": name, "stop": number})
        if not is_whole(stop.point) or stop.point >= len(problem.metres):
            yield Fault("rounds.stop_point", {"stop": number})
        if not all(is_whole(slot) and slot < len(problem.slots) for slot in stop.slots):
            yield Fault("rounds.stop_slot", {"stop": number})
        if not _is_gap(stop.gap) or not (stop.since is None or is_whole(stop.since)):
            yield Fault("rounds.gap", {"stop": number})
        if not all(_is_pattern(days, stop.times) for days in stop.patterns):
            yield Fault("rounds.pattern", {"stop": number, "times": stop.times})


def _is_gap(gap: tuple[int, int | None]) -> bool:
    least, most = gap
    return is_whole(least, 1) and (most is None or is_whole(most, least))


def _is_pattern(days: tuple[int, ...], times: int) -> bool:
    return len(days) == times and all(map(is_whole, days)) and sorted(set(days)) == list(days)


def _wrong_metres(metres: Sequence[Sequence[int | None]]) -> Iterator[Fault]:
    for number, row in enumerate(metres):
        if len(row) != len(metres):
            yield Fault("rounds.not_square", {"point": number})
        elif not all(one is None or (type(one) is int and one >= 0) for one in row):
            yield Fault("rounds.metres", {"point": number})
