"""What a reader needs to check a score: clause, source, packs asked, open terms used."""

from __future__ import annotations

from collections.abc import Iterator

from fengqiao.judging.findings import Context, clauses, library_version
from fengqiao.judging.overlays import overlays_of
from fengqiao.measures.sheets import SheetTask
from fengqiao.rules import Exact, Open, Sheet
from fengqiao.rules.part_terms import open_points


def score_receipt(sheet: SheetTask, context: Context) -> dict[str, object]:
    """The receipt that all scores of one sheet and period share."""
    spoken = sheet.spoken
    entry = spoken.entry
    pack = context.rules.packs[entry.pack]
    source = pack.source(entry.cites[0].source)
    until = entry.effective_until if isinstance(entry, Sheet) else None
    return {
        "entry": entry.id,
        "clause": clauses(entry.cites),
        "source": source.id,
        "source_sha256": source.sha256,
        "force": spoken.force,
        "phase": {
            "from": entry.effective_from.isoformat() if isinstance(entry, Sheet) else None,
            "until": until.isoformat() if until else None,
        },
        "pack": pack.id,
        "pack_version": pack.version,
        "pack_sha256": pack.sha256,
        "overlay": overlays_of(spoken.asked, entry.id, context.rules),
        "asked": list(spoken.asked),
        "terms": list(_terms(sheet, context)),
        "verified": entry.verified,
        "on": context.on.isoformat(),
        "as_known": context.as_known,
        "fengqiao": library_version(),
    }


def _terms(sheet: SheetTask, context: Context) -> Iterator[dict[str, object]]:
    """Open terms that the host filled in, with their value and the pack they were given for."""
    entry = sheet.spoken.entry
    for name in open_names(entry):
        found = context.rules.term(sheet.spoken, name)
        if found is not None:
            given_for, value = found
            shown = value.text if isinstance(value, Exact) else str(value)
            yield {"name": f"{entry.id}.{name}", "value": shown, "given_for": given_for}


def open_names(entry: object) -> Iterator[str]:
    """Names of what a sheet leaves open for its scores, without its id in front."""
    if not isinstance(entry, Sheet):
        return
    if isinstance(entry.parts, Open):
        yield from ("measure", "full")
        return
    for part in entry.parts:
        if isinstance(part.weight, Open):
            yield f"{part.name}.weight"
        if isinstance(part.measure, Open):
            yield f"{part.name}.measure"
        for name in open_points(part):
            yield f"{part.name}.{name}"
