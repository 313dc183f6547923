"""What staff are called away for, attested exceptions, and changes of post."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from fengqiao.measures import Column, core_indicators
from fengqiao.measures.indicator import Ask
from fengqiao.measures.subjects import subjects_of
from fengqiao.timing import Span

from .conftest import ColumnOf

if TYPE_CHECKING:
    from tests.unit.conftest import Build

C1, C2, V1 = "990101001001", "990101001002", "990101001201"
JULY = Span(date(2018, 7, 1), date(2018, 7, 31))


def july(day: int) -> date:
    """A day of July 2018."""
    return date(2018, 7, day)


def tasking(build: Build, number: int, kind: str, *excepted: str) -> dict[str, Any]:
    """Called away in July for eight hours."""
    facts = {"id": f"TK{number}", "staff": "W1", "station": "ST1", "kind": kind}
    start = datetime(2018, 7, number, 9, tzinfo=build.zone)
    end = start.replace(hour=17)
    return {**facts, "excepted": excepted, "started_at": start, "ended_at": end}


def test_kinds_of_taskings_are_words(build: Build, column_of: ColumnOf) -> None:
    """Roster, casework and incidents elsewhere are barred in Gongxian, 二(二是)."""
    given = [tasking(build, 1, "station_roster"), tasking(build, 2, "casework")]
    column = column_of("assignments.kinds", "community_officer", build.town(), tasking=given)
    assert column.words == [frozenset({"station_roster", "casework"})]


@pytest.mark.parametrize(
    ("unless", "left"), [((), {"outside_event"}), (("higher_order",), {"outside_event"})]
)
def test_an_exception_that_no_entry_names_excepts_nothing(
    build: Build, column_of: ColumnOf, unless: tuple[str, ...], left: set[str]
) -> None:
    """Lanling, 三(二), bars security of events outside without exception."""
    given = [tasking(build, 1, "outside_event", "emergency")]
    column = column_of(
        "assignments.kinds", "community_officer", build.town(), unless=unless, tasking=given
    )
    assert column.words == [frozenset(left)]


def test_an_attested_exception_does_not_count(build: Build, column_of: ColumnOf) -> None:
    """What the entry excepts is no tasking of that kind; another of the same kind is."""
    given = [
        tasking(build, 1, "outside_event", "emergency"),
        tasking(build, 2, "casework"),
    ]
    column = column_of(
        "assignments.kinds", "community_officer", build.town(), unless=("emergency",), tasking=given
    )
    assert column.words == [frozenset({"casework"})]


def test_taskings_that_count_are_named(build: Build) -> None:
    """Ids of those from the 2nd to the 4th, without the one that is excepted."""
    registers = build.town()
    ask = Ask(
        subjects=subjects_of("community_officer", registers, JULY),
        span=Span(july(2), july(4)),
        registers=registers,
        unless=frozenset({"emergency"}),
    )
    excepted = {3: ("emergency",)}
    rows = [tasking(build, day, "casework", *excepted.get(day, ())) for day in range(1, 6)]
    events = core_indicators()["assignments.kinds"].events
    assert events is not None
    assert list(events.pick(ask, build.table("tasking", *rows))) == [("W1", "TK2"), ("W1", "TK4")]


def moved(build: Build, day: date, **changes: object) -> list[dict[str, Any]]:
    """A post in one community until the day before, then another."""
    before = date.fromordinal(day.toordinal() - 1)
    return [
        build.post("W1", area=C1, since=date(2018, 1, 1), until=before),
        {**build.post("W1", area=C2, since=day, until=None), **changes},
    ]


def changes_of(build: Build, column_of: ColumnOf, posts: list[dict[str, Any]], *unless: str) -> int:
    """How often somebody was moved in July."""
    registers = build.registers(
        area=[{"area": C1, "name": "C1"}, {"area": C2, "name": "C2"}],
        station=[{"station": "ST1", "name": "S1", "area": "990101001"}],
        assignment=posts,
    )
    key = "assignments.post_changes"
    column = column_of(key, "community_officer", registers, per="month", unless=unless)
    return column.nums[0]


@pytest.mark.parametrize(
    ("day", "moves"),
    [(date(2018, 7, 1), 1), (date(2018, 7, 31), 1), (date(2018, 6, 30), 0)],
)
def test_a_change_of_post_counts_on_its_day(
    build: Build, column_of: ColumnOf, day: date, moves: int
) -> None:
    """Lanling, 三(二), bars moving community officers at will."""
    assert changes_of(build, column_of, moved(build, day)) == moves


def test_a_post_at_the_same_place_is_no_change(build: Build, column_of: ColumnOf) -> None:
    """Full time from July on, where they were before."""
    posts = moved(build, date(2018, 7, 10), area=C1)
    assert changes_of(build, column_of, posts) == 0


def test_a_first_post_is_no_change(build: Build, column_of: ColumnOf) -> None:
    """Nobody was moved who was not there the day before."""
    posts = moved(build, date(2018, 7, 10))[1:]
    assert changes_of(build, column_of, posts) == 0


@pytest.mark.parametrize(("unless", "moves"), [((), 1), (("own_request",), 0)])
def test_an_attested_reason_is_not_at_will(
    build: Build, column_of: ColumnOf, unless: tuple[str, ...], moves: int
) -> None:
    """Where the entry excepts it, a change that they asked for does not count."""
    posts = moved(build, date(2018, 7, 10), reason="own_request")
    assert changes_of(build, column_of, posts, *unless) == moves


@pytest.mark.parametrize(
    ("spans", "moves"),
    [
        # Moved twice: from a week in C1 to C2, and back to C1 the week after.
        ([(C1, 1, 9), (C2, 10, 16), (C1, 17, None)], 2),
        # Posted there for one day, and then moved.
        ([(C1, 9, 9), (C2, 10, None)], 1),
        # Nobody was there the day before: the post had ended.
        ([(C1, 1, 8), (C2, 10, None)], 0),
        # The first post goes on; there is another beside it.
        ([(C1, 1, None), (C2, 10, None)], 1),
        # Two posts of one day are one move.
        ([(C1, 1, 9), (C2, 10, None), (V1, 10, None)], 1),
    ],
)
def test_every_day_of_a_move_counts_once(
    build: Build, column_of: ColumnOf, spans: list[tuple[str, int, int | None]], moves: int
) -> None:
    """Where a post is taken up that is elsewhere than all those held the day before."""
    posts = [
        build.post("W1", area=area, since=july(first), until=last and july(last))
        for area, first, last in spans
    ]
    assert changes_of(build, column_of, posts) == moves


@pytest.mark.parametrize(("unless", "left"), [("higher_order", set()), ("disaster", {"casework"})])
def test_one_of_several_exceptions_is_enough(
    build: Build, column_of: ColumnOf, unless: str, left: set[str]
) -> None:
    """A tasking that is attested to be two of them, of which the entry names one or none."""
    given = [tasking(build, 1, "casework", "emergency", "higher_order")]
    column = column_of(
        "assignments.kinds", "community_officer", build.town(), unless=(unless,), tasking=given
    )
    assert column.words == [frozenset(left)]


def test_taskings_must_be_declared() -> None:
    """No tasking on record is no proof that there was none."""
    assert core_indicators()["assignments.kinds"].recorded_as == "tasking"


def test_no_taskings_are_no_words(build: Build, column_of: ColumnOf) -> None:
    """Then a ban is kept."""
    column = column_of("assignments.kinds", "community_officer", build.town())
    assert column == Column(words=[frozenset()])
