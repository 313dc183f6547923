"""What a host, or a worked case, fills into an open term: a value of the form it asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from fengqiao.errors import PeriodError
from fengqiao.ids import find_refused
from fengqiao.packs.amounts import (
    MOST,
    is_length,
    is_share,
    is_window,
    is_work_time,
    parse_amount,
)
from fengqiao.packs.open_terms import OpenTerm, TermForm
from fengqiao.packs.spot import Spot
from fengqiao.packs.toml_file import Decimal
from fengqiao.rules.catalogue import close_names
from fengqiao.rules.values import Exact
from fengqiao.timing import Period
from fengqiao.timing.days import EARLIEST_YEAR

Value = Exact | str | tuple[str, ...]


def fill_term(term: OpenTerm, value: object, spot: Spot) -> Value | None:
    """The value of an open term; None, with a fault, where it is not of the term's form."""
    if isinstance(value, Decimal):
        spot.fault("toml.decimal", field=term.name)
        return None
    if fill := _FILLED_BY.get(term.form):
        return fill(term, value, spot)
    amount = parse_amount(value)
    if amount is None or not _FITS[term.form](amount):
        spot.fault(f"config.wants_{term.form}", name=term.name, most=MOST)
        return None
    if term.form == "limit" and term.words and amount.unit not in term.words:
        spot.fault("config.wants_limit_unit", name=term.name, known=term.words)
        return None
    return amount


def _fill_subject(term: OpenTerm, value: object, spot: Spot) -> Value | None:
    """The host's id of what a pack names."""
    if isinstance(value, str) and find_refused("id", [value]) is None:
        return value
    spot.fault("config.wants_subject", name=term.name)
    return None


def _fill_day(term: OpenTerm, value: object, spot: Spot) -> Value | None:
    """A day, kept as text; a datetime is a date to Python, and is none here."""
    if type(value) is not date or value.year < EARLIEST_YEAR:
        spot.fault("config.wants_date", name=term.name)
        return None
    return value.isoformat()


def _fill_spans(term: OpenTerm, value: object, spot: Spot) -> Value | None:
    """The days of a season: periods such as `2026-06`, or both ends of a stretch."""
    given = (value,) if isinstance(value, str) else value
    labels = [_label(one) for one in given] if isinstance(given, (list, tuple)) else []
    found = tuple(one for one in labels if one is not None)
    if not found or len(found) != len(labels):
        spot.fault("config.wants_spans", name=term.name)
        return None
    return found


def _label(text: object) -> str | None:
    try:
        return str(Period.parse(text)) if isinstance(text, str) else None
    except PeriodError:
        return None


def _fill_words(term: OpenTerm, value: object, spot: Spot) -> Value | None:
    words = [value] if isinstance(value, str) else value
    is_choice = term.form == "choice"
    if (
        not isinstance(words, (list, tuple))
        or not words
        or (is_choice and not isinstance(value, str))
        or not all(isinstance(word, str) and word in term.words for word in words)
    ):
        close = close_names(value, term.words) if isinstance(value, str) else ()
        spot.fault(f"config.wants_{term.form}", name=term.name, close=close, known=term.words)
        return None
    return str(value) if is_choice else tuple(dict.fromkeys(words))


_FITS: Mapping[TermForm, Callable[[Exact], bool]] = {
    "count": lambda amount: amount.unit is None and not is_share(amount),
    "share": is_share,
    "number": lambda amount: amount.unit is None,
    "days": is_window,
    "time": is_length,
    "limit": lambda amount: amount.unit is not None,
    "hours": is_work_time,
}
_FILLED_BY: Mapping[TermForm, Callable[[OpenTerm, object, Spot], Value | None]] = {
    "words": _fill_words,
    "choice": _fill_words,
    "subject": _fill_subject,
    "date": _fill_day,
    "spans": _fill_spans,
}
