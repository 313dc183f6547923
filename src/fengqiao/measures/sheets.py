"""What bands and score sheets ask: their periods, subjects and measures, as tasks."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, field, frozen

from fengqiao.measures.indicator import Indicator, Indicators
from fengqiao.measures.indicators_reported import reported
from fengqiao.measures.reasons import Reason
from fengqiao.measures.subjects import Subjects, subjects_of
from fengqiao.measures.tasks import Request, Task
from fengqiao.measures.windows import find_window
from fengqiao.model import lies_in
from fengqiao.model.registry import Registers
from fengqiao.rules import (
    OPEN,
    Band,
    Chain,
    Exact,
    Key,
    Open,
    Part,
    Rules,
    Sheet,
    Spoken,
    Words,
)
from fengqiao.rules.part_terms import filled_part
from fengqiao.rules.points import NOTHING
from fengqiao.timing import Period, PeriodUnit, Span, periods_ending_in


@frozen(kw_only=True)
class PartTask:
    """One part of a sheet, and what measures it.

    Attributes:
        weight: Stated, or the host's; None where it is not configured. A veto weighs nothing.
        measure: Key or total; None where none is configured.
        task: None where no measure is configured.
    """

    part: Part
    weight: Exact | None
    measure: str | None
    task: Task | None


@frozen(kw_only=True)
class SheetTask:
    """One sheet, one period: the measure of each part as a task."""

    spoken: Spoken
    period: Period
    subjects: Subjects
    parts: tuple[PartTask, ...] = field(default=())


def plan_bands(
    rules: Rules, registers: Registers, indicators: Indicators, request: Request
) -> tuple[Task, ...]:
    """The measure of each band, over the last of its windows that has ended with the request."""
    planner = _Planner(rules, registers, indicators, request)
    return tuple(
        task
        for chain in rules.chains
        for entry_id in chain.entries
        if request.entry in (None, entry_id)
        for task in planner.band(chain, entry_id)
    )


def plan_sheets(
    rules: Rules, registers: Registers, indicators: Indicators, request: Request
) -> tuple[SheetTask, ...]:
    """Every sheet that is decided by scores, for each of its periods that ends in the request."""
    planner = _Planner(rules, registers, indicators, request)
    return tuple(
        sheet
        for chain in rules.chains
        for entry_id in chain.entries
        if request.entry in (None, entry_id)
        for sheet in planner.sheets(chain, entry_id)
    )


@frozen
class _Planner:
    """Makes the tasks of bands and sheets."""

    rules: Rules
    registers: Registers
    indicators: Indicators
    request: Request

    def band(self, chain: Chain, entry_id: str) -> Iterator[Task]:
        """The task of a band in force, if it has subjects."""
        spoken = chain.spoken_on(entry_id, self.request.state_day)
        if spoken is None or not isinstance(spoken.entry, Band):
            return
        band = spoken.entry
        window = find_window(self.rules, spoken, band, self.request.period)
        period = window.period or self.request.period
        subjects = self.subjects(chain, band.each, period.span)
        indicator = self.indicators.get(window.by or "")
        sheet = _sheet_of(chain, window.by)
        if len(subjects):
            task = self.task(
                spoken, chain, period, subjects, indicator, window.reason, is_scored=bool(sheet)
            )
            yield evolve(task, scored_by=sheet)

    def sheets(self, chain: Chain, entry_id: str) -> Iterator[SheetTask]:
        """The sheets of an id, one per period that ends in the request."""
        pers = {
            entry.per
            for entry in chain.entries[entry_id]
            if isinstance(entry, Sheet) and entry.decided == "scores"
        }
        for per in sorted(pers, key=str):
            for period in self.periods(per):
                pieces = chain.spoken_over(entry_id, period.span)
                spoken = pieces[-1][1]
                if spoken is None or not isinstance(spoken.entry, Sheet) or spoken.entry.per != per:
                    continue
                subjects = self.subjects(chain, spoken.entry.each, period.span)
                reason: Reason | None = "part_of_period" if len(pieces) > 1 else None
                parts = tuple(
                    self.part(part, spoken, chain, period, subjects, reason)
                    for part in parts_of(spoken.entry)
                )
                yield SheetTask(spoken=spoken, period=period, subjects=subjects, parts=parts)

    def periods(self, per: PeriodUnit | Open) -> tuple[Period, ...]:
        """Periods of a sheet; the one asked for where the source does not say how often."""
        if isinstance(per, Open):
            return (self.request.period,)
        return periods_ending_in(per, self.request.period.span)

    def part(  # noqa: PLR0917  one part of one sheet
        self,
        part: Part,
        spoken: Spoken,
        chain: Chain,
        period: Period,
        subjects: Subjects,
        reason: Reason | None,
    ) -> PartTask:
        """A part with its weight and measure."""
        measure = part_measure(self.rules, spoken, part)
        task = None
        if measure is not None:
            indicator = self.indicators.get(measure) or total_indicator(measure, self.rules)
            task = self.task(spoken, chain, period, subjects, indicator, reason)
        weight = part_weight(self.rules, spoken, part)
        part = filled_part(part, spoken.entry.id, spoken.asked, self.rules.terms)
        return PartTask(part=part, weight=weight, measure=measure, task=task)

    def task(  # noqa: PLR0917  the parts of a task
        self,
        spoken: Spoken,
        chain: Chain,
        period: Period,
        subjects: Subjects,
        indicator: Indicator | None,
        reason: Reason | None,
        *,
        is_scored: bool = False,
    ) -> Task:
        """A measure over one whole period; while the period runs it is `period_open`."""
        if indicator is None and not is_scored:
            reason = reason or "not_installed"
        elif self.request.on < period.last:
            reason = reason or "period_open"
        return Task(
            spoken=spoken,
            chain=chain,
            period=period,
            counted=period.span,
            subjects=subjects,
            indicator=indicator,
            in_force=period.span,
            reason=reason,
        )

    def subjects(self, chain: Chain, kind: str, span: Span) -> Subjects:
        """Subjects of a kind for which a chain speaks, within the request's filters."""
        everyone = subjects_of(kind, self.registers, span)
        keep = [
            index
            for index, code in enumerate(everyone.areas)
            if self.rules.chain_at(code) is chain
            and self.request.station in (None, everyone.stations[index])
            and (self.request.area is None or lies_in(code, self.request.area))
        ]
        return everyone.pick(keep)


