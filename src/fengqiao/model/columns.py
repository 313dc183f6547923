"""Check columns of facts and bring them into stored form.

One check serves both ways in: `record_columns` passes columns, and a list of model objects is
turned into columns first, so a row is checked as a column of one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, timezone
from math import floor
from operator import attrgetter, gt
from typing import Any
from zoneinfo import ZoneInfo

from fengqiao import ids
from fengqiao.errors import Fault, RecordError
from fengqiao.model.fields import FieldSpec
from fengqiao.model.kinds import KIND_OF_CLASS, Kind
from fengqiao.model.table import Columns, Prepared, Table
from fengqiao.timing import day_ordinals, epoch
from fengqiao.timing.days import FIRST_DAY

_Cells = list[Any]
_LONGEST_NAME = 40
MOST_EPOCH = 4_102_444_800
"""2100-01-01: an integer beyond it is milliseconds, not seconds."""
_FIRST_YEAR = 1970
_MOST_COUNT = 1 << 53
"""Beyond it other programs that read the export would round."""


def columns_of(objects: Iterable[object]) -> tuple[Kind, Columns]:
    """Columns of model objects, all of one class.

    Raises:
        RecordError: No objects, objects of several classes, or of a class that is not stored.
    """
    rows = list(objects)
    classes = {type(row) for row in rows}
    if len(classes) != 1 or (cls := classes.pop()) not in KIND_OF_CLASS:
        raise RecordError("record.mixed_kinds")
    kind = KIND_OF_CLASS[cls]
    return kind, {name: [getattr(row, name) for row in rows] for name in kind.fields}


def prepare(kind: Kind, columns: Columns, *, zone: ZoneInfo) -> Table:
    """Columns in stored form, or every fault that keeps them from it.

    Args:
        kind: The kind of fact.
        columns: One sequence per declared field, equally long; optional fields may be left out.
        zone: The zone in which an event's day is its day.

    Returns:
        A table of all declared fields in order, with `day` (ordinal) added for events and
        `minutes` where an event has a start and an end.

    Raises:
        RecordError: With one fault per field that is wrong; no value is repeated in it.
    """
    if isinstance(columns, Prepared) and (columns.kind, columns.zone) == (kind.name, zone):
        return columns.table
    return Table(_completed(kind, _checked(kind, columns), zone))


def _checked(kind: Kind, columns: Columns) -> Mapping[str, Sequence[Any]]:
    unknown = [name for name in columns if name not in kind.fields]
    if unknown:
        raise unknown_fields(kind, map(str, unknown))
    if no_columns := [name for name, column in columns.items() if not _is_column(column)]:
        raise RecordError.of([_fault(kind, name, "record.no_column") for name in no_columns])
    size = max((len(column) for column in columns.values()), default=0)
    ready: dict[str, Sequence[Any]] = {}
    faults: list[Fault] = []
    for name, spec in kind.fields.items():
        given = columns.get(name)
        if given is None or (name == "id" and size and all(cell is None for cell in given)):
            if name == "id" and kind.nature == "register":
                continue
            if not spec.optional and not spec.several:
                faults.append(_fault(kind, name, "record.missing_field"))
                continue
            ready[name] = [None if spec.optional else ""] * size
            continue
        if len(given) != size:
            faults.append(_fault(kind, name, "record.unequal_columns", rows=len(given), of=size))
            continue
        cells = _plain(given)
        fault = _CHECKS[spec.kind](kind, name, spec, cells)
        if isinstance(fault, Fault):
            faults.append(fault)
        else:
            ready[name] = fault
    if not faults:
        faults = _invariants(kind, ready)
    if "id" not in ready and not faults:
        ready["id"] = _made_ids(kind, ready)
        made = _refused(kind, "id", kind.fields["id"], ready["id"], None)
        faults += [made] if made else []
    if faults:
        raise RecordError.of(faults)
    return ready


def unknown_fields(kind: Kind, names: Iterable[str]) -> RecordError:
    """The error about fields that a kind doesn't have; it names those that are plain words."""
    shown = sorted(name for name in names if _is_plain(name))
    return RecordError("record.unknown_field", kind=kind.name, fields=shown or "?")


def _is_plain(name: str) -> bool:
    """Whether an unknown name may be repeated: a word of ASCII letters."""
    return name.isidentifier() and name.isascii() and len(name) <= _LONGEST_NAME


def _is_column(column: object) -> bool:
    return hasattr(column, "__len__") and not isinstance(column, (str, bytes))


def _plain(column: Sequence[Any]) -> _Cells:
    """Cells as plain objects, from lists, arrays, and columns of other libraries."""
    if isinstance(column, (list, tuple, range)):
        return list(column)
    is_absent: Callable[[], Any] | None = getattr(column, "isna", None)
    if is_absent is not None:  # pandas has several words for nothing, and None is not always one
        wanting = is_absent()
        if wanting.any():
            column = column.astype(object).where(~wanting, None)  # type: ignore[attr-defined]  # of pandas
    for convert in ("tolist", "to_pylist", "to_list"):
        method: Callable[[], _Cells] | None = getattr(column, convert, None)
        if method is not None:
            cells = method()
            break
    else:
        cells = list(column)
    if any(hasattr(cls, "to_pydatetime") for cls in set(map(type, cells))):
        return [cell if cell is None else cell.to_pydatetime(warn=False) for cell in cells]
    return cells


