"""Clocks of cases: dates counted by hand from the articles that stand beside them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import pytest

from fengqiao.casework import CaseDeadline, CaseState, Law, advanced, blank_step, deadlines
from fengqiao.errors import MoveRefused
from fengqiao.rules.values import Exact
from fengqiao.testing.casework import ZONE, law_of, procedures, refusals, step, walk
from fengqiao.timing import Deadline

PEOPLES, POLICE = "mediation.peoples", "mediation.public_security"
A, B = "party-000A", "party-000B"
FIT = ("act_listed", "minor_case", "settling_ground", "facts_clear")
Step = Mapping[str, Any]

SETTLED: dict[str, Any] = {
    "counting.police_procedure.weekends": "roll",
    "counting.police_procedure.extended_from": "period",
    "counting.police_procedure.excluded_days": "touched",
    "counting.civil_procedure.weekends": "roll",
    "counting.civil_procedure.extended_from": "period",
    "counting.civil_law.weekends": "roll",
    "counting.civil_law.extended_from": "period",
    "mediation.peoples.contents": "waived",
    "mediation.peoples.extension": "applies",
    "mediation.public_security.transition": "by_event",
    "mediation.public_security.one_officer_venue": "waived",
}


def _law(**more: Any) -> Law:  # noqa: ANN401  words and amounts
    told = {name.replace("__", "."): value for name, value in more.items()}
    return law_of(["wuhai"], place="cn", terms={**SETTLED, **told})


def _police(on: date) -> tuple[Step, ...]:
    return (
        step("found", on=on),
        step("joined", on=on, party=A),
        step("joined", on=on, party=B),
        step("consented", on=on, party=A),
        step("consented", on=on, party=B),
        step("accepted", on=on, facts=FIT),
    )


def _session(on: date, *facts: str) -> Step:
    return step("session_held", on=on, facts=("two_officers", *facts))


def _peoples(on: date) -> tuple[Step, ...]:
    return (
        step("applied", on=on),
        step("joined", on=on, party=A),
        step("joined", on=on, party=B),
        step("consented", on=on, party=A),
        step("consented", on=on, party=B),
        step("accepted", on=on),
        step("rights_told", on=on),
        step("mediator_appointed", on=on),
    )


def _longer(on: date, *facts: str, by: str | None = "staff-0001") -> Step:
    told = facts or ("grave_or_complex", "higher_approved")
    return step("extended", on=on, by=by, facts=told)


def _clock(state: CaseState, under: Law, name: str) -> CaseDeadline:
    return next(one for one in deadlines(state, under) if one.entry.endswith(name))


def _ends(found: Deadline) -> dict[tuple[tuple[str, str], ...], date | None]:
    return {one.terms: one.deadline.last_day for one in found.readings}


CASE = f"{POLICE}.case"
OLD = date(2024, 3, 4)  # a Monday
NEW = date(2026, 3, 2)  # a Monday


def test_old_law_counts_thirty_days_from_acceptance() -> None:
    """Law of 2012 art. 99, rule 35: 4 March and thirty days, the first out, is 3 April."""
    under = _law(mediation__public_security__case="waived")
    found = _clock(walk(under, POLICE, *_police(OLD)), under, CASE)
    assert found.deadline.last_day == date(2024, 4, 3)
    assert "public_order2012:99" in found.deadline.clause


def test_new_law_counts_from_filing() -> None:
    """Law of 2025 art. 118: accepted on 2 March, filed on the 3rd: 2 April."""
    under = _law(mediation__public_security__case="waived")
    state = walk(under, POLICE, *_police(NEW), step("docketed", on=date(2026, 3, 3)))
    found = _clock(state, under, CASE)
    assert (found.started["kind"], found.deadline.last_day) == ("docketed", date(2026, 4, 2))


def test_new_law_has_no_limit_before_filing() -> None:
    """Law of 2025 art. 118: acceptance alone starts nothing."""
    under = _law(mediation__public_security__case="waived")
    state = walk(under, POLICE, *_police(NEW))
    assert [one for one in deadlines(state, under) if one.entry == CASE] == []


FAILED = (_session(date(2024, 3, 8)), step("failed", on=date(2024, 3, 12)))


@pytest.mark.parametrize(
    ("said", "kind", "last_day"),
    [("applies", "failed", date(2024, 4, 11)), ("waived", "accepted", date(2024, 4, 3))],
)
def test_the_host_says_whether_failure_starts_it_anew(said: str, kind: str, last_day: date) -> None:
    """Rule 185: from 12 March 11 April; law of 2012 art. 99: from 4 March 3 April."""
    under = _law(mediation__public_security__case=said)
    found = _clock(walk(under, POLICE, *_police(OLD), *FAILED), under, CASE)
    assert (found.started["kind"], found.deadline.last_day) == (kind, last_day)


def test_both_ends_stand_where_the_host_is_silent() -> None:
    """The law and rule 185 differ: no pick, an end for each reading."""
    under = _law()
    found = _clock(walk(under, POLICE, *_police(OLD), *FAILED), under, CASE)
    assert (found.deadline.due_at, found.deadline.reason) == (None, "not_configured")
    assert _ends(found.deadline) == {
        ((CASE, "applies"),): date(2024, 4, 11),
        ((CASE, "waived"),): date(2024, 4, 3),
    }


@pytest.mark.parametrize(
    ("day", "expected"),
    [(date(2024, 4, 3), False), (date(2024, 4, 5), None), (date(2024, 4, 12), True)],
)
def test_overdue_is_definite_outside_the_readings(day: date, expected: bool | None) -> None:  # noqa: FBT001  what the test is about
    """Before the earlier end it isn't overdue, after the later one it is."""
    under = _law()
    found = _clock(walk(under, POLICE, *_police(OLD), *FAILED), under, CASE)
    noon = int(datetime(day.year, day.month, day.day, 12, tzinfo=ZONE).timestamp())
    assert found.overdue(noon).result is expected


