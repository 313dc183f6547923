from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from rich.cells import cell_len

Runner = Callable[..., Any]
Town = Any
"""The small town of `conftest.py`, which tests can't import."""
PERIOD = ("--period", "2018-07")
# Testtown's notice: 3 households a month, 1 to 2 officers a room (above is a notice), one meeting
# a month. Officer S02 visits 2, room R2 has 3 officers, the second community does not meet.


def test_breach_gives_1(run: Runner, town: Town) -> None:
    """Answered, and the answer is a fault."""
    assert run("check", *town.asking(), *PERIOD).code == 1


@pytest.mark.parametrize(
    ("entry", "fail_on", "code"),
    [
        ("visits.households", "breach", 1),
        ("visits.households", "never", 0),
        ("staffing.officers", "breach", 0),
        ("staffing.officers", "notice", 1),
    ],
)
def test_fail_on_says_what_counts_as_a_fault(
    run: Runner,
    town: Town,
    entry: str,
    fail_on: str,
    code: int,
) -> None:
    """A room with 3 officers is a notice, 2 of 3 households a breach."""
    words = ("--entry", entry, "--fail-on", fail_on)
    assert run("check", *town.asking(), *PERIOD, *words).code == code


def test_json_has_format_findings_and_counts(run: Runner, town: Town) -> None:
    """The shape that other programs read."""
    found = run("check", *town.asking(), *PERIOD, "--json").json()
    assert {"format", "findings", "counts"} <= set(found)


def test_json_finding_has_the_fixed_keys(run: Runner, town: Town) -> None:
    """Every finding carries the same keys."""
    found = run("check", *town.asking(), *PERIOD, "--json").json()["findings"]
    keys = {"id", "entry", "requirement", "subject", "period", "result", "severity", "reason"}
    assert all(set(one) == keys | {"actual", "limit", "receipt"} for one in found)


def test_jsonl_gives_one_finding_a_line(run: Runner, town: Town) -> None:
    """As many lines as `--json` has findings, in the same order."""
    whole = run("check", *town.asking(), *PERIOD, "--json").json()["findings"]
    lines = run("check", *town.asking(), *PERIOD, "--jsonl").out.splitlines()
    assert [json.loads(line) for line in lines] == whole


def test_day_used_is_the_periods_last(run: Runner, town: Town) -> None:
    """July 2018 is over, so facts are read as of its last day, and the output says so."""
    assert "2018-07-31" in run("check", *town.asking(), *PERIOD).out.splitlines()[0]


def test_day_used_is_today_in_a_period_that_runs(run: Runner, town: Town) -> None:
    """Nobody asks what was done by a day that has not come."""
    zone = ZoneInfo("Asia/Shanghai")
    year = str(datetime.now(zone).year)
    before = datetime.now(zone).date().isoformat()
    first = run("check", *town.asking(), "--period", year).out.splitlines()[0]
    after = datetime.now(zone).date().isoformat()
    assert before in first or after in first


def test_day_that_was_given_is_not_repeated(run: Runner, town: Town) -> None:
    """The line about the day stands only where none was given."""
    out = run("check", *town.asking(), *PERIOD, "--on", "2018-07-31").out
    assert "--on" not in out


def test_on_reaches_the_check(run: Runner, town: Town) -> None:
    """On 15 July the month has not ended, so 2 of 3 households is open yet."""
    words = ("--entry", "visits.households", "--on", "2018-07-15", "--json")
    found = run("check", *town.asking(), *PERIOD, *words).json()["findings"]
    assert {one["reason"] for one in found if one["subject"]["id"] == "S02"} == {"period_open"}


def test_breach_is_shown_with_its_clause_and_id(run: Runner, town: Town) -> None:
    """Clause 一, and the id that `explain` takes."""
    out = run("check", *town.asking(), *PERIOD, "--entry", "visits.households").out
    assert "一" in out
    assert "testtown:visits.households@community_officer/S02:2018-07" in out


def test_limit_0_shows_totals_only(run: Runner, town: Town) -> None:
    """No finding's id is printed."""
    assert "testtown:" not in run("check", *town.asking(), *PERIOD, "--limit", "0").out


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("verb", ["check", "score"])
def test_no_line_is_wider_than_80_columns(
    run: Runner,
    town: Town,
    lang: str,
    verb: str,
) -> None:
    """Chinese characters take two columns each."""
    out = run(verb, *town.asking(), *PERIOD, "--lang", lang).out
    assert max(map(cell_len, out.splitlines())) <= 80


def test_no_colour_codes_where_nobody_looks(run: Runner, town: Town) -> None:
    """Output that is captured is plain."""
    assert "\x1b" not in run("check", *town.asking(), *PERIOD).out


