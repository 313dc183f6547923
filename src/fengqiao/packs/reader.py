"""Read a pack: all files of a folder, every fault at once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import evolve, field, frozen

from fengqiao.errors import Fault, PackError, Place
from fengqiao.packs.bans import check_bans
from fengqiao.packs.bounds import file_faults, row_faults
from fengqiao.packs.chinese import words_by_chinese
from fengqiao.packs.clashes import check_bands, check_ids, check_norms
from fengqiao.packs.fields import read_row
from fengqiao.packs.following import independent
from fengqiao.packs.known import Known
from fengqiao.packs.places import Path as TomlPath
from fengqiao.packs.read_band import read_band
from fengqiao.packs.read_case import read_case
from fengqiao.packs.read_counting import read_counting
from fengqiao.packs.read_duty import read_duty
from fengqiao.packs.read_norm import read_norm
from fengqiao.packs.read_not_modelled import read_not_modelled
from fengqiao.packs.read_procedure import read_procedure
from fengqiao.packs.read_sheet import read_sheet
from fengqiao.packs.read_source import read_clauses, read_sources
from fengqiao.packs.read_words import read_label, read_measure, read_role, with_row_words
from fengqiao.packs.rows import TABLES, BandRow
from fengqiao.packs.spot import Spot
from fengqiao.packs.toml_file import TomlFile, read_toml
from fengqiao.rules import core_catalogue
from fengqiao.rules.catalogue import Catalogue, close_names
from fengqiao.rules.entries import AnyEntry, Cite, Clause, NotModelled, Pack, Source, Words

FORMAT = 1
FOLDERS = ("data", "cases")

_Reader = Callable[[Any, Spot, Known], Sequence[AnyEntry]]
_READERS: Mapping[str, _Reader] = {
    "label": read_label,
    "measure": read_measure,
    "norm": read_norm,
    "duty": read_duty,
    "band": read_band,
    "role": read_role,
    "counting": read_counting,
    "sheet": read_sheet,
    "procedure": read_procedure,
    "not_modelled": read_not_modelled,
}
Rows = list[tuple[Any, Spot]]


@frozen
class _Files:
    """The rows of all files of a pack by table, and what is wrong so far.

    Attributes:
        chinese: Names and words by their Chinese label.
        lost: Tables of which a row stands and could not be read.
    """

    names: Sequence[str]
    chinese: Mapping[str, tuple[str, ...]]
    faults: list[Fault]
    unread: set[tuple[str, TomlPath]] = field(factory=set)
    rows: Mapping[str, Rows] = field(factory=lambda: {name: [] for name in TABLES})
    lost: set[str] = field(factory=set)


def read_pack(folder: Path | str, catalogue: Catalogue | None = None) -> Pack:
    """Read and check the pack in a folder.

    Args:
        folder: Holds `data/*.toml` and, with worked cases, `cases/*.toml`.
        catalogue: Known keys and words; the core's where none is given.

    Returns:
        The pack, its entries in the order of the files.

    Raises:
        PackError: Something is wrong; the error carries every fault of every file, in order.
    """
    folder = Path(folder).resolve()
    paths = [path for name in FOLDERS for path in sorted((folder / name).glob("*.toml"))]
    if not any(path.parent.name == "data" for path in paths):
        raise PackError("pack.no_files", place=Place(folder.name))
    beyond = tuple(file_faults(folder, paths))
    if beyond:
        raise PackError.of(beyond)
    names = [f"{folder.name}/{path.parent.name}/{path.name}" for path in paths]
    read = [read_toml(path, file=name) for path, name in zip(paths, names, strict=True)]
    catalogue = catalogue or core_catalogue()
    files = _Files(
        names,
        words_by_chinese(catalogue),
        faults=[fault for one in read for fault in one.faults],
    )
    files.faults.extend(_misnamed(folder))
    for one in read:
        _sort_tables(one, files)
    beyond = tuple(row_faults(files.rows, folder.name))
    if beyond:
        raise PackError.of(beyond)
    pack = _make_pack(files, catalogue, folder.name, _digest(read))
    faults = independent(files.faults, {one.file: one.torn for one in read}, files.lost)
    if faults or pack is None:
        raise PackError.of(_ordered(faults, names))
    return pack


def _misnamed(folder: Path) -> Iterator[Fault]:
    """Files that were meant to be read and would be passed over: `2_work.toml.txt`."""
    for name in FOLDERS:
        for path in sorted((folder / name).glob("*")):
            if ".toml" in path.name.lower() and path.suffix != ".toml":
                place = Place(f"{folder.name}/{name}/{path.name}")
                yield Fault("pack.file_name", place=place)


def _ordered(faults: list[Fault], names: Sequence[str]) -> list[Fault]:
    order = {name: index for index, name in enumerate(names)}

    def key(fault: Fault) -> tuple[int, int, int]:
        place = fault.place
        if place is None:
            return (-1, 0, 0)
        return (order.get(place.file, -1), place.line or 0, place.column or 0)

    unique = {(fault.code, fault.place, str(dict(fault.facts))): fault for fault in faults}
    return sorted(unique.values(), key=key)


def _sort_tables(one: TomlFile, files: _Files) -> None:
    """Put the rows of a file with those of the others, by table."""
    spot = Spot(one.file, one.places, files.faults, unread=files.unread, chinese=files.chinese)
    refused = not one.tables and bool(one.faults)
    if "format" not in one.tables and not refused:
        spot.fault("pack.format_missing", format=FORMAT)
    for name, raw in one.tables.items():
        place = spot.at(name)
        if name == "format":
            if raw != FORMAT or isinstance(raw, bool):
                place.fault("pack.format_unknown", format=FORMAT)
        elif name not in TABLES:
            close = close_names(name, TABLES)
            place.fault("pack.unknown_table", at_key=True, close=close, known=tuple(TABLES))
        else:
            files.rows[name].extend(_rows(name, raw, place, files.lost))


def _rows(name: str, raw: object, spot: Spot, lost: set[str]) -> Iterator[tuple[Any, Spot]]:
    is_single = name == "pack"
    if isinstance(raw, Mapping) and not is_single:
        spot.fault("pack.single_brackets", at_key=True)
    elif isinstance(raw, list) and is_single:
        spot.fault("pack.double_brackets", at_key=True)
    rows = raw if isinstance(raw, list) else [raw]
    for index, table in enumerate(rows):
        place = spot.at(index) if isinstance(raw, list) else spot
        row = read_row(TABLES[name], table, place)
        if row is None:
            lost.add(name)
        else:
            yield row, place


def _make_pack(files: _Files, catalogue: Catalogue, folder: str, digest: str) -> Pack | None:
    head = _head(files, folder)
    sources = read_sources(files.rows["source"])
    if not sources and not files.rows["source"]:
        files.faults.append(Fault("pack.no_source", {}, Place(folder)))
    clauses = read_clauses(files.rows["clause"], sources)
    known = _known(files, catalogue, head[0].id if head else "", sources, clauses)
    placed = sorted(_entries(files, known), key=lambda one: _position(one[1], files))
    check_ids(placed)
    check_norms(placed)
    check_bands(placed)
    check_bans(placed)
    entries = {entry.id: entry for entry, _ in reversed(placed)}
    declared = _declared_ids(files)
    cases = [
        case
        for row, spot in files.rows["case"]
        if row.of in entries or row.of not in declared
        for case in read_case(row, spot, entries, known.catalogue)
    ]
    if head is None:
        return None
    row, head_spot = head
    stated = [name for name in ("id", "parent", "areas") if getattr(row, name)]
    return Pack(
        id=row.id,
        version=row.version,
        names=Words(zh=row.zh, en=row.en),
        parent=row.parent,
        areas=row.areas,
        sources=tuple(sources.values()),
        clauses=clauses,
        entries=tuple(_numbered(entry for entry, _ in placed)),
        cases=tuple(cases),
        sha256=digest,
        origins=tuple((name, head_spot.at(name).origin) for name in stated),
    )


def _position(spot: Spot, files: _Files) -> tuple[int, int]:
    return files.names.index(spot.file), spot.origin.line


def _declared_ids(files: _Files) -> frozenset[str]:
    """Ids of all rows, of those too that no entry could be made of."""
    found: set[str] = set()
    for name in _READERS:
        for row, _ in files.rows[name]:
            keys = getattr(row, "key", ())
            found.update((keys,) if isinstance(keys, str) else keys)
            found.add(getattr(row, "id", None) or "")
    return frozenset(found)


def _numbered(entries: Iterable[AnyEntry]) -> list[AnyEntry]:
    """Entries; what is left out of one clause more than once gets a number in its id."""
    seen: dict[str, int] = {}
    found: list[AnyEntry] = []
    for entry in entries:
        if isinstance(entry, NotModelled):
            seen[entry.id] = seen.get(entry.id, 0) + 1
            if seen[entry.id] > 1:
                found.append(evolve(entry, id=f"{entry.id}:{seen[entry.id]}"))
                continue
        found.append(entry)
    return found


def _head(files: _Files, folder: str) -> tuple[Any, Spot] | None:
    rows = files.rows["pack"]
    if not rows:
        files.faults.append(Fault("pack.no_pack", {}, Place(folder)))
    for _, spot in rows[1:]:
        first = rows[0][1]
        spot.fault("pack.two_packs", at_key=True, other=first.file, line=first.origin.line)
    return rows[0] if rows else None


def _known(
    files: _Files,
    catalogue: Catalogue,
    pack: str,
    sources: Mapping[str, Source],
    clauses: Sequence[Clause],
) -> Known:
    labels = [row for row, _ in files.rows["label"]]
    measures = [row for row, _ in files.rows["measure"]]
    return Known(
        pack=pack,
        catalogue=with_row_words(catalogue, labels, measures),
        sources=sources,
        refs={Cite(clause.source, clause.ref): clause.parts for clause in clauses},
        given=catalogue,
        labels={row.key: tuple(item.name for item in row.items or ()) for row in labels},
        levels=_levels(row for row, _ in files.rows["band"]),
    )


def _levels(bands: Iterable[BandRow]) -> Mapping[str, tuple[str, ...]]:
    """Names of levels by the band's key, of all bands of a key."""
    found: dict[str, tuple[str, ...]] = {}
    for band in bands:
        found[band.key] = (*found.get(band.key, ()), *(level.name for level in band.level))
    return found


def _entries(files: _Files, known: Known) -> Iterator[tuple[AnyEntry, Spot]]:
    for name, read in _READERS.items():
        for row, spot in files.rows[name]:
            for entry in read(row, spot, known):
                yield entry, spot


def _digest(files: Iterable[TomlFile]) -> str:
    """SHA-256 over the names and contents of a pack's files, whatever its folder is called."""
    lines = (f"{one.file.split('/', 1)[1]} {one.sha256}\n" for one in files)
    return hashlib.sha256("".join(lines).encode()).hexdigest()
