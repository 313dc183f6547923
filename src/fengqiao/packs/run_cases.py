"""Run a pack's worked cases: judge what is given, and compare with what is expected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction

from attrs import evolve, frozen

from fengqiao.errors import Fault, Place
from fengqiao.judging import level_of
from fengqiao.judging.blocks import Block
from fengqiao.judging.compare import MET, NOT_MET
from fengqiao.judging.duties import judge_duty
from fengqiao.judging.limits import settle
from fengqiao.judging.norms import judge_norm, judge_role
from fengqiao.measures import (
    Column,
    Indicators,
    Occasion,
    Occasions,
    Reason,
    Subjects,
    Task,
    Values,
    core_indicators,
)
from fengqiao.measures.occasions import is_about
from fengqiao.measures.subjects import meets
from fengqiao.measures.tasks import PERIOD_UNITS, is_standing
from fengqiao.packs.case_records import Counting, kinds_of
from fengqiao.packs.run_sheet_cases import expected_score, run_sheet
from fengqiao.rules import (
    Band,
    Case,
    Catalogue,
    Chain,
    Duty,
    DutyPhase,
    Exact,
    Norm,
    NormPhase,
    Open,
    Pack,
    Phase,
    Role,
    Rules,
    Sheet,
    Spoken,
)
from fengqiao.rules.entries import NAMES
from fengqiao.rules.values import Unit, in_unit
from fengqiao.timing import CN_CALENDAR, Period, PeriodUnit, period_of

_SUBJECT = "case"
_MINUTES = {"minute": 1, "hour": 60}
_OTHER_PERIOD = "other_period"
"""Stands for a case whose period is not of the entry's own kind: a month for a weekly norm."""
_OTHER_UNIT = "other_unit"
"""Stands for a case that gives a time in a unit which the limit can't be compared with."""
_WORDS: Mapping[str, str] = {"not_configured": "open"}
"""How outcomes of cases call a reason, where they do not use its own name."""
_FROM_BEST = ("met", "", "info", "notice", "breach")
"""From the best outcome to the worst; in the second place, every reason why it can't be checked."""


@frozen(kw_only=True)
class CaseResult:
    """One expectation of a worked case.

    Attributes:
        field: Field or requirement of a duty or role; `given` where records are counted; None
            for what comes of a row.
        row: Which row, counted from 1; None for events.
    """

    case: Case
    expected: str
    found: str
    field: str | None = None
    row: int | None = None

    @property
    def fault(self) -> Fault | None:
        """The fault of a case that came out otherwise; None when it is as expected."""
        if self.found == self.expected:
            return None
        part = self.field or self.row
        facts = {
            "entry": self.case.of,
            "part": f"{self.row}.{self.field}" if self.row and self.field else part,
            "expected": self.expected,
            "found": self.found,
        }
        place = Place(self.case.origin.file, self.case.origin.line)
        return Fault("case.differs", facts, place)


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
    for case in pack.cases:
        terms = {(pack.id, name): _term(name, value) for name, value in case.config}
        # The reader has brought what a case configures to exact values and words.
        rules = Rules(packs={}, catalogue=catalogue, terms=terms)  # type: ignore[arg-type]
        entry = chain.entries[case.of][0]
        if isinstance(entry, Duty):
            yield from _duty(rules, chain, case, entry)
            continue
        if case.records:
            yield from _recorded(rules, chain, case, indicators or core_indicators())
            continue
        for number, row in enumerate(case.rows, start=1):
            expected = str(row["expect"])
            if isinstance(entry, Sheet):
                expected = expected_score(row["expect"])
                spoken, reason = _spoken(rules, chain, case.of, _asked(case, row))
                found = run_sheet(rules, spoken, row.get("given"), reason)
            elif isinstance(entry, Band):
                found = _level(rules, chain, case, row)
            else:
                found = _norm(rules, chain, case, row)
            yield CaseResult(case=case, expected=expected, found=found, row=number)


def _asked(case: Case, row: Mapping[str, object]) -> Period:
    """The period or day that a row judges; its own comes before the case's."""
    on, period = row.get("on"), row.get("period")
    if isinstance(on, date):
        return period_of("day", on)
    if isinstance(period, str):
        return Period.parse(period)
    if case.on is not None:
        return period_of("day", case.on)
    return Period.parse(case.period or "")


def _spoken(
    rules: Rules, chain: Chain, entry_id: str, period: Period
) -> tuple[Spoken | None, Reason | None]:
    pieces = chain.spoken_over(entry_id, period.span)
    found = [spoken for _, spoken in pieces if spoken is not None]
    if not found:
        return None, None
    phase, last = found[-1].phase, pieces[-1][1]
    stands = last is not None and is_standing(rules.catalogue, last.entry)
    is_whole = len(pieces) == 1 or stands or (isinstance(phase, Phase) and phase.prorate)
    return found[-1], None if is_whole else "part_of_period"


