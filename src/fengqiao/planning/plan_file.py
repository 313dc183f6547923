"""Read a plan that was written as JSON: strictly, in this format or an earlier one."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar, get_args

from fengqiao.errors import PeriodError, RequestError
from fengqiao.planning.plan import LeftReason, LeftVisit, Placed, Plan, Unplaced
from fengqiao.timing import Period

FORMAT = 1
_T = TypeVar("_T")
_PLAN = ("format", "period", "on", "placed", "unplaced", "left", "counts")
_BESIDE = ("past", "moves", "changes", "barred")
"""What may stand beside a plan, such as one made from another; not needed to go on from it."""
_MOST = 10**9
"""Largest count of minutes or units that is read."""
_CLOCK = re.compile(r"([0-9]{2}):([0-5][0-9])")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PLACED = ("item", "entry", "staff", "day", "start", "minutes", "units", "place", "clause")
_LATER: Mapping[str, object] = {"refs": (), "travel": 0, "serves": ()}
"""Fields of a block that the first writers of this format did not know, and what is meant."""


def read_plan(data: object) -> Plan:
    """A plan from plain data.

    Args:
        data: As `Plan.to_json` gives it; also without the fields that came later.

    Raises:
        RequestError: Something is missing, unknown or of another form; the field is named, and no
            value is echoed.
    """
    plan = _mapping(data, "plan")
    found = plan.get("format")
    if type(found) is int and found > FORMAT:
        raise RequestError("plan_file.newer", found=found, known=FORMAT)
    if found != FORMAT or type(found) is not int:
        raise _wrong("format")
    _known(plan, (*_PLAN, *_BESIDE), "plan")
    return Plan(
        placed=_each(plan, "placed", _placed),
        unplaced=_each(plan, "unplaced", _unplaced),
        period=_period(plan),
        on=_day(plan, "on", "on"),
        left=_each(plan, "left", _left) if "left" in plan else (),
    )


def _placed(row: Mapping[str, Any], at: str) -> Placed:
    _known(row, (*_PLACED, *_LATER), at)
    full = {**_LATER, **row}
    refs = _texts(full, "refs", at)
    return Placed(
        item=_text(full, "item", at),
        entry=_text(full, "entry", at),
        staff=_text(full, "staff", at),
        day=_day(full, "day", f"{at}.day"),
        start=_clock(full, at),
        minutes=_count(full, "minutes", at),
        units=_count(full, "units", at),
        place=_text(full, "place", at),
        clause=_texts(full, "clause", at),
        refs=refs,
        travel=_count(full, "travel", at),
        serves=tuple(_served(one, at) for one in _list(full, "serves", at)),
    )


def _served(row: object, at: str) -> tuple[str, int]:
    served = _mapping(row, f"{at}.serves")
    _known(served, ("item", "units"), f"{at}.serves")
    return _text(served, "item", f"{at}.serves"), _count(served, "units", f"{at}.serves")


def _unplaced(row: Mapping[str, Any], at: str) -> Unplaced:
    _known(row, ("item", "entry", "staff", "units", "reason", "clause"), at)
    staff = row.get("staff")
    return Unplaced(
        item=_text(row, "item", at),
        entry=_text(row, "entry", at),
        staff=None if staff is None else _text(row, "staff", at),
        units=_count(row, "units", at),
        reason=_text(row, "reason", at),  # type: ignore[arg-type]  # later reasons are read, too
        clause=_texts(row, "clause", at),
    )


def _left(row: Mapping[str, Any], at: str) -> LeftVisit:
    _known(row, ("ref", "times", "reason"), at)
    reason: Any = _text(row, "reason", at)
    known = {name for part in get_args(LeftReason) for name in (get_args(part) or (part,))}
    if reason not in known:
        raise _wrong(f"{at}.reason")
    return LeftVisit(ref=_text(row, "ref", at), times=_count(row, "times", at), reason=reason)


def _wrong(field: str) -> RequestError:
    return RequestError("plan_file.shape", field=field)


def _known(row: Mapping[str, Any], names: Sequence[str], at: str) -> None:
    if not set(row) <= set(names):
        raise _wrong(at)


def _mapping(data: object, at: str) -> Mapping[str, Any]:
    if not isinstance(data, Mapping) or not all(isinstance(name, str) for name in data):
        raise _wrong(at)
    return data


def _list(row: Mapping[str, Any], name: str, at: str) -> Sequence[object]:
    found = row.get(name)
    if not isinstance(found, (list, tuple)):
        raise _wrong(f"{at}.{name}")
    return found


def _each(
    plan: Mapping[str, Any], name: str, read: Callable[[Mapping[str, Any], str], _T]
) -> tuple[_T, ...]:
    rows = _list(plan, name, "plan")
    return tuple(
        read(_mapping(row, f"{name}[{number}]"), f"{name}[{number}]")
        for number, row in enumerate(rows)
    )


def _text(row: Mapping[str, Any], name: str, at: str) -> str:
    found = row.get(name)
    if not isinstance(found, str):
        raise _wrong(f"{at}.{name}")
    return found


def _texts(row: Mapping[str, Any], name: str, at: str) -> tuple[str, ...]:
    found = _list(row, name, at)
    texts = tuple(one for one in found if isinstance(one, str))
    if len(texts) < len(found):
        raise _wrong(f"{at}.{name}")
    return texts


def _count(row: Mapping[str, Any], name: str, at: str) -> int:
    found = row.get(name)
    if type(found) is not int or not 0 <= found <= _MOST:
        raise _wrong(f"{at}.{name}")
    return found


def _clock(row: Mapping[str, Any], at: str) -> int:
    found = _CLOCK.fullmatch(_text(row, "start", at))
    if found is None:
        raise _wrong(f"{at}.start")
    return int(found[1]) * 60 + int(found[2])


def _day(row: Mapping[str, Any], name: str, at: str) -> date:
    found = row.get(name)
    if isinstance(found, str) and _DAY.fullmatch(found):
        try:
            return date.fromisoformat(found)
        except ValueError:
            pass
    raise _wrong(at)


def _period(plan: Mapping[str, Any]) -> Period:
    try:
        return Period.parse(_text(plan, "period", "plan"))
    except PeriodError:
        pass
    raise _wrong("period")
