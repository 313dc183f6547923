from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from fengqiao.ids import find_refused
from fengqiao.model import KINDS, prepare
from fengqiao.model.references import find_unregistered
from fengqiao.model.registry import Registers
from fengqiao.rules import core_catalogue
from fengqiao.simulate import Batch, Scenario, Town, build_town, recorded_since, simulate_events
from fengqiao.timing import CN_CALENDAR, Period

ZONE = ZoneInfo("Asia/Shanghai")
OF_OTHER_NOTICES = ("beat", "contact", "tasking", "case_event")


def households(town: Town, facts: dict[str, Batch]) -> dict[str, set[str]]:
    """Distinct households visited in the month, by officer."""
    visits = facts["visit"].columns
    begins = town.scenario.at(town.scenario.month.first, 0)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for staff, household, started in zip(
        visits["staff"], visits["household"], visits["started_at"], strict=True
    ):
        if started >= begins:
            found[staff].add(household)
    return found


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_of_the_towns_notice_is_there(facts: dict[str, Batch], kind: str) -> None:
    """What is recorded is declared apart; what only other notices ask for, the town has not."""
    assert (kind in facts) == (kind not in {"recording", *OF_OTHER_NOTICES})


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"recording", *OF_OTHER_NOTICES}))
def test_columns_pass_the_check_of_their_kind(facts: dict[str, Batch], kind: str) -> None:
    """Structure and data boundary hold for synthetic facts as for real ones."""
    table = prepare(KINDS[kind], facts[kind].columns, zone=ZONE)
    assert len(table) == len(facts[kind])


@pytest.mark.parametrize(
    "kind", ["visit", "session", "action_item", "action_report", "inspection", "duty", "total"]
)
def test_staff_and_places_are_on_the_registers_on_the_day(
    facts: dict[str, Batch], kind: str
) -> None:
    """Nobody works before or after the post was held."""
    tables = {
        name: prepare(KINDS[name], batch.columns, zone=ZONE)
        for name, batch in facts.items()
        if KINDS[name].nature == "register"
    }
    table = prepare(KINDS[kind], facts[kind].columns, zone=ZONE)
    assert find_unregistered(KINDS[kind], table, Registers(tables)) == []


@pytest.mark.parametrize("kind", ["visit", "session", "inspection", "duty"])
def test_work_falls_on_worked_days(facts: dict[str, Batch], kind: str) -> None:
    """Rest days and holidays have no work."""
    days = {datetime.fromtimestamp(at, ZONE).date() for at in facts[kind].columns["started_at"]}
    assert all(CN_CALENDAR.is_working_day(day) for day in days)


def test_make_up_workday_has_visits(make_scenario: Callable[..., Scenario]) -> None:
    """Saturday 29 and Sunday 30 September 2018 were worked by notice."""
    town = build_town(make_scenario(month=Period.parse("2018-09")))
    visits = next(batch for batch in simulate_events(town) if batch.kind == "visit")
    days = {datetime.fromtimestamp(at, ZONE).date() for at in visits.columns["started_at"]}
    assert {date(2018, 9, 29), date(2018, 9, 30)} <= days


def test_span_begins_with_the_first_week_that_ends_in_the_month(town: Town) -> None:
    """ISO week 26 of 2018 runs from 25 June to 1 July."""
    assert town.scenario.span.first == date(2018, 6, 25)


def test_references_are_opaque(facts: dict[str, Batch]) -> None:
    """The recogniser lets every household reference pass."""
    assert find_refused("ref", list(facts["visit"].columns["household"])) is None


def test_another_seed_mints_other_references(
    make_scenario: Callable[..., Scenario], facts: dict[str, Batch]
) -> None:
    """The secret follows from the seed."""
    other = next(iter(simulate_events(build_town(make_scenario(seed=8)))))
    assert not set(other.columns["household"]) & set(facts["visit"].columns["household"])


@pytest.mark.parametrize("number", [80, 79])
def test_somebody_reaches_the_quota_exactly_and_somebody_misses_it_by_one(
    town: Town, facts: dict[str, Batch], number: int
) -> None:
    """80 households a month, 二(十)."""
    assert number in {len(found) for found in households(town, facts).values()}


@pytest.mark.parametrize("mean", [15, 10])
def test_some_stations_lie_exactly_on_an_edge_of_the_classes(
    make_scenario: Callable[..., Scenario], mean: int
) -> None:
    """15 and 10 calls a day over July's 31 days, 一(一)."""
    town = build_town(make_scenario(stations=4))
    totals = next(batch for batch in simulate_events(town) if batch.kind == "total").columns
    calls: Counter[str] = Counter()
    for key, station, on, done in zip(
        totals["key"], totals["subject"], totals["on"], totals["done"], strict=True
    ):
        if key == "calls.received" and on >= date(2018, 7, 1):
            calls[station] += done
    assert mean * 31 in calls.values()


def test_office_knows_the_work_on_the_morning_after(facts: dict[str, Batch]) -> None:
    """The month's work is known on 1 August."""
    assert facts["visit"].known_at.date() == date(2018, 8, 1)


def test_recording_is_declared_from_the_first_day_of_work(town: Town) -> None:
    """25 June 2018, the day on which the first week begins."""
    assert set(recorded_since(town).values()) == {date(2018, 6, 25)}


def test_same_seed_gives_the_same_work(
    make_scenario: Callable[..., Scenario], facts: dict[str, Batch]
) -> None:
    """To the byte: ids, references and moments."""
    again = {batch.kind: batch for batch in simulate_events(build_town(make_scenario()))}
    assert all(batch == facts[kind] for kind, batch in again.items())


def test_town_without_points_table_supplies_none(make_scenario: Callable[..., Scenario]) -> None:
    """Points come only where a pack declares a measure for them."""
    town = build_town(make_scenario(points=None, reported=()))
    totals = next(batch for batch in simulate_events(town) if batch.kind == "total")
    assert set(totals.columns["key"]) == {"calls.received", "survey.familiarity"}


def test_only_what_can_be_declared_is_declared(town: Town) -> None:
    """The core's recordings, and the key of the host's own points table."""
    known = core_catalogue().words("recording")
    assert set(recorded_since(town)) - {town.scenario.points} <= set(known)
