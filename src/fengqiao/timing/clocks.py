"""Clocks that the events of a case start, stop, hold and start anew."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from attrs import field, frozen

from fengqiao.timing.counting import CountingRule, Length
from fengqiao.timing.deadlines import Deadline
from fengqiao.timing.exclusions import Within
from fengqiao.timing.extensions import ExtensionRule, codes

ClockState = Literal["not_started", "running", "held", "stopped"]


@frozen(kw_only=True)
class ClockEvent:
    """What happened in a case, as far as clocks need it.

    Args:
        kind: Kind of the event: `filed`, `mediation_failed`, `expert_asked`.
        at: Moment (seconds since 1970) or day.
        code: Reason code of an extension.
        by: Id of the member of staff who approved it.
    """

    kind: str
    at: int | date
    code: str = ""
    by: str = ""


@frozen(kw_only=True)
class Hold:
    """Two kinds of event between which a clock leaves time out.

    Args:
        reason: Code of the reason.
        begins: Kind of the event at which it begins.
        ends: Kind of the event at which it ends.
        within: `open_hours` where it counts only as far as it overlaps them.
        clause: Where that stands.
    """

    reason: str
    begins: str
    ends: str
    within: Within = "always"
    clause: str = ""


@frozen(kw_only=True)
class Clock:
    """A limit on a case, and the events that its clock listens to.

    Args:
        id: Name of the clock; the entry that states the limit.
        length: The limit.
        rule: How it counts.
        clause: Where the limit stands.
        starts: Kinds of event that start it where it isn't running, each with its clause.
        restarts: Kinds of event that start it anew, running or not.
        stops: Kinds of event that stop it: the act was done, or the case took another way.
        holds: Spans that it leaves out.
        extends: Kinds of event by which it is extended.
        allowed: What extensions the clause allows.
    """

    id: str
    length: Length
    rule: CountingRule
    clause: str = ""
    starts: Mapping[str, str] = field(factory=dict, hash=False)
    restarts: Mapping[str, str] = field(factory=dict, hash=False)
    stops: Mapping[str, str] = field(factory=dict, hash=False)
    holds: tuple[Hold, ...] = ()
    extends: frozenset[str] = field(default=frozenset(), converter=codes)
    allowed: ExtensionRule | None = None


@frozen(kw_only=True)
class ClockRun:
    """How a clock stands after the events so far.

    Args:
        clock: Id of the clock.
        state: How it stands.
        started: The event that started it last; None where none did.
        stopped: The event that stopped it; None where it isn't stopped.
        because: Clause behind that start.
        deadline: Its deadline; None where it hasn't started.
    """

    clock: str
    state: ClockState
    started: ClockEvent | None = None
    stopped: ClockEvent | None = None
    because: str = ""
    deadline: Deadline | None = None

    @property
    def done_at(self) -> int | date | None:
        """When the act was done, as `overdue` takes it; None while the clock isn't stopped."""
        return self.stopped.at if self.stopped else None