def test_default_starts_it_anew_as_failure_does() -> None:
    """Rule 185 names both: 14 March and thirty days is Saturday 13 April; Monday is the 15th."""
    under = _law(mediation__public_security__case="applies")
    contents = ("parties", "others_present", "host", "time_and_place", "facts", "course", "terms",
                "performance_time", "performance_way", "signatures")  # fmt: skip
    pact = step("agreed", on=date(2024, 3, 8), form="written", contents=contents,
                facts=("parties_signed",))  # fmt: skip
    state = walk(under, POLICE, *_police(OLD), _session(date(2024, 3, 8)), pact,
                 step("defaulted", on=date(2024, 3, 14)))  # fmt: skip
    assert _clock(state, under, CASE).deadline.last_day == date(2024, 4, 15)


def test_the_old_law_extends_once() -> None:
    """Law of 2012 art. 99: thirty days more once; 3 May lies in the break, 6 May is worked."""
    under = _law(mediation__public_security__case="waived")
    state = walk(under, POLICE, *_police(OLD), _longer(date(2024, 4, 2)))
    assert _clock(state, under, CASE).deadline.last_day == date(2024, 5, 6)
    whys = [one.why for one in refusals(under, state, _longer(date(2024, 4, 28)), POLICE)]
    assert whys == ["too_many"]


def test_the_new_law_extends_twice() -> None:
    """Law of 2025 art. 118: filed on 2 March 2026: 1 April, then 1 May, then 31 May."""
    under = _law(mediation__public_security__case="waived")
    first, second, third = date(2026, 3, 31), date(2026, 4, 28), date(2026, 5, 29)
    state = walk(
        under, POLICE, *_police(NEW), step("docketed", on=NEW), _longer(first), _longer(second)
    )
    # 31 May 2026 is a Sunday; the host says that a plain weekend rolls
    assert _clock(state, under, CASE).deadline.last_day == date(2026, 6, 1)
    assert [one.why for one in refusals(under, state, _longer(third), POLICE)] == ["too_many"]


