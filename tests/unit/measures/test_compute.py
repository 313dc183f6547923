from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from fengqiao import measures
from fengqiao.measures import Column, Indicator, Request, Values
from fengqiao.model.registry import Registers
from fengqiao.rules import Key, Rules, Words

if TYPE_CHECKING:
    from tests.unit.conftest import Build

JULY_10 = date(2018, 7, 10)


def values(
    build: Build, registers: Registers, rules: Rules, request: Request, **events: object
) -> Values:
    """Values of the only task."""
    (one,) = build.answer(build.tasks(rules, registers, request), registers, **events)
    return one


def test_distinct_households_are_counted(build: Build) -> None:
    """A household visited twice counts once for its officer."""
    registers = build.town(recording=build.declared("visit"))
    visits = [build.visit(n, date(2018, 7, day)) for n, day in ((1, 3), (2, 3), (1, 20))]
    rules = build.rules(build.pack(build.norm()))
    found = values(build, registers, rules, build.request(), visit=visits)
    assert (found.column, found.reasons) == (Column([2]), {})
    assert found.task.subjects.ids == ("W1",)


def test_events_after_the_day_read_are_not_counted(build: Build) -> None:
    """Facts are read as of a day."""
    registers = build.town(recording=build.declared("visit"))
    visits = [build.visit(1, JULY_10), build.visit(2, date(2018, 7, 11))]
    rules = build.rules(build.pack(build.norm()))
    found = values(build, registers, rules, build.request(on=JULY_10), visit=visits)
    assert found.column == Column([1])


def test_station_is_not_the_sum_of_its_officers(build: Build) -> None:
    """Two officers at one household are one household of the station."""
    registers = build.town(recording=build.declared("visit"), assignment=[build.post("W2")])
    visits = [build.visit(1, JULY_10), build.visit(1, JULY_10, staff="W2")]
    rules = build.rules(build.pack(build.norm(each=("station",))))
    found = values(build, registers, rules, build.request(), visit=visits)
    assert found.column == Column([1])


@pytest.mark.parametrize(
    ("declared", "reasons"),
    [
        ([], {0: "no_data"}),
        ([{"key": "inspection"}], {0: "no_data"}),
        ([{"key": "visit"}], {}),
        ([{"key": "visit", "area": "990102"}], {0: "no_data"}),
        ([{"key": "visit", "area": "990101"}], {}),
        ([{"key": "visit", "since": date(2018, 7, 2)}], {0: "no_data"}),
        ([{"key": "visit", "until": JULY_10}], {0: "no_data"}),
    ],
)
def test_absence_is_zero_only_where_recording_is_declared(
    build: Build, declared: list[dict[str, Any]], reasons: dict[int, str]
) -> None:
    """On every day of the period, for this kind, in this area."""
    rules = build.rules(build.pack(build.norm()))
    found = values(build, build.town(recording=declared), rules, build.request())
    assert found.reasons == reasons


def test_declaration_must_reach_the_day_read_only(build: Build) -> None:
    """Half way through the month its second half need not be declared yet."""
    registers = build.town(recording=[{"key": "visit", "until": JULY_10}])
    rules = build.rules(build.pack(build.norm()))
    found = values(build, registers, rules, build.request(on=JULY_10))
    assert found.reasons == {}


@pytest.mark.parametrize(("prorate", "reasons"), [(False, {1: "part_of_period"}), (True, {})])
def test_post_held_for_part_of_the_period(
    build: Build, reasons: dict[int, str], *, prorate: bool
) -> None:
    """It is a reason, unless the entry is prorated."""
    registers = build.town(
        recording=build.declared("visit"),
        assignment=[build.post("W2", since=date(2018, 7, 11))],
    )
    rules = build.rules(build.pack(build.norm(build.norm_phase(prorate=prorate))))
    assert values(build, registers, rules, build.request()).reasons == reasons


