"""Bans on what sheets may count, looked at when the pack is read."""

from __future__ import annotations

import pytest

from .conftest import Finder, Reader


def ban(words: str = '["clearance_rate"]', each: str = "station", **more: str) -> str:
    """A ban on these words."""
    lines = {
        "key": '"score.parts"',
        "each": f'"{each}"',
        "none_of": words,
        "clause": '"一"',
        **more,
    }
    return "\n[[norm]]\n" + "".join(f"{name} = {value}\n" for name, value in lines.items())


def sheet(name: str, measure: str = "", **more: str) -> str:
    """A sheet of stations with one part."""
    measured = f', measure = "{measure}"' if measure else ""
    part = f'[ {{ name = "{name}", weight = "open"{measured} }} ]'
    lines = {
        "key": '"points.station"',
        "each": '"station"',
        "per": '"year"',
        "clause": '"一"',
        "part": part,
        **more,
    }
    return "\n[[sheet]]\n" + "".join(f"{name} = {value}\n" for name, value in lines.items())


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ('["clearance_rate"]', ("clearance_rate", "")),
        ('["clearance_rate", "cases_solved"]', ("cases_solved", "")),
    ],
)
def test_a_part_is_barred_by_its_name(faults: Finder, words: str, part: tuple[str, str]) -> None:
    """Lanling, 三(二), bars targets of cases to be solved."""
    assert [one.code for one in faults(ban(words) + sheet(*part))] == ["pack.part_banned"]


def test_a_part_is_barred_by_its_measure(faults: Finder) -> None:
    """A pack's own word for a measure bars it, whatever the part is called."""
    items = '[ { name = "calls.attended_share", zh = "到场率" } ]'
    label = f'\n[[label]]\nkey = "score_input"\nitems = {items}\nclause = "一"\n'
    text = label + ban('["calls.attended_share"]') + sheet("calls", "calls.attended_share")
    assert [one.code for one in faults(text)] == ["pack.part_banned"]


@pytest.mark.parametrize(
    "text",
    [
        ban() + sheet("visits"),
        ban(each="community_officer") + sheet("clearance_rate"),
        ban(until="2018-12-31") + sheet("clearance_rate", **{"from": "2019-01-01"}),
        ban() + sheet("visits").replace('[ { name = "visits", weight = "open" } ]', '"open"'),
    ],
)
def test_what_is_not_barred_may_stand(read: Reader, text: str) -> None:
    """Another part, a sheet of others, other days, and parts that nobody published."""
    assert len(read(text).entries) == 2


def test_a_ban_asks_for_nothing_to_be_measured(read: Reader) -> None:
    """It is not judged over a period, so that it has none."""
    (entry,) = read(ban()).entries
    assert getattr(entry, "per", "none") is None
