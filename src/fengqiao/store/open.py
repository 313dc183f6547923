"""From a URL to a store."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from urllib.parse import parse_qsl
from zoneinfo import ZoneInfo

from attrs import evolve

from fengqiao.errors import StoreError
from fengqiao.store.arguments import require_zone
from fengqiao.store.backend import INSTALL, Backend, Upgrade, scheme_of
from fengqiao.store.memory import MemoryStore
from fengqiao.store.protocol import Store
from fengqiao.store.sqlite import SqliteStore
from fengqiao.store.sqlite_connections import Target
from fengqiao.store.sqlite_file import DEFAULT_ZONE
from fengqiao.store.sqlite_schema import SCHEMA_VERSION
from fengqiao.store.sqlite_upgrade import bring_up_to_date

_MEMORY = "memory:"
_SQLITE = "sqlite:///"
_MODES = ("ro", "rw", "rwc")
_FORMS = (_MEMORY, "sqlite:///town.db", "sqlite:////var/lib/town.db")
_NONE: Mapping[str, Backend] = MappingProxyType({})


def open_store(
    url: str, *, zone: ZoneInfo | None = None, backends: Mapping[str, Backend] = _NONE
) -> Store:
    """Open a store, or make it where there is none.

    Args:
        url: `memory:`, `sqlite:///file.db` (relative) or `sqlite:////folder/file.db` (absolute).
            A file takes options: `?mode=ro` (read only), `rw` (must exist) or `rwc` (made if it
            isn't there, the default); `max_page_count=N`, its largest size in pages; `timeout=N`,
            seconds to wait for another process. A path holds no `#`.
        zone: Zone in which the day of an event is its day; it must be the one the store was made
            with. None takes that one; a new store gets Asia/Shanghai.
        backends: What plugins bring, by the scheme of their URLs. `fengqiao.open_store` takes the
            installed ones.

    Returns:
        The store; close it when done.

    Raises:
        StoreError: The URL has another form, what it takes is not installed, or the file can't be
            used as a store.
    """
    require_zone(zone)
    if (backend := _brought(url, backends)) is not None:
        return backend.open(url, zone)
    if url == _MEMORY:
        return MemoryStore(zone or ZoneInfo(DEFAULT_ZONE))
    return SqliteStore(_target(url), zone)


def upgrade(url: str, *, backends: Mapping[str, Backend] = _NONE) -> Upgrade:
    """Bring a store to the schema of this version of the library.

    Opening never changes a schema; this is the explicit step. The file as it was is kept beside
    it, as `town.db.schema-1`; a store that is current is left alone.

    Args:
        url: A file, as for `open_store`; it must exist.
        backends: What plugins bring, by the scheme of their URLs.

    Returns:
        Schema before and after, and the copy.

    Raises:
        StoreError: The file is not there, not ours, damaged, or of a newer schema; or a copy of
            that name lies there already.
    """
    if (backend := _brought(url, backends)) is not None:
        return backend.upgrade(url)
    found, copy = bring_up_to_date(_target(url))
    return Upgrade(found, SCHEMA_VERSION, copy)


def _brought(url: object, backends: Mapping[str, Backend]) -> Backend | None:
    scheme = scheme_of(url)
    if scheme in INSTALL and scheme not in backends:
        raise StoreError("store.not_installed", scheme=scheme, install=INSTALL[scheme])
    return backends.get(scheme)


def _target(url: str) -> Target:
    if not isinstance(url, str):
        raise StoreError("store.bad_url", known=_FORMS)
    path, _, query = url.removeprefix(_SQLITE).partition("?")
    options = dict(parse_qsl(query, keep_blank_values=True))
    mode = options.pop("mode", "rwc")
    numbers = {name: options.pop(name, None) for name in ("max_page_count", "timeout")}
    if (
        not url.startswith(_SQLITE)
        or not path
        or not _is_path(path)
        or options
        or mode not in _MODES
        or not all(text is None or _is_number(text) for text in numbers.values())
    ):
        raise StoreError("store.bad_url", known=_FORMS)
    pages, seconds = numbers["max_page_count"], numbers["timeout"]
    target = Target(Path(path).absolute(), mode, int(pages) if pages else None)
    return evolve(target, busy_seconds=int(seconds)) if seconds else target


def _is_path(path: str) -> bool:
    try:
        name = os.fsencode(path)
    except UnicodeEncodeError:
        return False
    return path != ":memory:" and not set(name) & set(b"\x00#")


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= len("999999999")
