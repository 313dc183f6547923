"""Stores that plugins bring, chosen by the URL that a host opens."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import EntryPoint
from types import ModuleType
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import fengqiao
from fengqiao.errors import Lang, StoreError, render
from fengqiao.packs import collect_plugins, open_store, upgrade
from fengqiao.packs.plugins import Plugins
from fengqiao.store import Backend, Store, Upgrade
from fengqiao.store.memory import MemoryStore

URL = "postgresql+psycopg://town"


class FakePoint:
    """An installed entry point whose module is made here."""

    def __init__(self, *found: object, name: str = "mine") -> None:
        self.name = name
        self.dist = None
        self._found = found

    def load(self) -> ModuleType:
        """A module with one implementation of the hook."""
        module = ModuleType("mine")

        @fengqiao.hookimpl
        def fengqiao_stores() -> list[object]:
            return list(self._found)

        module.fengqiao_stores = fengqiao_stores  # type: ignore[attr-defined]  # a module made here
        return module


def collected(*points: Any) -> Plugins:  # noqa: ANN401  entry points, or what looks like one
    """What these plugins bring."""
    found: list[EntryPoint] = list(points)
    return collect_plugins(found)


def backend(scheme: str = "town") -> Backend:
    """A kind of store that is one in memory."""

    def opened(url: str, zone: ZoneInfo | None) -> Store:
        return MemoryStore(zone or ZoneInfo("Asia/Shanghai"))

    return Backend(scheme=scheme, open=opened, upgrade=lambda url: Upgrade(1, 1))


def test_store_is_chosen_by_its_scheme() -> None:
    """A URL with a plugin's scheme opens what the plugin brings."""
    plugins = collected(FakePoint(backend()))
    store = open_store("town://anything", zone=ZoneInfo("Asia/Urumqi"), plugins=plugins)
    assert store.zone.key == "Asia/Urumqi"


@pytest.mark.parametrize("scheme", ["memory", "sqlite"])
def test_built_in_schemes_are_taken(scheme: str) -> None:
    """No plugin stands in for the stores of the core."""
    (failed,) = collected(FakePoint(backend(scheme))).failed
    assert failed.fault is not None
    assert (failed.fault.code, failed.fault.facts["key"]) == ("plugin.duplicate_id", scheme)


def test_one_scheme_belongs_to_one_plugin() -> None:
    """The second plugin with a scheme is left out and named; the first stays in use."""
    found = collected(FakePoint(backend(), name="a"), FakePoint(backend(), name="b"))
    assert [plugin.name for plugin in found.loaded] == ["a"]
    assert [plugin.name for plugin in found.failed] == ["b"]


def test_answer_of_another_type_is_refused() -> None:
    """A hook that returns something else than kinds of stores makes the plugin fail."""
    (failed,) = collected(FakePoint("town")).failed
    assert failed.fault is not None
    assert failed.fault.facts["hook"] == "fengqiao_stores"


@pytest.mark.parametrize("call", [open_store, upgrade])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_missing_plugin_is_named(
    monkeypatch: pytest.MonkeyPatch, call: Callable[[str], object], lang: Lang
) -> None:
    """Without the plugin, the error says what to install, and does not repeat the URL."""
    monkeypatch.setattr("fengqiao.packs.stores.collect_plugins", collected)
    with pytest.raises(StoreError) as caught:
        call(URL)
    told = render(caught.value, lang)
    assert "`pip install fengqiao-sql`" in told
    assert "//town" not in told
