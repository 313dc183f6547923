"""The demonstration, with a fixed seed: what it prints, what it leaves, what it can be used for."""

from __future__ import annotations

import json
import re
import shlex
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

import fengqiao
from fengqiao.cli.app import app
from fengqiao.cli.demo_config import MARK
from fengqiao.planning import DueWork, verify
from fengqiao.rules import Duty, Norm, Role

pytestmark = pytest.mark.needs("fengqiao_wuhai", "fengqiao_cn")
LANGS = ("en", "zh")
PERIOD = "2018-07"
VERBS = ("check", "explain", "due", "plan", "burden", "score", "case")
LONGER = ("duty.report.organisation", "duty.report.conditions")
"""Duties that the demonstration's configuration asks for by the quarter or half-year."""
Demo = Callable[[str], str]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the demonstration is run."""
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="module")
def demo(folder: Path) -> Iterator[Demo]:
    """What `fengqiao demo --seed 1` prints in a language; run once in each."""
    patch = pytest.MonkeyPatch()
    patch.chdir(folder)
    patch.setenv("FENGQIAO_LANG", "en")
    printed: dict[str, str] = {}

    def show(lang: str) -> str:
        if lang not in printed:
            printed[lang] = _run(patch, "demo", "--seed", "1", "--lang", lang)
        return printed[lang]

    show("en")
    yield show
    patch.undo()


def _run(patch: pytest.MonkeyPatch, *words: str) -> str:
    """What a command line prints, in this process."""
    from io import StringIO

    out = StringIO()
    with patch.context() as local:
        local.setattr("sys.stdout", out)
        with pytest.raises(SystemExit):
            app.main(list(words), prog_name="fengqiao")
    return out.getvalue()


@pytest.fixture
def workspace(demo: Demo, folder: Path) -> Iterator[fengqiao.Workspace]:
    """The store and the configuration that it left."""
    left = folder / "fengqiao-demo"
    url = f"sqlite:///{left}/wuhai-2018-07.db"
    config = left / "wuhai-2018-07.toml"
    with fengqiao.open_workspace(url, packs=["wuhai"], config=config) as opened:
        yield opened


@pytest.mark.parametrize("lang", LANGS)
def test_demo_has_at_most_60_lines(demo: Demo, lang: str) -> None:
    """It fits on a screen and a half."""
    assert len(demo(lang).splitlines()) <= 60


@pytest.mark.needs("time")
@pytest.mark.parametrize(("month", "seed"), [("2018-10", "1"), ("2024-12", "2"), ("2018-01", "3")])
def test_other_months_fit_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, month: str, seed: str
) -> None:
    """A month with a long holiday, one years later, one before the notice; English is longer."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FENGQIAO_LANG", "zh")
    words = ("demo", "--month", month, "--seed", seed, "--lang", "en")
    assert 20 < len(_run(monkeypatch, *words).splitlines()) <= 60


@pytest.mark.parametrize("lang", LANGS)
def test_demo_is_at_most_80_columns_wide(demo: Demo, lang: str) -> None:
    """Chinese characters take two columns each."""
    assert max(map(cell_len, demo(lang).splitlines())) <= 80


@pytest.mark.parametrize("lang", LANGS)
def test_demo_has_no_colour_codes(demo: Demo, lang: str) -> None:
    """Nobody looks at it in a terminal here."""
    assert "\x1b" not in demo(lang)


@pytest.mark.parametrize(("lang", "label"), [("en", "all"), ("zh", "合计")])
def test_areas_are_classed_by_the_number_in_their_code(demo: Demo, lang: str, label: str) -> None:
    """69 residents' committees (001-199), 13 villagers' committees (200-399), 5 quasi-communities.

    Counted in the statistics code table as of 2023-06-30, codes that begin with 1503.
    """
    (line,) = (line for line in demo(lang).splitlines() if line.split()[:1] == [label])
    assert line.split()[1:] == ["69", "13", "5"]


