"""Exact values as a notice writes them, and comparisons with them.

A value keeps the text it was written in (`"5 per 1000"` stays so) beside an exact pair of whole
numbers. There is no float anywhere.
"""

from __future__ import annotations

from typing import Literal

from attrs import frozen

Unit = Literal["minute", "hour", "day", "working_day", "week", "month", "year"]
TIME_UNITS: tuple[Unit, ...] = ("minute", "hour", "day", "working_day", "week", "month", "year")

Op = Literal[
    "at_least",
    "at_most",
    "more_than",
    "less_than",
    "equal",
    "between",
    "about",
    "bare",
    "all_of",
    "any_of",
    "none_of",
]
OPS: tuple[Op, ...] = (
    "at_least",
    "at_most",
    "more_than",
    "less_than",
    "equal",
    "between",
    "about",
    "bare",
    "all_of",
    "any_of",
    "none_of",
)
WORD_OPS: frozenset[Op] = frozenset(("all_of", "any_of", "none_of"))


@frozen
class Exact:
    """An exact number, share, rate or quantity of time.

    Attributes:
        num, den: The value as a fraction; den is 1 or more.
        unit: For quantities of time; None for numbers and shares.
        text: As the notice writes it: `80`, `40%`, `1/3`, `5 per 1000`, `2 hours`.
    """

    num: int
    den: int = 1
    unit: Unit | None = None
    text: str = ""

    @classmethod
    def whole(cls, number: int) -> Exact:
        """A plain whole number."""
        return cls(number, 1, None, str(number))

    @property
    def pair(self) -> tuple[int, int]:
        """Numerator and denominator."""
        return (self.num, self.den)

    def plain(self) -> int | str:
        """As JSON writes it: a number, or the notice's own text."""
        return self.num if self.text == str(self.num) else self.text


_HOURS: dict[str, tuple[int, int]] = {"minute": (1, 60), "hour": (1, 1)}


def in_unit(value: Exact, unit: Unit) -> Exact | None:
    """A time in another unit; None where neither has a fixed length in the other.

    Minutes and hours are of fixed length; a day, a working day and a month are counted, not
    measured, and never converted.
    """
    if value.unit == unit:
        return value
    if value.unit not in _HOURS or unit not in _HOURS:
        return None
    (num, den), (of_num, of_den) = _HOURS[value.unit], _HOURS[unit]
    return Exact(value.num * num * of_den, value.den * den * of_num, unit, value.text)


@frozen
class Open:
    """A value that the source leaves open; the host fills it in configuration."""


OPEN = Open()

Limit = Exact | tuple[Exact, Exact] | frozenset[str] | Open
"""What a comparison compares with: a value, the two ends of a range, words, or open."""


@frozen
class Comparison:
    """A comparison and its limit, for one field of an entry.

    Attributes:
        op: The comparison; `bare` has no direction until the host gives one.
        limit: One value; two for `between`; words for `all_of`, `any_of`, `none_of`.
        words: The words in the order the pack has them.
    """

    op: Op
    limit: Limit
    words: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether the source leaves the limit open."""
        return isinstance(self.limit, Open)

    def plain(self) -> object:
        """The limit as JSON writes it."""
        if isinstance(self.limit, Exact):
            return self.limit.plain()
        if isinstance(self.limit, tuple):
            return [end.plain() for end in self.limit]
        return "open" if isinstance(self.limit, Open) else list(self.words)

    @property
    def unit(self) -> Unit | None:
        """The unit of time of the limit, if it has one."""
        first = self.limit[0] if isinstance(self.limit, tuple) else self.limit
        return first.unit if isinstance(first, Exact) else None


def compare(left: tuple[int, int], right: tuple[int, int]) -> int:
    """-1, 0 or 1 as the left fraction is smaller, equal or larger (denominators above 0)."""
    difference = left[0] * right[1] - right[0] * left[1]
    return (difference > 0) - (difference < 0)


def shown_pair(num: int, den: int) -> int | str:
    """A pair as findings show it: a whole number, or `n/d`, never reduced."""
    return num if den == 1 else f"{num}/{den}"
