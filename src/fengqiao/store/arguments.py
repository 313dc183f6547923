"""Arguments of a store's methods: of the right type, or refused without being repeated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from fengqiao.errors import Fault, IdRefused, RecordError, StoreError
from fengqiao.ids import check_text, shape_facts
from fengqiao.timing import epoch


def known_seconds(known_at: datetime) -> int:
    """Epoch seconds at which something became known.

    Raises:
        StoreError: It is no moment.
        RecordError: The moment has no zone.
    """
    require_type("known_at", known_at, datetime)
    if known_at.utcoffset() is None:
        raise RecordError("record.naive_known_at")
    return epoch(known_at)


def as_known_seconds(as_known: datetime | None) -> int | None:
    """Epoch seconds up to which things were known; None for all.

    Raises:
        StoreError: It is no moment.
        PeriodError: The moment has no zone.
    """
    if as_known is None:
        return None
    require_type("as_known", as_known, datetime)
    return epoch(as_known)


def is_text(value: object) -> bool:
    """Whether something can be an id or a code, as far as its type goes."""
    return isinstance(value, str) and value.isascii()


def require_ref(ref: str) -> str:
    """The reference if it may be held.

    Raises:
        IdRefused: It is no reference.
    """
    if not is_text(ref):
        raise IdRefused.of([Fault("id.shape", {"field": "ref", **shape_facts("ref")})])
    return check_text("ref", ref, what="ref")


def require_type(name: str, value: object, wanted: type) -> None:
    """Refuse a value of another type.

    Args:
        name: Name of the argument.
        value: What was passed.
        wanted: Its type.

    Raises:
        StoreError: It has another one; the error names argument and type.
    """
    _require(name, wanted.__name__, isinstance(value, wanted))


def require_list(name: str, value: object) -> None:
    """Refuse what has no items in order; a text is not taken for a list of its letters."""
    is_list = hasattr(value, "__len__") and hasattr(value, "__getitem__")
    _require(name, "Sequence", is_list and not isinstance(value, str | bytes | Mapping))


def require_lines(lines: object) -> None:
    """Refuse what has no lines."""
    _require(
        "lines", "Iterable", isinstance(lines, Iterable) and not isinstance(lines, str | bytes)
    )


def require_batches(batches: object) -> None:
    """Refuse what has no batches; one batch alone is not taken for several."""
    is_right = isinstance(batches, Iterable) and not isinstance(batches, str | bytes | Mapping)
    _require("batches", "Iterable", is_right)


def require_zone(zone: object) -> None:
    """Refuse what is no zone with a name."""
    _require("zone", "ZoneInfo", zone is None or (isinstance(zone, ZoneInfo) and bool(zone.key)))


def _require(name: str, wanted: str, is_right: bool) -> None:  # noqa: FBT001  the point of it
    if not is_right:
        raise StoreError("store.argument", argument=name, wanted=wanted)
