"""A plan: what stands on whose day, and what found no place, with the reason."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any, Literal, Protocol

from attrs import evolve, frozen

from fengqiao.measures import Reason
from fengqiao.planning.capacity import Capacity
from fengqiao.planning.items import DueItem
from fengqiao.timing import Period

UnplacedReason = Literal[
    "no_minutes",
    "no_role",
    "no_staff",
    "no_hours",
    "day_off",
    "too_long",
    "no_time_in_window",
    "no_time_in_period",
    "outside_period",
    "window_over",
]
"""Why units of a due item stand on no day.

- `no_minutes`: nobody said how long one takes.
- `no_role`: its entry names nobody who does it.
- `no_staff`: nobody with such a role holds a post there on those days.
- `no_hours`: nobody who may do it has stated hours.
- `day_off`: no day of its window in the plan is worked by those who may do it.
- `too_long`: one takes longer than any of their days.
- `no_time_in_window`: their days are full.
- `no_time_in_period`: their days in the plan are full; its window has days outside the plan, too.
- `outside_period`: left for days of its window that lie outside the plan's period.
- `window_over`: its window has ended.
"""


@frozen(kw_only=True)
class Placed:
    """Units of one due item, one after the other on one day of one member of staff.

    Attributes:
        item: Id of the due item.
        entry: Id of its entry.
        place: The area, room or station where it is due.
        clause: Where it stands, as findings show it.

    Units:
        start: minutes after midnight; minutes: of all units together.
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

    @property
    def end(self) -> int:
        """When it ends, in minutes after midnight."""
        return self.start + self.minutes

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


@frozen(kw_only=True, repr=False)
class Plan:
    """Who does what when.

    Attributes:
        placed: By day, staff and start.
        unplaced: By item and reason.
        period: The days that were planned.
        on: The day up to and including which facts were counted; the plan begins after it.
    """

    placed: tuple[Placed, ...]
    unplaced: tuple[Unplaced, ...]
    period: Period
    on: date

    def __repr__(self) -> str:
        """Period, and how many blocks and reasons there are."""
        return f"Plan({self.period}, placed={len(self.placed)}, unplaced={len(self.unplaced)})"

    def of(self, staff: str) -> Plan:
        """The part of one member of staff; of what found no place, what only they owe."""
        return evolve(
            self,
            placed=tuple(one for one in self.placed if one.staff == staff),
            unplaced=tuple(one for one in self.unplaced if one.staff == staff),
        )

    def counts(self) -> dict[str, int]:
        """How many units and minutes are placed, and how many units are not."""
        return {
            "placed": sum(one.units for one in self.placed),
            "minutes": sum(one.minutes for one in self.placed),
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
            "counts": self.counts(),
        }

    def jsonl(self) -> Iterator[str]:
        """One line of JSON for each block, then one for each that found no place."""
        both: tuple[Placed | Unplaced, ...] = (*self.placed, *self.unplaced)
        for one in both:
            yield json.dumps(one.to_json(), ensure_ascii=False)


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
