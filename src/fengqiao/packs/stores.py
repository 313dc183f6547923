"""Stores by their URLs: the built-in ones, and those that installed plugins bring."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from zoneinfo import ZoneInfo

from fengqiao import store
from fengqiao.errors import StoreError
from fengqiao.packs.plugins import Plugins, collect_plugins
from fengqiao.store import Backend, Store, Upgrade
from fengqiao.store.backend import BUILT_IN_SCHEMES, INSTALL, scheme_of


def open_store(url: str, *, zone: ZoneInfo | None = None, plugins: Plugins | None = None) -> Store:
    """Open a store, or make it where there is none.

    Args:
        url: `memory:`, `sqlite:///file.db`, or what an installed plugin brings, such as
            `postgresql+psycopg://user@host/database`; see `fengqiao.store.open_store`.
        zone: Zone in which the day of an event is its day; None takes the store's own.
        plugins: Loaded plugins; None loads them, if the URL is of no built-in store.

    Returns:
        The store; close it when done.

    Raises:
        StoreError: The URL has another form, what it takes is not installed, or the store can't
            be used.
    """
    return store.open_store(url, zone=zone, backends=_backends(url, plugins))


def upgrade(url: str) -> Upgrade:
    """Bring a store to the schema of this version of the library or its plugin.

    Args:
        url: As for `open_store`; the store must be there.

    Returns:
        Schema before and after; see `fengqiao.store.upgrade`.

    Raises:
        StoreError: There is no store, what it takes is not installed, or it is of a newer schema.
    """
    return store.upgrade(url, backends=_backends(url, None))


def _backends(url: str, plugins: Plugins | None) -> Mapping[str, Backend]:
    """Stores that plugins bring; a plugin that should bring this one and can't is named.

    Raises:
        StoreError: The plugin is installed and could not be used.
    """
    scheme = scheme_of(url)
    if not scheme or scheme in BUILT_IN_SCHEMES:
        return MappingProxyType({})
    found = plugins or collect_plugins()
    wanted = INSTALL.get(scheme)
    for one in found.failed:
        if one.distribution == wanted and one.fault is not None:
            raise StoreError.of([one.fault])
    return found.stores
