"""A quarrel between neighbours, from the report to judicial confirmation, under two laws."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from attrs import define, field, frozen

import fengqiao as fq
from fengqiao.casework import CaseState, Law, advanced, blank_step, check_step, deadlines
from fengqiao.casework.moves import option_of
from fengqiao.rules import Chain, Rules

ZONE = ZoneInfo("Asia/Shanghai")
POLICE, PEOPLES = "mediation.public_security", "mediation.peoples"
TERMS = {
    "counting.police_procedure.weekends": "roll",
    "counting.police_procedure.extended_from": "period",
    "counting.civil_law.weekends": "roll",
    "counting.civil_procedure.weekends": "roll",
    f"{POLICE}.transition": "by_acceptance",
    f"{PEOPLES}.contents": "waived",
    f"{PEOPLES}.court_takes": "applies",
    f"{PEOPLES}.court_decides": "applies",
}
"""What the host says of terms that the texts leave open; the rest stays open."""

FIT = ("act_listed", "minor_case", "settling_ground", "facts_clear")
ALONE = ("one_officer", "auxiliary_helps", "fully_recorded")
LONGER = ("grave_or_complex", "higher_approved")
SEALED = ("parties_signed", "mediator_signed", "committee_sealed")
DROPPED = ("settlement_performed", "written_request", "before_decision")
LATER = 50
"""Days after the report on which every limit of a few weeks has passed."""


@frozen
class Answer:
    """A date, `legal`, or why a step is refused; and the articles behind it."""

    value: str
    articles: frozenset[str]


@define
class Story:
    """One case as it goes on, and what was asked on the way."""

    law: Law
    procedure: str
    first: date
    answers: dict[str, Answer]
    state: CaseState = field(factory=lambda: CaseState(case="case-0001"))

    def _step(self, day: int, kind: str, **fields: Any) -> dict[str, Any]:  # noqa: ANN401  cells of any kind
        on = self.first + timedelta(days=day)
        at = int(datetime(on.year, on.month, on.day, 9, tzinfo=ZONE).timestamp())
        for name in ("facts", "papers"):
            fields[name] = ",".join(fields.get(name, ()))
        given = {"procedure": self.procedure, "kind": kind, "at": at, "day": on.toordinal()}
        return dict(blank_step(**given, **fields))

    def take(self, day: int, kind: str, **fields: Any) -> None:  # noqa: ANN401  cells of any kind
        """Take a step so many days after the report; an illegal one is an error."""
        step = self._step(day, kind, **fields)
        check_step(self.state, step, self.law)
        self.state = advanced(self.state, step, self.law)

    def ask(self, what: str, day: int, kind: str, **fields: Any) -> bool:  # noqa: ANN401  cells of any kind
        """Note whether a step would be legal, without taking it."""
        option = option_of(self.state, self._step(day, kind, **fields), self.law)
        if option is None:
            self.answers[what] = Answer("unknown", frozenset())
            return False
        why = " and ".join(dict.fromkeys(one.why for one in option.refusals))
        cites = [cite for one in option.refusals or (option,) for cite in one.cites]
        guards = self.law.guards(self.procedure, kind, self.first) if not option.refusals else ()
        cites += [cite for guard in guards for cite in guard.cites]
        articles = frozenset(f"{cite.source}:{cite.ref}" for cite in cites)
        self.answers[what] = Answer(why or "legal", articles)
        return not option.refusals

    def due(self, what: str, entry: str) -> None:
        """Note when a limit ends: one day, or one for each reading of what is open."""
        found = next(one for one in deadlines(self.state, self.law) if one.entry.endswith(entry))
        ends = [one.deadline.last_day for one in found.deadline.readings]
        days = ends or [found.deadline.last_day]
        articles = frozenset(f"{cite.source}:{cite.ref}" for cite in found.cites)
        self.answers[what] = Answer(" or ".join(str(day) for day in days), articles)


def national_law() -> Law:
    """The law of the national pack, with what the host says."""
    with fq.open_workspace("memory:", packs=["wuhai"]) as ws:
        packs, catalogue = ws.packs, ws.catalogue
    terms: dict[tuple[str, str], Any] = {("cn", name): word for name, word in TERMS.items()}
    rules = Rules(packs=packs, catalogue=catalogue, terms=terms)
    return Law(rules=rules, chain=Chain((packs["cn"],)), zone=ZONE)


def begin(story: Story, day: int, first: str) -> None:
    """Two parties, both willing."""
    story.take(day, first)
    for party in ("party-000A", "party-000B"):
        story.take(day, "joined", party=party)
        story.take(day, "consented", party=party)


def at_the_station(story: Story) -> None:
    """The police mediate twice, in vain."""
    begin(story, 0, "found")
    story.take(0, "accepted", facts=FIT)
    if story.ask("opening a file for the case", 1, "docketed"):
        story.take(1, "docketed")
    story.due("first session due", "time_to_first_session")
    story.due("case due", ".case")
    one = "session by one officer outside a regulated venue"
    story.ask(one, 2, "session_held", facts=ALONE)
    whole = ("two_officers", "auxiliary_alone")
    story.ask("session held by an auxiliary alone", 2, "session_held", facts=whole)
    story.take(2, "session_held", facts=("two_officers",))
    story.due("second session due", "time_to_second_session")
    again = ("two_officers", "party_asks")
    story.ask("second session without need", 8, "session_held", facts=("two_officers",))
    story.ask("second session after its limit", 14, "session_held", facts=again)
    story.take(8, "session_held", facts=again)
    story.ask("third session", 9, "session_held", facts=again)
    story.take(9, "failed")
    story.due("case due after mediation failed", ".case")
    story.ask("going on without telling of a civil suit", 9, "sent_to_handling")
    story.ask("more time without a ground", 29, "extended", by="staff-0001", facts=LONGER[1:])
    story.take(29, "extended", by="staff-0001", facts=LONGER)
    story.due("case due once it was extended", ".case")
    story.ask("extending it again", 56, "extended", by="staff-0001", facts=LONGER)


def at_the_committee(story: Story) -> None:
    """A people's mediation committee settles it, and the court confirms."""
    begin(story, 14, "referred")
    story.take(14, "accepted")
    story.due("mediation due to be settled", "time_to_settle")
    story.take(14, "mediator_chosen")
    story.ask("session before rights were told", 15, "session_held")
    story.take(15, "rights_told")
    story.ask("session after a fee was charged", 16, "session_held", facts=("fee_charged",))
    story.take(16, "session_held")
    story.take(16, "agreed", form="written")
    story.ask("signing without the committee's seal", 16, "signed", facts=SEALED[:2])
    story.take(16, "signed", facts=SEALED)
    story.due("application for confirmation due", "time_to_confirm")
    together = ("joint_application",)
    story.ask("application by one party", 21, "confirmation_applied")
    story.ask("application after its limit", LATER, "confirmation_applied", facts=together)
    story.take(21, "confirmation_applied", facts=together)
    story.due("court to take it", "court_takes")
    story.take(23, "confirmation_accepted")
    story.due("court to decide by the rules of 2011", "court_decides")
    story.due("court to decide in the special procedure", "special_procedure")
    story.ask("confirming what is unlawful", 31, "confirmed", facts=("unlawful",))
    story.take(31, "confirmed")
    story.take(31, "ruling_served")
    story.due("objection of a party due", "party_objects")
    papers = ("registration", "record")
    story.ask("filing without the agreement", 36, "filed", papers=papers)
    story.take(36, "filed", papers=(*papers, "agreement"))


