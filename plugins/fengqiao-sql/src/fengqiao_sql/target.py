"""From a URL to the database that it names, without the password ever being shown."""

from __future__ import annotations

import re

from attrs import field, frozen
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from fengqiao.errors import Place, StoreError
from fengqiao_sql.stores import SCHEME

FORM = f"{SCHEME}://user@host:5432/database?schema=town"
_MODES = ("ro", "rw", "rwc")
_SCHEMA = re.compile(r"[a-z_][a-z0-9_]{0,62}")
_SECONDS = re.compile(r"[0-9]{1,6}")


@frozen
class Target:
    """A database and how it is opened.

    Attributes:
        url: What SQLAlchemy takes, password and all; never shown.
        schema: Schema of the database in which the tables lie; None for the user's own.
        mode: `ro` (read only), `rw` (must exist) or `rwc` (made if it isn't there).
        busy_seconds: How long to wait for another writer, and for a connection.
    """

    url: URL = field(repr=False)
    schema: str | None = None
    mode: str = "rwc"
    busy_seconds: int = 30

    @property
    def place(self) -> Place:
        """The database, for errors: neither user nor password."""
        port = f":{self.url.port}" if self.url.port else ""
        schema = f"?schema={self.schema}" if self.schema else ""
        return Place(f"{SCHEME}://{self.url.host or ''}{port}/{self.url.database or ''}{schema}")


def target_of(url: str) -> Target:
    """The database of a URL.

    Args:
        url: As `postgresql+psycopg://user:password@host:5432/database`. Options of ours: `schema`,
            `mode` and `timeout`; all others go to the driver (`sslmode`, `service`, `host`).

    Raises:
        StoreError: The URL has another form; it is not repeated.
    """
    found = _parsed(url)
    if found is None or found.drivername != SCHEME:
        raise StoreError("store.bad_url", known=(FORM,))
    given = {name: found.query.get(name) for name in ("schema", "mode", "timeout")}
    options = {name: value for name, value in given.items() if isinstance(value, str)}
    schema, mode = options.get("schema"), options.get("mode", "rwc")
    seconds = options.get("timeout", "30")
    if (
        len(options) < sum(value is not None for value in given.values())
        or (schema is not None and not _SCHEMA.fullmatch(schema))
        or mode not in _MODES
        or not _SECONDS.fullmatch(seconds)
    ):
        raise StoreError("store.bad_url", known=(FORM,))
    return Target(found.difference_update_query(list(given)), schema, mode, int(seconds))


def _parsed(url: str) -> URL | None:
    try:
        return make_url(url)
    except (ArgumentError, ValueError):
        return None
