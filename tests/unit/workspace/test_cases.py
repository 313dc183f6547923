"""Cases through a workspace: legal steps alone, one version at a time, nothing of parties."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import fengqiao
from fengqiao import Area, Assignment, MediationCommittee, Station, Workspace
from fengqiao.errors import (
    CaseError,
    FengqiaoError,
    IdRefused,
    MoveRefused,
    RecordError,
    RequestError,
    StoreConflict,
)

pytestmark = pytest.mark.needs("fengqiao_cn")
ZONE = ZoneInfo("Asia/Shanghai")
KNOWN_AT = datetime(2026, 12, 31, 12, tzinfo=ZONE)
CASE, A, B = "case-0001", "party-000A", "party-000B"
NUMBER = "11010119900307001" + "1"
"""Has the shape of an identity number; nobody's."""
CONFIG = {
    "format": 1,
    "cn": {
        "mediation.peoples.contents": "waived",
        "mediation.public_security.transition": "by_event",
    },
}


def on(month: int, day: int, hour: int = 9) -> datetime:
    """A moment of 2026."""
    return datetime(2026, month, day, hour, tzinfo=ZONE)


@pytest.fixture
def ws() -> Iterator[Workspace]:
    """National law and an empty store."""
    with fengqiao.open_workspace("memory:", packs=["cn"], config=CONFIG) as opened:
        yield opened


def take(ws: Workspace, kind: str, at: datetime, **more: Any) -> Any:  # noqa: ANN401  a case
    """The next step of the case."""
    return ws.take(CASE, kind, at=at, known_at=KNOWN_AT, **more)


@pytest.fixture
def accepted(ws: Workspace) -> Workspace:
    """A people's mediation that was accepted on 2026-03-03 and may hold its session."""
    ws.open_case(
        CASE, "applied", procedure="mediation.peoples", at=on(3, 2), known_at=KNOWN_AT, facts=()
    )
    for party in (A, B):
        take(ws, "joined", on(3, 2), party=party)
        take(ws, "consented", on(3, 2), party=party)
    take(ws, "rights_told", on(3, 2))
    take(ws, "accepted", on(3, 3))
    take(ws, "mediator_appointed", on(3, 3), by="mediator-7")
    return ws


def agree(ws: Workspace, at: datetime, **more: Any) -> None:  # noqa: ANN401  fields
    """Hold the session, agree in writing, sign."""
    take(ws, "session_held", at)
    take(ws, "agreed", at, form="written")
    facts = ("parties_signed", "mediator_signed", "committee_sealed")
    take(ws, "signed", at, facts=facts, **more)


def codes(error: FengqiaoError) -> set[str]:
    """Codes of all faults of an error."""
    return {fault.code for fault in error.faults}


# -- steps ---------------------------------------------------------------------------------------


def test_a_legal_step_is_taken(accepted: Workspace) -> None:
    """The case is in the state that the step leads to, one version on."""
    before = accepted.case(CASE).version
    view = take(accepted, "failed", on(3, 9))
    assert (view.state.state, view.version) == ("failed", before + 1)


def test_an_illegal_step_says_every_reason(ws: Workspace) -> None:
    """Acceptance without parties names the consent of art. 17, and nothing is written."""
    ws.open_case(CASE, "applied", procedure="mediation.peoples", at=on(3, 2), known_at=KNOWN_AT)
    with pytest.raises(MoveRefused) as caught:
        take(ws, "accepted", on(3, 2))
    assert caught.value.faults[0].facts["words"] == ("parties_joined", "all_consented")
    assert "mediation2010:17" in str(caught.value)
    assert ws.case(CASE).version == 1


def test_a_step_out_of_order_is_refused(accepted: Workspace) -> None:
    """What was not agreed can't be signed."""
    with pytest.raises(MoveRefused) as caught:
        take(accepted, "signed", on(3, 9))
    assert codes(caught.value) == {"casework.not_here"}


def test_a_step_that_was_taken_is_refused_again(accepted: Workspace) -> None:
    """A case is accepted once."""
    with pytest.raises(MoveRefused) as caught:
        take(accepted, "accepted", on(3, 9))
    assert codes(caught.value) == {"casework.not_here"}


