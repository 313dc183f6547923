from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

import fengqiao
from fengqiao.model import KINDS
from fengqiao.testing.small import SMALL_PACK

Runner = Callable[..., Any]
Town = Any
"""The small town of `conftest.py`, which tests can't import."""


def store_of(town: Town) -> str:
    """URL of the small town's store."""
    return f"sqlite:///{town.config.with_suffix('.db')}"


def test_export_gives_the_bytes_of_the_public_call(run: Runner, town: Town) -> None:
    """The command adds and changes nothing."""
    with fengqiao.open_workspace(store_of(town), packs=[SMALL_PACK]) as ws:
        lines = b"".join(ws.export()).decode()
    assert run("store", "export", "--store", store_of(town)).out == lines


def test_export_to_a_file_counts_its_lines(
    run: Runner,
    town: Town,
    tmp_path: Path,
) -> None:
    """What is written is what is said."""
    out = tmp_path / "town.jsonl"
    said = run("store", "export", "--store", store_of(town), "--out", str(out), "--json").json()
    assert said["lines"] == len(out.read_text(encoding="utf-8").splitlines())


def test_erase_changes_the_facts_that_hold_the_reference(
    run: Runner,
    town: Town,
) -> None:
    """Household 6 of the small town was visited twice."""
    said = run("store", "erase", "household-0006", "--store", store_of(town), "--json").json()
    assert said["changed"] == 2


def test_erased_reference_is_in_no_export(run: Runner, town: Town) -> None:
    """It is gone from everything that can be read."""
    run("store", "erase", "household-0006", "--store", store_of(town))
    assert "household-0006" not in run("store", "export", "--store", store_of(town)).out


def test_several_references_are_erased_at_once(run: Runner, town: Town) -> None:
    """Household 6 was visited twice, household 1 once."""
    refs = ("household-0006", "household-0001")
    said = run("store", "erase", *refs, "--store", store_of(town), "--json").json()
    out = run("store", "export", "--store", store_of(town)).out
    assert (said["changed"], [ref for ref in refs if ref in out]) == (3, [])


def test_of_several_references_with_a_wrong_one_none_is_erased(run: Runner, town: Town) -> None:
    """A mobile number is no reference."""
    found = run("store", "erase", "household-0006", "13812345678", "--store", store_of(town))
    out = run("store", "export", "--store", store_of(town)).out
    assert (found.code, "household-0006" in out) == (2, True)


def test_upgrade_of_a_current_store_has_nothing_to_do(
    run: Runner,
    town: Town,
) -> None:
    """There is one schema so far."""
    said = run("store", "upgrade", "--store", store_of(town), "--json").json()
    assert said["found"] == said["now"]


def test_inventory_lists_every_field(run: Runner) -> None:
    """Without a store it still says what one can hold."""
    fields = run("store", "inventory", "--json").json()["fields"]
    assert {(row["kind"], row["field"]) for row in fields} == {
        (kind.name, name) for kind in KINDS.values() for name in kind.fields
    }


def test_inventory_counts_facts(run: Runner, town: Town) -> None:
    """The small town has seven visits and one meeting."""
    facts = run("store", "inventory", "--store", store_of(town), "--json").json()["facts"]
    assert (facts["visit"], facts["session"]) == (7, 1)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_inventory_is_at_most_80_columns_wide(run: Runner, lang: str) -> None:
    """Chinese characters take two columns each."""
    out = run("store", "inventory", "--lang", lang).out
    assert max(map(cell_len, out.splitlines())) <= 80


@pytest.mark.parametrize("verb", ["upgrade", "export", "inventory"])
def test_store_may_be_named_without_its_option(run: Runner, town: Town, verb: str) -> None:
    """`store upgrade URL` is `store upgrade --store URL`."""
    named = run("store", verb, store_of(town))
    assert (named.code, named.out) == (0, run("store", verb, "--store", store_of(town)).out)


VOID = ("--reason", "wrong_day", "--known-at", "2018-08-02T09:00+08:00")


