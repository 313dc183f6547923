"""One pack, seen by a reader of one language: its parts, and words for what stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from fengqiao.errors import Lang
from fengqiao.judging import word
from fengqiao.judging.wording import Wording
from fengqiao.measures import Indicators
from fengqiao.model import KINDS
from fengqiao.packs import Account, Setup, TracedClause, describe, set_up, trace
from fengqiao.packs.read_duty import REQUIREMENTS
from fengqiao.rules import (
    AnyEntry,
    Band,
    Catalogue,
    Clause,
    Counting,
    Duty,
    Label,
    Measure,
    Norm,
    NotModelled,
    Pack,
    Role,
    Sheet,
    Words,
    cites_of,
    core_catalogue,
)
from fengqiao.rules.entries import NAMES
from fengqiao.rules.windows import unit_of

from .texts import FILTERS, PER, PREVIOUS, TEXTS

Carried = Norm | Duty | Band | Role | Sheet | Label | Measure | Counting
"""Entries that carry something: all but those that say what is left out."""

_SPECIAL = re.compile(r"([\\`*_\[\]<>{}$#])")


@dataclass(frozen=True)
class Home:
    """The place at which an entry stands in full."""

    clause: Clause
    part: int | None
    account: Account


@cache
def _set_up(pack: str | Path) -> Setup:
    return set_up([pack])


@dataclass(frozen=True)
class View:
    """A pack and a language.

    Attributes:
        plain: What `fengqiao show --json` says of each entry, by its id.
    """

    pack: Pack
    catalogue: Catalogue
    indicators: Indicators
    lang: Lang
    traced: tuple[TracedClause, ...]
    plain: Mapping[str, dict[str, Any]]

    @classmethod
    def of(cls, named: str | Path, lang: Lang) -> View:
        """An installed pack, or one in a folder."""
        setup = _set_up(named)
        pack, catalogue = next(iter(setup.rules.packs.values())), setup.rules.catalogue
        entries: Any = describe(pack, catalogue)["entries"]
        plain = {entry.id: one for entry, one in zip(pack.entries, entries, strict=True)}
        return cls(pack, catalogue, setup.indicators, lang, trace(pack), plain)

    # -- words -----------------------------------------------------------------------------

    def say(self, key: str, /, **facts: object) -> str:
        """A fixed text in the language."""
        return TEXTS[key][self.lang == "zh"].format(**facts)

    def per(self, unit: str) -> str:
        """How often, in words: `a month`."""
        if unit[:1].isdigit():
            return ("every ", "每 ")[self.lang == "zh"] + self.wording.amount(unit)
        name, is_previous = unit_of(unit)
        per = PER.get(name or unit, (unit, unit))[self.lang == "zh"]
        return PREVIOUS[self.lang == "zh"].format(per=per) if is_previous else per

    def text(self, words: Words) -> str:
        """A text of the pack, safe in Markdown."""
        return escaped(words.get(self.lang))

    def filter_name(self, name: str) -> str:
        """What `where` or `of` filters by, in words."""
        if name in FILTERS:
            return FILTERS[name][self.lang == "zh"]
        if name in self.catalogue.keys:
            return self.catalogue.keys[name].names.get(self.lang)
        fields = (kind.fields[name] for kind in KINDS.values() if name in kind.fields)
        spec = next(fields, None)
        return (spec.zh if self.lang == "zh" else spec.en) if spec else f"`{name}`"

    def subject(self, kind: str) -> str:
        """A kind of subject or a role in words."""
        for vocabulary in ("subject_kind", "role"):
            names = self.catalogue.vocabularies[vocabulary].words.get(kind)
            if names:
                return names.get(self.lang)
        return kind

    def called(self, names: Iterable[str]) -> str:
        """Subjects that the pack's own lists name: `Xiagezhuang`."""
        labels = [one for one in self.pack.entries if isinstance(one, Label)]
        known = {
            item.name: self.text(item.names) or item.name
            for label in labels
            if label.key.startswith(NAMES)
            for item in label.items
        }
        return self.say("comma").join(known.get(name, name) for name in names)

    def subjects(self, kinds: Iterable[str]) -> str:
        """Kinds of subject or roles in words."""
        return self.say("comma").join(map(self.subject, kinds))

    @cached_property
    def wording(self) -> Wording:
        """The library's own words for codes and amounts."""
        packs = {self.pack.id: self.pack}
        return Wording(packs=packs, catalogue=self.catalogue, lang=self.lang)

    # -- entries and where they stand ------------------------------------------------------

    def name(self, entry: AnyEntry) -> str:
        """The name of an entry; that of its key where it has none."""
        if isinstance(entry, NotModelled):
            return self.say("left_out")
        key = self.catalogue.keys.get(entry.key)
        return self.text(entry.names) or (key.names.get(self.lang) if key else "") or entry.id

    def force(self, force: str) -> str:
        """How binding, in words."""
        return word(force, self.lang)

    def requirement(self, name: str) -> str:
        """A requirement in words; one that is a topic of a meeting by the topic's name."""
        requirement = REQUIREMENTS.get(name, name)
        known = word(requirement, self.lang)
        return self.wording.listed([name], "topics") if known == name else known

    @cached_property
    def _homes(self) -> Mapping[str, Home]:
        homes: dict[str, Home] = {}
        for traced in self.traced:
            clause = traced.clause
            places = [Home(clause, None, account) for account in traced.undivided]
            for part in traced.parts:
                places += [Home(clause, part.number, account) for account in part.accounts]
            for place in places:
                entry = place.account.entry
                first = next(iter(cites_of(entry))).whole
                known = homes.get(entry.id)
                here = (clause.source, clause.ref) == (first.source, first.ref)
                if known is None or (here and known.clause.ref != first.ref):
                    homes[entry.id] = place
        return homes

    def home(self, entry: AnyEntry) -> Home:
        """Where an entry stands in full: under the first clause that it cites."""
        return self._homes[entry.id]

    def ref(self, clause: Clause) -> str:
        """A clause's reference; with its source where the pack has several."""
        return f"{clause.source}:{clause.ref}" if len(self.pack.sources) > 1 else clause.ref

    def refs(self, entry: AnyEntry) -> str:
        """The clauses of an entry with their parts, as the pack writes them: `一(三)#2`."""
        several = len(self.pack.sources) > 1
        return self.say("comma").join(
            (f"{cite.source}:" if several else "")
            + cite.ref
            + (f"#{cite.part}" if cite.part else "")
            for cite in cites_of(entry)
        )

    def anchor(self, kind: str, name: str) -> str:
        """A name for a place on these pages, the same in every build."""
        bare = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
        return f"{self.pack.id}-{self.lang}-{kind}-{bare}"

    def entry_anchor(self, entry: AnyEntry) -> str:
        """Where an entry stands in full."""
        if isinstance(entry, NotModelled):
            left_out = [one for one in self.pack.entries if isinstance(one, NotModelled)]
            return self.anchor("left-out", str(left_out.index(entry) + 1))
        return self.anchor("entry", entry.id)

    def clause_anchor(self, clause: Clause, part: int | None = None) -> str:
        """Where a clause, or a part of it, stands."""
        place = str(self.pack.clauses.index(clause) + 1)
        return self.anchor("clause", place if part is None else f"{place}-{part}")

    def key_link(self, name: str) -> str:
        """A key, with its place in the catalogue where it is the core's."""
        if name not in core_catalogue().keys:
            return f"`{name}`"
        up = "../" * (3 if self.lang == "zh" else 2)
        return f"[`{name}`]({up}reference/catalogue.md#{name.replace('.', '').lower()})"


def is_duration(term: str) -> bool:
    """Whether an open term says how long something takes, which only plans need."""
    return term.endswith(".minutes")


def escaped(text: str) -> str:
    """A text without meaning to Markdown, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def link(text: str, anchor: str) -> str:
    """A link to a place on these pages."""
    return f"[{text}](#{anchor})"


def facts(rows: Iterable[tuple[str, str | list[str]]]) -> str:
    """Names and values in two columns."""
    return f":::{{container}} pack-facts\n\n{fields(rows)}\n:::"


def fields(rows: Iterable[tuple[str, str | list[str]]]) -> str:
    """Names and values below each other; a list stands as one, and what is empty is left out."""
    lines: list[str] = []
    for name, value in rows:
        if isinstance(value, str):
            lines += [f":{name}: {value}"] if value else []
        elif len(value) == 1:
            lines.append(f":{name}: {value[0]}")
        elif value:
            lines += [f":{name}:", *(f"  - {one}" for one in value)]
    return "\n".join(lines)