def test_of_two_clerks_the_second_is_told(accepted: Workspace) -> None:
    """Both saw one version; what the first did stands, the second reads that it does."""
    seen = accepted.case(CASE).version
    take(accepted, "failed", on(3, 9), at_version=seen)
    with pytest.raises(StoreConflict) as caught:
        take(accepted, "session_held", on(3, 9), at_version=seen)
    assert (caught.value.code, accepted.case(CASE).state.state) == ("store.stale_case", "failed")


def test_backdating_is_refused(accepted: Workspace) -> None:
    """A step before the last one needs authority."""
    with pytest.raises(MoveRefused) as caught:
        take(accepted, "failed", on(3, 2, 8))
    assert codes(caught.value) == {"casework.backdated"}


def test_backdating_with_authority_is_taken(accepted: Workspace) -> None:
    """Where somebody with authority approved, the step stands at its own time."""
    view = take(accepted, "failed", on(3, 2, 8), facts=("approved",))
    assert view.to_json()["steps"][-1]["at"] == "2026-03-02T08:00:00+08:00"


def test_a_step_from_the_future_is_refused(accepted: Workspace) -> None:
    """Nobody knows of a step before it was taken."""
    with pytest.raises(RecordError) as caught:
        accepted.take(CASE, "failed", at=on(3, 9), known_at=on(3, 8))
    assert caught.value.code == "record.after_known"


def test_an_unknown_step_names_close_ones(accepted: Workspace) -> None:
    """A slip of the pen finds what was meant."""
    with pytest.raises(RecordError) as caught:
        take(accepted, "sesion_held", on(3, 9))
    assert "session_held" in str(caught.value)


def test_a_step_of_another_procedure_is_named(accepted: Workspace) -> None:
    """What the police do is no step of a people's mediation."""
    with pytest.raises(CaseError) as caught:
        take(accepted, "sent_to_handling", on(3, 9))
    assert caught.value.code == "casework.no_such_step"


def test_a_step_of_another_procedure_is_answered_with_those_of_this_one(
    accepted: Workspace,
) -> None:
    """Near names come first, and all steps that start from where the case stands."""
    with pytest.raises(CaseError) as caught:
        take(accepted, "guardian_told", on(3, 9))
    facts = caught.value.facts
    assert ("remedies_told" in facts["close"], "session_held" in facts["here"]) == (True, True)


@pytest.mark.parametrize("call", ["take", "case", "moves"])
def test_an_unknown_case_is_said(ws: Workspace, call: str) -> None:
    """A mistyped reference opens nothing."""
    calls: dict[str, Callable[[], object]] = {
        "take": lambda: take(ws, "accepted", on(3, 2)),
        "case": lambda: ws.case(CASE),
        "moves": lambda: ws.moves(CASE, at=on(3, 2)),
    }
    with pytest.raises(CaseError) as caught:
        calls[call]()
    assert caught.value.code == "casework.unknown_case"


def test_a_case_is_opened_once(accepted: Workspace) -> None:
    """A reference belongs to one case."""
    with pytest.raises(CaseError) as caught:
        accepted.open_case(
            CASE, "found", procedure="mediation.peoples", at=on(3, 9), known_at=KNOWN_AT
        )
    assert caught.value.code == "casework.exists"


def test_a_field_that_no_step_has_is_refused(accepted: Workspace) -> None:
    """There is no place for a story."""
    with pytest.raises(RecordError) as caught:
        take(accepted, "failed", on(3, 9), narrative="...")
    assert caught.value.code == "record.unknown_field"


@pytest.mark.parametrize("name", ["王某某", "Wang Moumou", NUMBER])
def test_a_name_is_no_reference_of_a_case(ws: Workspace, name: str) -> None:
    """Nor is an identity number; the error repeats neither."""
    with pytest.raises(IdRefused) as caught:
        ws.open_case(name, "found", procedure="mediation.peoples", at=on(3, 2), known_at=KNOWN_AT)
    assert name not in str(caught.value)


