"""Rules in force: who speaks for a place on a day.

A chain is a place's pack and its parents (`wuhai`, then `cn`). For each entry id the first pack
of the chain that has a value in force speaks; what it leaves open its parent may fill, then the
host. Precedence is the parent, never the order of installation.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from attrs import evolve, field, frozen

from fengqiao.errors import PackError, RuleNotInForce
from fengqiao.rules.catalogue import Catalogue
from fengqiao.rules.entries import (
    DURING,
    AnyEntry,
    Band,
    Cite,
    Counting,
    Duty,
    DutyPhase,
    Force,
    Label,
    Norm,
    NormPhase,
    NotModelled,
    Pack,
    Procedure,
    Role,
    Sheet,
    Target,
)
from fengqiao.rules.procedures_together import procedures_together
from fengqiao.rules.values import Exact
from fengqiao.timing import Period, Span, advance

Term = Exact | str | tuple[str, ...]
"""What a host fills an open term with."""

Judged = Norm | Duty | Band | Role | Sheet
"""Entries that something is judged, classed or scored by."""


@frozen
class Spoken:
    """What a chain says under one entry id on some days.

    Attributes:
        entry: The entry of the pack that spoke.
        phase: Its phase in force, for norms and duties.
        asked: Ids of the packs asked, in order: from the place up to the last one that had to be
            asked before it was clear who speaks.
    """

    entry: Judged
    phase: NormPhase | DutyPhase | None
    asked: tuple[str, ...]

    @property
    def force(self) -> Force:
        """How binding it is."""
        # Norms and duties have phases; every other entry has a force of its own.
        return self.phase.force if self.phase else self.entry.force  # type: ignore[union-attr]

    @property
    def verified(self) -> bool:
        """Whether its value was compared with the source."""
        own = self.phase.verified if self.phase else None
        return self.entry.verified if own is None else own

    @property
    def cites(self) -> tuple[Cite, ...]:
        """Its clauses."""
        return self.phase.cites if self.phase else self.entry.cites

    @property
    def by(self) -> Target | None:
        """By when it is to be reached, if a day is asked for."""
        return self.phase.by if self.phase else None


@frozen
class Chain:
    """A place's pack and its parents, and what they say together."""

    packs: tuple[Pack, ...]
    entries: Mapping[str, tuple[Judged, ...]] = field(init=False)
    procedures: Mapping[str, Procedure] = field(init=False, eq=False, repr=False)

    @entries.default
    def _by_id(self) -> Mapping[str, tuple[Judged, ...]]:
        found: dict[str, tuple[Judged, ...]] = {}
        for pack in self.packs:
            for entry in pack.entries:
                if isinstance(entry, Judged):
                    found[entry.id] = (*found.get(entry.id, ()), entry)
        return found

    @procedures.default
    def _by_key(self) -> Mapping[str, Procedure]:
        found = (entry for pack in self.packs for entry in pack.entries)
        return procedures_together(one for one in found if isinstance(one, Procedure))

    @property
    def place(self) -> Pack:
        """The pack that speaks first."""
        return self.packs[0]

    def spoken_on(self, entry_id: str, day: date) -> Spoken | None:
        """What is in force under an id on a day, or None.

        A value speaks before an open one, and either before mere practice, whatever the pack;
        among equals the place comes first.
        """
        asked: list[str] = []
        weak: list[Spoken] = []
        by_pack = {entry.pack: entry for entry in self.entries.get(entry_id, ())}
        for pack in self.packs:
            asked.append(pack.id)
            entry = by_pack.get(pack.id)
            phase = _phase_on(entry, day) if entry else None
            if entry is None or phase is None:
                continue
            spoken = Spoken(entry, phase if phase is not entry else None, tuple(asked))
            if spoken.force != "practice" and not _is_open(spoken):
                return spoken
            weak.append(spoken)
        if not weak:
            return None
        ordered = (one for one in weak if one.force != "practice")
        return evolve(next(ordered, weak[0]), asked=tuple(asked))

    def spoken_over(self, entry_id: str, span: Span) -> tuple[tuple[Span, Spoken | None], ...]:
        """What is in force under an id over a span, piece by piece."""
        cuts = [day for entry in self.entries.get(entry_id, ()) for day in _cuts(entry)]
        pieces: list[tuple[Span, Spoken | None]] = []
        for piece in span.cut_at(cuts):
            spoken = self.spoken_on(entry_id, piece.first)
            if pieces and _same(pieces[-1][1], spoken):
                pieces[-1] = (Span(pieces[-1][0].first, piece.last), spoken)
            else:
                pieces.append((piece, spoken))
        return tuple(pieces)

    def require(self, entry_id: str, day: date) -> Spoken:
        """What is in force under an id on a day.

        Raises:
            RuleNotInForce: Nothing is.
        """
        spoken = self.spoken_on(entry_id, day)
        if spoken is None:
            asked = tuple(pack.id for pack in self.packs)
            raise RuleNotInForce("rule.not_in_force", entry=entry_id, day=day, asked=asked)
        return spoken


def _phase_on(entry: Judged, day: date) -> Any:  # noqa: ANN401  the phase, the entry, or None
    if isinstance(entry, (Norm, Duty)):
        return next((phase for phase in entry.phases if phase.holds_on(day)), None)
    until = entry.effective_until or date.max
    return entry if entry.effective_from <= day <= until else None


def _is_open(spoken: Spoken) -> bool:
    return isinstance(spoken.phase, NormPhase) and spoken.phase.comparison.is_open


