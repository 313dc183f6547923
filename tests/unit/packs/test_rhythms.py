"""Duties that come round every so many days, weeks or months: `every = "2 weeks"`."""

from __future__ import annotations

from pathlib import Path

import pytest

from fengqiao.packs import describe, read_pack, run_cases
from fengqiao.packs.coverage.carriers import Amount, holdings_of, wanted_by
from fengqiao.rules import core_catalogue

from .conftest import HEAD, Finder, Reader

MEETING = (
    '[[duty]]\nkey = "meeting.community"\nwho = "community_officer"\neach = "community"\n'
    'clause = "一"\nevery = "2 weeks"\n'
)


@pytest.mark.parametrize(
    ("period", "expect"),
    [
        ("2018-06-25..2018-07-08", "met"),
        ("2018-07-09..2018-07-22", "breach"),
        ("2018-06-18..2018-07-01", "other_period"),
        ("2018-07-02..2018-07-15", "other_period"),
        ("2018-W27", "other_period"),
    ],
)
def test_it_counts_from_the_first_day_of_the_phase(
    tmp_path: Path, period: str, expect: str
) -> None:
    """The source is of 25 June 2018: that day begins the first two weeks."""
    (tmp_path / "data").mkdir()
    (tmp_path / "cases").mkdir()
    (tmp_path / "data" / "pack.toml").write_text(HEAD + MEETING, encoding="utf-8")
    events = "{ on = 2018-07-08 }" if expect == "met" else ""
    text = (
        f'format = 1\n[[case]]\nof = "meeting.community"\nperiod = "{period}"\n'
        f'events = [{events}]\nexpect = {{ times = "breach" }}\n'
    )
    (tmp_path / "cases" / "all.toml").write_text(text, encoding="utf-8")
    (found,) = run_cases(read_pack(tmp_path), core_catalogue())
    assert found.found == expect


def test_it_carries_the_interval_of_its_clause(read: Reader) -> None:
    """Coverage finds `每两周` in it, and not `每周`; tables show it as written."""
    pack = read(MEETING)
    assert describe(pack, core_catalogue())["entries"][0]["per"] == "2 weeks"
    (carrier,) = holdings_of(pack, core_catalogue(), "order")["一"].carriers
    slots = frozenset[Amount]().union(*carrier.slots)
    assert not slots.isdisjoint(wanted_by("every 2 weeks", "周"))
    assert slots.isdisjoint(wanted_by("every week", "周"))


@pytest.mark.parametrize(
    "every", ["1 week", "2 working_days", "2 years", "13 months", "1/2 month", "0 days", "3 hours"]
)
def test_what_is_no_interval(faults: Finder, every: str) -> None:
    """One of a unit is that unit's own word; a year is the most."""
    found = faults(MEETING.replace("2 weeks", every))
    assert [one.code for one in found] == ["pack.every_length"]


@pytest.mark.parametrize(
    ("every", "on", "is_good"),
    [
        ("2 weeks", "monday", True),
        ("6 days", "monday", False),
        ("2 weeks", "day_5", False),
        ("2 months", "day_5", True),
        ("31 days", "day_5", True),
    ],
)
def test_the_days_that_its_periods_have(
    read: Reader, faults: Finder, every: str, on: str, *, is_good: bool
) -> None:
    """A weekday needs a week, a day of the month a month's length."""
    text = f'{MEETING.replace("2 weeks", every)}on = "{on}"\n'
    if is_good:
        assert read(text)
    else:
        assert [one.code for one in faults(text)] == ["pack.day_of_period"]
