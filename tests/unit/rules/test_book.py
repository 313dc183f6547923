"""Who speaks for a place on a day, and what else a book of rules is asked."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from tests.unit.conftest import CITES, ORIGIN

from fengqiao.errors import PackError, RuleNotInForce
from fengqiao.rules import Chain, Role, Spoken, unverified_days
from fengqiao.timing import Span

if TYPE_CHECKING:
    from tests.unit.conftest import Build

KEY = "visits.households"
DAY = date(2018, 7, 20)
YEAR = Span(date(2018, 1, 1), date(2018, 12, 31))


def chain(build: Build, *norms: object) -> Chain:
    """A chain of packs, each with one norm (or none), the place first."""
    names = ["town", "city", "land"][: len(norms)]
    packs = []
    for index, (name, phases) in enumerate(zip(names, norms, strict=True)):
        entries = [build.norm(*phases, pack=name)] if phases else []
        parent = names[index + 1] if index + 1 < len(names) else None
        areas = ("9901",) if index == 0 else ()
        packs.append(build.pack(*entries, name=name, parent=parent, areas=areas))
    return build.rules(*packs).chains[0]


def said(spoken: Spoken | None) -> tuple[str, object, tuple[str, ...]] | None:
    """Who spoke, what, and who was asked."""
    if spoken is None:
        return None
    return spoken.entry.pack, spoken.phase.comparison.plain(), spoken.asked


def test_place_speaks_first(build: Build) -> None:
    """Its value replaces the parent's; the parent is not asked."""
    found = chain(build, [build.norm_phase(limit=80)], [build.norm_phase(limit=50)])
    assert said(found.spoken_on(KEY, DAY)) == ("town", 80, ("town",))


def test_silent_packs_are_asked_in_order(build: Build) -> None:
    """A pack without the entry was asked all the same."""
    found = chain(build, [], [], [build.norm_phase(limit=50)])
    assert said(found.spoken_on(KEY, DAY)) == ("land", 50, ("town", "city", "land"))


@pytest.mark.parametrize(
    ("place", "parent", "speaks"),
    [
        ({"limit": "open"}, {"limit": 50}, "city"),
        ({"force": "practice"}, {"limit": 50}, "city"),
        ({"limit": "open"}, {"limit": "open"}, "town"),
        ({"limit": "open"}, {"force": "practice"}, "town"),
        ({"force": "practice"}, {"limit": "open"}, "city"),
        ({"force": "practice"}, {"force": "practice"}, "town"),
        ({"force": "aim"}, {"force": "must"}, "town"),
    ],
)
def test_value_before_open_before_practice(
    build: Build, place: dict[str, Any], parent: dict[str, Any], speaks: str
) -> None:
    """What is open is filled by the parent, and practice never replaces the parent's entry."""
    found = chain(build, [build.norm_phase(**place)], [build.norm_phase(**parent)])
    spoken = found.spoken_on(KEY, DAY)
    assert spoken is not None
    assert spoken.entry.pack == speaks


def test_all_are_asked_when_nobody_has_a_value(build: Build) -> None:
    """The receipt of an open entry names the parents that could not fill it."""
    found = chain(build, [build.norm_phase(limit="open")], [], [])
    spoken = found.spoken_on(KEY, DAY)
    assert spoken is not None
    assert (spoken.entry.pack, spoken.asked) == ("town", ("town", "city", "land"))


def test_ended_value_gives_way_to_the_parent(build: Build) -> None:
    """From the day after its last one, the parent's current value speaks."""
    place = build.norm_phase(limit=80, effective_until=date(2018, 7, 20))
    found = chain(build, [place], [build.norm_phase(limit=50)])
    days = (date(2018, 7, 20), date(2018, 7, 21))
    assert [said(found.spoken_on(KEY, day))[0] for day in days] == ["town", "city"]


def test_ended_phase_never_revives_an_older_one(build: Build) -> None:
    """After the second phase nothing is in force."""
    phases = [
        build.norm_phase(limit=80, effective_until=date(2018, 7, 31)),
        build.norm_phase(
            limit=100, effective_from=date(2018, 8, 1), effective_until=date(2018, 8, 31)
        ),
    ]
    found = chain(build, phases)
    days = (date(2018, 7, 31), date(2018, 8, 31), date(2018, 9, 1))
    assert [said(found.spoken_on(KEY, day)) for day in days] == [
        ("town", 80, ("town",)),
        ("town", 100, ("town",)),
        None,
    ]


def test_span_falls_into_pieces_where_the_value_changes(build: Build) -> None:
    """Each piece has one value; days without one make a piece too."""
    phases = [
        build.norm_phase(
            limit=80, effective_from=date(2018, 3, 1), effective_until=date(2018, 6, 30)
        ),
        build.norm_phase(limit=100, effective_from=date(2018, 7, 1)),
    ]
    pieces = chain(build, phases).spoken_over(KEY, YEAR)
    assert [(span.first.month, span.last.month, said(spoken)) for span, spoken in pieces] == [
        (1, 2, None),
        (3, 6, ("town", 80, ("town",))),
        (7, 12, ("town", 100, ("town",))),
    ]


