from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from fengqiao.testing.small import SMALL_PACK

Runner = Callable[..., Any]
PACK = str(SMALL_PACK)


def test_json_has_the_fixed_keys(run: Runner) -> None:
    """Format, pack, version, sources, entries."""
    found = run("show", PACK, "--json").json()
    assert {"format", "pack", "version", "sources", "entries"} <= set(found)


def test_value_stands_under_its_clause_in_the_notices_unit(run: Runner) -> None:
    """At least 2 hours, clause 二 of the small pack."""
    entries = run("show", PACK, "--json").json()["entries"]
    meeting = next(entry for entry in entries if entry["id"] == "meeting.community")
    lasts = next(value for value in meeting["values"] if value["field"] == "lasts")
    assert (meeting["clause"], lasts["op"], lasts["value"]) == (["二"], "at_least", "2 hours")


@pytest.mark.parametrize("text", ["visits.households", "3", "一", "within"])
def test_table_shows_keys_values_clauses_and_open_terms(run: Runner, text: str) -> None:
    """What a person asks of a pack."""
    assert text in run("show", PACK).out


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("words", [(PACK,), ("--keys",)], ids=["pack", "keys"])
def test_no_line_is_wider_than_80_columns(run: Runner, lang: str, words: tuple[str, ...]) -> None:
    """Chinese characters take two columns each."""
    out = run("show", *words, "--lang", lang).out
    assert max(map(cell_len, out.splitlines())) <= 80


def test_keys_need_no_pack(run: Runner) -> None:
    """All keys that an entry may use."""
    found = run("show", "--keys", "--json").json()["keys"]
    assert "visits.households" in {key["key"] for key in found}


@pytest.mark.parametrize(
    ("lang", "owed", "length"),
    [
        ("en", "each community officer, per month", "length (lasts) at least 2 hours"),
        ("zh", "每个社区民警,每月", "时长 (lasts) 不少于 2 小时"),
    ],
)
def test_table_says_who_owes_it_and_how_often(
    run: Runner, lang: str, owed: str, length: str
) -> None:
    """An officer can proofread a norm and a duty without the JSON."""
    lines = [line.strip() for line in run("show", PACK, "--lang", lang).out.splitlines()]
    assert [one for one in (owed, length) if one not in lines] == []


@pytest.mark.parametrize(("lang", "force"), [("en", "aim"), ("zh", "力争")])
def test_table_says_what_is_less_than_a_must(
    run: Runner, tmp_path: Path, lang: str, force: str
) -> None:
    """An aim or a reported practice isn't taken for an order; an order needs no word."""
    copy = Path(shutil.copytree(SMALL_PACK, tmp_path / "pack"))
    before = run("show", str(copy), "--lang", lang).out.splitlines()
    rules = copy / "data" / "rules.toml"
    text = rules.read_text(encoding="utf-8").replace(
        "at_least = 3", 'at_least = 3\nforce = "aim"', 1
    )
    rules.write_text(text, encoding="utf-8")
    after = run("show", str(copy), "--lang", lang).out.splitlines()
    said = [line.strip() for line in after if line not in before]
    assert said == [force]


@pytest.mark.parametrize(("lang", "item"), [("en", "publicity"), ("zh", "防范")])
def test_table_calls_items_of_a_label_by_their_names(run: Runner, lang: str, item: str) -> None:
    """A label's items are there to be read; one without a name in a language has its other."""
    folder = Path(__file__).parents[2] / "packs_for_tests" / "every_table"
    lines = run("show", str(folder), "--lang", lang).out.splitlines()
    assert [line for line in lines if item in line and line.strip().startswith(("items", "内容"))]


@pytest.mark.parametrize(("lang", "name"), [("en", "the north"), ("zh", "城北")])
def test_table_calls_a_named_station_by_its_name(
    run: Runner, tmp_path: Path, lang: str, name: str
) -> None:
    """Not by the word that the host's configuration uses."""
    copy = Path(shutil.copytree(SMALL_PACK, tmp_path / "pack"))
    rules = copy / "data" / "rules.toml"
    named = (
        '\n[[label]]\nkey = "names.station"\nclause = "二"\n'
        'items = [{ name = "north", zh = "城北", en = "the north" }]\n'
        '\n[[norm]]\nkey = "facility.mediation_rooms"\neach = "station"\n'
        'where.name = "north"\nat_least = 1\nclause = "二"\n'
    )
    rules.write_text(rules.read_text(encoding="utf-8") + named, encoding="utf-8")
    lines = run("show", str(copy), "--lang", lang).out.splitlines()
    assert [line for line in lines if line.endswith((f"name = {name}", f"名称 = {name}"))]


