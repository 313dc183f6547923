"""The third page of a pack: what it leaves open, and its lists of names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from _reference import table

from fengqiao.packs.open_terms import OpenTerm, terms_of
from fengqiao.rules import AnyEntry, Label, NotModelled

from .texts import SHAPES
from .view import View, is_duration, link

Term = tuple[OpenTerm, AnyEntry]
"""An open term, and the entry that leaves it open."""

_MOST = 8
"""So many words to choose from are named; more are the catalogue's keys."""

_FEW = 3
"""So many fit into a line of configuration."""


def write(view: View) -> str:
    """The whole generated part."""
    return "\n\n".join([*_terms(view), *_labels(view)])


def _terms(view: View) -> Iterator[str]:
    found: dict[str, Term] = {}
    for entry in view.pack.entries:
        for term in terms_of(entry, view.pack.entries, view.catalogue):
            found.setdefault(term.name, (term, entry))
    durations = [one for name, one in found.items() if is_duration(name)]
    others = [one for name, one in found.items() if not is_duration(name)]
    yield f"## {view.say('open_terms')}"
    yield from _section(view, others) if others else [view.say("no_terms")]
    if durations:
        yield f"## {view.say('durations')}"
        yield view.say("durations_for")
        yield from _section(view, durations)


def _section(view: View, found: Sequence[Term]) -> Iterator[str]:
    """Some terms as a table, and as lines to copy."""
    header = [view.say(name) for name in ("entry", "term", "form")]
    rows = []
    for term, entry in found:
        clause = view.say("comma").join(view.plain[entry.id]["clause"][:1])
        name = link(view.name(entry), view.entry_anchor(entry))
        rows.append((f"{clause} {name}", f"`{term.name}`", _form(view, term)))
    yield table(header, rows)
    yield view.say("section")
    yield "\n".join(["```toml", f"[{view.pack.id}]", *_lines(view, found), "```"])


def _lines(view: View, found: Sequence[Term]) -> Iterator[str]:
    """Lines of configuration to be filled in, below the clause and name of each entry."""
    about = ""
    for term, entry in found:
        names = "" if isinstance(entry, NotModelled) else entry.names.get(view.lang)
        heading = " ".join(filter(None, [*view.plain[entry.id]["clause"][:1], names]))
        if heading != about:
            about = heading
            yield f"## {heading}"
        yield f'# "{term.name}" = {_shape(term)}'


def _form(view: View, term: OpenTerm) -> str:
    if len(term.words) > _MOST:
        return view.say("form.key")
    form = view.say(f"form.{term.form}")
    if not term.words:
        return form
    return form + view.say("colon") + view.say("comma").join(f"`{word}`" for word in term.words)


def _shape(term: OpenTerm) -> str:
    if term.form == "choice":
        words = " | ".join(term.words) if len(term.words) <= _FEW else "…"
        return f'"{words}"'
    return SHAPES["minutes" if is_duration(term.name) else term.form]


def _labels(view: View) -> Iterator[str]:
    labels = [entry for entry in view.pack.entries if isinstance(entry, Label)]
    yield f"## {view.say('labels')}"
    if not labels:
        yield view.say("no_labels")
    for label in labels:
        yield f"({view.anchor('label', label.id)})="
        name = link(view.name(label), view.entry_anchor(label))
        yield f"### {view.name(label)}"
        yield f"{name} `{label.id}`{view.say('bracketed', text=view.refs(label))}"
        yield _items(view, label) if label.items else view.say("no_items")
        yield from filter(None, [view.text(label.note)])


def _items(view: View, label: Label) -> str:
    """The names of a list; with their clauses, where one has a clause of its own."""
    own = [() if item.cites == label.cites else item.cites for item in label.items]
    header = [view.say("item"), "中文", "English"]
    rows = [[f"`{item.name}`", item.names.zh, item.names.en] for item in label.items]
    if any(own):
        header.append(view.say("clause"))
        for row, cites in zip(rows, own, strict=True):
            row.append(view.say("comma").join(dict.fromkeys(cite.ref for cite in cites)))
    return table(header, rows)
