"""The pack itself, its sources, and the skeleton of their clauses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from fengqiao.packs.known import split_ref
from fengqiao.packs.rows import ClauseRow, SourceRow
from fengqiao.packs.spot import Spot
from fengqiao.rules.catalogue import close_names
from fengqiao.rules.entries import Clause, Source, Words


def read_sources(rows: Iterable[tuple[SourceRow, Spot]]) -> dict[str, Source]:
    """Sources by id, in the order of the files."""
    found: dict[str, Source] = {}
    for row, spot in rows:
        if row.id in found:
            spot.at("id").fault("pack.duplicate_source")
            continue
        begins = row.from_ or row.issued
        if row.until is not None and row.until < begins:
            spot.at("until").fault("pack.days_reversed")
        force = row.force or ("practice" if row.kind == "press_report" else "must")
        found[row.id] = Source(
            id=row.id,
            names=Words(zh=row.zh, en=row.en),
            issued=row.issued,
            effective_from=begins,
            effective_until=row.until,
            kind=row.kind,
            force=force,
            sha256=row.sha256,
            number=row.number,
            url=row.url,
            checked=row.checked,
            origin=spot.origin,
        )
    return found


def read_clauses(
    rows: Iterable[tuple[ClauseRow, Spot]], sources: Mapping[str, Source]
) -> tuple[Clause, ...]:
    """The skeleton, in the order of the files."""
    found: dict[tuple[str, str], Clause] = {}
    for row, spot in rows:
        cite = split_ref(row.ref, next(iter(sources), ""))
        if sources and cite.source not in sources:
            close = close_names(cite.source, sources)
            spot.at("ref").fault("pack.unknown_source", close=close, known=tuple(sources))
        elif cite.part is not None:
            spot.at("ref").fault("pack.part_in_skeleton")
        elif (cite.source, cite.ref) in found:
            spot.at("ref").fault("pack.duplicate_ref")
        found[cite.source, cite.ref] = Clause(
            source=cite.source,
            ref=cite.ref,
            starts=row.starts,
            parts=row.parts,
            origin=spot.origin,
        )
    return tuple(found.values())
