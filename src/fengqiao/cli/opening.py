"""From options to a workspace, and to the day that is used where none is given."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from fengqiao.cli.failures import CannotAnswer
from fengqiao.packs.installed import installed_packs
from fengqiao.timing import Period
from fengqiao.workspace import Workspace, open_workspace


def store_url(store: str | None, config: str | None, *, must_exist: bool = True) -> str:
    """The URL of the store: as given, or the `.db` file beside the configuration.

    A store that is only asked is never made: a misspelled name would look like an empty town.

    Raises:
        CannotAnswer: Neither is given.
    """
    if store is None and config is None:
        raise CannotAnswer("no_store")
    url = store or f"sqlite:///{Path(str(config)).with_suffix('.db').as_posix()}"
    if must_exist and url.startswith("sqlite:") and "mode=" not in url:
        url += ("&" if "?" in url else "?") + "mode=rw"
    return url


def pack_names(given: Sequence[str]) -> list[str | Path]:
    """Packs as given, a path as a path; all that are installed and usable where none is given."""
    if given:
        return [Path(text) if set("./\\") & set(text) else text for text in given]
    return [pack.id for pack in installed_packs() if pack.folder]


def open_for(store: str | None, packs: Sequence[str], config: str | None) -> Workspace:
    """Open the workspace that options describe."""
    return open_workspace(store_url(store, config), packs=pack_names(packs), config=config)


def day_used(on: date | None, period: str | Period, zone: ZoneInfo) -> date:
    """The day given; else the period's last day, or today in the store's zone if that is earlier.

    Raises:
        PeriodError: The period can't be read.
    """
    if on is not None:
        return on
    asked = Period.parse(period) if isinstance(period, str) else period
    return min(asked.last, datetime.now(zone).date())