def test_area_that_is_not_there_gives_2(run: Runner, town: Town) -> None:
    """It would otherwise look like an area without a breach."""
    assert run("check", *town.asking(), *PERIOD, "--area", "990009").code == 2


def test_store_beside_the_configuration_is_found(run: Runner, town: Town) -> None:
    """`town.toml` stands for `town.db` too; naming the store gives the same bytes."""
    store = f"sqlite:///{town.config.with_suffix('.db')}"
    named = run("check", *town.asking("--store", store), *PERIOD, "--json")
    assert run("check", *town.asking(), *PERIOD, "--json").out == named.out


@pytest.mark.parametrize("verb", ["check", "score", "explain"])
def test_faulty_pack_is_named_and_the_rest_runs(
    run: Runner, town: Town, install: Callable[..., Any], verb: str
) -> None:
    """Where no pack is named, all usable ones are asked."""
    install("testtown")
    install("faulty", spoil="visits.households")
    id_ = "testtown:visits.households@community_officer/S02:2018-07"
    words = (
        (id_,)
        if verb == "explain"
        else (*PERIOD, "--fail-on", "never")[: 4 if verb == "check" else 2]
    )
    found = run(verb, *words, "--config", str(town.config))
    assert found.code == 0
    assert "faulty (fengqiao-faulty 7.5)" in found.err
    assert "[pack.unknown_key]" in found.err


def test_findings_are_the_same_beside_a_faulty_pack(
    run: Runner, town: Town, install: Callable[..., Any]
) -> None:
    """The same bytes on standard output."""
    words = ("check", *PERIOD, "--config", str(town.config), "--json")
    install("testtown")
    alone = run(*words).out
    install("faulty", spoil="visits.households")
    assert run(*words).out == alone


def test_faulty_pack_that_was_asked_for_gives_2(
    run: Runner, town: Town, install: Callable[..., Any]
) -> None:
    """Its faults are told, all of them."""
    install("faulty", spoil="visits.households")
    found = run("check", *PERIOD, "--config", str(town.config), "--pack", "faulty", "--json")
    assert (found.code, found.json()["error"]["code"]) == (2, "pack.unknown_key")


def test_no_usable_pack_gives_2(run: Runner, town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a rule nothing is judged, and that would look like no breach."""
    monkeypatch.setattr("fengqiao.cli.opening.installed_packs", tuple)
    found = run("check", *PERIOD, "--config", str(town.config))
    assert (found.code, "[cli.no_usable_pack]" in found.err) == (2, True)


def test_as_known_reaches_the_check(run: Runner, town: Town) -> None:
    """All of Testtown became known on 1 August at 8; an hour earlier there is nothing to judge."""
    words = ("check", *town.asking(), *PERIOD, "--fail-on", "never", "--as-known")
    codes = [run(*words, f"2018-08-01T0{hour}:00+08:00").code for hour in (7, 8)]
    assert codes == [2, 0]


@pytest.fixture
def unconfirmed(town: Town, tmp_path: Path) -> tuple[str, ...]:
    """Options that ask by a copy of the pack whose number of households is not confirmed."""
    copy = Path(shutil.copytree(town.pack, tmp_path / "unconfirmed"))
    rules = copy / "data" / "rules.toml"
    text = rules.read_text(encoding="utf-8")
    text = text.replace("at_least = 3\n", "at_least = 3\nverified = false\n")
    rules.write_text(text, encoding="utf-8")
    return ("--config", str(town.config), "--pack", str(copy), *PERIOD, "--fail-on", "never")


@pytest.mark.parametrize(
    ("lang", "asked", "note"),
    [
        (
            "en",
            "at least 3 *",
            "* 2 of the findings rest on a value that was not confirmed against the source.",
        ),
        ("zh", "不少于 3 *", "* 其中 2 项所依据的数值尚未与原文核对。"),
    ],
)
def test_table_marks_what_is_not_confirmed(
    run: Runner, unconfirmed: tuple[str, ...], lang: str, asked: str, note: str
) -> None:
    """A mark at what is asked, and a footnote that counts those that are met too."""
    lines = run("check", *unconfirmed, "--lang", lang).out.splitlines()
    assert ([line for line in lines if line.endswith(asked)] != [], note in lines) == (True, True)


def test_table_has_no_footnote_where_all_is_confirmed(run: Runner, town: Town) -> None:
    """As most packs have it."""
    out = run("check", *town.asking(), *PERIOD).out
    assert "*" not in out


def test_json_says_what_is_not_confirmed(run: Runner, unconfirmed: tuple[str, ...]) -> None:
    """In each receipt."""
    found = run("check", *unconfirmed, "--json").json()["findings"]
    entries = {one["entry"] for one in found if not one["receipt"]["verified"]}
    assert entries == {"visits.households"}
