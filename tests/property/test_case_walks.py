"""Random walks through national law's procedures: always a way on, never a contradictory limit."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from fengqiao.casework import (
    CaseDeadline,
    CaseState,
    Law,
    Option,
    advanced,
    blank_step,
    deadlines,
    fold,
    moves,
)
from fengqiao.casework.moves import option_of
from fengqiao.model import CASE_EVENT, Table
from fengqiao.testing.casework import ZONE, law_of, procedures
from fengqiao.timing import day_in

pytestmark = pytest.mark.needs("fengqiao_wuhai", "fengqiao_cn")

DAY = 86_400
LONG = 30 * DAY
PARTIES = ("party-000A", "party-000B")
SETTLED = {
    "counting.police_procedure.weekends": "roll",
    "counting.police_procedure.extended_from": "period",
    "counting.police_procedure.excluded_days": "touched",
    "counting.civil_procedure.weekends": "stay",
    "counting.civil_law.weekends": "roll",
    "mediation.peoples.contents": "applies",
    "mediation.peoples.refusal_stands": "applies",
    "mediation.public_security.transition": "by_acceptance",
    "mediation.public_security.case": "applies",
    "mediation.public_security.one_officer_venue": "waived",
    "mediation.public_security.asked_by_both": "applies",
    "mediation.on_site.transition": "by_event",
}
LAWS: dict[bool, Law] = {}


def _law(*, silent: bool) -> Law:
    if silent not in LAWS:
        LAWS[silent] = law_of(["wuhai"], place="cn", terms={} if silent else SETTLED)
    return LAWS[silent]


def _step(kind: str, at: int, **fields: Any) -> dict[str, Any]:  # noqa: ANN401  cells of any kind
    day = day_in(ZONE, at).toordinal()
    return dict(blank_step(kind=kind, at=at, day=day, **{"facts": "", **fields}))


class Walk(RuleBasedStateMachine):
    """A case that goes on by steps that are legal, at moments that never go back."""

    @initialize(
        key=st.sampled_from(
            ["mediation.peoples", "mediation.public_security", "mediation.on_site"]
        ),
        day=st.dates(date(2024, 2, 1), date(2026, 3, 1)),
        silent=st.booleans(),
        first=st.integers(0, 2),
    )
    def begin(self, key: str, day: date, silent: bool, first: int) -> None:  # noqa: FBT001  hypothesis passes by keyword
        """Found, applied for or referred; two parties join."""
        self.law = _law(silent=silent)
        self.procedure = procedures(self.law)[key]
        self.at = int(datetime(day.year, day.month, day.day, 9, tzinfo=ZONE).timestamp())
        starts = [move.name for move in self.procedure.moves if "new" in move.froms]
        self.state = CaseState(case="case-0001")
        self._take(_step(starts[first % len(starts)], self.at, procedure=key))
        for party in PARTIES:
            self._take(_step("joined", self.at, party=party))

    def _take(self, step: dict[str, Any]) -> bool:
        key = {"procedure": self.state.procedure or step["procedure"]}
        option = option_of(self.state, {**step, **key}, self.law)
        if option is None or option.refusals:
            return False
        self.state = advanced(self.state, {**step, **key}, self.law)
        return True

    def _full(self, option: Option, party: str | None, *, attests: bool) -> dict[str, Any]:
        """A step with everything that it may need, or with nothing attested."""
        facts = ",".join(sorted(option.attest)) if attests else ""
        form = "recording" if self.procedure.key == "mediation.on_site" else "written"
        return _step(
            option.step, self.at, facts=facts, party=party, by="staff-0001",
            form=form if option.step == "agreed" else None,
            contents=",".join(self.procedure.contents) if option.step == "agreed" else None,
            papers=",".join(self.procedure.papers) if option.step == "filed" else None,
        )  # fmt: skip

    def _tried(self, option: Option, party: str | None, *, attests: bool) -> dict[str, Any]:
        """The step, with what is missing once everything else is said."""
        step = self._full(option, party, attests=attests)
        again = option_of(self.state, step, self.law)
        return step if again is None or not attests else self._full(again, party, attests=True)

    @rule(
        wait=st.sampled_from([0, 3600, DAY, 3 * DAY, 8 * DAY, LONG]),
        pick=st.integers(0, 60),
        party=st.sampled_from([*PARTIES, None]),
        attests=st.booleans(),
    )
    def go_on(self, wait: int, pick: int, party: str | None, attests: bool) -> None:  # noqa: FBT001  as above
        """Some step, if it is legal; one that is refused changes nothing."""
        self.at += wait
        options = [one for one in moves(self.state, self.law, at=self.at) if one.to is not None]
        if not options:
            return
        before = self.state
        option = options[pick % len(options)]
        if not self._take(self._tried(option, party, attests=attests)):
            assert self.state is before

    @rule(pick=st.integers(0, 1))
    def consent(self, pick: int) -> None:
        """A party consents."""
        self._take(_step("consented", self.at, party=PARTIES[pick]))

    def _is_final(self) -> bool:
        return any(one.ends for one in self.procedure.states if one.name == self.state.state)

    @invariant()
    @precondition(lambda self: hasattr(self, "state"))
    def there_is_a_way_on(self) -> None:
        """From every state but final ones two steps at most lead to another state."""
        assert self._is_final() or self._leads_on(self.state, 2)

    def _leads_on(self, state: CaseState, depth: int) -> bool:
        options = [one for one in moves(state, self.law, at=self.at) if one.to is not None]
        here, self.state = self.state, state
        try:
            for option in sorted(options, key=lambda one: one.to == state.state):
                if option.to == state.state and option.step != "remedies_told":
                    continue
                step = self._tried(option, PARTIES[0], attests=True)
                found = option_of(state, step, self.law)
                if found is None or found.refusals:
                    continue
                if found.to != state.state:
                    return True
                if depth > 1 and self._leads_on(advanced(state, step, self.law), depth - 1):
                    return True
        finally:
            self.state = here
        return False

    @invariant()
    @precondition(lambda self: hasattr(self, "state"))
    def no_limit_contradicts_itself(self) -> None:
        """An end or a reason, never both; it ends after it began; overdue stays overdue."""
        for one in deadlines(self.state, self.law):
            _check(one, self.at)

    def teardown(self) -> None:
        """Replayed from a store, the case stands where it stood."""
        if not hasattr(self, "state"):
            return
        names = (*CASE_EVENT.fields, "day")
        steps = [
            {**one, "seq": number, "format": 1} for number, one in enumerate(self.state.steps, 1)
        ]
        table = Table({name: [step[name] for step in steps] for name in names})
        again = fold("case-0001", self.state.version, table, self.law)
        assert (again.state, again.parties) == (self.state.state, self.state.parties)


def _check(one: CaseDeadline, at: int) -> None:
    end = one.deadline
    assert (end.due_at is None) == (end.reason is not None)
    assert (one.done is not None) == (one.state == "stopped")
    for reading in (end, *(reading.deadline for reading in end.readings)):
        assert reading.due_at is None or reading.due_at > one.started["at"] - LONG * 13
        assert reading.due_at is None or end.not_before is None or end.not_before <= reading.due_at
    assert end.due_at is None or end.due_at >= one.started["at"]
    asked = [one.overdue(at + wait).result for wait in (0, LONG, 13 * LONG)]
    told = [result for result in asked if result is not None]
    assert told == sorted(told)


Walk.TestCase.settings = settings(
    max_examples=60,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestWalk = Walk.TestCase
