"""A deadline that the source leaves to the host: `by = "open"`."""

from __future__ import annotations

from pathlib import Path

import pytest

from fengqiao.errors import ConfigError
from fengqiao.packs import describe, open_terms, read_config, read_pack, run_cases
from fengqiao.rules import core_catalogue

from .conftest import HEAD, Finder, Reader

ROOMS = (
    '[[norm]]\nkey = "facility.police_rooms"\neach = "community"\nat_least = 1\nby = "open"\n'
    'clause = "一"\n'
)


@pytest.mark.parametrize(
    ("config", "given", "expect"),
    [
        ("", 1, "met"),
        ("", 0, "open"),
        ('"facility.police_rooms.by" = 2018-12-31', 0, "info"),
        ('"facility.police_rooms.by" = 2018-07-31', 0, "breach"),
        ('"facility.police_rooms.by" = 2018-08-01', 0, "info"),
    ],
)
def test_a_shortfall_counts_from_the_hosts_day_on(
    tmp_path: Path, config: str, given: int, expect: str
) -> None:
    """What is reached is met on any day; whether a shortfall counts hangs on the host's day."""
    (tmp_path / "data").mkdir()
    (tmp_path / "cases").mkdir()
    (tmp_path / "data" / "pack.toml").write_text(HEAD + ROOMS, encoding="utf-8")
    text = (
        'format = 1\n[[case]]\nof = "facility.police_rooms"\non = 2018-07-31\n'
        f"config = {{ {config} }}\n"
        f'rows = [{{ given = {given}, expect = "{expect}" }}]\n'
    )
    (tmp_path / "cases" / "all.toml").write_text(text, encoding="utf-8")
    (found,) = run_cases(read_pack(tmp_path), core_catalogue())
    assert found.found == expect


def test_it_is_a_term_of_the_host(read: Reader) -> None:
    """The pack says that the day is open; configuration takes a day for it."""
    pack = read(ROOMS)
    (term,) = open_terms(pack, core_catalogue())
    assert (term.name, term.form) == ("facility.police_rooms.by", "date")
    (norm,) = describe(pack, core_catalogue())["entries"]
    assert norm["values"][0]["by"] == "open"


@pytest.mark.parametrize("day", ["2026-12-31", 2026, ["2026-12-31"]])
def test_the_host_names_a_day(read: Reader, day: object) -> None:
    """Text or a number is no day, and what it would mean is not guessed."""
    with pytest.raises(ConfigError) as caught:
        read_config(
            {"town": {"facility.police_rooms.by": day}}, {"town": read(ROOMS)}, core_catalogue()
        )
    assert caught.value.code == "config.wants_date"


def test_a_later_phase_begins_on_a_day(faults: Finder) -> None:
    """A phase whose deadline is open needs a first day of its own."""
    phases = 'phase = [{ at_least = 1 }, { by = "open", at_least = 2 }]'
    found = faults(ROOMS.replace('at_least = 1\nby = "open"', phases))
    assert [one.code for one in found] == ["pack.phase_without_day"]
