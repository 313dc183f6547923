"""The second page of a pack: clause, part, entry, indicator and worked cases."""

from __future__ import annotations

from collections.abc import Iterator

from _reference import table

from fengqiao.judging.explain import counted_lines
from fengqiao.judging.narrowing import asked_only
from fengqiao.packs import Account, TracedClause
from fengqiao.packs.read_not_modelled import REASONS
from fengqiao.packs.trace import measured_by
from fengqiao.rules import AnyEntry, Counting, Duty, Label, Norm, NotModelled, Role

from .view import View, escaped, facts, link
from .worked import rows, tally


def write(view: View) -> str:
    """The whole generated part."""
    header = [view.say(name) for name in ("clause", "part_column", "entry", "key", "cases")]
    blocks = [f"## {view.say('trace')}", table(header, _rows(view))]
    blocks.append(f"## {view.say('each_entry')}")
    for entry in view.pack.entries:
        if not isinstance(entry, (NotModelled, Label, Counting)):
            blocks += _entry(view, entry)
    return "\n\n".join(blocks)


def _rows(view: View) -> Iterator[tuple[str, ...]]:
    for traced in view.traced:
        clause = traced.clause
        named = [link(view.ref(clause), view.clause_anchor(clause))]
        for number, accounts in _divided(view, traced):
            numbered = [number]
            nobody = (f"*{view.say('nobody')}*", "", "")
            for cells in [_account(view, account) for account in accounts] or [nobody]:
                yield (named.pop() if named else "", numbered.pop() if numbered else "", *cells)


def _divided(view: View, traced: TracedClause) -> Iterator[tuple[str, tuple[Account, ...]]]:
    if traced.undivided:
        yield view.say("whole"), traced.undivided
    yield from ((str(part.number), part.accounts) for part in traced.parts)


def _account(view: View, account: Account) -> tuple[str, str, str]:
    entry = account.entry
    name = link(view.name(entry), view.entry_anchor(entry))
    if isinstance(entry, NotModelled):
        return name + view.say("colon") + view.text(REASONS[entry.why]), "", ""
    if isinstance(entry, (Label, Counting)):
        return name, "", ""
    return name, _measured(view, entry), link(tally(view, account.cases), _anchor(view, entry))


def _anchor(view: View, entry: AnyEntry) -> str:
    return view.anchor("trace", entry.id)


def _measured(view: View, entry: AnyEntry) -> str:
    if isinstance(entry, Duty):
        return view.say("by_occasions")
    if isinstance(entry, Role):
        return view.say("by_holders")
    return view.say("comma").join(map(view.key_link, measured_by(entry)))


def _entry(view: View, entry: AnyEntry) -> Iterator[str]:
    yield f"({_anchor(view, entry)})="
    yield f"### {view.name(entry)}"
    yield facts(_head(view, entry))
    yield from filter(None, (_indicator(view, key, entry) for key in measured_by(entry)))
    cases = [case for case in view.pack.cases if case.of == entry.id]
    if cases:
        header = [view.say(name) for name in ("case", "given", "expected")]
        yield table(header, (row for case in cases for row in rows(view, entry, case)))


def _head(view: View, entry: AnyEntry) -> list[tuple[str, str | list[str]]]:
    plain = view.plain[entry.id]
    kind = view.say(f"kind.{plain['kind']}")
    head: list[tuple[str, str | list[str]]] = [
        (view.say("entry"), f"{kind} {link(f'`{entry.id}`', view.entry_anchor(entry))}"),
        (view.say("clause"), view.refs(entry)),
    ]
    if isinstance(entry, Duty):
        head.append(
            (view.say("fulfilled"), view.say("comma").join(f"`{x}`" for x in entry.done_by))
        )
    cases = [case for case in view.pack.cases if case.of == entry.id]
    head.append((view.say("cases"), tally(view, cases)))
    return head


def _indicator(view: View, key: str, entry: AnyEntry) -> str:
    indicator = view.indicators.get(key)
    if indicator is None:
        return facts([(view.say("key"), f"`{key}`: {view.say('not_installed')}")])
    phase = entry.phases[-1] if isinstance(entry, Norm) else None
    lines = dict(counted_lines(indicator, phase, view.catalogue, view.lang))
    kinds = entry.each if isinstance(entry, Norm) else ()
    where = {asked_only(phase, kind, view.catalogue, view.lang): None for kind in kinds}
    recorded = indicator.recorded_as
    return facts(
        [
            (view.say("key"), view.key_link(key)),
            (view.say("asked_only"), view.say("comma").join(where)),
            (view.say("numerator"), escaped(lines["counted"])),
            (view.say("denominator"), escaped(lines.get("out_of", ""))),
            (view.say("exclusions"), view.text(indicator.exclusions)),
            (view.say("recorded"), f"`{recorded}`" if recorded else ""),
        ]
    )
