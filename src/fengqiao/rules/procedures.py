"""What a procedure is made of: states, moves between them, guards of moves, and clocks.

Each holds from the day to the day of the text that says it, so that one procedure carries the law
of several years: which day's law governs a case is the procedure's `transition`.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from attrs import frozen

from fengqiao.rules.case_clocks import CaseClock
from fengqiao.rules.entry import (
    Entry,
    PlacesMay,  # noqa: F401  annotations of inherited fields are read in this module
)
from fengqiao.rules.held import Held
from fengqiao.rules.sources import (
    Cite,  # noqa: F401  as above
    Force,
    Origin,  # noqa: F401  as above
    Words,
)
from fengqiao.rules.values import Comparison

Transition = Literal["by_acceptance", "by_event", "open"]
"""The day whose law governs a step: of the case's acceptance, of the step, or not said."""


@frozen(kw_only=True)
class State(Held):
    """A state that a case may be in.

    Attributes:
        name: A word of `case_state`.
        ends: Whether the case may rest there for good.
    """

    name: str
    ends: bool = False


@frozen(kw_only=True)
class Move(Held):
    """A step that is possible from some states.

    Attributes:
        name: A word of `case_step`.
        froms: The states.
        to: The state that it leads to; None: the case stays where it is.
        by: Who may take it; none stated: anybody.
    """

    name: str
    froms: tuple[str, ...]
    to: str | None = None
    by: tuple[str, ...] = ()


@frozen(kw_only=True)
class Guard(Held):
    """What moves need, or what bars them.

    Attributes:
        name: Unique in its procedure.
        moves: Names of moves.
        needs: Facts that must be there: all of them, or any.
        bars: Facts of which none may be there.
        within: Ids of norms on the case that the step must keep: a time limit, a number.
        is_open: Whether it applies at all is an open term, `<procedure>.<guard>`.
    """

    name: str
    moves: tuple[str, ...]
    needs: Comparison | None = None
    bars: Comparison | None = None
    within: tuple[str, ...] = ()
    is_open: bool = False
    names: Words = Words()
    reading: Words = Words()
    other: Words = Words()


@frozen(kw_only=True)
class Route(Held):
    """Where a case of some kind goes.

    Attributes:
        when: Facts by which it is told.
        to: A procedure, or a body of `step_by`.
    """

    when: Comparison
    to: str


@frozen(kw_only=True)
class Procedure(Entry):
    """A way of handling cases.

    Attributes:
        adds: Whether it adds to the parent's procedure of its key, instead of standing before it.
        path: Levels that a case is passed up along, from the first to the last.
        contents, papers: What an agreement, and a file, must have to be complete.
        counting: Id of the rule by which its time limits run.
        transition: The day whose law governs a step of a case that is open when the law changes.
    """

    each: str
    states: tuple[State, ...]
    moves: tuple[Move, ...]
    guards: tuple[Guard, ...] = ()
    routes: tuple[Route, ...] = ()
    clocks: tuple[CaseClock, ...] = ()
    adds: bool = False
    path: tuple[str, ...] = ()
    contents: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    counting: str | None = None
    transition: Transition = "by_event"
    effective_from: date
    effective_until: date | None = None
    force: Force
