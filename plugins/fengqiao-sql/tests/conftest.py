"""A PostgreSQL server of its own for these tests: made, started, and taken away again."""

from __future__ import annotations

import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from fengqiao.packs import open_store
from fengqiao.testing.builders import SHANGHAI

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from fengqiao_sql.store import SqlStore

_SETTINGS = {
    "deadlock_timeout": "50ms",
    "fsync": "off",
    "full_page_writes": "off",
    "listen_addresses": "''",
    "max_connections": "60",
}
_names = count()

# Those that import it as they are read; the others here are marked as needing it, and say so.
_NEED_SQLALCHEMY = ["test_sql_store.py", "test_sql_writers.py"]
collect_ignore = [] if importlib.util.find_spec("sqlalchemy") else _NEED_SQLALCHEMY


class Server:
    """A cluster in a folder of its own, reached through a socket in it.

    The server refuses to run as root; then it runs as the user `postgres`, whom Debian's package
    brings.
    """

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="fengqiao-sql-"))
        self.user = "postgres" if os.geteuid() == 0 else None
        if self.user:
            shutil.chown(self.folder, self.user)
        self.name = self.user or pwd.getpwuid(os.geteuid()).pw_name
        quick = ["-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
        self._run("initdb", "-D", str(self.data), *quick)
        settings = "".join(f"{name} = {value}\n" for name, value in _SETTINGS.items())
        with (self.data / "postgresql.auto.conf").open("a", encoding="utf-8") as file:
            file.write(f"{settings}unix_socket_directories = '{self.folder}'\n")
        self.start()

    @property
    def data(self) -> Path:
        """Where the server keeps its files."""
        return self.folder / "data"

    def start(self) -> None:
        """Start it and wait until it answers."""
        self._run("pg_ctl", "-D", str(self.data), "-w", "-l", str(self.folder / "log"), "start")

    def stop(self, mode: str = "fast") -> None:
        """Stop it; `immediate` is a crash."""
        self._run("pg_ctl", "-D", str(self.data), "-w", "-m", mode, "stop")

    def url(self, options: str = "") -> str:
        """A URL of its database, with options as in a URL."""
        return f"postgresql+psycopg://{self.name}@/postgres?host={self.folder}{options}"

    def new_url(self, options: str = "") -> str:
        """A URL of a schema that isn't there yet."""
        return self.url(f"&schema=town_{next(_names)}{options}")

    def close(self) -> None:
        """Stop it and take its files away."""
        self.stop("immediate")
        shutil.rmtree(self.folder)

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(program_of(program)), *arguments]
        quiet = subprocess.DEVNULL
        subprocess.run(
            command, check=True, user=self.user, stdout=quiet, stderr=quiet, cwd=self.folder
        )


def program_of(name: str) -> Path:
    """A program of the server: on the path, or where Debian puts it."""
    found = shutil.which(name)
    places = [Path(found)] if found else sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return places[-1]


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A running server, the same for all tests of a process."""
    made = Server()
    yield made
    made.close()


@pytest.fixture
def own_server() -> Iterator[Server]:
    """A running server for one test alone, which may stop it."""
    made = Server()
    yield made
    made.close()


@pytest.fixture
def url(server: Server) -> str:
    """The URL of a store that isn't there yet."""
    return server.new_url()


@pytest.fixture
def opened(url: str) -> Iterator[Callable[..., SqlStore]]:
    """Opens the store of the test, with options as in a URL; closes it in the end."""
    stores: list[SqlStore] = []

    def opening(options: str = "") -> SqlStore:
        stores.append(open_store(f"{url}{options}", zone=SHANGHAI))  # type: ignore[arg-type]  what the URL names
        return stores[-1]

    yield opening
    for store in stores:
        store.close()
