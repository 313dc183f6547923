"""Which questions a store answers: the same for every store."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fengqiao.errors import StoreError
from fengqiao.ids import find_refused
from fengqiao.measures.tallies import Tally
from fengqiao.model import Kind
from fengqiao.store.arguments import is_text, require_type
from fengqiao.store.batches import find_kind, kind_named
from fengqiao.timing import Span

_SURROGATES = re.compile("[\ud800-\udfff]")
_MOST = (1 << 63) - 1
_REASON = re.compile(r"[a-z_]{1,64}")
_SUMMED = frozenset({"count", "minutes", "flag"})
_CONDITIONS = frozenset({"==", ">=", "<=", "in", "has"})


def stored_names(kind: Kind) -> tuple[str, ...]:
    """Columns of a prepared table of this kind."""
    day = ("day",) if kind.nature == "event" else ()
    minutes = ("minutes",) if "ended_at" in kind.fields else ()
    return (*kind.fields, *day, *minutes)


def require_few(name: str) -> Kind:
    """The kind of that name if its rows may be read.

    Raises:
        RecordError: There is no such kind.
        StoreError: Only tallies look at it.
    """
    kind = kind_named(name)
    if not kind.few:
        raise StoreError("store.not_few", kind=kind.name)
    return kind


def require_register(name: str) -> Kind:
    """The kind of that name if it is a register.

    Raises:
        RecordError: There is no such kind.
        StoreError: It is a kind of event.
    """
    kind = kind_named(name)
    if kind.nature != "register":
        raise StoreError("store.no_register", kind=kind.name)
    return kind


def require_reason(reason: str) -> str:
    """The reason if it is a code.

    Raises:
        StoreError: It is something else; free text is held nowhere.
    """
    if not is_text(reason) or not _REASON.fullmatch(reason):
        raise StoreError("store.reason")
    return reason


def unknown_id(kind: Kind, ids: Sequence[object], row: int) -> StoreError:
    """The error for an id that stands nowhere; it is named only if it may be an id at all."""
    text = ids[row]
    is_id = isinstance(text, str) and find_refused("id", [text]) is None
    return StoreError("store.unknown_id", kind=kind.name, id=text if is_id else "?", row=row)


def require_tally(tally: Tally) -> Kind:
    """The kind of event that a tally counts.

    Raises:
        StoreError: Something of the tally is not to be counted; the fact `part` says what.
    """
    require_type("wanted", tally, Tally)
    kind = find_kind(tally.kind)
    if kind is None or kind.nature != "event":
        raise StoreError("store.tally", kind="?" if kind is None else kind.name, part="kind")
    if not _is_field_right(kind, tally):
        raise StoreError("store.tally", kind=kind.name, part="field")
    shown = {name for name in stored_names(kind) if name not in kind.unsplit}
    if not _is_tuple_of(str, tally.by) or not shown.issuperset(tally.by) or _repeats(tally.by):
        raise StoreError("store.tally", kind=kind.name, part="by")
    if not _is_tuple_of(Span, tally.spans):
        raise StoreError("store.tally", kind=kind.name, part="spans")
    if not _is_tuple_of(tuple, tally.where) or not all(
        len(each) == len(("name", "condition", "value"))
        and is_text(each[0])
        and each[0] in shown
        and _is_condition_right(kind, *each)
        for each in tally.where
    ):
        raise StoreError("store.tally", kind=kind.name, part="where")
    return kind


def _is_tuple_of(wanted: type, values: object) -> bool:
    return isinstance(values, tuple) and all(isinstance(value, wanted) for value in values)


def _repeats(names: Sequence[str]) -> bool:
    return len(set(names)) != len(names)


def _is_field_right(kind: Kind, tally: Tally) -> bool:
    if tally.measure == "events" or tally.field is None:
        return tally.measure == "events" and tally.field is None
    if tally.field not in stored_names(kind):
        return False
    spec = kind.fields.get(tally.field)
    is_number = tally.field == "minutes" or (spec is not None and spec.kind in _SUMMED)
    return tally.measure == "distinct" or (_is_sum(tally.measure) and is_number)


def _is_sum(measure: str) -> bool:
    return measure == "sum"


def _is_condition_right(kind: Kind, name: str, condition: object, value: object) -> bool:
    if not isinstance(condition, str):
        return False
    if condition == "in":
        return isinstance(value, (tuple, frozenset)) and all(map(_is_cell, value))
    if condition == "has":
        several = name in kind.fields and kind.fields[name].several
        return several and isinstance(value, str) and _is_cell(value)
    return condition in _CONDITIONS and (_is_cell(value) or (value is None and condition == "=="))


def _is_cell(value: object) -> bool:
    """Whether a value can stand in a column at all; no error of a database need say so."""
    if isinstance(value, str):
        return not _SURROGATES.search(value)
    return isinstance(value, int) and abs(value) <= _MOST
