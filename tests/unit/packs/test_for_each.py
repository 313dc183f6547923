"""`for_each` unfolds a norm or duty into one entry for each item of a label."""

from __future__ import annotations

from pathlib import Path

import pytest

from fengqiao.packs import check_pack, open_terms
from fengqiao.rules import Duty, Norm, core_catalogue

from .conftest import HEAD, Finder, Reader

KINDS = """
[[label]]
key = "premises_kind"
clause = "一"
items = [{ name = "hotel", zh = "旅馆" }, { name = "tea_house", zh = "茶楼", en = "tea house" }]
"""
NORM = """
[[norm]]
key = "inspection.premises"
each = "station"
per = "month"
for_each = "premises_kind"
zh = "检查次数"
en = "Inspections"
clause = "一"
"""
DUTY = """
[[duty]]
key = "duty.publicity"
who = "community_officer"
every = "quarter"
for_each = "duty_topic"
clause = "一"
"""
TOPICS = """
[[label]]
key = "duty_topic"
clause = "一"
items = [{ name = "fraud", zh = "反诈" }, { name = "fire", zh = "消防" }]
"""


def test_one_limit_for_each_item(read: Reader) -> None:
    """Two kinds of premises in the label: two norms, told apart by id, name and filter."""
    found = [one for one in read(KINDS + NORM + "at_least = 2\n").entries if isinstance(one, Norm)]
    assert [(one.id, one.names.zh, one.phases[0].of[0][1].words) for one in found] == [
        ("inspection.premises.hotel", "检查次数:旅馆", ("hotel",)),
        ("inspection.premises.tea_house", "检查次数:茶楼", ("tea_house",)),
    ]


def test_one_open_term_for_each_item(read: Reader) -> None:
    """What the source leaves open the host fills in item by item."""
    terms = open_terms(read(KINDS + NORM + 'at_least = "open"\n'), core_catalogue())
    assert [one.name for one in terms if one.form == "count"] == [
        "inspection.premises.hotel.at_least",
        "inspection.premises.tea_house.at_least",
    ]


def test_phases_keep_their_item(read: Reader) -> None:
    """A phase that filters anew still counts its own item alone."""
    text = NORM + (
        'phase = [ { at_least = 2 }, { from = 2020-01-01, at_least = 3, of.topic = "fire" } ]\n'
    )
    norm = next(one for one in read(KINDS + text).entries if isinstance(one, Norm))
    assert [dict(phase.of)["kind"].words for phase in norm.phases] == [("hotel",), ("hotel",)]


def test_a_duty_for_each_topic(tmp_path: Path) -> None:
    """A quarter's talk on fire doesn't stand for the one on fraud; any case shows them all."""
    (tmp_path / "data").mkdir()
    (tmp_path / "cases").mkdir()
    (tmp_path / "data" / "pack.toml").write_text(HEAD + TOPICS + DUTY, encoding="utf-8")
    cases = "".join(
        f'[[case]]\nof = "duty.publicity.{item}"\nperiod = "2018-Q3"\n{recorded}'
        f'events = [{{ on = 2018-07-20, topics = "fire" }}]\nexpect = {{ times = "{expect}" }}\n'
        for item, recorded, expect in (
            ("fire", "", "met"),
            ("fraud", "", "breach"),
            ("fraud", "recorded = false\n", "no_data"),
        )
    )
    (tmp_path / "cases" / "all.toml").write_text(f"format = 1\n{cases}", encoding="utf-8")
    faults = [one.code for one in check_pack(tmp_path, strict=True)]
    assert [code for code in faults if code != "pack.not_installed"] == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (KINDS + NORM.replace("premises_kind", "invitee") + "at_least = 2\n", "pack.for_each"),
        (KINDS + NORM + 'of.kind = "hotel"\nat_least = 2\n', "pack.for_each_filtered"),
        (DUTY.replace('"duty_topic"', '"premises_kind"'), "pack.for_each"),
    ],
)
def test_a_list_that_nothing_is_filtered_by_is_refused(
    faults: Finder, text: str, code: str
) -> None:
    """The label must be one that the key, or its subjects, can be filtered by, and only once."""
    assert [one.code for one in faults(text)] == [code]


def test_a_named_subject_each(read: Reader) -> None:
    """One limit for each station that the source names."""
    text = (
        '[[label]]\nkey = "names.station"\nclause = "一"\n'
        'items = [{ name = "north" }, { name = "south" }]\n' + NORM + 'at_least = "open"\n'
    ).replace("premises_kind", "names.station")
    found = [one.id for one in read(text).entries if isinstance(one, Norm | Duty)]
    assert found == ["inspection.premises.north", "inspection.premises.south"]
