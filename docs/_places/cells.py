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

PLACES: Mapping[str, tuple[str, str]] = {
    "gongxian": ("Gongxian", "珙县"),
    "lanling": ("Lanling", "兰陵"),
    "wuhai": ("Wuhai", "乌海"),
    "laixi": ("Laixi", "莱西"),
    "binhai": ("Binhai", "滨海"),
}
"""The packs that are compared, by the day of their document: what their columns are called."""

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
        """What the column is called."""
        return PLACES[self.view.pack.id][self.view.lang == "zh"]


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
    lines = asked(place.view, entry)
    if isinstance(entry, Duty):  # who does it stands before it
        lines = [line for line in lines if " `who`" not in line]
    plain = (_AWAY.sub(r"\1", _CODE.sub("", line)) for line in lines)
    return say("semicolon", place.view.lang).join(plain)


def owed(place: Place, entry: Judged) -> str:
    """Whom it is asked of, and who does it where that is somebody else."""
    if isinstance(entry, Duty) and set(entry.who) == set(entry.each):
        return place.view.say("each", each=place.view.subjects(entry.each))
    return owed_by(place.view, entry)


def binding(place: Place, entry: Judged) -> str:
    """How binding it is, in words."""
    return say("comma", place.view.lang).join(map(place.view.force, forces(entry)))


def cell(place: Place, key: str) -> str:
    """All that a place says of a key; a dash where it says nothing."""
    lang = place.view.lang
    lines = []
    for entry in place.by_key.get(key, ()):
        facts = {
            "owed": owed(place, entry),
            "asks": told(place, entry),
            "force": binding(place, entry),
            "clause": clauses(place, entry),
        }
        lines.append(say("cell" if facts["owed"] else "cell_short", lang, **facts))
    return "<br><br>".join(lines) or say("none", lang)


def dated(place: Place) -> Iterator[tuple[tuple[date, ...], Judged]]:
    """Entries with a day by which, or else until which, something holds.

    Where a document says by when, the day before the next phase begins is none of its days.
    """
    for entry in _judged(place):
        if not isinstance(entry, (Norm, Duty)):
            continue
        phases = entry.phases
        days = [
            day
            for one in phases
            if one.by and one.by.days
            for day in (one.by.days[0], one.by.days[-1])
        ]
        days = days or [one.effective_until for one in phases if one.effective_until]
        if days:
            yield tuple(sorted(set(days))), entry


def _judged(place: Place) -> Iterable[Judged]:
    return [entry for entry in place.view.pack.entries if isinstance(entry, Judged)]
