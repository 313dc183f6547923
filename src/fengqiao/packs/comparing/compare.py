"""Compare what two packs say, each on a day, with their parents where they are silent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from attrs import evolve, frozen

from fengqiao.packs.comparing.definitions import Definition, definitions_apart
from fengqiao.packs.comparing.duties import duty_changes
from fengqiao.packs.comparing.matching import Match, Spot, match, spots_of
from fengqiao.packs.comparing.norms import Found, norm_changes
from fengqiao.packs.comparing.others import band_changes, role_changes, sheet_changes
from fengqiao.packs.comparing.rows import CHANGES, Change, EntryKind, Row, Side
from fengqiao.packs.comparing.saying import Said, of_limit
from fengqiao.rules.book import Chain, Spoken
from fengqiao.rules.catalogue import Catalogue
from fengqiao.rules.entries import Band, Cite, Duty, DutyPhase, Norm, Pack, Role

Pair = tuple[str, str]
"""Entry ids that answer to each other."""


@frozen(kw_only=True)
class Difference:
    """Two packs compared, or one on two days.

    Attributes:
        one, other: The packs.
        on, and_on: The day on which each is taken.
        rows: In the order of `CHANGES`, then of the first pack, then of the second.
        pairs: Entries that answer to each other and are measured by the same, by id, whether they
            differ or not.
        same: How many of these pairs differ in nothing.
        definitions: Words, measures, ways of counting and procedures that the two have otherwise.
    """

    one: Pack
    other: Pack
    on: date
    and_on: date
    rows: tuple[Row, ...]
    pairs: tuple[Pair, ...]
    same: int
    definitions: tuple[Definition, ...] = ()

    def counts(self) -> dict[Change, int]:
        """Rows by kind of change, each kind once."""
        found = Counter(row.change for row in self.rows)
        return {change: found[change] for change in CHANGES}

    def to_json(self) -> dict[str, Any]:
        """The difference as plain data: by `format`, `one`, `other`, `counts` and so on."""
        return {
            "format": 1,
            "one": _head(self.one, self.on),
            "other": _head(self.other, self.and_on),
            "counts": self.counts(),
            "same": self.same,
            "rows": [row.to_json() for row in self.rows],
            "definitions": [one.to_json() for one in self.definitions],
        }


def _head(pack: Pack, on: date) -> dict[str, Any]:
    return {
        "pack": pack.id,
        "version": pack.version,
        "sha256": pack.sha256,
        "overlay": pack.overlay.name if pack.overlay else None,
        "on": on.isoformat(),
    }


def compare_packs(
    one: Chain, other: Chain, catalogue: Catalogue, *, on: date, and_on: date
) -> Difference:
    """What the second pack says otherwise than the first.

    Which of two values asks for more comes from the comparison and from the direction of the key,
    exactly; values in other measures, periods or units, or of other subjects, are called measured
    differently and never converted, but for hours and minutes.

    Args:
        one: A place's pack with its parents.
        other: Another's, or the same.
        catalogue: With the words of all of them; says in which direction a key asks for more.
        on: Day on which the first is taken.
        and_on: Day on which the second is taken.

    Returns:
        Rows, and which entries answer to each other.
    """
    ones, others = spots_of(_spoken(one, on)), spots_of(_spoken(other, and_on))
    found: dict[tuple[object, ...], tuple[tuple[int, ...], Row]] = {}
    pairs: dict[Pair, bool] = {}
    for matched in match(ones, others):
        rows = list(_rows(matched, catalogue))
        if matched.one and matched.other and not _is_measured(rows):
            pair = matched.one.entry.id, matched.other.entry.id
            pairs[pair] = pairs.get(pair, True) and not rows
        for row in rows:
            name = (row.change, row.field, _id(matched.one), _id(matched.other))
            known = found.get(name)
            merged = _with_each(known[1], row) if known else row
            found[name] = (known[0] if known else _place(matched, row), merged)
    ordered = sorted(found.values(), key=lambda placed: placed[0])
    return Difference(
        one=one.place,
        other=other.place,
        on=on,
        and_on=and_on,
        rows=tuple(row for _, row in ordered),
        pairs=tuple(pairs),
        same=sum(pairs.values()),
        definitions=definitions_apart(one, other, on=on, and_on=and_on),
    )


def _is_measured(rows: list[Row]) -> bool:
    """Whether the two sides are in different measures, so that their findings don't compare."""
    return any(row.change == "measured" and row.field in (None, "cadence") for row in rows)


def _spoken(chain: Chain, day: date) -> list[Spoken]:
    found = (chain.spoken_on(entry_id, day) for entry_id in chain.entries)
    return [one for one in found if one is not None]


def _id(spot: Spot | None) -> tuple[str, str] | None:
    return (spot.entry.pack, spot.entry.id) if spot else None


def _place(matched: Match, row: Row) -> tuple[int, ...]:
    last = 1_000_000
    orders = [spot.order if spot else last for spot in (matched.one, matched.other)]
    return CHANGES.index(row.change), *orders


def _with_each(row: Row, more: Row) -> Row:
    return evolve(row, each=tuple(dict.fromkeys((*row.each, *more.each))))


def _rows(matched: Match, catalogue: Catalogue) -> Iterator[Row]:
    """Everything in which two sides of a match differ."""
    first, second = matched.one, matched.other
    if first is None or second is None:
        change: Change = "added" if first is None else "dropped"
        spot = first or second
        if spot is not None:
            said = of_limit(spot.spoken, catalogue)
            side = _side(spot.spoken, said, None)
            ends = (side, None) if first else (None, side)
            yield _row(change, spot, None, *ends)
        return
    if not matched.is_alike:
        said, says = (of_limit(one.spoken, catalogue) for one in (first, second))
        sides = _side(first.spoken, said, None), _side(second.spoken, says, None)
        yield _row("measured", first, None, *sides)
        return
    for change, field, said, says in _changes(first.spoken, second.spoken, catalogue):
        own, theirs = _side(first.spoken, said, field), _side(second.spoken, says, field)
        yield _row(change, first, field, own, theirs)


def _changes(one: Spoken, other: Spoken, catalogue: Catalogue) -> Iterator[Found]:
    if isinstance(one.entry, Norm):
        return norm_changes(one, other, catalogue)
    if isinstance(one.entry, Duty):
        return duty_changes(one, other, catalogue)
    if isinstance(one.entry, Band):
        return band_changes(one, other)
    return role_changes(one, other) if isinstance(one.entry, Role) else sheet_changes(one, other)


_KINDS: Mapping[str, EntryKind] = {
    "Norm": "norm",
    "Duty": "duty",
    "Band": "band",
    "Role": "role",
    "Sheet": "sheet",
}


def _row(
    change: Change, spot: Spot, field: str | None, one: Side | None, other: Side | None
) -> Row:
    return Row(
        change=change,
        kind=_KINDS[type(spot.entry).__name__],
        key=spot.entry.key,
        each=(spot.each,),
        field=field,
        one=one,
        other=other,
    )


def _side(spoken: Spoken, said: Said, field: str | None) -> Side:
    return Side(
        pack=spoken.entry.pack,
        entry=spoken.entry.id,
        clause=tuple(dict.fromkeys(f"{one.source}:{one.ref}" for one in _cites(spoken, field))),
        force=spoken.force,
        value=said,
    )


def _cites(spoken: Spoken, field: str | None) -> tuple[Cite, ...]:
    """Clauses of a requirement where it has its own, else of what spoke."""
    if isinstance(spoken.phase, DutyPhase):
        for one in spoken.phase.requirements:
            if one.name == field:
                return one.cites
    return spoken.cites
