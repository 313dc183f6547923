"""The facts of a comparison, without a sentence of the notice: they may be kept with a pack."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from fengqiao.packs.coverage.carriers import Holding, holdings_of, length_of, wanted_by
from fengqiao.packs.coverage.comparing import FORMAT, Coverage
from fengqiao.packs.coverage.lexical import RULES
from fengqiao.packs.coverage.numbers import find_numbers
from fengqiao.packs.coverage.verdicts import why_of
from fengqiao.rules import Catalogue, Pack


def ledger_of(coverage: Coverage) -> dict[str, object]:
    """Digest of the text, and clause, place, value, unit and verdict of each number."""
    return {
        "format": FORMAT,
        "pack": coverage.pack,
        "source": coverage.source,
        "sha256": coverage.sha256,
        "numbers": [
            {
                "clause": clause.ref,
                "line": number.line,
                "column": number.column,
                "value": number.value,
                "unit": number.unit,
                "why": verdict.why,
                "by": verdict.by,
            }
            for clause in coverage.clauses
            for number, verdict in clause.numbers
        ],
    }


def write_ledger(ledger: Mapping[str, Any]) -> str:
    """A ledger as JSON, one number a line, so that a change shows line by line."""
    head = {key: value for key, value in ledger.items() if key != "numbers"}
    lines = [json.dumps(head, ensure_ascii=False)[:-1] + ', "numbers": [']
    rows = [json.dumps(row, ensure_ascii=False) for row in ledger["numbers"]]
    return "\n".join([*lines, ",\n".join(rows), "]}"]) + "\n"


def check_ledger(
    ledger: Mapping[str, Any], pack: Pack, catalogue: Catalogue
) -> tuple[Mapping[str, Any], ...]:
    """Rows of a ledger that the pack no longer stands behind.

    An entry must still cite the clause and have the value, or a list of that length; what leaves
    a number out must still name it; a rule must still be there. The notice is not needed.

    Args:
        ledger: As `ledger_of` gave it.
        pack: The pack of today.
        catalogue: With the pack's own words.

    Returns:
        The rows without support, among them every row that was `missing`.
    """
    holdings = holdings_of(pack, catalogue, ledger["source"])
    return tuple(_unsupported(ledger["numbers"], holdings))


def _unsupported(
    rows: Sequence[Mapping[str, Any]], holdings: Mapping[str, Holding]
) -> Iterator[Mapping[str, Any]]:
    for place, row in enumerate(rows):
        if row["by"] not in RULES and not _stands(
            row, rows[max(place - 1, 0) : place + 2], holdings
        ):
            yield row


def _stands(
    row: Mapping[str, Any], near: Sequence[Mapping[str, Any]], holdings: Mapping[str, Holding]
) -> bool:
    holding = holdings.get(row["clause"])
    if holding is None:
        return False
    if row["why"] == "carried":
        wanted = wanted_by(row["value"], row["unit"]).union(
            *map(length_of, (row["value"], *_sums(row, near)))
        )
        return any(
            not slot.isdisjoint(wanted)
            for one in holding.carriers
            if one.entry == row["by"]
            for slot in one.slots
        )
    named = {
        (number.value, number.unit)
        for entry in holding.left_out
        if entry.id == row["by"] and why_of(entry) == row["why"]
        for number in find_numbers(entry.numbers)
    }
    return (row["value"], row["unit"]) in named


def _sums(row: Mapping[str, Any], near: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """The sums with neighbours that the same entry carries, as in `两队一室`."""
    for one in near:
        same = (one["clause"], one["by"]) == (row["clause"], row["by"])
        if one is not row and same and one["value"].isdecimal() and row["value"].isdecimal():
            yield str(int(one["value"]) + int(row["value"]))
