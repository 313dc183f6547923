"""No output shows a count of people below the host's threshold, nor what would give it away.

All counts here are odd enough to be looked for as texts. The threshold is 1,000.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import fengqiao
from fengqiao import Session, Total, Workspace
from fengqiao.cli.app import app
from fengqiao.errors import Lang
from fengqiao.testing.small import COMMUNITIES, SMALL_PACK, small_city

KNOWN_AT = datetime(2018, 8, 2, 8, tzinfo=ZoneInfo("Asia/Shanghai"))
MONTH = "2018-07"
LANGS: tuple[Lang, ...] = ("en", "zh")
MORE = """
[[norm]]
key      = "survey.familiarity_share"
each     = ["station", "community_officer"]
per      = "month"
at_least = "10%"
clause   = "二"

[[band]]
key    = "station.class"
by     = "survey.rating"
over   = "month"
tie    = "upper"
clause = "二"
level  = [{ name = "good", at_least = "50%" }, { name = "fair", at_most = "50%" }]

[[sheet]]
key    = "points.community_officer"
each   = "community_officer"
per    = "month"
part   = [{ name = "familiarity", weight = 100, measure = "survey.familiarity_share" }]
out_of = 100
clause = "二"
"""
ANSWERS = (
    ("survey.familiarity", "station", "ST01", 977, 1934),
    ("survey.familiarity", "community_officer", "S01", 811, 1231),
    ("survey.familiarity", "community_officer", "S02", 203, 703),  # below the threshold
    ("survey.rating", "station", "ST01", 457, 911),  # below the threshold
)
PEOPLE = 613  # at the second meeting, below the threshold
WITHHELD = ("203", "703", "811", "1231", "457", "911", "613")
SHOWN = "977/1934"
"""The station's, of which 703 would be left were officer S01's shown."""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The small pack, and a survey by officer and station, a class and a score that rest on it."""
    folder = Path(shutil.copytree(SMALL_PACK, tmp_path / "pack"))
    rules = folder / "data" / "rules.toml"
    rules.write_text(rules.read_text(encoding="utf-8") + MORE, encoding="utf-8")
    return folder


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """The host's threshold."""
    path = tmp_path / "town.toml"
    path.write_text("format = 1\n[host]\nsmall_count = 1000\n", encoding="utf-8")
    return path


@pytest.fixture
def town(tmp_path: Path, pack: Path, config: Path) -> Iterator[Workspace]:
    """The small city with surveys, and a meeting of many."""
    url = f"sqlite:///{tmp_path}/town.db"
    with fengqiao.open_workspace(url, packs=[pack], config=config) as workspace:
        small_city(workspace)
        keys = ("survey.familiarity", "survey.rating")
        workspace.declare(dict.fromkeys(keys, date(2018, 1, 1)), known_at=KNOWN_AT)
        totals = [
            Total(
                id=f"t{number}",
                key=key,
                subject_kind=kind,
                subject=subject,
                on=date(2018, 7, 20),
                done=done,
                total=total,
            )
            for number, (key, kind, subject, done, total) in enumerate(ANSWERS)
        ]
        workspace.record(totals, known_at=KNOWN_AT)
        meeting = Session(
            id="m9",
            key="meeting.community",
            station="ST01",
            area=COMMUNITIES[1],
            led_by="S02",
            started_at=KNOWN_AT.replace(month=7),
            ended_at=KNOWN_AT.replace(month=7, hour=10),
            people=PEOPLE,
        )
        workspace.record(meeting, known_at=KNOWN_AT)
        yield workspace


def explained(town: Workspace) -> str:
    """Every explanation of findings and scores, in both languages."""
    ids = [one.id for one in (*town.check(MONTH), *town.score(MONTH))]
    return "\n".join(town.explain(one, lang=lang) for one in ids for lang in LANGS)


