"""Exact arithmetic on pairs of whole numbers: scores are sums of fractions, never floats."""

from __future__ import annotations

from math import gcd

from fengqiao.rules.values import compare

Pair = tuple[int, int]
"""Numerator and denominator; the denominator is 1 or more."""

ZERO: Pair = (0, 1)


def add(one: Pair, other: Pair) -> Pair:
    """The sum."""
    if one[1] == other[1]:
        return (one[0] + other[0], one[1])
    return (one[0] * other[1] + other[0] * one[1], one[1] * other[1])


def minus(one: Pair, other: Pair) -> Pair:
    """The difference; it may be below 0."""
    return add(one, (-other[0], other[1]))


def times(one: Pair, other: Pair) -> Pair:
    """The product."""
    return (one[0] * other[0], one[1] * other[1])


def larger(one: Pair, other: Pair) -> Pair:
    """The larger of two; of equals the first, as it is written."""
    return one if compare(one, other) >= 0 else other


def smaller(one: Pair, other: Pair) -> Pair:
    """The smaller of two; of equals the first, as it is written."""
    return one if compare(one, other) <= 0 else other


def lowest(pair: Pair) -> Pair:
    """A pair in lowest terms: for figures of ours, never for one that a notice wrote."""
    divisor = gcd(*pair)
    return (pair[0] // divisor, pair[1] // divisor)


def total(pairs: list[Pair]) -> Pair:
    """The sum of several, in lowest terms."""
    found = ZERO
    for pair in pairs:
        found = add(found, pair)
    return lowest(found)
