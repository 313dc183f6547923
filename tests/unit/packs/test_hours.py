"""Times of the clock that a source names stand on the measure that the host reports."""

from __future__ import annotations

import pytest

from fengqiao.packs import set_up
from fengqiao.packs.coverage.carriers import Amount, holdings_of, wanted_by
from fengqiao.rules import core_catalogue

from .conftest import Finder, Reader

WINDOW = (
    '[[measure]]\nkey = "facility.window"\nkind = "flag"\nabout = "facility"\neach = "station"\n'
    'clause = "一"\ndone = { zh = "窗口开放", en = "the window is open" }\n'
)


def test_they_carry_the_hours_of_the_clause(read: Reader) -> None:
    """Coverage finds both ends, however the notice writes them, and no other hour."""
    pack = read(f'{WINDOW}hours = ["9:00", "18:00"]\n')
    (carrier,) = holdings_of(pack, core_catalogue(), "order")["一"].carriers
    slots = frozenset[Amount]().union(*carrier.slots)
    assert not slots.isdisjoint(wanted_by("09:00", None))
    assert not slots.isdisjoint(wanted_by("18:00", None))
    assert slots.isdisjoint(wanted_by("19:00", None))
    assert slots.isdisjoint(wanted_by("9", "小时"))


def test_they_are_told_with_what_is_counted(read: Reader) -> None:
    """Whoever reports it, and whoever reads a finding, sees the hours."""
    found = set_up([read(f'{WINDOW}hours = ["9:00", "18:00"]\n')]).indicators["facility.window"]
    assert "the window is open (9:00-18:00)" in found.numerator.en
    assert "窗口开放(9:00-18:00)" in found.numerator.zh


@pytest.mark.parametrize("hours", ['"9"', '"25:00"', '"9:60"', '["9:00", "9点"]', '"9 hours"'])
def test_what_is_no_time_of_the_clock(faults: Finder, hours: str) -> None:
    """Hours and minutes, with a colon."""
    assert [one.code for one in faults(f"{WINDOW}hours = {hours}\n")] == ["pack.not_a_clock"]
