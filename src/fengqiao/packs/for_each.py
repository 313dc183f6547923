"""One entry for each item of a label: `for_each` unfolds a row before it is read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import evolve

from fengqiao.packs.attributes import shared_attributes
from fengqiao.packs.known import Known
from fengqiao.packs.limits import Filters, word_comparison
from fengqiao.packs.rows import DutyRow, HeldRow, NormRow, OccasionRow
from fengqiao.packs.spot import Spot
from fengqiao.rules.catalogue import Key, close_names
from fengqiao.rules.entries import Words

_Row = TypeVar("_Row", NormRow, DutyRow)
_Phase = TypeVar("_Phase", HeldRow, OccasionRow)
_Field = tuple[str, str]
"""`of` or `where`, and the name of what is filtered there."""


def unfolded(row: _Row, key: Key, each: tuple[str, ...], spot: Spot, known: Known) -> list[_Row]:
    """The rows that a row stands for: itself, or one for each item of its label.

    Each has the item as a filter, behind the row's id, and in its names; so that each is judged
    on its own, and what is open is open for each.

    Args:
        row: As the pack has it.
        key: Of the row: what may be filtered among the things counted.
        each: Kinds of subject, for what may be filtered among them.
        spot: Where it stands.
        known: Labels and vocabularies.
    """
    label = row.for_each
    if label is None:
        return [row]
    is_subject = known.catalogue.words("subject_kind").issuperset(each)
    sides = {"of": key.of, "where": shared_attributes(each, known) if is_subject else {}}
    found = [
        (side, name)
        for side, kinds in sides.items()
        for name, vocabulary in kinds.items()
        if vocabulary == label
    ]
    items = _items(label, known)
    if not found or not items:
        lists = sorted(
            {one for kinds in sides.values() for one in kinds.values() if _items(one, known)}
        )
        place = spot.at("for_each")
        place.fault("pack.for_each", key=key.name, close=close_names(label, lists), known=lists)
        return [evolve(row, for_each=None)]
    field = side, name = found[0]
    if any(name in (getattr(one, side) or ()) for one in (row, *(row.phase or ()))):
        spot.at("for_each").fault("pack.for_each_filtered", filter=f"{side}.{name}")
        return [evolve(row, for_each=None)]
    return [_of_item(row, key, field, item, names) for item, names in items.items()]


def _items(label: str, known: Known) -> Mapping[str, Words]:
    """Items of the pack's own label, else all words of the catalogue's list of that name."""
    vocabulary = known.catalogue.vocabularies.get(label)
    words = vocabulary.words if vocabulary else {}
    own = known.labels.get(label)
    return {item: words.get(item, Words()) for item in own} if own else words


def _of_item(row: _Row, key: Key, field: _Field, item: str, names: Words) -> _Row:
    side, name = field
    only: Filters = {name: word_comparison("any_of", (item,))}
    changes: dict[str, Any] = {side: {**(getattr(row, side) or {}), **only}}
    if row.phase is not None:
        changes["phase"] = tuple(_narrowed(one, side, only) for one in row.phase)
    return evolve(
        row,
        for_each=None,
        id=f"{row.id or key.name}.{item}",
        zh=f"{row.zh or key.names.zh}:{names.zh or item}",
        en=f"{row.en or key.names.en}: {names.en or item}",
        **changes,
    )


def _narrowed(phase: _Phase, side: str, only: Filters) -> _Phase:
    """A phase that filters anew, with the item as well; any other has it from its row."""
    own = getattr(phase, side)
    changes: dict[str, Any] = {} if own is None else {side: {**own, **only}}
    return evolve(phase, **changes)
