"""Change values of a pack's entries, all faults at once, and give the change a name."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from attrs import evolve, frozen

from fengqiao.errors import Fault, OverlayError
from fengqiao.packs.installed import installed_packs
from fengqiao.packs.overlays.change import Change
from fengqiao.packs.overlays.fields import fields_of, with_change
from fengqiao.packs.overlays.whole import whole_faults
from fengqiao.packs.places import Places
from fengqiao.packs.plugins import collect_plugins
from fengqiao.packs.setup import read_one, with_words_of
from fengqiao.packs.spot import Spot
from fengqiao.rules.catalogue import Catalogue, close_names
from fengqiao.rules.entries import (
    AnyEntry,
    Duty,
    Norm,
    NotModelled,
    Pack,
    Role,
    Sheet,
)
from fengqiao.rules.overlays import Overlay, Override

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
_SHOWN = re.compile(r"[A-Za-z0-9_.]{1,80}")
_MAY_BE_DROPPED = (Norm, Duty, Role, Sheet)


@frozen
class _Asked:
    """One value that is asked for: of which entry and field, for which phase."""

    name: str
    entry: AnyEntry
    field: str | None
    on: date | None
    value: object

    @property
    def override(self) -> Override:
        """As the overlay keeps it."""
        return Override(
            entry=self.entry.id,
            field=self.field,
            on=self.on,
            value="" if self.value is None else _written(self.value),
        )


def with_overrides(
    pack: Pack | Path | str,
    values: Mapping[str, object],
    *,
    name: str,
    catalogue: Catalogue | None = None,
) -> Pack:
    """A pack with other values in the place of the source's, under a name of its own.

    Every receipt of a finding or score that comes from it names the overlay and what it changed.
    Values are written as in packs and in configuration: `60`, `"40%"`, `"1 hour"`, `["a", "b"]`,
    `"open"`. A value holds in every phase that states the field; a mapping from days to values
    changes the phase in force on each day, and leaves the days of all phases as they are.

    Args:
        pack: A pack, the id of an installed one, or a folder.
        values: By `<entry id>.<field>`, fields named as open terms are
            (`visits.households.at_least`, `meeting.community.lasts`); an entry id alone, with
            None, drops a norm, duty, role or sheet.
        name: Of the overlay: lower-case letters, digits, `-` and `_`, at most 40.
        catalogue: Known keys and words; those of the core and the plugins where none is given.

    Returns:
        The pack with those values. They count as not verified; its worked cases, which prove the
        source's values, are left out.

    Raises:
        OverlayError: With every fault: names that are not there, values of another kind, levels
            or weights that no longer fit together.
        PackError, UnknownPack: The pack can't be read.

    Examples:
        >>> from fengqiao.testing.small import SMALL_PACK
        >>> pack = with_overrides(SMALL_PACK, {"visits.households.at_least": 2}, name="two")
        >>> pack.overlay.name
        'two'
    """
    catalogue = catalogue or collect_plugins().catalogue
    read = pack if isinstance(pack, Pack) else read_one(pack, installed_packs(), catalogue)
    faults = list(_faults_of_call(read, values, name))
    if faults:
        raise OverlayError.of(faults)
    words = with_words_of(read, catalogue)
    spot = Spot("overrides", Places(), faults)
    asked = [one for given in values.items() for one in _asked(str(given[0]), given[1], read, spot)]
    changed = {entry.id: entry for entry in read.entries}
    broken: set[str] = set()
    for one in asked:
        if one.field is None:
            changed.pop(one.entry.id, None)
        elif one.entry.id in changed:
            place = spot.at("overrides", one.name)
            change = Change(field=one.field, raw=one.value, on=one.on, spot=place, words=words)
            found = with_change(changed[one.entry.id], change)
            changed[one.entry.id] = found or one.entry
            broken |= set() if found else {one.entry.id}
    for entry_id in dict.fromkeys(one.entry.id for one in asked):
        if entry_id in changed and entry_id not in broken:
            whole_faults(changed[entry_id], words, spot.at("overrides", entry_id))
    if faults:
        raise OverlayError.of(faults)
    return evolve(
        read,
        entries=tuple(changed[entry.id] for entry in read.entries if entry.id in changed),
        cases=(),
        overlay=_overlay(name, asked),
    )


def _faults_of_call(pack: Pack, values: Mapping[str, object], name: str) -> list[Fault]:
    faults = []
    if not _NAME.fullmatch(str(name)):
        faults.append(Fault("overlay.name"))
    if pack.overlay is not None:
        faults.append(Fault("overlay.twice", {"pack": pack.id, "name": pack.overlay.name}))
    if not values:
        faults.append(Fault("overlay.nothing"))
    return faults


def _asked(name: str, value: object, pack: Pack, spot: Spot) -> list[_Asked]:
    """What one line asks for; nothing, with a fault, where there is no such entry or field."""
    entries = {entry.id: entry for entry in pack.entries if not isinstance(entry, NotModelled)}
    place = spot.at("overrides", name)
    if name in entries:
        return _dropped(name, value, entries[name], place)
    found = next((one for one in _splits(name) if one[0] in entries), None)
    if found is None or found[1] not in fields_of(entries[found[0]]):
        _refuse_name(name, found, entries, place)
        return []
    entry, field = entries[found[0]], found[1]
    if value is None:
        place.fault("overlay.only_entries", entry=entry.id)
        return []
    if not isinstance(value, Mapping):
        return [_Asked(name, entry, field, None, value)]
    if not value or not all(type(day) is date for day in value):
        place.fault("overlay.days")
        return []
    return [_Asked(name, entry, field, day, one) for day, one in sorted(value.items())]


def _dropped(name: str, value: object, entry: AnyEntry, spot: Spot) -> list[_Asked]:
    """An entry that is to be dropped as a whole."""
    if value is not None:
        spot.fault("overlay.whole_entry", entry=entry.id, known=fields_of(entry))
    elif not isinstance(entry, _MAY_BE_DROPPED):
        spot.fault("overlay.not_dropped", entry=entry.id)
    else:
        return [_Asked(name, entry, None, None, None)]
    return []


def _splits(name: str) -> list[tuple[str, str]]:
    """Entry id and field, the longest id first."""
    parts = name.split(".")
    return [
        (".".join(parts[:place]), ".".join(parts[place:])) for place in range(len(parts) - 1, 0, -1)
    ]


def _refuse_name(
    name: str, found: tuple[str, str] | None, entries: Mapping[str, AnyEntry], spot: Spot
) -> None:
    """Say that there is no such name, with close ones: of the entry, where there is that."""
    chosen = {found[0]: entries[found[0]]} if found else entries
    names = [f"{one.id}.{field}" for one in chosen.values() for field in fields_of(one)]
    known = names if found else ()
    close = close_names(name, [*names, *(() if found else entries)])
    shown = name if _SHOWN.fullmatch(name) else "?"
    spot.fault("overlay.unknown_name", name=shown, close=close, known=() if close else known)


def _overlay(name: str, asked: list[_Asked]) -> Overlay:
    """The overlay, its changes in the order of their names whatever order they were given in."""
    overrides = tuple(sorted((one.override for one in asked), key=str))
    lines = "".join(f"{one}\n" for one in overrides)
    return Overlay(
        name=name, sha256=hashlib.sha256(lines.encode()).hexdigest(), overrides=overrides
    )


def _written(value: object) -> str:
    """A value in the notation of packs."""
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(str, value))}]"
    return str(value)