@pytest.mark.parametrize("name", ["王某某", "Wang Moumou", NUMBER])
def test_a_name_is_no_reference_of_a_party(accepted: Workspace, name: str) -> None:
    """Nor is an identity number; nothing is written."""
    before = accepted.case(CASE).version
    with pytest.raises((RecordError, IdRefused)) as caught:
        take(accepted, "joined", on(3, 9), party=name)
    assert name not in str(caught.value)
    assert accepted.case(CASE).version == before


def test_a_party_stands_in_one_case(accepted: Workspace) -> None:
    """Nobody can be followed from case to case."""
    accepted.open_case(
        "case-0002", "applied", procedure="mediation.peoples", at=on(3, 9), known_at=KNOWN_AT
    )
    with pytest.raises(StoreConflict) as caught:
        accepted.take("case-0002", "joined", party=A, at=on(3, 9), known_at=KNOWN_AT)
    assert caught.value.code == "store.party_elsewhere"


# -- one case ------------------------------------------------------------------------------------


def test_moves_tell_legal_from_refused(accepted: Workspace) -> None:
    """The session may be held once rights were told and a mediator named; a found case not."""
    found = {one.step: one.is_legal for one in accepted.moves(CASE, at=on(3, 9))}
    assert (found["session_held"], found["found"]) == (True, False)


def test_what_would_be_attested_counts(accepted: Workspace) -> None:
    """Art. 20 asks for the parties' consent to invite others."""
    legal = {
        one.step
        for one in accepted.moves(CASE, at=on(3, 9), facts=("invited_with_consent",))
        if one.is_legal
    }
    assert "outsider_invited" in legal


def test_a_case_shows_nothing_of_parties(accepted: Workspace) -> None:
    """Only how many there are, and which steps were of one."""
    shown = accepted.case(CASE).to_json()
    text = json.dumps(shown)
    assert (A in text, B in text, shown["parties"]) == (False, False, 2)


def test_a_deadline_explains_itself(accepted: Workspace) -> None:
    """Rule 33 of 2002: a month from 2026-03-03 ends on 2026-04-03, a worked Friday."""
    (wait,) = accepted.case(CASE).waits
    assert (wait.entry, wait.deadline.last_day) == ("mediation.time_to_settle", date(2026, 4, 3))
    assert any("2026-04-03" in line for line in wait.deadline.explain("en"))


def test_a_limit_past_the_calendar_has_no_end(ws: Workspace) -> None:
    """Days of 2027 aren't published: a month from 2026-12-02 may end on several of them."""
    known = datetime(2026, 12, 31, tzinfo=ZONE)
    ws.open_case(CASE, "applied", procedure="mediation.peoples", at=on(12, 1), known_at=known)
    for party in (A, B):
        take(ws, "joined", on(12, 1), party=party)
        take(ws, "consented", on(12, 1), party=party)
    take(ws, "accepted", on(12, 2))
    view = ws.case(CASE, at=on(12, 30))
    (shown,) = view.to_json()["deadlines"]
    assert (shown["deadline"]["reason"], shown["deadline"]["due_at"]) == (
        "calendar_unpublished",
        None,
    )


def test_the_moment_needs_a_zone(accepted: Workspace) -> None:
    """A moment without a zone is nobody's moment."""
    with pytest.raises(RequestError) as caught:
        accepted.case(CASE, at=datetime(2026, 3, 9))  # noqa: DTZ001  what is tried
    assert caught.value.code == "request.moment"


# -- lists and due work --------------------------------------------------------------------------


@pytest.mark.parametrize(("day", "over"), [(date(2026, 4, 3), False), (date(2026, 4, 4), True)])
def test_overdue_begins_after_the_last_day(accepted: Workspace, day: date, over: bool) -> None:  # noqa: FBT001  a parameter of the test
    """The list, the filter and the case agree on both sides of the end."""
    at = datetime(day.year, day.month, day.day, 23, 59, 59, tzinfo=ZONE)
    (line,) = accepted.cases(on=day)
    filtered = len(accepted.cases(on=day, overdue=True)) == 1
    assert (line.overdue, filtered, accepted.case(CASE, at=at).overdue()) == (over, over, over)


@pytest.mark.parametrize(("days", "found"), [(6, 0), (7, 1)])
def test_due_within_counts_days(accepted: Workspace, days: int, found: int) -> None:
    """From 2026-03-27 to 2026-04-03 there are seven days."""
    assert len(accepted.cases(on=date(2026, 3, 27), due_within=days)) == found


