"""Which packs are installed, from where, and which of them can be used.

Nothing of a pack's own code is run to find out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.machinery import PathFinder
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

from attrs import evolve, frozen

from fengqiao.errors import Fault, PackError, UnknownPack
from fengqiao.packs.parents import parent_faults
from fengqiao.packs.reader import read_pack
from fengqiao.rules import Catalogue, Pack

GROUP = "fengqiao.packs"


@frozen(kw_only=True)
class InstalledPack:
    """A pack that a distribution brings.

    Attributes:
        version: The distribution's; the pack's own stands in its files.
        folder: Holds `data/`, `cases/` and perhaps `areas.csv`; None where it can't be used.
        fault: Why it can't be used.
    """

    id: str
    distribution: str
    version: str
    folder: Path | None
    fault: Fault | None = None


@frozen(kw_only=True)
class ReadPack:
    """An installed pack, and what is in it.

    Attributes:
        pack: What its files say; None where it can't be used.
        faults: Why it can't be used: every fault of its files.
    """

    installed: InstalledPack
    pack: Pack | None = None
    faults: tuple[Fault, ...] = ()


def installed_packs(found: Iterable[EntryPoint] | None = None) -> tuple[InstalledPack, ...]:
    """Every pack that an installed distribution names, sorted by id and distribution.

    An id that two distributions bring belongs to the one called `fengqiao-<id>`; the other is
    left out. Where neither is, both are.

    Args:
        found: Entry points to look at; by default all installed in the group `fengqiao.packs`.
    """
    points = entry_points(group=GROUP) if found is None else found
    packs = [_located(point) for point in points]
    named = [pack.id for pack in packs]
    return tuple(
        sorted(
            (
                _refused(pack, "plugin.duplicate_pack")
                if named.count(pack.id) > 1 and pack.distribution != f"fengqiao-{pack.id}"
                else pack
                for pack in packs
            ),
            key=lambda pack: (pack.id, pack.distribution),
        )
    )


def _refused(pack: InstalledPack, code: str) -> InstalledPack:
    fault = Fault(code, {"plugin": pack.distribution, "pack": pack.id})
    return InstalledPack(
        id=pack.id,
        distribution=pack.distribution,
        version=pack.version,
        folder=None,
        fault=fault,
    )


def _located(point: EntryPoint) -> InstalledPack:
    distribution = point.dist.name if point.dist else "?"
    pack = InstalledPack(
        id=point.name,
        distribution=distribution,
        version=point.dist.version if point.dist else "?",
        folder=_folder(point.value),
    )
    return pack if pack.folder else _refused(pack, "plugin.no_data")


def _folder(package: str) -> Path | None:
    """The folder of a top-level package, without importing it."""
    spec = PathFinder.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        return None
    folder = Path(next(iter(spec.submodule_search_locations)))
    return folder if (folder / "data").is_dir() else None


def locate(pack_id: str, installed: Iterable[InstalledPack]) -> Path:
    """The folder of an installed pack.

    Raises:
        UnknownPack: None of that id is installed, or it can't be used.
    """
    usable: Mapping[str, Path] = {pack.id: pack.folder for pack in installed if pack.folder}
    if pack_id not in usable:
        raise UnknownPack("pack.unknown", installed=sorted(usable))
    return usable[pack_id]


def read_installed(found: Iterable[InstalledPack], catalogue: Catalogue) -> tuple[ReadPack, ...]:
    """Read installed packs one by one; what can't be used is told, and the rest stays usable.

    A pack whose parent can't be used can't be either, nor one that says what its parent does not
    let it say, nor one that calls itself in its files what another is installed as.

    Args:
        found: As `installed_packs` gives them.
        catalogue: Known keys and words, those of plugins too.
    """
    read = [_read(one, catalogue) for one in found]
    named = [one.pack.id for one in read if one.pack]
    read = [
        _unusable(one, "plugin.duplicate_pack", plugin=one.installed.distribution)
        if one.pack and named.count(one.pack.id) > 1 and one.pack.id != one.installed.id
        else one
        for one in read
    ]
    packs = {one.pack.id: one.pack for one in read if one.pack}
    read = [_beside_parents(one, packs, catalogue) for one in read]
    while orphans := _orphans(read):
        read = [
            _unusable(one, "pack.parent_missing", parent=one.pack.parent)
            if one.pack and one.installed in orphans
            else one
            for one in read
        ]
    return tuple(read)


def _read(one: InstalledPack, catalogue: Catalogue) -> ReadPack:
    if one.folder is None:
        return ReadPack(installed=one, faults=(one.fault,) if one.fault else ())
    try:
        return ReadPack(installed=one, pack=read_pack(one.folder, catalogue))
    except PackError as error:
        return ReadPack(installed=one, faults=error.faults)


def _beside_parents(one: ReadPack, packs: Mapping[str, Pack], catalogue: Catalogue) -> ReadPack:
    """What was read, or what its parents rule out in it."""
    if one.pack is None:
        return one
    family = {one.pack.id: one.pack}
    above = packs.get(one.pack.parent or "")
    while above is not None and above.id not in family:
        family[above.id] = above
        above = packs.get(above.parent or "")
    faults = tuple(parent_faults(family, catalogue))
    return evolve(one, pack=None, faults=faults) if faults else one


def _unusable(one: ReadPack, code: str, **facts: object) -> ReadPack:
    pack = one.pack.id if one.pack else one.installed.id
    return evolve(one, pack=None, faults=(Fault(code, {"pack": pack, **facts}),))


def _orphans(read: Iterable[ReadPack]) -> tuple[InstalledPack, ...]:
    packs = [(one.installed, one.pack) for one in read if one.pack]
    there = {installed.id for installed, _ in packs}
    return tuple(installed for installed, pack in packs if pack.parent and pack.parent not in there)
