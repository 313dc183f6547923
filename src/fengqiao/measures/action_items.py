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


Agreed = tuple[str, str]
"""An action item as one meeting agreed it: the meeting's id and the item's reference."""
Heard = tuple[str, str]
"""A report as one meeting heard it: the meeting's id and the report's."""


def heard_later(
    rows: Mapping[str, Sequence[Table]], key: str, column: str | None
) -> Mapping[Agreed, tuple[Heard, ...]]:
    """Which reports close which action items.

    A report closes an item that an earlier meeting of the same key and subject agreed. One that
    the agreeing meeting itself heard, or another subject's, closes nothing.

    Args:
        rows: Rows of `KINDS_READ`.
        key: Which meeting.
        column: Column of a session that names the subject.

    Returns:
        Item of a meeting -> reports on it, in order of the meetings that heard them.
    """
    held = {
        session: (subject, place)
        for subject, meetings in _held(rows, key, column).items()
        for place, session in enumerate(meetings)
    }
    reports: dict[str, list[tuple[int, Heard]]] = {}
    for table in rows.get("action_report", ()):
        for event, session, item in table.rows("id", "session", "item"):
            if session in held:
                reports.setdefault(item, []).append((held[session][1], (session, event)))
    found: dict[Agreed, tuple[Heard, ...]] = {}
    for table in rows.get("action_item", ()):
        for session, item in table.rows("session", "item"):
            subject, place = held.get(session, ("", 0))
            found[session, item] = tuple(
                heard
                for later, heard in sorted(reports.get(item, ()))
                if later > place and held[heard[0]][0] == subject and session in held
            )
    return found


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
    agreed: dict[str, list[tuple[Heard, ...]]] = {}
    for (session, _), heard in heard_later(rows, key, column).items():
        agreed.setdefault(session, []).append(heard)
    followed: dict[str, tuple[int, int]] = {}
    for meetings in _held(rows, key, column).values():
        for before, session in pairwise(meetings):
            if items := agreed.get(before):
                told = sum(any(where == session for where, _ in heard) for heard in items)
                followed[session] = (len(items), told)
    return followed


def _held(
    rows: Mapping[str, Sequence[Table]], key: str, column: str | None
) -> Mapping[str, Sequence[str]]:
    """Meetings of a key by subject, in order of start."""
    if column is None:
        return {}
    held: dict[str, list[tuple[int, str]]] = {}
    for table in rows.get("session", ()):
        for found, subject, started, session in table.rows("key", column, "started_at", "id"):
            if found == key:
                held.setdefault(subject, []).append((started, session))
    return {
        subject: [session for _, session in sorted(meetings)] for subject, meetings in held.items()
    }
