"""Every state and every guard of national law's procedures: one step that passes, one refused.

The steps are written from the articles that stand beside them, before the packs were asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pytest

from fengqiao.casework import CaseState, Law, moves
from fengqiao.casework.moves import option_of
from fengqiao.rules.values import Exact
from fengqiao.testing.casework import law_of, procedures, refusals, step, walk

PEOPLES, POLICE, ON_SITE = "mediation.peoples", "mediation.public_security", "mediation.on_site"
A, B = "party-000A", "party-000B"
LATE = date(2026, 3, 4)
"""A day under the law of 2026."""

TERMS: dict[str, Any] = {
    "mediation__peoples__refusal_stands": "applies",
    "mediation__peoples__contents": "applies",
    "mediation__peoples__extension": "applies",
    "mediation__peoples__settle__extension": Exact(1, 1, "month"),
    "mediation__public_security__transition": "by_event",
    "mediation__public_security__one_officer_venue": "applies",
    "mediation__public_security__asked_by_both": "applies",
    "mediation__on_site__transition": "by_event",
}
WRITTEN = ("parties", "facts", "issues", "responsibility", "terms", "performance_time",
           "performance_way", "signatures")  # fmt: skip
POLICE_WRITTEN = ("parties", "others_present", "host", "time_and_place", "facts", "course", "terms",
                  "performance_time", "performance_way", "signatures")  # fmt: skip
BOTH = (step("joined", party=A), step("joined", party=B))
YES = (step("consented", party=A), step("consented", party=B))
ONE_OFFICER = ("one_officer", "auxiliary_helps", "fully_recorded", "regulated_venue")

# Arts. 17 (begin), 30 of the rules (rights), 19 (mediator), 28 and 29, 31, 33, 26, 27.
P_OPEN = (step("applied"), *BOTH, *YES, step("accepted"))
P_READY = (*P_OPEN, step("rights_told"), step("mediator_appointed"))
P_SESSION = (*P_READY, step("session_held"))
P_AGREED = (*P_SESSION, step("agreed", form="written", contents=WRITTEN))
SIGNED = step("signed", facts=("parties_signed", "mediator_signed", "committee_sealed"))
P_EFFECT = (*P_AGREED, SIGNED)
P_ORAL = (*P_SESSION, step("agreed", form="oral", facts=("content_recorded",)))
P_CONFIRMING = (*P_EFFECT, step("confirmation_applied", facts=("joint_application",)))
P_FAILED = (*P_SESSION, step("failed"))
P_ENDED = (*P_FAILED, step("remedies_told"), step("terminated"))
FILED = step("filed", papers=("registration", "record", "agreement"))

# Mediation by the police: rules 178-186, law art. 9.
FIT = ("act_listed", "minor_case", "settling_ground", "facts_clear")
S_PROPOSED = (step("found"), *BOTH, *YES)
S_OPEN = (*S_PROPOSED, step("accepted", facts=FIT))
S_SESSION = (*S_OPEN, step("session_held", facts=("two_officers",)))
S_PACT = step("agreed", form="written", contents=POLICE_WRITTEN, facts=("parties_signed",))
S_AGREED = (*S_SESSION, S_PACT)
S_DONE = (*S_AGREED, step("performed"))
S_FAILED = (*S_SESSION, step("failed"))
S_FILED = step("filed", papers=("registration", "agreement", "evidence"))
SETTLED = ("settlement_performed", "written_request", "before_decision", "accepted_by_police",
           "joint_request")  # fmt: skip

# On the spot: rule 178.
O_READY = (step("found"), *BOTH, *YES)
LIGHT = ("facts_clear", "trivial", "no_loss_dispute")
O_PACT = step("agreed", form="recording", facts=(*LIGHT, "recording_shows_all"))

Steps = Sequence[Mapping[str, Any]]

STATES: dict[tuple[str, str], Steps] = {
    (PEOPLES, "proposed"): (step("applied"),),  # art. 17
    (PEOPLES, "open"): P_OPEN,  # art. 17
    (PEOPLES, "agreed"): P_AGREED,  # art. 28
    (PEOPLES, "effective"): P_EFFECT,  # art. 29
    (PEOPLES, "performed"): (*P_EFFECT, step("performed")),  # art. 31
    (PEOPLES, "defaulted"): (*P_EFFECT, step("defaulted")),  # art. 31
    (PEOPLES, "confirming"): P_CONFIRMING,  # art. 33
    (PEOPLES, "confirmed"): (*P_CONFIRMING, step("confirmed")),  # civil procedure art. 206
    (PEOPLES, "rejected"): (
        *P_CONFIRMING,
        step("confirmation_rejected", facts=("unclear",)),
    ),  # interpretation art. 358
    (PEOPLES, "failed"): P_FAILED,  # art. 26
    (PEOPLES, "ended"): P_ENDED,  # art. 26
    (PEOPLES, "declined"): (
        step("applied"),
        step("declined", facts=("already_decided",)),
    ),  # rules of 2002, art. 22
    (PEOPLES, "handed_on"): (*P_OPEN, step("handed_on")),  # arts. 18, 25
    (PEOPLES, "filed"): (*P_EFFECT, step("performed"), FILED),  # art. 27
    (POLICE, "proposed"): (step("found"),),  # rule 178
    (POLICE, "open"): S_OPEN,  # rule 178
    (POLICE, "agreed"): S_AGREED,  # rule 184
    (POLICE, "performed"): S_DONE,  # rule 185
    (POLICE, "failed"): S_FAILED,  # rule 185
    (POLICE, "handling"): (
        *S_FAILED,
        step("remedies_told"),
        step("sent_to_handling"),
    ),  # rule 185, law art. 9
    (POLICE, "ended"): (*S_DONE, step("closed_without_penalty")),  # rule 185
    (POLICE, "declined"): (step("found"), step("declined", facts=("excluded",))),  # rule 179
    (POLICE, "handed_on"): (*S_OPEN, step("handed_on", facts=("party_asks",))),  # rule 186
    (POLICE, "filed"): (*S_DONE, step("closed_without_penalty"), S_FILED),  # rule 184
    (ON_SITE, "open"): (step("found"),),  # rule 178
    (ON_SITE, "agreed"): (*O_READY, O_PACT),
    (ON_SITE, "ended"): (*O_READY, O_PACT, step("performed", facts=("performed_at_once",))),
    (ON_SITE, "failed"): (*O_READY, step("failed")),
    (ON_SITE, "handed_on"): (*O_READY, step("failed"), step("handed_on")),
    (ON_SITE, "filed"): (
        *O_READY,
        O_PACT,
        step("performed", facts=("performed_at_once",)),
        step("filed", papers=("registration",)),
    ),
}
"""The way to each state."""


def _p(steps: Steps, passes: Mapping[str, Any], refused: Mapping[str, Any]) -> tuple[Any, ...]:
    return steps, passes, steps, refused


_SESSION = step("session_held")
_TWO = step("session_held", facts=("two_officers",))
_AGAIN = date(2024, 3, 13)  # the seventh working day after Monday 4 March 2024
_LATER = date(2024, 3, 14)  # the eighth
_ORAL = step("agreed", form="oral", facts=("content_recorded",))
_ACCEPT = step("accepted", facts=FIT)
_ASK = step("confirmation_applied", facts=("joint_application",))


def _late(*steps: Mapping[str, Any]) -> tuple[dict[str, Any], ...]:
    """The same steps under the law of 2026."""
    moved = []
    for one in steps:
        day = step(str(one["kind"]), on=LATE)
        moved.append({**one, "at": day["at"], "day": day["day"]})
    return tuple(moved)


GUARDS: dict[tuple[str, str], tuple[Steps, Mapping[str, Any], Steps, Mapping[str, Any]]] = {
    # art. 17 and 3: no mediation without the consent of all
    (PEOPLES, "voluntary"): (
        (step("applied"), *BOTH, *YES), step("accepted"),
        (step("applied"), *BOTH, YES[0]), step("accepted"),
    ),
    # art. 17: after an express refusal nothing is prepared until there is a new consent
    (PEOPLES, "refusal_stands"): (
        (*P_OPEN, step("refused", party=A), step("consented", party=A)), step("session_set"),
        (*P_OPEN, step("refused", party=A)), step("session_set"),
    ),
    (PEOPLES, "not_to_accept"): _p(  # rules of 2002, art. 22
        (step("applied"), *BOTH, *YES), step("accepted"),
        step("accepted", facts=("already_decided",)),
    ),
    (PEOPLES, "no_fee"): _p(P_READY, _SESSION, step("session_held", facts=("fee_charged",))),
    (PEOPLES, "other_routes"): _p(  # art. 3
        P_READY, _SESSION, step("session_held", facts=("other_routes_blocked",))
    ),
    (PEOPLES, "rights_first"): (  # rules of 2002, art. 30
        P_READY, _SESSION, (*P_OPEN, step("mediator_appointed")), _SESSION,
    ),
    (PEOPLES, "mediator"): (P_READY, _SESSION, (*P_OPEN, step("rights_told")), _SESSION),  # art. 19
    (PEOPLES, "impartial"): _p(  # art. 15
        P_READY, _SESSION, step("session_held", facts=("mediator_partial",))
    ),
    (PEOPLES, "not_in_public_where_private"): _p(  # rules of 2002, art. 29
        P_READY, step("session_held", facts=("session_open",)),
        step("session_held", facts=("session_open", "privacy")),
    ),
    (PEOPLES, "not_in_public_against_a_party"): _p(  # art. 23
        P_READY, step("session_held", facts=("objects_to_open",)),
        step("session_held", facts=("session_open", "objects_to_open")),
    ),
    (PEOPLES, "extension"): _p(  # rules of 2002, art. 33: silent
        P_OPEN, step("extended", by="staff-0001", facts=("all_ask",)),
        step("extended", by="staff-0001"),
    ),
    (PEOPLES, "outsider_invited_needs"): _p(  # art. 20
        P_OPEN, step("outsider_invited", facts=("experts_invited", "invited_with_consent")),
        step("outsider_invited", facts=("experts_invited",)),
    ),
    (PEOPLES, "declined_needs"): _p(  # rules of 2002, art. 22
        (step("applied"),), step("declined", facts=("special_body_only",)), step("declined"),
    ),
    (PEOPLES, "risk_reported_needs"): _p(  # art. 25
        P_OPEN, step("risk_reported", facts=("police_told",)), step("risk_reported")
    ),
    (PEOPLES, "oral_on_record"): _p(P_SESSION, _ORAL, step("agreed", form="oral")),  # art. 28
    (PEOPLES, "written_for_rights"): _p(  # rules of 2002, art. 34
        P_SESSION, _ORAL,
        step("agreed", form="oral", facts=("content_recorded", "civil_rights_content")),
    ),
    (PEOPLES, "written_on_request"): _p(  # rules of 2002, art. 34
        P_SESSION, _ORAL,
        step("agreed", form="oral", facts=("content_recorded", "party_wants_writing")),
    ),
    (PEOPLES, "contents"): _p(  # rules of 2002, art. 35: eight contents, one is missing
        P_SESSION, step("agreed", form="written", contents=WRITTEN),
        step("agreed", form="written", contents=WRITTEN[1:]),
    ),
    (PEOPLES, "signed_needs"): _p(  # art. 29
        P_AGREED, SIGNED, step("signed", facts=("parties_signed", "mediator_signed")),
    ),
    (PEOPLES, "performed_needs"): (  # art. 30: an oral one binds when it is reached
        P_ORAL, step("performed"), P_AGREED, step("performed"),
    ),
    (PEOPLES, "defaulted_needs"): (P_ORAL, step("defaulted"), P_AGREED, step("defaulted")),
    (PEOPLES, "revisited_needs"): (P_EFFECT, step("revisited"), P_AGREED, step("revisited")),
    (PEOPLES, "effect_first"): (P_EFFECT, _ASK, P_AGREED, _ASK),  # art. 33
    (PEOPLES, "together"): _p(P_EFFECT, _ASK, step("confirmation_applied")),  # art. 33
    (PEOPLES, "within_thirty_days"): _p(  # art. 33: 30 days from 4 March 2024 end on 3 April
        P_EFFECT,
        step("confirmation_applied", on=date(2024, 4, 3), facts=("joint_application",)),
        step("confirmation_applied", on=date(2024, 4, 30), facts=("joint_application",)),
    ),
    (PEOPLES, "confirmable"): _p(  # interpretation art. 355
        P_EFFECT, _ASK,
        step("confirmation_applied", facts=("joint_application", "personal_status")),
    ),
    (PEOPLES, "confirmed_bars"): _p(  # interpretation art. 358
        P_CONFIRMING, step("confirmed"), step("confirmed", facts=("unlawful",))
    ),
    (PEOPLES, "confirmation_rejected_needs"): _p(
        P_CONFIRMING, step("confirmation_rejected", facts=("involuntary",)),
        step("confirmation_rejected"),
    ),
    (PEOPLES, "ended_by_party_needs"): _p(  # art. 23: a party of this case
        P_SESSION, step("ended_by_party", party=B), step("ended_by_party", party="party-000C"),
    ),
    (PEOPLES, "ended_by_party_bars"): (  # art. 31: what is in effect binds
        P_AGREED, step("ended_by_party", party=A), P_ORAL, step("ended_by_party", party=A),
    ),
    (PEOPLES, "terminated_needs"): (  # art. 26
        (*P_FAILED, step("remedies_told")), step("terminated"), P_FAILED, step("terminated"),
    ),
    (PEOPLES, "report_before_police"): _p(  # art. 25
        P_OPEN, step("handed_on", facts=("to_police", "police_told")),
        step("handed_on", facts=("to_police",)),
    ),
    (PEOPLES, "routes_before_others"): (  # arts. 3, 26
        (*P_OPEN, step("remedies_told")), step("handed_on", facts=("to_administrative",)),
        P_OPEN, step("handed_on", facts=("to_administrative",)),
    ),
    (PEOPLES, "complete_file"): _p(  # art. 27
        (*P_EFFECT, step("performed")), FILED, step("filed", papers=("registration", "record")),
    ),
    (POLICE, "eligible"): _p(S_PROPOSED, _ACCEPT, step("accepted", facts=FIT[1:])),  # rule 178
    (POLICE, "no_offence"): _p(  # rule 178
        S_PROPOSED, _ACCEPT, step("accepted", facts=(*FIT, "no_offence"))
    ),
    (POLICE, "excluded"): _p(  # rule 179
        S_PROPOSED, _ACCEPT, step("accepted", facts=(*FIT, "excluded"))
    ),
    (POLICE, "willing"): (  # rule 179(4)
        S_PROPOSED, _ACCEPT, (*S_PROPOSED, step("refused", party=B)), _ACCEPT,
    ),
    (POLICE, "voluntary"): (  # law of 2025, art. 9
        _late(*S_PROPOSED), *_late(_ACCEPT), _late(*S_PROPOSED[:-1]), *_late(_ACCEPT),
    ),
    (POLICE, "own_jurisdiction"): _p(  # rule 61
        S_PROPOSED, _ACCEPT, step("accepted", facts=(*FIT, "outside_unit"))
    ),
    (POLICE, "report_first"): (  # standard of 2007, art. 9
        (*S_OPEN, step("expert_begun"), step("expert_ended")), _TWO,
        (*S_OPEN, step("expert_begun")), _TWO,
    ),
    (POLICE, "facts_first"): _p(  # law of 2025, art. 9
        _late(*S_PROPOSED), _late(_ACCEPT)[0], _late(step("accepted", facts=FIT[:3]))[0],
    ),
    (POLICE, "declined_needs"): _p(
        (step("found"),), step("declined", facts=("suspect_fled",)), step("declined"),
    ),
    (POLICE, "guardian"): (  # rule 181
        (*S_OPEN, step("attested", facts=("minor_party",)), step("guardian_told")), _TWO,
        (*S_OPEN, step("attested", facts=("minor_party",))), _TWO,
    ),
    (POLICE, "proxy_in_writing"): _p(  # rule 181
        S_OPEN, step("session_held", facts=("two_officers", "victim_proxy", "written_powers")),
        step("session_held", facts=("two_officers", "victim_proxy")),
    ),
    (POLICE, "no_proxy_of_the_suspect"): _p(  # rule 181
        S_OPEN, _TWO, step("session_held", facts=("two_officers", "suspect_proxy"))
    ),
    (POLICE, "second_on_need"): _p(  # rule 183
        S_SESSION, step("session_held", facts=("two_officers", "party_asks")), _TWO,
    ),
    (POLICE, "at_most_two"): (  # rule 183
        S_SESSION, step("session_held", facts=("two_officers", "party_asks")),
        (*S_SESSION, step("session_held", facts=("two_officers", "party_asks"))),
        step("session_held", facts=("two_officers", "party_asks")),
    ),
    (POLICE, "second_in_time"): _p(  # rule 183: 7 working days
        S_SESSION, step("session_held", on=_AGAIN, facts=("two_officers", "party_asks")),
        step("session_held", on=_LATER, facts=("two_officers", "party_asks")),
    ),
    (POLICE, "held_by_an_officer"): _p(  # rule 52, opinion of 2016
        S_OPEN, _TWO, step("session_held", facts=("two_officers", "auxiliary_decides"))
    ),
    (POLICE, "enough_officers"): _p(
        S_OPEN, step("session_held", facts=ONE_OFFICER),
        step("session_held", facts=("auxiliary_helps", "fully_recorded")),
    ),
    (POLICE, "one_officer_with_auxiliary"): _p(  # rule 52(2)
        S_OPEN, step("session_held", facts=ONE_OFFICER),
        step("session_held", facts=("one_officer", "fully_recorded", "regulated_venue")),
    ),
    (POLICE, "one_officer_recorded"): _p(  # rule 52(2)
        S_OPEN, step("session_held", facts=ONE_OFFICER),
        step("session_held", facts=("one_officer", "auxiliary_helps", "regulated_venue")),
    ),
    (POLICE, "one_officer_venue"): _p(  # law of 2025, art. 108
        _late(*S_OPEN), _late(step("session_held", facts=ONE_OFFICER))[0],
        _late(step("session_held", facts=ONE_OFFICER[:3]))[0],
    ),
    (POLICE, "session_first"): (S_SESSION, S_PACT, S_OPEN, S_PACT),  # rule 183
    (POLICE, "contents"): _p(  # rule 184
        S_SESSION, S_PACT,
        step("agreed", form="written", contents=POLICE_WRITTEN[1:], facts=("parties_signed",)),
    ),
    (POLICE, "ended_by_party_needs"): _p(
        S_OPEN, step("ended_by_party", party=A), step("ended_by_party", party="party-000C"),
    ),
    (POLICE, "remedies_before_2026"): (  # law of 2012, art. 9
        (*S_FAILED, step("remedies_told")), step("sent_to_handling"),
        S_FAILED, step("sent_to_handling"),
    ),
    (POLICE, "remedies"): (  # law of 2025, art. 9
        (*_late(*S_FAILED), *_late(step("remedies_told"))), *_late(step("sent_to_handling")),
        _late(*S_FAILED), *_late(step("sent_to_handling")),
    ),
    (POLICE, "settlement"): _p(  # rule 186
        S_OPEN, step("settled_privately", facts=SETTLED),
        step("settled_privately", facts=SETTLED[1:]),
    ),
    (POLICE, "settlement_accepted"): _p(  # law of 2025, art. 9
        _late(*S_OPEN), _late(step("settled_privately", facts=SETTLED))[0],
        _late(step("settled_privately", facts=(*SETTLED[:3], SETTLED[4])))[0],
    ),
    (POLICE, "asked_by_both"): _p(  # rule 186 against the law of 2025, art. 9: the host said both
        _late(*S_OPEN), _late(step("settled_privately", facts=SETTLED))[0],
        _late(step("settled_privately", facts=SETTLED[:4]))[0],
    ),
    (POLICE, "asked_by_both_until_2025"): _p(  # rule 186
        S_OPEN, step("settled_privately", facts=SETTLED),
        step("settled_privately", facts=SETTLED[:4]),
    ),
    (POLICE, "no_offence_told"): _p(  # rules 178, 186
        S_OPEN, step("handed_on", facts=("party_asks",)), step("handed_on")
    ),
    (POLICE, "complete_file"): _p(  # rule 184
        (*S_DONE, step("closed_without_penalty")), S_FILED,
        step("filed", papers=("registration", "agreement")),
    ),
    (ON_SITE, "on_the_spot"): _p(  # rule 178
        O_READY, O_PACT,
        step("agreed", form="recording", facts=(*LIGHT[1:], "recording_shows_all")),
    ),
    (ON_SITE, "voluntary"): (O_READY, O_PACT, O_READY[:-1], O_PACT),
    (ON_SITE, "excluded"): _p(
        O_READY, O_PACT,
        step("agreed", form="recording", facts=(*LIGHT, "recording_shows_all", "excluded")),
    ),
    (ON_SITE, "recording_for_paper"): _p(
        O_READY, O_PACT, step("agreed", form="recording", facts=LIGHT)
    ),
    (ON_SITE, "held_by_an_officer"): _p(
        O_READY, O_PACT,
        step("agreed", form="recording", facts=(*LIGHT, "recording_shows_all", "auxiliary_alone")),
    ),
    (ON_SITE, "performed_needs"): _p(
        (*O_READY, O_PACT), step("performed", facts=("performed_at_once",)), step("performed")
    ),
    (ON_SITE, "ended_by_party_needs"): _p(
        O_READY, step("ended_by_party", party=A), step("ended_by_party", party="party-000C")
    ),
    (ON_SITE, "complete_file"): _p(
        (*O_READY, O_PACT, step("performed", facts=("performed_at_once",))),
        step("filed", papers=("registration",)), step("filed"),
    ),
}  # fmt: skip
"""The way to a step that a guard lets pass, and the way to one that it refuses."""


def law(**terms: Any) -> Law:  # noqa: ANN401  words and amounts
    """National law with what a host says of open terms; `__` stands for a dot in their names."""
    told = {name.replace("__", "."): word for name, word in terms.items()}
    return law_of(["wuhai"], place="cn", terms=told)


@pytest.fixture(scope="module")
def under() -> Law:
    """National law, its open terms filled."""
    return law(**TERMS)


def _ids(name: tuple[str, str]) -> str:
    return ".".join(name)


def test_every_state_is_tried(under: Law) -> None:
    """No state goes without a way to it."""
    declared = {(key, state.name) for key, one in procedures(under).items() for state in one.states}
    assert declared == set(STATES)


def test_every_guard_is_tried(under: Law) -> None:
    """No guard goes without a step that passes and one that it refuses."""
    declared = {(key, guard.name) for key, one in procedures(under).items() for guard in one.guards}
    assert declared == set(GUARDS)


@pytest.mark.parametrize("name", STATES, ids=_ids)
def test_a_state_can_be_reached(under: Law, name: tuple[str, str]) -> None:
    """A case that goes by the articles comes to it."""
    assert walk(under, name[0], *STATES[name]).state == name[1]


@pytest.mark.parametrize("name", STATES, ids=_ids)
def test_a_state_refuses_what_does_not_start_there(under: Law, name: tuple[str, str]) -> None:
    """Steps of other states are refused with their article."""
    state = walk(under, name[0], *STATES[name])
    at = state.steps[-1]["at"]
    refused = [one for one in moves(state, under, at=at) if one.to is None]
    assert refused
    assert all(one.refusals[0].why == "not_here" and one.refusals[0].cites for one in refused)


def _guards_against(state: CaseState, one: Mapping[str, Any], under: Law, key: str) -> set[str]:
    return {refusal.guard for refusal in refusals(under, state, one, key)}


@pytest.mark.parametrize("name", GUARDS, ids=_ids)
def test_a_guard_lets_pass_what_the_article_allows(under: Law, name: tuple[str, str]) -> None:
    """The step is legal, and leads on."""
    steps, passes, _, _ = GUARDS[name]
    walk(under, name[0], *steps, passes)


@pytest.mark.parametrize("name", GUARDS, ids=_ids)
def test_a_guard_refuses_what_the_article_bars(under: Law, name: tuple[str, str]) -> None:
    """The refusal names the guard and its article."""
    _, _, steps, refused = GUARDS[name]
    state = walk(under, name[0], *steps)
    found = [one for one in refusals(under, state, refused, name[0]) if one.guard == _ids(name)]
    assert found
    assert all(one.cites for one in found)


OPEN_STATES = [(PEOPLES, "proposed"), (PEOPLES, "open"), (PEOPLES, "agreed"), (POLICE, "proposed"),
               (POLICE, "open"), (ON_SITE, "open")]  # fmt: skip


@pytest.mark.parametrize("name", OPEN_STATES, ids=_ids)
def test_any_party_may_end_it_from_every_open_state(under: Law, name: tuple[str, str]) -> None:
    """People's Mediation Law art. 23, rule 179(4): until an agreement binds."""
    steps = STATES[name]
    if name[1] == "proposed":
        steps = (*steps, *BOTH)
    if name == (ON_SITE, "open"):
        steps = O_READY
    for party in (A, B):
        walk(under, name[0], *steps, step("ended_by_party", party=party))


