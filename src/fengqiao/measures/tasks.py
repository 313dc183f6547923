"""What a request asks: which entry is judged, over which period, for which subjects.

A request judges every period whose last day lies in it, or, where that is asked for, every period
that shares a day with it; a state is judged at the end of the request, or on the day as of which
facts are read if that comes first.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal, get_args

from attrs import field, frozen

from fengqiao.errors import CalendarUnpublished
from fengqiao.measures.indicator import Indicator, Indicators
from fengqiao.measures.reasons import Reason
from fengqiao.measures.seasons import find_season
from fengqiao.measures.subjects import Subjects, subjects_of
from fengqiao.measures.whom import Asking, Classed, ClassedOn, Doubt
from fengqiao.model import lies_in
from fengqiao.model.registry import Registers
from fengqiao.rules import (
    Catalogue,
    Chain,
    Duty,
    DutyPhase,
    Judged,
    Norm,
    NormPhase,
    Open,
    Role,
    Rules,
    Spoken,
)
from fengqiao.rules.countings import PLAIN, counting_of
from fengqiao.rules.values import Exact, Unit
from fengqiao.timing import (
    CN_CALENDAR,
    CountingRule,
    Period,
    PeriodUnit,
    Rhythm,
    Span,
    WorkCalendar,
    period_of,
    periods_ending_in,
    periods_overlapping,
)

PERIOD_UNITS: tuple[PeriodUnit, ...] = get_args(PeriodUnit)
_Unit = PeriodUnit | Rhythm | Literal["state", "asked", "open"]


@frozen(kw_only=True)
class Request:
    """A question to the rules.

    Attributes:
        period: The period asked for.
        on: The day as of which facts are read.
        station: Only subjects of this station.
        area: Only subjects in this area.
        entry: Only this entry id.
        overlapping: Take every period that shares a day with the one asked for, instead of those
            that end in it.
    """

    period: Period
    on: date
    station: str | None = None
    area: str | None = None
    entry: str | None = None
    overlapping: bool = False

    @property
    def state_day(self) -> date:
        """The day whose end a state is judged at."""
        return min(self.on, self.period.last)


@frozen(kw_only=True)
class Task:
    """One entry, one period, its subjects.

    Attributes:
        counted: Days counted: the period (where the entry is prorated: what of it is in force) up
            to the day as of which facts are read; None when it has not begun by then.
        in_force: The last days of the period on which one value is in force without a break.
            Of a duty that is owed in a season: from the first of its days to the last.
        season: The days of the period on which a duty is owed; None: all.
        reason: Why nothing can be judged, when that holds for all subjects.
        doubt: Why nobody can tell whether the subjects are asked at all, where that is so.
        scored_by: Of a band that classes by a score: the id of the sheet.
        unit: For limits of time: the unit of the limit, where it is known.
        limit: For limits of one amount: that amount, where it is known.
        counting: For limits on cases: the rule by which they run.
        calendar: Says which days are worked.
    """

    spoken: Spoken
    chain: Chain
    period: Period
    counted: Span | None
    subjects: Subjects
    indicator: Indicator | None = None
    in_force: Span
    season: tuple[Span, ...] | None = None
    reason: Reason | None = None
    doubt: Doubt | None = None
    scored_by: str | None = None
    unit: Unit | None = None
    limit: Exact | None = None
    counting: CountingRule = PLAIN
    calendar: WorkCalendar = CN_CALENDAR

    @property
    def has_ended(self) -> bool:
        """Whether the period had ended by the day as of which facts are read."""
        return self.counted is not None and self.counted.last >= self.in_force.last


def plan_tasks(
    rules: Rules,
    registers: Registers,
    indicators: Indicators,
    request: Request,
    *,
    calendar: WorkCalendar,
    classed: ClassedOn = lambda _day: Classed(),
) -> tuple[Task, ...]:
    """Everything that a request asks of norms, duties and roles.

    Args:
        rules: Packs in force.
        registers: Facts that hold over the request and the periods that begin before it.
        indicators: By key.
        request: The question.
        calendar: Says which days are worked.
        classed: Classes by bands, for entries that filter by them: a finding rests on those of
            its own period, whatever period was asked for.

    Returns:
        Tasks in the order of pack, entry, period and kind of subject.
    """
    maker = _Maker(
        rules=rules,
        registers=registers,
        indicators=indicators,
        request=request,
        classed=classed,
        calendar=calendar,
    )
    return tuple(
        task
        for chain in rules.chains
        for entry_id, entries in chain.entries.items()
        if request.entry in (None, entry_id)
        for unit in sorted(
            {unit for entry in entries for unit in _units(rules, chain, entry)}, key=str
        )
        for period, reason in _periods(request, unit, calendar)
        for task in maker.tasks(chain, entry_id, unit, period, reason)
    )


def _units(rules: Rules, chain: Chain, entry: Judged) -> Iterator[_Unit]:
    """The periods by which an entry is judged."""
    if isinstance(entry, Norm):
        key = rules.catalogue.keys.get(entry.key)
        if key is None or key.judged != "written":
            yield "state" if key and key.judged == "state" else entry.per or "asked"
    elif isinstance(entry, Duty):
        yield from {cadence(rules, chain, entry, phase) for phase in entry.phases}
    elif isinstance(entry, Role):
        yield "state"


def limit_unit(rules: Rules, spoken: Spoken) -> Unit | None:
    """The unit of time of a norm's limit: the source's, or the host's where that is open."""
    phase = spoken.phase
    if isinstance(phase, NormPhase) and not phase.comparison.is_open:
        return phase.comparison.unit
    limit = limit_amount(rules, spoken)
    return limit.unit if limit else None


