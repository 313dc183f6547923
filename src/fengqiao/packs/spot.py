"""Where the reader is in the files of a pack, and the list on which it puts what is wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Self

from attrs import evolve, field, frozen

from fengqiao.errors import Fault, Place
from fengqiao.packs.places import Path, Places
from fengqiao.rules.entries import Origin

_PLAIN = re.compile(r"[A-Za-z_.]{1,40}")
_NOTHING: tuple[object, ...] = ((), [])
_WITH_DIGITS = frozenset({"sha256"})


@frozen
class Spot:
    """A path in a file, and the list of all faults found so far.

    Attributes:
        file: As faults name it: `wuhai/data/visits.toml`.
        path: From the top of the file.
        faults: Shared by all spots of one reading.
        unread: Fields that stand in a file and could not be read; shared likewise.
        chinese: Names and words by their Chinese label, to offer where one was written.
    """

    file: str
    places: Places
    faults: list[Fault]
    path: Path = ()
    unread: set[tuple[str, Path]] = field(factory=set)
    chinese: Mapping[str, tuple[str, ...]] = field(factory=dict, repr=False)

    def at(self, *steps: str | int) -> Self:
        """A spot further in."""
        return evolve(self, path=(*self.path, *steps))

    @property
    def name(self) -> str:
        """The field's name as it may be repeated: `where.kind`; the table's where there is none."""
        names = [step for step in self.path[1:] if isinstance(step, str)]
        return shown_name(".".join(names)) if names else self.table

    @property
    def table(self) -> str:
        """The name of the table around it."""
        return shown_name(str(self.path[0])) if self.path else "?"

    @property
    def origin(self) -> Origin:
        """File and line of the key."""
        place = self.places.of_key(self.path)
        return Origin(file=self.file, line=place[0] if place else 1)

    def mark_unread(self, name: str) -> None:
        """Remember that a field stands here that could not be read."""
        self.unread.add((self.file, (*self.path, name)))

    def absent(self, code: str, *names: str, **facts: object) -> None:
        """Note that something is missing, unless it stands there and could not be read.

        Args:
            code: The fault's code.
            names: Fields of which one would have been enough.
            facts: Named in the text.
        """
        if not any((self.file, (*self.path, name)) in self.unread for name in names):
            self.fault(code, at_key=True, **facts)

    def fault(self, code: str, *, at_key: bool = False, **facts: object) -> None:
        """Note that something is wrong here.

        Args:
            code: The fault's code.
            at_key: Point at the key, not at its value.
            facts: Named in the text; `field` and `table` are added.
        """
        found = self.places.of_key(self.path) if at_key else self.places.of_value(self.path)
        line, column = found or (None, None)
        named = {name: fact for name, fact in facts.items() if fact not in _NOTHING}
        facts = {"field": self.name, "table": self.table, **named}
        self.faults.append(Fault(code, facts, Place(self.file, line, column)))


def shown_name(name: str) -> str:
    """A key's name where it may be repeated: letters, dots and underscores only, at most 40.

    A name with digits or other characters might be a value in the wrong place.
    """
    return name if _PLAIN.fullmatch(name) or name in _WITH_DIGITS else "?"