def test_an_open_term_is_not_guessed() -> None:
    """Where the host has not said which reading holds, the step is refused as not configured."""
    silent = law()
    state = walk(silent, PEOPLES, *P_OPEN)
    found = refusals(silent, state, step("extended", by="staff-0001"), PEOPLES)
    assert {(one.why, one.term) for one in found} == {
        ("not_configured", "mediation.peoples.extension"),
        ("not_configured", "mediation.peoples.settle.extension"),
    }


def test_which_law_governs_an_open_case_is_not_guessed() -> None:
    """A case accepted in 2025 and gone on with in 2026: what the two laws judge alike is said."""
    silent = law(mediation__public_security__one_officer_venue="applies")
    before = [{**one, **_in_2025(one)} for one in S_OPEN]
    state = walk(silent, POLICE, *before)
    alone = step("session_held", on=LATE, facts=ONE_OFFICER[:3])
    whys = {one.why for one in refusals(silent, state, alone, POLICE)}
    assert whys == {"not_configured"}
    two = step("session_held", on=LATE, facts=("two_officers",))
    assert refusals(silent, state, two, POLICE) == []


@pytest.mark.parametrize(("transition", "expected"), [("by_acceptance", 0), ("by_event", 1)])
def test_a_host_says_which_law_governs(transition: str, expected: int) -> None:
    """By acceptance the law of 2012 has no venue, by event the law of 2025 has one."""
    told = law(
        mediation__public_security__transition=transition,
        mediation__public_security__one_officer_venue="applies",
    )
    state = walk(told, POLICE, *[{**one, **_in_2025(one)} for one in S_OPEN])
    alone = step("session_held", on=LATE, facts=ONE_OFFICER[:3])
    assert len(refusals(told, state, alone, POLICE)) == expected


