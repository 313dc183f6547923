"""Clocks of a procedure: from rows to clocks whose steps, facts and clauses are known."""

from __future__ import annotations

from collections.abc import Iterator

from fengqiao.packs.known import Known, find_cites, known_words
from fengqiao.packs.read_entry import Held
from fengqiao.packs.read_piece import find_facts, piece_days
from fengqiao.packs.rows import ProcedureRow
from fengqiao.packs.rows_procedure import ClockRow, ExtendRow, HoldRow
from fengqiao.packs.spot import Spot
from fengqiao.rules.case_clocks import CaseClock, LeftOut, MoreTime
from fengqiao.rules.catalogue import close_names
from fengqiao.rules.entries import Words


def read_clocks(row: ProcedureRow, held: Held, spot: Spot, known: Known) -> tuple[CaseClock, ...]:
    """The clocks of a procedure.

    A clock states its limit itself or names the norm that does, listens to steps of the
    procedure only, and holds on days on which no other clock of its name does.
    """
    clocks = [
        _clock(one, row, held, spot.at("clock", index), known)
        for index, one in enumerate(row.clock)
    ]
    for index, clock in enumerate(clocks):
        for before in clocks[:index]:
            if before.name == clock.name and _overlap(before, clock):
                spot.at("clock", index, "name").fault("pack.clock_twice", name=clock.name)
    return tuple(clocks)


def _overlap(one: CaseClock, other: CaseClock) -> bool:
    days = one.effective_from, other.effective_from
    return any(one.holds_on(day) and other.holds_on(day) for day in days)


def _clock(row: ClockRow, of: ProcedureRow, held: Held, spot: Spot, known: Known) -> CaseClock:
    if (row.at_most is None) == (row.norm is None):
        spot.absent("pack.clock_length", "at_most", "norm")
    taken = {move.name for move in of.move}
    if of.adds:  # steps of the parent's are looked at when packs meet
        taken |= set(known.catalogue.words("case_step"))
    for step, at in _listened(row, spot):
        if step not in taken:
            at.fault("pack.unknown_word", close=close_names(step, taken), known=sorted(taken))
    levels = spot.at("levels")
    return CaseClock(
        name=row.name,
        length=row.at_most,
        norm=row.norm,
        counting=row.counting,
        starts=row.starts,
        restarts=row.restarts,
        restart_cites=find_cites(row.restart_clause, spot.at("restart_clause"), known),
        stops=row.stops,
        holds=tuple(_hold(one, spot.at("holds", i), known) for i, one in enumerate(row.holds)),
        extend=_extend(row.extend, spot.at("extend"), known) if row.extend else None,
        levels=known_words(row.levels, tuple(known.catalogue.words("settled_at")), levels) or (),
        places_may=row.places_may,
        when=find_facts(row.when, spot.at("when"), known),
        is_open=row.open,
        names=Words(zh=row.zh, en=row.en),
        reading=row.reading,
        other=row.other,
        **piece_days(row, held, spot, known),
    )


def _listened(row: ClockRow, spot: Spot) -> Iterator[tuple[str, Spot]]:
    """Every step that a clock names, and where."""
    for name in ("starts", "restarts", "stops"):
        for step in getattr(row, name):
            yield step, spot.at(name)
    for index, hold in enumerate(row.holds):
        yield hold.begins, spot.at("holds", index, "begins")
        yield hold.ends, spot.at("holds", index, "ends")
    for step in row.extend.by if row.extend else ():
        yield step, spot.at("extend", "by")


def _hold(row: HoldRow, spot: Spot, known: Known) -> LeftOut:
    cites = find_cites(row.clause, spot.at("clause"), known)
    return LeftOut(
        reason=row.reason,
        begins=row.begins,
        ends=row.ends,
        within=row.within,
        is_open=row.open,
        cites=cites,
    )


def _extend(row: ExtendRow, spot: Spot, known: Known) -> MoreTime:
    facts = tuple(known.catalogue.words("case_fact"))
    return MoreTime(
        by=row.by,
        length=row.at_most,
        times=row.times,
        reasons=known_words(row.reasons, facts, spot.at("reasons")) or (),
        needs=find_facts(row.needs, spot.at("needs"), known),
    )
