"""Clocks of a procedure: time limits that steps start, stop, hold, start anew and extend."""

from __future__ import annotations

from datetime import date  # noqa: F401  annotations of inherited fields are read in this module

from attrs import frozen

from fengqiao.rules.entry import PlacesMay
from fengqiao.rules.held import Held
from fengqiao.rules.sources import Cite, Words
from fengqiao.rules.values import Comparison, Exact, Open
from fengqiao.timing.exclusions import Within


@frozen(kw_only=True)
class LeftOut:
    """Time between two kinds of step that a clock leaves out.

    Attributes:
        reason: Code of the reason, a word of `clock_hold`.
        begins, ends: Kinds of step.
        within: `open_hours` where it counts only as far as it overlaps them.
        is_open: Whether it is left out at all is an open term, `<procedure>.<clock>.<reason>`.
        cites: Where that stands.
    """

    reason: str
    begins: str
    ends: str
    within: Within = "always"
    is_open: bool = False
    cites: tuple[Cite, ...] = ()


@frozen(kw_only=True)
class MoreTime:
    """How a limit may be made longer, before it has passed.

    Attributes:
        by: Kinds of step that do so.
        length: Of one extension; open where the text names none.
        times: How many there may be; None where the text names no number.
        reasons: Facts that are grounds, one of which the step attests; empty where there are none.
        needs: Facts that the step must have besides.
    """

    by: tuple[str, ...]
    length: Exact | Open
    times: int | None = None
    reasons: tuple[str, ...] = ()
    needs: Comparison | None = None


@frozen(kw_only=True)
class CaseClock(Held):
    """A time limit of cases, and the steps that it listens to.

    Attributes:
        name: Its name in the procedure; clocks of one name hold on different days.
        length: The limit; None where a norm states it.
        norm: Id of the norm on the case that states it.
        counting: Id of the rule by which it counts; None: that of the procedure.
        starts: Kinds of step that start it where it isn't running.
        restarts: Kinds of step that start it anew.
        restart_cites: Where that stands.
        stops: Kinds of step that stop it.
        when: Facts of the case without which it doesn't run.
        levels: Levels at which it runs: it stops when the case goes to another one, and starts
            when it comes to one of them. None stated: at every level.
        places_may: What a place may do with it, where that differs from the procedure's.
        is_open: Whether it starts anew, or runs at all where no step restarts it, is an open term,
            `<procedure>.<clock>`.
    """

    name: str
    length: Exact | None = None
    norm: str | None = None
    counting: str | None = None
    starts: tuple[str, ...]
    restarts: tuple[str, ...] = ()
    restart_cites: tuple[Cite, ...] = ()
    stops: tuple[str, ...] = ()
    holds: tuple[LeftOut, ...] = ()
    extend: MoreTime | None = None
    when: Comparison | None = None
    levels: tuple[str, ...] = ()
    places_may: PlacesMay | None = None
    is_open: bool = False
    names: Words = Words()
    reading: Words = Words()
    other: Words = Words()

    @property
    def every_cite(self) -> tuple[Cite, ...]:
        """Clauses of the limit, of what starts it anew and of what it leaves out."""
        held = (cite for hold in self.holds for cite in hold.cites)
        return tuple(dict.fromkeys((*self.cites, *self.restart_cites, *held)))