def limit_amount(rules: Rules, spoken: Spoken) -> Exact | None:
    """The one amount of a norm's limit: the source's, or the host's where that is open."""
    phase = spoken.phase
    if not isinstance(phase, NormPhase):
        return None
    limit = phase.comparison.limit
    if not phase.comparison.is_open:
        return limit if isinstance(limit, Exact) else None
    found = rules.term(spoken, phase.comparison.op)
    return found[1] if found and isinstance(found[1], Exact) else None


def _kinds(entry: Judged) -> tuple[str, ...]:
    return entry.each if isinstance(entry, (Norm, Duty)) else (entry.each,)


def is_standing(catalogue: Catalogue, entry: Judged) -> bool:
    """Whether an entry looks at how things stand: the value in force at the period's end counts."""
    key = catalogue.keys.get(entry.key)
    return isinstance(entry, Norm) and key is not None and key.reports == "stock"


def rhythm_of(phase: DutyPhase) -> Rhythm | None:
    """Periods of so many days, weeks or months from the first day of a phase on, if it says so."""
    every = phase.every
    if not isinstance(every, Exact) or every.unit not in ("day", "week", "month"):
        return None
    return Rhythm(every.num, every.unit, phase.effective_from)


def whole_periods(rules: Rules, span: Span) -> Span:
    """The years that a span shares a day with, and all periods that reach over their ends."""
    first, last = period_of("year", span.first), period_of("year", span.last)
    ends = Span(period_of("week", first.first).first, period_of("week", last.last).last)
    firsts, lasts = [ends.first], [ends.last]
    entries = [entry for pack in rules.packs.values() for entry in pack.entries]
    for duty in (entry for entry in entries if isinstance(entry, Duty)):
        for rhythm in (rhythm_of(one) for one in duty.phases):
            found = rhythm.periods(span, overlapping=True) if rhythm else ()
            firsts += [one.first for one in found]
            lasts += [one.last for one in found]
    return Span(min(firsts), max(lasts))


def cadence(rules: Rules, chain: Chain, duty: Duty, phase: DutyPhase) -> _Unit:
    """How often a duty is due; where the source leaves it open, what the host says, or `open`."""
    if rhythm := rhythm_of(phase):
        return rhythm
    if not isinstance(phase.every, (Exact, Open)):
        return phase.every
    told = (rules.terms.get((pack.id, f"{duty.id}.every")) for pack in chain.packs)
    return next((unit for unit in told if unit in PERIOD_UNITS), "open")


def _periods(
    request: Request, unit: _Unit, calendar: WorkCalendar
) -> tuple[tuple[Period, Reason | None], ...]:
    """The periods that a request takes, each with a reason why it can't be judged."""
    if unit == "state":
        return ((period_of("day", max(request.state_day, request.period.first)), None),)
    if unit == "asked":
        return ((request.period, None),)
    if unit == "open":
        return ((request.period, "not_configured"),)
    if isinstance(unit, Rhythm):
        rhythmic = unit.periods(request.period.span, overlapping=request.overlapping)
        return tuple((period, None) for period in rhythmic)
    taken = periods_overlapping if request.overlapping else periods_ending_in
    try:
        found = taken(unit, request.period.span, calendar=calendar)
    except CalendarUnpublished:
        return ((request.period, "calendar_unpublished"),)
    return tuple((period, None) for period in found)


