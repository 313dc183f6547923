"""What the store in memory keeps of days that were purged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import Factory, define, evolve

from fengqiao.measures.tallies import Tally
from fengqiao.model import Kind, Table
from fengqiao.store.counting import answer
from fengqiao.store.erasing import Erasures
from fengqiao.store.purging import (
    Kept,
    Key,
    joined,
    key_of,
    kind_of,
    refs_of,
    replaced,
    require_left,
    taken_in,
    unanswered,
)
from fengqiao.timing import Span

Facts = Iterable[Mapping[str, Any]]


@define
class PurgesHeld:
    """Before which day facts of a kind were purged, and the answers that are kept.

    Units:
        Days are ordinals.
    """

    marks: dict[str, int] = Factory(dict)
    kept: dict[Key, Kept] = Factory(dict)

    def copy(self) -> PurgesHeld:
        """Purges that can be changed without changing these."""
        return PurgesHeld(dict(self.marks), dict(self.kept))

    def before(self, kind: Kind) -> int:
        """Before which day facts of a kind were purged; 0 where none were."""
        return self.marks.get(kind.name, 0)

    def require_left(self, kind: Kind, first: int) -> None:
        """Refuse to look at days from the first on, if it was purged."""
        require_left(kind, first, self.before(kind))

    def answer(self, kind: Kind, tally: Tally, facts: Facts, *, is_as_known: bool) -> Table:
        """The table that a tally asks for: kept answers, and counts of what is left."""
        before = self.before(kind)
        if all(span.first.toordinal() >= before for span in tally.spans):
            return answer(tally, facts)
        parts = []
        for span in tally.spans:
            if span.first.toordinal() >= before:
                one = answer(evolve(tally, spans=(span,)), facts)
                parts.append([list(one[column]) for column in (*tally.by, "value")])
                continue
            kept = None if is_as_known else self.kept.get(key_of(tally, span))
            if kept is None:
                raise unanswered(kind, before)
            parts.append(kept.columns)
        return joined(parts, ("span", *tally.by, "value"))

    def keep(self, tally: Tally, span: Span, facts: Facts) -> None:
        """Keep the answer of one span, counted now."""
        kept = Kept.of(tally, span, answer(evolve(tally, spans=(span,)), facts))
        self.kept.setdefault(kept.key, kept)

    def number(self, kind: Kind) -> int:
        """How many answers are kept about a kind."""
        return sum(kind_of(one.tally) == kind.name for one in self.kept.values())

    def take(self, kept: Kept, *, here: Mapping[str, int], erasures: Erasures) -> None:
        """Take in a kept answer of an export; see `taken_in`."""
        kind = kind_of(kept.tally)
        found = taken_in(
            kept,
            self.kept.get(kept.key),
            here=here.get(kind, 0),
            mark=self.marks.get(kind, 0),
            erasures=erasures,
        )
        if found is not None:
            self.kept[found.key] = found

    def refs(self) -> set[str]:
        """References that kept answers name."""
        return {ref for kept in self.kept.values() for ref in refs_of(kept)}

    def replace(self, ref: str, token: str) -> None:
        """Put a token in the place of a reference."""
        for key, kept in self.kept.items():
            if ref in refs_of(kept):
                self.kept[key] = evolve(kept, columns=replaced(kept.columns, {ref: token}))
