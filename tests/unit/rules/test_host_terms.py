"""What the host fills in where a source leaves it open."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from fengqiao.rules import Spoken
from fengqiao.timing import Span

if TYPE_CHECKING:
    from tests.unit.conftest import Build

KEY = "visits.households"
DAY = date(2018, 7, 20)
JUNE = Span(date(2018, 6, 1), date(2018, 6, 30))


def test_own_section_fills_before_the_parents(build: Build) -> None:
    """A term may stand in the section of any pack that was asked; the place's comes first."""
    rules = build.rules(
        build.pack(build.norm(build.norm_phase(limit="open")), parent="land"),
        build.pack(name="land", areas=()),
        terms={f"{KEY}.at_least": 70},
    )
    rules.terms["land", f"{KEY}.at_least"] = build.exact(60)
    rules.terms["land", f"{KEY}.about"] = build.exact(5)
    spoken = rules.chains[0].spoken_on(KEY, DAY)
    found = [rules.term(spoken, name) for name in ("at_least", "about", "direction")]
    assert [(pack, value.num) for pack, value in filter(None, found)] == [("town", 70), ("land", 5)]


def test_single_word_comes_as_text(build: Build) -> None:
    """A direction given as a list of one is that one."""
    rules = build.rules(
        build.pack(build.norm(build.norm_phase("bare", 80))),
        terms={f"{KEY}.direction": ("at_least",)},
    )
    assert rules.term(rules.chains[0].spoken_on(KEY, DAY), "direction") == ("town", "at_least")


@pytest.mark.parametrize(
    ("during", "terms", "season"),
    [
        ("busy_season", {("town", "during.busy_season"): "2018-06"}, ("town", JUNE)),
        # several periods, in order of days
        (
            "busy_season",
            {("land", "during.busy_season"): ("2018-09", "2018-06")},
            ("land", JUNE, Span(date(2018, 9, 1), date(2018, 9, 30))),
        ),
        # the place's section comes before its parent's
        (
            "busy_season",
            {("land", "during.busy_season"): "2018", ("town", "during.busy_season"): "2018-06"},
            ("town", JUNE),
        ),
        ("busy_season", {("town", "during.flood_season"): "2018-06"}, None),
        ("busy_season", {}, None),
        (None, {("town", "during.busy_season"): "2018-06"}, None),
    ],
)
def test_the_host_says_which_days_a_season_is(
    build: Build,
    during: str | None,
    terms: dict[tuple[str, str], str | tuple[str, ...]],
    season: tuple[object, ...] | None,
) -> None:
    """The pack whose section says so, and the spans; nothing where no season is meant or said."""
    rules = evolve(build.rules(build.pack()), terms=terms)
    duty = build.duty(build.duty_phase(during=during))
    found = rules.season(Spoken(duty, duty.phases[0], ("town", "land")))
    assert (found and (found[0], *found[1])) == season


def test_only_duties_are_owed_in_a_season(build: Build) -> None:
    """A norm has none."""
    rules = evolve(build.rules(build.pack()), terms={("town", "during.None"): "2018"})
    norm = build.norm()
    assert rules.season(Spoken(norm, norm.phases[0], ("town",))) is None