def visits_in(town: Town) -> int:
    """How many visits of July the small town counts."""
    with fengqiao.open_workspace(store_of(town), packs=[SMALL_PACK]) as ws:
        return sum(int(str(one.actual)) for one in ws.check("2018-07", entry="visits.households"))


def test_void_withdraws_facts(run: Runner, town: Town) -> None:
    """And says of how many it was done before."""
    before = visits_in(town)
    run("store", "void", "visit", "v3", *VOID, "--store", store_of(town))
    said = run("store", "void", "visit", "v1", "v3", *VOID, "--store", store_of(town), "--json")
    assert said.json() == {"format": 1, "kind": "visit", "voided": 1, "before": 1}
    assert visits_in(town) < before


def test_void_of_what_is_not_there_is_refused(run: Runner, town: Town) -> None:
    """A misspelled id would leave the wrong fact."""
    left = run("store", "void", "visit", "v1", "v999", *VOID, "--store", store_of(town), "--json")
    assert (left.code, left.json()["error"]["code"]) == (2, "store.unknown_id")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_conflict_says_how_to_withdraw(run: Runner, town: Town, tmp_path: Path, lang: str) -> None:
    """The command stands in the text, with the kind and id of the fact."""
    path = tmp_path / "areas.csv"
    lines = ("id,area,name,since", "A3,990001001003,{name},2018-01-01")
    for name in ("one", "two"):
        path.write_text("\n".join(lines).format(name=name) + "\n", encoding="utf-8")
        left = run("load", "area", str(path), *town.asking(), "--lang", lang)
    assert "`fengqiao store void area A3 --reason" in left.err


def test_purge_without_yes_shows_what_would_go(run: Runner, town: Town) -> None:
    """Seven visits of July; nothing is changed."""
    before = run("store", "export", "--store", store_of(town)).out
    asked = ("visit", "--before", "2018-08-01", "--store", store_of(town))
    found = run("store", "purge", *asked, "--pack", str(SMALL_PACK))
    assert "2018-07" in found.out
    assert "--yes" in found.out
    assert run("store", "export", "--store", store_of(town)).out == before


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_purge_takes_facts_away(run: Runner, town: Town, lang: str) -> None:
    """No visit is exported any more, and July is judged as before."""
    check = ("check", "--period", "2018-07", *town.asking("--store", store_of(town), "--json"))
    before = run(*check).json()["findings"]
    asked = ("visit", "--before", "2018-08-01", "--store", store_of(town), "--lang", lang)
    found = run("store", "purge", *asked, "--pack", str(SMALL_PACK), "--yes")
    out = run("store", "export", "--store", store_of(town)).out
    assert (found.code, "household-0001" in out, "2018-08-01" in found.out) == (0, False, True)
    assert run(*check).json()["findings"] == before


def test_purge_says_what_went_as_json(run: Runner, town: Town) -> None:
    """Counts by month, and how many counts are kept."""
    asked = ("visit", "--before", "2018-08-01", "--store", store_of(town), "--json")
    said = run("store", "purge", *asked, "--pack", str(SMALL_PACK), "--yes").json()
    assert said.pop("kept") > 0
    assert said == {
        "format": 1,
        "kind": "visit",
        "before": "2018-08-01",
        "facts": {"2018-07": 7},
        "purged": True,
    }


def test_days_to_come_are_not_purged(run: Runner, town: Town) -> None:
    """Facts of a month that goes on would be refused."""
    asked = ("visit", "--before", "2999-01-01", "--store", store_of(town))
    found = run("store", "purge", *asked, "--pack", str(SMALL_PACK), "--yes")
    assert (found.code != 0, "store.purge_open" in found.err) == (True, True)


def test_inventory_counts_what_is_left_after_a_purge(run: Runner, town: Town) -> None:
    """The facts that are gone are counted no more."""
    asked = ("visit", "--before", "2018-08-01", "--store", store_of(town))
    run("store", "purge", *asked, "--pack", str(SMALL_PACK), "--yes")
    said = run("store", "inventory", "--store", store_of(town), "--json").json()
    assert (said["facts"]["visit"], said["facts"]["session"]) == (0, 1)
