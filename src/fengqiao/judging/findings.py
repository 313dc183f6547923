"""Findings: kept as columns, made into objects, receipts and JSON one by one when asked."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any, Literal

from attrs import evolve, frozen

from fengqiao.judging.blocks import Block
from fengqiao.judging.compare import MET, NOT_MET
from fengqiao.judging.counted_events import counted_events
from fengqiao.judging.finding_ids import FindingId
from fengqiao.judging.narrowing import narrowed
from fengqiao.judging.overlays import overlays_of
from fengqiao.measures import Reason
from fengqiao.rules import Cite, Rules, Severity
from fengqiao.rules.units import stated_unit
from fengqiao.timing import WorkCalendar

Result = Literal["met", "not_met", "not_checkable"]
_RESULTS: tuple[Result, ...] = ("not_met", "met", "not_checkable")


COLUMNS = (
    "id",
    "pack",
    "entry",
    "requirement",
    "subject_kind",
    "subject",
    "period",
    "result",
    "severity",
    "reason",
    "actual",
    "limit_op",
    "limit",
    "limit_unit",
)
"""Names of the columns of `Findings.columns`."""


@frozen(kw_only=True)
class Finding:
    """One requirement, one subject, one period.

    Attributes:
        id: Readable and decodable, see `FindingId`.
        requirement: Name of a duty's requirement; None for a norm.
        reason: For `not_checkable`: why.
        actual: What was found: a number, `n/d`, minutes, or words; None where nothing is shown.
        limit: The comparison, its value in the source's own unit, and that unit.
        receipt: What a reader needs to check the finding: clause, source, packs asked, open terms
            used, calendar, versions.
    """

    id: str
    entry: str
    requirement: str | None
    subject_kind: str
    subject: str
    period: str
    result: Result
    severity: Severity
    reason: Reason | None
    actual: object
    limit: Mapping[str, object]
    receipt: Mapping[str, object]

    def to_json(self) -> dict[str, Any]:
        """The finding as plain data."""
        return {
            "id": self.id,
            "entry": self.entry,
            "requirement": self.requirement,
            "subject": {"kind": self.subject_kind, "id": self.subject},
            "period": self.period,
            "result": self.result,
            "severity": self.severity,
            "reason": self.reason,
            "actual": self.actual,
            "limit": self.limit,
            "receipt": dict(self.receipt),
        }


@frozen(kw_only=True)
class Context:
    """What all findings of one check share."""

    rules: Rules
    calendar: WorkCalendar
    on: date
    as_known: str | None = None


@frozen(repr=False)
class Findings:
    """All findings of a check, in the order of pack, entry, period, requirement and subject."""

    blocks: tuple[Block, ...]
    context: Context

    def __repr__(self) -> str:
        """How many there are, by result."""
        return f"Findings({self.counts()})"

    def __len__(self) -> int:
        """Number of findings."""
        return sum(len(block.results) for block in self.blocks)

    def __iter__(self) -> Iterator[Finding]:
        """Each finding."""
        return self.where(lambda _block, _index: True)

    def where(self, keep: Callable[[Block, int], bool]) -> Iterator[Finding]:
        """Findings that pass a test of their block and index."""
        for block in self.blocks:
            for index in range(len(block.results)):
                if keep(block, index):
                    yield make_finding(block, index, self.context)

    def of_severity(self, severity: Severity) -> Iterator[Finding]:
        """Findings that are not met, of one severity."""
        for block in self.blocks:
            for index in block.not_met():
                if block.severity_of(index) == severity:
                    yield make_finding(block, index, self.context)

    def breaches(self) -> Iterator[Finding]:
        """Findings in which a `must` is not met."""
        return self.of_severity("breach")

    def notices(self) -> Iterator[Finding]:
        """Findings that fall short of what is asked in principle or aimed at."""
        return self.of_severity("notice")

    def infos(self) -> Iterator[Finding]:
        """Findings that are not met and only told: of practice, or before the day they are due."""
        return self.of_severity("info")

    def find(self, finding_id: str) -> Finding | None:
        """The finding of an id, or None."""
        wanted = FindingId.parse(finding_id)
        for block in self.blocks:
            task = block.task
            names = (task.spoken.entry.pack, task.spoken.entry.id, block.requirement)
            if names != (wanted.pack, wanted.entry, wanted.requirement):
                continue
            if task.subjects.kind != wanted.subject_kind or str(task.period) != wanted.period:
                continue
            if wanted.subject in task.subjects.ids:
                index = task.subjects.ids.index(wanted.subject)
                return make_finding(block, index, self.context)
        return None

    def counts(self) -> dict[str, int]:
        """How many findings have each result, and how many that are not met have each severity."""
        severities = Counter(
            block.severity_of(index) for block in self.blocks for index in block.not_met()
        )
        met = sum(block.results.count(MET) for block in self.blocks)
        not_met = sum(block.results.count(NOT_MET) for block in self.blocks)
        return {
            "met": met,
            "not_met": not_met,
            "not_checkable": len(self) - met - not_met,
            "breach": severities["breach"],
            "notice": severities["notice"],
            "info": severities["info"],
        }

    def columns(self) -> dict[str, list[Any]]:
        """All findings as plain columns, without receipts: what data frames are made of.

        Every column holds texts or None, whatever the values are: an actual that is a fraction
        or words is written as JSON writes it, several words joined by commas.
        """
        made: dict[str, list[Any]] = {name: [] for name in COLUMNS}
        for block in self.blocks:
            for name, cells in _block_columns(block, self.context).items():
                made[name] += cells
        return made

    def to_json(self) -> dict[str, Any]:
        """All findings as plain data: `{"format", "findings", "counts"}`."""
        return {
            "format": 1,
            "findings": [finding.to_json() for finding in self],
            "counts": self.counts(),
        }

    def jsonl(self) -> Iterator[str]:
        """One line of JSON per finding, made as it is asked for."""
        for finding in self:
            yield json.dumps(finding.to_json(), ensure_ascii=False, sort_keys=False)


def _block_columns(block: Block, context: Context) -> dict[str, list[Any]]:
    """Columns of one block; what all of its findings share is made once."""
    task, limit = block.task, _limit(block, context)
    entry, kind, subjects = task.spoken.entry, task.subjects.kind, task.subjects.ids
    same = {
        "pack": entry.pack,
        "entry": entry.id,
        "requirement": block.requirement,
        "subject_kind": kind,
        "period": str(task.period),
        "limit_op": _text(limit["op"]),
        "limit": _text(limit["value"]),
        "limit_unit": _text(limit["unit"]),
    }
    some = range(len(block.results))
    name = FindingId(
        pack=entry.pack,
        entry=entry.id,
        requirement=block.requirement,
        subject_kind=kind,
        subject="",
        period=same["period"] or "",
    )
    return {
        "id": [str(evolve(name, subject=subjects[index])) for index in some],
        **{key: [value] * len(some) for key, value in same.items()},
        "subject": list(subjects),
        "result": [_RESULTS[result] for result in block.results],
        "severity": [block.severity_of(index) for index in some],
        "reason": [block.reasons.get(index) for index in some],
        "actual": [_text(block.actual(index)) for index in some],
    }


def _text(value: object) -> str | None:
    """A value as a cell of text."""
    if isinstance(value, (list, tuple)):
        return ",".join(map(str, value))
    return None if value is None else str(value)


def make_finding(block: Block, index: int, context: Context) -> Finding:
    """One finding of a block."""
    task = block.task
    entry, subjects = task.spoken.entry, task.subjects
    result = _RESULTS[block.results[index]]
    period = str(task.period)
    finding_id = FindingId(
        pack=entry.pack,
        entry=entry.id,
        requirement=block.requirement,
        subject_kind=subjects.kind,
        subject=subjects.ids[index],
        period=period,
    )
    return Finding(
        id=str(finding_id),
        entry=entry.id,
        requirement=block.requirement,
        subject_kind=subjects.kind,
        subject=subjects.ids[index],
        period=period,
        result=result,
        severity=block.severity_of(index),
        reason=block.reasons.get(index),
        actual=block.actual(index),
        limit=_limit(block, context),
        receipt=_receipt(block, index, context),
    )


@cache
def library_version() -> str:
    """Version of this library as installed; `unknown` when run without being installed."""
    try:
        return version("fengqiao")
    except PackageNotFoundError:
        return "unknown"


def _limit(block: Block, context: Context) -> dict[str, object]:
    spoken, comparison = block.task.spoken, block.stated
    unit = stated_unit(
        spoken.entry,
        comparison,
        context.rules.catalogue,
        field=block.on_field,
        phase=spoken.phase,
    )
    return {"op": comparison.op, "value": comparison.plain(), "unit": unit}


def _receipt(block: Block, index: int, context: Context) -> dict[str, object]:
    task = block.task
    entry, phase = task.spoken.entry, task.spoken.phase
    pack = context.rules.packs[entry.pack]
    source = pack.source(block.cites[0].source)
    indicator = task.indicator
    dated = phase or entry  # norms and duties have phases; every other entry its own days
    return {
        "entry": entry.id,
        "requirement": block.requirement,
        "clause": clauses(block.cites),
        "source": source.id,
        "source_sha256": source.sha256,
        "force": task.spoken.force,
        "phase": {
            "from": dated.effective_from.isoformat(),  # type: ignore[union-attr]
            "until": _iso(dated.effective_until),  # type: ignore[union-attr]
        },
        "pack": pack.id,
        "pack_version": pack.version,
        "pack_sha256": pack.sha256,
        "overlay": overlays_of(task.spoken.asked, entry.id, context.rules),
        "asked": list(task.spoken.asked),
        "indicator": indicator.key.name if indicator else entry.key,
        "revision": indicator.revision if indicator else 1,
        "only": narrowed(phase),
        "terms": [
            {"name": term.name, "value": term.value, "given_for": term.given_for}
            for term in block.terms
        ],
        "days": {
            "counted": task.counted.days if task.counted else 0,
            "in_force": task.in_force.days,
            "held": task.subjects.held.get(index),
            "of": task.period.span.days,
        },
        "unknown": task.doubt.plain() if task.doubt else None,
        "prorated": _part_limit(block, index),
        "withheld": index in block.withheld or block.reasons.get(index) == "withheld",
        "events": counted_events(block, index),
        "calendar": {
            "name": context.calendar.name,
            "published_through": context.calendar.published_through.isoformat(),
        },
        "verified": task.spoken.verified,
        "on": context.on.isoformat(),
        "as_known": context.as_known,
        "fengqiao": library_version(),
    }


def _part_limit(block: Block, index: int) -> object:
    """The limit in proportion to the days that a subject was judged by; None for the whole."""
    part = block.parts.get(index)
    return part.comparison.plain() if part is not None and part.comparison is not None else None


def clauses(cites: tuple[Cite, ...]) -> list[str]:
    """Clauses as receipts show them, without parts; of another source than the first, with it."""
    first = cites[0].source if cites else ""
    shown = (one.ref if one.source == first else f"{one.source}:{one.ref}" for one in cites)
    return list(dict.fromkeys(shown))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
