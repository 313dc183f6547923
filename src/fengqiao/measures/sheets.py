"""What bands and score sheets ask: their periods, subjects and measures, as tasks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from attrs import field, frozen

from fengqiao.measures.indicator import Indicator, Indicators
from fengqiao.measures.indicators_work import share_of_totals, totals_of
from fengqiao.measures.subjects import Subjects, subjects_of
from fengqiao.measures.tasks import Reason, Request, Task
from fengqiao.model import lies_in
from fengqiao.model.registry import Registers
from fengqiao.rules import Band, Chain, Exact, Key, Open, Part, Rules, Sheet, Spoken, Words
from fengqiao.timing import Period, PeriodUnit, Span, period_of, periods_ending_in, previous

_UNITS: tuple[str, ...] = get_args(PeriodUnit)


@frozen(kw_only=True)
class SheetTask:
    """One sheet, one period: the measure of each part as a task.

    Attributes:
        parts: Each component with its weight (None: not configured) and its task (None: no
            measure configured).
    """

    spoken: Spoken
    period: Period
    subjects: Subjects
    parts: tuple[tuple[Part, Exact | None, Task | None], ...] = field(default=())


def _subjects(
    rules: Rules, chain: Chain, kind: str, registers: Registers, request: Request, span: Span
) -> Subjects:
    everyone = subjects_of(kind, registers, span)
    keep = [
        index
        for index, code in enumerate(everyone.areas)
        if rules.chain_at(code) is chain
        and request.station in (None, everyone.stations[index])
        and (request.area is None or lies_in(code, request.area))
    ]
    return everyone.pick(keep)


def plan_bands(
    rules: Rules, registers: Registers, indicators: Indicators, request: Request
) -> tuple[Task, ...]:
    """The measure of each band, over the last of its windows that has ended with the request."""
    return tuple(
        task
        for chain in rules.chains
        for entry_id in chain.entries
        if request.entry in (None, entry_id)
        for task in _band(rules, chain, entry_id, registers, indicators, request)
    )


def _band(  # noqa: PLR0913
    rules: Rules,
    chain: Chain,
    entry_id: str,
    registers: Registers,
    indicators: Indicators,
    request: Request,
) -> Iterator[Task]:
    spoken = chain.spoken_on(entry_id, request.state_day)
    if spoken is None or not isinstance(spoken.entry, Band):
        return
    band = spoken.entry
    over = band.over if isinstance(band.over, str) else None
    found = rules.term(spoken, "over")
    if over is None and found is not None and found[1] in _UNITS:
        over = str(found[1])  # type: ignore[assignment]
    period = request.period if over is None else last_ended(over, request.period)
    subjects = _subjects(rules, chain, band.each, registers, request, period.span)
    indicator = None if isinstance(band.by, Open) else indicators.get(band.by)
    reason: Reason | None = None
    if over is None or isinstance(band.by, Open):
        reason = "not_configured"
    elif indicator is None:
        reason = "not_installed"
    elif request.on < period.last:
        reason = "period_open"
    if len(subjects):
        yield Task(
            spoken=spoken,
            chain=chain,
            period=period,
            counted=period.span,
            subjects=subjects,
            indicator=indicator,
            in_force=period.span.days,
            reason=reason,
        )


def last_ended(unit: PeriodUnit, period: Period) -> Period:
    """The last period of a unit that ends with, or before the end of, another."""
    found = period_of(unit, period.last)
    return found if found.last <= period.last else previous(found)


def plan_sheets(
    rules: Rules, registers: Registers, indicators: Indicators, request: Request
) -> tuple[SheetTask, ...]:
    """Every sheet that is decided by scores, for each of its periods that ends in the request."""
    found = []
    for chain in rules.chains:
        for entry_id in chain.entries:
            spoken = chain.spoken_on(entry_id, request.state_day)
            if (
                request.entry in (None, entry_id)
                and spoken is not None
                and isinstance(spoken.entry, Sheet)
                and spoken.entry.decided == "scores"
            ):
                for period in _periods(spoken.entry, request):
                    subjects = _subjects(
                        rules, chain, spoken.entry.each, registers, request, period.span
                    )
                    parts = _parts(rules, chain, spoken, subjects, period, request, indicators)
                    found.append(
                        SheetTask(spoken=spoken, period=period, subjects=subjects, parts=parts)
                    )
    return tuple(found)


def _periods(sheet: Sheet, request: Request) -> tuple[Period, ...]:
    return periods_ending_in(sheet.per, request.period.span)


def _parts(  # noqa: PLR0913
    rules: Rules,
    chain: Chain,
    spoken: Spoken,
    subjects: Subjects,
    period: Period,
    request: Request,
    indicators: Indicators,
) -> tuple[tuple[Part, Exact | None, Task | None], ...]:
    sheet = spoken.entry
    if not isinstance(sheet, Sheet) or isinstance(sheet.parts, Open):
        return ()
    found = []
    for part in sheet.parts:
        measure = _named(rules, spoken, part)
        task = None
        if measure is not None:
            indicator = indicators.get(measure) or _reported(rules, measure)
            reason: Reason | None = None
            if indicator is None:
                reason = "not_installed"
            elif request.on < period.last:
                reason = "period_open"
            task = Task(
                spoken=spoken,
                chain=chain,
                period=period,
                counted=period.span,
                subjects=subjects,
                indicator=indicator,
                in_force=period.span.days,
                reason=reason,
            )
        found.append((part, _weight(rules, spoken, part), task))
    return tuple(found)


def _weight(rules: Rules, spoken: Spoken, part: Part) -> Exact | None:
    if isinstance(part.weight, Exact):
        return part.weight
    found = rules.term(spoken, f"{part.name}.weight")
    return found[1] if found is not None and isinstance(found[1], Exact) else None


def _named(rules: Rules, spoken: Spoken, part: Part) -> str | None:
    if isinstance(part.measure, str):
        return part.measure
    found = rules.term(spoken, f"{part.name}.measure")
    return str(found[1]) if found is not None else None


def _reported(rules: Rules, measure: str) -> Indicator | None:
    """An indicator for a total that the host reports under a name of its own."""
    totals = rules.catalogue.vocabularies["total"].words
    if measure not in totals:
        return None
    names = totals[measure]
    return Indicator(
        key=Key(name=measure, kind="norm", names=names, unit="share", value="share"),
        numerator=names,
        denominator=Words(zh="应得总数", en="the most there is to be had"),
        exclusions=Words(zh="由宿主系统上报", en="as the host reports it"),
        recorded_as=measure,
        tallies=totals_of(measure),
        column=share_of_totals,
    )
