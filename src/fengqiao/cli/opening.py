"""From options to a workspace, and to the day that is used where none is given."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from fengqiao.cli.failures import CannotAnswer
from fengqiao.cli.texts import say
from fengqiao.errors import Lang, StoreError, render
from fengqiao.packs.installed import ReadPack, installed_packs, read_installed
from fengqiao.packs.plugins import collect_plugins
from fengqiao.rules import Pack
from fengqiao.timing import Period, advance
from fengqiao.workspace import Workspace, open_workspace

_T = TypeVar("_T")
_HAS_MODES = ("sqlite:", "postgresql+psycopg:")
"""Stores whose URLs say whether they may be made."""
_MAY_BE_READ = ("store.read_only", "store.cannot_open", "store.failed")
"""How opening for writing fails on a file that may still be read."""


def store_url(store: str | None, config: str | None) -> str:
    """The URL of the store: as given, or the `.db` file beside the configuration.

    Raises:
        CannotAnswer: Neither is given.
    """
    if store is None and config is None:
        raise CannotAnswer("no_store")
    return store or f"sqlite:///{Path(str(config)).with_suffix('.db').as_posix()}"


def existing(url: str, mode: str = "rw") -> str:
    """The URL of a store that is never made: a misspelled name would look like an empty town."""
    if not url.startswith(_HAS_MODES) or "mode=" in url:
        return url
    return f"{url}{'&' if '?' in url else '?'}mode={mode}"


def open_to_read(url: str, opener: Callable[[str], _T]) -> _T:
    """Open a store that is only asked: for writing too, so that counts are kept, else to read.

    Raises:
        StoreError: It can be opened in neither way.
    """
    first, second = existing(url), existing(url, "ro")
    try:
        return opener(first)
    except StoreError as error:
        if error.code not in _MAY_BE_READ or first == second:
            raise
    return opener(second)


def pack_names(given: Sequence[str]) -> list[str | Path]:
    """Packs as given: a path, or the name of a folder here that holds a pack, as a path."""
    return [
        Path(text) if set("./\\") & set(text) or (Path(text) / "data").is_dir() else text
        for text in given
    ]


def usable_packs(lang: Lang) -> list[Pack]:
    """All installed packs that can be used; the others are named on standard error.

    Raises:
        CannotAnswer: There is none.
    """
    read = read_installed(installed_packs(), collect_plugins().catalogue)
    for one in read:
        if one.pack is None:
            print(_left_out(one, lang), file=sys.stderr)
    packs = [one.pack for one in read if one.pack]
    if not packs:
        raise CannotAnswer("no_usable_pack")
    return packs


def _left_out(one: ReadPack, lang: Lang) -> str:
    name, origin = one.installed.id, f"{one.installed.distribution} {one.installed.version}"
    fault = render(one.faults[0], lang) if one.faults else ""
    return say("pack_left_out", lang, id=name, origin=origin, fault=fault)


def open_for(store: str | None, packs: Sequence[str], config: str | None, lang: Lang) -> Workspace:
    """Open the workspace that options describe; where no pack is named, with all usable ones."""
    url = store_url(store, config)
    chosen: list[str | Path | Pack] = [*(pack_names(packs) if packs else usable_packs(lang))]
    return open_to_read(url, lambda one: open_workspace(one, packs=chosen, config=config))


def open_to_write(
    store: str | None, packs: Sequence[str], config: str | None, lang: Lang
) -> Workspace:
    """Open the workspace that options describe for writing; its store is made if it isn't there."""
    chosen: list[str | Path | Pack] = [*(pack_names(packs) if packs else usable_packs(lang))]
    return open_workspace(store_url(store, config), packs=chosen, config=config)


def is_new(url: str) -> bool:
    """Whether a URL names a file that isn't there yet."""
    path = url.removeprefix("sqlite:///").partition("?")[0]
    return url.startswith("sqlite:///") and not Path(path).exists()


def now_in(zone: ZoneInfo) -> datetime:
    """This moment, to the second."""
    return datetime.now(zone).replace(microsecond=0)


def day_used(on: date | None, period: str | Period, zone: ZoneInfo, *, ahead: bool = False) -> date:
    """The day given; else the period's last day, or today in the store's zone if that is earlier.

    Args:
        on: The day given.
        period: The period asked for.
        zone: The store's.
        ahead: Take yesterday instead of today, so that today is still to come.

    Raises:
        PeriodError: The period can't be read.
    """
    if on is not None:
        return on
    asked = Period.parse(period) if isinstance(period, str) else period
    today = datetime.now(zone).date()
    return min(asked.last, advance(today, -1, "day") if ahead else today)
