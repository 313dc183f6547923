"""Which packs are installed, and from where. Nothing of a pack's own code is run to find out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.machinery import PathFinder
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

from attrs import frozen

from fengqiao.errors import Fault, UnknownPack

GROUP = "fengqiao.packs"


@frozen(kw_only=True)
class InstalledPack:
    """A pack that a distribution brings.

    Attributes:
        folder: Holds `data/`, `cases/` and perhaps `areas.csv`; None where it can't be used.
        fault: Why it can't be used.
    """

    id: str
    distribution: str
    version: str
    folder: Path | None
    fault: Fault | None = None


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
