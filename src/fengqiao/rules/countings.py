"""Which rule of counting holds for a place on a day, with what the host filled in."""

from __future__ import annotations

from datetime import date

from fengqiao.errors.rules import RuleNotInForce
from fengqiao.rules.book import Chain, Rules
from fengqiao.rules.entries import Counting
from fengqiao.timing import CountingRule

PLAIN = CountingRule(
    id="plain",
    rolls_on=frozenset(("statutory", "exchanged_rest", "weekend")),
    weekends="roll",
    excluded_days="touched",
    extended_from="period",
)
"""Counts limits that no procedure counts: one that ends on a day of rest runs to the next day that
is worked, as whoever bears it would read it."""


def counting_of(rules: Rules, chain: Chain, entry_id: str, day: date) -> CountingRule:
    """The rule by which a limit on cases is counted, for its deadline and when it is judged.

    Args:
        rules: Packs and the host's terms.
        chain: The place's pack and its parents.
        entry_id: Id of the norm.
        day: The day.

    Returns:
        That of the clock which names the norm, or of the procedure whose guard does; `PLAIN` where
        none does, or none of theirs is in force.
    """
    for entry in chain.procedures.values():
        clock = next((one for one in entry.clocks if one.norm == entry_id), None)
        if clock is None and all(entry_id not in guard.within for guard in entry.guards):
            continue
        named = clock.counting if clock and clock.counting else entry.counting
        return _or_plain(rules, chain, named, day)
    return PLAIN


def _or_plain(rules: Rules, chain: Chain, named: str | None, day: date) -> CountingRule:
    if named is None:
        return PLAIN
    try:
        return counting_on(rules, chain, named, day)
    except RuleNotInForce:
        return PLAIN


def counting_on(rules: Rules, chain: Chain, entry_id: str, day: date) -> CountingRule:
    """The rule of counting that holds under an id on a day, its open terms filled by the host.

    Args:
        rules: Packs and the host's terms.
        chain: The place's pack and its parents; the place speaks first.
        entry_id: Id of the `[[counting]]` entry.
        day: The day; a case counts by the rule of the day that its law governs.

    Returns:
        The rule. What the host left open is open in it.

    Raises:
        RuleNotInForce: No pack of the chain has such a rule on that day.
    """
    asked: list[str] = []
    for pack in chain.packs:
        asked.append(pack.id)
        for entry in pack.entries:
            if isinstance(entry, Counting) and entry.id == entry_id and _holds(entry, day):
                return entry.rule.filled(_terms(rules, asked, entry))
    raise RuleNotInForce("rule.not_in_force", entry=entry_id, day=day, asked=tuple(asked))


def _holds(entry: Counting, day: date) -> bool:
    return entry.effective_from <= day <= (entry.effective_until or date.max)


def _terms(rules: Rules, asked: list[str], entry: Counting) -> dict[str, str]:
    """The host's words for what the entry leaves open; a place's section before its parent's."""
    found: dict[str, str] = {}
    for pack in asked:
        for name in entry.rule.open_terms:
            value = rules.terms.get((pack, f"{entry.id}.{name}"))
            if isinstance(value, str):
                found.setdefault(name, value)
    return found
