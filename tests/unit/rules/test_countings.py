"""Which rule of counting holds for a place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from fengqiao.errors import ConfigError, RuleNotInForce
from fengqiao.packs import set_up
from fengqiao.rules import counting_on
from fengqiao.timing import CountingRule

HEAD = """\
format = 1
[pack]
id = "{id}"
version = "1.0.0"
zh = "某地"
areas = {areas}
{parent}
[[source]]
id = "own"
zh = "某地的通知"
issued = 2018-06-25
[[clause]]
ref = "一"
"""
RULE = """\
[[counting]]
key = "counting.own"
clause = "一"
first_day = "{first_day}"
first_hour = "moment"
{more}
"""
DAY = date(2020, 1, 1)


def folder(root: Path, name: str, text: str, *, parent: str = "") -> Path:
    """A pack in a folder."""
    data = root / name / "data"
    data.mkdir(parents=True)
    areas = '["9901"]' if parent else "[]"
    head = HEAD.format(id=name, areas=areas, parent=f'parent = "{parent}"' if parent else "")
    (data / "pack.toml").write_text(head + text, encoding="utf-8")
    return root / name


def found(
    root: Path, place: str, above: str, *, on: date = DAY, config: dict[str, object] | None = None
) -> CountingRule:
    """The rule that holds for the place."""
    packs = [folder(root, "above", above), folder(root, "place", place, parent="above")]
    rules = set_up(packs, config).rules
    chain = rules.chain_at("990101")
    assert chain is not None
    return counting_on(rules, chain, "counting.own", on)


def test_a_place_speaks_before_its_parent(tmp_path: Path) -> None:
    """A place's own rule holds, though its parent has one of the same id."""
    own = RULE.format(first_day="in", more="")
    assert found(tmp_path, own, RULE.format(first_day="out", more="")).first_day == "in"


def test_where_a_place_is_silent_its_parent_speaks(tmp_path: Path) -> None:
    """Without a rule of its own a place counts as its parent does."""
    assert found(tmp_path, "", RULE.format(first_day="out", more="")).first_day == "out"


def test_an_ended_rule_is_silent(tmp_path: Path) -> None:
    """A rule of the place that has ended leaves its parent to speak."""
    own = RULE.format(first_day="in", more="until = 2019-12-31")
    assert found(tmp_path, own, RULE.format(first_day="out", more="")).first_day == "out"


def test_before_its_first_day_there_is_no_rule(tmp_path: Path) -> None:
    """A rule holds from its source's day on."""
    with pytest.raises(RuleNotInForce) as caught:
        found(tmp_path, "", RULE.format(first_day="out", more=""), on=date(2018, 6, 24))
    assert caught.value.facts["asked"] == ("place", "above")


def test_the_place_section_fills_first(tmp_path: Path) -> None:
    """What both sections fill is as the place's section has it."""
    config: dict[str, object] = {
        "place": {"counting.own.weekends": "roll"},
        "above": {"counting.own.weekends": "stay"},
    }
    rule = found(tmp_path, "", RULE.format(first_day="out", more=""), config=config)
    assert rule.weekends == "roll"


def test_what_a_text_settles_is_not_filled(tmp_path: Path) -> None:
    """A term that the pack settles is no open term, so nobody can fill it."""
    above = RULE.format(first_day="out", more='weekends = "stay"')
    with pytest.raises(ConfigError):
        found(tmp_path, "", above, config={"place": {"counting.own.weekends": "roll"}})
