from __future__ import annotations

import pytest

from fengqiao.model import AreaLevel, area_level, area_prefix, lies_in, setting_of


@pytest.mark.parametrize(
    ("code", "level"),
    [
        # GB/T 2260: two digits province, four city, six county.
        ("150000", "province"),
        ("150300", "city"),
        ("150302", "county"),
        # GB/T 10114: 001-399 streets and towns, 400 and above zones that act like one.
        ("150302001", "town"),
        ("150302399", "town"),
        ("150302400", "quasi"),
        # Statistics code table: 001-199 residents', 200-399 villagers' committees.
        ("150302001001", "community"),
        ("150302001199", "community"),
        ("150302001200", "village"),
        ("150302001399", "village"),
        ("150302001400", "quasi"),
        ("150302001598", "quasi"),
        ("150302001000", "quasi"),
    ],
)
def test_level_follows_from_the_number(code: str, level: AreaLevel) -> None:
    """An area's level is read from its digits, edges of each band included."""
    assert area_level(code) == level


@pytest.mark.parametrize(
    ("code", "setting"),
    [
        ("150302001001", "urban"),
        ("150302001200", "rural"),
        ("150302001400", None),
        ("150302", None),
    ],
)
def test_setting_is_known_for_committees_only(code: str, setting: str | None) -> None:
    """Residents' committees are urban, villagers' committees rural, the rest neither."""
    assert setting_of(code) == setting


@pytest.mark.parametrize(
    ("code", "prefix"),
    [("150000", "15"), ("150300", "1503"), ("150302", "150302"), ("150302001", "150302001")],
)
def test_prefix_drops_the_zeros_of_province_and_city(code: str, prefix: str) -> None:
    """Codes inside a province or city begin with its digits without the zeros."""
    assert area_prefix(code) == prefix


@pytest.mark.parametrize(
    ("code", "area", "inside"),
    [
        ("150302001001", "150300", True),
        ("150302001001", "150302001001", True),
        ("150302001001", "150302002", False),
        ("150302", "150302001", False),
        ("150402001001", "150300", False),
    ],
)
def test_what_lies_in_an_area(code: str, area: str, *, inside: bool) -> None:
    """An area lies in itself and in whatever contains it, never in its own part."""
    assert lies_in(code, area) == inside
