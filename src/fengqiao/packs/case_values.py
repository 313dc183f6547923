"""Values of worked cases: as columns, and beside what records come to, in one form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from fengqiao.measures import Column, Reason
from fengqiao.rules import Exact
from fengqiao.rules.pairs import Pair, lowest
from fengqiao.rules.values import Unit, compare, in_unit

_NONE = "none"


def given_column(given: object) -> tuple[Column, Mapping[int, Reason]]:
    """A given value as a column of one; with the reason where there is none."""
    if given in (_NONE, (_NONE,), None):
        return Column([0], words=[frozenset()]), {0: "no_data"}
    if isinstance(given, Exact):
        return Column([given.num], None if given.den == 1 else [given.den]), {}
    words = (given,) if isinstance(given, str) else cast("tuple[str, ...]", given)
    return Column(words=[frozenset(map(str, words))]), {}


def shown_values(given: object, counted: Column | None, unit: Unit | None) -> tuple[str, str]:
    """A given value and what records come to, in the same form; the same text if they are equal.

    Args:
        given: As the case states it.
        counted: What its records come to, times in the unit of the limit; None for nothing.
        unit: That unit.
    """
    if counted is None or 0 in counted.unknown:
        return _shown_given(given), _NONE
    if not isinstance(given, Exact) or counted.words is not None:
        return _shown_given(given), _shown_column(counted)
    found = counted.pair(0)
    if given.unit is not None:
        there = in_unit(given, unit) if unit else None
        # Of units that have nothing in common each value is shown as it stands.
        return _in_words(there.pair, unit) if there else given.text, _in_words(found, unit)
    if unit is not None:
        return _in_words(given.pair, unit), _in_words(found, unit)
    return _numbers(given, found, is_share=counted.dens is not None)


def _numbers(given: Exact, found: Pair, *, is_share: bool) -> tuple[str, str]:
    """Numbers without a unit; of shares that are both so many of so many, both numbers count."""
    if given.den == found[1] == 1:
        return str(given.num), str(found[0])
    shown = f"{found[0]}/{found[1]}"
    is_exact = "/" in given.text and is_share
    is_equal = not is_exact and found[1] != 0 and compare(given.pair, found) == 0
    return shown if is_equal else f"{given.num}/{given.den}", shown


def _shown_given(given: object) -> str:
    if isinstance(given, Exact):
        return given.text
    return _NONE if given in (_NONE, (_NONE,)) else _shown_column(given_column(given)[0])


def _shown_column(column: Column) -> str:
    """A value as the file writes it."""
    if column.words is None:
        return str(column.shown(0))
    return ", ".join(sorted(column.words[0])) or "-"


def _in_words(value: Pair, unit: Unit | None) -> str:
    """A time in its unit, as a pack writes it: `20 hours`."""
    num, den = lowest(value)
    plural = "s" if unit and num > den else ""
    return f"{num if den == 1 else f'{num}/{den}'} {unit or ''}{plural}".strip()
