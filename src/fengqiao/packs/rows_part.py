"""The fields of a part of a sheet, and of what stands inside it."""

from __future__ import annotations

from typing import Literal, get_args

from attrs import frozen

from fengqiao.packs.fields import may, need, read_row, row_schema, rows_form
from fengqiao.packs.forms import AMOUNT, FLAG, NAME, TEXT, Form, one_of, or_open, word_of
from fengqiao.packs.limits import Limits
from fengqiao.packs.spot import Spot
from fengqiao.rules.points import Missing, Veto
from fengqiao.rules.values import Exact, Open


@frozen(kw_only=True)
class StepRow(Limits):
    """The points for values of one stretch."""

    points: Exact = need(AMOUNT)


@frozen(kw_only=True)
class EachShortRow:
    """Points for each whole unit that a value is short of a target."""

    target: Exact = need(AMOUNT)
    points: Exact = need(AMOUNT)
    unit: Exact | None = may(AMOUNT)
    floor: Exact | None = may(AMOUNT)


@frozen(kw_only=True)
class EachTimeRow:
    """Points for each time that was counted."""

    points: Exact | Open = need(or_open(AMOUNT))
    floor: Exact | None = may(AMOUNT)


def _read_short(raw: object, spot: Spot) -> EachShortRow | None:
    return read_row(EachShortRow, raw, spot)


def _read_time(raw: object, spot: Spot) -> EachTimeRow | None:
    return read_row(EachTimeRow, raw, spot)


@frozen(kw_only=True)
class PartRow(Limits):
    """One component of a sheet; a veto has a comparison and no weight."""

    name: str = need(NAME)
    zh: str = may(TEXT, "")
    en: str = may(TEXT, "")
    weight: Exact | Open | None = may(or_open(AMOUNT))
    by: str | None = may(word_of("role"))
    measure: str | Open | None = may(or_open(NAME))
    steps: tuple[StepRow, ...] | None = may(rows_form(StepRow))
    tie: Literal["upper", "lower"] | None = may(one_of("upper", "lower"))
    each_short: EachShortRow | None = may(Form(_read_short, row_schema(EachShortRow)))
    each_time: EachTimeRow | None = may(Form(_read_time, row_schema(EachTimeRow)))
    full: Exact | Open | None = may(or_open(AMOUNT))
    cap: Exact | None = may(AMOUNT)
    bonus: bool = may(FLAG, default=False)
    deduct: bool = may(FLAG, default=False)
    veto: Veto | None = may(one_of(*get_args(Veto)))
    missing: Missing = may(one_of(*get_args(Missing)), "interval")
