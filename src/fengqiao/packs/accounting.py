"""What a strict check asks of a pack: each part of each clause has a place, each entry a measure.

A clause of one part is accounted for by any entry or omission that cites it; a clause of several
by citing each part by its number: `二(一)#2`.
"""

from __future__ import annotations

from collections.abc import Iterator

from fengqiao.errors import Fault, Place
from fengqiao.measures import Indicators
from fengqiao.packs.trace import measured_by, trace
from fengqiao.rules import AnyEntry, Clause, NotModelled, Origin, Pack, Sheet
from fengqiao.rules.catalogue import Catalogue


def unaccounted(pack: Pack) -> Iterator[tuple[Clause, int | None]]:
    """Parts of clauses that nothing cites, in the order of the skeleton.

    Yields:
        The clause and the number of its part; None for a clause of one part.
    """
    for traced in trace(pack):
        for part in traced.parts:
            if not part.accounts:
                yield traced.clause, part.number if len(traced.parts) > 1 else None


def shown_part(clause: Clause, part: int | None, pack: Pack) -> str:
    """A part of a clause as an entry would cite it."""
    source = f"{clause.source}:" if clause.source != pack.sources[0].id else ""
    return f"{source}{clause.ref}" + ("" if part is None else f"#{part}")


def not_installed(pack: Pack, catalogue: Catalogue, indicators: Indicators) -> tuple[AnyEntry, ...]:
    """Entries that nothing measures, so that their answer would be `not_installed`.

    What is looked at when a pack is read needs no measure, and a sheet of the pack is one itself.

    Args:
        pack: The pack.
        catalogue: With the pack's own words.
        indicators: What is installed, with the pack's own measures.
    """
    told = {key.name for key in catalogue.keys.values() if key.judged == "written"}
    told |= catalogue.words("total")
    told |= {entry.key for entry in pack.entries if isinstance(entry, Sheet)}
    return tuple(
        entry
        for entry in pack.entries
        if any(name not in indicators and name not in told for name in measured_by(entry))
    )


def strict_faults(pack: Pack, catalogue: Catalogue, indicators: Indicators) -> Iterator[Fault]:
    """Everything that keeps a pack from being complete."""
    for clause, part in unaccounted(pack):
        facts = {"clause": shown_part(clause, part, pack)}
        yield Fault("pack.part_unaccounted", facts, _place(clause.origin))
    for entry in not_installed(pack, catalogue, indicators):
        if not isinstance(entry, NotModelled):
            facts = {"entry": entry.id, "key": entry.key}
            yield Fault("pack.not_installed", facts, _place(entry.origin))


def _place(origin: Origin) -> Place:
    return Place(origin.file, origin.line)
