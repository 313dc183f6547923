"""One difference between two packs: what kind, and both sides with clause, force and entry."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from attrs import field, frozen

from fengqiao.rules.entries import Force

Change = Literal[
    "added", "dropped", "tighter", "looser", "measured", "settled", "left_open", "changed"
]
CHANGES: tuple[Change, ...] = (
    "added",
    "dropped",
    "tighter",
    "looser",
    "measured",
    "settled",
    "left_open",
    "changed",
)
"""In the order in which they are told. `measured`: in another measure, so nobody can say which asks
for more; `settled` and `left_open`: the first side, or the second, leaves it open."""

EntryKind = Literal["norm", "duty", "band", "role", "sheet"]
Plain = Mapping[str, Any]


@frozen(kw_only=True)
class Side:
    """What one of the two packs says.

    Attributes:
        pack: Which pack spoke: the one compared, or a parent that speaks where it is silent.
        entry: Entry id.
        clause: Clauses, each as `source:reference`.
        force: How binding it is.
        value: `op`, `value` and `unit`, and what it is measured by: `per`, `basis`, `where`, `of`.
    """

    pack: str
    entry: str
    clause: tuple[str, ...]
    force: Force
    value: Plain = field(factory=dict)

    def to_json(self) -> dict[str, Any]:
        """The side as plain data."""
        return {
            "pack": self.pack,
            "entry": self.entry,
            "clause": list(self.clause),
            "force": self.force,
            **dict(self.value),
        }


@frozen(kw_only=True)
class Row:
    """One difference.

    Attributes:
        key: Of the catalogue.
        each: Kinds of subject that it is about.
        field: What differs: None for the limit of a norm, else a requirement of a duty, a level, a
            part, `force`, `by`, ...
        one, other: Both sides; None on the side that says nothing.
    """

    change: Change
    kind: EntryKind
    key: str
    each: tuple[str, ...]
    field: str | None
    one: Side | None
    other: Side | None

    def to_json(self) -> dict[str, Any]:
        """The row as plain data."""
        return {
            "change": self.change,
            "kind": self.kind,
            "key": self.key,
            "each": list(self.each),
            "field": self.field,
            "one": self.one.to_json() if self.one else None,
            "other": self.other.to_json() if self.other else None,
        }
