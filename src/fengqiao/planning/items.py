"""Due items: what one clause still asks of one subject in one period."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from attrs import frozen

from fengqiao.measures import Doubt, Reason
from fengqiao.rules import Severity, Words
from fengqiao.rules.entries import Force
from fengqiao.timing import Span

DueKind = Literal[
    "meeting", "task", "inspection", "visit", "report", "quota", "action_item", "case"
]
KIND_NAMES: Mapping[DueKind, Words] = {
    "meeting": Words(zh="会议", en="meetings"),
    "task": Words(zh="日常工作", en="checklist items"),
    "inspection": Words(zh="检查", en="inspections"),
    "visit": Words(zh="走访", en="visits"),
    "report": Words(zh="报告", en="reports"),
    "quota": Words(zh="其他定额", en="other quotas"),
    "action_item": Words(zh="议定事项", en="action items"),
    "case": Words(zh="案件事项", en="steps of cases"),
}
"""What each sort of due work is called."""


@frozen(kw_only=True)
class DueItem:
    """What one entry asks of one subject in one period: how much is due, done and open.

    Attributes:
        id: As a finding of the same entry, subject and period has it; the requirement `cadence`
            is not written: `wuhai:visits.households@community_officer/W0012:2018-07`. An action
            item ends in the id of the fact instead:
            `wuhai:meeting.community:action_item@community_officer/W0012:A7`. What a case waits
            for ends in the number of the step with which it began:
            `cn:mediation.peoples:session@dispute/case-0001:8`.
        station: The subject's station, where it has one.
        area: The subject's area code.
        period: The period for which it is owed; of an action item the day by which.
        window: Days on which it may still be done: from the day as of which facts are read to the
            end of the period, narrowed by the duty's own window. Once that is past, the days on
            which it could have been done.
        days: The days of that window on which it may be done, where the duty names weekdays or
            days of the month; None: all of them.
        season: Days of the period on which it is owed, from the first to the last; None: all.
        due: How many are asked for; 0 where that can't be said.
        done: How many of them are done so far; more than `due` where more was done.
        open: How many are still to do; never below 0.
        minutes: How long one of them takes; None where nobody said.
        minutes_from: Who said so: the clause, or the host's open term.
        who: Roles that may do it. Where the subject is staff it must be the subject.
        staff: The one officer who owes it: the subject, where that is staff; of a case whoever is
            in charge of it.
        fulfilled_by: Ids of the recorded events that count for it, of kinds whose rows may be
            read; visits and other mass events are counts only.
        clause: Where it stands, as findings show it.
        severity: How grave it is if it stays undone.
        in_community: Whether it is done in the community, so that time kept for that may be used
            for it.
        reason: Why it can't be said how many are open; None where it can. With `no_data` what is
            on record counts as done, and at most the rest is open.
        doubt: What isn't known of the subject, so that nobody can tell whether it is asked.

    Units:
        minutes: minutes; due, done, open: occasions, households or premises, as the entry counts.
    """

    id: str
    pack: str
    entry: str
    kind: DueKind
    subject_kind: str
    subject: str
    station: str | None
    area: str
    period: str
    window: Span
    window_reason: Reason | None = None
    days: frozenset[date] | None = None
    season: Span | None = None
    due: int
    done: int
    open: int
    minutes: int | None
    minutes_from: Literal["clause", "term"] | None
    who: tuple[str, ...]
    staff: str | None
    fulfilled_by: tuple[str, ...]
    force: Force
    clause: tuple[str, ...]
    severity: Severity
    reason: Reason | None
    in_community: bool = False
    doubt: Doubt | None = None

    def may_be_on(self, day: date) -> bool:
        """Whether a day is one on which it may be done."""
        return self.window.contains(day) and (self.days is None or day in self.days)

    def to_json(self) -> dict[str, Any]:
        """The item as plain data."""
        return {
            "id": self.id,
            "pack": self.pack,
            "entry": self.entry,
            "kind": self.kind,
            "subject": {"kind": self.subject_kind, "id": self.subject},
            "station": self.station,
            "area": self.area,
            "period": self.period,
            "window": {
                "from": self.window.first.isoformat(),
                "until": self.window.last.isoformat(),
                "reason": self.window_reason,
                "days": None if self.days is None else sorted(map(str, self.days)),
            },
            "due": self.due,
            "done": self.done,
            "open": self.open,
            "minutes": self.minutes,
            "minutes_from": self.minutes_from,
            "who": list(self.who),
            "staff": self.staff,
            "fulfilled_by": list(self.fulfilled_by),
            "force": self.force,
            "clause": list(self.clause),
            "severity": self.severity,
            "reason": self.reason,
            "in_community": self.in_community,
            "unknown": self.doubt.plain() if self.doubt else None,
        }
