"""Rules of counting: how a text of law, or a place, counts hours, days and months."""

from __future__ import annotations

from typing import TypeVar

from fengqiao.packs.known import Known, find_cites
from fengqiao.packs.read_entry import entry_facts, read_held
from fengqiao.packs.rows_counting import CountingRow
from fengqiao.packs.spot import Spot
from fengqiao.rules.catalogue import close_names
from fengqiao.rules.entries import Cite, Counting
from fengqiao.rules.values import Open
from fengqiao.timing import CountingRule
from fengqiao.timing.counting import CITED

T = TypeVar("T")


def read_counting(row: CountingRow, spot: Spot, known: Known) -> list[Counting]:
    """The rule of a row, in a list; an empty one where it can't be made out."""
    held = read_held(row, spot, known)
    own: dict[str, tuple[Cite, ...]] = {}
    for name, refs in row.cites.items():
        place = spot.at("cites", name)
        if name in CITED:
            own[name] = find_cites(refs, place, known)
        else:
            close = close_names(name, CITED)
            place.fault("pack.unknown_word", at_key=True, close=close, known=CITED)
    if held is None:
        return []
    entry = entry_facts(row, row.key, held.cites, spot, known)
    rule = CountingRule(
        id=entry["id"],
        zh=row.zh,
        en=row.en,
        first_day=row.first_day,
        first_hour=row.first_hour,
        rolls_on=row.rolls_on,
        weekends=_settled(row.weekends),
        cutoff=row.cutoff,
        hours_run=row.hours_run,
        excluded_days=_settled(row.excluded_days),
        extended_from=_settled(row.extended_from),
        posting_counts=row.posting_counts,
        cites={"rule": _written(held.cites), **{name: _written(own[name]) for name in own}},
    )
    return [
        Counting(
            **entry,
            rule=rule,
            own_cites=tuple(own.items()),
            effective_from=held.effective_from,
            effective_until=held.effective_until,
            force=held.force,
        )
    ]


def _settled(value: T | Open) -> T | None:
    return None if isinstance(value, Open) else value


def _written(cites: tuple[Cite, ...]) -> str:
    """Clauses as deadlines show them."""
    return ", ".join(f"{cite.source}:{cite.ref}" for cite in dict.fromkeys(c.whole for c in cites))
