"""Stores: what they promise, the reference in memory, and the embedded default on SQLite."""

from __future__ import annotations

from fengqiao.store.backend import Backend, Upgrade
from fengqiao.store.open import open_store, upgrade
from fengqiao.store.protocol import Appended, Purged, Store

__all__ = ["Appended", "Backend", "Purged", "Store", "Upgrade", "open_store", "upgrade"]
