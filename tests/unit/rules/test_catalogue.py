"""A catalogue that plugins and packs add to."""

from __future__ import annotations

import pytest
from attrs import evolve

from fengqiao.errors import PluginError, UnknownKey
from fengqiao.rules import Key, Words, core_catalogue
from fengqiao.rules.catalogue import close_names, known_unit, measure_key, time_key

CORE = core_catalogue()
NAMES = Words(zh="树", en="trees")
TREES = Key(name="trees.planted", kind="norm", names=NAMES, unit="trees", each=("village",))
EACH = ("village", "town")


def test_unknown_key_names_close_ones() -> None:
    """Whoever misspells a key sees what may have been meant."""
    with pytest.raises(UnknownKey) as unknown:
        CORE.key("visits.household")
    assert (unknown.value.code, unknown.value.facts["close"][0]) == (
        "rule.unknown_key",
        "visits.households",
    )


def test_at_most_three_close_names() -> None:
    """The closest first, of four that would do; what is far off is not named."""
    known = ["visits", "visit", "visiting", "visited", "grid.count"]
    assert close_names("visits", known) == ("visits", "visit", "visited")


def test_nothing_close_is_no_name() -> None:
    """A word that resembles none of them."""
    assert close_names("xyz", ["visits", "meeting"]) == ()


def test_a_plugin_adds_keys() -> None:
    """Its keys stand beside those there are."""
    merged = CORE.with_keys([TREES], brought_by="forestry")
    assert merged.key("trees.planted") is TREES
    assert merged.keys == {**CORE.keys, "trees.planted": TREES}


def test_a_plugin_takes_no_key_away() -> None:
    """A key means one thing: a plugin with the same one is refused, and named."""
    with pytest.raises(PluginError) as refused:
        CORE.with_keys([evolve(TREES, name="grid.count")], brought_by="forestry")
    assert (refused.value.code, dict(refused.value.facts)) == (
        "plugin.duplicate_key",
        {"plugin": "forestry", "key": "grid.count"},
    )


def test_a_new_measure_may_be_reported_and_declared() -> None:
    """A pack's measure is a key, a total that the host reports, and something to declare."""
    merged = CORE.with_measure(TREES)
    assert merged.key("trees.planted") is TREES
    changed = {
        name: set(merged.words(name)) - (CORE.words(name) if name in CORE.vocabularies else set())
        for name in merged.vocabularies
    }
    assert {name: words for name, words in changed.items() if words} == {
        "total": {"trees.planted"},
        "recording": {"trees.planted"},
    }
    assert merged.vocabularies["total"].words["trees.planted"] == NAMES


def test_two_packs_measure_one_thing_for_the_kinds_of_both() -> None:
    """The first says what it is; the second adds kinds of subject, each once."""
    other = evolve(TREES, each=("village", "station"), names=Words(zh="另", en="other"))
    merged = CORE.with_measure(TREES).with_measure(other)
    assert merged.key("trees.planted") == evolve(TREES, each=("village", "station"))


def test_words_are_added_to_a_closed_list() -> None:
    """What is there already keeps its name."""
    words = {"sms": Words(en="other"), "post": Words(zh="信件", en="letter")}
    before = CORE.vocabularies["callback_channel"]
    after = CORE.with_words("callback_channel", words).vocabularies["callback_channel"]
    assert after == evolve(before, words={**before.words, "post": words["post"]})


def test_words_may_begin_a_list() -> None:
    """A pack's label makes a list of its own, which has a name and no title."""
    made = CORE.with_words("tree_kind", {"elm": NAMES}).vocabularies["tree_kind"]
    assert (made.name, made.names, made.words) == ("tree_kind", Words(), {"elm": NAMES})


def test_a_time_of_a_pack_is_judged_as_the_cores_are() -> None:
    """The slowest over the period asked for, in the unit that the pack names."""
    found = measure_key(
        "trees.time", names=NAMES, kind="time", unit="day", each=EACH, reports="stock"
    )
    assert found == Key(
        name="trees.time",
        kind="norm",
        names=NAMES,
        unit="time",
        each=EACH,
        judged="asked",
        stricter="down",
        reports="stock",
        reported_in="day",
    )


def test_a_time_is_a_flow_unless_it_says_otherwise() -> None:
    """Reports of slow days stand beside one another; the longest counts."""
    assert time_key("trees.time", NAMES, EACH).reports == "flow"


@pytest.mark.parametrize(
    ("kind", "unit", "reports", "facts"),
    [
        # a share is of the period asked for; its unit is a share, whatever the pack calls it
        ("share", "trees", None, {"unit": "share", "value": "share", "judged": "asked"}),
        # a rating is a mean of points, or of what the pack names
        (
            "rating",
            None,
            None,
            {"unit": "points", "value": "share", "judged": "asked", "is_rating": True},
        ),
        (
            "rating",
            "stars",
            None,
            {"unit": "stars", "value": "share", "judged": "asked", "is_rating": True},
        ),
        # counts happen, period by period; amounts that stand are as last reported
        ("count", "trees", None, {"unit": "trees"}),
        ("amount", None, None, {"unit": "amount"}),
        ("amount", "yuan", "stock", {"unit": "yuan", "judged": "asked", "reports": "stock"}),
        # a flag says how things stand
        ("flag", None, None, {"unit": "flag", "judged": "asked", "reports": "stock"}),
        ("flag", None, "flow", {"unit": "flag"}),
    ],
)
def test_a_measure_of_a_pack_is_a_key(
    kind: str, unit: str | None, reports: str | None, facts: dict[str, object]
) -> None:
    """What a measure of each sort says as a key; what a row doesn't name is as in any key."""
    found = measure_key(
        "trees.alive",
        names=NAMES,
        kind=kind,
        unit=unit,
        each=EACH,
        reports=reports,  # type: ignore[arg-type]  # a parameter
    )
    assert found == Key(name="trees.alive", kind="norm", names=NAMES, each=EACH, **facts)  # type: ignore[arg-type]  # fields of a key


def test_only_units_of_time_are_known() -> None:
    """Others are what the pack counts."""
    assert (known_unit("working_day"), known_unit("yuan"), known_unit(None)) == (
        "working_day",
        None,
        None,
    )
