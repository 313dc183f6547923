from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fengqiao.errors import Fault
from fengqiao.packs import InstalledPack, Plugin
from fengqiao.rules import core_catalogue

Runner = Callable[..., Any]
Install = Callable[..., Path]


@pytest.fixture
def _a_broken_pack(monkeypatch: pytest.MonkeyPatch) -> None:
    facts = {"plugin": "fengqiao-broken", "pack": "broken"}
    pack = InstalledPack(
        id="broken",
        distribution="fengqiao-broken",
        version="0.3",
        folder=None,
        fault=Fault("plugin.no_data", facts),
    )
    monkeypatch.setattr("fengqiao.cli.packs.installed_packs", lambda: (pack,))


@pytest.mark.usefixtures("_a_broken_pack")
@pytest.mark.parametrize("what", ["broken", "0.3", "fengqiao-broken", "[plugin.no_data]"])
def test_failed_pack_is_named_with_version_origin_and_cause(run: Runner, what: str) -> None:
    """A person sees what to mend."""
    assert what in run("packs").out


@pytest.mark.usefixtures("_a_broken_pack")
def test_failed_pack_stands_in_json_with_its_fault(run: Runner) -> None:
    """The fault has the parts that errors have."""
    (pack,) = run("packs", "--json").json()["packs"]
    assert (pack["folder"], pack["fault"]["code"]) == (None, "plugin.no_data")


@pytest.mark.usefixtures("_a_broken_pack")
def test_listing_failed_packs_is_an_answer(run: Runner) -> None:
    """The rest runs, so this is no failure of the command."""
    assert run("packs").code == 0


def test_failed_plugin_is_named(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    """Plugins that bring code are listed beside packs."""
    fault = Fault("plugin.exited", {"plugin": "leaver"})
    plugin = Plugin(distribution="leaver", version="1", name="leaver", fault=fault)

    class Found:
        all = (plugin,)
        catalogue = core_catalogue()

    monkeypatch.setattr("fengqiao.cli.packs.collect_plugins", Found)
    assert "[plugin.exited]" in run("packs").out


@pytest.fixture
def found(run: Runner, install: Install) -> dict[str, Any]:
    """What `packs --json` says of a sound pack and a faulty one, by id."""
    install("testtown")
    install("faulty", spoil="visits.households")
    return {pack["id"]: pack for pack in run("packs", "--json").json()["packs"]}


def test_pack_with_a_fault_in_its_files_is_not_in_use(found: dict[str, Any]) -> None:
    """Its files are read, not only looked for."""
    assert found["faulty"]["fault"]["code"] == "pack.unknown_key"


def test_json_has_every_fault_of_a_pack(run: Runner, install: Install) -> None:
    """The same that `lint` finds: a misspelled key, clauses that are not there."""
    folder = install("faulty", spoil="visits.households")
    rules = folder / "data" / "rules.toml"
    text = rules.read_text(encoding="utf-8").replace('clause   = "一"', 'clause   = "九"')
    rules.write_text(text, encoding="utf-8")
    packs = run("packs", "--json").json()["packs"]
    faults = next(pack["faults"] for pack in packs if pack["id"] == "faulty")
    assert len(faults) > 1
    assert faults == run("lint", "faulty", "--json").json()["faults"]


def test_sound_pack_has_no_fault(found: dict[str, Any]) -> None:
    """Another pack's fault is not its own."""
    assert (found["testtown"]["fault"], found["testtown"]["faults"]) == (None, [])


def test_version_is_the_packs_own(found: dict[str, Any]) -> None:
    """Testtown's files say 1.0.0; the distribution that brings them is 7.5."""
    pack = found["testtown"]
    assert (pack["version"], pack["distribution_version"]) == ("1.0.0", "7.5")


def test_table_shows_both_versions(run: Runner, install: Install) -> None:
    """The pack's own, and that of the distribution beside its name."""
    install("testtown")
    (line,) = (line for line in run("packs").out.splitlines() if "testtown" in line)
    assert line.split()[:4] == ["testtown", "1.0.0", "fengqiao-testtown", "7.5"]


def test_table_names_code_and_place_of_a_fault(run: Runner, install: Install) -> None:
    """A person sees what to mend, and where."""
    install("faulty", spoil="visits.households")
    out = "".join(run("packs").out.split())
    assert "[pack.unknown_key]" in out
    assert "rules.toml:" in out


def test_pack_whose_parent_is_faulty_is_not_in_use(run: Runner, install: Install) -> None:
    """What it builds on can't be used."""
    install("faulty", spoil="visits.households")
    install("child", parent="faulty")
    packs = run("packs", "--json").json()["packs"]
    (child,) = (pack for pack in packs if pack["id"] == "child")
    assert child["fault"]["code"] == "pack.parent_missing"


def test_pack_that_calls_itself_as_another_is_not_in_use(run: Runner, install: Install) -> None:
    """Installed as `double`, it says `testtown` in its files."""
    install("testtown")
    install("double", calls_itself="testtown")
    packs = run("packs", "--json").json()["packs"]
    faults = {pack["id"]: pack["fault"] for pack in packs}
    assert (faults["testtown"], faults["double"]["code"]) == (None, "plugin.duplicate_pack")


def test_pack_that_says_what_its_parent_rules_out_is_not_in_use(
    run: Runner, install: Install
) -> None:
    """The parent lets places change nothing of its quota."""
    quota = 'key      = "visits.households"'
    install("above", edit=(quota, f'{quota}\nplaces_may = "nothing"'))
    install("below", parent="above")
    packs = run("packs", "--json").json()["packs"]
    faults = {pack["id"]: pack["fault"] for pack in packs}
    assert (faults["above"], faults["below"]["code"]) == (None, "pack.parent_forbids")
