"""One value that an overlay puts in the place of another, and how it is read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from attrs import field as declared
from attrs import frozen

from fengqiao.packs.forms import AMOUNT, NAME, RANGE, Form, or_open, several
from fengqiao.packs.known import known_words
from fengqiao.packs.limits import word_comparison
from fengqiao.packs.spot import Spot
from fengqiao.rules.catalogue import Catalogue
from fengqiao.rules.values import OPEN, WORD_OPS, Comparison, Exact, Open


def _as_in_toml(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


@frozen(kw_only=True)
class Change:
    """What is to be written into a field of an entry.

    Attributes:
        field: As the overlay names it.
        raw: The value as packs write it.
        on: Day whose phase is meant; None: every phase that states the field.
        spot: Where faults are noted.
        words: The catalogue with the pack's own words.
    """

    field: str
    raw: object = declared(converter=_as_in_toml)
    on: date | None
    spot: Spot
    words: Catalogue

    def limit(self, stated: Comparison, vocabulary: str = "") -> Comparison | None:
        """The stated comparison with the new limit; None, with a fault, where it is of no use."""
        if stated.op in WORD_OPS:
            return self._words(stated, vocabulary)
        form: Form[Any] = RANGE if stated.op == "between" else or_open(AMOUNT)
        limit = form.read(self.raw, self.spot)
        return None if limit is None else Comparison(stated.op, limit)

    def _words(self, stated: Comparison, vocabulary: str) -> Comparison | None:
        given = or_open(several(NAME)).read(self.raw, self.spot)
        if given is None:
            return None
        if isinstance(given, Open):
            return Comparison(stated.op, OPEN)
        known = self.words.vocabularies.get(vocabulary)
        closed = tuple(known.words) if known else stated.words
        found = known_words(given, closed, self.spot)
        return None if found is None else word_comparison(stated.op, found)


def ends_of(comparison: Comparison) -> Iterator[Exact]:
    """The exact ends of a comparison's limit: one, two, or none."""
    limit = comparison.limit
    for end in limit if isinstance(limit, tuple) else (limit,):
        if isinstance(end, Exact):
            yield end