def _is_all_rest(span: Span, calendar: WorkCalendar) -> bool:
    """Whether no day of a span is worked; False where the calendar doesn't say."""
    try:
        return not any(calendar.is_working_day(day) for day in span)
    except CalendarUnpublished:
        return False


@frozen(kw_only=True)
class _Maker:
    """Makes tasks, and remembers the subjects it has looked up."""

    rules: Rules
    registers: Registers
    indicators: Indicators
    request: Request
    classed: ClassedOn
    calendar: WorkCalendar
    found: dict[tuple[str, str, Span], Subjects] = field(factory=dict, eq=False)

    def tasks(
        self, chain: Chain, entry_id: str, unit: _Unit, period: Period, reason: Reason | None
    ) -> Iterator[Task]:
        """The tasks of one entry and period, one per kind of subject."""
        pieces = chain.spoken_over(entry_id, period.span)
        speaking = [
            (span, self.rules.with_target(spoken))
            for span, spoken in pieces
            if spoken and self.is_due(chain, spoken, unit)
        ]
        if not speaking:
            return
        span, spoken = speaking[-1]
        entry, phase = spoken.entry, spoken.phase
        season = find_season(self.rules, spoken, period)
        prorate = phase is not None and phase.prorate
        stands = is_standing(self.rules.catalogue, entry) and pieces[-1][1] is not None
        owed = season.whole if season else None
        is_whole = stands or (prorate and len(speaking) == 1)
        if len(pieces) > 1 and not (is_whole or (owed is not None and span.covers(owed))):
            reason = reason or "part_of_period"
        judged = owed or (span if prorate else period.span)
        span, reason = owed or span, reason or (season.reason if season else None)
        indicator = self.indicators.get(entry.key)
        if isinstance(entry, Norm) and indicator is None:
            reason = reason or "not_installed"
        if isinstance(entry, Duty) and unit != "day" and _is_all_rest(judged, self.calendar):
            reason = reason or "nothing_due"
        has_begun = self.request.on >= judged.first
        where = phase.where if phase else entry.where if isinstance(entry, Role) else ()
        reason = reason if has_begun else reason or "period_open"
        counted = Span(judged.first, min(self.request.on, judged.last)) if has_begun else None
        asking = Asking(
            rules=self.rules,
            chain=chain,
            registers=self.registers,
            classed=self.classed,
            last=period.last,
        )
        for kind in _kinds(entry):
            everyone = self.subjects(chain, kind, judged)
            for doubt, subjects in asking.asked(kind, where, everyone):
                yield Task(
                    spoken=spoken,
                    chain=chain,
                    period=period,
                    counted=counted,
                    subjects=subjects,
                    indicator=indicator,
                    in_force=span,
                    season=season.spans if season and season.spans else None,
                    reason=reason or (doubt.reason if doubt else None),
                    doubt=None if reason else doubt,
                    unit=limit_unit(self.rules, spoken),
                    limit=limit_amount(self.rules, spoken),
                    counting=counting_of(self.rules, chain, entry_id, period.last),
                    calendar=self.calendar,
                )

    def is_due(self, chain: Chain, spoken: Spoken, unit: _Unit) -> bool:
        """Whether what is in force is judged by this period."""
        entry, phase = spoken.entry, spoken.phase
        if isinstance(entry, Duty) and isinstance(phase, DutyPhase):
            return cadence(self.rules, chain, entry, phase) == unit
        return unit in set(_units(self.rules, chain, entry))

    def subjects(self, chain: Chain, kind: str, span: Span) -> Subjects:
        """Subjects of a kind for which a chain speaks, within the request's filters."""
        place = chain.place.id
        if (place, kind, span) not in self.found:
            everyone = subjects_of(kind, self.registers, span)
            station, area = self.request.station, self.request.area
            keep = [
                index
                for index, code in enumerate(everyone.areas)
                if self.rules.chain_at(code) is chain
                and station in (None, everyone.stations[index])
                and (area is None or lies_in(code, area))
            ]
            self.found[place, kind, span] = everyone.pick(keep)
        return self.found[place, kind, span]