def _is_of(period: Period, unit: PeriodUnit) -> bool:
    """Whether a case's period is one by which the entry is judged; a working day is a day."""
    return period.unit == ("day" if unit == "working_day" else unit)


def _task(spoken: Spoken, chain: Chain, period: Period, kind: str, reason: Reason | None) -> Task:
    return Task(
        spoken=spoken,
        chain=chain,
        period=period,
        counted=period.span,
        subjects=Subjects(kind, (_SUBJECT,), ("",), (None,), (0,)),
        in_force=period.span,
        reason=reason,
    )


def _norm(rules: Rules, chain: Chain, case: Case, row: Mapping[str, object]) -> str:
    period = _asked(case, row)
    spoken, reason = _spoken(rules, chain, case.of, period)
    if spoken is None or spoken.phase is None or not isinstance(spoken.entry, Norm):
        return "no_rule"
    if spoken.entry.per is not None and not _is_of(period, spoken.entry.per):
        return _OTHER_PERIOD
    kind = str(row.get("each", spoken.entry.each[0]))
    attributes = row.get("where", {})
    passes = isinstance(attributes, Mapping) and all(
        meets(comparison, _plain(attributes.get(name)))
        for name, comparison in spoken.phase.where
        if name in attributes
    )
    if kind not in spoken.entry.each or not passes:
        return "no_rule"
    given = _in_limit_unit(row.get("given"), rules, spoken)
    if given is None and row.get("given") is not None:
        return _OTHER_UNIT
    column, reasons = _given(given)
    values = Values(task=_task(spoken, chain, period, kind, reason), column=column, reasons=reasons)
    return _outcome(judge_norm(rules, values))


def _in_limit_unit(given: object, rules: Rules, spoken: Spoken) -> object:
    """A given time in the unit of the limit; None where it can't be said in it."""
    if not isinstance(given, Exact) or given.unit is None:
        return given
    unit = _limit_unit(rules, spoken, spoken.phase)
    return in_unit(given, unit) if unit else given


def _limit_unit(rules: Rules, spoken: Spoken, phase: Phase | None) -> Unit | None:
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
        each = str(row.get("each", kind))
        values = _counted(rules, chain, case, _asked(case, row), each, indicators)
        block = judge_norm(rules, values) if values else None
        if "given" in row:
            expected, found = _comes_to(rules, chain, case, row, values)
            yield CaseResult(case=case, expected=expected, found=found, row=number, field="given")
        found = _outcome(block) if block else "no_rule"
        yield CaseResult(case=case, expected=str(row["expect"]), found=found, row=number)
    if isinstance(entry, Role):
        values = _counted(rules, chain, case, _asked(case, {}), kind, indicators)
        blocks = judge_role(values) if values else ()
        outcomes = {str(block.requirement): _outcome(block) for block in blocks}
        for name, expected in case.expect:
            found = outcomes.get(name, "no_rule")
            yield CaseResult(case=case, expected=expected, found=found, field=name)


def _comes_to(
    rules: Rules, chain: Chain, case: Case, row: Mapping[str, object], values: Values | None
) -> tuple[str, str]:
    """What records are to come to and what they came to, as the file writes it; times by value."""
    given, column = row["given"], values.column if values else None
    if not isinstance(given, Exact) or given.unit is None:
        return _shown(_given(given)[0]), _shown(column)
    spoken, _ = _spoken(rules, chain, case.of, _asked(case, row))
    wanted = _in_limit_unit(given, rules, spoken) if spoken else given
    expected = str(Fraction(*wanted.pair)) if isinstance(wanted, Exact) else _OTHER_UNIT
    if column is None or 0 in column.unknown:
        return expected, "none"
    return expected, str(Fraction(column.nums[0], column.dens[0] if column.dens else 1))


def _counted(  # noqa: PLR0917  what a case is run with
    rules: Rules, chain: Chain, case: Case, period: Period, each: str, indicators: Indicators
) -> Values | None:
    """What a case's records come to; None where nothing is asked of its subject."""
    spoken, reason = _spoken(rules, chain, case.of, period)
    if spoken is None or each not in kinds_of(spoken.entry):
        return None
    counting = Counting(rules=rules, chain=chain, spoken=spoken, indicators=indicators)
    values = counting.values(dict(case.records), each, period, is_recorded=case.recorded)
    if values is None or reason is None:
        return values
    return evolve(values, task=evolve(values.task, reason=reason))


def _term(name: str, value: object) -> object:
    """A term as a host fills it in: who bears a name is one id, not a list of words."""
    if name.startswith(NAMES) and isinstance(value, tuple) and len(value) == 1:
        return value[0]
    return value


