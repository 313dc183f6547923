"""A plan: what stands on whose day, and what found no place, with the reason."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, Literal, Protocol

from attrs import evolve, frozen

from fengqiao.measures import Reason
from fengqiao.planning.capacity import Capacity
from fengqiao.planning.items import DueItem
from fengqiao.planning.rounds.problem import MissReason
from fengqiao.timing import Period

UnplacedReason = Literal[
    "no_minutes",
    "no_role",
    "no_staff",
    "no_hours",
    "day_off",
    "away",
    "too_long",
    "no_time_in_window",
    "no_time_in_period",
    "time_kept",
    "room_taken",
    "outside_period",
    "window_over",
]
"""Why units of a due item stand on no day.

- `no_minutes`: nobody said how long one takes.
- `no_role`: its entry names nobody who does it.
- `no_staff`: nobody with such a role holds a post there on those days.
- `no_hours`: nobody who may do it has stated hours.
- `day_off`: no day of its window in the plan is worked by those who may do it.
- `away`: those who may do it are away on its days in the plan.
- `too_long`: one takes longer than any of their days.
- `no_time_in_window`: their days are full.
- `no_time_in_period`: their days in the plan are full; its window has days outside the plan, too.
- `time_kept`: what room is left on their days is kept for work in the community.
- `room_taken`: the room that it needs is closed or taken whenever they have time.
- `outside_period`: left for days of its window that lie outside the plan's period.
- `window_over`: its window has ended.
"""

LeftReason = MissReason | Literal["no_item", "nothing_open", "not_known", "no_minutes", "no_place"]
"""Why a wanted visit is in no plan: what a solver says, or what is said before it is asked.

- `no_item`: nothing that is due is served by it.
- `nothing_open`: all that it serves is done.
- `not_known`: how many of it are open can't be said.
- `no_minutes`: nobody said how long it takes.
- `no_place`: nobody said where it is.
"""


@frozen(kw_only=True)
class Placed:
    """Units of one due item, one after the other on one day of one member of staff.

    Attributes:
        item: Id of the due item.
        entry: Id of its entry.
        minutes: Of the work itself, without the ways.
        units: How many of the item it counts for. Of visits to references these are the ones not
            counted before: a second visit to one reference counts no further unit.
        place: The area, room or station where it is due.
        clause: Where it stands, as findings show it.
        refs: Whom to visit, in this order; empty where the caller named nobody.
        travel: Of the ways to these visits and, at the end of a round, back.
        serves: Other due items for which the same visits count, and how many units of each.

    Units:
        start: minutes after midnight; minutes, travel: minutes.
    """

    item: str
    entry: str
    staff: str
    day: date
    start: int
    minutes: int
    units: int
    place: str
    clause: tuple[str, ...]
    refs: tuple[str, ...] = ()
    travel: int = 0
    serves: tuple[tuple[str, int], ...] = ()

    @property
    def end(self) -> int:
        """When it ends, in minutes after midnight."""
        return self.start + self.travel + self.minutes

    def to_json(self) -> dict[str, Any]:
        """The block as plain data."""
        return {
            "item": self.item,
            "entry": self.entry,
            "staff": self.staff,
            "day": self.day.isoformat(),
            "start": clock(self.start),
            "minutes": self.minutes,
            "units": self.units,
            "place": self.place,
            "clause": list(self.clause),
            "refs": list(self.refs),
            "travel": self.travel,
            "serves": [{"item": item, "units": units} for item, units in self.serves],
        }


@frozen(kw_only=True)
class Unplaced:
    """Units of one due item that stand on no day.

    Attributes:
        staff: Who owes it, where that is one member of staff.
        units: How many; 0 where it can't be said how many are open.
        reason: Why; a reason of the due item itself where it has one (`not_configured`).
    """

    item: str
    entry: str
    staff: str | None
    units: int
    reason: UnplacedReason | Reason
    clause: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """What found no place, as plain data."""
        return {
            "item": self.item,
            "entry": self.entry,
            "staff": self.staff,
            "units": self.units,
            "reason": self.reason,
            "clause": list(self.clause),
        }


@frozen(kw_only=True)
class LeftVisit:
    """Visits to one reference that the caller wanted and that are in no plan.

    Attributes:
        times: How many of them.
        reason: Why.
    """

    ref: str
    times: int
    reason: LeftReason

    def to_json(self) -> dict[str, Any]:
        """What was left out, as plain data."""
        return {"ref": self.ref, "times": self.times, "reason": self.reason}


@frozen(kw_only=True, repr=False)
class Plan:
    """Who does what when.

    Attributes:
        placed: By day, staff and start.
        unplaced: By item and reason.
        left: Wanted visits that are not made, by reference and reason.
        period: The days that were planned.
        on: The day up to and including which facts were counted; the plan begins after it.
    """

    placed: tuple[Placed, ...]
    unplaced: tuple[Unplaced, ...]
    period: Period
    on: date
    left: tuple[LeftVisit, ...] = ()

    def __repr__(self) -> str:
        """Period, and how many blocks and reasons there are."""
        return f"Plan({self.period}, placed={len(self.placed)}, unplaced={len(self.unplaced)})"

    def of(self, staff: str) -> Plan:
        """The part of one member of staff; of what found no place, what only they owe."""
        return evolve(
            self,
            placed=tuple(one for one in self.placed if one.staff == staff),
            unplaced=tuple(one for one in self.unplaced if one.staff == staff),
            left=(),
        )

    def counts(self) -> dict[str, int]:
        """How many units, visits and minutes are placed, and how many are not."""
        also = sum(units for one in self.placed for _, units in one.serves)
        return {
            "placed": also + sum(one.units for one in self.placed),
            "minutes": sum(one.minutes for one in self.placed),
            "travel": sum(one.travel for one in self.placed),
            "visits": sum(len(one.refs) for one in self.placed),
            "left": sum(one.times for one in self.left),
            "unplaced": sum(one.units for one in self.unplaced),
        }

    def to_json(self) -> dict[str, Any]:
        """The plan as plain data."""
        return {
            "format": 1,
            "period": str(self.period),
            "on": self.on.isoformat(),
            "placed": [one.to_json() for one in self.placed],
            "unplaced": [one.to_json() for one in self.unplaced],
            "left": [one.to_json() for one in self.left],
            "counts": self.counts(),
        }

    def jsonl(self) -> Iterator[str]:
        """One line of JSON for each block, for each that found no place, for each visit left."""
        every: tuple[Placed | Unplaced | LeftVisit, ...]
        every = (*self.placed, *self.unplaced, *self.left)
        for one in every:
            yield json.dumps(one.to_json(), ensure_ascii=False)


Tell = Callable[[int, int], None]
"""Told again and again how much is done of how much, such as for a bar."""


class Planner(Protocol):
    """What makes plans: a host may bring its own."""

    def plan(
        self,
        items: tuple[DueItem, ...],
        capacities: tuple[Capacity, ...],
        *,
        period: Period,
        on: date,
    ) -> Plan:
        """Place what is due on days of staff.

        Args:
            items: What is due, in any order: the same plan comes of every order.
            capacities: Who can work when, in any order.
            period: The days to plan.
            on: The day up to and including which facts were counted: nothing is placed on it or
                before it.

        Returns:
            A plan in which every open unit of every item is either placed, or unplaced with its
            reason, and that `verify` finds nothing wrong with.
        """
        ...


def clock(minutes: int) -> str:
    """Minutes after midnight as a clock shows them: `09:30`."""
    return f"{minutes // 60:02}:{minutes % 60:02}"
