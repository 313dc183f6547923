from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from fengqiao.measures.recorded import Recorded
from fengqiao.timing import Span

if TYPE_CHECKING:
    from tests.unit.conftest import Build

MEETING = "meeting.community"


def day(number: int) -> date:
    """A day of July 2018."""
    return date(2018, 7, number)


def found(build: Build, key: str, span: Span) -> list[str]:
    """Ids of the meetings of a key on these days, from two tables."""
    rows = [
        build.table("session", build.session(1, day(3)), build.session(2, day(5))),
        build.table("session", build.session(3, day(4)), build.session(4, day(9), key="other")),
    ]
    recorded = Recorded({"session": rows}, build.town())
    return [table["id"][row] for table, row in recorded.of("session", key, span)]


def test_both_ends_of_the_days_count(build: Build) -> None:
    """In order of days, whatever table they stand in."""
    assert found(build, MEETING, Span(day(3), day(5))) == ["E1", "E3", "E2"]
    assert found(build, MEETING, Span(day(4), day(4))) == ["E3"]


def test_other_keys_stay_apart(build: Build) -> None:
    """And a key that nobody recorded has none."""
    july = Span(day(1), day(31))
    assert found(build, "other", july) == ["E4"]
    assert found(build, "meeting.post", july) == []


def test_a_kind_without_rows_has_none(build: Build) -> None:
    """Nothing was read of it."""
    recorded = Recorded({}, build.town())
    assert list(recorded.of("duty", "duty.report", Span(day(1), day(31)))) == []


def test_roles_are_those_of_the_day(build: Build) -> None:
    """A post counts from its first to its last day."""
    post = build.post("W9", "officer", since=day(5), until=day(6))
    recorded = Recorded({}, build.town(assignment=[post]))
    assert [recorded.roles("W9", day(number).toordinal()) for number in (4, 5, 6, 7)] == [
        frozenset(),
        {"officer"},
        {"officer"},
        frozenset(),
    ]


def test_who_holds_no_post_has_no_roles(build: Build) -> None:
    """Somebody whom no register knows."""
    assert Recorded({}, build.town()).roles("X1", day(3).toordinal()) == frozenset()


def test_meetings_of_one_day_stay_in_the_order_of_their_tables(build: Build) -> None:
    """Whatever table they stand in."""
    rows = [build.table("session", build.session(number, day(3))) for number in (2, 1, 3)]
    recorded = Recorded({"session": rows}, build.town())
    placed = recorded.of("session", MEETING, Span(day(3), day(3)))
    assert [table["id"][row] for table, row in placed] == ["E2", "E1", "E3"]