@pytest.mark.parametrize(
    ("longer", "why"),
    [
        (_longer(date(2024, 4, 4)), "late"),
        (_longer(date(2024, 4, 2), "higher_approved"), "needs"),
        (_longer(date(2024, 4, 2), "grave_or_complex"), "needs"),
        (_longer(date(2024, 4, 2), by=None), "needs"),
    ],
    ids=["after expiry", "no ground", "not approved", "by nobody"],
)
def test_an_extension_is_refused(longer: Step, why: str) -> None:
    """Art. 99: grave or complex, approved by the next-higher organ, by somebody, in time."""
    under = _law(mediation__public_security__case="waived")
    state = walk(under, POLICE, *_police(OLD))
    found = refusals(under, state, longer, POLICE)
    assert [one.why for one in found] == [why]
    assert all(one.cites for one in found)


def test_expert_work_is_left_out() -> None:
    """Art. 99: 11 to 15 March are five days: 3 April becomes 8 April."""
    under = _law(mediation__public_security__case="waived")
    steps = (step("expert_begun", on=date(2024, 3, 11)), step("expert_ended", on=date(2024, 3, 15)))
    state = walk(under, POLICE, *_police(OLD), *steps)
    assert _clock(state, under, CASE).deadline.last_day == date(2024, 4, 8)


def test_a_hearing_is_left_out_by_the_new_law() -> None:
    """Art. 118: after a failure on 6 March 2026, 9 to 10 March for a hearing: 5 April is 7."""
    under = _law(mediation__public_security__case="applies")
    state = walk(
        under, POLICE, *_police(NEW), step("docketed", on=NEW), _session(date(2026, 3, 5)),
        step("failed", on=date(2026, 3, 6)), step("hearing_begun", on=date(2026, 3, 9)),
        step("hearing_ended", on=date(2026, 3, 10)),
    )  # fmt: skip
    assert _clock(state, under, CASE).deadline.last_day == date(2026, 4, 7)


def test_it_stops_when_the_case_is_closed() -> None:
    """A limit that was kept is done, not overdue."""
    under = _law(mediation__public_security__case="waived")
    state = walk(
        under, POLICE, *_police(OLD), *FAILED, step("remedies_told", on=date(2024, 3, 13)),
        step("sent_to_handling", on=date(2024, 3, 13)), step("closed", on=date(2024, 4, 1)),
    )  # fmt: skip
    found = _clock(state, under, CASE)
    late = int(datetime(2024, 9, 1, tzinfo=ZONE).timestamp())
    assert found.state == "stopped"
    assert (found.overdue(late).result, found.overdue(late).done) == (False, True)


def test_which_law_limits_an_open_case_is_not_guessed() -> None:
    """Accepted in 2025, filed in 2026: art. 99 of 2012 or art. 118 of 2025, an end for each."""
    under = _law(mediation__public_security__case="waived")
    silent = law_of(["wuhai"], place="cn", terms={
        name: value for name, value in {**SETTLED, CASE: "waived"}.items()
        if not name.endswith("transition")
    })  # fmt: skip
    steps = (*_police(date(2025, 12, 29)), step("docketed", on=date(2026, 1, 5)))
    name = f"{POLICE}.transition"
    found = _clock(walk(under, POLICE, *steps), silent, CASE)
    assert _ends(found.deadline) == {
        ((name, "by_event"),): date(2026, 2, 4),
        ((name, "by_acceptance"),): date(2026, 1, 28),
    }
    assert _clock(walk(under, POLICE, *steps), under, CASE).deadline.last_day == date(2026, 2, 4)


def test_the_first_session_waits_for_the_report() -> None:
    """Standard of 2007 art. 9: three working days from acceptance, or from the report."""
    under = _law()
    state = walk(under, POLICE, *_police(OLD))
    assert _clock(state, under, "first_session").deadline.last_day == date(2024, 3, 7)
    steps = (step("expert_begun", on=date(2024, 3, 5)), step("expert_ended", on=date(2024, 3, 12)))
    state = walk(under, POLICE, *_police(OLD), *steps)
    assert _clock(state, under, "first_session").deadline.last_day == date(2024, 3, 15)


def test_another_units_case_goes_there_within_a_day() -> None:
    """Rule 61: 24 hours, the hour of the beginning out: from 09:00 to 10:00 the next day."""
    under = _law()
    state = walk(under, POLICE, step("found", on=OLD), step("attested", facts=("outside_unit",)))
    found = _clock(state, under, "transfer").deadline
    due = datetime.fromtimestamp(found.due_at or 0, tz=ZONE)
    assert due == datetime(2024, 3, 5, 10, tzinfo=ZONE)