def test_items_of_a_label_are_not_taken_for_other_words(run: Runner, tmp_path: Path) -> None:
    """`management` is a topic of inspections elsewhere; here it is what the label says."""
    copy = Path(shutil.copytree(SMALL_PACK, tmp_path / "pack"))
    label = (
        '[[label]]\nkey = "stages"\nclause = "一"\n'
        'items = [ { name = "running", zh = "管理", en = "management" } ]\n'
    )
    (copy / "data" / "stages.toml").write_text(f"format = 1\n\n{label}", encoding="utf-8")
    assert "items all of management" in run("show", str(copy)).out


@pytest.mark.parametrize(("lang", "due"), [("en", "by 2019-12-31"), ("zh", "2019-12-31 前达到")])
def test_table_says_by_when_a_limit_is_to_be_reached(run: Runner, lang: str, due: str) -> None:
    """A deadline is a number of the notice too; it stands beside its limit."""
    folder = Path(__file__).parents[2] / "packs_for_tests" / "every_table"
    lines = run("show", str(folder), "--lang", lang).out.splitlines()
    assert [line for line in lines if line.endswith(due)]


@pytest.mark.parametrize(
    ("field", "line"),
    [
        ("at_least = 3\nverified = false", "not confirmed against the source"),
        (
            "phase = [ { at_least = 3 }, { from = 2026-01-01, at_least = 3, verified = false } ]",
            "not confirmed against the source: 2026-01-01 -",
        ),
    ],
)
def test_table_says_what_is_not_confirmed(
    run: Runner, tmp_path: Path, field: str, line: str
) -> None:
    """An entry as a whole, or one phase with its days."""
    copy = Path(shutil.copytree(SMALL_PACK, tmp_path / "pack"))
    rules = copy / "data" / "rules.toml"
    text = rules.read_text(encoding="utf-8").replace("at_least = 3", field, 1)
    rules.write_text(text, encoding="utf-8")
    assert line in [one.strip() for one in run("show", str(copy)).out.splitlines()]


SHOWN = """
[[label]]
key = "team_kind"
items = [ { name = "patrol", zh = "巡逻队", en = "patrols" } ]
note.zh = "只是名称"
note.en = "names only"
clause = "一"
[[measure]]
key = "services.done_share"
about = "service"
kind = "share"
each = "station"
done = { zh = "办结的事项", en = "services done" }
total = { zh = "受理的事项", en = "services taken" }
clause = "一"
[[norm]]
id = "visits.urban"
key = "visits.households"
each = "community_officer"
where.setting = "urban"
of.full_time = true
per = "quarter"
between = [3, 5]
above = "notice"
clause = "一"
[[not_modelled]]
clause = "一"
why = "heading"
what = { zh = "标题", en = "a heading" }
"""


@pytest.fixture
def shown(tmp_path: Path) -> str:
    """The small pack with entries that say more than their values."""
    copy = Path(shutil.copytree(SMALL_PACK, tmp_path / "pack"))
    rules = copy / "data" / "rules.toml"
    text = SHOWN.replace("of.full_time = true\n", "")
    rules.write_text(rules.read_text(encoding="utf-8") + text, encoding="utf-8")
    return str(copy)


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("en", "note: names only"),
        ("zh", "说明:只是名称"),
        ("en", "counted: services done"),
        ("en", "out of: services taken"),
        ("zh", "总数:受理的事项"),
        ("en", "only those whose setting = urban"),
        ("zh", "限于城乡 = 城区"),
        ("en", "above the upper end: notice"),
        ("zh", "高于上限:提示"),
        ("en", "for plans alone: minutes"),
        ("zh", "仅用于排班,待填:minutes"),
    ],
)
def test_table_says_what_stands_beside_the_values(
    run: Runner, shown: str, lang: str, line: str
) -> None:
    """Whoever proofreads a pack sees all that the pack says."""
    lines = [one.strip() for one in run("show", shown, "--lang", lang).out.splitlines()]
    assert line in lines


def test_a_list_without_a_number_shows_none(run: Runner, shown: str) -> None:
    """The length of a list is no count that the source states."""
    assert "how many" not in run("show", shown, "--lang", "en").out


def test_json_says_why_a_clause_is_left_out(run: Runner, shown: str) -> None:
    """The reason stands with the entry; what is modelled has none."""
    entries = run("show", shown, "--json").json()["entries"]
    assert {one["why"] for one in entries} == {None, "heading"}
