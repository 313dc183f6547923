"""Run a pack's worked cases: judge what is given, and compare with what is expected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from fengqiao.judging import Few, classify, level_of
from fengqiao.judging.limits import settle
from fengqiao.judging.norms import judge_norm, judge_role
from fengqiao.measures import Indicators, Values, core_indicators
from fengqiao.measures.tasks import limit_unit
from fengqiao.measures.windows import find_window
from fengqiao.packs.case_records import Counting, kinds_of
from fengqiao.packs.case_results import OTHER_PERIOD, CaseResult, outcome_of, said
from fengqiao.packs.case_tasks import (
    asked_period,
    attributes,
    is_asked,
    is_of,
    spoken_over,
    task_of,
)
from fengqiao.packs.case_values import given_column, shown_values
from fengqiao.packs.run_duty_cases import run_duty
from fengqiao.packs.run_procedure_cases import run_procedure
from fengqiao.packs.run_sheet_cases import expected_score, run_sheet
from fengqiao.rules import (
    Band,
    Case,
    Catalogue,
    Chain,
    Duty,
    Exact,
    Norm,
    NormPhase,
    Open,
    Pack,
    Phase,
    Procedure,
    Role,
    Rules,
    Sheet,
    Spoken,
)
from fengqiao.rules.entries import NAMES
from fengqiao.rules.values import Unit, in_unit
from fengqiao.timing import Period

_OTHER_UNIT = "other_unit"
"""Stands for a case that gives a time in a unit which the limit can't be compared with."""


def run_cases(
    pack: Pack,
    catalogue: Catalogue,
    *,
    parents: Sequence[Pack] = (),
    indicators: Indicators | None = None,
) -> Iterator[CaseResult]:
    """Judge every worked case of a pack.

    Args:
        pack: The pack.
        catalogue: With the pack's own words.
        parents: Packs that speak where this one is silent, nearest first.
        indicators: What counts the records of cases; the core's where none are given.

    Yields:
        One result per row, one more where what a row gives is counted from records, and one per
        expectation of a case with events.
    """
    chain = Chain((pack, *parents))
    procedures = {entry.id: entry for entry in pack.entries if isinstance(entry, Procedure)}
    for case in pack.cases:
        terms = {(pack.id, name): _term(name, value) for name, value in case.config}
        # The reader has brought what a case configures to exact values and words.
        rules = Rules(packs={}, catalogue=catalogue, terms=terms)  # type: ignore[arg-type]
        walked = procedures.get(case.of)
        if walked is not None:
            yield from run_procedure(rules, chain, case, walked)
            continue
        entry = chain.entries[case.of][0]
        if isinstance(entry, Duty):
            yield from run_duty(rules, chain, case, entry)
            continue
        if case.records is not None:
            yield from _recorded(rules, chain, case, indicators or core_indicators())
            continue
        for number, row in enumerate(case.rows, start=1):
            expected = str(row["expect"])
            if isinstance(entry, Sheet):
                expected = expected_score(row["expect"])
                spoken, reason = spoken_over(rules, chain, case.of, asked_period(case, row))
                found = run_sheet(rules, spoken, row.get("given"), reason)
            elif isinstance(entry, Band):
                found = _level(rules, chain, case, row)
            else:
                found = _norm(rules, chain, case, row)
            yield CaseResult(case=case, expected=expected, found=found, row=number)


def _norm(rules: Rules, chain: Chain, case: Case, row: Mapping[str, object]) -> str:
    period = asked_period(case, row)
    spoken, reason = spoken_over(rules, chain, case.of, period)
    if spoken is None or spoken.phase is None or not isinstance(spoken.entry, Norm):
        return "no_rule"
    if spoken.entry.per is not None and not is_of(period, spoken.entry.per):
        return OTHER_PERIOD
    kind = str(row.get("each", case.each or spoken.entry.each[0]))
    if kind not in spoken.entry.each or not is_asked(spoken.phase, attributes(case, row)):
        return "no_rule"
    given = row.get("given")
    if isinstance(given, Exact) and given.unit is not None:
        unit = _limit_unit(rules, spoken, spoken.phase)
        converted = in_unit(given, unit) if unit else given
        if converted is None:
            return _OTHER_UNIT
        given = converted
    column, reasons = given_column(given)
    values = Values(
        task=task_of(spoken, chain, period, kind, reason), column=column, reasons=reasons
    )
    return outcome_of(judge_norm(rules, values))