def _fault(kind: Kind, field: str, code: str, **facts: object) -> Fault:
    return Fault(code, {"kind": kind.name, "field": f"{kind.name}.{field}", **facts})


def _typed(kind: Kind, name: str, spec: FieldSpec, cells: _Cells, *types: type) -> Fault | None:
    allowed = {*types, type(None)} if spec.optional else set(types)
    if set(map(type, cells)) <= allowed:
        return None
    row = next(row for row, cell in enumerate(cells) if type(cell) not in allowed)
    code = "record.absent" if cells[row] is None else "record.type"
    return _fault(kind, name, code, row=row, expected=spec.kind)


def _texts(kind: Kind, name: str, spec: FieldSpec, cells: _Cells) -> _Cells | Fault:
    if fault := _typed(kind, name, spec, cells, str):
        return fault
    rows = [row for row, cell in enumerate(cells) if cell is not None] if spec.optional else None
    texts = cells if rows is None else [cells[row] for row in rows]
    return _refused(kind, name, spec, texts, rows) or cells


def _refused(
    kind: Kind, name: str, spec: FieldSpec, texts: Sequence[str], rows: list[int] | None
) -> Fault | None:
    # Only texts come here: ids, references, codes and register names.
    text_kind: ids.TextKind = "area_code" if spec.is_area else spec.kind  # type: ignore[assignment]
    refused = ids.find_refused(text_kind, texts)
    if refused is None:
        return None
    row = refused.row if rows is None else rows[refused.row]
    facts = {**ids.shape_facts(text_kind), "field": f"{kind.name}.{name}", "row": row}
    if text_kind == "ref":
        facts["mint"] = "fengqiao.mint_ref"
    elif text_kind == "id" and spec.register is not None:
        facts["register"] = spec.register
    code = refused.code.removeprefix("id.")
    if code == "shape" and text_kind not in ("id", "ref"):
        code = f"{text_kind}_shape"
    return Fault(f"record.{code}", facts)


def _codes(kind: Kind, name: str, spec: FieldSpec, cells: _Cells) -> _Cells | Fault:
    if not spec.several:
        return _texts(kind, name, spec, cells)
    sets = [_words(cell) for cell in cells]
    is_unsaid = [spec.optional and cell is None for cell in cells]
    for row, words in enumerate(sets):
        if words is None and not is_unsaid[row]:
            return _fault(kind, name, "record.type", row=row, expected="code")
    found: dict[str, int] = {}
    for row, words in enumerate(sets):
        for word in words or ():
            found.setdefault(word, row)
    return _refused(kind, name, spec, list(found), list(found.values())) or [
        None if words is None else ",".join(sorted(set(words))) for words in sets
    ]


def _words(cell: object) -> tuple[str, ...] | None:
    """The words of one cell, given as one text or as several; None where it is neither."""
    if isinstance(cell, str):
        return tuple(filter(None, cell.split(",")))
    if not isinstance(cell, (tuple, list, set, frozenset)):
        return None
    return tuple(filter(None, cell)) if all(isinstance(word, str) for word in cell) else None


def _counts(kind: Kind, name: str, spec: FieldSpec, cells: _Cells) -> _Cells | Fault:
    if fault := _typed(kind, name, spec, cells, int):
        return fault
    given = [cell for cell in cells if cell is not None] if spec.optional else cells
    if given and not (min(given) >= 0 and max(given) < _MOST_COUNT):
        row = next(r for r, c in enumerate(cells) if c is not None and not 0 <= c < _MOST_COUNT)
        return _fault(kind, name, "record.range", row=row)
    return cells


def _days(kind: Kind, name: str, spec: FieldSpec, cells: _Cells) -> _Cells | Fault:
    if fault := _typed(kind, name, spec, cells, date):
        return fault
    early = next((r for r, c in enumerate(cells) if c is not None and c < FIRST_DAY), None)
    if early is not None:
        return _fault(kind, name, "record.range", row=early)
    return [cell if cell is None else cell.toordinal() for cell in cells]


def _instants(kind: Kind, name: str, spec: FieldSpec, cells: _Cells) -> _Cells | Fault:
    if fault := _typed(kind, name, spec, cells, datetime, int):
        return fault
    types = set(map(type, cells))
    if types == {datetime} and (seconds := _all_epochs(cells)) is not None:
        return seconds
    if types == {int} and min(cells) >= 0 and max(cells) < MOST_EPOCH:
        return cells
    return _epochs_one_by_one(kind, name, cells)


def _all_epochs(moments: _Cells) -> _Cells | None:
    """Epoch seconds of a column of datetimes at C speed; None where one needs a closer look.

    Within these years a float holds a timestamp finely enough that its floor is exact.
    """
    zones = set(map(attrgetter("tzinfo"), moments))
    if not all(isinstance(zone, (ZoneInfo, timezone)) for zone in zones):
        return None
    seconds = list(map(floor, map(datetime.timestamp, moments)))
    return seconds if min(seconds) >= 0 and max(seconds) < MOST_EPOCH else None