def _in_2025(one: Mapping[str, Any]) -> dict[str, Any]:
    day = step(str(one["kind"]), on=date(2025, 12, 30))
    return {"at": day["at"], "day": day["day"]}


def test_what_may_be_attested_is_said(under: Law) -> None:
    """A clerk reads what to attest, not just that the step is refused."""
    state = walk(under, PEOPLES, *P_AGREED)
    option = option_of(state, {**step("signed"), "facts": "", "procedure": None}, under)
    assert option is not None
    assert set(option.attest) == {"parties_signed", "mediator_signed", "committee_sealed"}


def test_a_step_before_the_last_one_is_refused_without_authority(under: Law) -> None:
    """Backdating needs somebody's approval, attested with the step."""
    state = walk(under, PEOPLES, *P_READY)
    early = step("session_held", on=date(2024, 3, 1))
    assert [one.why for one in refusals(under, state, early, PEOPLES)] == ["backdated"]
    approved = step("session_held", on=date(2024, 3, 1), facts=("approved",))
    assert refusals(under, state, approved, PEOPLES) == []


# -- what a mediation is made of, as it was listed before the pack was written ---------------------

_S, _G, _M = "state", "guard", "move"
LISTED: dict[str, tuple[tuple[str, str, str], ...]] = {
    "found, applied, referred": (
        *((key, _M, "found") for key in (PEOPLES, POLICE, ON_SITE)),
        *((key, _M, name) for key in (PEOPLES, POLICE) for name in ("applied", "referred")),
        (PEOPLES, _S, "proposed"), (POLICE, _S, "proposed"),
    ),
    "eligibility and exclusions, history attested": (
        (PEOPLES, _G, "not_to_accept"), (PEOPLES, _G, "declined_needs"), (PEOPLES, _S, "declined"),
        (POLICE, _G, "eligible"), (POLICE, _G, "no_offence"), (POLICE, _G, "excluded"),
        (POLICE, _G, "facts_first"), (POLICE, _G, "own_jurisdiction"),
        (POLICE, _G, "declined_needs"), (POLICE, _S, "declined"),
        (ON_SITE, _G, "on_the_spot"), (ON_SITE, _G, "excluded"),
    ),
    "consent": (
        *((key, _G, "voluntary") for key in (PEOPLES, POLICE, ON_SITE)),
        *((key, _M, "consented") for key in (PEOPLES, POLICE, ON_SITE)),
        *((key, _S, "open") for key in (PEOPLES, POLICE, ON_SITE)),
    ),
    "a refusal that bars until a new consent": (
        (PEOPLES, _G, "refusal_stands"), (POLICE, _G, "willing"),
        *((key, _M, "refused") for key in (PEOPLES, POLICE, ON_SITE)),
    ),
    "ended by any party from every open state": (
        *((key, _G, "ended_by_party_needs") for key in (PEOPLES, POLICE, ON_SITE)),
        (PEOPLES, _G, "ended_by_party_bars"),
    ),
    "mediators appointed or chosen": (
        (PEOPLES, _G, "mediator"), (PEOPLES, _M, "mediator_appointed"),
        (PEOPLES, _M, "mediator_chosen"),
    ),
    "recusal": ((PEOPLES, _G, "impartial"), (PEOPLES, _M, "mediator_replaced")),
    "experts and relatives with consent alone": (
        (PEOPLES, _G, "outsider_invited_needs"), (POLICE, _M, "outsider_invited"),
        (POLICE, _G, "report_first"), (POLICE, _M, "expert_begun"), (POLICE, _M, "expert_ended"),
    ),
    "an auxiliary never alone or deciding": (
        (POLICE, _G, "held_by_an_officer"), (ON_SITE, _G, "held_by_an_officer"),
    ),
    "one officer alone": (
        (POLICE, _G, "enough_officers"), (POLICE, _G, "one_officer_with_auxiliary"),
        (POLICE, _G, "one_officer_recorded"), (POLICE, _G, "one_officer_venue"),
    ),
    "guardians and proxies": (
        (POLICE, _G, "guardian"), (POLICE, _G, "proxy_in_writing"),
        (POLICE, _G, "no_proxy_of_the_suspect"), (POLICE, _M, "guardian_told"),
    ),
    "an open or a closed session": (
        (PEOPLES, _G, "not_in_public_where_private"),
        (PEOPLES, _G, "not_in_public_against_a_party"),
    ),
    "sessions and their dates": (
        (PEOPLES, _G, "rights_first"), (POLICE, _G, "session_first"),
        (POLICE, _G, "second_on_need"), (POLICE, _G, "at_most_two"),
        (POLICE, _G, "second_in_time"), (PEOPLES, _G, "extension"),
        *((key, _M, name) for key in (PEOPLES, POLICE) for name in ("session_set", "session_held")),
    ),
    "an agreement in writing, by word of mouth, or on the spot with a recording": (
        (PEOPLES, _G, "oral_on_record"), (PEOPLES, _G, "written_for_rights"),
        (PEOPLES, _G, "written_on_request"), (ON_SITE, _G, "recording_for_paper"),
        *((key, _S, "agreed") for key in (PEOPLES, POLICE, ON_SITE)),
    ),
    "required contents": ((PEOPLES, _G, "contents"), (POLICE, _G, "contents")),
    "effect": ((PEOPLES, _G, "signed_needs"), (PEOPLES, _S, "effective")),
    "performance, default, revisit": (
        (PEOPLES, _G, "performed_needs"), (PEOPLES, _G, "defaulted_needs"),
        (PEOPLES, _G, "revisited_needs"), (ON_SITE, _G, "performed_needs"),
        (PEOPLES, _S, "performed"), (PEOPLES, _S, "defaulted"), (POLICE, _S, "performed"),
    ),
    "judicial confirmation": (
        (PEOPLES, _G, "effect_first"), (PEOPLES, _G, "together"),
        (PEOPLES, _G, "within_thirty_days"), (PEOPLES, _G, "confirmable"),
        (PEOPLES, _G, "confirmed_bars"), (PEOPLES, _G, "confirmation_rejected_needs"),
        *((PEOPLES, _S, name) for name in ("confirming", "confirmed", "rejected")),
    ),
    "failure with notice of remedies": (
        (POLICE, _G, "remedies_before_2026"), (POLICE, _G, "remedies"),
        *((key, _S, "failed") for key in (PEOPLES, POLICE, ON_SITE)), (POLICE, _S, "handling"),
    ),
    "termination": (
        (PEOPLES, _G, "terminated_needs"), (POLICE, _G, "settlement"),
        (POLICE, _G, "settlement_accepted"), (POLICE, _G, "asked_by_both"),
        (POLICE, _G, "asked_by_both_until_2025"),
        *((key, _S, "ended") for key in (PEOPLES, POLICE, ON_SITE)),
    ),
    "transfers": (
        (PEOPLES, _G, "report_before_police"), (PEOPLES, _G, "routes_before_others"),
        (POLICE, _G, "no_offence_told"), (PEOPLES, _M, "body_joined"),
        *((key, _S, "handed_on") for key in (PEOPLES, POLICE, ON_SITE)),
    ),
    "file": (
        *((key, _G, "complete_file") for key in (PEOPLES, POLICE, ON_SITE)),
        *((key, _S, "filed") for key in (PEOPLES, POLICE, ON_SITE)),
    ),
    "no fee, no way barred, risk reported": (
        (PEOPLES, _G, "no_fee"), (PEOPLES, _G, "other_routes"),
        (PEOPLES, _G, "risk_reported_needs"),
    ),
}  # fmt: skip
"""`held` and an index of the file are places' own, levels too: no article of national law has
them. Make-up and term of a committee are norms, whose worked cases the pack itself holds."""


