"""Comparisons: the last word of a key says how, the value says with what."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from fengqiao.packs.fields import form_schema, may, read_row, row_schema
from fengqiao.packs.forms import AMOUNT, COUNT, NAME, RANGE, Form, Schema, or_open, several
from fengqiao.packs.spot import Spot
from fengqiao.rules.values import OPS, WORD_OPS, Comparison, Exact, Op, Open

_AMOUNT = or_open(AMOUNT)
_WORDS = or_open(several(NAME))


@frozen(kw_only=True, slots=False)
class Limits:
    """The eleven comparisons; a row has one of them."""

    at_least: Exact | Open | None = may(_AMOUNT)
    at_most: Exact | Open | None = may(_AMOUNT)
    more_than: Exact | Open | None = may(_AMOUNT)
    less_than: Exact | Open | None = may(_AMOUNT)
    equal: Exact | Open | None = may(_AMOUNT)
    between: tuple[Exact, Exact] | None = may(RANGE)
    about: Exact | Open | None = may(_AMOUNT)
    bare: Exact | Open | None = may(_AMOUNT)
    all_of: tuple[str, ...] | Open | None = may(_WORDS)
    any_of: tuple[str, ...] | Open | None = may(_WORDS)
    none_of: tuple[str, ...] | Open | None = may(_WORDS)


def comparisons_of(limits: Limits) -> tuple[Comparison, ...]:
    """All comparisons that a row has, in the order in which the format lists them."""
    found = []
    for op in OPS:
        value = getattr(limits, op)
        if value is not None:
            found.append(word_comparison(op, value) if op in WORD_OPS else Comparison(op, value))
    return tuple(found)


def word_comparison(op: Op, words: tuple[str, ...] | Open) -> Comparison:
    """A comparison with words, kept in the order in which they stand."""
    if isinstance(words, Open):
        return Comparison(op, words)
    return Comparison(op, frozenset(words), words)


def one_comparison(limits: Limits, spot: Spot) -> Comparison | None:
    """The one comparison of a row; None, with a fault where there are several."""
    found = comparisons_of(limits)
    if len(found) > 1:
        spot.fault("pack.two_comparisons", at_key=True, found=tuple(one.op for one in found))
        return None
    return found[0] if found else None


def _read_several(raw: object, spot: Spot) -> tuple[Comparison, ...] | None:
    """`people.at_least = 10`: a table whose key is the comparison."""
    if not isinstance(raw, Mapping):
        spot.fault("pack.no_comparison", ops=OPS)
        return None
    limits = read_row(Limits, raw, spot)
    found = comparisons_of(limits) if limits else ()
    if not raw:
        spot.fault("pack.no_comparison", ops=OPS)
    return found or None


def _read_one(raw: object, spot: Spot) -> Comparison | None:
    found = _read_several(raw, spot)
    if found and len(found) > 1:
        spot.fault("pack.two_comparisons", at_key=True, found=tuple(one.op for one in found))
        return None
    return found[0] if found else None


def _read_filter(raw: object, spot: Spot) -> Comparison | None:
    """A filter: words and flags may stand alone, everything else names its comparison."""
    if isinstance(raw, bool):
        return word_comparison("any_of", ("true" if raw else "false",))
    if isinstance(raw, (str, list)):
        words = several(NAME).read(raw, spot)
        return None if words is None else word_comparison("any_of", words)
    found = _read_one(raw, spot)
    if found is not None and (found.is_open or found.op in ("about", "bare")):
        spot.fault("pack.filter_not_exact")
        return None
    return found


Filters = Mapping[str, Comparison]


def _read_filters(raw: object, spot: Spot) -> Filters | None:
    if not isinstance(raw, Mapping):
        spot.fault("pack.not_a_table")
        return None
    read = {name: _read_filter(value, spot.at(name)) for name, value in raw.items()}
    return {name: one for name, one in read.items() if one is not None}


_TABLE = row_schema(Limits)
COMPARISON: Form[Comparison] = Form(_read_one, {**_TABLE, "minProperties": 1, "maxProperties": 1})
_LENGTH: Schema = {"type": "string", "pattern": r"^[0-9]+( ?/ ?[0-9]+)? (minute|hour|day)s?$"}


def _one_of(value: Schema) -> Schema:
    """One comparison with values of a shape, or with what the source leaves open."""
    ends = {"type": "array", "items": value, "minItems": 2, "maxItems": 2}
    single = {"anyOf": [value, {"const": "open"}]}
    numeric = [op for op in OPS if op not in WORD_OPS]
    return {
        "type": "object",
        "properties": {op: ends if op == "between" else single for op in numeric},
        "additionalProperties": False,
        "minProperties": 1,
        "maxProperties": 1,
    }


LENGTH: Form[Comparison] = Form(_read_one, _one_of(_LENGTH))
NUMBER: Form[Comparison] = Form(_read_one, _one_of(COUNT.schema))
SETS: Form[tuple[Comparison, ...]] = Form(
    _read_several,
    {
        "type": "object",
        "properties": {op: form_schema(_WORDS) for op in OPS if op in WORD_OPS},
        "additionalProperties": False,
        "minProperties": 1,
    },
)
FILTERS: Form[Filters] = Form(
    _read_filters,
    {
        "type": "object",
        "additionalProperties": {
            "anyOf": [
                {"type": "boolean"},
                several(NAME).schema,
                {**_TABLE, "minProperties": 1, "maxProperties": 1},
            ]
        },
    },
)
