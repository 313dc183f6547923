"""Indicators of what staff are called away for, and of how often they are moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fengqiao.measures.indicator import Ask, Column, Indicator, NamedEvents
from fengqiao.measures.tallies import Tally
from fengqiao.model import Table
from fengqiao.rules import Words
from fengqiao.rules.catalogue_core import KEYS

_KEY = {key.name: key for key in KEYS}
_PLACE = ("station", "area", "room", "beat", "grid", "post")


def _taskings(ask: Ask) -> tuple[Tally, ...]:
    return (Tally("tasking", "events", by=("staff", "kind", "excepted"), spans=(ask.span,)),)


def _is_excepted(ask: Ask, attested: str) -> bool:
    return not ask.unless.isdisjoint(attested.split(","))


def _kinds(ask: Ask, answers: Sequence[Table]) -> Column:
    found: dict[str, set[str]] = {}
    for staff, kind, excepted in answers[0].rows("staff", "kind", "excepted"):
        if not _is_excepted(ask, excepted):
            found.setdefault(staff, set()).add(kind)
    return Column(words=[frozenset(found.get(staff, ())) for staff in ask.subjects.ids])


def _counted(ask: Ask, table: Table) -> Iterator[tuple[str, str]]:
    """Staff and id of each tasking that counts."""
    first, last = ask.span.first.toordinal(), ask.span.last.toordinal()
    for event, day, staff, excepted in table.rows("id", "day", "staff", "excepted"):
        if first <= day <= last and not _is_excepted(ask, excepted):
            yield staff, event


def _post_changes(ask: Ask, _answers: Sequence[Table]) -> Column:
    """Days on which staff took up a post elsewhere than on the day before."""
    table = ask.registers.table("assignment")
    posts: dict[str, list[int]] = {}
    for row, (staff, role) in enumerate(table.rows("staff", "role")):
        if role == ask.subjects.kind:
            posts.setdefault(staff, []).append(row)
    return Column([len(_moves(ask, table, posts.get(staff, []))) for staff in ask.subjects.ids])


def _moves(ask: Ask, table: Table, rows: Sequence[int]) -> set[int]:
    first, last = ask.span.first.toordinal(), ask.span.last.toordinal()
    held = {row: tuple(table[column][row] for column in _PLACE) for row in rows}
    moves: set[int] = set()
    for row in rows:
        since = table["since"][row]
        before = [held[other] for other in rows if _holds(table, other, since - 1)]
        has_moved = bool(before) and held[row] not in before
        if first <= since <= last and has_moved and table["reason"][row] not in ask.unless:
            moves.add(since)
    return moves


def _holds(table: Table, row: int, day: int) -> bool:
    until = table["until"][row]
    return table["since"][row] <= day and (until is None or until >= day)


INDICATORS: tuple[Indicator, ...] = (
    Indicator(
        key=_KEY["assignments.kinds"],
        numerator=Words(zh="被抽调从事的任务", en="what they were called away for"),
        exclusions=Words(
            zh="经证明属于条款所列例外的抽调不计",
            en="taskings that are attested to be an exception which the entry names",
        ),
        recorded_as="tasking",
        tallies=_taskings,
        column=_kinds,
        events=NamedEvents("tasking", _counted),
    ),
    Indicator(
        key=_KEY["assignments.post_changes"],
        numerator=Words(
            zh="任职地点变动的次数", en="times that they took up a post at another place"
        ),
        exclusions=Words(
            zh="首次任职、同一地点改变岗位内容不计;经证明属于条款所列情形的不计",
            en="a first post; a change at the same place; changes for an attested reason that the"
            " entry names",
        ),
        column=_post_changes,
    ),
)
