"""What a meeting owes to the one before it: action items agreed there and reported on here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from fengqiao.model import Table
from fengqiao.timing import Span, advance

REPORT_BACK = "report_back"
"""The topic, and the requirement, of telling a meeting what became of the last one's items."""

KINDS_READ = ("session", "action_item", "action_report")
"""Kinds of event that are looked at, from a year before the days judged."""


def looked_back(counted: Span) -> Span:
    """The days on which a previous meeting may lie: a year before those judged, and those."""
    return Span(advance(counted.first, -1, "year"), counted.last)


def follow_up(
    rows: Mapping[str, Sequence[Table]], key: str, column: str | None
) -> Mapping[str, tuple[int, int]]:
    """Per meeting: the action items of the subject's previous meeting, and how many it heard of.

    Args:
        rows: Rows of `KINDS_READ`.
        key: Which meeting.
        column: Column of a session that names the subject.

    Returns:
        Session id -> (items agreed at the previous meeting, of these reported on at this one);
        only meetings whose previous one agreed something.
    """
    if column is None:
        return {}
    held: dict[str, list[tuple[int, str]]] = {}
    for table in rows.get("session", ()):
        for found, subject, started, session in table.rows("key", column, "started_at", "id"):
            if found == key:
                held.setdefault(subject, []).append((started, session))
    agreed, heard = _items(rows, "action_item"), _items(rows, "action_report")
    followed: dict[str, tuple[int, int]] = {}
    for meetings in held.values():
        in_order = [session for _, session in sorted(meetings)]
        for before, session in pairwise(in_order):
            items = agreed.get(before, frozenset())
            if items:
                followed[session] = (len(items), len(items & heard.get(session, frozenset())))
    return followed


def _items(rows: Mapping[str, Sequence[Table]], kind: str) -> Mapping[str, frozenset[str]]:
    """Action items by the meeting that agreed them, or heard of them."""
    found: dict[str, set[str]] = {}
    for table in rows.get(kind, ()):
        for session, item in table.rows("session", "item"):
            found.setdefault(session, set()).add(item)
    return {session: frozenset(items) for session, items in found.items()}
