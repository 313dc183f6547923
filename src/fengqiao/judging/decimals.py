"""Exact values as decimals, for reading only: nothing is ever compared by them."""

from __future__ import annotations


def cut(pair: tuple[int, int], digits: int = 2) -> str:
    """A fraction cut to some decimals, so that what lies below an edge never shows as on it."""
    return _written(pair[0] * 10**digits // pair[1], digits)


def rounded(pair: tuple[int, int], digits: int) -> str:
    """A fraction rounded to some decimals, halves upwards."""
    return _written((2 * pair[0] * 10**digits + pair[1]) // (2 * pair[1]), digits)


def _written(scaled: int, digits: int) -> str:
    whole, rest = divmod(scaled, 10**digits)
    return f"{whole}.{rest:0{digits}}" if digits else str(whole)
