from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from fengqiao.errors import Lang, StoreError, render
from fengqiao.store import Upgrade, open_store, upgrade
from fengqiao.store.memory import MemoryStore
from fengqiao.store.sqlite_schema import SCHEMA_VERSION
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
        "sqlite:///:memory:",
        "sqlite:///:memory:?mode=rw",
        "sqlite:///town.db#part",
        "sqlite:///town.db?mode=rw#part",
        "sqlite:///\ud800.db",
        None,
        b"memory:",
        7,
    ],
)
@pytest.mark.parametrize("call", [open_store, upgrade])
def test_other_urls_are_refused(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    call: Callable[[object], object],
    url: object,
) -> None:
    """What is not the URL of a store is refused before any file is touched."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StoreError) as caught:
        call(url)
    assert caught.value.code == "store.bad_url"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_refused_url_points_to_the_right_form(lang: Lang) -> None:
    """Who wanted a store in memory is told how its URL reads."""
    with pytest.raises(StoreError) as caught:
        open_store("sqlite:///:memory:")
    assert "`memory:`" in render(caught.value, lang)


@pytest.mark.parametrize("zone", ["Asia/Shanghai", 8])
@pytest.mark.parametrize("url", ["memory:", "sqlite:///town.db"])
def test_zone_is_a_zone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str, zone: object
) -> None:
    """A zone of another type is refused before any file is touched."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StoreError) as caught:
        open_store(url, zone=zone)  # type: ignore[arg-type]
    assert (caught.value.code, caught.value.facts["argument"]) == ("store.argument", "zone")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_missing_file_speaks_of_no_mode_that_was_given(tmp_path: Path, lang: Lang) -> None:
    """A program may have asked for an existing store on behalf of its user."""
    with pytest.raises(StoreError) as caught:
        open_store(f"sqlite:///{tmp_path}/town.db?mode=rw")
    text = render(caught.value, lang)
    assert not [words for words in ("this mode", "leave out", "此模式", "去掉") if words in text]


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
    path = tmp_path / "海南区 1 100%.db"
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


def test_upgrade_finds_the_current_schema(closed: Path) -> None:
    """Nothing to do, and no copy."""
    assert upgrade(f"sqlite:///{closed}") == Upgrade(found=SCHEMA_VERSION, now=SCHEMA_VERSION)


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
