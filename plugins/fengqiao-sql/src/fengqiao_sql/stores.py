"""What this package brings: stores whose URL begins with `postgresql+psycopg://`."""

from __future__ import annotations

from collections.abc import Iterable
from zoneinfo import ZoneInfo

import fengqiao
from fengqiao.store import Backend, Store, Upgrade

SCHEME = "postgresql+psycopg"


@fengqiao.hookimpl
def fengqiao_stores() -> Iterable[Backend]:
    """One kind of store."""
    return [Backend(scheme=SCHEME, open=_open, upgrade=_upgrade)]


def _open(url: str, zone: ZoneInfo | None) -> Store:
    from fengqiao_sql.store import open_store  # noqa: PLC0415  a workspace without it loads no SQLAlchemy

    return open_store(url, zone)


def _upgrade(url: str) -> Upgrade:
    from fengqiao_sql.upgrading import upgrade  # noqa: PLC0415  as above

    return upgrade(url)
