"""The end of a period, with what led to it."""

from __future__ import annotations

from datetime import date
from typing import Literal
from zoneinfo import ZoneInfo

from attrs import frozen

from fengqiao.timing.counted import NO_NAMES, CountedSpan, Lang, Names
from fengqiao.timing.instants import iso

DeadlineReason = Literal["not_configured", "calendar_unpublished", "held", "not_running"]
"""Why there is no one moment: a term is open, the calendar ends before, the period is held, or by
one reading there is no such period."""


@frozen(kw_only=True)
class Reading:
    """The deadline under one way to read what the rule leaves open.

    Args:
        terms: The open terms, and the value that each has in this reading.
        deadline: What follows.
    """

    terms: tuple[tuple[str, str], ...]
    deadline: Deadline


@frozen(kw_only=True)
class Deadline:
    """The end of a period, with every span that led to it.

    Args:
        rule: Id of the counting rule.
        clause: Where the length stands.
        due_at: Last second that is in time; None where `reason` says why there is none.
        last_day: Day of that second, as the period counts it; None as `due_at`.
        reason: Why there is no one moment.
        not_before: A moment before which it surely doesn't end, where there is no `due_at`.
        open_terms: What the rule leaves open and the end depends on.
        readings: What the end would be under each value of these terms.
        provisional: Whether days past the published calendar were taken for ordinary ones.
        calendar: Name of the calendar; empty where none was given.
        published_through: Its last published day.
        spans: Every counted, skipped, excluded and moved span, in order.
        posting_counts: Whether what was posted in time is in time.
        zone: The zone whose days were counted.

    Units:
        due_at, not_before: seconds since 1970-01-01T00:00Z
    """

    rule: str
    clause: str
    due_at: int | None = None
    last_day: date | None = None
    reason: DeadlineReason | None = None
    not_before: int | None = None
    open_terms: tuple[str, ...] = ()
    readings: tuple[Reading, ...] = ()
    provisional: bool = False
    calendar: str = ""
    published_through: date | None = None
    spans: tuple[CountedSpan, ...] = ()
    posting_counts: bool = False
    zone: ZoneInfo

    def explain(self, lang: Lang, names: Names = NO_NAMES) -> list[str]:
        """Say in sentences what became of every span, in order.

        Args:
            lang: Language.
            names: Names of reason codes, in both languages; a code without one shows itself.

        Returns:
            The sentences; none where the end is open: each of the `readings` has its own.
        """
        return [span.text(lang, self.zone, names) for span in self.spans]

    def plain(self, names: Names = NO_NAMES) -> dict[str, object]:
        """As JSON writes it."""
        return {
            "rule": self.rule,
            "clause": self.clause,
            "due_at": None if self.due_at is None else iso(self.due_at, self.zone),
            "last_day": self.last_day and self.last_day.isoformat(),
            "reason": self.reason,
            "not_before": None if self.not_before is None else iso(self.not_before, self.zone),
            "open_terms": list(self.open_terms),
            "readings": [
                {"terms": dict(reading.terms), "deadline": reading.deadline.plain(names)}
                for reading in self.readings
            ],
            "provisional": self.provisional,
            "zone": self.zone.key,
            "calendar": self.calendar,
            "published_through": self.published_through and self.published_through.isoformat(),
            "spans": [span.plain(self.zone, names) for span in self.spans],
        }
