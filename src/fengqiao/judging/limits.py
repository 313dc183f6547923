"""Settle a stated limit: fill open terms from the host, find direction and tolerance."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve, frozen

from fengqiao.measures import Reason
from fengqiao.rules import Comparison, Exact, Op, Rules, Spoken, Term

MINUTES = {"minute": 1, "hour": 60}
_DIRECTIONS: Mapping[Term, Op] = {"at_least": "at_least", "at_most": "at_most", "equal": "equal"}


@frozen(kw_only=True)
class UsedTerm:
    """An open term that the host filled, as receipts name it."""

    name: str
    value: str
    given_for: str


@frozen(kw_only=True)
class Settled:
    """A limit as it can be compared with, or the reason why it can't.

    Attributes:
        comparison: As it is judged: direction known, open value filled; None with a reason.
        tolerance: For `about`.
        terms: Open terms that were used.
    """

    comparison: Comparison | None
    tolerance: Exact | None = None
    reason: Reason | None = None
    terms: tuple[UsedTerm, ...] = ()


def settle(rules: Rules, spoken: Spoken, comparison: Comparison, field: str | None) -> Settled:
    """Fill what the source leaves open in a comparison.

    Args:
        rules: Hold the host's terms.
        spoken: The entry in force; its packs' sections are looked through in order.
        comparison: As the pack states it.
        field: Field of a duty that the comparison stands on; None on the entry itself.

    Returns:
        What can be compared with, or `not_configured`.
    """
    terms: tuple[UsedTerm, ...] = ()
    if comparison.is_open:
        name = field or comparison.op
        found = rules.term(spoken, name)
        if found is None:
            return Settled(comparison=None, reason="not_configured")
        terms += (_used(spoken, name, found),)
        comparison = _filled(comparison, found[1])
    if comparison.op == "bare":
        found = rules.term(spoken, "direction")
        direction = _DIRECTIONS.get(found[1]) if found else None
        if found is None or direction is None:
            return Settled(comparison=None, reason="not_configured", terms=terms)
        terms += (_used(spoken, "direction", found),)
        comparison = evolve(comparison, op=direction)
    tolerance = None
    if comparison.op == "about":
        name = field or "about"
        found = rules.term(spoken, name)
        if found is not None and isinstance(found[1], Exact):
            tolerance = found[1]
            terms += (_used(spoken, name, found),)
    return Settled(comparison=comparison, tolerance=tolerance, terms=terms)


def _filled(comparison: Comparison, value: Term) -> Comparison:
    if isinstance(value, Exact):
        return evolve(comparison, limit=value)
    words = (value,) if isinstance(value, str) else value
    return evolve(comparison, limit=frozenset(words), words=words)


def _used(spoken: Spoken, name: str, found: tuple[str, Term]) -> UsedTerm:
    pack, value = found
    shown = value.text if isinstance(value, Exact) else value
    text = shown if isinstance(shown, str) else ", ".join(shown)
    return UsedTerm(name=f"{spoken.entry.id}.{name}", value=text, given_for=pack)


def in_minutes(
    rules: Rules, spoken: Spoken, settled: Settled
) -> tuple[Comparison | None, tuple[UsedTerm, ...]]:
    """A limit of time as a number of minutes, to compare recorded minutes with.

    A limit in days needs the host's word on how long a day is (`<entry id>.day`).

    Returns:
        The comparison in minutes, or None where the length of a day is not configured; and the
        terms used.
    """
    comparison = settled.comparison
    if comparison is None or not isinstance(comparison.limit, Exact):
        return comparison, settled.terms
    limit, terms = comparison.limit, settled.terms
    if limit.unit in MINUTES:
        num, den = limit.num * MINUTES[limit.unit], limit.den
    else:
        found = rules.term(spoken, "day")
        if limit.unit != "day" or found is None or not isinstance(found[1], Exact):
            return None, terms
        day = found[1]
        if day.unit not in MINUTES:
            return None, terms
        terms = (*terms, _used(spoken, "day", found))
        num, den = limit.num * day.num * MINUTES[day.unit], limit.den * day.den
    return evolve(comparison, limit=Exact(num, den, None, f"{num}/{den}")), terms
