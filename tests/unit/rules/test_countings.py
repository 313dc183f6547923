"""Which rule of counting holds for a place."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.unit.conftest import CITES, ORIGIN, SINCE

from fengqiao.errors import ConfigError, RuleNotInForce
from fengqiao.packs import set_up
from fengqiao.rules import Counting, counting_on
from fengqiao.rules.case_clocks import CaseClock
from fengqiao.rules.countings import counting_of
from fengqiao.rules.procedures import Guard, Procedure
from fengqiao.timing import CountingRule

if TYPE_CHECKING:
    from tests.unit.conftest import Build

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
    assert (caught.value.code, dict(caught.value.facts)) == (
        "rule.not_in_force",
        {"entry": "counting.own", "day": date(2018, 6, 24), "asked": ("place", "above")},
    )


@pytest.mark.parametrize(
    ("day", "first_day"),
    [
        (date(2018, 6, 25), "in"),
        (date(2019, 12, 31), "in"),
        (date(2020, 1, 1), "out"),
    ],
)
def test_first_and_last_day_are_its_own(tmp_path: Path, day: date, first_day: str) -> None:
    """The place's rule, of 25 June 2018 to the end of 2019; then its parent's."""
    own = RULE.format(first_day="in", more="until = 2019-12-31")
    assert (
        found(tmp_path, own, RULE.format(first_day="out", more=""), on=day).first_day == first_day
    )


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


NORM = "mediation.time_to_settle"


def counting(name: str) -> Counting:
    """A rule of counting of this name."""
    return Counting(
        pack="town", id=name, key=name, cites=CITES, origin=ORIGIN, force="must",
        rule=CountingRule(id=name), effective_from=SINCE,
    )  # fmt: skip


def procedure(key: str, *pieces: CaseClock | Guard, own: str | None = "counting.all") -> Procedure:
    """A procedure that counts by this rule, with clocks and guards."""
    return Procedure(
        pack="town", id=key, key=key, cites=CITES, origin=ORIGIN, force="must", each="dispute",
        states=(), moves=(), effective_from=SINCE, counting=own,
        clocks=tuple(one for one in pieces if isinstance(one, CaseClock)),
        guards=tuple(one for one in pieces if isinstance(one, Guard)),
    )  # fmt: skip


def clock(norm: str = NORM, counting: str | None = None) -> CaseClock:
    """A clock whose limit the norm states."""
    return CaseClock(
        name=norm, norm=norm, counting=counting, starts=("found",), cites=CITES,
        effective_from=SINCE,
    )  # fmt: skip


def guard(norm: str = NORM) -> Guard:
    """A guard of a step that must keep the norm."""
    return Guard(
        name="in_time", moves=("agreed",), within=(norm,), cites=CITES, effective_from=SINCE
    )


OTHER = procedure(
    "mediation.joint", clock("mediation.other", "counting.own"), guard("mediation.other")
)


@pytest.mark.parametrize(
    ("procedures", "rule"),
    [
        ([procedure("mediation.peoples", clock(counting="counting.own"))], "counting.own"),
        ([procedure("mediation.peoples", clock())], "counting.all"),
        ([procedure("mediation.peoples", guard())], "counting.all"),
        ([procedure("mediation.peoples", clock("mediation.other"), guard())], "counting.all"),
        # the clock that names the norm, and no other of the procedure
        (
            [
                procedure(
                    "mediation.peoples", clock("other", "counting.all"), clock(NORM, "counting.own")
                )
            ],
            "counting.own",
        ),
        (
            [procedure("mediation.peoples", clock("mediation.other"), guard("mediation.other"))],
            "plain",
        ),
        ([procedure("mediation.peoples", clock(), own=None)], "plain"),
        ([procedure("mediation.peoples", clock(), own="counting.nowhere")], "plain"),
        ([OTHER], "plain"),
        ([], "plain"),
    ],
)
def test_a_limit_on_cases_counts_as_its_procedure_says(
    build: Build, procedures: list[Procedure], rule: str
) -> None:
    """By the clock that names the norm, else the procedure whose guard does, else as rests ask."""
    for others in (procedures, [OTHER, *procedures], [*procedures, OTHER]):
        entries = [counting("counting.own"), counting("counting.all"), *others]
        rules = build.rules(build.pack(*entries))
        assert counting_of(rules, rules.chains[0], NORM, DAY).id == rule
        assert counting_of(rules, rules.chains[0], NORM, date(2017, 12, 31)).id == "plain"
