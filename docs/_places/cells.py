"""What one place says of one key: the values, how binding they are, and the clause."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from _packs.view import View, link
from _packs.wording import asked, owed_by

from fengqiao.errors import Lang
from fengqiao.packs.read_duty import REQUIREMENTS
from fengqiao.rules import Band, Duty, Measure, Norm, Role, Sheet, core_catalogue

from .texts import TEXTS

Judged = Norm | Duty | Band | Role | Sheet

PLACES = ("gongxian", "lanling", "wuhai", "laixi", "binhai")
"""The packs that are compared, by the day of their document."""

_FIELDS = "|".join(sorted(REQUIREMENTS))
_CODE = re.compile(rf" `(?:{_FIELDS})`")
_AWAY = re.compile(r"\[(`[^`]+`)\]\([^)#]*\.md#[^)]*\)")
"""A link from a pack's page to another page, which does not lead there from here."""


@dataclass(frozen=True)
class Place:
    """A pack as a column of the page.

    Attributes:
        by_key: Entries that are judged, by key of the catalogue.
        own: Entries that are judged by a measure of the pack's own.
    """

    view: View
    by_key: Mapping[str, tuple[Judged, ...]]
    own: tuple[Judged, ...]

    @classmethod
    def of(cls, pack: str, lang: Lang) -> Place:
        """An installed pack."""
        view = View.of(pack, lang)
        core = core_catalogue().keys
        measures = {one.key for one in view.pack.entries if isinstance(one, Measure)}
        by_key: dict[str, tuple[Judged, ...]] = {}
        own: list[Judged] = []
        for entry in view.pack.entries:
            if isinstance(entry, Judged):
                if entry.key in measures and entry.key not in core:
                    own.append(entry)
                else:
                    by_key[entry.key] = (*by_key.get(entry.key, ()), entry)
        return cls(view, by_key, tuple(own))

    @property
    def name(self) -> str:
        """What the column is called: the pack's page."""
        name = self.view.text(self.view.pack.names)
        short = re.split(r"[::]|(?<=[市县镇区])", name, maxsplit=1)[0]
        return short or name


def say(key: str, lang: Lang, /, **facts: object) -> str:
    """A fixed text in a language."""
    return TEXTS[key][lang == "zh"].format(**facts)


def forces(entry: Judged) -> tuple[str, ...]:
    """How binding an entry is, in each of its phases."""
    if isinstance(entry, (Norm, Duty)):
        return tuple(dict.fromkeys(phase.force for phase in entry.phases))
    return (entry.force,)


def clauses(place: Place, entry: Judged) -> str:
    """The clauses of an entry, the first of them leading to the entry in full."""
    view = place.view
    first, *others = view.refs(entry).split(view.say("comma"))
    return view.say("comma").join([link(first, view.entry_anchor(entry)), *others])


def told(place: Place, entry: Judged) -> str:
    """What an entry asks, on one line, without the words of the file format."""
    lang = place.view.lang
    lines = (_AWAY.sub(r"\1", _CODE.sub("", line)) for line in asked(place.view, entry))
    return say("semicolon", lang).join(lines)


def binding(place: Place, entry: Judged) -> str:
    """How binding it is, in words."""
    return say("comma", place.view.lang).join(map(place.view.force, forces(entry)))


def cell(place: Place, key: str) -> str:
    """All that a place says of a key; a dash where it says nothing."""
    lang = place.view.lang
    lines = []
    for entry in place.by_key.get(key, ()):
        owed = owed_by(place.view, entry)
        said = {
            "asks": told(place, entry),
            "force": binding(place, entry),
            "clause": clauses(place, entry),
        }
        lines.append(say("cell", lang, owed=owed, **said) if owed else say("cell_short", lang, **said))
    return "<br><br>".join(lines) or say("none", lang)


def dated(place: Place) -> Iterator[tuple[tuple[date, ...], Judged]]:
    """Entries with a day by which, or from and until which, something holds."""
    for entry in _judged(place):
        if not isinstance(entry, (Norm, Duty)):
            continue
        days: list[date] = []
        for phase in entry.phases:
            if phase.by is not None:
                days += [phase.by.days[0], phase.by.days[-1]]
            if phase.effective_until is not None:
                days.append(phase.effective_until)
        if days:
            yield tuple(sorted(set(days))), entry


def _judged(place: Place) -> Iterable[Judged]:
    return [entry for entry in place.view.pack.entries if isinstance(entry, Judged)]