def _shown(column: Column | None) -> str:
    """A value as the file writes it."""
    if column is None or 0 in column.unknown:
        return "none"
    if column.words is not None:
        return ", ".join(sorted(column.words[0])) or "-"
    return str(column.shown(0))


def _given(given: object) -> tuple[Column, Mapping[int, Reason]]:
    if given in ("none", ("none",), None):
        return Column([0], words=[frozenset()]), {0: "no_data"}
    if isinstance(given, Exact):
        return Column([given.num], None if given.den == 1 else [given.den]), {}
    words = (given,) if isinstance(given, str) else given
    return Column(words=[frozenset(map(str, words))]), {}  # type: ignore[call-overload]


def _plain(value: object) -> object:
    """An attribute as filters compare it: numbers as whole numbers, flags as words."""
    if isinstance(value, Exact):
        return value.num
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple) and len(value) == 1:
        return value[0]
    return value


def _level(rules: Rules, chain: Chain, case: Case, row: Mapping[str, object]) -> str:
    period = _asked(case, row)
    spoken = chain.spoken_on(case.of, period.last)
    if spoken is None or not isinstance(spoken.entry, Band):
        return "no_rule"
    for name in ("over", "by"):
        if isinstance(getattr(spoken.entry, name), Open) and rules.term(spoken, name) is None:
            return "open"
    given = row.get("given")
    if not isinstance(given, Exact):
        return "no_data"
    return level_of(spoken.entry, given.pair) or "no_rule"


def _duty(rules: Rules, chain: Chain, case: Case, duty: Duty) -> Iterator[CaseResult]:
    period = _asked(case, {})
    spoken, reason = _spoken(rules, chain, case.of, period)
    found: dict[str, list[str]] = {}
    phase = spoken.phase if spoken is not None else None
    every = _every(rules, spoken) if spoken is not None else None
    if every is not None and not _is_of(period, every):
        found = {name: [_OTHER_PERIOD] for name, _ in case.expect}
    elif spoken is not None and isinstance(spoken.entry, Duty):
        reason = reason or (None if every else "not_configured")
        task = _task(spoken, chain, period, spoken.entry.each[0], reason)
        done = tuple(
            _occasion(number, event, duty)
            for number, event in enumerate(case.events)
            if phase is None or "topics" not in event or is_about(_texts(event["topics"]), phase)
        )
        reasons: dict[int, Reason] = {} if case.recorded else {0: "no_data"}
        values = Values(task=task, occasions=Occasions({_SUBJECT: done}), reasons=reasons)
        for block in judge_duty(rules, values, calendar=CN_CALENDAR):
            field = next(
                one.field
                for one in spoken.phase.requirements  # type: ignore[union-attr]
                if one.name == block.requirement
            )
            for name in {str(block.requirement), field}:
                found.setdefault(name, []).append(_outcome(block))
    for name, expected in case.expect:
        worst = max(found.get(name, ["no_rule"]), key=_rank)
        yield CaseResult(case=case, expected=expected, found=worst, field=name)


def _rank(outcome: str) -> int:
    """What a field with several requirements comes out as: the worst of them."""
    return _FROM_BEST.index(outcome) if outcome in _FROM_BEST else 1


def _every(rules: Rules, spoken: Spoken) -> PeriodUnit | None:
    """How often a duty is due; None where neither the source nor the case's host says."""
    if not isinstance(spoken.phase, DutyPhase):
        return None
    if not isinstance(spoken.phase.every, Open):
        return spoken.phase.every
    told = rules.term(spoken, "every")
    return next((unit for unit in PERIOD_UNITS if told and unit == told[1]), None)


def _occasion(number: int, event: Mapping[str, object], duty: Duty) -> Occasion:
    lasts, on, people = event.get("lasts"), event["on"], event.get("people")
    minutes = 0
    if isinstance(lasts, Exact) and lasts.unit in _MINUTES:
        minutes = lasts.num * _MINUTES[lasts.unit] // lasts.den
    return Occasion(
        id=str(number),
        day=on.toordinal() if isinstance(on, date) else 0,
        started_at=number * _A_DAY,  # a case names no hours: its events never overlap
        minutes=minutes,
        staff=_SUBJECT,
        roles=frozenset((str(event.get("who", duty.who[0])),)),
        people=people if isinstance(people, int) else None,
        invited=frozenset(_texts(event.get("invite"))),
        covers=frozenset(_texts(event.get("covers"))),
        items=_number(event.get("items")),
        reported=_number(event.get("reported")),
    )


_A_DAY = 24 * 60 * 60


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0


def _texts(value: object) -> Sequence[str]:
    return [str(one) for one in value] if isinstance(value, (list, tuple)) else ()


def _outcome(block: Block) -> str:
    if block.results[0] == MET:
        return "met"
    if block.results[0] == NOT_MET:
        return block.severity_of(0)
    reason = block.reasons[0]
    return _WORDS.get(reason, reason)
