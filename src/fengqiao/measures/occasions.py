"""Occasions on which a duty was done, per subject, from rows of the kinds that fulfil it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from attrs import evolve, field, frozen

from fengqiao.measures.action_items import REPORT_BACK, follow_up
from fengqiao.measures.indicator import has_words
from fengqiao.measures.indicators_work import SUBJECT_COLUMNS
from fengqiao.measures.recorded import Recorded
from fengqiao.measures.subjects import Subjects
from fengqiao.model import Table
from fengqiao.rules import Duty, DutyPhase
from fengqiao.rules.entries import Phase
from fengqiao.timing import Span


@frozen(kw_only=True)
class Occasion:
    """One event that fulfils a duty.

    Units:
        day: ordinal; started_at: epoch seconds; minutes: minutes; people: people, None where the
        kind of event does not count them.

    Attributes:
        kind: Kind of event.
        key: The duty or meeting that it says it was.
        names: Its columns that name somebody or some place, as far as they are filled.
        topics: What it was about.
        roles: Roles that the staff held on that day.
        items: Action items that the subject's previous meeting agreed, where a duty asks for
            them.
        reported: How many of these this meeting heard a report on.
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
    items: int = 0
    reported: int = 0
    kind: str = ""
    key: str = ""
    names: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()

    @property
    def ended_at(self) -> int:
        """When it ended, in epoch seconds."""
        return self.started_at + 60 * self.minutes

    def overlaps(self, other: Occasion) -> bool:
        """Whether both went on at one moment; one may begin when the other ends."""
        first, second = sorted((self, other), key=lambda one: one.started_at)
        return second.started_at < max(first.ended_at, first.started_at + 1)


@frozen
class Occasions:
    """Occasions of one duty by subject, each list in order of start."""

    by_subject: Mapping[str, tuple[Occasion, ...]] = field(factory=dict)

    def of(self, subject: str) -> tuple[Occasion, ...]:
        """Occasions of one subject."""
        return self.by_subject.get(subject, ())

    def within(self, season: Sequence[Span] | None) -> Occasions:
        """Those on days of a season; all of them where there is none."""
        if season is None:
            return self
        days = [(one.first.toordinal(), one.last.toordinal()) for one in season]
        return Occasions(
            {
                subject: kept
                for subject, some in self.by_subject.items()
                if (kept := tuple(one for one in some if any(a <= one.day <= b for a, b in days)))
            }
        )

    def count(self, subject: str) -> int:
        """How many of them there were: those that overlap are one and the same."""
        last: Occasion | None = None
        number = 0
        for one in sorted(self.of(subject), key=lambda one: (one.ended_at, one.started_at)):
            if last is None or not one.overlaps(last):
                number, last = number + 1, one
        return number


def pick_apart(ranked: Iterable[Occasion]) -> tuple[Occasion, ...]:
    """The best occasions of which no two overlap.

    Args:
        ranked: The best first.
    """
    picked: list[Occasion] = []
    for one in ranked:
        if not any(one.overlaps(other) for other in picked):
            picked.append(one)
    return tuple(picked)


def gather(
    duty: Duty,
    subjects: Subjects,
    counted: Span,
    recorded: Recorded,
    *,
    phase: DutyPhase | None = None,
) -> Occasions:
    """Occasions of a duty within a span, for these subjects.

    Args:
        duty: The duty.
        subjects: Who owes it. Shape (n,).
        counted: The days looked at.
        recorded: Rows by kind of event; where the phase asks to report back, of the year before
            too.
        phase: The duty as it is in force: which topics count, and whether it is to report back.
    """
    wanted = set(subjects.ids)
    found: dict[str, list[Occasion]] = {}
    for kind in duty.done_by:
        readers: dict[int, _Reader] = {}
        for table, row in recorded.of(kind, duty.key, counted):
            if id(table) not in readers:
                readers[id(table)] = _Reader(table, subjects.kind, recorded)
            reader = readers[id(table)]
            subject = reader.subjects[row]
            if subject in wanted and (phase is None or is_about(reader.topics(row), phase)):
                found.setdefault(subject, []).append(reader.occasion(row, kind))
    if phase is not None and asks_report_back(phase):
        followed = follow_up(recorded.rows, duty.key, subject_column(subjects.kind, "session"))
        found = {
            subject: [_followed(one, followed) for one in some] for subject, some in found.items()
        }
    return Occasions(
        {
            subject: tuple(sorted(some, key=lambda one: (one.started_at, one.id)))
            for subject, some in found.items()
        }
    )


_NAMING = ("led_by", *dict.fromkeys(SUBJECT_COLUMNS.values()))
"""Columns of events that may name a subject."""


def asks_report_back(phase: DutyPhase) -> bool:
    """Whether a duty is to report back on what was agreed before."""
    return any(one.name == REPORT_BACK for one in phase.requirements)


def is_about(topics: Iterable[str], phase: Phase) -> bool:
    """Whether an occasion with these topics is one that a phase counts (`of.topic`)."""
    had = frozenset(topics)
    for name, comparison in phase.of:
        limit = comparison.limit
        if name != "topic" or not isinstance(limit, frozenset):
            continue
        if not has_words(comparison.op, limit, had):
            return False
    return True


def subject_column(kind: str, event: str) -> str | None:
    """The column of a kind of event that names subjects of a kind; staff lead sessions."""
    column = SUBJECT_COLUMNS.get(kind)
    return "led_by" if column == "staff" and event == "session" else column


def _followed(one: Occasion, followed: Mapping[str, tuple[int, int]]) -> Occasion:
    items, reported = followed.get(one.id, (0, 0))
    return evolve(one, items=items, reported=reported)


class _Reader:
    """Reads occasions from the rows of one table, whose columns are looked up once.

    Attributes:
        subjects: The subject of each row; None where the table has no column for them.
    """

    def __init__(self, table: Table, kind: str, recorded: Recorded) -> None:
        has, nothing = table.columns, (None,) * len(table)
        column = subject_column(kind, "session" if "led_by" in has else "")
        self._recorded = recorded
        self.subjects = has.get(column or "", nothing)
        self._staff = table["led_by" if "led_by" in has else "staff"]
        self._plain = [table[name] for name in ("id", "day", "started_at", "minutes", "key")]
        self._people = has.get("people", nothing)
        self._words = [has.get(name, nothing) for name in ("invited", "covers")]
        self._topics = has.get("topics", nothing)
        self._naming = [(name, table[name]) for name in _NAMING if name in has]

    def topics(self, row: int) -> frozenset[str]:
        """What a row was about."""
        return _split(self._topics[row])

    def occasion(self, row: int, kind: str) -> Occasion:
        """The occasion that a row records."""
        fact, day, started_at, minutes, key = [cells[row] for cells in self._plain]
        invited, covers = [_split(cells[row]) for cells in self._words]
        staff = self._staff[row]
        return Occasion(
            id=fact,
            day=day,
            started_at=started_at,
            minutes=minutes,
            staff=staff,
            roles=self._recorded.roles(staff, day),
            people=self._people[row],
            invited=invited,
            covers=covers,
            kind=kind,
            key=key,
            topics=_split(self._topics[row]),
            names=_together(tuple([name for name, cells in self._naming if cells[row]])),
        )


@lru_cache(maxsize=1 << 12)
def _split(joined: str | None) -> frozenset[str]:
    return frozenset(filter(None, (joined or "").split(",")))


@lru_cache(maxsize=1 << 12)
def _together(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(names)
