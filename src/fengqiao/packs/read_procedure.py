"""Procedures: from rows to states, moves and guards whose words and states are known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from fengqiao.packs.known import Known, find_key, known_words
from fengqiao.packs.read_clock import read_clocks
from fengqiao.packs.read_entry import Held, entry_facts, read_held
from fengqiao.packs.read_piece import find_facts, piece_days
from fengqiao.packs.read_routes import check_routes
from fengqiao.packs.rows import ProcedureRow
from fengqiao.packs.rows_procedure import GuardRow, MoveRow
from fengqiao.packs.spot import Spot
from fengqiao.rules.catalogue import close_names
from fengqiao.rules.entries import Procedure, Words
from fengqiao.rules.procedures import Guard, Move, Route, State

FIRST_STATE = "new"
"""The state of a case before its first step."""


def read_procedure(row: ProcedureRow, spot: Spot, known: Known) -> list[Procedure]:
    """The procedure of a row, in a list; an empty one where it can't be made out."""
    held = read_held(row, spot, known)
    key = find_key(row.key, "procedure", spot.at("key"), known)
    if held is None:
        return []
    states = [
        State(name=one.name, ends=one.ends, **piece_days(one, held, spot.at("state", index), known))
        for index, one in enumerate(row.state)
        if _word(one.name, "case_state", spot.at("state", index, "name"), known)
    ]
    moves = [
        move
        for index, one in enumerate(row.move)
        if (move := _move(one, held, spot.at("move", index), known)) is not None
    ]
    guards = [*_own_guards(row, held, spot, known), *_guards(row, held, spot, known)]
    if not row.adds:
        if not row.move:
            spot.absent("pack.missing_field", "move", field="move")
        _check_states(states, row.move, spot)
    routes = [
        Route(when=when, to=one.to, **piece_days(one, held, spot.at("route", index), known))
        for index, one in enumerate(row.route)
        if (when := find_facts(one.when, spot.at("route", index, "when"), known)) is not None
    ]
    check_routes(routes, spot)
    if key is None:
        return []
    path = known_words(row.path, tuple(known.catalogue.words("settled_at")), spot.at("path"))
    contents, papers = (
        known_words(getattr(row, name), tuple(known.catalogue.words(words)), spot.at(name)) or ()
        for name, words in (("contents", "agreement_content"), ("papers", "case_paper"))
    )
    return [
        Procedure(
            **entry_facts(row, key.name, held.cites, spot, known),
            each=key.each[0],
            states=tuple(states),
            moves=tuple(moves),
            guards=tuple(guards),
            routes=tuple(routes),
            clocks=read_clocks(row, held, spot, known),
            adds=row.adds,
            path=path or (),
            contents=contents,
            papers=papers,
            counting=row.counting,
            transition=row.transition,
            effective_from=held.effective_from,
            effective_until=held.effective_until,
            force=held.force,
        )
    ]


def _word(name: str, vocabulary: str, spot: Spot, known: Known) -> bool:
    return known_words((name,), tuple(known.catalogue.words(vocabulary)), spot) is not None


def _move(row: MoveRow, held: Held, spot: Spot, known: Known) -> Move | None:
    states = tuple(known.catalogue.words("case_state"))
    is_known = _word(row.name, "case_step", spot.at("name"), known)
    froms = known_words(row.from_, states, spot.at("from"))
    to = known_words((row.to,), states, spot.at("to")) if row.to else ()
    by = known_words(row.by, tuple(known.catalogue.words("step_by")), spot.at("by"))
    if not is_known or froms is None or to is None or by is None:
        return None
    days = piece_days(row, held, spot, known)
    return Move(name=row.name, froms=froms, to=row.to, by=by, **days)


def _own_guards(row: ProcedureRow, held: Held, spot: Spot, known: Known) -> Iterator[Guard]:
    """What a move itself needs, or is barred by."""
    for index, one in enumerate(row.move):
        place = spot.at("move", index)
        for name in ("needs", "bars"):
            found = find_facts(getattr(one, name), place.at(name), known)
            if found is not None:
                days = piece_days(one, held, place, known)
                guard = Guard(name=f"{one.name}_{name}", moves=(one.name,), **days)
                yield evolve(guard, needs=found) if name == "needs" else evolve(guard, bars=found)


def _guards(row: ProcedureRow, held: Held, spot: Spot, known: Known) -> Iterator[Guard]:
    taken = {move.name for move in row.move}
    if row.adds:  # steps of the parent's are looked at when packs meet
        taken |= set(known.catalogue.words("case_step"))
    for index, one in enumerate(row.guard):
        place = spot.at("guard", index)
        for number, move in enumerate(one.moves):
            if move not in taken:
                at = place.at("moves", number) if len(one.moves) > 1 else place.at("moves")
                at.fault("pack.unknown_word", close=close_names(move, taken), known=sorted(taken))
        if not (one.needs or one.bars or one.within):
            place.absent("pack.guard_empty", "needs", "bars", "within")
        yield _guard(one, held, place, known)


def _guard(row: GuardRow, held: Held, spot: Spot, known: Known) -> Guard:
    return Guard(
        name=row.name,
        moves=row.moves,
        needs=find_facts(row.needs, spot.at("needs"), known),
        bars=find_facts(row.bars, spot.at("bars"), known),
        within=row.within,
        is_open=row.open,
        reading=row.reading,
        other=row.other,
        names=Words(zh=row.zh, en=row.en),
        **piece_days(row, held, spot, known),
    )


def _check_states(states: Sequence[State], moves: Sequence[MoveRow], spot: Spot) -> None:
    """Every state that a move names is declared, every other one can be reached and left."""
    declared = {state.name for state in states} | {FIRST_STATE}
    reached = {FIRST_STATE} | {move.to for move in moves if move.to}
    left = {state for move in moves for state in move.from_ if move.to not in (None, state)}
    for index, move in enumerate(moves):
        for state in (*move.from_, *((move.to,) if move.to else ())):
            if state not in declared:
                place = spot.at("move", index)
                place.fault("pack.state_undeclared", state=state, known=sorted(declared))
    for index, state in enumerate(states):
        place = spot.at("state", index)
        if state.name not in reached:
            place.fault("pack.state_unreached", state=state.name)
        if not state.ends and state.name not in left:
            place.fault("pack.state_stuck", state=state.name)
