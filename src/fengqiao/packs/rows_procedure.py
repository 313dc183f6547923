"""Rows of a procedure: states, moves, guards and routes, each under a header of its own."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from fengqiao.packs.fields import may, need
from fengqiao.packs.forms import DAY, FLAG, NAME, TEXT, WORDS_TEXT, Form, matching, several, word_of
from fengqiao.packs.limits import COMPARISON, word_comparison
from fengqiao.packs.spot import Spot
from fengqiao.rules.entries import Words
from fengqiao.rules.values import Comparison, Op

STATE = word_of("case_state")
STEP = word_of("case_step")
WHO = word_of("step_by")
GUARD_NAME: Form[str] = matching("[a-z][a-z0-9_]{0,59}", "pack.not_a_name")


def _facts(op: Op) -> Form[Comparison]:
    """Facts of a guard: a plain list is meant as its comparison says."""

    def read(raw: object, spot: Spot) -> Comparison | None:
        if isinstance(raw, (str, list)):
            words = several(NAME).read(raw, spot)
            return None if words is None else word_comparison(op, words)
        return COMPARISON.read(raw, spot)

    return Form(read, {"anyOf": [several(NAME).schema, COMPARISON.schema]})


NEEDS = _facts("all_of")
BARS = _facts("any_of")


@frozen(kw_only=True, slots=False)
class PieceRow:
    """Fields of every piece of a procedure."""

    clause: tuple[str, ...] = may(several(TEXT), ())
    since: date | None = may(DAY)
    until: date | None = may(DAY)


@frozen(kw_only=True)
class StateRow(PieceRow):
    """`[[procedure.state]]`: a state that a case may be in."""

    name: str = need(STATE)
    ends: bool = may(FLAG, default=False)


@frozen(kw_only=True)
class MoveRow(PieceRow):
    """`[[procedure.move]]`: a step, the states from which it is possible, and where it leads."""

    name: str = need(STEP)
    from_: tuple[str, ...] = need(several(STATE))
    to: str | None = may(STATE)
    by: tuple[str, ...] = may(several(WHO), ())
    needs: Comparison | None = may(NEEDS)
    bars: Comparison | None = may(BARS)


@frozen(kw_only=True)
class GuardRow(PieceRow):
    """`[[procedure.guard]]`: what moves need, or what bars them."""

    name: str = need(GUARD_NAME)
    moves: tuple[str, ...] = need(several(STEP))
    needs: Comparison | None = may(NEEDS)
    bars: Comparison | None = may(BARS)
    within: tuple[str, ...] = may(several(NAME), ())
    open: bool = may(FLAG, default=False)
    zh: str = may(TEXT, "")
    en: str = may(TEXT, "")
    reading: Words = may(WORDS_TEXT, Words())
    other: Words = may(WORDS_TEXT, Words())


@frozen(kw_only=True)
class RouteRow(PieceRow):
    """`[[procedure.route]]`: where a case of some kind goes."""

    when: Comparison = need(NEEDS)
    to: str = need(NAME)
