from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from fengqiao.store import open_store
from fengqiao.testing.store_agreement import StoreAgreement
from fengqiao.testing.store_as_known import StoreAsKnown
from fengqiao.testing.store_contract import StoreContract

if TYPE_CHECKING:
    from pathlib import Path
    from zoneinfo import ZoneInfo

    from fengqiao.store import Store


class TestSqliteStore(StoreContract):
    """The store in a SQLite file keeps the promise."""

    def open_store(self, folder: Path, *, zone: ZoneInfo) -> Store:
        """A store in a file of that folder."""
        return open_store(f"sqlite:///{folder}/store.db", zone=zone)


class SqliteAgreement(StoreAgreement):
    """The store in a SQLite file answers as the memory store does."""

    def open_store(self, folder: Path, *, zone: ZoneInfo) -> Store:
        """A store in a file of that folder."""
        return open_store(f"sqlite:///{folder}/store.db", zone=zone)


TestSqliteAgreement = SqliteAgreement.TestCase
TestSqliteAgreement.settings = settings(max_examples=40, stateful_step_count=25)


class SqliteAsKnown(StoreAsKnown):
    """The store in a SQLite file answers as it did, when asked for what was known then."""

    def open_store(self, folder: Path, *, zone: ZoneInfo) -> Store:
        """A store in a file of that folder."""
        return open_store(f"sqlite:///{folder}/store.db", zone=zone)


@pytest.mark.needs("time")
class TestSqliteAsKnown(SqliteAsKnown.TestCase):
    """A town worked in at random."""

    settings = settings(max_examples=8, stateful_step_count=20, deadline=None)
