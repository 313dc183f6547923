"""The host's configuration: what it fills into open terms, and its own settings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import field, frozen

from fengqiao.errors import ConfigError, Fault
from fengqiao.packs.amounts import MOST
from fengqiao.packs.fill_term import Value, fill_term
from fengqiao.packs.open_terms import OpenTerm, open_terms
from fengqiao.packs.places import Places
from fengqiao.packs.read_planning import PlanningSettings, read_planning
from fengqiao.packs.reader import FORMAT
from fengqiao.packs.spot import Spot, shown_name
from fengqiao.packs.toml_file import read_toml
from fengqiao.packs.weighing import check_weights
from fengqiao.planning import WorkHours
from fengqiao.rules.catalogue import Catalogue, close_names
from fengqiao.rules.entries import Origin, Pack
from fengqiao.rules.values import Exact

HOST = "host"
PLANNING = "planning"
HOST_SETTINGS = ("small_count",)

Terms = Mapping[tuple[str, str], Value]


@frozen(kw_only=True)
class Config:
    """What a host decided.

    Attributes:
        terms: Open terms: (section, name) -> value. A section is the id of a pack.
        origins: Where each stands: file and line.
        small_count: Counts in surveys and ratings below it are withheld; without it, all are.
        hours: How long and from when staff work; without it, nothing can be planned.
        pace: How fast staff get from visit to visit; without it, ways take no time in plans.
        relief: How many posts it takes to have one filled on every working day; without it, a
            need of staff can't be said.
        community: Keys of entries that are work in the community, beside those that always are.

    Units:
        pace: metres a minute
    """

    terms: Terms = field(factory=dict)
    origins: Mapping[tuple[str, str], Origin] = field(factory=dict)
    small_count: int | None = None
    hours: WorkHours = field(factory=WorkHours)
    pace: int | None = None
    relief: Exact | None = None
    community: tuple[str, ...] = ()

    def get(self, pack: str, name: str) -> Value | None:
        """The value of an open term in a pack's section, or None."""
        return self.terms.get((pack, name))


def read_config(
    source: Path | str | Mapping[str, object] | None,
    packs: Mapping[str, Pack],
    catalogue: Catalogue,
) -> Config:
    """Read a configuration; every term must be one that a pack leaves open.

    Args:
        source: A TOML file, its content as a mapping, or None for an empty configuration.
        packs: Packs in use, by id. A place's section may fill what its parents leave open.
        catalogue: With the words of those packs.

    Returns:
        The configuration.

    Raises:
        ConfigError: Something is wrong; the error carries every fault of the file.
    """
    if source is None:
        return Config()
    faults: list[Fault] = []
    if isinstance(source, Mapping):
        if not _is_named_by_text(source):
            raise ConfigError("config.name_not_text")
        tables, spot = source, Spot("configuration", Places(), faults)
    else:
        read = read_toml(Path(source), file=Path(source).name)
        faults += read.faults
        tables, spot = read.tables, Spot(read.file, read.places, faults)
    config = _read(tables, spot, packs, catalogue)
    if faults:
        raise ConfigError.of(faults)
    return config


def _is_named_by_text(tables: Mapping[str, object]) -> bool:
    """Whether every name is text, as in a file; a host may pass anything all the same."""
    waiting: list[Mapping[Any, object]] = [tables]
    while waiting:
        inner = waiting.pop()
        if not all(isinstance(name, str) for name in inner):
            return False
        waiting += [cell for cell in inner.values() if isinstance(cell, Mapping)]
    return True


def _read(
    tables: Mapping[str, object], spot: Spot, packs: Mapping[str, Pack], catalogue: Catalogue
) -> Config:
    terms: dict[tuple[str, str], Value] = {}
    origins: dict[tuple[str, str], Origin] = {}
    spots: dict[tuple[str, str], Spot] = {}
    small_count: int | None = None
    planning = PlanningSettings()
    known = (*packs, HOST, PLANNING)
    for section, raw in tables.items():
        place = spot.at(section)
        if section == "format":
            if raw != FORMAT or isinstance(raw, bool):
                place.fault("pack.format_unknown", format=FORMAT)
        elif section not in known:
            close = close_names(section, known)
            shown = shown_name(section)
            place.fault(
                "config.unknown_section", at_key=True, section=shown, close=close, known=known
            )
        elif not isinstance(raw, Mapping):
            place.fault("config.not_a_table", section=section)
        elif section == HOST:
            small_count = _read_host(raw, place)
        elif section == PLANNING:
            planning = read_planning(_flattened(raw, place, ()), catalogue, place)
        else:
            fillable = _fillable(packs[section], packs, catalogue)
            for name, value, at in _flattened(raw, place, ()):
                if (section, name) in terms:
                    at.fault("config.term_twice", at_key=True, name=name)
                term = fillable.get(name)
                if term is None:
                    close = close_names(name, fillable)
                    shown = shown_name(name)
                    at.fault("config.unknown_term", at_key=True, name=shown, close=close)
                    continue
                filled = fill_term(term, value, at)
                if filled is not None:
                    terms[section, name] = filled
                    origins[section, name] = at.origin
                    spots[section, name] = at
    check_weights(terms, spots, packs)
    return Config(
        terms=terms,
        origins=origins,
        small_count=small_count,
        hours=planning.hours,
        pace=planning.pace,
        relief=planning.relief,
        community=planning.community,
    )


def _read_host(raw: Mapping[str, object], spot: Spot) -> int | None:
    for name in raw:
        if name not in HOST_SETTINGS:
            close = close_names(name, HOST_SETTINGS)
            facts = {"section": HOST, "close": close, "known": HOST_SETTINGS}
            spot.at(name).fault("config.unknown_setting", at_key=True, **facts)
    value = raw.get("small_count")
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= MOST:
        spot.at("small_count").fault("config.wants_count", name="small_count", most=MOST)
        return None
    return value


def _fillable(
    pack: Pack, packs: Mapping[str, Pack], catalogue: Catalogue
) -> Mapping[str, OpenTerm]:
    """Open terms of a pack and its parents by name; the pack's own come first."""
    found: dict[str, OpenTerm] = {}
    line: list[str] = []
    following: Pack | None = pack
    while following is not None and following.id not in line:
        line.append(following.id)
        for term in open_terms(following, catalogue):
            found.setdefault(term.name, term)
        following = packs.get(following.parent or "")
    return found


def _flattened(
    raw: Mapping[str, object], spot: Spot, before: tuple[str, ...]
) -> Iterator[tuple[str, object, Spot]]:
    """Terms by their full name, whether their key was put in quotes or not."""
    for name, value in raw.items():
        names = (*before, name)
        if isinstance(value, Mapping):
            yield from _flattened(value, spot.at(name), names)
        else:
            yield ".".join(names), value, spot.at(name)
