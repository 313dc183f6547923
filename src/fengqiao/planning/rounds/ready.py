"""A problem made ready for the search: in an order of its own, all time counted in metres."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from fengqiao.planning.rounds.problem import RoundsProblem, Slot, Stop
from fengqiao.planning.rounds.spacing import Spacing, spacing_of

Row = Sequence[int]


@frozen(kw_only=True)
class Ready:
    """What the search reads again and again; stops and slots are numbered anew.

    Time is counted in metres: minutes times pace. Where the way takes no time a minute is longer
    than all ways together, so that one comparison serves both.

    Attributes:
        stops: By reference, each with its index in the problem.
        slots: By staff and day, each with its index in the problem.
        rows: Metres from each point to each; where no way leads, more than any day has.
        columns: The same, to each point from each.
        far: What stands where no way leads.
        needs: Of each stop, what one visit takes.
        rooms: Of each slot, how much it holds.
        fitting: Of each stop, the slots that can hold one of its visits if nothing else is there.
        extras: Of each stop, what a visit costs in each of its slots besides the way.
        spacings: Of each stop, which days go together.
        staff: Of each slot, the number of its staff.
        shares: Of each member of staff, the minutes of all slots.
        wanted: All visits together.
    """

    problem: RoundsProblem
    stops: tuple[tuple[int, Stop], ...]
    slots: tuple[tuple[int, Slot], ...]
    rows: tuple[Row, ...]
    columns: tuple[Row, ...]
    far: int
    needs: tuple[int, ...]
    rooms: tuple[int, ...]
    fitting: tuple[tuple[int, ...], ...]
    extras: tuple[dict[int, int], ...]
    spacings: tuple[Spacing, ...]
    staff: tuple[int, ...]
    shares: tuple[int, ...]
    wanted: int

    @property
    def days(self) -> tuple[int, ...]:
        """Of each slot, its day."""
        return tuple(slot.day for _, slot in self.slots)


def make_ready(problem: RoundsProblem) -> Ready:
    """Number stops and slots in an order that does not depend on the problem's.

    Args:
        problem: As the caller gave it.

    Returns:
        The same for every order of stops and slots, apart from the indexes kept beside them.
    """
    stops = tuple(sorted(enumerate(problem.stops), key=lambda one: one[1].ref))
    asking: list[list[str]] = [[] for _ in problem.slots]
    for _, stop in stops:
        for index in set(stop.slots):
            asking[index].append(stop.ref)
    slots = tuple(
        sorted(enumerate(problem.slots), key=lambda one: (*_order(one[1]), asking[one[0]]))
    )
    minute, far = _scales(problem)
    rows = tuple(_without_gaps(row, far) for row in problem.metres)
    columns = tuple(zip(*rows, strict=True))
    new = {index: number for number, (index, _) in enumerate(slots)}
    needs = tuple(stop.minutes * minute for _, stop in stops)
    rooms = tuple(slot.minutes * minute + (0 if problem.pace else minute - 1) for _, slot in slots)
    names = sorted({slot.staff for slot in problem.slots})
    fitting = []
    for number, (_, stop) in enumerate(stops):
        there = rows[stop.point]
        back = columns[stop.point]
        fitting.append(
            tuple(
                slot
                for slot in sorted({new[index] for index in stop.slots})
                if back[slots[slot][1].depot] + there[slots[slot][1].depot] + needs[number]
                <= rooms[slot]
            )
        )
    return Ready(
        problem=problem,
        stops=stops,
        slots=slots,
        rows=rows,
        columns=rows if rows == columns else columns,
        far=far,
        needs=needs,
        rooms=rooms,
        fitting=tuple(fitting),
        extras=tuple(
            {
                slot: problem.change
                for slot in fits
                if stop.prefers is not None and slots[slot][1].staff != stop.prefers
            }
            for (_, stop), fits in zip(stops, fitting, strict=True)
        ),
        spacings=tuple(
            spacing_of(stop, [problem.slots[index].day for index in stop.slots])
            for _, stop in stops
        ),
        staff=tuple(names.index(slot.staff) for _, slot in slots),
        shares=tuple(
            sum(slot.minutes for slot in problem.slots if slot.staff == name) for name in names
        ),
        wanted=sum(stop.times for _, stop in stops),
    )


def _order(slot: Slot) -> tuple[str, int, int]:
    return slot.staff, slot.day, slot.minutes


def _scales(problem: RoundsProblem) -> tuple[int, int]:
    """How many metres a minute is worth, and a way longer than any day."""
    longest = max((one for row in problem.metres for one in row if one is not None), default=0)
    visits = sum(stop.times for stop in problem.stops)
    minute = problem.pace or longest * 2 * (visits + len(problem.slots)) + 1
    return minute, minute * (max((slot.minutes for slot in problem.slots), default=0) + 2)


def _without_gaps(row: Sequence[int | None], far: int) -> Row:
    return tuple(far if one is None else min(one, far) for one in row)
