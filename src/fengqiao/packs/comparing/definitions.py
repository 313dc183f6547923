"""Words, measures, ways of counting and procedures of two packs: they ask nothing by themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Literal

import attrs
from attrs import frozen

from fengqiao.rules.book import Chain
from fengqiao.rules.entries import Counting, Label, Measure, Procedure

Defined = Label | Measure | Counting | Procedure
DefinedKind = Literal["label", "measure", "counting", "procedure"]
_KINDS: Mapping[type, DefinedKind] = {
    Label: "label",
    Measure: "measure",
    Counting: "counting",
    Procedure: "procedure",
}
_NOT_OF_RULE = frozenset({"id", "zh", "en", "cites"})
_PIECES = ("states", "moves", "guards", "routes", "clocks")
_BESIDE = frozenset({"cites", "origin", "names", "note", "reading", "other", "verified"})
"""What two pieces may have otherwise and still say the same."""

Value = list[str] | str | int | None


@frozen(kw_only=True)
class Definition:
    """One thing that two packs define otherwise.

    Attributes:
        change: `added` or `dropped`, by the second pack; `changed`.
        key: Of the label, measure, counting or procedure.
        field: What differs; None where one side has nothing.
        one, other: What each side says.
        clauses: Where each side says it, as `source:reference`; empty where it says nothing.
        packs: Which pack of each side speaks; None where none does.
    """

    change: Literal["added", "dropped", "changed"]
    kind: DefinedKind
    key: str
    field: str | None
    one: Value = None
    other: Value = None
    clauses: tuple[tuple[str, ...], tuple[str, ...]]
    packs: tuple[str | None, str | None]

    def to_json(self) -> dict[str, Any]:
        """The difference as plain data."""
        sides = zip(self.packs, self.clauses, (self.one, self.other), strict=True)
        one, other = (
            {"pack": pack, "clause": list(clause), "value": value} if pack else None
            for pack, clause, value in sides
        )
        return {
            "change": self.change,
            "kind": self.kind,
            "key": self.key,
            "field": self.field,
            "one": one,
            "other": other,
        }


def definitions_apart(
    one: Chain, other: Chain, *, on: date, and_on: date
) -> tuple[Definition, ...]:
    """What two chains define otherwise, in the order of kinds, then of the first, then the second.

    Args:
        one: The first side.
        other: The second side.
        on: Day on which the first is taken.
        and_on: Day on which the second is taken.
    """
    ones, others = _defined(one, on), _defined(other, and_on)
    found = [
        row
        for name in dict.fromkeys([*ones, *others])
        for row in _apart(ones.get(name), others.get(name))
    ]
    order = list(_KINDS.values())
    return tuple(sorted(found, key=lambda row: order.index(row.kind)))


def _defined(chain: Chain, day: date) -> dict[tuple[str, str], Defined]:
    """What a chain defines on a day, by kind and key; the place comes before its parents."""
    found: dict[tuple[str, str], Defined] = {}
    for pack in chain.packs:
        for entry in pack.entries:
            if isinstance(entry, Defined) and _holds(entry, day):
                name = (_KINDS[type(entry)], entry.key)
                there = found.get(name)
                if there is not None and there.pack == pack.id:  # two of one key: told by id
                    name = (_KINDS[type(entry)], entry.id)
                found.setdefault(name, entry)
    return found


def _holds(entry: Defined, day: date) -> bool:
    if isinstance(entry, (Label, Measure)):
        return True
    return entry.effective_from <= day <= (entry.effective_until or date.max)


def _apart(one: Defined | None, other: Defined | None) -> Iterator[Definition]:
    entry = one or other
    if entry is None or one is other:
        return
    facts: dict[str, Any] = {
        "kind": _KINDS[type(entry)],
        "key": entry.key,
        "clauses": (_clauses(one), _clauses(other)),
        "packs": (one.pack if one else None, other.pack if other else None),
    }
    if one is None or other is None:
        yield Definition(change="added" if one is None else "dropped", field=None, **facts)
        return
    first, second = _facets(one), _facets(other)
    for name in first:
        if first[name] != second[name]:
            yield Definition(
                change="changed", field=name, one=first[name], other=second[name], **facts
            )
    if isinstance(one, Procedure) and isinstance(other, Procedure):
        for name in _PIECES:
            if differ := _otherwise(getattr(one, name), getattr(other, name)):
                yield Definition(
                    change="changed", field=f"{name}_otherwise", one=differ, other=differ, **facts
                )


def _clauses(entry: Defined | None) -> tuple[str, ...]:
    cites = entry.cites if entry else ()
    return tuple(dict.fromkeys(f"{one.source}:{one.ref}" for one in cites))


def _facets(entry: Defined) -> dict[str, Value]:
    """What an entry says, name by name."""
    if isinstance(entry, Label):
        return {"words": [item.name for item in entry.items], "count": entry.count}
    if isinstance(entry, Measure):
        return {
            "kind": entry.kind,
            "about": entry.about,
            "each": list(entry.each),
            "reports": entry.reports,
            "unit": entry.unit,
            "hours": list(entry.hours),
        }
    if isinstance(entry, Counting):
        names = (field.name for field in attrs.fields(type(entry.rule)))
        return {
            name: _plain(getattr(entry.rule, name)) for name in names if name not in _NOT_OF_RULE
        }
    return {
        **{name: [_name(one) for one in getattr(entry, name)] for name in _PIECES},
        "contents": list(entry.contents),
        "papers": list(entry.papers),
        "counting": entry.counting,
        "transition": entry.transition,
    }


def _otherwise(ones: Sequence[Any], others: Sequence[Any]) -> list[str]:
    """Names of pieces that both have and that say something else."""
    theirs = {_name(one): one for one in others}
    names = ((_name(one), one) for one in ones)
    return [name for name, one in names if name in theirs and _said(one) != _said(theirs[name])]


def _name(piece: Any) -> str:  # noqa: ANN401  a state, move, guard, route or clock
    """Its name; a route goes by where it leads."""
    return str(getattr(piece, "name", None) or piece.to)


def _said(piece: Any) -> dict[str, object]:  # noqa: ANN401  a state, move, guard, route or clock
    return attrs.asdict(piece, filter=lambda field, _: field.name not in _BESIDE)


def _plain(value: object) -> Value:
    if isinstance(value, frozenset):
        return sorted(map(str, value))
    return None if value is None else str(value)
