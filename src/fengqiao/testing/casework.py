"""Walks through procedures: steps as a committee or a station would take them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import fengqiao
from fengqiao.casework import CaseState, Law, Refusal, advanced, blank_step, check_step
from fengqiao.casework.moves import option_of
from fengqiao.rules import Chain, Procedure, Rules, Term

ZONE = ZoneInfo("Asia/Shanghai")
MONDAY = date(2024, 3, 4)
"""The day of a step that names none; the week that follows has no holiday."""


def law_of(packs: Sequence[str], *, place: str, terms: Mapping[str, Term]) -> Law:
    """The law of installed packs, with what a host says of open terms.

    Args:
        packs: Ids, as `open_workspace` takes them; their parents come with them.
        place: The pack that speaks first.
        terms: Words and amounts by `<entry id>.<field>`.
    """
    with fengqiao.open_workspace("memory:", packs=packs) as opened:
        found, catalogue = opened.packs, opened.catalogue
    line = [found[place]]
    while line[-1].parent is not None:
        line.append(found[line[-1].parent])
    told: dict[tuple[str, str], Term] = {(place, name): word for name, word in terms.items()}
    rules = Rules(packs=found, catalogue=catalogue, terms=told)
    return Law(rules=rules, chain=Chain(tuple(line)), zone=ZONE)


def step(kind: str, *, on: date = MONDAY, hour: int = 9, **fields: Any) -> dict[str, Any]:  # noqa: ANN401  cells of any kind
    """A step in stored form; several words may be given as any number of texts."""
    at = int(datetime(on.year, on.month, on.day, hour, tzinfo=ZONE).timestamp())
    for name in ("facts", "contents", "papers"):
        if name in fields:
            fields[name] = ",".join(sorted(fields[name]))
    return {"kind": kind, "at": at, "day": on.toordinal(), **fields}


def walk(under: Law, procedure: str, *steps: Mapping[str, Any]) -> CaseState:
    """The state after these steps, each of which has to be legal.

    Raises:
        MoveRefused: One of them is not.
    """
    state = CaseState(case="case-0001")
    for one in steps:
        full = blank_step(**{"procedure": procedure, "facts": "", **one})
        check_step(state, full, under)
        state = advanced(state, full, under)
    return state


def refusals(under: Law, state: CaseState, one: Mapping[str, Any], procedure: str) -> list[Refusal]:
    """Why a step is refused; empty where it is legal."""
    full = blank_step(**{"procedure": procedure, "facts": "", **one})
    option = option_of(state, full, under)
    return list(option.refusals) if option else []


def procedures(under: Law) -> dict[str, Procedure]:
    """All procedures of a law by key."""
    return {
        entry.key: entry
        for pack in under.chain.packs
        for entry in pack.entries
        if isinstance(entry, Procedure)
    }
