from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from fengqiao.judging import Settled, settle
from fengqiao.judging.limits import UsedTerm, every_term, in_minutes
from fengqiao.rules import OPEN

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


# -- what was used, in order ---------------------------------------------------------------------


def used(name: str, value: str) -> UsedTerm:
    """A term of the norm that the host gave for the town."""
    return UsedTerm(name=f"{KEY}.{name}", value=value, given_for="town")


def test_every_term_that_was_used_is_named(build: Build) -> None:
    """A bare figure that is left open: first the figure, then what it means."""
    found = settled(build, "bare", "open", bare=16, direction="at_most")
    assert found == Settled(
        comparison=build.comparison("at_most", 16),
        terms=(used("bare", "16"), used("direction", "at_most")),
    )


def test_an_approximate_figure_of_the_hosts_has_no_tolerance(build: Build) -> None:
    """The name that a tolerance would have is the figure's; ten is not 0 to 20."""
    found = settled(build, "about", "open", about=10)
    assert found == Settled(comparison=build.comparison("about", 10), terms=(used("about", "10"),))


def test_a_tolerance_that_was_used_is_named(build: Build) -> None:
    """Ten as the source has it, give or take three as the host says."""
    found = settled(build, "about", 10, about=3)
    assert found == Settled(
        comparison=build.comparison("about", 10),
        tolerance=build.exact(3),
        terms=(used("about", "3"),),
    )


@pytest.mark.parametrize("terms", [{}, {"direction": "sideways"}])
def test_a_figure_without_direction_is_not_configured(build: Build, terms: dict[str, str]) -> None:
    """Nor is one with a word that is none; the term that was used all the same is named."""
    found = settled(build, "bare", "open", bare=16, **terms)
    assert found == Settled(comparison=None, reason="not_configured", terms=(used("bare", "16"),))


@pytest.mark.parametrize(
    ("given", "words", "shown"),
    [
        ("grid_worker", ("grid_worker",), "grid_worker"),
        (("grid_worker", "lawyer"), ("grid_worker", "lawyer"), "grid_worker, lawyer"),
    ],
)
def test_open_words_are_shown_in_the_hosts_order(
    build: Build, given: object, words: tuple[str, ...], shown: str
) -> None:
    """One word is no list of letters."""
    found = settled(build, "all_of", "open", "invite", invite=given)
    assert found == Settled(
        comparison=type(build.comparison("all_of", "open"))("all_of", frozenset(words), words),
        terms=(used("invite", shown),),
    )


def test_a_days_length_is_used_for_days_only(build: Build) -> None:
    """Hours need no word of the host's, and a figure without a tolerance has none in minutes."""
    rules, spoken = asked(build, day="8 hours")
    limit = build.comparison("between", ("1 hour", "3/2 hours"))
    found = in_minutes(rules, spoken, Settled(comparison=limit, terms=(used("lasts", "x"),)))
    assert found.comparison is not None
    assert [end.pair for end in found.comparison.limit] == [(60, 1), (180, 2)]
    assert found == Settled(comparison=found.comparison, terms=(used("lasts", "x"),))


def test_a_range_of_days_with_a_tolerance(build: Build) -> None:
    """Half a day of 15/2 hours: 450 minutes a day, over 2; the tolerance stays the last."""
    rules, spoken = asked(build, day="15/2 hours")
    about = Settled(
        comparison=build.comparison("about", "1/2 day"), tolerance=build.exact("10 minutes")
    )
    found = in_minutes(rules, spoken, about)
    assert found.comparison is not None
    assert found.tolerance is not None
    assert (found.comparison.limit.pair, found.tolerance.pair, found.terms) == (
        (900, 4),
        (10, 1),
        (used("day", "15/2 hours"),),
    )


def test_what_can_not_be_told_in_minutes_keeps_its_terms(build: Build) -> None:
    """So that a receipt still names what the host filled in."""
    rules, spoken = asked(build)
    open_one = Settled(
        comparison=build.comparison("at_least", "1/2 day"), terms=(used("lasts", "1/2 day"),)
    )
    assert in_minutes(rules, spoken, open_one) == Settled(
        comparison=None, reason="not_configured", terms=(used("lasts", "1/2 day"),)
    )
    nothing = Settled(comparison=None, reason="not_configured")
    assert in_minutes(rules, spoken, nothing) is nothing


@pytest.mark.parametrize(
    ("terms", "every", "expected"),
    [
        ({"every": "month"}, OPEN, (used("every", "month"),)),
        ({}, OPEN, ()),
        ({"every": "month"}, "week", ()),
    ],
)
def test_how_often_is_the_hosts_where_it_is_left_open(
    build: Build, terms: dict[str, str], every: object, expected: tuple[UsedTerm, ...]
) -> None:
    """A rhythm that the source states needs no term."""
    rules, spoken = asked(build, **terms)
    assert every_term(rules, spoken, build.duty_phase(every=every)) == expected
