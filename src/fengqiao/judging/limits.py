"""Settle a stated limit: fill open terms from the host, find direction and tolerance."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve, frozen

from fengqiao.measures import Reason
from fengqiao.rules import Comparison, DutyPhase, Exact, Op, Open, Rules, Spoken, Term

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
        tolerance: For `about`; none where the host gave the figure, which stands under its name.
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
    is_stated = not comparison.is_open
    if not is_stated:
        name = field or comparison.op
        found = rules.term(spoken, name)
        if found is None:
            return Settled(comparison=None, reason="not_configured")
        terms = (used_term(spoken, name, found),)
        comparison = _filled(comparison, found[1])
    if comparison.op == "bare":
        found = rules.term(spoken, "direction")
        direction = _DIRECTIONS.get(found[1]) if found else None
        if found is None or direction is None:
            return Settled(comparison=None, reason="not_configured", terms=terms)
        terms += (used_term(spoken, "direction", found),)
        comparison = evolve(comparison, op=direction)
    tolerance = None
    if comparison.op == "about" and is_stated:
        name = field or "about"
        found = rules.term(spoken, name)
        if found is not None and isinstance(found[1], Exact):
            tolerance = found[1]
            terms = (used_term(spoken, name, found),)
    return Settled(comparison=comparison, tolerance=tolerance, terms=terms)


def _filled(comparison: Comparison, value: Term) -> Comparison:
    if isinstance(value, Exact):
        return evolve(comparison, limit=value)
    words = (value,) if isinstance(value, str) else value
    return evolve(comparison, limit=frozenset(words), words=words)


def used_term(spoken: Spoken, name: str, found: tuple[str, Term]) -> UsedTerm:
    """A term of an entry that was used, with the section that gave it."""
    pack, value = found
    shown = value.text if isinstance(value, Exact) else value
    text = shown if isinstance(shown, str) else ", ".join(shown)
    return UsedTerm(name=f"{spoken.entry.id}.{name}", value=text, given_for=pack)


def in_minutes(rules: Rules, spoken: Spoken, settled: Settled) -> Settled:
    """A limit of time as numbers of minutes, to compare recorded minutes with.

    A limit in days needs the host's word on how long a day is (`<entry id>.day`).

    Returns:
        The limit and tolerance in minutes, or `not_configured` where the length of a day is not.
    """
    comparison = settled.comparison
    if comparison is None:
        return settled
    day = rules.term(spoken, "day")
    length = day[1] if day is not None and isinstance(day[1], Exact) else None
    ends = comparison.limit if isinstance(comparison.limit, tuple) else (comparison.limit,)
    given = [end for end in (*ends, settled.tolerance) if isinstance(end, Exact)]
    minutes = [_minutes(one, length) for one in given]
    if None in minutes:
        return Settled(comparison=None, reason="not_configured", terms=settled.terms)
    ready = [one for one in minutes if one is not None]
    terms = settled.terms
    if day is not None and any(one.unit == "day" for one in given):
        terms = (*terms, used_term(spoken, "day", day))
    limit = (ready[0], ready[1]) if isinstance(comparison.limit, tuple) else ready[0]
    return Settled(
        comparison=evolve(comparison, limit=limit),
        tolerance=ready[-1] if settled.tolerance is not None else None,
        terms=terms,
    )


def _minutes(amount: Exact, day: Exact | None) -> Exact | None:
    """A time in minutes; None where its unit has no fixed length."""
    if amount.unit == "day" and day is not None:
        length = _minutes(day, None)
        if length is None:
            return None
        num, den = amount.num * length.num, amount.den * length.den
    elif amount.unit in MINUTES:
        num, den = amount.num * MINUTES[amount.unit], amount.den
    else:
        return None
    return Exact(num, den)


def every_term(rules: Rules, spoken: Spoken, phase: DutyPhase) -> tuple[UsedTerm, ...]:
    """The host's word on how often a duty is due, where the source leaves it open."""
    if not isinstance(phase.every, Open):
        return ()
    found = rules.term(spoken, "every")
    return (used_term(spoken, "every", found),) if found is not None else ()
