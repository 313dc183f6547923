"""What an entry is asked of and what it counts, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fengqiao.judging.narrowing import asked_only, counting, in_words, narrowed
from fengqiao.rules import Comparison, Words, core_catalogue

if TYPE_CHECKING:
    from tests.unit.conftest import Build

CORE = core_catalogue()


def words(op: str, *some: str) -> Comparison:
    """A filter by words, in the order of the pack."""
    return Comparison(op, frozenset(some), some)  # type: ignore[arg-type]  # one of the words


@pytest.mark.parametrize(
    ("name", "one", "en", "zh"),
    [
        ("kind", words("any_of", "school", "hotel"), "school, hotel", "学校、旅馆"),
        ("kind", words("any_of", "school"), "school", "学校"),
        (
            "kind",
            words("none_of", "school", "hotel"),
            "none of school, hotel",
            "均不得包括 学校、旅馆",
        ),
        # a word that no list has goes by the words of findings, or stands for itself
        ("kind", words("any_of", "urban", "attic"), "urban, attic", "城区、attic"),
        ("colour", words("any_of", "red"), "red", "red"),
        ("filed", words("any_of", "true"), "a file on it is kept", "已建台账"),
        ("filed", words("any_of", "false"), "not a file on it is kept", "非已建台账"),
        # the list of the same name
        (
            "duty_topic",
            words("any_of", "trades"),
            "leisure premises and special trades",
            "旅娱场所和特业",
        ),
    ],
)
def test_words_and_flags(name: str, one: Comparison, en: str, zh: str) -> None:
    """Words by their names, and how they are compared unless any of them will do."""
    lists = {"kind": "premises_kind"}
    found = [in_words([(name, one)], lists, CORE, lang) for lang in ("en", "zh")]
    assert found == [en, zh]


@pytest.mark.parametrize(
    ("name", "limit", "en", "zh"),
    [
        ("members", (3, 9), "members between 3 - 9", "人数 介于 3 - 9"),
        ("members", 9, "members at least 9", "人数 不少于 9"),
        # a class goes by the name of its key, and what has no name stands for itself
        ("station.class", 2, "station class at least 2", "派出所类别 不少于 2"),
        ("height", 2, "height at least 2", "height 不少于 2"),
    ],
)
def test_numbers(build: Build, name: str, limit: object, en: str, zh: str) -> None:
    """By the name of the field, with how they are compared."""
    one = build.comparison("between" if isinstance(limit, tuple) else "at_least", limit)
    assert [in_words([(name, one)], {}, CORE, lang) for lang in ("en", "zh")] == [en, zh]


def test_several_filters_are_joined(build: Build) -> None:
    """In the order of the pack, with the semicolon of either language."""
    filters = [("kind", words("any_of", "school")), ("members", build.comparison("at_most", 9))]
    found = [in_words(filters, {"kind": "premises_kind"}, CORE, lang) for lang in ("en", "zh")]
    assert found == ["school; members at most 9", "学校;人数 不多于 9"]


@pytest.mark.parametrize(
    ("kind", "en", "zh"),
    [
        ("police_room", "named after an officer", "以民警姓名命名"),
        ("facility", "named after a person in service", "以人员姓名命名"),
    ],
)
def test_a_field_goes_by_the_name_in_the_subjects_own_register(
    build: Build, kind: str, en: str, zh: str
) -> None:
    """Two registers have a field of this name, and each says it in its own words."""
    phase = build.norm_phase(where=(("named", words("any_of", "true")),))
    assert [asked_only(phase, kind, CORE, lang) for lang in ("en", "zh")] == [en, zh]


def test_subjects_may_be_named_one_by_one(build: Build) -> None:
    """A label of the pack says what they are called; without a filter nothing is said."""
    named = {"east": Words(en="East Station", zh="东所")}
    catalogue = CORE.with_words("names.station", named)
    phase = build.norm_phase(where=(("name", words("any_of", "east")),))
    found = [asked_only(phase, "station", catalogue, lang) for lang in ("en", "zh")]
    assert found == ["East Station", "东所"]
    nothing = [asked_only(one, "station", catalogue, "en") for one in (build.norm_phase(), None)]
    assert nothing == ["", ""]


def test_what_is_counted_is_narrowed(build: Build) -> None:
    """By the filters that narrow it; without any, and of an entry without phases, it stays."""
    of = (("kind", words("any_of", "school")), ("topic", words("any_of", "fire")))
    phase, key = build.norm_phase(of=of), CORE.keys["visits.premises"]
    some = frozenset({"topic"})
    assert [
        counting("visits", phase, key, CORE, "en", without=some),
        counting("走访", phase, key, CORE, "zh", without=some),
        counting("visits", phase, key, CORE, "en", without=frozenset({"kind", "topic"})),
        counting("", phase, key, CORE, "en", without=some),
        counting("visits", None, key, CORE, "en", without=some),
    ] == ["visits (only: school)", "走访(仅计:学校)", "visits", "", "visits"]


def test_a_receipt_holds_all_that_narrows(build: Build) -> None:
    """Filters, the denominator that was named, and the exceptions; a duty has neither of these."""
    some = (("kind", words("any_of", "school")),)
    plain = {"kind": {"op": "any_of", "value": ["school"]}}
    norm = build.norm_phase(where=some, basis="strength", unless=("flood",))
    nothing = {"where": {}, "of": {}, "basis": None, "unless": []}
    assert [narrowed(norm), narrowed(build.duty_phase(of=some)), narrowed(None)] == [
        {"where": plain, "of": {}, "basis": "strength", "unless": ["flood"]},
        {**nothing, "of": plain},
        nothing,
    ]
