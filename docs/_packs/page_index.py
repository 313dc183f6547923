"""The first page of a pack: its head, and every clause in the source's order with its fate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from fengqiao.packs import Account, TracedClause
from fengqiao.packs.open_terms import open_terms
from fengqiao.packs.read_not_modelled import REASONS
from fengqiao.rules import AnyEntry, Counting, Label, NotModelled, Source, unverified_days

from .texts import KINDS
from .view import Carried, View, escaped, facts, fields, is_duration, link
from .wording import asked, days, in_force, owed_by
from .worked import outcomes, tally


def write(view: View) -> str:
    """The whole generated part."""
    blocks = [f"## {view.say('head')}", _head(view)]
    for source in view.pack.sources:
        blocks += [f"### {view.say('source', id=source.id)}", _source(view, source)]
    blocks += [f"### {view.say('in_numbers')}", _numbers(view)]
    blocks += [f"## {view.say('by_clause')}", *_clauses(view)]
    return "\n\n".join(blocks)


def _head(view: View) -> str:
    pack = view.pack
    return facts(
        [
            (view.say("pack"), f"`{pack.id}` {view.text(pack.names)}"),
            (view.say("version"), pack.version),
            (view.say("places"), view.say("comma").join(pack.areas) or view.say("no_places")),
            (view.say("parent"), f"`{pack.parent}`" if pack.parent else ""),
            (view.say("pack_hash"), f"`{pack.sha256}`"),
        ]
    )


def _source(view: View, source: Source) -> str:
    return facts(
        [
            (view.say("document"), view.text(source.names)),
            (view.say("number"), escaped(source.number or view.say("not_stated"))),
            (view.say("issued"), str(source.issued)),
            (view.say("in_force"), days(view, source)),
            (view.say("source_kind"), view.say(source.kind)),
            (view.say("force"), view.force(source.force)),
            (view.say("url"), f"<{source.url}>" if source.url else ""),
            (view.say("text_hash"), f"`{source.sha256}`" if source.sha256 else ""),
            (view.say("checked"), str(source.checked or "")),
        ]
    )


def _numbers(view: View) -> str:
    parts = [part for one in view.traced for part in one.parts]
    done = sum(bool(part.accounts) for part in parts)
    terms = open_terms(view.pack, view.catalogue)
    kinds = Counter(str(one["kind"]) for one in view.plain.values())
    reasons = Counter(one.why for one in view.pack.entries if isinstance(one, NotModelled))
    names = [f"{view.say(f'kind.{kind}')} {kinds[kind]}" for kind in KINDS if kinds[kind]]
    whys = [f"{view.text(REASONS[why])} {count}" for why, count in reasons.most_common()]
    return facts(
        [
            (view.say("clauses"), str(len(view.traced))),
            (view.say("parts"), str(len(parts))),
            (view.say("parts_done"), str(done)),
            (view.say("entry"), view.say("comma").join(names)),
            (view.say("omissions"), view.say("comma").join(whys)),
            (view.say("terms"), str(sum(not is_duration(term.name) for term in terms))),
            (view.say("results"), str(len(outcomes(view.pack.cases)))),
        ]
    )


def _clauses(view: View) -> Iterator[str]:
    several = len(view.pack.sources) > 1
    shown = ""
    for one in view.traced:
        if several and one.clause.source != shown:
            shown = one.clause.source
            yield f"### {view.text(view.pack.source(shown).names)}"
        yield f"({view.clause_anchor(one.clause)})="
        starts = f" {escaped(one.clause.starts)}…" if one.clause.starts else ""
        yield f"{'####' if several else '###'} {one.clause.ref}{starts}"
        yield from _clause(view, one)


def _clause(view: View, traced: TracedClause) -> Iterator[str]:
    clause = traced.clause
    if clause.parts > 1:
        yield view.say("clause_parts", count=clause.parts)
    if traced.undivided:
        yield f"**{view.say('undivided')}**"
        yield from (_account(view, traced, account) for account in traced.undivided)
    for part in traced.parts:
        yield f"({view.clause_anchor(clause, part.number)})="
        number = _bold(view.say("part", number=part.number)) if clause.parts > 1 else ""
        nobody = "" if part.accounts else f"*{view.say('nobody')}*"
        yield from filter(None, [f"{number} {nobody}".strip()])
        yield from (_account(view, traced, account) for account in part.accounts)


def _bold(text: str) -> str:
    return f"**{text[:1].upper()}{text[1:]}**"


def _account(view: View, traced: TracedClause, account: Account) -> str:
    """An entry in full where it is at home, else a line that leads there."""
    entry = account.entry
    if isinstance(entry, NotModelled):
        return _left_out(view, entry)
    home = view.home(entry)
    if home.account is account:
        return _card(view, entry)
    line = f"- {link(view.name(entry), view.entry_anchor(entry))} `{entry.id}`"
    where = "" if home.clause == traced.clause else view.ref(home.clause)
    if home.part is not None and home.clause.parts > 1:
        where = f"{where} {view.say('part', number=home.part)}".strip()
    if where:
        line += view.say("bracketed", text=view.say("stands_under", where=where))
    if account.of:
        key = "for_item" if isinstance(entry, Label) else "for_requirement"
        names = view.say("comma").join(_parts_of(view, entry, account.of))
        line += view.say("semicolon") + view.say(key, names=names)
    return line


def _parts_of(view: View, entry: AnyEntry, names: Iterable[str]) -> Iterator[str]:
    """Requirements of a duty, or items of a label, in words."""
    items = {item.name: item.names for item in entry.items} if isinstance(entry, Label) else {}
    for name in names:
        yield view.text(items[name]) if name in items else view.requirement(name)


def _card(view: View, entry: Carried) -> str:
    other = entry.names.en if view.lang == "zh" else entry.names.zh
    kind = view.say(f"kind.{view.plain[entry.id]['kind']}")
    title = f"**{view.name(entry)}** {escaped(other)}"
    rows: list[tuple[str, str | list[str]]] = [
        (view.say("entry"), f"{kind} `{entry.id}`"),
        (view.say("owed_by"), owed_by(view, entry)),
        (view.say("asked"), asked(view, entry)),
        (view.say("in_force"), in_force(view, entry)),
        (view.say("reading"), view.text(entry.reading)),
        (view.say("other"), view.text(entry.other)),
        (view.say("note"), view.text(entry.note)),
        (view.say("open"), _terms(view, entry, durations=False)),
        (view.say("for_plans"), _terms(view, entry, durations=True)),
        (view.say("names"), _names(view, entry)),
        (view.say("cases"), _cases(view, entry)),
    ]
    rows += [(view.say("note"), text) for text in _unverified(view, entry)]
    target = f"({view.entry_anchor(entry)})="
    return "\n".join([":::{container} pack-entry", target, title, "", fields(rows), ":::"])


def _unverified(view: View, entry: Carried) -> Iterator[str]:
    """That values were not compared with the source, each with its days where they are not all."""
    for first, last in unverified_days(entry):
        text = view.say("unverified")
        if first is not None:
            text += view.say("bracketed", text=f"{first} - {last or ''}".strip())
        yield text


def _terms(view: View, entry: Carried, *, durations: bool) -> str:
    """Open terms of an entry: those that say how long something takes, or the rest."""
    names = (name for name in view.plain[entry.id]["open"] if is_duration(name) == durations)
    return view.say("comma").join(f"`{name}`" for name in names)


def _names(view: View, entry: Carried) -> str:
    if not isinstance(entry, Label) or not entry.items:
        return ""
    names = (view.text(item.names) or item.name for item in entry.items)
    place = link(view.say("list"), view.anchor("label", entry.id))
    return view.say("semicolon").join(names) + view.say("bracketed", text=place)


def _cases(view: View, entry: Carried) -> str:
    cases = [case for case in view.pack.cases if case.of == entry.id]
    if isinstance(entry, (Label, Counting)):
        return ""
    return link(tally(view, cases), view.anchor("trace", entry.id))


def _left_out(view: View, entry: NotModelled) -> str:
    why = f"{view.text(REASONS[entry.why])} (`{entry.why}`)"
    text = f"**{view.say('left_out')}**{view.say('colon')}{why}"
    lines = [":::{container} pack-left-out", f"({view.entry_anchor(entry)})=", text, ""]
    lines.append(view.text(entry.what))
    if entry.numbers:
        numbers = view.say("comma").join(map(escaped, entry.numbers))
        lines.append(view.say("numbers", numbers=numbers))
    return "\n".join([*lines, ":::"])
