from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Protocol

import pytest
from hypothesis import HealthCheck, settings

from fengqiao.packs import open_store
from fengqiao.testing.store_agreement import StoreAgreement
from fengqiao.testing.store_as_known import StoreAsKnown
from fengqiao.testing.store_contract import StoreContract

if TYPE_CHECKING:
    from pathlib import Path
    from zoneinfo import ZoneInfo

    from fengqiao.store import Store

    class Server(Protocol):
        """The server of the tests."""

        def new_url(self, options: str = "") -> str:
            """A URL of a store that isn't there yet."""
            ...


pytestmark = pytest.mark.needs("postgresql", "sqlalchemy")


def in_folder(server: Server, folder: Path, zone: ZoneInfo) -> Store:
    """The store whose URL lies in a folder; a new one where none lies there."""
    place = folder / "url"
    if not place.exists():
        place.write_text(server.new_url(), encoding="utf-8")
    return open_store(place.read_text(encoding="utf-8"), zone=zone)


class TestSqlStore(StoreContract):
    """The store on a PostgreSQL server keeps the promise."""

    @pytest.fixture(autouse=True)
    def _on(self, server: Server) -> None:
        self.server = server

    def open_store(self, folder: Path, *, zone: ZoneInfo) -> Store:
        """The store of that folder."""
        return in_folder(self.server, folder, zone)


class SqlAgreement(StoreAgreement):
    """The store on a PostgreSQL server answers as the memory store does."""

    server: ClassVar[Server]

    def open_store(self, folder: Path, *, zone: ZoneInfo) -> Store:
        """The store of that folder."""
        return in_folder(self.server, folder, zone)


class TestSqlAgreement(SqlAgreement.TestCase):
    """Calls drawn at random, the same for both."""

    settings = settings(
        max_examples=25,
        stateful_step_count=20,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )

    @pytest.fixture(autouse=True)
    def _on(self, server: Server) -> None:
        SqlAgreement.server = server


class SqlAsKnown(StoreAsKnown):
    """The store on a PostgreSQL server answers as it did, when asked for what was known then."""

    server: ClassVar[Server]

    def open_store(self, folder: Path, *, zone: ZoneInfo) -> Store:
        """The store of that folder."""
        return in_folder(self.server, folder, zone)


class TestSqlAsKnown(SqlAsKnown.TestCase):
    """A town worked in at random."""

    settings = settings(
        max_examples=5,
        stateful_step_count=15,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )

    @pytest.fixture(autouse=True)
    def _on(self, server: Server) -> None:
        SqlAsKnown.server = server
