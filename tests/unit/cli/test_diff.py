"""`fengqiao diff`: both sides in 80 columns, as JSON, in both languages."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from fengqiao.testing.small import SMALL_PACK

from .conftest import SmallTown

Running = Callable[..., Any]


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """The pack of another place, which asks for 5 households where Testtown asks for 3."""
    folder = tmp_path / "elsewhere"
    shutil.copytree(SMALL_PACK, folder)
    for path in folder.rglob("cases/*.toml"):
        path.unlink()
    for path in folder.rglob("data/*.toml"):
        text = path.read_text(encoding="utf-8")
        text = text.replace('"testtown"', '"elsewhere"').replace('"990001"', '"990002"')
        text = text.replace("at_least = 3", "at_least = 5").replace("2 hours", "90 minutes")
        path.write_text(text, encoding="utf-8")
    return folder


def test_table(run: Running, elsewhere: Path) -> None:
    """Counts first, then each difference with both clauses."""
    found = run("diff", str(SMALL_PACK), str(elsewhere), "--on", "2018-07-01", "--lang", "en")
    assert (found.code, found.out) == (
        0,
        """\
testtown 1.0.0 2018-07-01, and elsewhere 1.0.0 2018-07-01
Said of the second, measured against the first: 1 tighter, 1 looser
Pairs of entries that differ in nothing: 1

Tighter (1)
  households visited (visits.households), each community officer
    testtown   一  at least 3 households, per month
    elsewhere  一  at least 5 households, per month

Looser (1)
  community meeting (meeting.community), each community / length
    testtown   二  at least 2 hours
    elsewhere  二  at least 90 minutes
""",
    )


def test_chinese(run: Running, elsewhere: Path) -> None:
    """The same in Chinese."""
    found = run("diff", str(SMALL_PACK), str(elsewhere), "--on", "2018-07-01", "--lang", "zh")
    assert "更严 (1)\n  走访户数(visits.households),每个社区民警\n" in found.out
    assert "    elsewhere  一  不少于 5,每月\n" in found.out


def test_one_pack_on_two_days(run: Running) -> None:
    """Before its source nothing is in force."""
    found = run("diff", str(SMALL_PACK), "--on", "2017-12-31", "--and", "2018-01-01", "--json")
    assert (found.code, found.json()["counts"]["added"]) == (0, 3)
    assert found.json()["one"]["on"] == "2017-12-31"


def test_nothing_differs(run: Running) -> None:
    """That is said."""
    days = ("--on", "2018-07-01", "--and", "2018-08-01")
    assert "They say the same.\n" in run("diff", str(SMALL_PACK), *days).out


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ((), "diff_days"),
        (("--on", "2018-07-01"), "diff_days"),
        (("--on", "2018-07-01", "--and", "2018-08-01", "--period", "2018-07"), "diff_period"),
        (("--on", "2018-07-01", "--and", "2018-08-01", "--store", "sqlite:///x"), "diff_period"),
    ],
)
def test_what_belongs_together(run: Running, more: tuple[str, ...], code: str) -> None:
    """Two packs or two days; a store and a period."""
    found = run("diff", str(SMALL_PACK), *more, "--json")
    assert (found.code, found.json()["error"]["code"]) == (2, f"cli.{code}")


def test_a_store_is_never_made(run: Running, tmp_path: Path) -> None:
    """A misspelled name is no empty town."""
    path = tmp_path / "misspelled.db"
    days = ("--on", "2018-07-01", "--and", "2018-08-01")
    asked = ("--store", f"sqlite:///{path.as_posix()}", "--period", "2018-07")
    assert run("diff", str(SMALL_PACK), *days, *asked).code == 2
    assert not path.exists()


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_on_facts(run: Running, town: SmallTown, elsewhere: Path, lang: str) -> None:
    """The answers that turned, in lines of 80 columns; S01 visits 4 households."""
    store = f"sqlite:///{town.config.with_suffix('.db').as_posix()}"
    asked = ("--on", "2018-07-01", "--store", store, "--period", "2018-07", "--lang", lang)
    found = run("diff", str(SMALL_PACK), str(elsewhere), *asked)
    assert found.code == 0
    assert "visits.households@community_officer/S01:2018-07" in found.out
    assert [line for line in found.out.splitlines() if cell_len(line) > 80] == []


def test_json_on_facts(run: Running, town: SmallTown, elsewhere: Path) -> None:
    """The outcome stands beside the rows; without a store it is null."""
    store = f"sqlite:///{town.config.with_suffix('.db').as_posix()}"
    asked = ("--on", "2018-07-01", "--json")
    plain = run("diff", str(SMALL_PACK), str(elsewhere), *asked)
    full = run(
        "diff", str(SMALL_PACK), str(elsewhere), *asked, "--store", store, "--period", "2018-07"
    )
    assert plain.json()["store"] is None
    turned = full.json()["store"]["turned"]
    assert [(one["subject"]["id"], one["results"]) for one in turned][:1] == [
        ("S01", ["met", "not_met"])
    ]


SHARE = """
[[norm]]
id       = "staffing.share"
key      = "staffing.community_officer_share"
each     = "station"
basis    = "strength"
at_least = "40%"
clause   = "二"

[[norm]]
key      = "organisation.stations"
each     = "city"
at_least = 1
clause   = "二"
"""


def test_no_code_stands_for_a_name(run: Running, tmp_path: Path) -> None:
    """What a share is out of is said in the language; one of anything is no plural."""
    more = tmp_path / "more"
    shutil.copytree(SMALL_PACK, more)
    rules = more / "data" / "rules.toml"
    rules.write_text(rules.read_text(encoding="utf-8") + SHARE, encoding="utf-8")
    asked = ("diff", str(SMALL_PACK), str(more), "--on", "2018-07-01", "--lang")
    zh, en = run(*asked, "zh").out, run(*asked, "en").out
    assert ("分母:全部警力" in zh, "strength" in zh) == (True, False)
    assert ("out of the whole strength" in en, "at least 1 station\n" in en) == (True, True)


LABEL = """
[[label]]
key    = "inspection_topic"
items  = [{ name = "electricity", zh = "用电", en = "electricity" }]
clause = "二"
"""


def test_what_is_defined_otherwise_stands_at_the_end(run: Running, tmp_path: Path) -> None:
    """Words of lists by their names, with both clauses."""
    folders = []
    for word in ("electricity", "gas"):
        folder = tmp_path / word
        shutil.copytree(SMALL_PACK, folder)
        rules = folder / "data" / "rules.toml"
        text = LABEL.replace("electricity", word).replace(
            "用电", "用气" if word == "gas" else "用电"
        )
        rules.write_text(rules.read_text(encoding="utf-8") + text, encoding="utf-8")
        folders.append(str(folder))
    found = run("diff", *folders, "--on", "2018-07-01", "--lang", "zh").out
    assert "定义不同 (1)" in found
    assert "用电" in found.partition("定义不同")[2]
    assert "electricity" not in found
