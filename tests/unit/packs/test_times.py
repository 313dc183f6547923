"""Times that the host reports: a pack's own measures of them, and their limits."""

from __future__ import annotations

from pathlib import Path

import pytest

from fengqiao.errors import ConfigError
from fengqiao.packs import read_pack, run_cases, set_up
from fengqiao.packs.coverage.carriers import holdings_of, wanted_by
from fengqiao.rules import Exact, Norm, core_catalogue

from .conftest import HEAD, Finder, Reader

MEASURE = """
[[measure]]
key = "windows.queue"
kind = "time"
unit = "{unit}"
about = "service"
each = "station"
done = "waiting for a number to be called"
clause = "一"
"""
NORM = """
[[norm]]
id = "windows.queue.most"
key = "windows.queue"
each = "station"
at_most = "{limit}"
clause = "一"
"""
IN_MINUTES = MEASURE.format(unit="minute")


@pytest.mark.parametrize(
    ("given", "expect"), [("30 minutes", "met"), ("31 minutes", "breach"), ("none", "no_data")]
)
def test_a_limit_of_time_on_the_packs_own_measure(tmp_path: Path, given: str, expect: str) -> None:
    """At most half an hour at the window: 30 minutes will do, 31 will not."""
    (tmp_path / "data").mkdir()
    (tmp_path / "cases").mkdir()
    text = HEAD + IN_MINUTES + NORM.format(limit="30 minutes")
    (tmp_path / "data" / "pack.toml").write_text(text, encoding="utf-8")
    case = (
        'format = 1\n[[case]]\nof = "windows.queue.most"\nperiod = "2018-07"\n'
        f'rows = [{{ given = "{given}", expect = "{expect}" }}]\n'
    )
    (tmp_path / "cases" / "all.toml").write_text(case, encoding="utf-8")
    (result,) = run_cases(read_pack(tmp_path), core_catalogue())
    assert (result.fault, result.found) == (None, expect)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (IN_MINUTES + NORM.format(limit="3 days"), ["pack.wants_unit"]),
        (MEASURE.format(unit="day") + NORM.format(limit="3 working_days"), ["pack.wants_unit"]),
        (IN_MINUTES + NORM.format(limit="30%"), ["pack.wants_limit"]),
        (MEASURE.format(unit="lessons"), ["pack.unknown_choice"]),
        (IN_MINUTES.replace('unit = "minute"\n', ""), ["pack.missing_field"]),
    ],
)
def test_a_limit_is_in_the_unit_of_its_measure(faults: Finder, text: str, codes: list[str]) -> None:
    """Days and working days have no fixed length in each other."""
    assert [one.code for one in faults(text)] == codes


def test_a_time_in_hours_limits_minutes(read: Reader) -> None:
    """Minutes and hours have: half an hour is 30 minutes."""
    norm = read(IN_MINUTES + NORM.format(limit="1/2 hour")).entries[1]
    assert isinstance(norm, Norm)
    assert norm.phases[0].comparison.limit == Exact(1, 2, "hour", "1/2 hour")


def test_an_open_limit_is_filled_in_the_measures_unit(read: Reader) -> None:
    """The host's own limit can be compared with its reports, or is refused."""
    pack = read(MEASURE.format(unit="day") + NORM.format(limit="open"))
    term = "windows.queue.most.at_most"
    assert set_up([pack], {"town": {term: "3 days"}}).config.get("town", term)
    with pytest.raises(ConfigError) as caught:
        set_up([pack], {"town": {term: "3 working_days"}})
    assert caught.value.code == "config.wants_limit_unit"


def test_a_time_carries_the_number_of_its_clause(read: Reader) -> None:
    """Coverage finds half an hour in a limit of 30 minutes."""
    pack = read(IN_MINUTES + NORM.format(limit="30 minutes"))
    of_norm = next(
        one
        for one in holdings_of(pack, core_catalogue(), "order")["一"].carriers
        if one.entry == "windows.queue.most"
    )
    assert any(slot & wanted_by("1/2 hour", "小时") for slot in of_norm.slots)
