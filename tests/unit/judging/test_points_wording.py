"""How a part says what kind it is, what it gave, and by which rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from fengqiao.judging.parts import PartScore
from fengqiao.judging.points_wording import PointsWording
from fengqiao.rules import OPEN, Part, PointsRule, Words
from fengqiao.rules.points import EachShort, EachTime, Step

if TYPE_CHECKING:
    from tests.unit.conftest import Build

EN, ZH = PointsWording("en"), PointsWording("zh")
VISITS = Words(en="visits", zh="走访")


def found(**changes: object) -> PartScore:
    """A part of weight 60 that reached 9 of 10, and so 54 points."""
    facts: dict[str, Any] = {
        "name": "visits",
        "names": VISITS,
        "weight": "60",
        "value": (9, 10),
        "reason": None,
        "low": (54, 1),
        "high": (54, 1),
        **changes,
    }
    return PartScore(**facts)


def part(build: Build, missing: str = "interval", **rule: Any) -> Part:  # noqa: ANN401  parts of a rule, by name
    """A part with a rule of points."""
    return Part(
        name="visits",
        names=VISITS,
        weight=build.exact(60),
        measure="visits.households",
        missing=missing,  # type: ignore[arg-type]  # one of its words
        points=PointsRule(**rule),
    )


def both(stated: Part, one: PartScore, *, is_scored: bool = True) -> tuple[str, str]:
    """How a part gave its points, in English and Chinese."""
    return EN.how(stated, one, is_scored=is_scored), ZH.how(stated, one, is_scored=is_scored)


def test_a_title_says_name_and_weight(build: Build) -> None:
    """A plain part has no word for its kind."""
    stated = part(build)
    assert (EN.title(stated, found()), ZH.title(stated, found())) == (
        "visits, weight 60",
        "走访,权重 60",
    )


def test_a_title_says_the_kind_of_a_bonus(build: Build) -> None:
    """A part beyond the weights, without one configured."""
    one = found(effect="bonus", weight=None)
    stated = part(build, effect="bonus")
    assert (EN.title(stated, one), ZH.title(stated, one)) == (
        "visits, bonus beyond the weights",
        "走访,附加分",
    )


def test_a_part_without_names_goes_by_its_own_or_is_the_whole(build: Build) -> None:
    """Its id where it has one; a sheet of one part is the whole."""
    named = Part(name="calls", weight=build.exact(60), measure="visits.households")
    whole = Part(name="", weight=build.exact(60), measure="visits.households")
    assert (EN.title(named, found()), EN.title(whole, found()), ZH.title(whole, found())) == (
        "calls, weight 60",
        "whole, weight 60",
        "得分,权重 60",
    )


def test_a_share_of_the_weight(build: Build) -> None:
    """54 points are 9/10 of weight 60."""
    assert both(part(build), found()) == ("54; 9/10 of weight 60", "54;权重 60 的 9/10")


def test_a_cap_stands_behind_the_share(build: Build) -> None:
    """What the part can give at most is told."""
    stated = part(build, cap=build.exact(50))
    assert both(stated, found(low=(50, 1), high=(50, 1))) == (
        "50; 9/10 of weight 60 (at most 50)",
        "50;权重 60 的 9/10 (最多 50)",
    )


def test_a_rating_says_what_it_is_out_of(build: Build) -> None:
    """A rating of 4, of 5 at most."""
    stated = part(build, full=build.exact(5))
    assert both(stated, found(value=(4, 1), low=(48, 1), high=(48, 1))) == (
        "48; a rating of 4, of 5 at most, of weight 60",
        "48;评分 4,满分 5,权重 60",
    )


def test_a_value_in_a_step(build: Build) -> None:
    """9/10 lies in the stretch from 4/5 on."""
    step = Step(points=build.exact(10), comparison=build.comparison("at_least", "4/5"))
    assert both(part(build, steps=(step,)), found(low=(10, 1), high=(10, 1))) == (
        "10; 9/10 lies in `at least 4/5`, which gives 10",
        '10;9/10 属于"不少于 4/5"一档,得 10',
    )


def test_a_value_in_a_step_with_two_ends(build: Build) -> None:
    """A stretch between two values names both."""
    step = Step(points=build.exact(10), comparison=build.comparison("between", (80, 100)))
    assert EN.how(part(build, steps=(step,)), found(value=(90, 1)), is_scored=False) == (
        "90 lies in `between 80 - 100`, which gives 10"
    )


def test_a_value_in_no_step_gives_nothing(build: Build) -> None:
    """No stretch holds 1/10."""
    step = Step(points=build.exact(10), comparison=build.comparison("at_least", "4/5"))
    one = found(value=(1, 10), low=(0, 1), high=(0, 1))
    assert EN.how(part(build, steps=(step,)), one, is_scored=True) == (
        "0; 1/10 lies in `-`, which gives 0"
    )


def test_points_for_each_that_is_short(build: Build) -> None:
    """78 of 80: two points off."""
    rule = EachShort(target=build.exact(80), points=build.exact(1), unit=build.exact(2))
    assert both(part(build, each_short=rule), found(value=(76, 1), low=(58, 1), high=(58, 1))) == (
        "58; found 76; 1 points off for each 2 short of 80",
        "58;实际 76;比 80 每少 2 扣 1 分",
    )


def test_points_for_each_time(build: Build) -> None:
    """A part loses them, a deduction takes them off."""
    rule = EachTime(points=build.exact(5))
    one = found(value=(2, 1), low=(50, 1), high=(50, 1))
    assert both(part(build, each_time=rule), one) == (
        "50; 2 times, 5 points off each time",
        "50;2 次,每次扣 5 分",
    )
    more = found(value=(2, 1), effect="deduct", low=(-10, 1), high=(-10, 1))
    assert both(part(build, effect="deduct", each_time=rule), more) == (
        "-10; 2 times, 5 points each time",
        "-10;2 次,每次 5 分",
    )


def test_points_for_each_time_that_are_open(build: Build) -> None:
    """What the source leaves open is told so."""
    stated = part(build, each_time=EachTime(points=OPEN))
    assert both(stated, found(value=(2, 1)), is_scored=False) == (
        "2 times, left open by the source points off each time",
        "2 次,每次扣 来源未写明 分",
    )


@pytest.mark.parametrize(
    ("missing", "en", "zh"),
    [
        ("interval", "counts from its least to its most", "按最低到最高计"),
        ("zero", "counts as nothing", "按零分计"),
    ],
)
def test_a_part_without_a_value(build: Build, missing: str, en: str, zh: str) -> None:
    """Its interval, why there is no value, and how that counts."""
    one = found(value=None, reason="nothing_due", low=(0, 1), high=(60, 1))
    assert both(part(build, missing), one) == (
        f"0 to 60; nothing was due; {en}",
        f"0 至 60;没有应办事项;{zh}",
    )


def test_without_a_score_only_the_reason_is_told(build: Build) -> None:
    """Where there is no score nothing is given, and no rule matters."""
    one = found(value=None, reason=None, low=None, high=None)
    assert EN.how(part(build), one, is_scored=False).startswith("no data: ")
    assert ";" not in EN.how(part(build), one, is_scored=False)


def test_half_an_interval_is_none(build: Build) -> None:
    """Both ends are told, or neither."""
    halves = [found(low=None), found(high=None)]
    assert [EN.how(part(build), one, is_scored=True) for one in halves] == ["9/10 of weight 60"] * 2


@pytest.mark.parametrize(
    ("kept", "value", "en", "zh"),
    [
        (
            True,
            (0, 1),
            "asked at most 0, found 0; kept",
            "要求不多于 0,实际 0;符合",
        ),
        (
            False,
            (3, 1),
            "asked at most 0, found 3; not kept",
            "要求不多于 0,实际 3;不符",
        ),
        (
            None,
            None,
            "at most 0; nothing was due; the score may still fall to nothing",
            "不多于 0;没有应办事项;得分仍可能落空",
        ),
    ],
)
def test_a_veto_says_what_it_asked(
    build: Build,
    kept: bool | None,  # noqa: FBT001  a column
    value: tuple[int, int] | None,
    en: str,
    zh: str,
) -> None:
    """Kept, not kept, or not to be checked."""
    stated = part(build, effect="veto", veto="zero", limit=build.comparison("at_most", 0))
    reason = None if value else "nothing_due"
    one = found(effect="veto", weight=None, value=value, kept=kept, reason=reason)
    assert both(stated, one) == (en, zh)


def test_a_veto_without_a_limit_or_a_reason_is_open(build: Build) -> None:
    """Nothing was asked, and nobody has said what was found."""
    stated = part(build, effect="veto", veto="zero")
    one = found(effect="veto", weight=None, value=None, kept=None)
    text = EN.how(stated, one, is_scored=True)
    assert text.startswith("no data: ")
    assert text.endswith("; the score may still fall to nothing")