def test_a_limit_that_the_parties_may_let_pass_is_not_overdue(accepted: Workspace) -> None:
    """Art. 33 gives 30 days to ask for confirmation; nobody has to."""
    agree(accepted, on(3, 9))
    (line,) = accepted.cases(on=date(2026, 6, 1))
    assert (line.overdue, line.next) == (False, None)


def test_a_closed_case_is_left_out(accepted: Workspace) -> None:
    """It is listed on request."""
    agree(accepted, on(3, 9))
    take(accepted, "performed", on(3, 10))
    take(accepted, "filed", on(3, 11), papers=("registration", "record", "agreement"))
    day = date(2026, 3, 12)
    assert (len(accepted.cases(on=day)), len(accepted.cases(on=day, closed=True))) == (0, 1)


def test_a_case_is_listed_as_it_stood(accepted: Workspace) -> None:
    """Before its acceptance it was proposed."""
    (line,) = accepted.cases(on=date(2026, 3, 2))
    assert line.state == "proposed"


def test_days_are_a_number(ws: Workspace) -> None:
    """Cases due within -1 days are none."""
    with pytest.raises(RequestError) as caught:
        ws.cases(on=date(2026, 3, 2), due_within=-1)
    assert caught.value.code == "request.days"


# -- extensions ----------------------------------------------------------------------------------

MORE = ("grave_or_complex", "higher_approved")
"""What art. 118 of the law of 2025 asks of an extension, as attested facts."""


def police_case(ws: Workspace) -> None:
    """A police mediation accepted on 2026-03-03."""
    ws.open_case(
        CASE, "found", procedure="mediation.public_security", at=on(3, 2), known_at=KNOWN_AT
    )
    for party in (A, B):
        take(ws, "joined", on(3, 2), party=party)
        take(ws, "consented", on(3, 2), party=party)
    fit = ("act_listed", "minor_case", "settling_ground", "facts_clear")
    take(ws, "docketed", on(3, 3))
    take(ws, "accepted", on(3, 3), facts=fit)


def test_an_extension_after_the_end_is_refused(ws: Workspace) -> None:
    """Thirty days from 2026-03-03 are over on 2026-04-20, whatever is read."""
    police_case(ws)
    before = ws.case(CASE).version
    with pytest.raises(MoveRefused) as caught:
        take(ws, "extended", on(4, 20), facts=MORE, by="officer-7")
    assert codes(caught.value) == {"casework.late"}
    assert ws.case(CASE).version == before


def test_an_extension_before_the_end_moves_it(ws: Workspace) -> None:
    """Thirty days more: what would be overdue on 2026-04-20 runs on."""
    police_case(ws)
    take(ws, "session_held", on(3, 5), facts=("two_officers",))
    late = [len(ws.cases(on=date(2026, 4, 20), overdue=True))]
    take(ws, "extended", on(4, 1), facts=MORE, by="officer-7")
    late.append(len(ws.cases(on=date(2026, 4, 20), overdue=True)))
    assert late == [1, 0]


# -- who takes a step, where a case goes, what was recorded past the law ---------------------------

TOWN, STATION, COMMITTEE = "990101001", "990101001500", "committee-1"


def with_posts(ws: Workspace) -> None:
    """A station with an officer and an auxiliary, a committee with a member."""
    since = date(2025, 1, 1)
    facts: list[Any] = [
        Area(area=TOWN, name="A", since=since),
        Station(station=STATION, name="A", area=TOWN, since=since),
        MediationCommittee(committee=COMMITTEE, area=TOWN, members=5, since=since),
        *(
            Assignment(
                staff=staff,
                role=role,
                station=STATION,
                committee=COMMITTEE if role == "mediator" else None,
                full_time=True,
                since=since,
            )
            for staff, role in (
                ("officer-1", "community_officer"),
                ("aux-1", "auxiliary_officer"),
                ("mediator-7", "mediator"),
            )
        ),
    ]
    for fact in facts:
        ws.record([fact], known_at=KNOWN_AT)


