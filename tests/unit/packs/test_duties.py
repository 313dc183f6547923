"""Duties unfold into requirements, each with its own comparison and clause."""

from __future__ import annotations

from datetime import date

from fengqiao.packs.describe import describe
from fengqiao.rules import OPEN, Duty, Pack, Requirement, core_catalogue
from fengqiao.rules.values import Exact

from .conftest import Finder, Reader

BASE = (
    '[[duty]]\nkey = "meeting.community"\nwho = "community_officer"\neach = "community"\n'
    'every = "month"\nclause = "一"\n'
)


def duty(pack: Pack, entry_id: str) -> Duty:
    """A duty by id."""
    found = next(one for one in pack.entries if one.id == entry_id)
    assert isinstance(found, Duty)
    return found


def requirement(pack: Pack, name: str) -> Requirement:
    """A requirement of the community meeting."""
    phase = duty(pack, "meeting.community").phases[0]
    return next(one for one in phase.requirements if one.name == name)


def test_a_duty_unfolds_into_its_requirements(everytown: Pack) -> None:
    """Each stated field is a requirement of its own, cadence first."""
    phase = duty(everytown, "meeting.community").phases[0]
    assert [(one.field, one.name) for one in phase.requirements] == [
        ("times", "cadence"),
        ("within", "window"),
        ("lasts", "length"),
        ("people", "attendance"),
        ("who", "lead"),
        ("invite", "invited"),
        ("covers", "report_back"),
        ("covers", "topics"),
    ]


def test_a_requirement_has_its_own_clause_where_the_pack_names_one(everytown: Pack) -> None:
    """`cites.report_back` moves one requirement to its clause; the others keep the duty's."""
    assert [
        [cite.ref for cite in requirement(everytown, name).cites]
        for name in ("report_back", "length")
    ] == [["三"], ["二", "三"]]


def test_the_name_of_a_label_stands_for_its_items(everytown: Pack) -> None:
    """`any_of = "meeting_topic"` means any item of the pack's label, and no word beside them."""
    assert requirement(everytown, "topics").comparison.words == ("prevention", "publicity")


def test_the_start_of_a_period_is_open(everytown: Pack) -> None:
    """The start of the month has no number until the host gives one."""
    phase = duty(everytown, "meeting.community").phases[0]
    assert (phase.within, requirement(everytown, "window").comparison.limit) == ("start", OPEN)


def test_a_duty_owed_by_whoever_does_it_has_no_lead(everytown: Pack) -> None:
    """Where each officer owes a duty, that an officer does it goes without saying."""
    reception = duty(everytown, "duty.public_reception")
    names = [one.name for one in reception.phases[0].requirements]
    assert (reception.each, "lead" in names) == (("community_officer",), False)


def test_times_and_length_are_exact(everytown: Pack) -> None:
    """Three half-days stay three, and half a day stays half a day."""
    phase = duty(everytown, "duty.public_reception").phases[0]
    assert (phase.times, phase.within, phase.requirements[2].comparison.limit) == (
        3,
        Exact(2, 1, "day", "2 days"),
        Exact(1, 2, "day", "1/2 day"),
    )


def test_a_phase_of_a_duty_may_change_its_cadence(everytown: Pack) -> None:
    """Weekly at first, each working day from 2020 on."""
    assert [
        (one.every, one.effective_from) for one in duty(everytown, "duty.suggestion_box").phases
    ] == [("week", date(2018, 6, 25)), ("working_day", date(2020, 1, 1))]


def test_events_that_fulfil_a_duty_come_from_the_catalogue(read: Reader) -> None:
    """A meeting is fulfilled by a session that was held."""
    assert duty(read(BASE), "meeting.community").done_by == ("session",)


def test_a_duty_without_cadence_is_refused(faults: Finder) -> None:
    """`every` may be open; it may not be missing."""
    found = faults(BASE.replace('every = "month"\n', ""))
    assert [(one.code, one.facts["field"]) for one in found] == [("pack.missing_field", "every")]


REPORT = '[[duty]]\nkey = "duty.report"\nevery = "month"\nclause = "一"\n'


def test_a_duty_may_be_owed_by_several_kinds(read: Reader) -> None:
    """One duty for communities and villages: both clauses of Wuhai's notice name them together."""
    text = BASE.replace('each = "community"', 'each = ["community", "village"]')
    found = duty(read(text), "meeting.community")
    assert (found.each, found.who) == (("community", "village"), ("community_officer",))


def test_any_of_several_roles_may_lead(read: Reader) -> None:
    """A deputy station leader or a post leader leads the meeting of a post: Wuhai, 三(二)."""
    text = BASE.replace('"community_officer"', '["deputy_station_leader", "post_leader"]')
    phase = duty(read(text), "meeting.community").phases[0]
    (lead,) = [one for one in phase.requirements if one.name == "lead"]
    assert (lead.comparison.op, lead.comparison.words) == (
        "any_of",
        ("deputy_station_leader", "post_leader"),
    )


def test_a_duty_may_count_some_topics_only(read: Reader) -> None:
    """Two reports stand under one key, each with its topic: Wuhai, 二(一) and 二(二)."""
    both = "".join(
        f'{REPORT}who = "community_officer"\nid = "duty.report.{name}"\nof.topic = "{name}"\n'
        for name in ("organisation", "community_situation")
    )
    pack = read(both)
    assert [
        [(name, one.words) for name, one in duty(pack, entry.id).phases[0].of]
        for entry in pack.entries
        if isinstance(entry, Duty)
    ] == [[("topic", ("organisation",))], [("topic", ("community_situation",))]]


def test_a_phase_keeps_the_topics_of_its_duty(read: Reader) -> None:
    """What a phase does not say anew is the duty's."""
    text = (
        f'{REPORT}who = "community_officer"\nof.topic = "organisation"\n'
        'phase = [ { every = "month" }, { from = 2019-01-01, every = "quarter" } ]\n'
    )
    phases = duty(read(text), "duty.report").phases
    assert [[one.words for _, one in phase.of] for phase in phases] == [[("organisation",)]] * 2


def test_plain_data_lists_all_kinds_and_topics(read: Reader) -> None:
    """`show --json` names every kind that owes a duty, and the filter under its field."""
    text = f'{REPORT}who = "station_leader"\neach = ["station", "village"]\nof.topic = "law"\n'
    (entry,) = describe(read(text), core_catalogue())["entries"]  # type: ignore[misc]
    fields = [value["field"] for value in entry["values"]]
    assert (entry["each"], fields) == (["station", "village"], ["times", "who", "of.topic"])


def test_a_phase_of_a_duty_may_say_that_it_is_not_confirmed(read: Reader) -> None:
    """What it does not say, the duty says."""
    text = BASE + "phase = [ { times = 1 }, { from = 2026-01-01, times = 2, verified = false } ]\n"
    found = duty(read(text), "meeting.community").phases
    assert [one.verified for one in found] == [None, False]
