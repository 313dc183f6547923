"""The fourth page of a pack: how cases go, state by state, and which clocks run."""

from __future__ import annotations

from collections.abc import Iterator
from shutil import which

from _reference import table

from fengqiao.rules import Procedure
from fengqiao.rules.case_clocks import CaseClock
from fengqiao.rules.procedures import Held

from .view import View, escaped


def write(view: View) -> str:
    """The whole generated part."""
    found = [entry for entry in view.pack.entries if isinstance(entry, Procedure)]
    return "\n\n".join(part for one in found for part in _procedure(view, one))


def _procedure(view: View, one: Procedure) -> Iterator[str]:
    yield f"## {view.name(one)} `{one.key}`"
    yield _drawn(view, one)
    rows = [
        [
            _words(view, "case_state", (state,)),
            _words(view, "case_step", (move.name,)),
            _words(view, "step_by", move.by),
            _words(view, "case_state", (move.to or state,)) if move.to != state else "",
            _days(view, move),
            _clauses(view, move),
        ]
        for state in ("new", *(state.name for state in one.states))
        for move in one.moves
        if state in move.froms
    ]
    header = ("state", "one_step", "taken_by", "leads_to", "in_force", "clause")
    yield table([view.say(name) for name in header], rows)
    if one.clocks:
        yield f"### {view.say('clocks')}"
        header = ("clock", "limit", "starts", "restarts", "stops", "in_force", "clause")
        yield table(
            [view.say(name) for name in header], [_clock(view, clock) for clock in one.clocks]
        )


def _drawn(view: View, one: Procedure) -> str:
    """The states as a picture: arrows lead on, a double frame is where a case may rest for good."""
    if which("dot") is None:
        return _told(view, one)
    ends = {held.name for held in one.states if held.ends}
    lines = [
        "digraph {",
        "rankdir=TB; bgcolor=transparent; nodesep=0.25; ranksep=0.45",
        f"node [{_NODE}]",
        f"edge [{_EDGE}]",
    ]
    for state in ("new", *(held.name for held in one.states)):
        shape = ", peripheries=2" if state in ends else ""
        lines.append(f'{state} [label="{_words(view, "case_state", (state,))}"{shape}]')
    steps: dict[tuple[str, str], dict[str, None]] = {}
    for move in one.moves:
        for state in move.froms:
            if move.to not in (None, state):
                steps.setdefault((state, str(move.to)), {})[move.name] = None
    for (start, end), names in steps.items():
        label = "\\n".join(_words(view, "case_step", (name,)) for name in names)
        lines.append(f'{start} -> {end} [label="{label}"]')
    alt = f":alt: {view.name(one)}"
    return "\n".join(["```{graphviz}", alt, "", *lines, "}", "```"])


_FONT = 'fontname="sans-serif", fontsize=13'
_NODE = f'shape=box, style="rounded,filled", fillcolor="#eef3f8", color="#5b7a99", {_FONT}'
_EDGE = 'fontname="sans-serif", fontsize=11, color="#7d8a97", fontcolor="#445566", arrowsize=0.7'


def _told(view: View, one: Procedure) -> str:
    """The states as text: each with those that follow it."""
    lines = []
    for state in ("new", *(state.name for state in one.states)):
        to = dict.fromkeys(
            move.to for move in one.moves if state in move.froms and move.to not in (None, state)
        )
        ends = any(held.ends for held in one.states if held.name == state)
        follow = view.say("comma").join(_words(view, "case_state", (name,)) for name in to if name)
        arrow = f" --> {follow}" if follow else ""
        lines.append(f"{_words(view, 'case_state', (state,))}{' (*)' * ends}{arrow}")
    return "\n".join(["```text", *lines, "```"])


def _clock(view: View, clock: CaseClock) -> list[str]:
    limit = clock.length
    said = f"`{clock.norm}`" if limit is None else f"{limit.num} {view.say(f'unit_{limit.unit}')}"
    return [
        escaped(clock.names.get(view.lang)),
        said,
        *(
            _words(view, "case_step", kinds)
            for kinds in (clock.starts, clock.restarts, clock.stops)
        ),
        _days(view, clock),
        _clauses(view, clock),
    ]


def _words(view: View, vocabulary: str, names: tuple[str, ...]) -> str:
    words = view.catalogue.vocabularies[vocabulary].words
    return view.say("comma").join(words[name].get(view.lang) for name in names)


def _days(view: View, held: Held) -> str:
    first = held.effective_from.isoformat()
    if held.effective_until is None:
        return view.say("since", first=first)
    return view.say("days", first=first, last=held.effective_until.isoformat())


def _clauses(view: View, held: Held) -> str:
    return view.say("comma").join(f"`{cite.source}:{cite.ref}`" for cite in held.cites)
