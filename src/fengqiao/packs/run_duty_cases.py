"""Run the worked cases of a duty: judge what happened, and compare with what is expected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from attrs import evolve

from fengqiao.judging.duties import judge_duty
from fengqiao.measures import Occasion, Occasions, Reason, Values
from fengqiao.measures.occasions import is_about
from fengqiao.measures.seasons import find_season
from fengqiao.measures.tasks import PERIOD_UNITS, rhythm_of
from fengqiao.packs.case_results import OTHER_PERIOD, CaseResult, outcome_of
from fengqiao.packs.case_tasks import SUBJECT, asked_period, is_asked, is_of, spoken_over, task_of
from fengqiao.rules import Case, Chain, Duty, DutyPhase, Exact, Open, Rules, Spoken
from fengqiao.timing import CN_CALENDAR, PeriodUnit, Rhythm

_MINUTES = {"minute": 1, "hour": 60}
_FROM_BEST = ("met", "", "info", "notice", "breach")
"""From the best outcome to the worst; in the second place, every reason why it can't be checked."""


def run_duty(rules: Rules, chain: Chain, case: Case, duty: Duty) -> Iterator[CaseResult]:
    """One result for each expectation; `no_rule` where nothing is asked of the case's subject."""
    period = asked_period(case, {})
    spoken, reason = spoken_over(rules, chain, case.of, period)
    found: dict[str, list[str]] = {}
    phase = spoken.phase if spoken is not None else None
    every = _every(rules, spoken) if spoken is not None else None
    kind = case.each or duty.each[0]
    if phase is not None and not (kind in duty.each and is_asked(phase, dict(case.where))):
        spoken = None
    if every is not None and not is_of(period, every):
        found = {name: [OTHER_PERIOD] for name, _ in case.expect}
    elif spoken is not None and isinstance(spoken.entry, Duty):
        reason = reason or (None if every else "not_configured")
        season = find_season(rules, spoken, period)
        reason = reason or (season.reason if season else None)
        task = task_of(spoken, chain, period, kind, reason)
        if season is not None and season.whole is not None:
            task = evolve(task, in_force=season.whole, season=season.spans)
        done = tuple(
            _occasion(number, event, duty)
            for number, event in enumerate(case.events)
            if phase is None or "topics" not in event or is_about(_texts(event["topics"]), phase)
        )
        reasons: dict[int, Reason] = {} if case.recorded else {0: "no_data"}
        values = Values(
            task=task, occasions=Occasions({SUBJECT: done}).within(task.season), reasons=reasons
        )
        for block in judge_duty(rules, values, calendar=CN_CALENDAR):
            field = next(
                one.field
                for one in spoken.phase.requirements  # type: ignore[union-attr]
                if one.name == block.requirement
            )
            for name in {str(block.requirement), field}:
                found.setdefault(name, []).append(outcome_of(block))
    for name, expected in case.expect:
        worst = max(found.get(name, ["no_rule"]), key=_rank)
        yield CaseResult(case=case, expected=expected, found=worst, field=name)


def _rank(outcome: str) -> int:
    """What a field with several requirements comes out as: the worst of them."""
    return _FROM_BEST.index(outcome) if outcome in _FROM_BEST else 1


def _every(rules: Rules, spoken: Spoken) -> PeriodUnit | Rhythm | None:
    """How often a duty is due; None where neither the source nor the case's host says."""
    if not isinstance(spoken.phase, DutyPhase):
        return None
    if not isinstance(spoken.phase.every, (Exact, Open)):
        return spoken.phase.every
    if rhythm := rhythm_of(spoken.phase):
        return rhythm
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
        staff=SUBJECT,
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
