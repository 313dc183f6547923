"""Kinds of stores that plugins bring, by the scheme of their URLs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final
from zoneinfo import ZoneInfo

from attrs import frozen

from fengqiao.store.protocol import Store

BUILT_IN_SCHEMES: Final = frozenset({"memory", "sqlite"})
"""Schemes that no plugin brings."""

INSTALL: Mapping[str, str] = MappingProxyType({"postgresql+psycopg": "fengqiao-sql"})
"""What brings the stores of a scheme."""


@frozen
class Upgrade:
    """What became of the schema of a store.

    Attributes:
        found: Schema that the store had.
        now: Schema that it has.
        copy: The file as it was, where something had to be done. It holds references that are
            erased later: delete it when it is no longer needed. None for a store in a database.
    """

    found: int
    now: int
    copy: Path | None = None


@frozen(kw_only=True)
class Backend:
    """A kind of store that a plugin brings.

    Attributes:
        scheme: What its URLs begin with, before the colon: `postgresql+psycopg`.
        open: Opens the store of a URL, or makes it; takes the URL and the zone, which is None
            where the store's own is wanted. Raises only errors of this library.
        upgrade: Brings the store of a URL to the schema of the plugin's version.
        brought_by: The plugin's distribution; filled in by the core.
    """

    scheme: str
    open: Callable[[str, ZoneInfo | None], Store]
    upgrade: Callable[[str], Upgrade]
    brought_by: str = ""


def scheme_of(url: object) -> str:
    """What stands before the first colon; empty where there is none."""
    return url.partition(":")[0] if isinstance(url, str) and ":" in url else ""
