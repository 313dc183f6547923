from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from fengqiao.errors import StoreError
from fengqiao.store import Upgrade, open_store, upgrade
from fengqiao.store.memory import MemoryStore
from fengqiao.testing.builders import SHANGHAI


@pytest.mark.parametrize(
    "url",
    [
        "",
        "memory",
        "postgresql:///town",
        "sqlite://town.db",
        "sqlite:///",
        "sqlite:///?mode=ro",
        "sqlite:///town\x00.db",
        "sqlite:///town.db?mode=write",
        "sqlite:///town.db?max_page_count=many",
        "sqlite:///town.db?max_page_count=-1",
        "sqlite:///town.db?colour=red",
    ],
)
def test_other_urls_are_refused(url: str) -> None:
    """What is not the URL of a store is refused before any file is touched."""
    with pytest.raises(StoreError) as caught:
        open_store(url, zone=SHANGHAI)
    assert caught.value.code == "store.bad_url"


def test_memory_url_opens_a_memory_store() -> None:
    """`memory:` keeps facts in memory."""
    assert isinstance(open_store("memory:", zone=SHANGHAI), MemoryStore)


def test_three_slashes_are_relative(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`sqlite:///town.db` lies in the current folder."""
    monkeypatch.chdir(tmp_path)
    open_store("sqlite:///town.db", zone=SHANGHAI).close()
    assert (tmp_path / "town.db").is_file()


def test_relative_file_stays_the_same_after_chdir(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A store opened by a relative path goes on with its file when the process moves."""
    monkeypatch.chdir(tmp_path)
    store = open_store("sqlite:///town.db", zone=SHANGHAI)
    begun = store.export()
    next(begun)
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert len(list(store.export())) == 1
    begun.close()  # type: ignore[attr-defined]
    store.close()


def test_names_may_need_quoting(tmp_path: Path) -> None:
    """A file name may hold signs that mean something in a URL, and Chinese."""
    path = tmp_path / "海南区 #1 100%.db"
    open_store(f"sqlite:///{path}", zone=SHANGHAI).close()
    assert path.is_file()


def test_new_store_is_of_shanghai(tmp_path: Path) -> None:
    """Without a zone a new store counts days in Shanghai."""
    store = open_store(f"sqlite:///{tmp_path}/town.db")
    store.close()
    assert store.zone.key == "Asia/Shanghai"


def test_store_keeps_its_zone(tmp_path: Path) -> None:
    """Without a zone a store is opened with the one it was made with."""
    url = f"sqlite:///{tmp_path}/town.db"
    open_store(url, zone=ZoneInfo("UTC")).close()
    store = open_store(url)
    store.close()
    assert store.zone.key == "UTC"


def test_another_zone_is_refused(tmp_path: Path) -> None:
    """A store made in one zone doesn't open in another, and says in which it does."""
    url = f"sqlite:///{tmp_path}/town.db"
    open_store(url, zone=ZoneInfo("UTC")).close()
    with pytest.raises(StoreError) as caught:
        open_store(url, zone=SHANGHAI)
    assert (caught.value.code, caught.value.facts["zone"]) == ("store.other_zone", "UTC")


def test_upgrade_finds_the_only_schema(closed: Path) -> None:
    """There is one schema so far."""
    assert upgrade(f"sqlite:///{closed}") == Upgrade(found=1, now=1)


def test_upgrade_changes_no_byte(closed: Path) -> None:
    """A store that is current is left alone."""
    before = closed.read_bytes()
    upgrade(f"sqlite:///{closed}")
    assert closed.read_bytes() == before


def test_upgrade_makes_no_store(tmp_path: Path) -> None:
    """A file that isn't there is not made by upgrading it."""
    with pytest.raises(StoreError) as caught:
        upgrade(f"sqlite:///{tmp_path}/town.db")
    assert caught.value.code == "store.missing"
    assert list(tmp_path.iterdir()) == []
