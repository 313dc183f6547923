"""Occasions on which a duty was done, per subject, from rows of the kinds that fulfil it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import field, frozen

from fengqiao.measures.indicators_work import SUBJECT_COLUMNS
from fengqiao.measures.subjects import Subjects
from fengqiao.model import Table
from fengqiao.model.registry import Registers
from fengqiao.rules import Duty
from fengqiao.timing import Span


@frozen(kw_only=True)
class Occasion:
    """One event that fulfils a duty.

    Units:
        day: ordinal; started_at: epoch seconds; minutes: minutes; people: people, None where the
        kind of event does not count them.

    Attributes:
        roles: Roles that the staff held on that day.
    """

    id: str
    day: int
    started_at: int
    minutes: int
    staff: str
    people: int | None = None
    roles: frozenset[str] = frozenset()
    invited: frozenset[str] = frozenset()
    covers: frozenset[str] = frozenset()


@frozen
class Occasions:
    """Occasions of one duty by subject, each list in order of start."""

    by_subject: Mapping[str, tuple[Occasion, ...]] = field(factory=dict)

    def of(self, subject: str) -> tuple[Occasion, ...]:
        """Occasions of one subject."""
        return self.by_subject.get(subject, ())


def gather(
    duty: Duty,
    subjects: Subjects,
    counted: Span,
    rows: Mapping[str, Sequence[Table]],
    registers: Registers,
) -> Occasions:
    """Occasions of a duty within a span, for these subjects."""
    first, last = counted.first.toordinal(), counted.last.toordinal()
    wanted = set(subjects.ids)
    posts = registers.spans("assignment", "staff", "role")
    roles: dict[str, list[tuple[str, int, int]]] = {}
    for (staff, role), spans in posts.items():
        roles.setdefault(str(staff), []).extend((str(role), *span) for span in spans)
    found: dict[str, list[Occasion]] = {}
    for kind in duty.done_by:
        for table in rows.get(kind, ()):
            column = _subject_column(table, subjects.kind)
            for row, (key, day, subject) in enumerate(table.rows("key", "day", column)):
                if key == duty.key and first <= day <= last and subject in wanted:
                    found.setdefault(subject, []).append(_occasion(table, row, roles))
    return Occasions(
        {
            subject: tuple(sorted(some, key=lambda one: (one.started_at, one.id)))
            for subject, some in found.items()
        }
    )


def _subject_column(table: Table, kind: str) -> str:
    column = SUBJECT_COLUMNS[kind]
    return "led_by" if column == "staff" and "led_by" in table.columns else column


def _occasion(
    table: Table, row: int, posts: Mapping[str, Sequence[tuple[str, int, int]]]
) -> Occasion:
    has = table.columns
    staff, day = table["led_by" if "led_by" in has else "staff"][row], table["day"][row]
    held = (role for role, since, until in posts.get(staff, ()) if since <= day <= until)
    return Occasion(
        id=table["id"][row],
        day=day,
        started_at=table["started_at"][row],
        minutes=table["minutes"][row],
        staff=staff,
        roles=frozenset(held),
        people=table["people"][row] if "people" in has else None,
        invited=_words(table, "invited", row),
        covers=_words(table, "covers", row),
    )


def _words(table: Table, column: str, row: int) -> frozenset[str]:
    if column not in table.columns:
        return frozenset()
    return frozenset(filter(None, table[column][row].split(",")))
