"""Section `[planning]`: hours and starts, for everybody and by role; nothing is assumed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from pathlib import Path

import pytest

from fengqiao.errors import ConfigError, render
from fengqiao.packs import read_config
from fengqiao.planning import WorkHours
from fengqiao.rules import core_catalogue

Reading = Callable[[str], WorkHours]


@pytest.fixture
def hours_of(tmp_path: Path) -> Reading:
    """Read the section from a file of this text."""

    def hours_of(text: str) -> WorkHours:
        path = tmp_path / "host.toml"
        path.write_text(text, encoding="utf-8")
        return read_config(path, {}, core_catalogue()).hours

    return hours_of


def test_hours_and_start_of_everybody(hours_of: Reading) -> None:
    """Eight hours from nine o'clock."""
    hours = hours_of('[planning]\nhours = "8 hours"\nstarts = "09:00"\n')
    assert hours == WorkHours(minutes=480, starts=540)


def test_hours_of_a_role_beside_those_of_everybody(hours_of: Reading) -> None:
    """In quotes, since TOML lets one name be either a value or a table."""
    hours = hours_of('[planning]\nhours = "8 hours"\n"hours.officer" = "90 minutes"\n')
    assert hours == WorkHours(minutes=480, minutes_of={"officer": 90})


def test_hours_of_roles_in_a_table(hours_of: Reading) -> None:
    """Without hours for everybody, a role may stand behind a dot."""
    hours = hours_of('[planning]\nhours.officer = "6 hours"\nstarts.officer = "00:30"\n')
    assert hours == WorkHours(minutes_of={"officer": 360}, starts_of={"officer": 30})


def test_half_hours_are_whole_minutes(hours_of: Reading) -> None:
    """Fractions are taken where they make whole minutes."""
    assert hours_of('[planning]\nhours = "15/2 hours"\n').minutes == 450


@pytest.mark.parametrize("text", ["", "[planning]\n"])
def test_nothing_is_assumed(hours_of: Reading, text: str) -> None:
    """Without a word there are no hours."""
    assert hours_of(text) == WorkHours()


BAD = {
    "a number": ("hours = 8", "config.wants_hours"),
    "a decimal": ("hours = 7.5", "toml.decimal"),
    "days": ('hours = "1 day"', "config.wants_hours"),
    "none": ('hours = "0 hours"', "config.wants_hours"),
    "more than a day": ('hours = "25 hours"', "config.wants_hours"),
    "parts of a minute": ('hours = "1/7 hour"', "config.wants_hours"),
    "an hour alone": ('starts = "9"', "config.wants_clock"),
    "no such hour": ('starts = "24:00"', "config.wants_clock"),
    "minutes after midnight": ("starts = 540", "config.wants_clock"),
    "past midnight": ('hours = "8 hours"\nstarts = "18:00"', "config.past_midnight"),
    "past midnight by role": (
        'hours = "8 hours"\nstarts = "09:00"\n"starts.officer" = "20:00"',
        "config.past_midnight",
    ),
    "a role that is none": ('hours.oficer = "8 hours"', "config.unknown_setting"),
    "another setting": ('leave = "8 hours"', "config.unknown_setting"),
    "twice": ('"hours.officer" = "8 hours"\nhours.officer = "6 hours"', "config.term_twice"),
    "no section": (None, "config.not_a_table"),
}


@pytest.mark.parametrize("case", BAD)
def test_what_is_no_time_is_refused(hours_of: Reading, case: str) -> None:
    """Every other form is one fault."""
    line, code = BAD[case]
    text = "planning = 8\n" if line is None else f"[planning]\n{line}\n"
    with pytest.raises(ConfigError) as caught:
        hours_of(text)
    assert [fault.code for fault in caught.value.faults] == [code]


def test_a_fault_names_its_line(hours_of: Reading) -> None:
    """File and line, as of every other term."""
    with pytest.raises(ConfigError) as caught:
        hours_of('[planning]\nhours = "8 hours"\nstarts = "noon"\n')
    place = caught.value.faults[0].place
    assert place is not None
    assert (place.file, place.line) == ("host.toml", 3)


def test_a_misspelled_role_gets_close_names(hours_of: Reading) -> None:
    """What may have been meant, and what there is."""
    with pytest.raises(ConfigError) as caught:
        hours_of('[planning]\nhours.oficer = "8 hours"\n')
    text = render(caught.value, "en")
    assert "[planning] has no setting of this name" in text
    assert "hours.officer" in text


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_role_whose_day_is_too_long_is_named(hours_of: Reading, lang: str) -> None:
    """Where everybody's day fits and one role's does not, the text says which."""
    with pytest.raises(ConfigError) as caught:
        hours_of(f"[planning]\n{BAD['past midnight by role'][0]}\n")
    assert "`officer`" in render(caught.value, lang)


def test_a_clock_of_python_is_refused() -> None:
    """A mapping's time of day is no text, and would be read in one form only."""
    with pytest.raises(ConfigError) as caught:
        read_config({"planning": {"starts": time(9)}}, {}, core_catalogue())
    assert caught.value.code == "config.wants_clock"