def _pieces(under: Law) -> dict[tuple[str, str, str], Any]:
    return {
        (key, kind, piece.name): piece
        for key, one in procedures(under).items()
        for kind, pieces in ((_S, one.states), (_G, one.guards), (_M, one.moves))
        for piece in pieces
    }


def test_what_was_listed_is_there_with_its_article(under: Law) -> None:
    """A hundred and more ids, none twice; every state and guard stands on the list."""
    pieces, listed = _pieces(under), [one for ids in LISTED.values() for one in ids]
    assert len(listed) == len(set(listed)) == 128
    assert [one for one in listed if one not in pieces or not pieces[one].cites] == []
    assert {one for one in pieces if one[1] != _M} == {one for one in listed if one[1] != _M}


def _taken(key: str) -> set[str]:
    """Kinds of step that some way to a state or past a guard takes."""
    ways = [steps for (of, _), steps in STATES.items() if of == key]
    for (of, _), (steps, passes, _, _) in GUARDS.items():
        ways += [(*steps, passes)] if of == key else []
    return {str(one["kind"]) for steps in ways for one in steps}


@pytest.mark.parametrize("item", LISTED)
def test_what_was_listed_has_a_passing_and_a_refusing_test(under: Law, item: str) -> None:
    """States and guards by the tables above; a step is taken on a way and refused at its end."""
    ends = {key: walk(under, key, *STATES[key, "filed"]) for key in (PEOPLES, POLICE, ON_SITE)}
    for key, kind, name in LISTED[item]:
        if kind == _S:
            assert (key, name) in STATES
        elif kind == _G:
            assert (key, name) in GUARDS
        else:
            assert name in _taken(key) | LONE_STEPS[key].keys()
            at = ends[key].steps[-1]["at"]
            (last,) = [one for one in moves(ends[key], under, at=at) if one.step == name]
            assert (last.refusals[0].why, bool(last.refusals[0].cites)) == ("not_here", True)


