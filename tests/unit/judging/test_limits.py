from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from fengqiao.judging import Settled, settle
from fengqiao.judging.limits import in_minutes

if TYPE_CHECKING:
    from tests.unit.conftest import Build

KEY = "visits.households"


def asked(build: Build, **terms: object) -> tuple[Any, Any]:
    """Rules with the host's terms, and what is in force."""
    rules = build.rules(
        build.pack(build.norm()), terms={f"{KEY}.{name}": value for name, value in terms.items()}
    )
    return rules, rules.chains[0].spoken_on(KEY, date(2018, 7, 20))


def settled(
    build: Build, op: str, limit: object, field: str | None = None, **terms: object
) -> Settled:
    """A comparison with its open terms filled."""
    rules, spoken = asked(build, **terms)
    return settle(rules, spoken, build.comparison(op, limit), field)


def test_stated_limit_needs_nothing(build: Build) -> None:
    """It stays as the pack has it, and uses no term."""
    stated = build.comparison("at_least", 80)
    assert settled(build, "at_least", 80) == Settled(comparison=stated)


@pytest.mark.parametrize(
    ("op", "limit", "field"),
    [("at_least", "open", None), ("bare", 16, None), ("all_of", "open", "invite")],
)
def test_open_is_not_configured(build: Build, op: str, limit: object, field: str | None) -> None:
    """Limit, direction and words wait for the host."""
    assert settled(build, op, limit, field).reason == "not_configured"


@pytest.mark.parametrize("field", [None, "lasts"])
def test_open_limit_is_filled_by_field_or_comparison(build: Build, field: str | None) -> None:
    """A norm's term is named by its comparison, a duty's by its field."""
    found = settled(build, "at_least", "open", field, **{field or "at_least": 70})
    assert found.comparison == build.comparison("at_least", 70)
    assert [(term.name, term.value, term.given_for) for term in found.terms] == [
        (f"{KEY}.{field or 'at_least'}", "70", "town")
    ]


@pytest.mark.parametrize("direction", ["at_least", "at_most", "equal"])
def test_bare_figure_takes_the_hosts_direction(build: Build, direction: str) -> None:
    """One of three."""
    found = settled(build, "bare", 16, direction=direction)
    assert (found.comparison, found.terms[0].value) == (
        build.comparison(direction, 16),
        direction,
    )


def test_open_words_are_filled(build: Build) -> None:
    """One word or several."""
    found = settled(build, "all_of", "open", "invite", invite=("grid_worker", "resident_rep"))
    assert found.comparison.limit == frozenset({"grid_worker", "resident_rep"})


@pytest.mark.parametrize(("field", "term"), [(None, "about"), ("people", "people")])
def test_tolerance_of_about(build: Build, field: str | None, term: str) -> None:
    """A norm's stands under `about`, a duty's under its field; without it there is none."""
    with_term = settled(build, "about", 10, field, **{term: 3})
    assert (with_term.tolerance, settled(build, "about", 10, field).tolerance) == (
        build.exact(3),
        None,
    )


@pytest.mark.parametrize(
    ("op", "limit", "pairs"),
    [
        ("at_least", "2 hours", [(120, 1)]),
        ("at_least", "90 minutes", [(90, 1)]),
        ("at_most", "1/2 hour", [(60, 2)]),
        ("between", ("1 hour", "90 minutes"), [(60, 1), (90, 1)]),
    ],
)
def test_times_in_minutes(
    build: Build, op: str, limit: object, pairs: list[tuple[int, int]]
) -> None:
    """Hours and minutes have a fixed length; both ends of a range are turned."""
    rules, spoken = asked(build)
    found = in_minutes(rules, spoken, Settled(comparison=build.comparison(op, limit)))
    ends = found.comparison.limit if isinstance(limit, tuple) else (found.comparison.limit,)
    assert [end.pair for end in ends] == pairs


def test_tolerance_in_minutes(build: Build) -> None:
    """About two hours, give or take half an hour."""
    rules, spoken = asked(build)
    about = Settled(
        comparison=build.comparison("about", "2 hours"), tolerance=build.exact("1/2 hour")
    )
    found = in_minutes(rules, spoken, about)
    assert found.tolerance is not None
    assert found.tolerance.pair == (60, 2)


@pytest.mark.parametrize("length", ["8 hours", "480 minutes"])
def test_day_is_as_long_as_the_host_says(build: Build, length: str) -> None:
    """Half a day of eight hours is 240 minutes; the receipt names the term."""
    rules, spoken = asked(build, day=length)
    half = Settled(comparison=build.comparison("at_least", "1/2 day"))
    found = in_minutes(rules, spoken, half)
    num, den = found.comparison.limit.pair
    assert (num / den, [term.name for term in found.terms]) == (240, [f"{KEY}.day"])


@pytest.mark.parametrize("limit", ["1/2 day", "1 month", "1 working_day"])
def test_unit_without_length_is_not_configured(build: Build, limit: str) -> None:
    """A day has none until the host says so, a month never has."""
    rules, spoken = asked(build, **({"day": "8 hours"} if limit != "1/2 day" else {}))
    found = in_minutes(rules, spoken, Settled(comparison=build.comparison("at_least", limit)))
    assert found.reason == "not_configured"