def test_a_case_of_ones_own_has_no_time_to_transfer() -> None:
    """Rule 61 is about cases outside the unit's jurisdiction."""
    under = _law()
    state = walk(under, POLICE, step("found", on=OLD))
    assert [one.entry for one in deadlines(state, under) if "transfer" in one.entry] == []


def test_peoples_mediation_takes_a_month_as_a_rule() -> None:
    """Rules of 2002 art. 33: 4 March to 4 April, a holiday until the 6th: 7 April is worked."""
    under = _law()
    state = walk(under, PEOPLES, *_peoples(OLD))
    found = _clock(state, under, "time_to_settle")
    assert found.deadline.last_day == date(2024, 4, 7)


def test_it_is_longer_where_all_ask_and_the_place_says_by_how_much() -> None:
    """No article says by how much: a month here, as the host states."""
    under = _law(mediation__peoples__settle__extension=Exact(1, 1, "month"))
    longer = step("extended", on=date(2024, 4, 1), by="staff-0001", facts=("all_ask",))
    state = walk(under, PEOPLES, *_peoples(OLD), longer)
    # 4 May lies in the break of labour day; 6 May is worked
    assert _clock(state, under, "time_to_settle").deadline.last_day == date(2024, 5, 6)


def test_it_is_not_longer_where_one_does_not_ask() -> None:
    """Consent of all, by the place's rule."""
    under = _law(mediation__peoples__settle__extension=Exact(1, 1, "month"))
    with pytest.raises(MoveRefused):
        walk(under, PEOPLES, *_peoples(OLD), step("extended", on=date(2024, 4, 1), by="staff-0001"))


SIGNED = ("parties_signed", "mediator_signed", "committee_sealed")


def _before_the_court(on: date) -> tuple[Step, ...]:
    return (
        *_peoples(on),
        step("session_held", on=on),
        step("agreed", on=on, form="written"),
        step("signed", on=on, facts=SIGNED),
        step("confirmation_applied", on=on, facts=("joint_application",)),
    )


TEN_DAYS_MORE = ("president_approved", "special_circumstances")
COURT = {f"mediation__peoples__{name}": "applies" for name in
         ("court_takes", "court_decides", "others_object", "others_set_aside")}  # fmt: skip


def test_the_court_has_its_own_limits() -> None:
    """2011 arts. 4, 5: 3 days, 15 days; civil procedure art. 187: 30 days."""
    under = _law(**COURT)
    state = walk(under, PEOPLES, *_before_the_court(OLD),
                 step("confirmation_accepted", on=date(2024, 3, 6)))  # fmt: skip
    # 15 days from 6 March end on Thursday 21; 30 on 5 April, a holiday until the 6th
    assert _clock(state, under, "court_takes").deadline.last_day == date(2024, 3, 7)
    assert _clock(state, under, "court_decides").deadline.last_day == date(2024, 3, 21)
    assert _clock(state, under, "special_procedure").deadline.last_day == date(2024, 4, 7)


def test_the_court_may_take_ten_days_more() -> None:
    """2011 art. 5: with its president's approval; 31 March is a Sunday."""
    under = _law(**COURT)
    state = walk(
        under, PEOPLES, *_before_the_court(OLD),
        step("confirmation_accepted", on=date(2024, 3, 6)),
        step("court_extended", on=date(2024, 3, 20), by="court-0001", facts=TEN_DAYS_MORE),
    )  # fmt: skip
    assert _clock(state, under, "court_decides").deadline.last_day == date(2024, 4, 1)


def test_an_objection_has_its_days() -> None:
    """Interpretation art. 372: 15 days for a party, six months for others; 2011 art. 10: a year."""
    under = _law(**COURT)
    day = date(2024, 3, 11)
    state = walk(under, PEOPLES, *_before_the_court(OLD), step("confirmed", on=day),
                 step("ruling_served", on=day), step("ruling_known", on=day))  # fmt: skip
    assert _clock(state, under, "party_objects").deadline.last_day == date(2024, 3, 26)
    assert _clock(state, under, "others_object").deadline.last_day == date(2024, 9, 11)
    assert _clock(state, under, "others_set_aside").deadline.last_day == date(2025, 3, 11)


