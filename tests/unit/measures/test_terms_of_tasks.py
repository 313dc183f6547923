"""Terms that tasks carry: the limit and its unit, periods that come round, what is in force."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from fengqiao.measures.tasks import whole_periods
from fengqiao.rules import OPEN, Norm, NormPhase
from fengqiao.timing import Span

if TYPE_CHECKING:
    from tests.unit.conftest import Build

WORDS = frozenset({"suggestion_box"})
TERM = "visits.households.at_most"


@pytest.mark.parametrize(
    ("stated", "told", "unit", "limit"),
    [
        ("2 hours", {}, "hour", "2 hours"),
        (80, {}, None, 80),
        (("2 hours", "3 hours"), {}, "hour", None),  # two ends are no one amount
        (WORDS, {}, None, None),
        ("open", {TERM: "3 days"}, "day", "3 days"),
        ("open", {TERM: 15}, None, 15),
        ("open", {}, None, None),
        ("open", {TERM: "many"}, None, None),
        ("open", {"visits.households.at_least": "3 days"}, None, None),
        ("open", {"visits.station.at_most": "3 days"}, None, None),
    ],
)
def test_limit_and_unit_are_the_sources_or_the_hosts(
    build: Build, stated: object, told: dict[str, object], unit: str | None, limit: object
) -> None:
    """The host fills in what is open, under the entry's id and comparison."""
    norm = build.norm(build.norm_phase("at_most", stated))
    rules = build.rules(build.pack(norm), terms=told)
    (task,) = build.tasks(rules, build.town(), build.request())
    assert (task.unit, task.limit) == (unit, None if limit is None else build.exact(limit))
    assert task.chain is rules.chains[0]


@pytest.mark.parametrize(
    ("every", "begins", "periods"),
    [
        # From Monday 2 July on; the third two weeks end in August.
        ("2 weeks", date(2018, 7, 2), ["2018-07-02..2018-07-15", "2018-07-16..2018-07-29"]),
        ("10 days", date(2018, 7, 8), ["2018-07-08..2018-07-17", "2018-07-18..2018-07-27"]),
        ("2 months", date(2018, 6, 1), ["2018-06-01..2018-07-31"]),
        ("2 months", date(2018, 7, 1), []),
    ],
)
def test_periods_that_come_round_end_in_the_request(
    build: Build, every: str, begins: date, periods: list[str]
) -> None:
    """Counted from the first day of the phase."""
    phase = build.duty_phase(every=build.exact(every), effective_from=begins)
    tasks = build.tasks(build.rules(build.pack(build.duty(phase))), build.town(), build.request())
    assert [str(task.period) for task in tasks] == periods


def test_years_are_whole_weeks_whatever_has_not_begun(build: Build) -> None:
    """2018 begins on a Monday; its last week ends on Sunday, 6 January 2019."""
    later = build.duty_phase(every=build.exact("2 weeks"), effective_from=date(2020, 1, 1))
    duties = build.duty(build.duty_phase()), build.duty(later, id="later")
    july = Span(date(2018, 7, 1), date(2018, 7, 31))
    found = whole_periods(build.rules(build.pack(*duties)), july)
    assert found == Span(date(2018, 1, 1), date(2019, 1, 6))


def standing(build: Build, *spans: tuple[date | None, date | None]) -> Norm:
    """A norm on services online, which is a stock: a value from each day to each other."""
    phases: list[NormPhase] = [
        build.norm_phase(
            limit=30 + number, effective_from=first or date(2018, 1, 1), effective_until=last
        )
        for number, (first, last) in enumerate(spans)
    ]
    return build.norm(*phases, key="service.online_share", each=("station",), per="month")


@pytest.mark.parametrize(
    ("spans", "reason"),
    [
        ([(date(2018, 7, 31), None)], None),  # not in force before, but on the last day
        ([(None, date(2018, 7, 10)), (date(2018, 7, 20), None)], None),
        ([(None, date(2018, 7, 30))], "part_of_period"),
        ([(None, date(2018, 7, 10)), (date(2018, 7, 11), date(2018, 7, 30))], "part_of_period"),
    ],
)
def test_a_stock_is_judged_where_a_value_holds_on_the_last_day(
    build: Build, spans: list[tuple[date | None, date | None]], reason: str | None
) -> None:
    """What held earlier does not matter."""
    rules = build.rules(build.pack(standing(build, *spans)))
    (task,) = build.tasks(rules, build.town(), build.request())
    assert task.reason == reason


def test_what_may_be_counted_is_looked_at_in_the_pack_alone(build: Build) -> None:
    """A ban on what a sheet counts is checked as the pack is read: nobody is judged by it."""
    phase = build.norm_phase("none_of", frozenset({"cases_solved"}))
    norm = build.norm(phase, key="score.parts", each=("station",), per=None)
    assert build.tasks(build.rules(build.pack(norm)), build.town(), build.request()) == ()


@pytest.mark.parametrize(
    ("days", "period", "reason"),
    [
        ("2018-05", "2018-04", "nothing_due"),
        ("2018-05", "2019-04", "not_configured"),  # of 2019 the host has said nothing yet
        (None, "2018-04", "not_configured"),
    ],
)
def test_outside_its_season_nothing_is_due(
    build: Build, days: str | None, period: str, reason: str
) -> None:
    """As far as the host has named days of that year."""
    rules = build.rules(
        build.pack(build.duty(build.duty_phase(during="busy_season"))),
        terms={"during.busy_season": days} if days else {},
    )
    (task,) = build.tasks(rules, build.town(), build.request(period))
    assert (task.reason, task.season) == (reason, None)


@pytest.mark.parametrize(("every", "told"), [("week", None), (OPEN, "week")])
def test_a_season_of_two_years_is_known_of_both(
    build: Build, every: object, told: str | None
) -> None:
    """The week of New Year lies in 2018 and 2019; days of 2018 alone leave 2019 untold."""
    given = {"during.busy_season": "2018-05"}
    rules = build.rules(
        build.pack(build.duty(build.duty_phase(every=every, during="busy_season"))),
        terms={**given, **({"meeting.community.every": told} if told else {})},
    )
    tasks = build.tasks(rules, build.town(), build.request("2018-W52"))
    later = build.tasks(rules, build.town(), build.request("2019-W01"))
    assert [task.reason for task in (*tasks, *later)] == ["nothing_due", "not_configured"]
