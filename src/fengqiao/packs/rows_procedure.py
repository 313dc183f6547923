"""Rows of a procedure: states, moves, guards and routes, each under a header of its own."""

from __future__ import annotations

from datetime import date
from typing import get_args

from attrs import frozen

from fengqiao.packs.fields import may, need, read_row, row_schema, rows_form
from fengqiao.packs.forms import (
    COUNT,
    DAY,
    FLAG,
    NAME,
    QUANTITY,
    TEXT,
    WORDS_TEXT,
    Form,
    matching,
    one_of,
    or_open,
    several,
    word_of,
)
from fengqiao.packs.limits import COMPARISON, word_comparison
from fengqiao.packs.spot import Spot
from fengqiao.rules.entries import PlacesMay, Words
from fengqiao.rules.values import Comparison, Exact, Op, Open
from fengqiao.timing.exclusions import Within

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


@frozen(kw_only=True)
class HoldRow:
    """Time that a clock leaves out, from a step to another."""

    reason: str = need(word_of("clock_hold"))
    begins: str = need(STEP)
    ends: str = need(STEP)
    within: Within = may(one_of(*get_args(Within)), "always")
    open: bool = may(FLAG, default=False)
    clause: tuple[str, ...] = may(several(TEXT), ())


@frozen(kw_only=True)
class ExtendRow:
    """How a clock may be given more time."""

    by: tuple[str, ...] = need(several(STEP))
    at_most: Exact | Open = need(or_open(QUANTITY))
    times: int | None = may(COUNT)
    reasons: tuple[str, ...] = may(several(NAME), ())
    needs: Comparison | None = may(NEEDS)


def _read_extend(raw: object, spot: Spot) -> ExtendRow | None:
    return read_row(ExtendRow, raw, spot)


@frozen(kw_only=True)
class ClockRow(PieceRow):
    """`[[procedure.clock]]`: a time limit that steps start, stop, hold, start anew and extend."""

    name: str = need(GUARD_NAME)
    at_most: Exact | None = may(QUANTITY)
    norm: str | None = may(NAME)
    counting: str | None = may(NAME)
    starts: tuple[str, ...] = need(several(STEP))
    restarts: tuple[str, ...] = may(several(STEP), ())
    restart_clause: tuple[str, ...] = may(several(TEXT), ())
    stops: tuple[str, ...] = may(several(STEP), ())
    holds: tuple[HoldRow, ...] = may(rows_form(HoldRow), ())
    extend: ExtendRow | None = may(Form(_read_extend, row_schema(ExtendRow)))
    when: Comparison | None = may(NEEDS)
    levels: tuple[str, ...] = may(several(NAME), ())
    places_may: PlacesMay | None = may(one_of(*get_args(PlacesMay)))
    open: bool = may(FLAG, default=False)
    zh: str = may(TEXT, "")
    en: str = may(TEXT, "")
    reading: Words = may(WORDS_TEXT, Words())
    other: Words = may(WORDS_TEXT, Words())
