"""Of whom a worked case is: the attributes by which its entry filters, and no others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from fengqiao.packs.rows_case import CaseRow
from fengqiao.packs.spot import Spot, shown_name
from fengqiao.rules.catalogue import close_names
from fengqiao.rules.entries import AnyEntry, Duty, Norm

_NO_RULE = "no_rule"


def check_attributes(row: CaseRow, entry: AnyEntry, spot: Spot) -> None:
    """Note attributes for which the entry doesn't ask, and those that it asks for in vain.

    A row that expects `no_rule` may leave them out: of a subject that is not known nothing is
    asked.
    """
    phases = entry.phases if isinstance(entry, (Norm, Duty)) else ()
    asked = [frozenset(name for name, _ in phase.where) for phase in phases]
    known = sorted(frozenset[str]().union(*asked))
    rows = row.rows or ()
    if row.records is not None:
        return  # the attributes stand in the subject's own record
    _check_names(row.where, entry, known, spot.at("where"))
    for index, one in enumerate(rows):
        _check_names(one.where, entry, known, spot.at("rows", index, "where"))
    needed: AbstractSet[str] = frozenset.intersection(*asked) if asked else frozenset()
    needed -= frozenset(row.where or ())
    for index, one in enumerate(rows):
        lacking = needed - frozenset(one.where or ())
        if lacking and one.expect != _NO_RULE:
            place = spot.at("rows", index)
            place.absent("pack.case_where", "where", entry=entry.id, names=tuple(sorted(lacking)))
    expect = row.expect if isinstance(row.expect, Mapping) else {}
    if needed and any(outcome != _NO_RULE for outcome in expect.values()):
        spot.absent("pack.case_where", "where", entry=entry.id, names=tuple(sorted(needed)))


def _check_names(
    where: Mapping[str, Any] | None, entry: AnyEntry, known: Sequence[str], spot: Spot
) -> None:
    for name in where or ():
        if name not in known:
            close = close_names(name, known)
            facts = {"entry": entry.id, "name": shown_name(name), "close": close}
            spot.at(name).fault("pack.case_attribute", at_key=True, known=tuple(known), **facts)