def test_a_clock_that_runs_into_an_unpublished_year_has_no_end() -> None:
    """Rule 35 moves an end off holidays: those of 2027 aren't published."""
    under = _law(mediation__public_security__case="waived")
    on = date(2026, 12, 10)
    found = _clock(walk(under, POLICE, *_police(on), step("docketed", on=on)), under, CASE)
    assert (found.deadline.due_at, found.deadline.reason) == (None, "calendar_unpublished")
    before = int(datetime(2026, 12, 20, tzinfo=ZONE).timestamp())
    assert found.overdue(before).result is False


def test_an_extension_that_a_record_brings_in_late_lengthens_nothing() -> None:
    """What was written stays written; the end is that of the law."""
    under = _law(mediation__public_security__case="waived")
    state = walk(under, POLICE, *_police(OLD))
    late = {**blank_step(**_longer(date(2024, 4, 20)), procedure=POLICE)}
    after = advanced(state, late, under)
    assert _clock(after, under, CASE).deadline.last_day == date(2024, 4, 3)


def test_a_backdated_step_counts_from_when_it_happened() -> None:
    """With authority a report of 12 March may be entered later: the clock takes it in its time."""
    under = _law()
    steps = (
        step("expert_begun", on=date(2024, 3, 5)),
        step("attested", on=date(2024, 3, 20)),
        step("expert_ended", on=date(2024, 3, 12), facts=("approved",)),
    )
    state = walk(under, POLICE, *_police(OLD), *steps)
    assert _clock(state, under, "first_session").deadline.last_day == date(2024, 3, 15)


@pytest.mark.parametrize(
    ("by", "facts", "on", "why"),
    [
        (None, TEN_DAYS_MORE, date(2024, 3, 20), "needs"),
        ("court-0001", TEN_DAYS_MORE[:1], date(2024, 3, 20), "needs"),
        ("court-0001", TEN_DAYS_MORE[1:], date(2024, 3, 20), "needs"),
        ("court-0001", TEN_DAYS_MORE, date(2024, 3, 22), "late"),
    ],
    ids=["by nobody", "no ground", "not approved", "after expiry"],
)
def test_the_court_extends_with_ground_and_approver_before_the_end(
    by: str | None, facts: tuple[str, ...], on: date, why: str
) -> None:
    """2011 art. 5: fifteen days from 6 March end on the 21st; ground, approval and who gave it."""
    under = _law(**COURT)
    accepted = step("confirmation_accepted", on=date(2024, 3, 6))
    state = walk(under, PEOPLES, *_before_the_court(OLD), accepted)
    found = refusals(under, state, step("court_extended", on=on, by=by, facts=facts), PEOPLES)
    assert [one.why for one in found] == [why]
    assert all(one.cites for one in found)


@pytest.mark.parametrize(
    ("by", "on", "why"),
    [(None, date(2024, 4, 1), "needs"), ("staff-0001", date(2024, 4, 8), "late")],
)
def test_people_mediation_is_longer_with_an_approver_before_the_end(
    by: str | None, on: date, why: str
) -> None:
    """The month ends on 7 April 2024; somebody answers for more of it, and before then."""
    under = _law(mediation__peoples__settle__extension=Exact(1, 1, "month"))
    state = walk(under, PEOPLES, *_peoples(OLD))
    longer = step("extended", on=on, by=by, facts=("all_ask",))
    assert [one.why for one in refusals(under, state, longer, PEOPLES)] == [why]


def test_every_extension_names_grounds_and_an_approver() -> None:
    """Each clock that may be longer lists its grounds and asks who approved."""
    under = _law()
    longer = [
        clock.extend
        for one in procedures(under).values()
        for clock in one.clocks
        if clock.extend is not None
    ]
    assert longer
    assert [one for one in longer if not one.reasons] == []
    assert [
        one for one in longer if one.needs is None or "approver_named" not in one.needs.words
    ] == []
