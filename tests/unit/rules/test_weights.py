"""Weights of the parts of a sheet, and what they add up to."""

from __future__ import annotations

import pytest

from fengqiao.rules import OPEN, Exact
from fengqiao.rules.entries import Part
from fengqiao.rules.points import PointsRule
from fengqiao.rules.weights import is_mixed, weights_of, wrong_percent, wrong_sum

FORTY, SIXTY, FIFTY = (Exact(number, 100, None, f"{number}%") for number in (40, 60, 50))
TEN, TWENTY, THIRTY = map(Exact.whole, (10, 20, 30))
BONUS = PointsRule(effect="bonus")


def parts(*weights: object, **more: object) -> list[Part]:
    """Parts `a`, `b` ... with these weights."""
    return [
        Part(name=name, weight=weight, **more)  # type: ignore[arg-type]  # fields of a part
        for name, weight in zip("abc", weights, strict=False)
    ]


def test_weights_are_stated_or_given_by_the_host() -> None:
    """One that is open is what the host gives, or not known; a bonus is beyond the whole."""
    sheet = [*parts(FORTY, OPEN, OPEN), Part(name="d", weight=TEN, points=BONUS)]
    assert weights_of(sheet, {"a": TEN, "b": SIXTY}) == (FORTY, SIXTY, None)
    assert weights_of(sheet) == (FORTY, None, None)


@pytest.mark.parametrize(
    ("sheet", "given", "mixed"),
    [
        (parts(FORTY, TEN), {}, True),
        (parts(FORTY, SIXTY, TEN), {}, True),
        (parts(FORTY, SIXTY), {}, False),
        (parts(TEN, TWENTY), {}, False),
        (parts(FORTY, OPEN), {}, False),
        (parts(FORTY, OPEN), {"b": TEN}, True),
        (parts(FORTY, OPEN), {"a": TEN, "b": SIXTY}, False),  # what is stated stays
        ([*parts(FORTY, SIXTY), Part(name="c", weight=TEN, points=BONUS)], {}, True),
        ([], {}, False),
    ],
)
def test_percent_beside_points_is_mixed(
    sheet: list[Part], given: dict[str, Exact], *, mixed: bool
) -> None:
    """Weights that can't be added up, those of a bonus too."""
    assert is_mixed(sheet, given) is mixed


@pytest.mark.parametrize(
    ("weights", "sum_of_them"),
    [
        ((FORTY, SIXTY), None),
        ((FORTY, FIFTY), "90%"),
        ((FIFTY, SIXTY), "110%"),
        ((FORTY, None), None),  # the open one may be 60%
        ((FORTY, SIXTY, None), None),  # or nothing
        ((FIFTY, SIXTY, None), "110%"),
        ((TEN, TWENTY), None),  # points are out of what they add up to
        ((None,), None),
        ((), None),
    ],
)
def test_percents_add_up_to_a_hundred(
    weights: tuple[Exact | None, ...], sum_of_them: str | None
) -> None:
    """What they add up to instead is said."""
    assert wrong_percent(weights) == sum_of_them


@pytest.mark.parametrize(
    ("weights", "sum_of_them"),
    [
        ((TWENTY, THIRTY), None),
        ((TWENTY, TWENTY), "40"),
        ((FORTY, THIRTY), None),  # 40% of 50 are 20
        ((TEN, None), None),
        ((TWENTY, THIRTY, TEN, None), "60"),
        ((Exact(1, 2, None, "1/2"), TEN), "21/2"),
        ((None,), None),
        ((), None),
    ],
)
def test_points_add_up_to_what_the_sheet_is_out_of(
    weights: tuple[Exact | None, ...], sum_of_them: str | None
) -> None:
    """A sheet out of 50."""
    assert wrong_sum(weights, Exact.whole(50)) == sum_of_them
