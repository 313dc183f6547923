"""Tables that a plan is given: whom to visit, who is away, and what printed ids are called.

Read strictly, and kept nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from attrs import frozen

from fengqiao.planning import AWAY_CODES, Away, Venue, Visits, Wanted
from fengqiao.planning.visits import HOUSEHOLDS, Point
from fengqiao.tables.cells import Bad, day, unwrapped
from fengqiao.tables.csv_rows import csv_rows
from fengqiao.tables.faults import TableFaults
from fengqiao.tables.text import decodes, text_lines
from fengqiao.tables.words import plain
from fengqiao.timing import Span

VISIT_COLUMNS: Mapping[str, str] = {
    "ref": "引用",
    "of": "对象",
    "minutes": "分钟",
    "x": "横坐标",
    "y": "纵坐标",
    "times": "次数",
    "gap": "间隔",
    "spacing": "间隔方式",
    "last": "上次走访",
    "from": "适宜首日",
    "until": "适宜末日",
    "prefers": "熟悉民警",
    "serves": "条目",
}
"""Columns of a table of visits, in English and Chinese; `ref` and `of` must be there.

A row without a reference, with an officer and a point, says where that officer's rounds begin.
"""
AWAY_COLUMNS: Mapping[str, str] = {
    "staff": "人员",
    "first": "首日",
    "last": "末日",
    "code": "事由",
    "kind": "抽调任务",
    "excepted": "例外情形",
}
"""Columns of a table of absences; the first three must be there."""
VENUE_COLUMNS: Mapping[str, str] = {
    "room": "场地",
    "of": "使用方",
    "entries": "条目",
    "opens": "开放",
    "closes": "关闭",
    "at_once": "同时",
}
"""Columns of a table of venues; all but `room` may be left out."""
NAME_COLUMNS: Mapping[str, str] = {"id": "编号", "name": "名称"}
"""Columns of a table of names for printing; both must be there."""

_NUMBER = re.compile(r"-?[0-9]{1,9}(\.[0-9]{1,9})?")
_GAP = re.compile(r"([0-9]{1,4})(?: ?[-–~] ?([0-9]{1,4}))?")
_CLOCK = re.compile(r"([01]?[0-9]|2[0-4])[:：]([0-5][0-9])")
_COUNT = re.compile(r"[0-9]{1,4}")
_SEVERAL = re.compile(r"[;；、 ]+")
_Row = tuple[int, Mapping[str, str]]


def read_visits(content: bytes, file: str, *, degrees: bool = False) -> Visits:
    """Read a table of visits.

    Args:
        content: Lines of CSV, UTF-8 or else GB18030.
        file: Its name, for faults.
        degrees: Whether `x` and `y` are longitude and latitude instead of metres.

    Raises:
        TableError: A column or a cell can't be read; every fault is in the error.
        RequestError: A reference can't be used or stands twice, or a number makes no sense.
    """
    faults = TableFaults(file)
    reader = _Cells(faults)
    wanted: list[Wanted] = []
    at: dict[str, Point] = {}
    base: dict[str, str] = {}
    for line, row in _rows(content, VISIT_COLUMNS, ("ref", "of"), faults):
        point = reader.point(line, row)
        ref, of = row.get("ref", ""), row.get("of", "")
        if not of or (not ref and point is None):
            faults.add("table.absent", line, field="ref" if of else "of")
            continue
        if not ref:
            ref = base[of] = f"base of {of}"
        else:
            wanted.append(reader.wanted(line, row))
        if point is not None:
            at[ref] = point
    if len(faults):
        raise faults.error()
    return Visits(wanted=wanted, at=at, base=base, degrees=degrees)


def read_away(content: bytes, file: str) -> tuple[Away, ...]:
    """Read a table of absences.

    Args:
        content: Lines of CSV, UTF-8 or else GB18030.
        file: Its name, for faults.

    Raises:
        TableError: A column or a cell can't be read; every fault is in the error.
    """
    faults = TableFaults(file)
    reader = _Cells(faults)
    found: list[Away] = []
    for line, row in _rows(content, AWAY_COLUMNS, ("staff", "first", "last"), faults):
        first, last = reader.day(line, row, "first"), reader.day(line, row, "last")
        code: Any = row.get("code") or "leave"
        if not row.get("staff"):
            faults.add("table.absent", line, field="staff")
        elif code not in AWAY_CODES:
            faults.add("away.code", line, known=AWAY_CODES)
        elif first is None or last is None:
            absent = "first" if first is None else "last"
            if not row.get(absent):
                faults.add("table.absent", line, field=absent)
        else:
            found.append(
                Away(
                    staff=row["staff"],
                    first=first,
                    last=last,
                    code=code,
                    kind=row.get("kind") or None,
                    excepted=[one for one in _SEVERAL.split(row.get("excepted", "")) if one],
                )
            )
    if len(faults):
        raise faults.error()
    return tuple(found)


def read_venues(content: bytes, file: str) -> tuple[Venue, ...]:
    """Read a table of rooms that meetings need for themselves.

    Args:
        content: Lines of CSV, UTF-8 or else GB18030.
        file: Its name, for faults.

    Raises:
        TableError: A column or a cell can't be read; every fault is in the error.
    """
    faults = TableFaults(file)
    reader = _Cells(faults)
    found: list[Venue] = []
    for line, row in _rows(content, VENUE_COLUMNS, ("room",), faults):
        opens, closes = (reader.clock(line, row, name) for name in ("opens", "closes"))
        at_once = reader.count(line, row, "at_once")
        if not row.get("room"):
            faults.add("table.absent", line, field="room")
        found.append(
            Venue(
                room=row.get("room", ""),
                of=_SEVERAL.split(row["of"]) if row.get("of") else (),
                entries=_SEVERAL.split(row["entries"]) if row.get("entries") else (),
                opens=opens,
                closes=closes,
                at_once=1 if at_once is None else at_once,
            )
        )
    if len(faults):
        raise faults.error()
    return tuple(found)


def read_names(content: bytes, file: str) -> dict[str, str]:
    """Read a table of what staff, places and references are called on paper.

    Args:
        content: Lines of CSV, UTF-8 or else GB18030.
        file: Its name, for faults.

    Raises:
        TableError: A cell is empty or can't be read, or an id stands twice; every fault is in the
            error.
    """
    faults = TableFaults(file)
    found: dict[str, str] = {}
    for line, row in _rows(content, NAME_COLUMNS, tuple(NAME_COLUMNS), faults):
        if len(row) < len(NAME_COLUMNS):
            continue  # a cell that can't be read is a fault already
        absent = next((name for name in NAME_COLUMNS if not row[name]), None)
        if absent is not None:
            faults.add("table.absent", line, field=absent)
        elif row["id"] in found:
            faults.add("plan_table.named_twice", line)
        found[row["id"]] = row["name"]
    if len(faults):
        raise faults.error()
    return found


def _rows(
    content: bytes, columns: Mapping[str, str], needed: Sequence[str], faults: TableFaults
) -> Iterator[_Row]:
    """Rows by field, with what protects cells taken off; faults of the header end the reading."""
    lines = content.splitlines()
    encoding: Any = "utf-8" if decodes(lines, "utf-8") else "gb18030"
    rows = csv_rows(text_lines(lines, encoding, faults), faults)
    line, header = next(rows, (1, []))
    fields = _fields(header, columns)
    lacking = [name for name in needed if name not in fields]
    if None in fields or lacking or len(set(fields)) < len(fields):
        shown = tuple(f"{name} ({zh})" for name, zh in columns.items())
        faults.add("plan_table.header", line, columns=shown, needed=needed)
        return
    for number, cells in rows:
        if faults.is_full:
            return
        if len(cells) != len(fields):
            faults.add("table.cells", number, found=len(cells), expected=len(fields))
            continue
        yield number, dict(_texts(number, zip(fields, cells, strict=True), faults))


def _fields(header: Iterable[str], columns: Mapping[str, str]) -> list[str | None]:
    known = {plain(text): name for name, zh in columns.items() for text in (name, zh)}
    return [known.get(plain(cell)) for cell in header]


def _texts(
    line: int, cells: Iterable[tuple[str | None, str]], faults: TableFaults
) -> Iterator[tuple[str, str]]:
    for name, cell in cells:
        if name in ("x", "y"):
            yield name, cell.strip()
            continue
        text = unwrapped(cell)
        if isinstance(text, Bad):
            faults.add(text.code, line, field=name)
        elif name is not None:
            yield name, text


@frozen
class _Cells:
    """Reads the cells of a row; what can't be read is a fault, and nothing is echoed."""

    faults: TableFaults

    def wanted(self, line: int, row: Mapping[str, str]) -> Wanted:
        least, most = self.gap(line, row)
        first, last = self.day(line, row, "from"), self.day(line, row, "until")
        during: tuple[Span, ...] = ()
        if first is not None or last is not None:
            begins, ends = first or date.min, last or date.max
            if ends < begins:
                self.faults.add("plan_table.season", line)
            else:
                during = (Span(begins, ends),)
        spacing: Any = row.get("spacing") or "sliding"
        return Wanted(
            ref=row["ref"],
            of=row["of"],
            serves=tuple(filter(None, _SEVERAL.split(row.get("serves", "")))) or (HOUSEHOLDS,),
            minutes=self.count(line, row, "minutes"),
            times=self.count(line, row, "times", 1) or 0,
            gap=(least, most),
            spacing=spacing,
            last=self.day(line, row, "last"),
            during=during,
            prefers=row.get("prefers") or None,
        )

    def count(
        self, line: int, row: Mapping[str, str], name: str, absent: int | None = None
    ) -> int | None:
        text = row.get(name, "")
        if not text:
            return absent
        if _COUNT.fullmatch(text):
            return int(text)
        self.faults.add("table.count", line, field=name)
        return absent

    def clock(self, line: int, row: Mapping[str, str], name: str) -> int | None:
        """Minutes after midnight."""
        text = row.get(name, "")
        found = _CLOCK.fullmatch(text)
        if found is not None:
            return int(found[1]) * 60 + int(found[2])
        if text:
            self.faults.add("plan_table.clock", line, field=name)
        return None

    def gap(self, line: int, row: Mapping[str, str]) -> tuple[int, int | None]:
        text = row.get("gap", "")
        found = _GAP.fullmatch(text)
        if found is not None:
            return int(found[1]), int(found[2]) if found[2] else None
        if text:
            self.faults.add("plan_table.gap", line)
        return 1, None

    def day(self, line: int, row: Mapping[str, str], name: str) -> date | None:
        text = row.get(name, "")
        found = day(text) if text else None
        if isinstance(found, Bad):
            self.faults.add(found.code, line, field=name)
            return None
        return found

    def point(self, line: int, row: Mapping[str, str]) -> Point | None:
        texts = [row.get(name, "") for name in ("x", "y")]
        if not any(texts):
            return None
        if not all(map(_NUMBER.fullmatch, texts)):
            self.faults.add("plan_table.point", line)
            return None
        return float(texts[0]), float(texts[1])
