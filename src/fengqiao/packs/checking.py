"""Everything that `fengqiao lint` says of a pack, as data."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from attrs import frozen

from fengqiao.errors import Fault, PackError, UnknownPack
from fengqiao.packs.accounting import not_installed, strict_faults
from fengqiao.packs.case_results import CaseResult
from fengqiao.packs.cases_needed import cases_missing
from fengqiao.packs.installed import installed_packs, locate
from fengqiao.packs.noticed import old_checks, silent_days
from fengqiao.packs.parents import silenced_practice
from fengqiao.packs.plugins import collect_plugins
from fengqiao.packs.reader import read_pack
from fengqiao.packs.run_cases import run_cases
from fengqiao.packs.setup import set_up
from fengqiao.rules import AnyEntry, Pack
from fengqiao.timing.days import require_day


@frozen(kw_only=True)
class CheckedPack:
    """What was found in a pack.

    Attributes:
        pack: The pack; None where it can't be read.
        faults: What keeps it from being read or used, and cases that came out otherwise.
        lacking: What keeps it from being complete; only a strict check counts it.
        notes: What is worth a second look and is no fault.
        not_installed: Entries that nothing measures.
        cases: Every expectation of its worked cases.
    """

    pack: Pack | None
    faults: tuple[Fault, ...] = ()
    lacking: tuple[Fault, ...] = ()
    notes: tuple[Fault, ...] = ()
    not_installed: tuple[AnyEntry, ...] = ()
    cases: tuple[CaseResult, ...] = ()


def check_pack(
    pack: str | Path | Pack,
    *,
    strict: bool = False,
    on: date | None = None,
    notes: bool = False,
) -> tuple[Fault, ...]:
    """Find every fault of a pack, then run its worked cases.

    Args:
        pack: The id of an installed pack, a folder (`Path`, or text with a `/`), or a pack.
        strict: Also what keeps it from being complete: parts of clauses that nothing accounts
            for, entries that nothing measures or whose worked cases leave a kind of answer out,
            and, with a day given, sources not compared with their text for a year.
        on: The day as of which sources are looked at; None: they are not.
        notes: Also what is worth a second look and is no fault.

    Returns:
        What is wrong, in the order in which `fengqiao lint` shows it; empty where nothing is.

    Raises:
        UnknownPack: No pack of that id is installed.
        PeriodError: `on` is no plain day.
    """
    found = look_over(pack, on=on)
    lacking = found.lacking if strict else ()
    noted = tuple(one for one in found.notes if one not in lacking) if notes else ()
    return found.faults + lacking + noted


def look_over(pack: str | Path | Pack, *, on: date | None = None) -> CheckedPack:
    """Find everything that `check_pack` can tell, sorted by how much it matters.

    Args:
        pack: As for `check_pack`.
        on: As for `check_pack`.

    Returns:
        What was found. A source that was not compared with its text for a year stands under
        `lacking` and under `notes`.

    Raises:
        UnknownPack: No pack of that id is installed.
        PeriodError: `on` is no plain day.
    """
    if on is not None:
        require_day(on)
    if isinstance(pack, str) and "/" not in pack and "\\" not in pack:
        pack = locate(pack, installed_packs())
    try:
        read = pack if isinstance(pack, Pack) else read_pack(pack, collect_plugins().catalogue)
    except PackError as error:
        return CheckedPack(pack=None, faults=error.faults)
    try:
        setup = set_up([read])
    except (PackError, UnknownPack) as error:
        return CheckedPack(pack=read, faults=error.faults)
    catalogue, indicators = setup.rules.catalogue, setup.indicators
    parents = [one for one in setup.rules.packs.values() if one.id != read.id]
    cases = tuple(run_cases(read, catalogue, parents=parents, indicators=indicators))
    stale = tuple(old_checks(read, on)) if on is not None else ()
    return CheckedPack(
        pack=read,
        faults=tuple(one.fault for one in cases if one.fault),
        lacking=(
            *strict_faults(read, catalogue, indicators),
            *cases_missing(read, parents),
            *stale,
        ),
        notes=(*silent_days(read), *silenced_practice(read, setup.rules.packs), *stale),
        not_installed=not_installed(read, catalogue, indicators),
        cases=cases,
    )