@pytest.mark.parametrize("lang", LANGS)
def test_there_are_16_stations(demo: Demo, lang: str) -> None:
    """The city's 16 stations, 一(一)."""
    line = next(line for line in demo(lang).splitlines() if "16" in line)
    assert re.search(r"\b16\b.*一\(一\)", line)


def test_quasi_communities_are_told_apart_by_number_not_name(
    workspace: fengqiao.Workspace,
) -> None:
    """150302101400 is called a residents' committee, yet 400 is a quasi-community."""
    findings = workspace.check(PERIOD, entry="facility.police_rooms")
    assert "150302101400" not in {finding.subject for finding in findings}


@pytest.mark.parametrize(("mean", "level"), [(15, "class_1"), (10, "class_2")])
def test_station_on_an_edge_is_in_the_higher_class(
    workspace: fengqiao.Workspace, mean: int, level: str
) -> None:
    """15 and 10 calls a day exactly: at least and at most include the number, 一(一)."""
    exact = f"{mean * 31}/31"
    levels = {item.level for item in workspace.classify(PERIOD) if item.actual == exact}
    assert levels == {level}


@pytest.mark.parametrize("lang", LANGS)
def test_demo_prints_the_url_of_its_store(demo: Demo, lang: str) -> None:
    """So that the next program can open it."""
    assert "sqlite:///fengqiao-demo/wuhai-2018-07.db" in demo(lang)


def commands(text: str) -> list[list[str]]:
    """Command lines that the demonstration prints, as a shell would read them."""
    joined = re.sub(r"\\\n *", "", text)
    return [shlex.split(line[2:]) for line in joined.splitlines() if line.startswith("$ ")]


