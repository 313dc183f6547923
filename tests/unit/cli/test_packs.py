from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from fengqiao.errors import Fault
from fengqiao.packs import InstalledPack, Plugin

Runner = Callable[..., Any]


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

    monkeypatch.setattr("fengqiao.cli.packs.collect_plugins", Found)
    assert "[plugin.exited]" in run("packs").out
