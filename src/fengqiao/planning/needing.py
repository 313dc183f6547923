"""How many posts the work needs: its minutes, a relief factor, and what one post can give."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import ceil
from typing import Any, Literal

from attrs import field, frozen

from fengqiao.judging import Finding
from fengqiao.planning.burden import Burden
from fengqiao.planning.capacity import Capacity, WorkHours
from fengqiao.rules import Exact
from fengqiao.timing import Period, WorkCalendar, working_days

STAFFING_KEYS = ("staffing.officers", "staffing.auxiliaries", "staffing.grid_workers")
"""The 1, the 2 and the N of 1+2+N."""

NeedReason = Literal["no_relief", "no_hours", "nobody"]
"""Why a need can't be said: nobody stated the relief factor or the hours, or may do the work."""


@frozen(kw_only=True)
class RoleNeed:
    """What the work of those who hold the same roles needs.

    Attributes:
        roles: By name; none: work that nobody on the register may do.
        minutes: Asked of them in the period by entries with a stated duration.
        post: What one post gives in the period, filled on every working day.
        held: Posts that are filled, as a fraction of the period's working days.
        needed: Posts that the work needs: `minutes` times the relief factor, divided by `post`.
        reason: Why that can't be said.

    Units:
        minutes, post: minutes
    """

    roles: tuple[str, ...]
    minutes: int
    post: int | None
    held: Fraction | None
    needed: Fraction | None
    reason: NeedReason | None = None

    @property
    def posts(self) -> int | None:
        """Whole posts that are needed."""
        return None if self.needed is None else ceil(self.needed)

    def to_json(self) -> dict[str, Any]:
        """The need as plain data."""
        return {
            "roles": list(self.roles),
            "minutes": self.minutes,
            "post": self.post,
            "held": None if self.held is None else str(self.held),
            "needed": None if self.needed is None else str(self.needed),
            "posts": self.posts,
            "reason": self.reason,
        }


@frozen(kw_only=True, repr=False)
class Need:
    """Posts that the work of a period needs, against those held and those that a notice wants.

    Attributes:
        relief: The host's factor; None: not stated, then no need can be said.
        roles: Most minutes first.
        rooms: Findings on 1+2+N: what a notice wants of each police room, and what it has.
    """

    period: Period
    relief: Exact | None
    roles: tuple[RoleNeed, ...]
    rooms: tuple[Finding, ...] = field(factory=tuple)

    def __repr__(self) -> str:
        """Period and how many roles there are."""
        return f"Need({self.period}, roles={len(self.roles)})"

    def to_json(self) -> dict[str, Any]:
        """The need as plain data."""
        return {
            "format": 1,
            "period": str(self.period),
            "relief": self.relief.text if self.relief else None,
            "roles": [one.to_json() for one in self.roles],
            "rooms": [one.to_json() for one in self.rooms],
        }


def find_need(
    burden: Burden,
    capacities: Iterable[Capacity],
    *,
    hours: WorkHours,
    relief: Exact | None,
    calendar: WorkCalendar,
    rooms: Iterable[Finding] = (),
) -> Need:
    """Set the work of a period against posts.

    Args:
        burden: What the period asks.
        capacities: Who can work when, over the period.
        hours: As the host states them.
        relief: As the host states it: one post filled on every working day takes so many.
        calendar: Says which days are worked.
        rooms: Findings of `STAFFING_KEYS`.
    """
    span = burden.period.span
    days = working_days(span, calendar)
    asked: dict[tuple[str, ...], int] = {}
    for one in burden.officers:
        asked[one.roles] = asked.get(one.roles, 0) + one.minutes
    worked: dict[tuple[str, ...], int] = {}
    for capacity in capacities:
        for day, (_, minutes) in capacity.days.items():
            if span.contains(day):
                number = day.toordinal()
                held = {p.role for p in capacity.posts if p.since <= number <= p.until}
                roles = tuple(sorted(held))
                worked[roles] = worked.get(roles, 0) + minutes
    found = [
        _need(roles, minutes, worked, len(days), hours, relief) for roles, minutes in asked.items()
    ]
    return Need(
        period=burden.period,
        relief=relief,
        roles=tuple(sorted(found, key=lambda one: (-one.minutes, one.roles))),
        rooms=tuple(rooms),
    )


def _need(  # noqa: PLR0917  what is asked, and what there is
    roles: tuple[str, ...],
    minutes: int,
    worked: Mapping[tuple[str, ...], int],
    days: int,
    hours: WorkHours,
    relief: Exact | None,
) -> RoleNeed:
    stated = hours.of_roles(frozenset(roles))
    post = stated[1] * days if stated and days else None
    if post is None:
        why: NeedReason = "no_hours" if roles else "nobody"
        return RoleNeed(roles=roles, minutes=minutes, post=None, held=None, needed=None, reason=why)
    return RoleNeed(
        roles=roles,
        minutes=minutes,
        post=post,
        held=Fraction(worked.get(roles, 0), post),
        needed=Fraction(minutes * relief.num, post * relief.den) if relief else None,
        reason=None if relief else "no_relief",
    )