def _epochs_one_by_one(kind: Kind, name: str, cells: _Cells) -> _Cells | Fault:
    ready: _Cells = []
    for row, cell in enumerate(cells):
        if type(cell) is datetime:
            if cell.utcoffset() is None:
                return _fault(kind, name, "record.naive", row=row)
            seconds = epoch(cell) if cell.year >= _FIRST_YEAR else -1
        else:
            seconds = cell
        if not 0 <= seconds < MOST_EPOCH:
            return _fault(kind, name, "record.range", row=row)
        ready.append(seconds)
    return ready


def _flags(kind: Kind, name: str, spec: FieldSpec, cells: _Cells) -> _Cells | Fault:
    return _typed(kind, name, spec, cells, bool) or [
        cell if cell is None else int(cell) for cell in cells
    ]


_CHECKS: Mapping[str, Callable[[Kind, str, FieldSpec, _Cells], _Cells | Fault]] = {
    "id": _texts,
    "ref": _texts,
    "register_name": _texts,
    "code": _codes,
    "count": _counts,
    "minutes": _counts,
    "day": _days,
    "instant": _instants,
    "flag": _flags,
}

_ORDERED = (
    ("started_at", "ended_at", "record.ends_before_start"),
    ("since", "until", "record.ends_before_start"),
    ("agreed_on", "due_on", "record.ends_before_start"),
)


def _invariants(kind: Kind, ready: Mapping[str, Sequence[Any]]) -> list[Fault]:
    """Pairs of fields of which the first may not exceed, or go beyond, the second."""
    faults = []
    for low, high, code in _ORDERED:
        if low in ready and high in ready:
            row = _first_above(ready[low], ready[high])
            if row is not None:
                faults.append(_fault(kind, high, code, row=row, other=low))
    if "party" in ready:
        faults += _party_faults(kind, ready)
    if "failed" in ready and "topics" in ready:
        pairs = zip(ready["failed"], ready["topics"], strict=True)
        row = next((row for row, (some, of) in enumerate(pairs) if not _within(some, of)), None)
        if row is not None:
            faults.append(_fault(kind, "failed", "record.failed_unseen", row=row))
    if all(name in ready for name in ("staff", "station", "body")):
        whose = zip(ready["staff"], ready["station"], ready["body"], strict=True)
        row = next((row for row, one in enumerate(whose) if not _is_somebodys(*one)), None)
        if row is not None:
            faults.append(_fault(kind, "staff", "record.nobody", row=row))
    return faults


def _is_somebodys(staff: str | None, station: str | None, body: str | None) -> bool:
    """Whether it says who did something: staff with their station, or a body."""
    return station is not None if staff is not None else body is not None


SAID_OF_A_CASE = ("facts", "participants", "contents", "papers", "form", "category", "size")
"""What no step says that is about one party."""


def _party_faults(kind: Kind, ready: Mapping[str, Sequence[Any]]) -> list[Fault]:
    """A step about one party says nothing that could be read as said of that person."""
    for name in SAID_OF_A_CASE:
        pairs = enumerate(zip(ready["party"], ready.get(name, ()), strict=False))
        row = next((row for row, (party, said) in pairs if party is not None and said), None)
        if row is not None:
            return [_fault(kind, name, "record.party_with_codes", row=row)]
    early = next((row for row, seq in enumerate(ready.get("seq", ())) if seq < 1), None)
    return [] if early is None else [_fault(kind, "seq", "record.range", row=early)]


def _within(some: str, of: str) -> bool:
    """Whether each word of one cell of codes stands in the other."""
    return not some or set(some.split(",")) <= set(of.split(","))


def _first_above(low: Sequence[Any], high: Sequence[Any]) -> int | None:
    if None not in high and not any(map(gt, low, high)):
        return None
    pairs = zip(low, high, strict=True)
    return next((row for row, (a, b) in enumerate(pairs) if b is not None and a > b), None)


def _completed(
    kind: Kind, ready: Mapping[str, Sequence[Any]], zone: ZoneInfo
) -> dict[str, Sequence[Any]]:
    table = {name: ready[name] for name in kind.fields}
    if kind.dated_by:
        days = ready[kind.dated_by]
        is_instant = kind.fields[kind.dated_by].kind == "instant"
        table["day"] = day_ordinals(days, zone) if is_instant else days
    if "ended_at" in ready:
        pairs = zip(ready["started_at"], ready["ended_at"], strict=True)
        table["minutes"] = [(end - start) // 60 for start, end in pairs]
    return table


def _made_ids(kind: Kind, ready: Mapping[str, Sequence[Any]]) -> list[str]:
    """Ids of register facts from their key fields: `ST01:2018-01-01`."""
    keys = [name for name in kind.key_fields if name != "since"]
    since = (date.fromordinal(day).isoformat() for day in ready["since"])
    parts = zip(*(ready[name] for name in keys), since, strict=True)
    return [":".join(part for part in row if part) for row in parts]
