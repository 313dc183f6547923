"""Which of two limits asks for more: intervals of values, and sets of words. Never names.

A limit becomes the interval of values that keep it, with exact ends. The limit whose interval
lies inside the other's is the tighter one. What the source gives without a direction takes the
direction in which its key asks for more, where the catalogue knows one.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from attrs import frozen

from fengqiao.packs.comparing.rows import Change
from fengqiao.rules.entries import Force, Severity, Target
from fengqiao.rules.pairs import Pair, lowest
from fengqiao.rules.values import WORD_OPS, Comparison, Exact, compare

Direction = Literal["up", "down"] | None

_FIRMNESS: Mapping[Force, int] = {"must": 3, "in_principle": 2, "aim": 1, "practice": 0}
_WEIGHT: Mapping[Severity | None, int] = {None: 3, "breach": 3, "notice": 2, "info": 1}
_VAGUE = ("about", "bare")


@frozen
class _End:
    """One end of an interval, and whether it belongs to it."""

    pair: Pair
    belongs: bool = True


@frozen
class _Interval:
    """Values that keep a limit; an end that is None is not there."""

    low: _End | None
    high: _End | None

    def holds(self, other: _Interval) -> bool:
        """Whether every value of another interval lies in this one."""
        return _reaches(other.low, self.low, 1) and _reaches(other.high, self.high, -1)


def _reaches(own: _End | None, wanted: _End | None, sign: int) -> bool:
    """Whether an end lies as far in (a low one upwards: 1, a high one downwards: -1)."""
    if wanted is None:
        return True
    if own is None:
        return False
    side = compare(own.pair, wanted.pair) * sign
    return side > 0 or (side == 0 and (wanted.belongs or not own.belongs))


def change_of_limit(one: Comparison, other: Comparison, direction: Direction) -> Change | None:
    """What became of a limit from one side to the other; None where it asks for the same.

    Args:
        one: The limit on the first side.
        other: The limit on the second side.
        direction: Which values ask for more, as the catalogue says; None: neither.
    """
    if one.is_open or other.is_open:
        return _of_open(one, other)
    if one.op in WORD_OPS or other.op in WORD_OPS:
        return _of_words(one, other)
    return "measured" if _clock(one) != _clock(other) else _of_numbers(one, other, direction)


def _of_open(one: Comparison, other: Comparison) -> Change | None:
    if one.is_open and other.is_open:
        return None if one.op == other.op else "changed"
    return "settled" if one.is_open else "left_open"


def _of_numbers(one: Comparison, other: Comparison, direction: Direction) -> Change | None:
    """By intervals; the same one stated and left without a direction is a change all the same."""
    first, second = _interval(one, direction), _interval(other, direction)
    if first is None or second is None:
        return None if one.op == other.op and _values(one) == _values(other) else "changed"
    return _of_intervals(first, second, direction) or (
        None if (one.op in _VAGUE) == (other.op in _VAGUE) else "changed"
    )


def _of_intervals(one: _Interval, other: _Interval, direction: Direction) -> Change | None:
    inside, outside = one.holds(other), other.holds(one)
    if inside and outside:
        return None
    if inside or outside:
        return "tighter" if inside else "looser"
    ends = (one.low, one.high, other.low, other.high)
    if direction is None or any(end is None for end in ends):
        return "changed"
    first, second = (one.low, other.low) if direction == "up" else (one.high, other.high)
    side = 0 if first is None or second is None else compare(second.pair, first.pair)
    if side == 0:
        return "changed"
    return "tighter" if (side > 0) == (direction == "up") else "looser"


def _of_words(one: Comparison, other: Comparison) -> Change | None:
    """All of more words, any of fewer, or none of more: each asks for more."""
    if one.op != other.op:
        return "changed"
    first, second = set(one.words), set(other.words)
    if first == second:
        return None
    more, fewer = second > first, second < first
    if not (more or fewer):
        return "changed"
    return "tighter" if more != (one.op == "any_of") else "looser"


def _values(comparison: Comparison) -> list[Pair]:
    """The ends of a limit, hours as minutes, in lowest terms by value."""
    limit = comparison.limit
    ends = limit if isinstance(limit, tuple) else (limit,)
    return [_small(end) for end in ends if isinstance(end, Exact)]


def _small(end: Exact) -> Pair:
    num = end.num * (60 if end.unit == "hour" else 1)
    return lowest((num, end.den))


def _clock(comparison: Comparison) -> str | None:
    """The unit of time; hours and minutes are one, all others are what they are."""
    return "minute" if comparison.unit == "hour" else comparison.unit


def _interval(comparison: Comparison, direction: Direction) -> _Interval | None:
    """The values that keep a limit; None where nobody knows in which direction it asks."""
    first, *rest = map(_End, _values(comparison))
    op = comparison.op
    if op in _VAGUE:
        op = {"up": "at_least", "down": "at_most"}.get(direction or "", op)  # type: ignore[assignment]  # one of the comparisons
    belongs = op not in ("more_than", "less_than")
    match op:
        case "at_least" | "more_than":
            return _Interval(_End(first.pair, belongs), None)
        case "at_most" | "less_than":
            return _Interval(None, _End(first.pair, belongs))
        case "equal" | "between":
            return _Interval(first, rest[0] if rest else first)
    return None


def change_of_force(one: Force, other: Force) -> Change | None:
    """Must binds more than in principle, that more than an aim, and that more than practice."""
    return _by_number(_FIRMNESS[one], _FIRMNESS[other])


def change_of_target(one: Target | None, other: Target | None) -> Change | None:
    """An earlier day asks for more, and none at all, which holds at once, for most."""
    if any(target is not None and target.is_open for target in (one, other)):
        return None if one == other else "changed"
    first, second = _days(one), _days(other)
    if first == second:
        return None
    earlier = all(after <= before for before, after in zip(first, second, strict=True))
    later = all(after >= before for before, after in zip(first, second, strict=True))
    return "tighter" if earlier else "looser" if later else "changed"


def _days(target: Target | None) -> tuple[date, date]:
    return (date.min, date.min) if target is None else (target.days[0], target.days[-1])


def change_of_ends(
    one: tuple[Severity | None, Severity | None], other: tuple[Severity | None, Severity | None]
) -> Change | None:
    """What lies beyond each end of a range counts for less, or for more."""
    changes = {_by_number(_WEIGHT[a], _WEIGHT[b]) for a, b in zip(one, other, strict=True)} - {None}
    return changes.pop() if len(changes) == 1 else ("changed" if changes else None)


def change_of_exceptions(one: tuple[str, ...], other: tuple[str, ...]) -> Change | None:
    """More attested exceptions ask for less."""
    first, second = set(one), set(other)
    if first == second:
        return None
    return "looser" if second > first else "tighter" if second < first else "changed"


def _by_number(one: int, other: int) -> Change | None:
    return None if one == other else "tighter" if other > one else "looser"