@pytest.mark.parametrize(
    ("by", "facts", "code"),
    [
        ("officer-1", (), "casework.not_theirs"),
        ("aux-1", ("by_mediator",), "casework.not_theirs"),
        ("nobody-1", (), "casework.needs"),
        (None, (), "casework.needs"),
    ],
)
def test_the_register_says_whose_step_it_is(
    accepted: Workspace, by: str | None, facts: tuple[str, ...], code: str
) -> None:
    """Art. 26 leaves it to committee and mediator: others and the unknown are refused."""
    with_posts(accepted)
    with pytest.raises(MoveRefused) as caught:
        take(accepted, "failed", on(3, 9), by=by, facts=facts)
    assert codes(caught.value) == {code}
    assert "mediation2010:26" in str(caught.value)


@pytest.mark.parametrize(
    ("by", "facts"), [("mediator-7", ()), ("nobody-1", ("by_mediator",)), (None, ("by_committee",))]
)
def test_a_post_or_the_hosts_word_says_who_took_it(
    accepted: Workspace, by: str | None, facts: tuple[str, ...]
) -> None:
    """Somebody in post needs no attestation, others do."""
    with_posts(accepted)
    assert take(accepted, "failed", on(3, 9), by=by, facts=facts).state.state == "failed"


def test_moves_of_one_member_of_staff(accepted: Workspace) -> None:
    """What the committee may do now an officer may not."""
    with_posts(accepted)
    legal = [
        {one.step for one in accepted.moves(CASE, at=on(3, 9), by=by) if one.is_legal}
        for by in ("mediator-7", "officer-1")
    ]
    assert ["failed" in one for one in legal] == [True, False]


def test_a_case_goes_in_no_circle(accepted: Workspace) -> None:
    """First to second to third, and not back to the first."""
    for number, before in ((2, CASE), (3, "case-0002")):
        case_id = f"case-000{number}"
        accepted.open_case(
            case_id, "referred", procedure="mediation.peoples", other=before, at=on(3, 9),
            known_at=KNOWN_AT,
        )  # fmt: skip
    with pytest.raises(MoveRefused) as caught:
        accepted.take("case-0003", "handed_on", other=CASE, at=on(3, 10), known_at=KNOWN_AT)
    assert codes(caught.value) == {"casework.cyclic"}
    other = accepted.take(
        "case-0003", "handed_on", other="case-0009", at=on(3, 10), known_at=KNOWN_AT
    )
    assert other.state.state == "handed_on"


def test_what_was_recorded_past_the_law_is_shown(accepted: Workspace) -> None:
    """A host's platform took a session although a fee was charged: it stands, and isn't legal."""
    version = accepted.case(CASE).version
    events = {"kind": ["session_held"], "at": [on(3, 5)], "facts": [("fee_charged",)]}
    accepted.store.append_case(CASE, at_version=version, events=events, known_at=KNOWN_AT)
    view = accepted.case(CASE)
    (found,) = view.unlawful
    assert (found.seq, [one.guard for one in found.refusals]) == (
        version + 1,
        ["mediation.peoples.no_fee"],
    )
    (shown,) = view.to_json()["unlawful"]
    assert shown["refusals"][0]["clause"] == ["mediation2010:4"]
    (line,) = accepted.cases(on=date(2026, 3, 9))
    assert line.unlawful == 1


def test_what_was_taken_is_legal(accepted: Workspace) -> None:
    """Steps that `take` let pass are found legal again, and so they are once a party is erased."""
    agree(accepted, on(3, 9))
    assert accepted.case(CASE).unlawful == ()
    accepted.erase(A)
    assert accepted.case(CASE).unlawful == ()


def test_an_extension_past_the_end_is_shown_and_changes_no_end(accepted: Workspace) -> None:
    """It was written in April though the month was over: the end stays 2026-04-03."""
    events = {
        "kind": ["extended"],
        "at": [on(4, 20)],
        "by": ["mediator-7"],
        "facts": [("all_ask",)],
    }
    version = accepted.case(CASE).version
    accepted.store.append_case(CASE, at_version=version, events=events, known_at=KNOWN_AT)
    view = accepted.case(CASE)
    assert [one.kind for one in view.unlawful] == ["extended"]
    assert view.waits[0].deadline.last_day == date(2026, 4, 3)
