from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import settings

from fengqiao.store.memory import MemoryStore
from fengqiao.testing.store_agreement import StoreAgreement
from fengqiao.testing.store_as_known import StoreAsKnown
from fengqiao.testing.store_contract import StoreContract

if TYPE_CHECKING:
    from pathlib import Path
    from zoneinfo import ZoneInfo

    from fengqiao.store import Store


class TestMemoryStore(StoreContract):
    """The store in memory keeps the promise."""

    def open_store(self, folder: Path, *, zone: ZoneInfo) -> Store:
        """A store in memory; the folder stays empty."""
        return MemoryStore(zone)


class MemoryAgreement(StoreAgreement):
    """The memory store agrees with itself, but for what it draws at random."""

    def open_store(self, folder: Path, *, zone: ZoneInfo) -> Store:
        """A store in memory; the folder stays empty."""
        return MemoryStore(zone)


TestMemoryAgreement = MemoryAgreement.TestCase
TestMemoryAgreement.settings = settings(max_examples=15, stateful_step_count=20)


class MemoryAsKnown(StoreAsKnown):
    """The memory store answers as it did, when asked for what was known then."""

    def open_store(self, folder: Path, *, zone: ZoneInfo) -> Store:
        """A store in memory; the folder stays empty."""
        return MemoryStore(zone)


TestMemoryAsKnown = MemoryAsKnown.TestCase
TestMemoryAsKnown.settings = settings(max_examples=5, stateful_step_count=20)