def _sheet_of(chain: Chain, name: str | None) -> str | None:
    """The id of the sheet that a band classes by: of that id, else of that key."""
    sheets = [
        entry
        for entries in chain.entries.values()
        for entry in entries
        if isinstance(entry, Sheet) and entry.decided == "scores" and entry.key == name
    ]
    sheets.sort(key=lambda one: one.id != name)
    return sheets[0].id if sheets else None


def _told(rules: Rules, spoken: Spoken, name: str) -> str | None:
    found = rules.term(spoken, name)
    return found[1] if found is not None and isinstance(found[1], str) else None


def part_measure(rules: Rules, spoken: Spoken, part: Part) -> str | None:
    """The measure of a part: stated, or the host's; None where it is not configured."""
    if not isinstance(part.measure, Open):
        return part.measure
    return _told(rules, spoken, f"{part.name}.measure" if part.name else "measure")


def part_weight(rules: Rules, spoken: Spoken, part: Part) -> Exact | None:
    """The weight of a part: stated, or the host's; a veto weighs nothing."""
    if part.weight is None:
        return NOTHING
    if isinstance(part.weight, Exact):
        return part.weight
    found = rules.term(spoken, f"{part.name}.weight")
    return found[1] if found is not None and isinstance(found[1], Exact) else None


WHOLE = Part(name="", names=Words(zh="得分", en="score"), weight=Exact.whole(1), measure=OPEN)
"""Stands for the parts of a sheet that leaves them open: the host names one measure."""


def parts_of(sheet: Sheet) -> tuple[Part, ...]:
    """Parts of a sheet; one for the whole where the source leaves them open."""
    return (WHOLE,) if isinstance(sheet.parts, Open) else sheet.parts


def total_indicator(measure: str, rules: Rules) -> Indicator | None:
    """An indicator for a total that the host reports and that no key stands for."""
    totals = rules.catalogue.vocabularies["total"].words
    if measure not in totals:
        return None
    names = totals[measure]
    key = Key(name=measure, kind="norm", names=names, unit="share", value="share")
    total = Words(zh="应得总数", en="the most there is to be had")
    return reported(key, done=names, total=total)