def _limit_unit(rules: Rules, spoken: Spoken, phase: Phase) -> Unit | None:
    """The unit of the limit, as the source or the case's host states it."""
    comparison = phase.comparison if isinstance(phase, NormPhase) else None
    settled = settle(rules, spoken, comparison, None).comparison if comparison else None
    return settled.unit if settled else None


def _recorded(
    rules: Rules, chain: Chain, case: Case, indicators: Indicators
) -> Iterator[CaseResult]:
    """What comes of a case's records: of a norm what they are counted as, and the outcome."""
    entry = chain.entries[case.of][0]
    kind = kinds_of(entry)[0]
    for number, row in enumerate(case.rows, start=1):
        each = str(row.get("each", case.each or kind))
        values = _counted(rules, chain, case, asked_period(case, row), each, indicators)
        if "given" in row:
            unit = limit_unit(rules, values.task.spoken) if values else None
            expected, found = shown_values(row["given"], values.column if values else None, unit)
            yield CaseResult(case=case, expected=expected, found=found, row=number, field="given")
        found = _outcome(rules, values) if values else "no_rule"
        yield CaseResult(case=case, expected=str(row["expect"]), found=found, row=number)
    if isinstance(entry, Role):
        values = _counted(rules, chain, case, asked_period(case, {}), kind, indicators)
        blocks = judge_role(values) if values else ()
        outcomes = {str(block.requirement): outcome_of(block) for block in blocks}
        for name, expected in case.expect:
            found = outcomes.get(name, "no_rule")
            yield CaseResult(case=case, expected=expected, found=found, field=name)


def _outcome(rules: Rules, values: Values) -> str:
    """What comes of counted values: of a norm the outcome, of a band the level."""
    if not isinstance(values.task.spoken.entry, Band):
        return outcome_of(judge_norm(rules, values))
    (found,) = classify((values,), few=Few(0))
    return found.level or said(found.reason or "no_rule")


def _counted(  # noqa: PLR0917  what a case is run with
    rules: Rules, chain: Chain, case: Case, period: Period, each: str, indicators: Indicators
) -> Values | None:
    """What a case's records come to; None where nothing is asked of its subject."""
    spoken, reason = spoken_over(rules, chain, case.of, period)
    if spoken is not None and isinstance(spoken.entry, Band):
        spoken, reason = chain.spoken_on(case.of, period.last), None
    if spoken is None or each not in kinds_of(spoken.entry):
        return None
    counting = Counting(rules=rules, chain=chain, spoken=spoken, indicators=indicators)
    values = counting.values(dict(case.records or ()), each, period, is_recorded=case.recorded)
    if values is None or reason is None:
        return values
    return evolve(values, task=evolve(values.task, reason=reason))


def _term(name: str, value: object) -> object:
    """A term as a host fills it in: who bears a name is one id, not a list of words."""
    if name.startswith(NAMES) and isinstance(value, tuple) and len(value) == 1:
        return value[0]
    return value


def _level(rules: Rules, chain: Chain, case: Case, row: Mapping[str, object]) -> str:
    period = asked_period(case, row)
    spoken = chain.spoken_on(case.of, period.last)
    if spoken is None or not isinstance(spoken.entry, Band):
        return "no_rule"
    for name in ("over", "by"):
        if isinstance(getattr(spoken.entry, name), Open) and rules.term(spoken, name) is None:
            return "open"
    given = row.get("given")
    if isinstance(given, Mapping):
        window = find_window(rules, spoken, spoken.entry, period).period
        given = given.get(str(window))
    if not isinstance(given, Exact):
        return "no_data"
    return level_of(spoken.entry, given.pair) or "no_rule"