def _cuts(entry: Judged) -> list[date]:
    """Days on which something begins to hold, or no longer holds."""
    dated = entry.phases if isinstance(entry, (Norm, Duty)) else (entry,)
    begins = [phase.effective_from for phase in dated]
    ends = [phase.effective_until for phase in dated if phase.effective_until]
    return begins + [advance(end, 1, "day") for end in ends]


def _same(one: Spoken | None, other: Spoken | None) -> bool:
    if one is None or other is None:
        return one is other
    return one.entry is other.entry and one.phase is other.phase


@frozen
class Rules:
    """Packs, catalogue and the host's open terms, ready to be asked.

    Attributes:
        packs: By id.
        chains: One per pack that speaks for areas, in order of pack id.
        terms: What the host filled in: (pack id, `<entry id>.<field>`) -> value.
    """

    packs: Mapping[str, Pack]
    catalogue: Catalogue
    terms: Mapping[tuple[str, str], Term] = field(factory=dict)
    chains: tuple[Chain, ...] = field(init=False)

    @chains.default
    def _chained(self) -> tuple[Chain, ...]:
        placed = [pack for _, pack in sorted(self.packs.items()) if pack.areas]
        return tuple(chain_of(pack, self.packs) for pack in placed)

    def chain_at(self, area_code: str) -> Chain | None:
        """The chain that speaks for an area code: the longest prefix wins."""
        best: tuple[int, Chain] | None = None
        for chain in self.chains:
            for prefix in chain.place.areas:
                if area_code.startswith(prefix) and (best is None or len(prefix) > best[0]):
                    best = (len(prefix), chain)
        return best[1] if best else None

    def term(self, spoken: Spoken, name: str) -> tuple[str, Term] | None:
        """The host's value for an open term of an entry, with the pack it was given under.

        The packs that were asked are looked through in order, so that a place's own section
        comes before its parent's. A single word comes as text.
        """
        full = f"{spoken.entry.id}.{name}"
        for pack in spoken.asked:
            if (pack, full) in self.terms:
                value = self.terms[pack, full]
                if isinstance(value, tuple) and len(value) == 1:
                    return pack, value[0]
                return pack, value
        return None

    def season(self, spoken: Spoken) -> tuple[str, tuple[Span, ...]] | None:
        """The days of the season in which a duty is owed, with the pack they were given under.

        Returns:
            None where the duty names no season, or the host has not said which days it is.
        """
        if not isinstance(spoken.phase, DutyPhase) or spoken.phase.during is None:
            return None
        full = f"{DURING}{spoken.phase.during}"
        for pack in spoken.asked:
            if (pack, full) in self.terms:
                given = self.terms[pack, full]
                labels = given if isinstance(given, tuple) else (str(given),)
                return pack, tuple(sorted(Period.parse(label).span for label in labels))
        return None

    def with_target(self, spoken: Spoken) -> Spoken:
        """What is in force, due by the day that the host names where the source leaves it open."""
        target, found = spoken.by, self.term(spoken, "by")
        if target is None or not target.is_open or found is None or spoken.phase is None:
            return spoken
        day = date.fromisoformat(str(found[1]))
        return evolve(spoken, phase=evolve(spoken.phase, by=evolve(target, days=(day,))))


def chain_of(pack: Pack, packs: Mapping[str, Pack]) -> Chain:
    """A pack with its parents.

    Raises:
        PackError: A parent is not there, or is its own.
    """
    return Chain(_with_parents(pack, packs))


def _with_parents(pack: Pack, packs: Mapping[str, Pack]) -> tuple[Pack, ...]:
    line = [pack]
    while (parent := line[-1].parent) is not None:
        if parent not in packs:
            raise PackError("pack.parent_missing", pack=line[-1].id, parent=parent)
        if packs[parent] in line:
            raise PackError("pack.parent_cycle", pack=line[-1].id, parent=parent)
        line.append(packs[parent])
    return tuple(line)


def entry_of(pack: Pack, entry_id: str) -> AnyEntry | None:
    """An entry of a pack by id."""
    return next((entry for entry in pack.entries if entry.id == entry_id), None)


def cites_of(entry: AnyEntry) -> tuple[Cite, ...]:
    """All clauses of an entry: its own, and those of its phases, requirements and items."""
    cites = [*entry.cites]
    if isinstance(entry, (Norm, Duty)):
        for phase in entry.phases:
            cites += phase.cites
            if isinstance(phase, DutyPhase):
                cites += [cite for one in phase.requirements for cite in one.cites]
    elif isinstance(entry, Procedure):
        pieces = (*entry.states, *entry.moves, *entry.guards, *entry.routes)
        cites += [cite for piece in pieces for cite in piece.cites]
        cites += [cite for clock in entry.clocks for cite in clock.every_cite]
    elif isinstance(entry, Counting):
        cites += [cite for _, own in entry.own_cites for cite in own]
    elif isinstance(entry, Label):
        cites += [cite for item in entry.items for cite in item.cites]
    return tuple(dict.fromkeys(cites))


def unverified_days(entry: AnyEntry) -> tuple[tuple[date | None, date | None], ...]:
    """First and last days of an entry's values that were not compared with the source.

    Returns:
        A pair for each phase in question, the last day None where it has none; `(None, None)`
        for an entry without phases; nothing where all was compared.
    """
    if isinstance(entry, NotModelled):
        return ()
    if isinstance(entry, (Norm, Duty)):
        return tuple(
            (phase.effective_from, phase.effective_until)
            for phase in entry.phases
            if not (entry.verified if phase.verified is None else phase.verified)
        )
    return () if entry.verified else ((None, None),)


def not_modelled(pack: Pack) -> tuple[NotModelled, ...]:
    """What a pack leaves out, in order."""
    return tuple(entry for entry in pack.entries if isinstance(entry, NotModelled))
