"""Duties that are owed in a season only: `during = "busy_season"`."""

from __future__ import annotations

from pathlib import Path

import pytest

from fengqiao.errors import ConfigError
from fengqiao.packs import describe, open_terms, read_config, read_pack, run_cases
from fengqiao.rules import core_catalogue

from .conftest import HEAD, Finder, Reader

VISITS = (
    '[[duty]]\nkey = "duty.visit_round"\nwho = "officer"\neach = "station"\nclause = "一"\n'
    'every = "week"\nduring = "busy_season"\n'
)
SEASON = '"during.busy_season" = "2018-07-12..2018-08-10"'


@pytest.mark.parametrize(
    ("config", "period", "day", "expect"),
    [
        ("", "2018-W29", "2018-07-16", "open"),
        (SEASON, "2018-W29", "2018-07-16", "met"),
        # week 28 is 9 to 15 July: in the season from the 12th on
        (SEASON, "2018-W28", "2018-07-12", "met"),
        (SEASON, "2018-W28", "2018-07-11", "breach"),
        (SEASON, "2018-W27", "2018-07-05", "nothing_due"),
        # of 2019 the host has named no days
        (SEASON, "2019-W29", "2019-07-16", "open"),
        # the days between two parts of a season are none of its
        ('"during.busy_season" = ["2018-07-09", "2018-07-15"]', "2018-W28", "2018-07-12", "breach"),
        ('"during.busy_season" = ["2018-07"]', "2018-W29", "2018-07-16", "met"),
    ],
)
def test_only_days_of_the_season_count(
    tmp_path: Path, config: str, period: str, day: str, expect: str
) -> None:
    """Outside it nothing is due; of a period partly inside, the days inside are looked at."""
    (tmp_path / "data").mkdir()
    (tmp_path / "cases").mkdir()
    (tmp_path / "data" / "pack.toml").write_text(HEAD + VISITS, encoding="utf-8")
    text = (
        f'format = 1\n[[case]]\nof = "duty.visit_round"\nperiod = "{period}"\n'
        f'config = {{ {config} }}\nevents = [{{ on = {day}, who = "officer" }}]\n'
        'expect = { times = "met" }\n'
    )
    (tmp_path / "cases" / "all.toml").write_text(text, encoding="utf-8")
    (found,) = run_cases(read_pack(tmp_path), core_catalogue())
    assert found.found == expect


def test_it_is_a_term_of_the_host(read: Reader) -> None:
    """Two duties of one season share its days; the pack says which season it is."""
    pack = read(VISITS + VISITS.replace("duty.visit_round", "duty.patrol"))
    terms = [one for one in open_terms(pack, core_catalogue()) if one.form == "spans"]
    assert [one.name for one in terms] == ["during.busy_season"]
    values = describe(pack, core_catalogue())["entries"][0]["values"]
    assert [one["value"] for one in values if one["field"] == "during"] == ["busy_season"]


@pytest.mark.parametrize("days", [[], "summer", ["2018-07-12", 3], "2018-08-10..2018-07-12", 2018])
def test_the_host_names_days(read: Reader, days: object) -> None:
    """What names no days is refused, not taken for a season without any."""
    pack = read(VISITS)
    with pytest.raises(ConfigError) as caught:
        read_config({"town": {"during.busy_season": days}}, {"town": pack}, core_catalogue())
    assert caught.value.code == "config.wants_spans"


def test_a_pack_has_seasons_of_its_own(read: Reader, faults: Finder) -> None:
    """A label adds to the catalogue's; any other word is refused."""
    harvest = VISITS.replace("busy_season", "grape_harvest")
    assert [one.code for one in faults(harvest)] == ["pack.unknown_word"]
    label = (
        '[[label]]\nkey = "season"\nclause = "一"\nmore = true\n'
        'items = [{ name = "grape_harvest", zh = "葡萄采收", en = "the grape harvest" }]\n'
    )
    assert read(harvest + label)
