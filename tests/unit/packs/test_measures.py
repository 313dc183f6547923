"""Measures that a pack brings are keys of its own: its norms limit them."""

from __future__ import annotations

from pathlib import Path

import pytest

from fengqiao.errors import PackError
from fengqiao.packs import read_pack, run_cases, set_up
from fengqiao.packs.accounting import not_installed
from fengqiao.rules import Norm, core_catalogue

from .conftest import HEAD, Finder, Reader

MEASURE = """
[[measure]]
key = "publicity.fraud"
kind = "{kind}"
about = "service"
each = ["station", "police_room"]
done = "talks held"
total = "talks planned"
clause = "一"
"""
NORM = """
[[norm]]
id = "publicity.fraud.floor"
key = "publicity.fraud"
each = "station"
clause = "一"
{limit}
"""
COUNT = MEASURE.format(kind="count") + NORM.format(limit='per = "quarter"\nat_least = 2')
SHARE = MEASURE.format(kind="share") + NORM.format(limit='at_least = "90%"')


@pytest.mark.parametrize(("text", "per"), [(COUNT, "quarter"), (SHARE, None)])
def test_a_norm_may_limit_the_packs_own_measure(read: Reader, text: str, per: str | None) -> None:
    """A count over a period, a share over the period asked for."""
    norm = read(text).entries[1]
    assert isinstance(norm, Norm)
    assert (norm.key, norm.per) == ("publicity.fraud", per)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (COUNT.replace('per = "quarter"\n', ""), "pack.no_per"),
        (COUNT.replace("at_least = 2", 'at_least = "90%"'), "pack.wants_count"),
        (SHARE.replace('"90%"', "90"), "pack.wants_share"),
        (COUNT.replace('each = "station"', 'each = "community"'), "pack.wrong_each"),
        (COUNT.replace("publicity.fraud.floor", "publicity.fraud"), "pack.duplicate_id"),
    ],
)
def test_such_a_norm_keeps_the_rules_of_its_measure(faults: Finder, text: str, code: str) -> None:
    """Period, unit and subjects are those of the measure; the norm has an id of its own."""
    assert [one.code for one in faults(text)] == [code]


def test_another_packs_measure_is_no_key_here(faults: Finder) -> None:
    """A norm stands on what the catalogue or its own pack brings."""
    text = NORM.format(limit='per = "month"\nat_least = 2')
    assert [one.code for one in faults(text)] == ["pack.unknown_key"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A pack with a count and a case of it."""
    (tmp_path / "data").mkdir()
    (tmp_path / "cases").mkdir()
    (tmp_path / "data" / "pack.toml").write_text(HEAD + COUNT, encoding="utf-8")
    case = (
        'format = 1\n[[case]]\nof = "publicity.fraud.floor"\nperiod = "2018-Q3"\nrows = ['
        ' { given = 2, expect = "met" }, { given = 1, expect = "breach" },'
        ' { given = "none", expect = "no_data" } ]\n'
    )
    (tmp_path / "cases" / "pack.toml").write_text(case, encoding="utf-8")
    return tmp_path


def test_cases_of_such_a_norm_run(folder: Path) -> None:
    """Met, not met, not checkable."""
    results = run_cases(read_pack(folder), core_catalogue())
    assert [one.found for one in results] == ["met", "breach", "no_data"]


def test_the_measure_is_installed_with_its_pack(folder: Path) -> None:
    """Numerator and unit come from the pack; nothing is `not_installed`."""
    setup = set_up([folder])
    indicator = setup.indicators["publicity.fraud"]
    (pack,) = (one for one in setup.rules.packs.values() if one.id == "town")
    assert (
        indicator.numerator.en,
        indicator.denominator,
        indicator.recorded_as,
        not_installed(pack, setup.rules.catalogue, setup.indicators),
    ) == ("talks held", None, "publicity.fraud", ())


def other(tmp_path: Path, kind: str) -> Path:
    """A second pack with a measure of the same name."""
    folder = tmp_path / "other"
    (folder / "data").mkdir(parents=True)
    head = HEAD.replace('id = "town"', 'id = "other"').replace("990001", "990002")
    text = head + MEASURE.format(kind=kind)
    (folder / "data" / "pack.toml").write_text(text, encoding="utf-8")
    return folder


def test_two_packs_may_bring_one_measure(folder: Path, tmp_path: Path) -> None:
    """One name, one kind: the host reports it once."""
    setup = set_up([folder, other(tmp_path, "count")])
    assert "publicity.fraud" in setup.indicators


def test_two_packs_may_not_mean_different_things_by_one_name(folder: Path, tmp_path: Path) -> None:
    """A count here and a share there could not both be told from one total."""
    with pytest.raises(PackError) as caught:
        set_up([folder, other(tmp_path, "share")])
    assert (caught.value.code, caught.value.facts["key"]) == (
        "pack.measure_differs",
        "publicity.fraud",
    )
