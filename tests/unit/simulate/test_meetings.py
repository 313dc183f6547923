from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from fengqiao.simulate import Batch, Routine, Scenario, Town, build_town
from fengqiao.simulate.agreed import action_items, action_reports
from fengqiao.simulate.meetings import Held, meetings


def led_by(town: Town, held: tuple[Held, ...], key: str) -> set[str]:
    """Roles of those who led meetings of a key."""
    leaders = {meeting.row[5] for meeting in held if meeting.routine.key == key}
    return {post.role for post in town.posts if post.staff in leaders}


def test_station_leader_leads_the_meeting_of_a_station(town: Town) -> None:
    """A role of the routine's `who`."""
    assert led_by(town, meetings(town), "meeting.station") == {"station_leader"}


def test_police_post_is_led_by_its_own_leader(town: Town) -> None:
    """A deputy of the station might too, but the post has somebody."""
    assert led_by(town, meetings(town), "meeting.post") == {"post_leader"}


def test_meeting_of_a_police_post_names_it(facts: dict[str, Batch], town: Town) -> None:
    """So that it counts for the post."""
    columns = facts["session"].columns
    posts = {p for k, p in zip(columns["key"], columns["post"], strict=True) if k == "meeting.post"}
    assert posts <= {one.post for one in town.police_posts}


def test_quarterly_meeting_is_held_in_some_months_only(
    make_scenario: Callable[..., Scenario],
) -> None:
    """July is a third of its quarter: of two stations' meetings in 30 towns about 20 are in it."""
    routine = Routine(
        key="meeting.station",
        each=("station",),
        who=("station_leader",),
        every="quarter",
        is_meeting=True,
    )
    towns = (build_town(make_scenario(seed=seed, routines=(routine,))) for seed in range(30))
    assert 10 <= sum(len(meetings(town)) for town in towns) <= 34


def test_town_without_routines_holds_no_meeting(make_scenario: Callable[..., Scenario]) -> None:
    """Nothing happens that no routine asks for."""
    assert meetings(build_town(make_scenario(routines=()))) == ()


def test_items_are_due_after_they_were_agreed(town: Town) -> None:
    """Ten days at least are given."""
    rows = action_items(town.scenario, meetings(town))
    assert all(due > agreed for *_, agreed, due in rows)


def test_nothing_is_agreed_where_nothing_is_reported_back(town: Town) -> None:
    """Only the community's meeting reports back here."""
    held = meetings(town)
    keys = {meeting.id: meeting.routine.key for meeting in held}
    rows = action_items(town.scenario, held)
    assert {keys[row[1]] for row in rows} == {"meeting.community"}


def test_report_is_on_an_item_of_the_meeting_before(town: Town) -> None:
    """Each item is heard of once at most, at a later meeting of the same community."""
    held = meetings(town)
    agreed = {row[2]: row[1] for row in action_items(town.scenario, held)}
    by_id = {meeting.id: meeting for meeting in held}
    rows = list(action_reports(town.scenario, held))
    pairs = [(by_id[agreed[row[2]]], by_id[row[1]]) for row in rows]
    assert all(
        before.subject == after.subject and before.row[6] < after.row[6] for before, after in pairs
    )
    assert max(Counter(row[2] for row in rows).values(), default=1) == 1