def test_registers_alone_need_no_declaration(build: Build) -> None:
    """A room is there or not; nothing has to be recorded."""
    norm = build.norm(key="facility.police_rooms", each=("community",), per=None)
    found = values(build, build.town(), build.rules(build.pack(norm)), build.request())
    assert (found.column, found.reasons) == (Column([1]), {})


def test_same_count_is_asked_once(build: Build) -> None:
    """Two norms on one indicator, level and period share a tally."""
    norms = [build.norm(id=name) for name in ("one", "two")]
    registers = build.town()
    tasks = build.tasks(build.rules(build.pack(*norms)), registers, build.request())
    assert (len(tasks), len(measures.wanted(tasks, registers))) == (2, 1)


def test_rows_of_duties_are_asked_over_all_their_periods(build: Build) -> None:
    """From the first day of week 26, in June, to the last of July."""
    weekly = build.duty(build.duty_phase(every="week"), id="weekly")
    rules = build.rules(build.pack(build.duty(build.duty_phase()), weekly))
    tasks = build.tasks(rules, build.town(), build.request())
    span = measures.wanted_rows(tasks)["session"]
    assert (span.first, span.last) == (date(2018, 6, 25), date(2018, 7, 31))


def broken(column: Callable[..., Any], brought_by: str | None = "some-plugin") -> Indicator:
    """An indicator that a plugin brought."""
    return Indicator(
        key=Key(name="some.count", kind="norm", names=Words()),
        numerator=Words(),
        exclusions=Words(),
        column=column,
        brought_by=brought_by,
    )


def fails(_ask: object, _answers: object) -> Column:
    """Raises."""
    message = "marker"
    raise RuntimeError(message)


@pytest.mark.parametrize(
    "column",
    [
        fails,
        lambda _ask, _answers: None,
        lambda _ask, _answers: Column([1, 2, 3]),
        lambda _ask, _answers: Column([1], [1, 2]),
    ],
)
def test_failing_indicator_of_a_plugin_takes_nothing_with_it(
    build: Build, column: Callable[..., Any]
) -> None:
    """It counts as not installed: one that raises, gives nothing, or columns of other lengths."""
    registers = build.town()
    tasks = build.tasks(build.rules(build.pack(build.norm())), registers, build.request())
    (task,) = (evolve(task, indicator=broken(column)) for task in tasks)
    (found,) = build.answer((task,), registers)
    assert (found.task.reason, found.column) == ("not_installed", None)


def test_failure_of_a_plugin_is_logged_without_its_words(
    build: Build, caplog: pytest.LogCaptureFixture
) -> None:
    """The log names indicator, distribution and class of the error, not its message."""
    registers = build.town()
    tasks = build.tasks(build.rules(build.pack(build.norm())), registers, build.request())
    with caplog.at_level(logging.WARNING, "fengqiao"):
        build.answer(tuple(evolve(task, indicator=broken(fails)) for task in tasks), registers)
    assert caplog.messages == ["indicator some.count of some-plugin failed: RuntimeError"]


def test_failing_indicator_of_the_core_is_a_bug(build: Build) -> None:
    """Our own errors are not hidden."""
    registers = build.town()
    tasks = build.tasks(build.rules(build.pack(build.norm())), registers, build.request())
    with pytest.raises(RuntimeError):
        build.answer(
            tuple(evolve(task, indicator=broken(fails, None)) for task in tasks), registers
        )


def test_plugin_that_fails_to_name_events_names_none(build: Build) -> None:
    """What it counts stays counted; the work that is due is listed without names."""
    registers = build.town()
    tasks = build.tasks(build.rules(build.pack(build.norm())), registers, build.request())
    named = evolve(
        broken(lambda _ask, _answers: Column([1])), events=measures.NamedEvents("session", fails)
    )
    (task,) = (evolve(task, indicator=named) for task in tasks)
    rows = {"session": [build.table("session", build.session(1, date(2018, 7, 3)))]}
    assert measures.name_events(task, rows, registers) == {}
