"""Bands: every value has exactly one level, and every edge is decided."""

from __future__ import annotations

import pytest

from fengqiao.rules import Band

from .conftest import Finder, Reader


def band(levels: str, tie: str = "") -> str:
    """A band of stations with these levels."""
    return (
        '[[band]]\nkey = "station.class"\nby = "calls.per_day"\nover = "month"\n'
        f"{tie}\n"
        f'clause = "一"\nlevel = [ {levels} ]\n'
    )


def level(name: str, limit: str) -> str:
    """One level."""
    return f'{{ name = "{name}", {limit} }}'


# Wuhai 一(一): 15 and more, 10 to 15, 10 and less; both words include the number.
WUHAI = ", ".join(
    (level("a", "at_least = 15"), level("b", "between = [10, 15]"), level("c", "at_most = 10"))
)


@pytest.mark.parametrize(
    ("levels", "tie"),
    [
        (WUHAI, 'tie = "upper"'),
        (", ".join((level("a", "at_least = 10"), level("b", "less_than = 10"))), ""),
        (", ".join((level("a", "more_than = 10"), level("b", "at_most = 10"))), ""),
        (", ".join((level("b", "between = [0, 10]"), level("a", "more_than = 10"))), ""),
        (level("a", "at_least = 0"), ""),
        (
            ", ".join(
                (level("a", 'at_least = "1/2"'), level("b", 'less_than = "2/4"')),
            ),
            "",
        ),
    ],
)
def test_levels_without_gap_or_overlap_are_read(read: Reader, levels: str, tie: str) -> None:
    """Levels may stand in any order, as long as each value has one."""
    assert read(band(levels, tie)).entries


@pytest.mark.parametrize(
    ("levels", "tie", "code"),
    [
        (WUHAI, "", "pack.band_tie"),
        (", ".join((level("a", "at_least = 10"), level("b", "at_most = 9"))), "", "pack.band_gap"),
        (
            ", ".join((level("a", "more_than = 10"), level("b", "less_than = 10"))),
            "",
            "pack.band_gap",
        ),
        (", ".join((level("a", "at_least = 1"),)), "", "pack.band_gap"),
        (", ".join((level("a", "at_most = 1"),)), "", "pack.band_gap"),
        (
            ", ".join((level("a", "at_least = 9"), level("b", "at_most = 10"))),
            'tie = "upper"',
            "pack.band_overlap",
        ),
        (
            ", ".join((level("a", "at_least = 9"), level("b", "at_least = 0"))),
            'tie = "upper"',
            "pack.band_overlap",
        ),
    ],
)
def test_a_value_with_no_level_or_two_is_refused(
    faults: Finder, levels: str, tie: str, code: str
) -> None:
    """Gaps, overlaps and undecided edges do not load; a mean of calls may fall between 9 and 10."""
    assert [one.code for one in faults(band(levels, tie))] == [code]


def test_whole_counts_have_no_gap_between_neighbours(read: Reader) -> None:
    """Between 9 and 10 rooms there is no number of rooms."""
    text = band(", ".join((level("a", "at_least = 10"), level("b", "at_most = 9"))))
    assert read(text.replace("calls.per_day", "facility.police_rooms")).entries


def test_a_band_may_class_by_the_year_before(read: Reader) -> None:
    """A window is a unit, or the one before that of the day."""
    text = band(WUHAI, 'tie = "upper"').replace('"month"', '"previous year"')
    (found,) = read(text).entries
    assert isinstance(found, Band)
    assert found.over == "previous year"


def test_a_window_that_nobody_knows_is_refused(faults: Finder) -> None:
    """With the words that there are."""
    text = band(WUHAI, 'tie = "upper"').replace('"month"', '"last year"')
    assert [one.code for one in faults(text)] == ["pack.unknown_choice"]