LONE_STEPS: dict[str, dict[str, tuple[Steps, Mapping[str, Any]]]] = {
    PEOPLES: {
        "found": ((), step("found")),  # art. 17
        "referred": ((), step("referred")),  # art. 18
        "mediator_chosen": (P_OPEN, step("mediator_chosen")),  # arts. 19, 23
        "mediator_replaced": (P_READY, step("mediator_replaced")),  # art. 15
        "body_joined": (P_OPEN, step("body_joined")),  # rules of 2002, art. 27
    },
    POLICE: {
        "applied": ((), step("applied")),  # rule 178
        "referred": ((), step("referred")),  # rule 61
        "outsider_invited": (S_OPEN, step("outsider_invited")),  # rule 182
        "refused": (S_OPEN, step("refused", party=A)),  # rule 179(4)
        "session_set": (S_OPEN, step("session_set")),  # rule 183
    },
    ON_SITE: {"refused": (O_READY, step("refused", party=A))},  # rule 179
}
"""Steps that lead to no state and past no guard: the way to each, and the step."""


@pytest.mark.parametrize(
    ("key", "name"), [(key, name) for key, steps in LONE_STEPS.items() for name in steps]
)
def test_a_step_without_guards_is_legal_where_it_starts(under: Law, key: str, name: str) -> None:
    """Its article asks for nothing more."""
    before, last = LONE_STEPS[key][name]
    assert walk(under, key, *before, last).steps[-1]["kind"] == name
