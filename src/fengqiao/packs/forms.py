"""How a value in a pack may be written: each form reads it, and tells editors its JSON schema.

A form never raises. What it can't read it reports at its spot, and gives None (TOML has no null,
so None is never a value).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Generic, TypeVar

from attrs import field, frozen

from fengqiao.packs.amounts import (
    MOST,
    is_quoted_number,
    is_rhythm,
    is_too_far,
    parse_amount,
    parse_quantity,
)
from fengqiao.packs.chinese import meant_amount, meant_choice
from fengqiao.packs.spot import Spot
from fengqiao.packs.toml_file import Decimal
from fengqiao.rules.catalogue import close_names
from fengqiao.rules.entries import Words
from fengqiao.rules.occasion_days import DAYS_OF_MONTH, day_of_month
from fengqiao.rules.values import OPEN, Exact, Open
from fengqiao.timing.days import EARLIEST_YEAR

T = TypeVar("T")
U = TypeVar("U")
T_co = TypeVar("T_co", covariant=True)
Schema = Mapping[str, object]

_NAME = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*")
_HAN = re.compile("[\u3400-\u9fff]")
_OPEN_SCHEMA: Schema = {"const": "open"}
_AMOUNT_SCHEMA: Schema = {
    "anyOf": [
        {"type": "integer", "minimum": 0},
        {"type": "string", "pattern": r"^[0-9]+( ?%| ?/ ?[0-9]+| per [0-9]+)$"},
        {"$ref": "#/$defs/quantity"},
    ]
}


@frozen
class Form(Generic[T_co]):
    """One way to write a value.

    Attributes:
        read: The value at a spot; None, with a fault noted, where it can't be read.
        schema: JSON schema for editors.
        words: Vocabulary of the catalogue that the words come from.
    """

    read: Callable[[object, Spot], T_co | None]
    schema: Schema = field(factory=dict)
    words: str | None = None


def _plain(spot: Spot, raw: object, code: str, *, meant: tuple[str, ...] = ()) -> None:
    """Note a value of the wrong type; decimals and times of day have their own sentence."""
    if isinstance(raw, Decimal):
        code = "toml.decimal"
    elif isinstance(raw, datetime):
        code = "toml.time_of_day"
    spot.fault(code, meant=meant)


def _text(raw: object, spot: Spot) -> str | None:
    if not isinstance(raw, str):
        _plain(spot, raw, "pack.not_text")
        return None
    if not raw.strip():
        spot.fault("pack.empty")
        return None
    return raw


def _words_text(raw: object, spot: Spot) -> Words | None:
    if isinstance(raw, Mapping):
        for name in raw:
            if name not in ("zh", "en"):
                spot.at(name).fault("pack.unknown_field", at_key=True, close=("zh", "en"))
        read = {name: _text(raw[name], spot.at(name)) or "" for name in ("zh", "en") if name in raw}
        return Words(**read)
    text = _text(raw, spot)
    if text is None:
        return None
    return Words(zh=text) if _HAN.search(text) else Words(en=text)


def _name(raw: object, spot: Spot) -> str | None:
    if not isinstance(raw, str):
        _plain(spot, raw, "pack.not_text")
        return None
    if not _NAME.fullmatch(raw):
        spot.fault("pack.not_a_name", meant=spot.chinese.get(raw, ()))
        return None
    return raw


def _day(raw: object, spot: Spot) -> date | None:
    if type(raw) is not date or raw.year < EARLIEST_YEAR:
        _plain(spot, raw, "pack.not_a_day")
        return None
    return raw


def _flag(raw: object, spot: Spot) -> bool | None:
    if not isinstance(raw, bool):
        _plain(spot, raw, "pack.not_a_flag")
        return None
    return raw


def _count(raw: object, spot: Spot) -> int | None:
    if isinstance(raw, bool) or not isinstance(raw, int):
        code = "pack.quoted_number" if is_quoted_number(raw) else "pack.not_a_number"
        _plain(spot, raw, code)
        return None
    if is_too_far(raw):
        spot.fault("pack.out_of_range", most=MOST)
        return None
    return raw


def _amount(raw: object, spot: Spot) -> Exact | None:
    value = parse_amount(raw)
    if value is None and is_too_far(raw):
        spot.fault("pack.out_of_range", most=MOST)
    elif value is None:
        code = "pack.quoted_number" if is_quoted_number(raw) else "pack.not_an_amount"
        _plain(spot, raw, code, meant=meant_amount(raw))
    return value


def _quantity(raw: object, spot: Spot) -> Exact | None:
    value = parse_quantity(raw) if isinstance(raw, str) else None
    if value is None:
        _plain(spot, raw, "pack.not_a_quantity", meant=meant_amount(raw))
    return value


def _days(raw: object, spot: Spot) -> Exact | None:
    """A number of days, or a day of the month, which is so many days from its first."""
    number = day_of_month(raw) if isinstance(raw, str) else None
    if number is None:
        return _quantity(raw, spot)
    if number not in DAYS_OF_MONTH:
        spot.fault("pack.not_a_quantity", meant=())
        return None
    return Exact(number, 1, "day", str(raw))


def _rhythm(raw: object, spot: Spot) -> Exact | None:
    """So many days, weeks or months."""
    value = _quantity(raw, spot)
    if value is not None and not is_rhythm(value):
        spot.fault("pack.every_length")
        return None
    return value


def _range(raw: object, spot: Spot) -> tuple[Exact, Exact] | None:
    ends = 2
    if not isinstance(raw, list) or len(raw) != ends:
        _plain(spot, raw, "pack.not_a_range")
        return None
    low, high = (_amount(raw[end], spot.at(end)) for end in range(ends))
    if low is None or high is None:
        return None
    if low.unit != high.unit or low.num * high.den >= high.num * low.den:
        spot.fault("pack.range_reversed")
        return None
    return low, high


def several(form: Form[T], *, or_none: bool = False) -> Form[tuple[T, ...]]:
    """A list of values of a form; a single value stands for a list of one.

    Args:
        form: Of each value.
        or_none: Whether the list may be empty.
    """

    def read(raw: object, spot: Spot) -> tuple[T, ...] | None:
        if not isinstance(raw, list):
            value = form.read(raw, spot)
            return None if value is None else (value,)
        if not raw and not or_none:
            spot.fault("pack.empty")
            return None
        values = [form.read(one, spot.at(index)) for index, one in enumerate(raw)]
        kept = tuple(value for value in values if value is not None)
        return kept if len(kept) == len(values) else None

    many = {"type": "array", "items": form.schema, "minItems": 0 if or_none else 1}
    return Form(read, {"anyOf": [form.schema, many]}, form.words)


def or_open(form: Form[T]) -> Form[T | Open]:
    """A value of a form, or `"open"` where the source leaves it open."""

    def read(raw: object, spot: Spot) -> T | Open | None:
        return OPEN if raw == "open" else form.read(raw, spot)

    return Form(read, {"anyOf": [form.schema, _OPEN_SCHEMA]}, form.words)


def either(first: Form[T], second: Form[U], is_first: Callable[[object], bool]) -> Form[T | U]:
    """One of two forms, by the look of what is written."""

    def read(raw: object, spot: Spot) -> T | U | None:
        return first.read(raw, spot) if is_first(raw) else second.read(raw, spot)

    return Form(read, {"anyOf": [first.schema, second.schema]})


def matching(pattern: str, code: str) -> Form[str]:
    """Text of one shape; any other is a fault with this code."""
    shape = re.compile(pattern)

    def read(raw: object, spot: Spot) -> str | None:
        text = _text(raw, spot)
        if text is not None and not shape.fullmatch(text):
            spot.fault(code)
            return None
        return text

    return Form(read, {"type": "string", "pattern": f"^(?:{pattern})$"})


def one_of(*words: str) -> Form[str]:
    """One word of a short closed list that belongs to the format itself."""

    def read(raw: object, spot: Spot) -> str | None:
        if not isinstance(raw, str):
            _plain(spot, raw, "pack.not_text")
            return None
        if raw not in words:
            meant = tuple(word for word in meant_choice(raw) if word in words)
            spot.fault("pack.unknown_choice", close=meant or close_names(raw, words), known=words)
            return None
        return raw

    return Form(read, {"enum": list(words)})


def word_of(vocabulary: str) -> Form[str]:
    """A word whose list stands in the catalogue; it is looked up when the entry is made."""
    return Form(_name, {"$ref": f"#/$defs/{vocabulary}"}, vocabulary)


TEXT = Form(_text, {"type": "string", "minLength": 1})
WORDS_TEXT = Form(
    _words_text,
    {
        "anyOf": [
            {"type": "string", "minLength": 1},
            {
                "type": "object",
                "properties": {"zh": {"type": "string"}, "en": {"type": "string"}},
                "additionalProperties": False,
            },
        ]
    },
)
NAME = Form(_name, {"type": "string", "pattern": f"^{_NAME.pattern}$"})
# A TOML day; editors show it to the schema as text.
DAY = Form(_day, {"type": "string", "format": "date"})
FLAG = Form(_flag, {"type": "boolean"})
COUNT = Form(_count, {"type": "integer", "minimum": 0})
AMOUNT = Form(_amount, _AMOUNT_SCHEMA)
QUANTITY = Form(_quantity, {"$ref": "#/$defs/quantity"})
DAYS = Form(
    _days,
    {
        "type": "string",
        "pattern": "^([1-9][0-9]* (day|working_day|week)s?|day_([1-9]|[12][0-9]|3[01]))$",
    },
)
RHYTHM = Form(
    _rhythm, {"type": "string", "pattern": "^([2-9]|[1-9][0-9]{1,2}) (days|weeks|months)$"}
)
RANGE = Form(_range, {"type": "array", "items": _AMOUNT_SCHEMA, "minItems": 2, "maxItems": 2})
SHA256 = matching("[0-9a-f]{64}", "pack.sha256")
