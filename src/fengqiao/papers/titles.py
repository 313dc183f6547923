"""What blocks of a plan are called: entries, places and people by name, hours as a clock."""

from __future__ import annotations

from collections.abc import Mapping

from fengqiao.errors import Lang
from fengqiao.papers.texts import say
from fengqiao.planning import Placed
from fengqiao.rules import Entry, Norm, entry_of
from fengqiao.timing import Span
from fengqiao.workspace import Workspace

_COUNTED: Mapping[str, str] = {
    "contacts": "次",
    "days": "天",
    "households": "户",
    "people": "人次",
    "premises": "家",
    "services": "次",
}
"""Chinese words for one of what is counted."""
_PIECES = "件"
_THERE = ("any_of", "all_of", "exactly")
_NAMED = ("area", "station")
"""Registers whose entries have a name."""


def hours_of(minutes: int) -> str:
    """Hours and minutes: `7:30`."""
    return f"{minutes // 60}:{minutes % 60:02}"


def title_of(workspace: Workspace, entry_id: str, lang: Lang, *, item: str = "") -> str:
    """Name of an entry by id, or of its key; of what a meeting agreed to do, that too.

    Args:
        workspace: Knows the entries.
        entry_id: Id of the entry.
        lang: `en` or `zh`.
        item: Id of the due item.
    """
    name, entry = entry_id, _entry(workspace, entry_id)
    if entry is not None:
        key = workspace.catalogue.keys.get(entry.key)
        name = entry.names.get(lang) or (key.names.get(lang) if key else "") or entry_id
    return f"{name} / {say('agreed', lang)}" if is_agreed(item) else name


def is_agreed(item: str) -> bool:
    """Whether a due item is something that a meeting agreed to do, by its id."""
    return ":action_item@" in item


def block_title(workspace: Workspace, block: Placed, lang: Lang) -> str:
    """What a block is, and how many of it; of visits that are named, how many visits."""
    what = title_of(workspace, block.entry, lang, item=block.item)
    units = len(block.refs) or block.units
    if units <= 1:
        return what
    return say("times", lang, what=what, units=units, unit=unit_word(workspace, block.entry))


def unit_word(workspace: Workspace, entry_id: str) -> str:
    """The Chinese word for one of what an entry counts: households, premises, days."""
    entry = _entry(workspace, entry_id)
    key = workspace.catalogue.keys.get(entry.key) if entry is not None else None
    return _COUNTED.get(key.unit, _PIECES) if key is not None else _PIECES


def kinds_of_place(workspace: Workspace, block: Placed, lang: Lang) -> str:
    """At what sort of place it is to be done, where the source says: homes, the fields."""
    entry = _entry(workspace, block.entry)
    if not isinstance(entry, Norm):
        return ""
    words = workspace.catalogue.vocabularies["visit_place"].words
    of = {
        word
        for phase in entry.phases
        if phase.holds_on(block.day)
        for name, one in phase.of
        if name == "place" and one.op in _THERE
        for word in one.words
    }
    between = "、" if lang == "zh" else ", "
    return between.join(words[one].get(lang) for one in words if one in of)


def _entry(workspace: Workspace, entry_id: str) -> Entry | None:
    for pack in workspace.packs.values():
        entry = entry_of(pack, entry_id)
        if isinstance(entry, Entry):
            return entry
    return None


def names_of(
    workspace: Workspace, span: Span, lang: Lang, names: Mapping[str, str] | None = None
) -> dict[str, str]:
    """What places are called: as the registers have it, unless the caller says otherwise.

    Args:
        workspace: Knows the registers.
        span: Days on which a register's name counts.
        lang: `en` or `zh`.
        names: By id of staff, places and references; used for this call, and kept nowhere.
    """
    registers = workspace.registers(span)
    found: dict[str, str] = {}
    for kind in _NAMED:
        found |= {key: name for key, name in registers.table(kind).rows(kind, "name") if name}
    for (room,) in registers.table("police_room").rows("room"):
        found[room] = say("room", lang, room=room)
    return {**found, **(names or {})}
