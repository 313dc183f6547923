"""From names of packs to rules: read them with their parents, their words, and the host's terms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from attrs import frozen

from fengqiao.errors import Fault, PackError, Place
from fengqiao.measures import Indicator, Indicators
from fengqiao.measures.indicators_reported import reported
from fengqiao.measures.indicators_times import reported_time
from fengqiao.packs.config import Config, read_config
from fengqiao.packs.installed import InstalledPack, installed_packs, locate
from fengqiao.packs.parents import parent_faults
from fengqiao.packs.plugins import Plugins, collect_plugins
from fengqiao.packs.procedure_parents import procedure_faults
from fengqiao.packs.reader import read_pack
from fengqiao.rules import Catalogue, Key, Label, Measure, Pack, Rules, Words
from fengqiao.rules.catalogue import measure_key
from fengqiao.rules.entries import NAMES


@frozen(kw_only=True)
class Setup:
    """What a workspace stands on.

    Attributes:
        rules: Packs in force, the full catalogue, the host's terms.
        indicators: The core's, the plugins', and one for each measure that a pack brings.
        plugins: Installed plugins, loaded and failed.
        config: The host's configuration.
    """

    rules: Rules
    indicators: Indicators
    plugins: Plugins
    config: Config


def set_up(
    packs: Sequence[str | Path | Pack], config: str | Path | Mapping[str, object] | None = None
) -> Setup:
    """Read packs with their parents and a configuration.

    Args:
        packs: Ids of installed packs, folders (`Path`, or text with a `/`), or packs.
        config: A file, its content, or None.

    Raises:
        UnknownPack: A pack is not installed.
        PackError: A pack can't be used, its parent is not there, two claim the same areas, or a
            place says what its parent does not let it say.
        ConfigError: The configuration can't be used.
    """
    plugins = collect_plugins()
    installed = installed_packs()
    read: dict[str, Pack] = {}
    for one in packs:
        pack = read_one(one, installed, plugins.catalogue)
        known = read.setdefault(pack.id, pack)
        if known is not pack and (known.sha256, known.overlay) != (pack.sha256, pack.overlay):
            facts = {"pack": pack.id, **_folders(known, pack)}
            raise PackError.of([Fault("pack.twice", facts, _place(pack, "id"))])
    _read_parents(read, installed, plugins.catalogue)
    _refuse_shared_areas(read)
    catalogue = plugins.catalogue
    for pack in read.values():
        catalogue = with_words_of(pack, catalogue)
    if faults := [*parent_faults(read, catalogue), *procedure_faults(read)]:
        raise PackError.of(faults)
    indicators = with_measures_of(read, plugins.indicators)
    settings = read_config(config, read, catalogue)
    rules = Rules(packs=read, catalogue=catalogue, terms=settings.terms)
    return Setup(rules=rules, indicators=indicators, plugins=plugins, config=settings)


def read_one(
    pack: str | Path | Pack, installed: Sequence[InstalledPack], catalogue: Catalogue
) -> Pack:
    """A pack as it was given: itself, the id of an installed one, or a folder."""
    if isinstance(pack, Pack):
        return pack
    if isinstance(pack, Path) or "/" in pack or "\\" in pack:
        return read_pack(Path(pack), catalogue)
    return read_pack(locate(pack, installed), catalogue)


def _read_parents(
    read: dict[str, Pack], installed: Sequence[InstalledPack], catalogue: Catalogue
) -> None:
    """Add to the packs read their parents, and the parents of these."""
    folders = {pack.id: pack.folder for pack in installed if pack.folder}
    waiting = list(read.values())
    while waiting:
        pack = waiting.pop()
        parent = pack.parent
        if parent is None or parent in read:
            continue
        if parent not in folders:
            place = _place(pack, "parent")
            raise PackError("pack.parent_missing", place=place, pack=pack.id, parent=parent)
        read[parent] = read_pack(folders[parent], catalogue)
        waiting.append(read[parent])


def _place(pack: Pack, name: str) -> Place | None:
    """Where a field of a pack's head stands."""
    origin = pack.origin(name)
    return None if origin is None else Place(origin.file, origin.line)


def _folders(one: Pack, other: Pack) -> dict[str, str]:
    """The folders of two packs, where both were read from files."""
    origins = one.origin("id"), other.origin("id")
    names = [origin.file.split("/", 1)[0] for origin in origins if origin is not None]
    return dict(zip(("first", "second"), names, strict=True)) if all(origins) else {}


def _refuse_shared_areas(packs: Mapping[str, Pack]) -> None:
    claimed: dict[str, Pack] = {}
    for pack in packs.values():
        for area in pack.areas:
            if area in claimed:
                other = claimed[area]
                facts = {"pack": pack.id, "other": other.id, "area": area, **_folders(other, pack)}
                raise PackError.of([Fault("pack.area_claimed", facts, _place(pack, "areas"))])
            claimed[area] = pack


def with_words_of(pack: Pack, catalogue: Catalogue) -> Catalogue:
    """A catalogue with the words that a pack's labels and measures add."""
    for entry in pack.entries:
        if isinstance(entry, Label) and (
            entry.key in catalogue.vocabularies or entry.key.startswith(NAMES)
        ):
            catalogue = catalogue.with_words(
                entry.key, {item.name: item.names for item in entry.items}
            )
        elif isinstance(entry, Measure):
            catalogue = catalogue.with_measure(_key_of(entry))
    return catalogue


def with_measures_of(packs: Mapping[str, Pack], indicators: Indicators) -> Indicators:
    """Indicators and those of the packs' own measures.

    Raises:
        PackError: Two packs mean different things by one name.
    """
    found = dict(indicators)
    first: dict[str, Measure] = {}
    for pack in packs.values():
        for entry in pack.entries:
            if not isinstance(entry, Measure):
                continue
            known = first.setdefault(entry.key, entry)
            if _nature(known) != _nature(entry):
                facts = {"key": entry.key, "pack": pack.id, "other": known.pack}
                place = Place(entry.origin.file, entry.origin.line)
                raise PackError.of([Fault("pack.measure_differs", facts, place)])
            found.setdefault(entry.key, _indicator_of(entry))
    return found


def _indicator_of(entry: Measure) -> Indicator:
    key, done = _key_of(entry), entry.done
    if entry.hours:  # what the host keeps to in its report is told with what it counts
        hours = "-".join(entry.hours)
        done = Words(zh=done.zh and f"{done.zh}({hours})", en=done.en and f"{done.en} ({hours})")
    if entry.kind == "time":
        return reported_time(key, done=done)
    return reported(key, done=done, total=entry.total)


def _nature(entry: Measure) -> tuple[object, ...]:
    """What two packs must agree on where they mean the same by one name."""
    return entry.kind, entry.unit, _key_of(entry).reports, entry.hours


def _key_of(entry: Measure) -> Key:
    return measure_key(
        entry.key,
        names=entry.names,
        kind=entry.kind,
        unit=entry.unit,
        each=entry.each,
        reports=entry.reports,
    )
