"""Who is posted where: staff of some roles, counted for a place or for the officer they help."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from fengqiao.measures.indicator import Ask, Column
from fengqiao.measures.register_counts import Pair, counted, within
from fengqiao.model.registry import Registers
from fengqiao.timing import Span

_SEATS = {"room": "police_room", "beat": "beat", "grid": "grid", "post": "police_post"}
_COLUMNS = {
    "police_room": "room", "beat": "beat", "grid": "grid", "station": "station",
    "police_post": "post",
}  # fmt: skip
_OF_STATIONS = ("town", "county", "city", "bureau", "department")
"""Kinds of subject for which a post counts at the seat of its station, where it names no area."""


def posted(ask: Ask, roles: Collection[str]) -> Column:
    """Distinct staff who hold one of these roles, per subject.

    Args:
        ask: Names the subjects: a place, or officers, for whom those count who share their room,
            beat or community.
        roles: Roles that count.
    """
    rows = _rows(ask, roles)
    if ask.subjects.kind in ("community_officer", "auxiliary_officer"):
        return counted(ask, _sharing(ask, rows))
    return counted(ask, _at_places(ask, rows))


def _rows(ask: Ask, roles: Collection[str]) -> list[int]:
    table = ask.registers.table("assignment")
    return [
        row
        for row in ask.registers.rows_in("assignment", ask.span)
        if table["role"][row] in roles
        and ask.passes("full_time", "true" if table["full_time"][row] else "false")
    ]


def _at_places(ask: Ask, rows: Sequence[int]) -> Iterator[Pair]:
    table, kind = ask.registers.table("assignment"), ask.subjects.kind
    column = _COLUMNS.get(kind)
    if column is not None:
        yield from ((table[column][row], table["staff"][row]) for row in rows if table[column][row])
        return
    areas = areas_of(ask.registers, ask.span, rows, at_seats=kind in _OF_STATIONS)
    pairs = ((area, table["staff"][row]) for area, row in zip(areas, rows, strict=True) if area)
    yield from within(ask, pairs)


def areas_of(
    registers: Registers, span: Span, rows: Iterable[int], *, at_seats: bool = False
) -> list[str | None]:
    """The area of each post: its own, else that of its room, beat, grid or police post.

    Args:
        registers: Where seats are read.
        span: Days on which they hold.
        rows: Rows of assignments.
        at_seats: Whether a post that names none of these is at the seat of its station.
    """
    table = registers.table("assignment")
    seats = {
        (column, place): area
        for column, register in (*_SEATS.items(), ("station", "station"))
        for place, area in _seats(registers, register, span)
    }
    columns = (*_SEATS, *(("station",) if at_seats else ()))
    found = []
    for row in rows:
        derived = (seats.get((column, table[column][row])) for column in columns)
        found.append(table["area"][row] or next(filter(None, derived), None))
    return found


def _seats(registers: Registers, register: str, span: Span) -> Iterator[tuple[str, str]]:
    table = registers.table(register)
    column = _COLUMNS[register]
    yield from (
        (table[column][row], table["area"][row]) for row in registers.rows_in(register, span)
    )


def _sharing(ask: Ask, rows: Sequence[int]) -> Iterator[Pair]:
    """Officers, and those of these posts who share their place.

    Two posts share a place where the closest place that both name is the same: the room, else the
    beat, else the community or village.
    """
    table = ask.registers.table("assignment")
    wanted = set(ask.subjects.ids)
    own = [
        row
        for row in ask.registers.rows_in("assignment", ask.span)
        if table["role"][row] == ask.subjects.kind and table["staff"][row] in wanted
    ]
    places = {
        row: (table["room"][row], table["beat"][row], area)
        for row, area in zip(
            (*own, *rows), areas_of(ask.registers, ask.span, (*own, *rows)), strict=True
        )
    }
    for officer in own:
        for row in rows:
            is_other = table["staff"][row] != table["staff"][officer]
            is_near = table["station"][row] == table["station"][officer]
            if is_other and is_near and _meet(places[officer], places[row]):
                yield table["staff"][officer], table["staff"][row]


def _meet(one: Sequence[str | None], other: Sequence[str | None]) -> bool:
    both = [(mine, theirs) for mine, theirs in zip(one, other, strict=True) if mine and theirs]
    return bool(both) and both[0][0] == both[0][1]
