"""What became of a source, clause by clause: which entries account for which part of it.

A person with the source in one hand finds the fate of every sentence with the other: each clause
of the skeleton in the source's order, each of its parts, and the entries that carry it or say why
it is left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from fengqiao.rules import (
    AnyEntry,
    Band,
    Case,
    Cite,
    Clause,
    Counting,
    Duty,
    DutyPhase,
    Label,
    Measure,
    Norm,
    Pack,
    Procedure,
    Sheet,
)


@frozen(kw_only=True)
class Account:
    """What one entry makes of a clause, or of a part of it.

    Attributes:
        of: Requirements of a duty, or items of a label, for which alone the clause is cited;
            empty where the entry as a whole cites it.
        measured: Keys of the indicators that it is judged, classed or scored by; a duty is
            judged by its occasions and has none.
        cases: Its worked cases, in the order of the pack's files.
    """

    entry: AnyEntry
    of: tuple[str, ...] = ()
    measured: tuple[str, ...] = ()
    cases: tuple[Case, ...] = ()


@frozen(kw_only=True)
class TracedPart:
    """One requirement that a clause holds, counted from 1 in the order of its text."""

    number: int
    accounts: tuple[Account, ...]


@frozen(kw_only=True)
class TracedClause:
    """A clause, and what became of it.

    Attributes:
        parts: One for each part that the skeleton counts, accounted for or not.
        undivided: Entries that cite a clause of several parts without saying which of them.
    """

    clause: Clause
    parts: tuple[TracedPart, ...]
    undivided: tuple[Account, ...] = ()


def trace(pack: Pack) -> tuple[TracedClause, ...]:
    """Follow every clause of a pack's sources to its entries, indicators and worked cases.

    Args:
        pack: A pack that was read.

    Returns:
        One for each clause of the skeleton, in its order. Entries stand in the pack's order.
    """
    accounts = _accounts(pack)
    return tuple(_traced(clause, accounts) for clause in pack.clauses)


def measured_by(entry: AnyEntry) -> tuple[str, ...]:
    """Keys of the indicators that an entry is judged, classed or scored by."""
    match entry:
        case Norm() | Measure():
            return (entry.key,)
        case Band(by=str() as by):
            return (by,)
        case Sheet(parts=tuple() as parts):
            return tuple(dict.fromkeys(p.measure for p in parts if isinstance(p.measure, str)))
        case _:
            return ()


_Place = tuple[str, str, int | None]
"""A source, a clause of it, and a part of that; None for the clause undivided."""


def _accounts(pack: Pack) -> dict[_Place, list[Account]]:
    single = {(clause.source, clause.ref) for clause in pack.clauses if clause.parts == 1}
    cited: dict[_Place, list[Account]] = {}
    for entry in pack.entries:
        named: dict[_Place, dict[str | None, None]] = {}
        for cite, name in _citing(entry):
            part = 1 if (cite.source, cite.ref) in single else cite.part
            named.setdefault((cite.source, cite.ref, part), {})[name] = None
        cases = tuple(case for case in pack.cases if case.of == entry.id)
        for place, names in named.items():
            account = Account(
                entry=entry,
                of=() if None in names else tuple(filter(None, names)),
                measured=measured_by(entry),
                cases=cases,
            )
            cited.setdefault(place, []).append(account)
    return cited


def _citing(entry: AnyEntry) -> Iterator[tuple[Cite, str | None]]:
    """Each clause that an entry cites, with the requirement or item that does, or None."""
    yield from ((cite, None) for cite in entry.cites)
    if isinstance(entry, (Norm, Duty)):
        yield from ((cite, None) for phase in entry.phases for cite in phase.cites)
        for phase in entry.phases:
            if isinstance(phase, DutyPhase):
                yield from ((cite, one.name) for one in phase.requirements for cite in one.cites)
    elif isinstance(entry, Counting):
        yield from ((cite, None) for _, cites in entry.own_cites for cite in cites)
    elif isinstance(entry, Procedure):
        pieces = (entry.states, entry.moves, entry.guards, entry.routes)
        yield from ((cite, None) for some in pieces for one in some for cite in one.cites)
        yield from ((cite, None) for clock in entry.clocks for cite in clock.every_cite)
    elif isinstance(entry, Label):
        yield from ((cite, item.name) for item in entry.items for cite in item.cites)


def _traced(clause: Clause, cited: dict[_Place, list[Account]]) -> TracedClause:
    place = clause.source, clause.ref
    return TracedClause(
        clause=clause,
        parts=tuple(
            TracedPart(number=number, accounts=tuple(cited.get((*place, number), ())))
            for number in range(1, clause.parts + 1)
        ),
        undivided=tuple(cited.get((*place, None), ())),
    )
