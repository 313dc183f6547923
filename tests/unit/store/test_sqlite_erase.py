from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from fengqiao.errors import StoreError
from fengqiao.measures.tallies import Tally
from fengqiao.store import open_store
from fengqiao.store.sqlite import SqliteStore
from fengqiao.testing.builders import JULY, KNOWN_AT, SHANGHAI, inspections, premises, visits

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from fengqiao.store import Store
    from fengqiao.store.sqlite_tally import Counted

HOME = "H-4711-unmistakable"
ROWS = 5_000


def bytes_on_disk(folder: Path) -> bytes:
    """Everything in the files of a folder."""
    return b"".join(file.read_bytes() for file in sorted(folder.iterdir()) if file.is_file())


def fill(store: Store) -> None:
    """Visits in several batches, one in twenty of them to the household."""
    homes = random.Random(7)  # noqa: S311  seeded, so that it can be repeated
    for first in range(0, ROWS, 1_000):
        rows = range(first, first + 1_000)
        ids = [f"V{homes.getrandbits(60):015x}" for _ in rows]
        refs = [HOME if row % 20 == 0 else f"H{homes.getrandbits(60):018x}" for row in rows]
        store.append("visit", visits(1_000, id=ids, household=refs), known_at=KNOWN_AT)


def test_no_byte_of_the_reference_stays(opened: Callable[..., Store], path: Path) -> None:
    """Neither database, log nor export holds the reference afterwards."""
    store = opened()
    fill(store)
    assert HOME.encode() in bytes_on_disk(path.parent)
    assert store.erase(HOME) == ROWS // 20
    assert HOME.encode() not in bytes_on_disk(path.parent)
    assert HOME.encode() not in b"".join(store.export())


def test_no_byte_comes_back_by_loading(opened: Callable[..., Store], path: Path) -> None:
    """An earlier export, refused in part, leaves no trace of the reference."""
    store = opened()
    fill(store)
    earlier = list(store.export())
    store.erase(HOME)
    store.load(earlier)
    assert HOME.encode() not in bytes_on_disk(path.parent)


def test_loaded_erasure_reaches_the_disk(opened: Callable[..., Store], tmp_path: Path) -> None:
    """An erasure that came with an export leaves no byte either."""
    store = opened()
    store.erase(HOME)
    folder = tmp_path / "other"
    folder.mkdir()
    other = open_store(f"sqlite:///{folder}/town.db", zone=SHANGHAI)
    fill(other)
    other.load(store.export())
    found = bytes_on_disk(folder)
    other.close()
    assert HOME.encode() not in found


def test_reader_delays_the_end(opened: Callable[..., Store], path: Path) -> None:
    """While an export is under way the call says that bytes stay; calling again ends it."""
    store = opened("?timeout=0")
    fill(store)
    reader = store.export()
    next(reader)
    with pytest.raises(StoreError) as caught:
        store.erase(HOME)
    assert caught.value.code == "store.erase_pending"
    reader.close()  # type: ignore[attr-defined]
    assert store.erase(HOME) == 0
    assert HOME.encode() not in bytes_on_disk(path.parent)


def test_reader_sees_the_replacement_at_once(opened: Callable[..., Store]) -> None:
    """New readers don't see the reference even while old pages stay."""
    store = opened("?timeout=0")
    fill(store)
    reader = store.export()
    next(reader)
    with pytest.raises(StoreError):
        store.erase(HOME)
    assert HOME.encode() not in b"".join(store.export())
    reader.close()  # type: ignore[attr-defined]


def test_kept_answers_hold_no_reference(opened: Callable[..., Store], path: Path) -> None:
    """Answers that are kept in the file count references and name none."""
    store = opened()
    fill(store)
    store.tally([Tally("visit", "distinct", "household", by=("staff",), spans=(JULY,))])
    store.erase(HOME)
    assert HOME.encode() not in bytes_on_disk(path.parent)


def test_no_byte_of_premises_stays(opened: Callable[..., Store], path: Path) -> None:
    """Neither register, made ids, inspections nor kept answers split by premises hold them."""
    store = opened()
    refs = [HOME, *(f"PREM{row:06}" for row in range(999))]
    store.append("premises", premises(1_000, premises=refs), known_at=KNOWN_AT)
    ids = [f"{ref}.{row}" for row, ref in enumerate(refs)]
    store.append("inspection", inspections(1_000, id=ids, premises=refs), known_at=KNOWN_AT)
    store.tally([Tally("inspection", "events", by=("premises",), spans=(JULY,))])
    assert bytes_on_disk(path.parent).count(HOME.encode()) > len(("register", "inspection"))
    assert store.erase(HOME) == len(("register", "inspection"))
    assert HOME.encode() not in bytes_on_disk(path.parent)
    assert HOME.encode() not in b"".join(store.export())


def test_a_count_from_before_an_erasure_is_not_kept(
    opened: Callable[..., Store], path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody erases premises just when a count that is split by them would be kept."""
    store, other = opened(), opened()
    store.append("premises", premises(1, premises=[HOME]), known_at=KNOWN_AT)
    store.append("inspection", inspections(1, premises=[HOME]), known_at=KNOWN_AT)
    keep = SqliteStore._keep

    def late(self: SqliteStore, counted: Sequence[Counted]) -> None:
        other.erase(HOME)
        keep(self, counted)

    monkeypatch.setattr(SqliteStore, "_keep", late)
    store.tally([Tally("inspection", "events", by=("premises",), spans=(JULY,))])
    assert HOME.encode() not in bytes_on_disk(path.parent)
