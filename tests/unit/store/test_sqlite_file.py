from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from fengqiao.errors import StoreError
from fengqiao.measures.tallies import Tally
from fengqiao.store import open_store, upgrade
from fengqiao.store.sqlite_schema import SCHEMA_VERSION
from fengqiao.testing.builders import JULY, KNOWN_AT, SHANGHAI, visits

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from fengqiao.store import Store


def code_of(opening: Callable[[], object]) -> str:
    """The code with which a call is refused."""
    with pytest.raises(StoreError) as caught:
        opening()
    assert caught.value.__context__ is None
    return caught.value.code


def test_missing_file_is_named(opened: Callable[..., Store], path: Path) -> None:
    """A store that must exist and doesn't is refused, with its path."""
    with pytest.raises(StoreError, match=str(path)) as caught:
        opened("?mode=rw")
    assert caught.value.code == "store.missing"


def test_folder_is_not_made(tmp_path: Path) -> None:
    """A store makes its file, not its folder."""
    assert code_of(lambda: open_store(f"sqlite:///{tmp_path}/no/town.db")) == "store.no_folder"


def test_folder_is_no_store(tmp_path: Path) -> None:
    """A folder is not taken for a file."""
    assert code_of(lambda: open_store(f"sqlite:///{tmp_path}")) == "store.foreign_file"


@pytest.mark.parametrize("content", [b"id,staff\n1,2\n", b"x" * 5000])
def test_other_files_are_left_alone(
    opened: Callable[..., Store], path: Path, content: bytes
) -> None:
    """A file that is no database is refused and not touched."""
    path.write_bytes(content)
    assert code_of(opened) == "store.foreign_file"
    assert path.read_bytes() == content


def test_other_databases_are_left_alone(opened: Callable[..., Store], path: Path) -> None:
    """A database of another program is refused and not touched."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE person (name TEXT)")
        connection.commit()
    before = path.read_bytes()
    assert code_of(opened) == "store.foreign_file"
    assert path.read_bytes() == before


def test_empty_file_becomes_a_store(opened: Callable[..., Store], path: Path) -> None:
    """A file without content is a store that is not made yet."""
    path.touch()
    assert len(list(opened().export())) == 1


@pytest.mark.parametrize("options", ["?mode=rw", "?mode=ro"])
@pytest.mark.parametrize("pages", [0, 1])
def test_blank_file_is_filled_only_where_a_store_is_made(
    opened: Callable[..., Store], path: Path, options: str, pages: int
) -> None:
    """A database without content is damaged for whom a store must exist, and stays as it is."""
    if pages:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
    path.touch()
    before = path.read_bytes()
    assert code_of(lambda: opened(options)) == "store.damaged"
    assert path.read_bytes() == before


def test_half_made_store_is_made(opened: Callable[..., Store], path: Path) -> None:
    """When making a store was cut short, opening it again makes it."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    assert len(list(opened().export())) == 1


@pytest.mark.parametrize("mode", ["WAL", "DELETE"])
def test_database_left_in_the_middle_is_left_alone(
    opened: Callable[..., Store], tmp_path: Path, path: Path, mode: str
) -> None:
    """What another program left beside its database is not moved into it."""
    with closing(sqlite3.connect(tmp_path / "other", isolation_level=None)) as other:
        other.execute(f"PRAGMA journal_mode = {mode}")
        other.execute("PRAGMA cache_size = 1")
        other.execute("CREATE TABLE person (name TEXT)")
        other.execute("BEGIN")
        other.execute("INSERT INTO person VALUES (?)", ("x" * 50_000,))
        if mode == "WAL":
            other.execute("COMMIT")
        for file in tmp_path.glob("other*"):
            if not file.name.endswith("-shm"):
                copy = path.name + file.name.removeprefix("other")
                (tmp_path / copy).write_bytes(file.read_bytes())
        other.close()
    before = path.read_bytes()
    assert code_of(opened) == "store.foreign_file"
    assert path.read_bytes() == before


@pytest.mark.parametrize("options", ["", "?mode=rw", "?mode=ro"])
def test_damaged_file_is_left_alone(
    opened: Callable[..., Store], closed: Path, options: str
) -> None:
    """A file that was cut off is refused and not touched."""
    closed.write_bytes(cut := closed.read_bytes()[:-50])
    assert code_of(lambda: opened(options)) == "store.damaged"
    assert closed.read_bytes() == cut


def test_name_too_long_is_refused(tmp_path: Path) -> None:
    """What the system refuses to look at becomes our error."""
    assert code_of(lambda: open_store(f"sqlite:///{tmp_path}/{'x' * 999}")) == "store.cannot_open"


@pytest.mark.parametrize("kept", [0.5, 0.9, -1, 4096, 50])
def test_truncated_file_is_damaged(opened: Callable[..., Store], closed: Path, kept: float) -> None:
    """A file that was cut off is refused when it is opened, wherever the cut is."""
    whole = closed.read_bytes()
    size = int(len(whole) * kept) if isinstance(kept, float) else kept
    closed.write_bytes(whole[:size])
    assert code_of(opened) == "store.damaged"


def test_overwritten_pages_are_damaged(opened: Callable[..., Store], closed: Path) -> None:
    """Pages that hold something else are found when they are read."""
    whole = bytearray(closed.read_bytes())
    whole[-8 * 4096 :] = b"\xff" * (8 * 4096)
    closed.write_bytes(whole)
    store = opened()
    assert code_of(lambda: list(store.export())) == "store.damaged"


@pytest.mark.parametrize("call", [open_store, upgrade])
def test_newer_schema_is_refused(call: Callable[[str], object], closed: Path) -> None:
    """A store of a later version is neither read nor changed."""
    with closing(sqlite3.connect(closed)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    before = closed.read_bytes()
    assert code_of(lambda: call(f"sqlite:///{closed}")) == "store.newer_schema"
    assert closed.read_bytes() == before


def test_removed_file_is_not_made_again(opened: Callable[..., Store], path: Path) -> None:
    """When somebody takes the file away, a new connection fails instead of starting afresh."""
    store = opened()
    begun = store.export()
    next(begun)
    path.unlink()
    assert code_of(lambda: list(store.export())) == "store.cannot_open"
    assert not path.exists()
    begun.close()  # type: ignore[attr-defined]


def test_many_may_make_the_same_store(path: Path) -> None:
    """When several open a new file at once, one makes it and all can use it."""
    with ThreadPoolExecutor(6) as pool:
        url = f"sqlite:///{path}"
        jobs = [pool.submit(open_store, url, zone=SHANGHAI) for _ in range(6)]
        stores = [job.result() for job in jobs]
    stores[0].append("visit", visits(3), known_at=KNOWN_AT)
    found = [store.tally([Tally("visit", "events", spans=(JULY,))])[0]["value"] for store in stores]
    for store in stores:
        store.close()
    assert found == [[3]] * 6


def test_closing_leaves_one_file(closed: Path) -> None:
    """A closed store is one file, fit to be copied."""
    assert [file.name for file in closed.parent.iterdir()] == [closed.name]
