"""Pieces of a procedure: their clauses, their days, and the facts that they name."""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from fengqiao.packs.known import Known, find_cites, find_comparison
from fengqiao.packs.read_entry import Held
from fengqiao.packs.rows_procedure import PieceRow
from fengqiao.packs.spot import Spot
from fengqiao.rules.entries import Cite
from fengqiao.rules.values import Comparison

_FACTS = "guard_fact"


class PieceDays(TypedDict):
    """Clauses and days of a piece."""

    cites: tuple[Cite, ...]
    effective_from: date
    effective_until: date | None


def piece_days(row: PieceRow, held: Held, spot: Spot, known: Known) -> PieceDays:
    """Clauses and days of a piece: its own, its source's, or those of the procedure."""
    cites = find_cites(row.clause, spot.at("clause"), known) if row.clause else held.cites
    source = known.source_of(cites) if row.clause else None
    begins = source.effective_from if source else held.effective_from
    ends = source.effective_until if source else held.effective_until
    own_first, own_last = row.since, row.until
    return PieceDays(
        cites=cites,
        effective_from=own_first or max(begins, held.effective_from),
        effective_until=own_last or ends,
    )


def find_facts(comparison: Comparison | None, spot: Spot, known: Known) -> Comparison | None:
    """A comparison with facts that the host attests or that follow from the steps."""
    if comparison is None:
        return None
    return find_comparison(comparison, _FACTS, spot, known)
