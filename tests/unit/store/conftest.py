"""Stores in files, and what tests of them look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fengqiao.store import open_store
from fengqiao.testing.builders import KNOWN_AT, SHANGHAI, visits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from fengqiao.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the store of a test lies."""
    return tmp_path / "town.db"


@pytest.fixture
def opened(path: Path) -> Iterator[Callable[..., Store]]:
    """Opens the store of the test, with options as in a URL; closes it in the end."""
    stores: list[Store] = []

    def opening(options: str = "") -> Store:
        stores.append(open_store(f"sqlite:///{path}{options}", zone=SHANGHAI))
        return stores[-1]

    yield opening
    for store in stores:
        store.close()


@pytest.fixture
def closed(opened: Callable[..., Store], path: Path) -> Path:
    """A file in which 2,000 visits lie and which nobody has open."""
    store = opened()
    store.append("visit", visits(2_000), known_at=KNOWN_AT)
    store.close()
    return path