def test_parents_changes_make_no_pieces_where_the_place_speaks(build: Build) -> None:
    """The place has one value all year, whatever its parent does."""
    parent = [
        build.norm_phase(limit=50, effective_until=date(2018, 6, 30)),
        build.norm_phase(limit=60, effective_from=date(2018, 7, 1)),
    ]
    found = chain(build, [build.norm_phase(limit=80)], parent)
    assert found.spoken_over(KEY, YEAR) == ((YEAR, found.spoken_on(KEY, DAY)),)


def test_unknown_entry_is_nothing_in_force(build: Build) -> None:
    """`spoken_on` says None, `require` raises and names who was asked."""
    found = chain(build, [build.norm_phase()], [])
    assert found.spoken_on("other.key", DAY) is None
    assert found.spoken_over("other.key", YEAR) == ((YEAR, None),)
    with pytest.raises(RuleNotInForce) as missing:
        found.require("other.key", DAY)
    assert (missing.value.code, dict(missing.value.facts)) == (
        "rule.not_in_force",
        {"entry": "other.key", "day": DAY, "asked": ("town", "city")},
    )


def test_what_is_in_force_is_required(build: Build) -> None:
    """Before its first day nothing is, on it the place speaks."""
    found = chain(build, [build.norm_phase(effective_from=DAY)])
    assert found.require(KEY, DAY) == found.spoken_on(KEY, DAY)
    with pytest.raises(RuleNotInForce):
        found.require(KEY, date(2018, 7, 19))


@pytest.mark.parametrize(
    ("day", "speaks"),
    [
        (date(2018, 6, 30), None),
        (date(2018, 7, 1), "town"),
        (date(2018, 7, 31), "town"),
        (date(2018, 8, 1), None),
    ],
)
def test_what_has_no_phases_has_a_first_and_a_last_day(
    build: Build, day: date, speaks: str | None
) -> None:
    """A role that holds in July."""
    role = Role(
        pack="town", id="grid_worker", key="grid_worker", cites=CITES, origin=ORIGIN, each="grid",
        effective_from=date(2018, 7, 1), effective_until=date(2018, 7, 31), force="must",
    )  # fmt: skip
    spoken = build.rules(build.pack(role)).chains[0].spoken_on("grid_worker", day)
    assert (spoken and spoken.entry.pack) == speaks


def test_longest_prefix_speaks_for_an_area(build: Build) -> None:
    """A district's own pack comes before its city's; elsewhere nobody speaks."""
    rules = build.rules(
        build.pack(name="city", areas=("9901",)), build.pack(name="district", areas=("990101",))
    )
    spoken = [rules.chain_at(code) for code in ("990101001001", "990102001", "150302")]
    assert [one.place.id if one else None for one in spoken] == ["district", "city", None]


def test_pack_without_areas_has_no_chain_of_its_own(build: Build) -> None:
    """National law speaks only as a parent."""
    rules = build.rules(build.pack(name="town", parent="land"), build.pack(name="land", areas=()))
    assert [[pack.id for pack in one.packs] for one in rules.chains] == [["town", "land"]]


@pytest.mark.parametrize(
    ("parents", "code", "pack", "parent"),
    [
        ({"town": "nowhere"}, "pack.parent_missing", "town", "nowhere"),
        ({"town": "land", "land": "nowhere"}, "pack.parent_missing", "land", "nowhere"),
        ({"town": "city", "city": "town"}, "pack.parent_cycle", "city", "town"),
        (
            {"town": "city", "city": "land", "land": "city"},
            "pack.parent_cycle",
            "land",
            "city",
        ),
    ],
)
def test_broken_line_of_parents_is_refused(
    build: Build, parents: dict[str, str], code: str, pack: str, parent: str
) -> None:
    """A missing parent, and a pack that is its own grandparent; who names it is said."""
    packs = [
        build.pack(name=name, parent=above, areas=("9901",) if name == "town" else ())
        for name, above in parents.items()
    ]
    with pytest.raises(PackError) as refused:
        build.rules(*packs)
    assert (refused.value.code, dict(refused.value.facts)) == (
        code,
        {"pack": pack, "parent": parent},
    )


@pytest.mark.parametrize(
    ("entry", "phase", "confirmed"),
    [(True, None, True), (False, None, False), (True, False, False), (False, True, True)],
)
def test_phase_says_whether_its_value_is_confirmed(
    build: Build, *, entry: bool, phase: bool | None, confirmed: bool
) -> None:
    """Else it is as the entry says."""
    norm = build.norm(build.norm_phase(verified=phase), verified=entry)
    spoken = Spoken(norm, norm.phases[0], ("town",))
    assert spoken.verified is confirmed


def test_days_that_are_not_confirmed_are_named(build: Build) -> None:
    """Those of the phases in question, and no other."""
    until, since = date(2025, 12, 31), date(2026, 1, 1)
    norm = build.norm(
        build.norm_phase(effective_until=until),
        build.norm_phase(effective_from=since, verified=False),
    )
    assert unverified_days(norm) == ((since, None),)


def test_what_is_confirmed_names_no_days(build: Build) -> None:
    """Most entries."""
    assert unverified_days(build.norm()) == ()
