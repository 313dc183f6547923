from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from fengqiao.judging import check
from fengqiao.planning import DueItem
from fengqiao.timing import CN_CALENDAR, Span

if TYPE_CHECKING:
    from tests.unit.conftest import Build

MEETING = "meeting.community"
JULY = Span(date(2018, 7, 1), date(2018, 7, 31))


def july(first: int, last: int) -> Span:
    """Days of July 2018."""
    return Span(date(2018, 7, first), date(2018, 7, last))


def item_of(
    build: Build,
    within: object,
    term: str | None = None,
    *,
    on: date = date(2018, 6, 30),
    period: str = "2018-07",
    every: str = "month",
) -> DueItem:
    """The meeting of the one community, with this window."""
    side = within in ("start", "end", "open")
    limit = "open" if side else within
    stated = build.requirement("window", "within", "at_most", limit)
    phase = build.duty_phase(stated, within=within if side else build.exact(within), every=every)
    rules = build.rules(
        build.pack(build.duty(phase)), terms={f"{MEETING}.within": term} if term else {}
    )
    registers = build.town(recording=build.declared(MEETING))
    (item,) = build.due(rules, registers, period, on)
    return item


@pytest.mark.parametrize(
    ("within", "term", "window"),
    [
        ("start", "5 days", july(1, 5)),
        ("start", "1 week", july(1, 7)),
        # Sunday 1 July, worked 2 to 6; Saturday 7 and Sunday 8 come before the sixth working day
        ("start", "5 working_days", july(1, 8)),
        ("start", "40 days", JULY),
        ("start", "30 working_days", JULY),
        ("end", "5 days", july(27, 31)),
        # worked are 30 and 31 July; the weekend before comes after the third last working day
        ("end", "2 working_days", july(28, 31)),
        ("10 days", None, july(1, 10)),
    ],
)
def test_window_of_a_month(build: Build, within: str, term: str | None, window: Span) -> None:
    """So many days from the side that the source names."""
    item = item_of(build, within, term)
    assert (item.window, item.window_reason) == (window, None)


@pytest.mark.parametrize("within", ["start", "end", "open"])
def test_a_window_that_nobody_filled_is_the_whole_period(build: Build, within: str) -> None:
    """It is still due, and the item says that its window is not known."""
    item = item_of(build, within)
    assert (item.window, item.window_reason, item.open, item.reason) == (
        JULY,
        "not_configured",
        1,
        None,
    )


def test_a_window_in_working_days_that_are_not_published(build: Build) -> None:
    """The whole of July 2040 stands, and why."""
    item = item_of(build, "start", "3 working_days", period="2040-07")
    assert (item.window.days, item.window_reason) == (31, "calendar_unpublished")


def test_half_a_week_past(build: Build) -> None:
    """On Wednesday 11 July three days are left of the week, four with Sunday."""
    item = item_of(build, "7 days", on=date(2018, 7, 11), period="2018-W28", every="week")
    assert item.window == july(12, 15)


def test_a_window_that_is_over_says_when_it_was(build: Build) -> None:
    """On the 20th nobody can meet on the first five days any more."""
    assert item_of(build, "start", "5 days", on=date(2018, 7, 20)).window == july(1, 5)


@pytest.mark.parametrize("within", ["start", "end"])
@pytest.mark.parametrize("term", ["3 days", "1 week", "4 working_days", "25 working_days"])
def test_the_window_is_where_the_finding_is_met(build: Build, within: str, term: str) -> None:
    """On each day of July: in the window exactly if a meeting on that day keeps it."""
    window = item_of(build, within, term).window
    stated = build.requirement("window", "within", "at_most", "open")
    rules = build.rules(
        build.pack(build.duty(build.duty_phase(stated, within=within))),
        terms={f"{MEETING}.within": term},
    )
    registers = build.town(recording=build.declared(MEETING))
    kept = []
    for day in JULY:
        tasks = build.tasks(rules, registers, build.request())
        values = build.answer(tasks, registers, session=[build.session(1, day)])
        findings = check(rules, values, on=JULY.last, calendar=CN_CALENDAR)
        if next(one.result for one in findings if one.requirement == "window") == "met":
            kept.append(day)
    assert list(window) == kept


def test_days_of_the_week_are_the_only_days_of_a_window(build: Build) -> None:
    """On a Tuesday of the month: the window reaches from the first to the last, and no other."""
    stated = build.requirement("on_day", "on", "any_of", frozenset({"tuesday"}))
    rules = build.rules(build.pack(build.duty(build.duty_phase(stated, every="month"))))
    registers = build.town(recording=build.declared(MEETING))
    (item,) = build.due(rules, registers, "2018-07", date(2018, 7, 4))
    assert (item.window, item.may_be_on(date(2018, 7, 17)), item.may_be_on(date(2018, 7, 18))) == (
        july(10, 31), True, False,
    )  # fmt: skip
