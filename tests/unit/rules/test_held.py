"""What holds over a span of days, and the small notations of rules."""

from __future__ import annotations

from datetime import date

import pytest

from fengqiao.rules import Exact
from fengqiao.rules.held import Held
from fengqiao.rules.overlays import Override
from fengqiao.rules.values import Unit, in_unit
from fengqiao.rules.windows import unit_of

JULY = (date(2018, 7, 1), date(2018, 7, 31))


@pytest.mark.parametrize(
    ("day", "until", "holds"),
    [
        (date(2018, 6, 30), JULY[1], False),
        (JULY[0], JULY[1], True),
        (JULY[1], JULY[1], True),
        (date(2018, 8, 1), JULY[1], False),
        (date(2018, 8, 1), None, True),
        (date(2018, 6, 30), None, False),
        (date.max, None, True),
    ],
)
def test_first_and_last_day_are_included(day: date, until: date | None, *, holds: bool) -> None:
    """What is in force in July is so on the 1st and on the 31st."""
    held = Held(cites=(), effective_from=JULY[0], effective_until=until)
    assert held.holds_on(day) is holds


@pytest.mark.parametrize(
    ("override", "shown"),
    [
        (
            Override(entry="visits.households", field="at_least", value="60"),
            "visits.households.at_least = 60",
        ),
        (
            Override(entry="visits.households", field="at_least", on=JULY[0], value="60"),
            "visits.households.at_least @ 2018-07-01 = 60",
        ),
        (Override(entry="visits.households"), "visits.households = none"),
    ],
)
def test_what_was_put_in_place_of_a_value_is_shown(override: Override, shown: str) -> None:
    """One phase by its day, every phase, or the whole entry dropped."""
    assert str(override) == shown


@pytest.mark.parametrize(
    ("window", "unit"),
    [
        ("year", ("year", False)),
        ("previous month", ("month", True)),
        ("decade", (None, False)),
        ("previous decade", (None, True)),
    ],
)
def test_a_window_is_a_unit_that_has_ended(window: str, unit: tuple[str | None, bool]) -> None:
    """The last one, or the one before the day's own; other words name no unit."""
    assert unit_of(window) == unit


@pytest.mark.parametrize(
    ("time", "unit", "same"),
    [
        # 90 / 60 hours; what the notice wrote stays beside it
        (Exact(90, 1, "minute", "90 minutes"), "hour", Exact(90, 60, "hour", "90 minutes")),
        (Exact(2, 1, "hour", "2 hours"), "minute", Exact(120, 1, "minute", "2 hours")),
        (Exact(1, 2, "hour", "1/2 hour"), "minute", Exact(60, 2, "minute", "1/2 hour")),
        (Exact(1, 1, "day", "1 day"), "day", Exact(1, 1, "day", "1 day")),
        # a day is counted, not measured
        (Exact(1, 1, "day", "1 day"), "hour", None),
        (Exact(24, 1, "hour", "24 hours"), "day", None),
        (Exact(1, 1, "week", "1 week"), "day", None),
        (Exact(80, 1, None, "80"), "hour", None),
    ],
)
def test_only_minutes_and_hours_are_converted(time: Exact, unit: Unit, same: Exact | None) -> None:
    """Nothing else has a fixed length in another unit."""
    assert in_unit(time, unit) == same
