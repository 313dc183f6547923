"""The rows of worked cases: what is given, what happened, and what comes of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from attrs import frozen

from fengqiao.packs.amounts import parse_amount, parse_signed
from fengqiao.packs.fields import may, need, rows_form
from fengqiao.packs.forms import (
    AMOUNT,
    COUNT,
    DAY,
    FLAG,
    NAME,
    QUANTITY,
    RANGE,
    Form,
    either,
    matching,
    several,
    word_of,
)
from fengqiao.packs.records_form import RECORDS
from fengqiao.packs.rows_steps import STANDS, STEPS, StandsRow, StepRow, has_steps, is_standing
from fengqiao.packs.spot import Spot
from fengqiao.packs.toml_file import Decimal
from fengqiao.rules.entries import DURING
from fengqiao.rules.values import Exact

SUBJECT = word_of("subject_kind")
ROLE = word_of("role")
_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
PERIOD = matching(
    rf"[0-9]{{4}}(-(H[12]|Q[1-4]|W[0-9]{{2}}|[0-9]{{2}}(-[0-9]{{2}})?))?|{_DAY}\.\.{_DAY}",
    "pack.not_a_period",
)


def _read_plain(raw: object, spot: Spot) -> object | None:
    """A given value of a worked case: an amount, a flag, or words."""
    if isinstance(raw, bool) or parse_amount(raw) is not None:
        return raw
    if isinstance(raw, (Decimal, datetime)):
        spot.fault("toml.decimal" if isinstance(raw, Decimal) else "toml.time_of_day")
        return None
    if raw == []:
        return ()
    if isinstance(raw, (str, list)):
        return several(NAME).read(raw, spot)
    spot.fault("pack.not_an_amount")
    return None


def _read_table(raw: object, spot: Spot) -> Mapping[str, Any] | None:
    if not isinstance(raw, Mapping):
        spot.fault("pack.not_a_table")
        return None
    read = {name: _read_plain(value, spot.at(name)) for name, value in raw.items()}
    return {name: value for name, value in read.items() if value is not None}


def _read_config(raw: object, spot: Spot) -> Mapping[str, Any] | None:
    """What a host fills in: as in a table of given values; days; and the days of a season."""
    if not isinstance(raw, Mapping):
        return _read_table(raw, spot)
    found: dict[str, Any] = {}
    for name, value in raw.items():
        read: object = value
        if name.startswith(DURING):
            read = several(PERIOD).read(value, spot.at(name))
        elif type(value) is not date:
            read = _read_plain(value, spot.at(name))
        if read is not None:
            found[name] = read
    return found


PLAIN = Form(_read_plain)
CONFIG = Form(_read_config, {"type": "object"})
TABLE = Form(_read_table, {"type": "object"})
GIVEN: Form[object] = either(
    TABLE,
    either(Form(lambda raw, _: parse_signed(raw)), PLAIN, lambda raw: bool(parse_signed(raw))),
    lambda raw: isinstance(raw, Mapping),
)
OUTCOME: Form[str] = NAME
SCORE: Form[Exact | tuple[Exact, Exact]] = either(RANGE, AMOUNT, lambda raw: isinstance(raw, list))
EXPECTED: Form[str | Exact | tuple[Exact, Exact]] = either(
    OUTCOME, SCORE, lambda raw: isinstance(raw, str) and not raw[:1].isdigit()
)


@frozen(kw_only=True)
class GivenRow:
    """One line of a worked case: what is given, and what comes of it."""

    given: object = may(GIVEN)
    where: Mapping[str, Any] | None = may(TABLE)
    each: str | None = may(SUBJECT)
    on: date | None = may(DAY)
    period: str | None = may(PERIOD)
    expect: str | Exact | tuple[Exact, Exact] = need(EXPECTED)


@frozen(kw_only=True)
class HappenedRow:
    """One event of a worked case."""

    on: date = need(DAY)
    lasts: Exact | None = may(QUANTITY)
    people: int | None = may(COUNT)
    invite: tuple[str, ...] | None = may(several(NAME))
    covers: tuple[str, ...] | None = may(several(NAME))
    topics: tuple[str, ...] | None = may(several(NAME))
    items: int | None = may(COUNT)
    reported: int | None = may(COUNT)
    who: str | None = may(ROLE)


def _read_expect(raw: object, spot: Spot) -> Mapping[str, str] | None:
    if not isinstance(raw, Mapping):
        spot.fault("pack.not_a_table")
        return None
    read = {name: OUTCOME.read(word, spot.at(name)) for name, word in raw.items()}
    return {name: word for name, word in read.items() if word is not None}


EXPECT = Form(_read_expect, {"type": "object", "additionalProperties": OUTCOME.schema})


@frozen(kw_only=True)
class CaseRow:
    """`[[case]]`: a worked case of an entry, with what is expected of it."""

    of: str = need(NAME)
    on: date | None = may(DAY)
    period: str | None = may(PERIOD)
    each: str | None = may(SUBJECT)
    where: Mapping[str, Any] | None = may(TABLE)
    config: Mapping[str, Any] | None = may(CONFIG)
    records: Mapping[str, tuple[Mapping[str, Any], ...]] | None = may(RECORDS)
    rows: tuple[GivenRow, ...] | None = may(rows_form(GivenRow))
    events: tuple[HappenedRow, ...] | tuple[StepRow, ...] | None = may(
        either(STEPS, rows_form(HappenedRow, or_none=True), has_steps)
    )
    recorded: bool = may(FLAG, default=True)
    expect: Mapping[str, str] | StandsRow | None = may(either(STANDS, EXPECT, is_standing))
