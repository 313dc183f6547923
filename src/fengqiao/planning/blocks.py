"""A block of due items: one entry, one period, all its subjects, as columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from attrs import field, frozen

from fengqiao.judging import FindingId
from fengqiao.measures import Doubt, Reason
from fengqiao.planning.durations import MinutesFrom
from fengqiao.planning.items import DueItem, DueKind
from fengqiao.rules import Severity
from fengqiao.rules.entries import Force
from fengqiao.timing import Span


@frozen(kw_only=True)
class DueBlock:
    """What one entry asks of all its subjects in one period.

    Attributes:
        requirement: Stands in ids after the entry, where it is not what the entry itself asks.
        label: Stands in ids in place of the period.
        season: Days of the period on which it is owed; None: all.
        ids, stations, areas: The subjects. Shape (n,).
        window: Days on which it may still be done.
        days: Those on which it may be done, where the duty names them; None: all of the window.
        due, done: How many are asked for, and done. Shape (n,).
        reasons: Subjects of whom it can't be said how many are open. By index.
        doubt: What isn't known of the subjects, so that nobody can tell whether they are asked.
        staff: Who owes it, where that is not the subject.
        events: Ids of the recorded events that count, by subject; only of those that have any.
    """

    pack: str
    entry: str
    requirement: str | None = None
    kind: DueKind
    subject_kind: str
    period: str
    label: str | None = None
    window: Span
    window_reason: Reason | None = None
    days: frozenset[date] | None = None
    season: Span | None = None
    ids: Sequence[str]
    stations: Sequence[str | None]
    areas: Sequence[str]
    due: Sequence[int]
    done: Sequence[int]
    reasons: Mapping[int, Reason] = field(factory=dict)
    events: Mapping[str, tuple[str, ...]] = field(factory=dict)
    minutes: int | None = None
    minutes_from: MinutesFrom | None = None
    who: tuple[str, ...]
    is_staff: bool
    staff: str | None = None
    force: Force
    clause: tuple[str, ...]
    severity: Severity
    in_community: bool = False
    doubt: Doubt | None = None

    def __len__(self) -> int:
        """Number of items."""
        return len(self.ids)

    def open(self, index: int) -> int:
        """How many one subject still has to do, never below 0."""
        return max(0, self.due[index] - self.done[index])

    def item(self, index: int) -> DueItem:
        """One item."""
        subject = self.ids[index]
        item_id = FindingId(
            pack=self.pack,
            entry=self.entry,
            requirement=self.requirement,
            subject_kind=self.subject_kind,
            subject=subject,
            period=self.label or self.period,
        )
        return DueItem(
            id=str(item_id),
            pack=self.pack,
            entry=self.entry,
            kind=self.kind,
            subject_kind=self.subject_kind,
            subject=subject,
            station=self.stations[index],
            area=self.areas[index],
            period=self.period,
            window=self.window,
            window_reason=self.window_reason,
            days=self.days,
            season=self.season,
            due=self.due[index],
            done=self.done[index],
            open=self.open(index),
            minutes=self.minutes,
            minutes_from=self.minutes_from,
            who=self.who,
            staff=subject if self.is_staff else self.staff,
            fulfilled_by=self.events.get(subject, ()),
            force=self.force,
            clause=self.clause,
            severity=self.severity,
            reason=self.reasons.get(index),
            in_community=self.in_community,
            doubt=self.doubt,
        )
