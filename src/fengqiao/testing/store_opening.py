"""How checks of a store get stores to work on."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Protocol, Self
from zoneinfo import ZoneInfo

from fengqiao.store import Store
from fengqiao.testing.builders import SHANGHAI


class OpenStore(Protocol):
    """What opens the store that is checked.

    Called again with the same folder it opens the same store again, if the store is `durable`.
    """

    def __call__(self, folder: Path, *, zone: ZoneInfo) -> Store:
        """Open the store of a folder; an empty folder gives an empty store."""
        ...


class Stores:
    """Stores for one check, closed at its end.

    Args:
        open_store: Opens the store that is checked.
        folder: An empty folder.
    """

    def __init__(self, open_store: OpenStore, folder: Path) -> None:
        self._open_store = open_store
        self._folder = folder
        self._opened: list[Store] = []

    def __enter__(self) -> Self:
        """Nothing is open yet."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close what was opened."""
        for store in self._opened:
            store.close()

    def open(self, name: str = "town", *, zone: ZoneInfo = SHANGHAI) -> Store:
        """Open the store of that name; the first time it is empty."""
        place = self._folder / name
        place.mkdir(exist_ok=True)
        store = self._open_store(place, zone=zone)
        self._opened.append(store)
        return store
