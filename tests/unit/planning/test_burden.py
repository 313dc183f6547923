"""Burden: minutes asked by entry, officer and month, spread by working days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from fengqiao.planning import Burden, Capacity, DueItem, find_burden
from fengqiao.testing.planning import COMMUNITIES, due_item, officer, shared_item
from fengqiao.timing import CN_CALENDAR, Period, Span, working_days

YEAR = working_days(Span(date(2018, 1, 1), date(2018, 12, 31)), CN_CALENDAR)


def burden(items: Sequence[DueItem], staff: Sequence[Capacity], period: str = "2018-07") -> Burden:
    """The burden of a period."""
    return find_burden(items, staff, period=Period.parse(period), calendar=CN_CALENDAR)


def asked(found: Burden) -> dict[tuple[str | None, str], int]:
    """Minutes by staff and month."""
    return {(one.staff, one.month): one.minutes for one in found.officers}


def test_a_month_of_visits_against_its_hours() -> None:
    """80 visits of 20 minutes ask 1,600 of the 10,560 minutes that 22 days of 8 hours have."""
    # the notice of Wuhai, 二(十): at least 80 households a month; July 2018 has 22 working days
    found = burden([due_item(80)], [officer()])
    assert (found.minutes, found.available) == (1600, 10560)


def test_demand_is_gross() -> None:
    """What is done already was asked all the same."""
    assert burden([due_item(0, due=80, done=80)], [officer()]).minutes == 1600


def test_shared_work_weighs_on_each_in_equal_parts() -> None:
    """A meeting of two hours that any of three may lead asks 40 minutes of each."""
    found = burden([shared_item()], [officer("S01"), officer("S02"), officer("S03")])
    assert asked(found) == {
        ("S01", "2018-07"): 40,
        ("S02", "2018-07"): 40,
        ("S03", "2018-07"): 40,
    }


def test_whole_minutes_add_up() -> None:
    """100 minutes among three officers are 33, 33 and 34, and not one is lost."""
    found = burden([shared_item(minutes=100)], [officer("S01"), officer("S02"), officer("S03")])
    assert sorted(asked(found).values()) == [33, 33, 34]


def test_who_came_later_bears_less() -> None:
    """An officer who is there for 12 of the month's 22 working days bears 12 of 34 parts."""
    late = officer("S02", since=date(2018, 7, 16).toordinal())
    found = burden([shared_item(minutes=340)], [officer("S01"), late])
    assert asked(found) == {("S01", "2018-07"): 220, ("S02", "2018-07"): 120}


def test_a_week_that_crosses_months_is_split_by_its_days() -> None:
    """Of the week from Monday, 30 July, two of five working days lie in July."""
    # the notice of Wuhai, 四(二)第二项: two half-days a week; here with 4 hours a half-day
    week = due_item(2, period="2018-W31", minutes=240)
    assert burden([week], [officer()]).minutes == 2 * 240 * 2 // 5


def test_a_year_weighs_on_each_month_by_its_working_days() -> None:
    """Twelve months together are the whole year's demand."""
    year = due_item(7, period="2018", minutes=100)
    months = [f"2018-{month:02}" for month in range(1, 13)]
    assert sum(burden([year], [officer(days=YEAR)], one).minutes for one in months) == 700


def test_several_months_are_told_apart() -> None:
    """A quarter has a line for each of its months."""
    found = burden([due_item(66, period="2018-Q3")], [officer(days=YEAR)], "2018-Q3")
    # July has 22 working days, August 23, September 20 (29 and 30 worked, the 24th is a festival)
    assert [one.month for one in found.officers] == ["2018-07", "2018-08", "2018-09"]


def test_hours_are_those_of_the_period_asked_for() -> None:
    """A week has five days of eight hours, whatever the month has."""
    assert burden([due_item(80)], [officer()], "2018-W28").available == 5 * 8 * 60


def test_a_day_of_rest_still_asks() -> None:
    """What a duty asks of a Sunday is asked, though nobody has hours then."""
    sunday = due_item(period="2018-07-01", minutes=30)
    assert burden([sunday], [officer()]).minutes == 30


def test_work_that_nobody_may_do_has_its_own_line() -> None:
    """A community that nobody serves asks hours of nobody."""
    found = burden([shared_item()], [officer(area=COMMUNITIES[1])])
    assert asked(found) == {(None, "2018-07"): 120}


def test_without_hours_there_is_nothing_to_compare_with() -> None:
    """Demand is known, what is available is not."""
    found = burden([due_item(80)], [officer(days=[])])
    assert (found.minutes, found.available, found.officers[0].available) == (1600, None, None)


