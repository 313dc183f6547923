"""What receipts and explanations say of values that stand in the place of a source's."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from fengqiao.judging.overlays import overlays_of, shown_overlays
from fengqiao.rules import Rules
from fengqiao.rules.overlays import Overlay, Override

if TYPE_CHECKING:
    from tests.unit.conftest import Build

VISITS, MEETING = "visits.households", "meeting.community"
CHANGES = (
    Override(entry=VISITS, field="at_least", value="60"),
    Override(entry=MEETING),
    Override(entry=VISITS, field="by", on=date(2018, 1, 1), value="2019-01-01"),
)


def rules(build: Build) -> Rules:
    """A town whose pack is changed, in a province whose pack is changed elsewhere only."""
    province = build.pack(
        name="province",
        overlay=Overlay(name="strict", sha256="f0", overrides=(Override(entry="other"),)),
    )
    town = build.pack(
        build.norm(),
        parent="province",
        overlay=Overlay(name="mild", sha256="0a", overrides=CHANGES),
    )
    return build.rules(town, province, build.pack(name="country", areas=()))


ASKED = ("town", "province", "country")
RECEIPT = [
    {
        "pack": "town",
        "name": "mild",
        "sha256": "0a",
        "changed": [
            "visits.households.at_least = 60",
            "visits.households.by @ 2018-01-01 = 2019-01-01",
        ],
    },
    {"pack": "province", "name": "strict", "sha256": "f0", "changed": []},
]


def test_a_receipt_names_every_overlay_and_what_it_changes_in_the_entry(build: Build) -> None:
    """A pack as its source has it is not named; what is changed in other entries isn't listed."""
    assert overlays_of(ASKED, VISITS, rules(build)) == RECEIPT


def test_a_pack_that_was_not_asked_is_not_named(build: Build) -> None:
    """What the town leaves to nobody else, only its own overlay can have changed."""
    (found,) = overlays_of(("town",), MEETING, rules(build))
    assert (found["pack"], found["changed"]) == ("town", ["meeting.community = none"])


def test_overlays_in_words() -> None:
    """With the marks of either language."""
    en = (
        "mild on town: visits.households.at_least = 60; "
        "visits.households.by @ 2018-01-01 = 2019-01-01 (not the source's); "
        "strict on province: changes other entries"
    )
    zh = (
        "town 的 mild:visits.households.at_least = 60;"
        "visits.households.by @ 2018-01-01 = 2019-01-01(并非原文规定);"
        "province 的 strict:改动其他条目"
    )
    receipt = {"overlay": RECEIPT}
    assert (shown_overlays(receipt, "en"), shown_overlays(receipt, "zh")) == (en, zh)


@pytest.mark.parametrize("overlays", [[], None])
def test_without_overlays_nothing_is_said(overlays: list[object] | None) -> None:
    """Of packs as their sources have them."""
    assert shown_overlays({"overlay": overlays}, "en") == ""