def test_demo_prints_commands_that_repeat_it(demo: Demo) -> None:
    """Findings, one explanation, a week's due work and plan, burden, classes and award lists."""
    assert [words[1] for words in commands(demo("zh"))] == list(VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_printed_command_runs(
    demo: Demo, verb: str, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    """As it stands, from the folder in which the demonstration was run."""
    monkeypatch.chdir(folder)
    words = next(words for words in commands(demo("zh")) if words[1] == verb)
    assert _run(monkeypatch, *words[1:]).strip()


@pytest.mark.needs("time")
def test_printed_command_runs_from_a_folder_with_a_blank_in_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is printed can be pasted."""
    monkeypatch.chdir(tmp_path)
    shown = _run(monkeypatch, "demo", "--out", "my demo's")
    assert [_run(monkeypatch, *words[1:]).strip() != "" for words in commands(shown)] == [
        True
    ] * len(VERBS)


def test_band_has_no_findings_to_check(
    workspace: fengqiao.Workspace,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """`station.class` is classed by `score`: an empty answer would look like no breach."""
    monkeypatch.chdir(folder)
    config = "fengqiao-demo/wuhai-2018-07.toml"
    words = ["check", "--period", PERIOD, "--entry", "station.class", "--config", config]
    with pytest.raises(SystemExit) as left:
        app.main(words, prog_name="fengqiao")
    assert (left.value.code, "[request.no_entry]" in capsys.readouterr().err) == (2, True)


def test_explanation_is_that_of_the_command(
    demo: Demo, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    """The demonstration shows some of its lines, the command all of them."""
    monkeypatch.chdir(folder)
    words = next(words for words in commands(demo("en")) if words[1] == "explain")
    lines = _run(monkeypatch, *words[1:], "--on", "2018-07-31").splitlines()
    shown = [line for line in demo("en").splitlines() if line in lines]
    assert [line.split()[0] for line in shown if line[0] != " "] == [
        "Finding",
        "Result",
        "Asked",
        "Clause",
        "Found",
        "Counted",
    ]


def due_of(workspace: fengqiao.Workspace, demo: Demo) -> DueWork:
    """The due work of the week that the demonstration shows."""
    words = next(words for words in commands(demo("en")) if words[1] == "due")
    asked = dict(pairwise(words))
    on = date.fromisoformat(asked["--on"])
    return workspace.due(asked["--period"], on=on, staff=asked["--staff"])


def test_week_shows_what_is_due(workspace: fengqiao.Workspace, demo: Demo) -> None:
    """Households of the month: due, done and open, as `fengqiao due` has them, 二(十)."""
    (quota,) = (item for item in due_of(workspace, demo) if item.kind == "visit")
    line = next(line for line in demo("en").splitlines() if line.startswith("  households "))
    assert line.split()[2:5] == [str(quota.due), str(quota.done), str(quota.open)]


def test_officer_looked_at_has_work_of_every_checklist(
    workspace: fengqiao.Workspace, demo: Demo
) -> None:
    """Daily, weekly and monthly, 四."""
    units = {fengqiao.Period.parse(item.period).unit for item in due_of(workspace, demo)}
    assert {"day", "week", "month"} <= units


@pytest.mark.parametrize("lang", LANGS)
def test_demo_says_what_found_no_place(demo: Demo, lang: str) -> None:
    """With its reasons; nothing is dropped in silence."""
    words = {"en": "not placed", "zh": "未排入"}
    assert words[lang] in demo(lang)


def test_plan_of_the_city_keeps_every_rule(workspace: fengqiao.Workspace) -> None:
    """The verifier, which shares no code with the planner, finds nothing."""
    week, on = fengqiao.Period.parse("2018-W29"), date(2018, 7, 15)
    items = tuple(workspace.due(week, on=on))
    plan, capacities = workspace.plan(week, on=on), workspace.capacities(week)
    broken = verify(plan, items, capacities, period=week, calendar=workspace.calendar)
    assert (broken, len(plan.placed) > 1000) == ((), True)


def test_burden_fits_into_the_hours_assumed(workspace: fengqiao.Workspace) -> None:
    """Of every officer who serves all month; the hours are the demonstration's own assumption."""
    officers = workspace.burden(PERIOD).officers
    assert all(one.minutes <= one.available for one in officers if one.available is not None)


def test_findings_are_left_unchecked_for_several_reasons(workspace: fengqiao.Workspace) -> None:
    """Nothing recorded, nothing due, not filled in, part of a period, small counts."""
    reasons = {finding.reason for finding in workspace.check(PERIOD)} - {None}
    assert reasons == {"no_data", "nothing_due", "not_configured", "part_of_period", "withheld"}


def test_every_entry_that_judges_is_answered(workspace: fengqiao.Workspace) -> None:
    """Norms, duties and roles of the whole notice; longer periods than the month aside."""
    entries = [
        one for one in workspace.packs["wuhai"].entries if isinstance(one, (Norm, Duty, Role))
    ]
    answered = {finding.entry for finding in workspace.check(PERIOD)}
    silent = {one.id for one in entries} - answered
    assert silent == {"meeting.station", "meeting.post", *LONGER}


def test_findings_have_all_three_results(workspace: fengqiao.Workspace) -> None:
    """Most is met, some is not, and what is left open is not guessed."""
    counts = workspace.check(PERIOD).counts()
    assert counts["met"] > counts["not_met"] + counts["not_checkable"] > counts["not_met"] > 0


def test_some_open_terms_stay_open(workspace: fengqiao.Workspace) -> None:
    """The example fills some of them only."""
    reasons = {finding.reason for finding in workspace.check(PERIOD)}
    assert "not_configured" in reasons


@pytest.mark.needs("time")
def test_same_seed_leaves_the_same_facts(
    workspace: fengqiao.Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The export is the same, byte for byte."""
    monkeypatch.chdir(tmp_path)
    _run(monkeypatch, "demo", "--seed", "1", "--out", "again")
    url = f"sqlite:///{tmp_path}/again/wuhai-2018-07.db"
    with fengqiao.open_workspace(url, packs=["wuhai"]) as again:
        assert list(again.export()) == list(workspace.export())


def plain(workspace: fengqiao.Workspace) -> dict[str, dict[str, Any]]:
    """Findings of the month as plain data, by id."""
    return {finding.id: finding.to_json() for finding in workspace.check(PERIOD)}


def without_one_visit(lines: list[bytes], staff: str) -> list[bytes]:
    """An export without an officer's last visit to a household that was visited once."""
    for number, line in enumerate(lines):
        batch = json.loads(line).get("batch", {})
        if batch.get("kind") == "visit" and staff in batch["columns"]["staff"]:
            columns = batch["columns"]
            times = Counter(columns["household"])
            pairs = enumerate(zip(columns["staff"], columns["household"], strict=True))
            row = max(row for row, (one, home) in pairs if one == staff and times[home] == 1)
            for column in columns.values():
                del column[row]
            changed = json.dumps({"batch": batch}).encode() + b"\n"
            return [*lines[:number], changed, *lines[number + 1 :]]
    pytest.fail("the officer made no visit")


def test_one_visit_less_changes_exactly_one_finding(
    workspace: fengqiao.Workspace, folder: Path
) -> None:
    """An officer with 80 households falls to 79 (二(十)); nothing else changes."""
    before = plain(workspace)
    quota = (one for one in before.values() if one["entry"] == "visits.households")
    exact = next(one for one in quota if one["actual"] == 80)
    lines = without_one_visit(list(workspace.export()), exact["subject"]["id"])
    config = folder / "fengqiao-demo" / "wuhai-2018-07.toml"
    with fengqiao.open_workspace(packs=["wuhai"], config=config) as other:
        other.load(lines)
        after = plain(other)
    changed = [id_ for id_ in before | after if before.get(id_) != after.get(id_)]
    found = after[exact["id"]]
    assert (changed, exact["result"], found["actual"], found["result"]) == (
        [exact["id"]],
        "met",
        79,
        "not_met",
    )


def test_former_demo_is_replaced(demo: Demo, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Run twice in one folder, it holds one demonstration."""
    demo("en")
    demo("zh")
    left = sorted(path.name for path in (folder / "fengqiao-demo").iterdir())
    assert [name for name in left if not name.endswith(("-wal", "-shm"))] == [
        "wuhai-2018-07.db",
        "wuhai-2018-07.toml",
    ]


def test_file_of_somebody_else_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A configuration of that name without the demonstration's first line is a host's own."""
    (tmp_path / "wuhai-2018-07.toml").write_text("format = 1\n", encoding="utf-8")
    (tmp_path / "wuhai-2018-07.db").write_text("mine", encoding="utf-8")
    with pytest.raises(SystemExit) as left:
        app.main(["demo", "--out", str(tmp_path)], prog_name="fengqiao")
    kept = (tmp_path / "wuhai-2018-07.db").read_text(encoding="utf-8")
    assert (left.value.code, kept) == (2, "mine")


def test_configuration_says_that_its_values_are_an_example(demo: Demo, folder: Path) -> None:
    """A reader must not take them for the source's."""
    demo("en")
    text = (folder / "fengqiao-demo" / "wuhai-2018-07.toml").read_text(encoding="utf-8")
    assert text.startswith(MARK)
    assert "not the source's" in text


@pytest.mark.parametrize("lang", LANGS)
def test_a_dispute_of_each_outcome_is_shown(demo: Demo, lang: str) -> None:
    """Each with the article by which it ended so (people's mediation, as of 2026)."""
    text = demo(lang).partition("demo-case-1")[2].partition("\n-- ")[0]
    assert re.findall(r"(\d) [^\d]+? ([a-z_]+\d{4}:\S+)", text) == [
        ("1", "mediation2010:31(1)"),
        ("2", "mediation2010:26"),
        ("3", "mediation2010:17"),
        ("4", "mediation2010:23"),
        ("5", "civil_procedure2023:206"),
    ]


def test_disputes_leave_the_month_as_it_was(workspace: fengqiao.Workspace) -> None:
    """They are of 2026: nothing of 2018 is about them."""
    assert [one for one in workspace.due(PERIOD) if one.kind == "case"] == []
    assert len(workspace.cases(on=date(2026, 4, 1))) == 5
