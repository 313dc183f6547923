"""Units beside numbers."""

from __future__ import annotations

import pytest

from fengqiao.rules.units import of_number


@pytest.mark.parametrize(
    ("unit", "value", "text"),
    [
        ("people", 1, "person"),
        ("people", 2, "people"),
        ("rooms", 1, "room"),
        ("premises", 1, "premises"),
        ("rooms", "1/2", "rooms"),
    ],
)
def test_one_is_no_plural(unit: str, value: object, text: str) -> None:
    """One person, and not one people."""
    assert of_number(unit, value) == text
