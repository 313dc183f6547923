"""Random walks through national law's procedures: always a way on, never a contradictory limit.

Two walkers: one that seeks out steps which were seldom taken, under both laws, until each step of
each procedure was; and one of hypothesis, which shrinks what it finds.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta
from random import Random
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
    unlawful_steps,
)
from fengqiao.casework.moves import option_of
from fengqiao.model import CASE_EVENT, Table
from fengqiao.rules.values import Exact
from fengqiao.testing.casework import ZONE, law_of, procedures
from fengqiao.timing import day_in

pytestmark = pytest.mark.needs("fengqiao_wuhai", "fengqiao_cn")

DAY = 86_400
LONG = 30 * DAY
ALWAYS = {
    ("mediation.on_site", "agreed"): (
        "recording_shows_all", "facts_clear", "trivial", "no_loss_dispute",
    ),
}  # fmt: skip
"""What is attested with a step whose recording stands for paper."""

MOST = 30
"""Steps of a case after which the walk begins another one."""
PARTIES = ("party-000A", "party-000B")
SETTLED: dict[str, Any] = {
    "counting.police_procedure.weekends": "roll",
    "counting.police_procedure.extended_from": "period",
    "counting.police_procedure.excluded_days": "touched",
    "counting.civil_procedure.weekends": "stay",
    "counting.civil_law.weekends": "roll",
    "mediation.peoples.contents": "applies",
    "mediation.peoples.refusal_stands": "applies",
    "mediation.peoples.extension": "applies",
    "mediation.peoples.settle.extension": Exact(1, 1, "month"),
    "mediation.peoples.court_takes": "applies",
    "mediation.peoples.court_decides": "applies",
    "mediation.peoples.others_object": "applies",
    "mediation.peoples.others_set_aside": "waived",
    "mediation.public_security.transition": "by_acceptance",
    "mediation.public_security.case": "applies",
    "mediation.public_security.one_officer_venue": "waived",
    "mediation.public_security.asked_by_both": "applies",
    "mediation.on_site.transition": "by_event",
}
LAWS: dict[bool, Law] = {}


PROCEDURES = ("mediation.peoples", "mediation.public_security", "mediation.on_site")
ERAS = {
    "until 2025": (date(2024, 2, 1), date(2025, 9, 1)),
    "across": (date(2025, 12, 1), date(2025, 12, 31)),
    "from 2026": (date(2026, 1, 5), date(2026, 6, 1)),
}
"""Days on which cases begin."""


def _law(*, silent: bool) -> Law:
    if silent not in LAWS:
        LAWS[silent] = law_of(["wuhai"], place="cn", terms={} if silent else SETTLED)
    return LAWS[silent]


def _step(kind: str, at: int, **fields: Any) -> dict[str, Any]:  # noqa: ANN401  cells of any kind
    day = day_in(ZONE, at).toordinal()
    return dict(blank_step(kind=kind, at=at, day=day, **{"facts": "", **fields}))


def _attested(option: Option) -> tuple[str, ...]:
    """All that may be attested to make a step legal."""
    return (*option.attest, *(word for words in option.attest_one_of for word in words))


class Course:
    """A case that goes on by steps that are legal, at moments that never go back."""

    def __init__(self, key: str, day: date, *, silent: bool, first: int) -> None:
        """Found, applied for or referred; two parties join."""
        self.law = _law(silent=silent)
        self.procedure = procedures(self.law)[key]
        self.at = int(datetime(day.year, day.month, day.day, 9, tzinfo=ZONE).timestamp())
        starts = [move.name for move in self.procedure.moves if "new" in move.froms]
        self.state = CaseState(case="case-0001")
        self.take(_step(starts[first % len(starts)], self.at, procedure=key))
        for party in PARTIES:
            self.take(_step("joined", self.at, party=party))

    def take(self, step: dict[str, Any]) -> bool:
        """Whether the step was legal, and was taken."""
        key = {"procedure": self.state.procedure or step["procedure"]}
        option = option_of(self.state, {**step, **key}, self.law)
        if option is None or option.refusals:
            return False
        self.state = advanced(self.state, {**step, **key}, self.law)
        return True

    def options(self) -> list[Option]:
        """Steps that start from where the case stands."""
        return [one for one in moves(self.state, self.law, at=self.at) if one.to is not None]

    def _full(self, option: Option, party: str | None, attested: tuple[str, ...]) -> dict[str, Any]:
        """A step with everything that it may need beside what is attested."""
        facts = ",".join(sorted({*attested, *ALWAYS.get((self.procedure.key, option.step), ())}))
        form = "recording" if self.procedure.key == "mediation.on_site" else "written"
        papers = (*self.procedure.papers, "index")
        return _step(
            option.step, self.at, facts=facts, party=party, by="staff-0001",
            form=form if option.step == "agreed" else None,
            contents=",".join(self.procedure.contents) if option.step == "agreed" else None,
            papers=",".join(papers) if option.step == "filed" else None,
            other="case-0002" if option.step == "handed_on" else None,
        )  # fmt: skip

    def tried(self, option: Option, party: str | None, *, attests: bool) -> dict[str, Any]:
        """The step, with what is missing once everything else is said."""
        attested = _attested(option) if attests else ()
        step = self._full(option, party, attested)
        again = option_of(self.state, step, self.law)
        if again is None or not attests:
            return step
        return self._full(again, party, (*attested, *_attested(again)))

    def is_final(self) -> bool:
        """Whether the case may rest where it is."""
        return any(one.ends for one in self.procedure.states if one.name == self.state.state)

    def has_a_way_on(self) -> bool:
        """From every state but final ones two steps at most lead to another state."""
        return self.is_final() or self._leads_on(self.state, 2)

    def _leads_on(self, state: CaseState, depth: int) -> bool:
        here, self.state = self.state, state
        try:
            for option in sorted(self.options(), key=lambda one: one.to == state.state):
                if option.to == state.state and option.step != "remedies_told":
                    continue
                step = self.tried(option, PARTIES[0], attests=True)
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

    def check(self) -> tuple[CaseDeadline, ...]:
        """No limit contradicts itself."""
        found = deadlines(self.state, self.law)
        for one in found:
            _check(one, self.at)
        return found

    def check_again(self) -> None:
        """Replayed from a store, the case stands where it stood, and every step was legal."""
        names = (*CASE_EVENT.fields, "day")
        steps = [
            {**one, "seq": number, "format": 1} for number, one in enumerate(self.state.steps, 1)
        ]
        table = Table({name: [step[name] for step in steps] for name in names})
        again = fold("case-0001", self.state.version, table, self.law)
        assert (again.state, again.parties) == (self.state.state, self.state.parties)
        assert unlawful_steps("case-0001", steps, self.law) == ()


Seen = Counter[tuple[str, ...]]


def _wander(seed: int, seen: Seen, key: str, era: str, *, silent: bool, steps: int) -> None:
    """Take so many steps, rather those that were seldom taken, in as many cases as it takes."""
    draw = Random(seed)  # noqa: S311  a walk, no secret
    first, last = ERAS[era]
    course = None
    taken = 0
    for _ in range(8 * steps):
        if taken >= steps:
            break
        options = course.options() if course and len(course.state.steps) < MOST else ()
        if course is None or not options:
            if course is not None:
                course.check_again()
            day = first + timedelta(days=draw.randrange((last - first).days))
            course = Course(key, day, silent=silent, first=draw.randrange(3))
            seen[key, era, course.state.steps[0]["kind"]] += 1
            for party in PARTIES[: draw.choice((1, 2, 2, 2, 2, 2))]:
                course.take(_step("consented", course.at, party=party))
            continue
        course.at += draw.choice((0, 0, 0, 0, 60, 3600, 3600, DAY, 2 * DAY, 9 * DAY))
        here = course.state.state
        weights = [
            (1 if one.to == here else 8) / (1 + seen[key, era, one.step]) ** 2 for one in options
        ]
        (option,) = draw.choices(options, weights)
        party = draw.choice((*PARTIES, None))
        if not course.take(course.tried(option, party, attests=draw.random() < 0.9)):
            continue
        taken += 1
        seen[key, era, option.step] += 1
        assert course.has_a_way_on(), (option.step, course.state.state)
        for one in course.check():
            seen["clock", one.entry, one.state] += 1


def _lacking(seen: Seen) -> list[tuple[str, str, str]]:
    """Steps in force that were not taken, by procedure and days."""
    return [
        (key, era, move.name)
        for key, one in procedures(_law(silent=False)).items()
        for era, days in ERAS.items()
        for move in one.moves
        if all(move.holds_on(day) for day in days) and not seen[key, era, move.name]
    ]


@pytest.mark.needs("time")
def test_every_step_is_walked_under_both_laws() -> None:
    """Thousands of steps: each of each procedure, holds, extensions and transfers among them."""
    seen: Seen = Counter()
    for key in PROCEDURES:
        for era in ERAS:
            _wander(2, seen, key, era, silent=False, steps=600)
            _wander(3, seen, key, era, silent=True, steps=150)
    assert _lacking(seen) == []
    states = {name: {one[2] for one in seen if one[:2] == ("clock", name)} for _, name, *_ in seen}
    assert states["mediation.public_security.case"] >= {"running", "held", "stopped"}
    assert states["mediation.time_to_settle"] >= {"running", "stopped"}


def test_a_walk_finds_ways_on() -> None:
    """A few steps of each procedure, where the law changes."""
    for key in PROCEDURES:
        _wander(7, Counter(), key, "across", silent=False, steps=25)


class Walk(RuleBasedStateMachine):
    """A case that goes on by steps that hypothesis chooses."""

    @initialize(
        key=st.sampled_from(PROCEDURES),
        day=st.dates(date(2024, 2, 1), date(2026, 3, 1)),
        silent=st.booleans(),
        first=st.integers(0, 2),
    )
    def begin(self, key: str, day: date, silent: bool, first: int) -> None:  # noqa: FBT001  hypothesis passes by keyword
        """A case of some procedure, on a day of one of the laws."""
        self.course = Course(key, day, silent=silent, first=first)

    @rule(
        wait=st.sampled_from([0, 3600, DAY, 3 * DAY, 8 * DAY, LONG]),
        pick=st.integers(0, 60),
        party=st.sampled_from([*PARTIES, None]),
        attests=st.booleans(),
    )
    def go_on(self, wait: int, pick: int, party: str | None, attests: bool) -> None:  # noqa: FBT001  as above
        """Some step, if it is legal; one that is refused changes nothing."""
        self.course.at += wait
        options = self.course.options()
        if not options:
            return
        before = self.course.state
        option = options[pick % len(options)]
        if not self.course.take(self.course.tried(option, party, attests=attests)):
            assert self.course.state is before

    @rule(pick=st.integers(0, 1))
    def consent(self, pick: int) -> None:
        """A party consents."""
        self.course.take(_step("consented", self.course.at, party=PARTIES[pick]))

    @invariant()
    @precondition(lambda self: hasattr(self, "course"))
    def there_is_a_way_on(self) -> None:
        """Wherever the case stands."""
        assert self.course.has_a_way_on()

    @invariant()
    @precondition(lambda self: hasattr(self, "course"))
    def no_limit_contradicts_itself(self) -> None:
        """An end or a reason, never both; it ends after it began; overdue stays overdue."""
        self.course.check()

    def teardown(self) -> None:
        """Replayed from a store, the case stands where it stood."""
        if hasattr(self, "course"):
            self.course.check_again()


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
    max_examples=20,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestWalk = pytest.mark.needs("time")(Walk.TestCase)
