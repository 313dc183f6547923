"""What a plan made from another one changes: pins, moves, and the new plan with both."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from attrs import field, frozen

from fengqiao.planning.plan import Placed, Plan

MoveReason = Literal[
    "done", "away", "no_hours", "post", "window", "no_room", "spacing", "not_done", "new"
]
"""Why something does not stand where it stood.

- `done`: it is done, or no longer due.
- `away`: the officer is away on that day.
- `no_hours`: the officer has no hours on that day any more.
- `post`: the officer may not do it any more on that day.
- `window`: it may not be done on that day any more.
- `no_room`: the day has no room for it any more.
- `spacing`: other visits to the same reference are too near, or too far.
- `not_done`: it stood on a day that is over, and was not done.
- `new`: it stood nowhere.
"""
Where = tuple[str, date]
"""With whom and on which day."""


@frozen(kw_only=True)
class Pin:
    """Blocks that must stay with their officer, on their day and at their hour; None: any.

    Whoever pins one block of a round of visits pins the round: its order, its hours, and nobody
    else in it.

    Attributes:
        staff: Of this officer.
        day: Of this day.
        item: Of this due item.
    """

    staff: str | None = None
    day: date | None = None
    item: str | None = None

    def holds(self, block: Placed) -> bool:
        """Whether it pins a block."""
        return (
            self.staff in (None, block.staff)
            and self.day in (None, block.day)
            and self.item in (None, block.item)
        )


@frozen(kw_only=True)
class Move:
    """Units of one item, or visits to one reference, that do not stand where they stood.

    Attributes:
        ref: Of a visit; None: of units without one.
        before, after: With whom and on which day; None: nowhere.
        reason: Why.
    """

    item: str
    ref: str | None = None
    units: int
    before: Where | None
    after: Where | None
    reason: MoveReason

    def to_json(self) -> dict[str, Any]:
        """The move as plain data."""
        return {
            "item": self.item,
            "ref": self.ref,
            "units": self.units,
            "from": _shown(self.before),
            "to": _shown(self.after),
            "reason": self.reason,
        }


def _shown(where: Where | None) -> dict[str, str] | None:
    return {"staff": where[0], "day": where[1].isoformat()} if where else None


@frozen(kw_only=True, repr=False)
class Replan:
    """A plan made from another one.

    Attributes:
        plan: From the day after `plan.on`.
        past: Blocks of the plan before, up to that day.
        moves: Whatever does not stand where it stood, and what is new.
        kept: Units and visits that stand where they stood.
        pinned: Blocks of the plan before that were to stay, and do.
    """

    plan: Plan
    past: tuple[Placed, ...]
    moves: tuple[Move, ...]
    kept: int
    pinned: tuple[Placed, ...] = field(default=())

    def __repr__(self) -> str:
        """The plan, and how much changed."""
        return f"Replan({self.plan!r}, {self.counts()})"

    @property
    def changed(self) -> int:
        """The measure that is kept small.

        Units and visits that stood after the day, are still to be done, and now stand with
        somebody else, on another day or nowhere.
        """
        return sum(
            one.units for one in self.moves if one.before is not None and one.reason != "done"
        )

    def counts(self) -> dict[str, int]:
        """Units and visits that were kept, changed, are done, and are new."""
        return {
            "kept": self.kept,
            "changed": self.changed,
            "done": sum(one.units for one in self.moves if one.reason == "done"),
            "new": sum(one.units for one in self.moves if one.before is None),
        }

    def to_json(self) -> dict[str, Any]:
        """The plan as plain data, with `moves`, `past` and `changes` beside it."""
        return {
            **self.plan.to_json(),
            "past": [one.to_json() for one in self.past],
            "moves": [one.to_json() for one in self.moves],
            "changes": self.counts(),
        }