def back_at_the_station(story: Story) -> None:
    """The agreement was performed: the parties ask the police to drop the case."""
    one, both, accepted = (
        "request of one party to drop the case",
        "request of both to drop the case",
        "request of both that the police accepted",
    )
    whole = (*DROPPED, "joint_request", "accepted_by_police")
    story.ask(one, 37, "settled_privately", facts=(*DROPPED, "accepted_by_police"))
    story.ask(both, 37, "settled_privately", facts=(*DROPPED, "joint_request"))
    story.ask(accepted, 37, "settled_privately", facts=whole)
    story.take(37, "settled_privately", facts=whole)


def tell(first: date) -> dict[str, Answer]:
    """What was asked of a dispute that was reported on a day, in order."""
    law, answers = national_law(), dict[str, Answer]()
    station = Story(law, POLICE, first, answers)
    at_the_station(station)
    at_the_committee(Story(law, PEOPLES, first, answers))
    back_at_the_station(station)
    return answers


def main() -> None:
    """One line for each date and each refusal, a star where the two laws differ."""
    old, new = tell(date(2025, 3, 3)), tell(date(2026, 3, 2))
    print("* = the two laws differ\n")
    for what, answer in old.items():
        then, now = answer.value, new[what].value
        is_date = then[:2] == now[:2] == "20"
        differs = answer.articles != new[what].articles if is_date else then != now
        print(f"{'*' if differs else ' '} {what:50} {then:25} {now}")


if __name__ == "__main__":
    main()