OUTPUTS: dict[str, Callable[[Workspace], object]] = {
    "check": lambda town: [one.to_json() for one in town.check(MONTH)],
    "check, lines of JSON": lambda town: list(town.check(MONTH).jsonl()),
    "check, columns": lambda town: town.check(MONTH).columns(),
    "check of one entry": lambda town: [
        one.to_json() for one in town.check(MONTH, entry="survey.familiarity_share")
    ],
    "check of one station": lambda town: [
        one.to_json() for one in town.check(MONTH, station="ST01")
    ],
    "check of one area": lambda town: [
        one.to_json() for one in town.check(MONTH, area=COMMUNITIES[0])
    ],
    "explain": explained,
    "score": lambda town: [one.to_json() for one in town.score(MONTH)],
    "classify": lambda town: town.classify(MONTH).to_json(),
    "due": lambda town: [one.to_json() for one in town.due(MONTH)],
}
ASKED = ("--store", "STORE", "--config", "CONFIG")
COMMANDS = {
    "check": ("check", "--period", MONTH, "--pack", "PACK", *ASKED),
    "check --json": ("check", "--period", MONTH, "--pack", "PACK", "--json", *ASKED),
    "check --jsonl": ("check", "--period", MONTH, "--pack", "PACK", "--jsonl", *ASKED),
    "score": ("score", "--period", MONTH, "--pack", "PACK", *ASKED),
    "score --json": ("score", "--period", MONTH, "--pack", "PACK", "--json", *ASKED),
    "due": ("due", "--period", MONTH, "--pack", "PACK", *ASKED),
    "diff": ("diff", "PACK", "OTHER", "--period", MONTH, *ASKED),
    "diff --json": ("diff", "PACK", "OTHER", "--period", MONTH, "--json", *ASKED),
    "purge": ("store", "purge", "visit", "--before", "2018-08-01", "--pack", "PACK", *ASKED),
}


@pytest.mark.parametrize("output", OUTPUTS)
def test_no_call_shows_a_small_count(town: Workspace, output: str) -> None:
    """Neither surveys of too few, nor what would tell them, nor attendance of too few."""
    text = json.dumps(OUTPUTS[output](town), ensure_ascii=False, default=str)
    assert [one for one in WITHHELD if one in text] == []


@pytest.fixture
def run(
    town: Workspace, pack: Path, config: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Callable[..., str]:
    """Runs a command on the town; the diff compares with a pack that asks for something else."""
    other = Path(shutil.copytree(pack, tmp_path / "other"))
    rules = other / "data" / "rules.toml"
    text = rules.read_text(encoding="utf-8").replace('"10%"', '"60%"')
    rules.write_text(text.replace("about   = 10", "about   = 700"), encoding="utf-8")
    places = {
        "PACK": str(pack),
        "OTHER": str(other),
        "STORE": f"sqlite:///{tmp_path}/town.db",
        "CONFIG": str(config),
    }
    town.close()

    def run(*words: str) -> str:
        with pytest.raises(SystemExit) as left:
            app.main([places.get(word, word) for word in words], prog_name="fengqiao")
        told = capsys.readouterr()
        assert left.value.code in (0, 1), told.err
        return told.out + told.err

    return run


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_prints_a_small_count(run: Callable[..., str], command: str) -> None:
    """The same of what is printed."""
    text = run(*COMMANDS[command])
    assert [one for one in WITHHELD if one in text] == []


def test_what_is_large_enough_is_shown(town: Workspace) -> None:
    """The station's survey, so that the tests above look at something."""
    found = town.check(MONTH, entry="survey.familiarity_share")
    told = {one.subject: (one.actual, one.reason) for one in found}
    assert told == {"ST01": (SHOWN, None), "S01": (None, "withheld"), "S02": (None, "withheld")}


def test_class_by_a_small_survey_is_withheld(town: Workspace) -> None:
    """457 points of 911 respondents would be a class; nobody is told."""
    (found,) = town.classify(MONTH)
    assert (found.level, found.reason, found.actual) == (None, "withheld", None)


def test_part_of_a_score_that_would_tell_is_withheld(town: Workspace) -> None:
    """Officer S01's survey is large enough, and gives S02's away."""
    assert {part.reason for one in town.score(MONTH) for part in one.parts} == {"withheld"}


def test_enough_others_keep_a_part_shown(town: Workspace) -> None:
    """Where what is left of the station is as many as are shown, nobody more is withheld."""
    more = Total(
        id="t9",
        key="survey.familiarity",
        subject_kind="station",
        subject="ST01",
        on=date(2018, 7, 21),
        done=500,
        total=1000,
    )
    town.record(more, known_at=KNOWN_AT)
    found = town.check(MONTH, entry="survey.familiarity_share")
    assert {one.subject: one.actual for one in found} == {
        "ST01": "1477/2934",
        "S01": "811/1231",
        "S02": None,
    }
