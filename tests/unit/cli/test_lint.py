from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fengqiao.testing.small import SMALL_PACK

Runner = Callable[..., Any]


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of the small pack to spoil."""
    return Path(shutil.copytree(SMALL_PACK, tmp_path / "mine"))


def spoil(pack: Path, old: str, new: str) -> None:
    """Change the pack's rules."""
    file = pack / "data" / "rules.toml"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_pack_in_order_gives_0(run: Runner, pack: Path) -> None:
    """No fault, and every worked case as expected."""
    assert run("lint", str(pack)).code == 0


def test_fault_gives_1(run: Runner, pack: Path) -> None:
    """Answered, and the answer is a fault."""
    spoil(pack, "visits.households", "visits.housholds")
    assert run("lint", str(pack)).code == 1


def test_every_fault_is_named_at_once(run: Runner, pack: Path) -> None:
    """A misspelled key and an unknown clause, in one pass."""
    spoil(pack, "visits.households", "visits.housholds")
    spoil(pack, 'clause         = "二"', 'clause         = "三"')
    faults = run("lint", str(pack), "--json").json()["faults"]
    assert {"pack.unknown_key", "pack.unknown_clause"} <= {fault["code"] for fault in faults}


def test_fault_names_file_and_line(run: Runner, pack: Path) -> None:
    """The place is one that an editor opens."""
    spoil(pack, "visits.households", "visits.housholds")
    lines = (pack / "data" / "rules.toml").read_text(encoding="utf-8").splitlines()
    line = next(number for number, text in enumerate(lines, 1) if "housholds" in text)
    assert f"rules.toml:{line}" in run("lint", str(pack)).out


def test_faults_come_in_chinese(run: Runner, pack: Path) -> None:
    """An officer who writes the pack reads them."""
    spoil(pack, "visits.households", "visits.housholds")
    assert "目录" in run("lint", str(pack), "--lang", "zh").out


def test_worked_case_that_comes_out_otherwise_gives_1(run: Runner, pack: Path) -> None:
    """Another number in the rule, the old one in the case."""
    spoil(pack, "at_least = 3", "at_least = 30")
    found = run("lint", str(pack), "--json")
    assert (found.code, found.json()["cases"]["failed"] > 0) == (1, True)


def test_installed_pack_is_found_by_id(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pack needs no path where it is installed."""
    monkeypatch.setattr("fengqiao.cli.lint.locate", lambda pack, installed: SMALL_PACK)
    assert run("lint", "testtown").code == 0


def test_clause_without_an_entry_is_listed(run: Runner, pack: Path) -> None:
    """It is no fault, but it does not go unsaid."""
    spoil(
        pack,
        '[[norm]]\nkey      = "visits',
        '[[clause]]\nref = "九"\n\n[[norm]]\nkey      = "visits',
    )
    found = run("lint", str(pack), "--lang", "en")
    assert (found.code, "1 parts of clauses have no entry yet: 九" in found.out) == (0, True)


def test_part_of_a_clause_without_an_entry_is_listed(run: Runner, pack: Path) -> None:
    """A clause of three parts, of which two are cited, lacks the third."""
    spoil(pack, "parts  = 2", "parts  = 3")
    assert run("lint", str(pack), "--json").json()["unaccounted"] == ["一#3"]


def test_strict_counts_a_part_without_an_entry_as_a_fault(run: Runner, pack: Path) -> None:
    """What may wait while a pack is written may not when it is finished."""
    spoil(pack, "parts  = 2", "parts  = 3")
    codes = [one["code"] for one in run("lint", str(pack), "--strict", "--json").json()["faults"]]
    assert codes == ["pack.part_unaccounted"]


@pytest.mark.parametrize(("parts", "code"), [(2, 0), (3, 1)])
def test_strict_gives_1_only_where_something_is_lacking(
    run: Runner, pack: Path, parts: int, code: int
) -> None:
    """A pack that accounts for everything is in order."""
    spoil(pack, "parts  = 2", f"parts  = {parts}")
    assert run("lint", str(pack), "--strict").code == code


def test_strict_says_how_many_entries_nothing_measures(run: Runner, pack: Path) -> None:
    """Every key of the core has its indicator."""
    found = run("lint", str(pack), "--strict", "--lang", "en")
    assert "0 entries would be answered `not_installed`." in found.out


def test_pack_is_not_called_faultless_beside_a_wrong_case(run: Runner, pack: Path) -> None:
    """The pack reads well; a case differs, so that the answer is a fault."""
    spoil(pack, "at_least = 3", "at_least = 4")
    found = run("lint", str(pack), "--lang", "zh")
    assert (found.code, "没有错误" in found.out, "读取无误" in found.out) == (1, False, True)


def test_folder_here_needs_no_slash(
    run: Runner, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`lint mine` finds the folder `mine`, and so do the verbs that take --pack."""
    monkeypatch.chdir(pack.parent)
    assert (run("lint", "mine").code, run("show", "mine").code) == (0, 0)


def stale(pack: Path) -> None:
    """Say of the pack's source that it was last looked at on 2018-06-01."""
    spoil(pack, "issued = 2018-01-01", "issued = 2018-01-01\nchecked = 2018-06-01")


@pytest.mark.parametrize(("on", "noted"), [("2019-06-01", 0), ("2019-06-02", 1)])
def test_a_source_not_looked_at_for_a_year_is_noted(
    run: Runner, pack: Path, on: str, noted: int
) -> None:
    """The day of the question decides; the exit code stays 0."""
    stale(pack)
    found = run("lint", str(pack), "--on", on, "--json")
    assert (found.code, len(found.json()["notes"])) == (0, noted)


def test_without_a_day_it_is_asked_as_of_today(run: Runner, pack: Path) -> None:
    """A check of 2018 is old on every day on which this runs."""
    stale(pack)
    found = run("lint", str(pack), "--lang", "en")
    assert (found.code, "Note: mine/data/rules.toml" in found.out) == (0, True)


def test_strict_counts_a_stale_source(run: Runner, pack: Path) -> None:
    """It is a fault then, and no longer a note beside it."""
    stale(pack)
    found = run("lint", str(pack), "--on", "2020-01-01", "--strict", "--json")
    codes = [one["code"] for one in found.json()["faults"]]
    assert (found.code, codes, found.json()["notes"]) == (1, ["pack.source_stale"], [])


def test_strict_asks_for_a_case_of_each_answer(run: Runner, pack: Path) -> None:
    """Without its cases each of the three entries is named, with its line."""
    (pack / "cases" / "rules.toml").unlink()
    found = run("lint", str(pack), "--strict", "--json")
    faults = [(one["code"], one["where"]) for one in found.json()["faults"]]
    lines = (pack / "data" / "rules.toml").read_text(encoding="utf-8").splitlines()
    entries = [number for number, text in enumerate(lines, 1) if text in ("[[norm]]", "[[duty]]")]
    assert faults == [("pack.few_cases", f"mine/data/rules.toml:{line}") for line in entries]


def test_a_day_that_is_none_is_refused(run: Runner, pack: Path) -> None:
    """No answer, exit code 2."""
    assert run("lint", str(pack), "--on", "yesterday").code == 2


def test_why_cases_are_asked_for_is_said_once(run: Runner, pack: Path) -> None:
    """A new pack has many entries without cases; each takes a short line."""
    shutil.rmtree(pack / "cases")
    out = run("lint", str(pack), "--strict", "--lang", "zh").out
    assert out.count("[pack.few_cases]") > 1
    assert out.count("才说明条文是怎样理解的") == 1
