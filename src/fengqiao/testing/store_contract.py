"""The contract of a store, as a class for pytest and as plain functions.

Checks may be added in any minor release while this library is 0.x; each is named in the
changelog. A check that a store can't pass by its nature asks for an ability first.

Example:
    A test module of a store needs three lines::

        class TestMyStore(StoreContract):
            def open_store(self, folder, *, zone):
                return MyStore(folder / "store", zone)

    Without pytest::

        for check in CHECKS:
            with tempfile.TemporaryDirectory() as folder, Stores(open_it, Path(folder)) as stores:
                check(stores)
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

import pytest

pytest.register_assert_rewrite(
    "fengqiao.testing.store_checks_append",
    "fengqiao.testing.store_checks_count",
    "fengqiao.testing.store_checks_read",
    "fengqiao.testing.store_checks_carry",
    "fengqiao.testing.store_checks_erase",
    "fengqiao.testing.store_checks_purge",
    "fengqiao.testing.store_checks_cases",
    "fengqiao.testing.store_checks_life",
    "fengqiao.testing.store_checks_types",
)

from fengqiao.store import Store  # noqa: E402  after the rewriting was asked for
from fengqiao.testing import (  # noqa: E402
    store_checks_append,
    store_checks_carry,
    store_checks_cases,
    store_checks_count,
    store_checks_erase,
    store_checks_life,
    store_checks_purge,
    store_checks_read,
    store_checks_types,
)
from fengqiao.testing.store_opening import Stores  # noqa: E402

_MODULES = (
    store_checks_append,
    store_checks_count,
    store_checks_read,
    store_checks_carry,
    store_checks_erase,
    store_checks_purge,
    store_checks_cases,
    store_checks_life,
    store_checks_types,
)

CHECKS: Final[tuple[Callable[[Stores], None], ...]] = tuple(
    check
    for module in _MODULES
    for name, check in vars(module).items()
    if name.startswith("check_")
)
"""Every check: a function of `Stores` that raises AssertionError where the promise is broken."""


class StoreContract:
    """What every store has to pass; derive a class whose name begins with `Test`.

    Must override: `open_store`. Never override: everything else.
    """

    def open_store(self, folder: Path, *, zone: ZoneInfo) -> Store:
        """Open the store of a folder; an empty folder gives an empty store.

        Args:
            folder: Belongs to this store alone. A durable store that is opened again with the
                same folder holds what it held.
            zone: Zone of the store.
        """
        raise NotImplementedError

    @pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
    def test_keeps_the_promise(self, check: Callable[[Stores], None], tmp_path: Path) -> None:
        """The check named in brackets passes."""
        with Stores(self.open_store, tmp_path) as stores:
            check(stores)
