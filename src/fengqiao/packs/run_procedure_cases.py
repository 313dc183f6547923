"""Run the worked cases of a procedure: take its steps, and compare how the case then stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from attrs import frozen

from fengqiao.casework import CaseDeadline, CaseState, Law, Refusal, advanced, blank_step, deadlines
from fengqiao.casework.moves import option_of
from fengqiao.casework.state import Step
from fengqiao.errors import FengqiaoError
from fengqiao.packs.case_results import CaseResult
from fengqiao.packs.read_steps import NO_SUCH_STEP, moment_of
from fengqiao.rules import Case, Chain, Procedure, Rules
from fengqiao.timing import day_in, epoch

_ZONE = ZoneInfo("Asia/Shanghai")
"""Whose midnight counts in worked cases."""

_MORNING = time(9)
_A_MINUTE = 60
_LISTS = ("facts", "contents", "papers", "participants")
_LEGAL = "legal"
Ends = tuple[tuple[str, object], ...]


def run_procedure(rules: Rules, chain: Chain, case: Case, entry: Procedure) -> Iterator[CaseResult]:
    """One result for each step, and for each thing that is expected after the last one.

    After a step that is refused nothing more is tried: the case would be another one.
    """
    law = Law(rules=rules, chain=chain, zone=_ZONE)
    state = CaseState(case="case")
    before: int | None = None
    for number, event in enumerate(case.events, start=1):
        before = _when(event["at"], before)
        step = _step(event, before, entry.key)
        found = _verdict(state, step, law)
        yield CaseResult(case=case, expected=_LEGAL, found=found.said, field=f"events.{number}")
        if found.said != _LEGAL:
            return
        state = advanced(state, step, law)
    stands = case.stands
    if stands is None:
        return
    yield CaseResult(case=case, expected=stands.state, found=state.state, field="state")
    on = _seconds(moment_of(stands.on))
    for name in ("may", "may_not"):
        for number, tried in enumerate(getattr(stands, name), start=1):
            found = _verdict(state, _step(tried, on, entry.key), law)
            yield _tried(case, found, tried, f"{name}.{number}", is_refused=name == "may_not")
    if stands.due:
        yield from _ends(case, stands.due, state, law, entry)


def _ends(
    case: Case, due: Ends, state: CaseState, law: Law, entry: Procedure
) -> Iterator[CaseResult]:
    """The end of each limit that is asked for."""
    try:
        found = {_short(one.entry, entry): one for one in deadlines(state, law)}
    except FengqiaoError as error:
        for name, expected in due:
            yield CaseResult(case=case, expected=str(expected), found=error.code, field=name)
        return
    clocks = law.procedure(entry.key).clocks
    clocked = {clock.name: clock.norm for clock in clocks if clock.norm}
    for name, expected in due:
        one = found.get(clocked.get(name, name))
        yield CaseResult(case=case, expected=str(expected), found=_end(one, expected), field=name)


def _short(name: str, entry: Procedure) -> str:
    """The name of a clock, without that of its procedure; of a norm its id."""
    return name.removeprefix(f"{entry.id}.") if name.startswith(f"{entry.id}.") else name


def _when(at: object, before: int | None) -> int:
    """When a step is taken; of a day alone in the morning, a minute after one of the same day.

    Units:
        before: seconds since 1970-01-01T00:00Z
    """
    if isinstance(at, datetime):
        return _seconds(at)
    if not isinstance(at, date):  # the reader lets nothing else through
        raise TypeError(type(at).__name__)
    morning = _seconds(datetime.combine(at, _MORNING))
    if before is None or before < morning or day_in(_ZONE, before) != at:
        return morning
    return before + _A_MINUTE


def _seconds(at: datetime) -> int:
    return epoch(at.replace(microsecond=0, tzinfo=_ZONE))


def _step(said: Mapping[str, object], at: int, procedure: str) -> Step:
    """A step in stored form."""
    cells: dict[str, Any] = {"facts": "", "procedure": procedure}
    for name, value in said.items():
        if name in _LISTS and isinstance(value, (list, tuple)):
            cells[name] = ",".join(sorted(value))
        elif isinstance(value, date):
            cells[name] = value.toordinal()
        elif name not in ("why", "guard"):
            cells[name] = value
    return blank_step(**{**cells, "at": at, "day": day_in(_ZONE, at).toordinal()})


@frozen(kw_only=True)
class _Verdict:
    """What comes of a step: `legal`, or every reason of a refusal with its guard and words."""

    said: str
    refusals: tuple[Refusal, ...] = ()


def _verdict(state: CaseState, step: Step, law: Law) -> _Verdict:
    try:
        option = option_of(state, step, law)
    except FengqiaoError as error:
        return _Verdict(said=error.code)
    if option is None:
        return _Verdict(said=NO_SUCH_STEP)
    told = (f"{one.why} {one.guard} ({', '.join(one.words)})" for one in option.refusals)
    return _Verdict(said="; ".join(told) or _LEGAL, refusals=option.refusals)


def _tried(
    case: Case, found: _Verdict, said: Mapping[str, object], field: str, *, is_refused: bool
) -> CaseResult:
    if not is_refused:
        return CaseResult(case=case, expected=_LEGAL, found=found.said, field=field)
    why, guard = said.get("why"), said.get("guard")
    expected = " ".join(str(one) for one in (why, guard) if one) or "refused"
    is_unknown = found.said == NO_SUCH_STEP and guard is None and why in (None, NO_SUCH_STEP)
    is_so = is_unknown or any(
        (why is None or one.why == why) and (guard is None or one.guard.endswith(f".{guard}"))
        for one in found.refusals
    )
    shown = expected if is_so else found.said
    return CaseResult(case=case, expected=expected, found=shown, field=field)


def _end(one: CaseDeadline | None, expected: object) -> str:
    """The end of a limit, as far as it is asked for: its day, or its moment."""
    if one is None or one.deadline.reason == "not_running":
        return "none"
    if one.deadline.due_at is None or one.deadline.last_day is None:
        return "open"
    if isinstance(expected, datetime):
        ends = datetime.fromtimestamp(one.deadline.due_at, tz=_ZONE)
        return str(ends.replace(tzinfo=None))
    return str(one.deadline.last_day)
