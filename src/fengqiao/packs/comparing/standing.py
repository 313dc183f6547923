"""Packs as they stood on a day, on the areas of another place: what both sides are run with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

from attrs import evolve

from fengqiao.packs.installed import installed_packs
from fengqiao.packs.plugins import collect_plugins
from fengqiao.packs.setup import Setup, read_one, set_up
from fengqiao.rules.book import Chain, Rules, chain_of
from fengqiao.rules.entries import (
    AnyEntry,
    Band,
    Duty,
    DutyPhase,
    Norm,
    NormPhase,
    Pack,
    Role,
    Sheet,
)

_EVER = date(1900, 1, 1)
_COUNTY_DIGITS = 6


def set_up_both(
    one: str | Path | Pack,
    other: str | Path | Pack,
    config: str | Path | Mapping[str, object] | None = None,
) -> tuple[tuple[Setup, Setup], tuple[Chain, Chain]]:
    """Read two packs with their parents: two places, or two versions of one.

    Args:
        one: An installed pack's id, a folder, or a pack.
        other: Likewise.
        config: A configuration with a section for each of them.

    Returns:
        What each side stands on, and who speaks on each.

    Raises:
        UnknownPack: A pack is not installed.
        PackError: A pack can't be used.
        ConfigError: The configuration can't be used.
    """
    installed, catalogue = installed_packs(), collect_plugins().catalogue
    first, second = (read_one(pack, installed, catalogue) for pack in (one, other))
    if first.id == second.id:
        setups = set_up([first], config), set_up([second], config)
    else:
        both = set_up([first, evolve(second, areas=())], config)
        packs = {**both.rules.packs, second.id: second}
        setups = both, evolve(both, rules=_rules(packs, both.rules))
    chains = (
        chain_of(first, setups[0].rules.packs),
        chain_of(second, setups[1].rules.packs),
    )
    return setups, chains


def standing(setup: Setup, chain: Chain, day: date, areas: Sequence[str]) -> Setup:
    """A setup in which only one chain speaks, for these areas, as it stood on a day.

    Args:
        setup: With the packs of the chain.
        chain: Who speaks.
        day: What was in force on it holds on all days; all else never.
        areas: Code prefixes that its first pack speaks for.
    """
    packs = {pack.id: _as_on(evolve(pack, areas=()), day) for pack in chain.packs}
    place = chain.place.id
    packs[place] = evolve(packs[place], areas=tuple(areas))
    return evolve(setup, rules=_rules(packs, setup.rules))


def _rules(packs: Mapping[str, Pack], rules: Rules) -> Rules:
    return Rules(packs=packs, catalogue=rules.catalogue, terms=rules.terms)


def _as_on(pack: Pack, day: date) -> Pack:
    return evolve(pack, entries=tuple(_entries(pack, day)))


def _entries(pack: Pack, day: date) -> Iterator[AnyEntry]:
    for entry in pack.entries:
        if isinstance(entry, Norm):
            norm = tuple(_always(one) for one in entry.phases if one.holds_on(day))
            yield from [evolve(entry, phases=norm)] if norm else []
        elif isinstance(entry, Duty):
            duty = tuple(_always(one) for one in entry.phases if one.holds_on(day))
            yield from [evolve(entry, phases=duty)] if duty else []
        elif not isinstance(entry, (Band, Role, Sheet)):
            yield entry
        elif entry.effective_from <= day <= (entry.effective_until or date.max):
            yield evolve(entry, effective_from=_EVER, effective_until=None)


_P = TypeVar("_P", NormPhase, DutyPhase)


def _always(phase: _P) -> _P:
    """What holds, on all days."""
    return evolve(phase, effective_from=_EVER, effective_until=None)


def common_areas(one: Pack, other: Pack, registered: Sequence[str]) -> tuple[str, ...]:
    """The areas on which both are run: those of the place whose facts are there.

    Args:
        one: Speaks for them if any of its areas is registered.
        other: Else this one.
        registered: Area codes of the store.

    Returns:
        Code prefixes; the counties of the facts where neither pack is of their place.
    """
    for pack in (one, other):
        if any(code.startswith(pack.areas) for code in registered):
            return pack.areas
    return tuple(sorted({code[:_COUNTY_DIGITS] for code in registered}))