def test_entries_without_a_duration_are_listed() -> None:
    """They count as unknown, never as nothing."""
    found = burden([due_item(80, minutes=None)], [officer()])
    (entry,) = found.unstated()
    assert (entry.due, entry.unstated, entry.minutes, found.officers[0].by_entry) == (
        80,
        80,
        None,
        {("testtown", "visits.households"): None},
    )


def test_entries_that_cannot_be_told_are_listed() -> None:
    """Where an open term hides how many are due, the entry says so."""
    found = burden([due_item(0, reason="not_configured")], [officer()])
    (entry,) = found.unstated()
    assert (entry.unsure, entry.reason, found.officers) == (1, "not_configured", ())


def test_what_meetings_agreed_is_no_demand_of_the_notice() -> None:
    """An action item is somebody's word, not a clause, and nobody says how long it takes."""
    found = burden([due_item(kind="action_item", minutes=None)], [officer()])
    assert (found.entries, found.officers) == ((), ())


def test_entries_come_heaviest_first() -> None:
    """What takes the most hours stands at the top, what nobody timed at the end."""
    items = [
        due_item(80),
        shared_item(),
        due_item(entry="duty.patrol", minutes=None),
    ]
    found = burden(items, [officer()])
    assert [one.entry for one in found.entries] == [
        "visits.households",
        "meeting.community",
        "duty.patrol",
    ]


def test_the_order_of_the_input_does_not_matter() -> None:
    """The same lines come of every order."""
    items = [due_item(80), shared_item(3), shared_item(subject=COMMUNITIES[1])]
    staff = [officer("S01"), officer("S02")]
    assert burden(items, staff).to_json() == burden(items[::-1], staff[::-1]).to_json()


def test_json_has_entries_officers_and_a_total() -> None:
    """What other programs read."""
    data = burden([due_item(80)], [officer()]).to_json()
    assert (list(data), data["total"]) == (
        ["format", "period", "entries", "officers", "roles", "total"],
        {"minutes": 1600, "available": 10560},
    )


def test_roles_are_summed_up_apart() -> None:
    """Whoever owes next to nothing doesn't hide what the others owe."""
    few = officer("S09", role="officer")
    own = [due_item(number, subject=f"S0{number}", staff=f"S0{number}") for number in (1, 2, 3)]
    trifle = due_item(subject="S09", staff="S09", who=("officer",), minutes=1)
    staff = [officer(f"S0{number}") for number in (1, 2, 3)]
    hours = 22 * 8 * 60
    assert [one.to_json() for one in burden([*own, trifle], [*staff, few]).by_role()] == [
        {
            "roles": ["community_officer"],
            "months": 3,
            "minutes": 120,
            "available": 3 * hours,
            "median": f"40/{hours}",
        },
        {
            "roles": ["officer"],
            "months": 1,
            "minutes": 1,
            "available": hours,
            "median": f"1/{hours}",
        },
    ]


def test_roles_without_hours_have_no_median() -> None:
    """Nothing to compare with."""
    (one,) = burden([due_item()], [officer(days=[])]).by_role()
    assert (one.minutes, one.available, one.median) == (20, None, None)


def test_work_of_nobody_is_of_no_role() -> None:
    """It stands on its own line among the officers."""
    assert burden([shared_item()], []).by_role() == ()


def test_weeks_add_up_to_the_month() -> None:
    """July 2018 has 22 working days in five weeks: 4 of 5 days and one of 2."""
    # the month begins on a Sunday, so its first week of work is that of 2 July
    found = find_burden(
        [due_item(80)],
        [officer()],
        period=Period.parse("2018-07"),
        calendar=CN_CALENDAR,
        by="week",
    )
    worked = {one.month: (one.minutes, one.available) for one in found.officers}
    assert {week: hours for week, (_, hours) in worked.items() if hours} == {
        "2018-W27": 2400,
        "2018-W28": 2400,
        "2018-W29": 2400,
        "2018-W30": 2400,
        "2018-W31": 960,
    }
    assert sum(minutes for minutes, _ in worked.values()) == 1600


def test_a_weeks_burden_says_so_in_json() -> None:
    """A reader must not take a week for a month."""
    found = find_burden(
        [due_item(80)],
        [officer()],
        period=Period.parse("2018-W28"),
        calendar=CN_CALENDAR,
        by="week",
    )
    assert [one.to_json().get("week") for one in found.officers] == ["2018-W28"]
