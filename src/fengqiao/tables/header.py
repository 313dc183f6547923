"""From a header to fields: what each column means, and everything that is wrong with a header."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from string import ascii_uppercase

from attrs import frozen

from fengqiao.model import Kind
from fengqiao.rules.catalogue import close_names
from fengqiao.tables.cells import unwrapped
from fengqiao.tables.choosing import Choice, choices
from fengqiao.tables.faults import TableFaults
from fengqiao.tables.header_words import is_header
from fengqiao.tables.layout import Layout
from fengqiao.tables.template import REQUIRED
from fengqiao.tables.words import lookup, plain

_SEPARATORS = {"\t": "TAB", ";": ";", "|": "|"}


@frozen
class Binding:
    """What the columns of a table mean.

    Attributes:
        places: Field -> number of its column, from 0.
        shown: Field -> how faults name it: its column as the header has it, and the field.
        width: Number of columns.
        choices: What columns say of each row: whether it is read.
    """

    places: Mapping[str, int]
    shown: Mapping[str, str]
    width: int
    choices: tuple[Choice, ...] = ()


class Header:
    """Binds headers of one kind's tables to its fields.

    Args:
        kind: The kind of fact.
        layout: How the table is written.
    """

    def __init__(self, kind: Kind, layout: Layout) -> None:
        self.kind, self.layout = kind, layout
        self._fields = lookup(
            (text, name) for name, spec in kind.fields.items() for text in (name, spec.en, spec.zh)
        )
        self._labels = {
            text: name for name, spec in kind.fields.items() for text in (name, spec.en, spec.zh)
        }
        self._mapped = {plain(text): self.field(name) for text, name in layout.columns.items()}
        self._ignored = {plain(text) for text in layout.ignore}
        self.constants = {
            name: text
            for given, text in layout.constants.items()
            if (name := self.field(given)) is not None
        }
        self.values = {
            name: words
            for given, words in layout.values.items()
            if (name := self.field(given)) is not None
        }
        self._duration = None if layout.minutes is None else plain(layout.minutes)
        self._choosing = {plain(text) for text in (*layout.only, *layout.skip)}
        self.minted = {name for given in layout.mint if (name := self.field(given)) is not None}

    def field(self, text: str) -> str | None:
        """The field that a name or label means, or None."""
        return self._fields.get(plain(text))

    def layout_faults(self) -> Iterator[tuple[str, dict[str, object]]]:
        """What is wrong with the layout itself, whatever the table holds."""
        known = {"kind": self.kind.name, "fields": tuple(self.kind.fields)}
        lacking = [
            (what, number)
            for what, given in (
                ("columns", self.layout.columns.values()),
                ("constants", self.layout.constants),
                ("mint", self.layout.mint),
                ("values", self.layout.values),
            )
            for number, name in enumerate(given, start=1)
            if self.field(name) is None
        ]
        yield from (
            ("table.no_field", {**known, "argument": what, "number": number})
            for what, number in lacking
        )
        if self.minted - set(self.kind.refs):
            yield "table.mint", {"fields": self.kind.refs or "-"}
        if self.minted and self.layout.secret is None:
            yield "table.no_secret", {}
        if self._duration is not None and "ended_at" not in self.kind.fields:
            yield "table.no_duration", {"kind": self.kind.name}

    def bind(self, names: Sequence[str], line: int, faults: TableFaults) -> Binding | None:
        """What columns of these names mean; None where something is wrong with them.

        Args:
            names: The header's cells.
            line: Its line.
            faults: Where faults go.
        """
        while names and not names[-1].strip():
            names = names[:-1]
        texts = [unwrapped(name) for name in names]
        keys = [self._key(text) if isinstance(text, str) else "" for text in texts]
        found = [self._meaning(key) for key in keys]
        if not any(found):
            self._tell_no_header(names, line, faults)
            return None
        before = len(faults)
        self._tell_unknown(keys, found, line, faults)
        self._tell_twice(found, line, faults)
        self._tell_unused(keys, line, faults)
        self._tell_missing(found, line, faults)
        if len(faults) > before:
            return None
        places = {name: place for place, name in enumerate(found) if name}
        shown = {name: self._shown(name, str(texts[place])) for name, place in places.items()}
        shown |= {name: self._shown(name, name) for name in self.constants}
        chosen = choices(self.layout.only, self.layout.skip, keys)
        return Binding(places, shown, len(names), chosen)

    def _key(self, text: str) -> str:
        """A header as it is compared; the star of a template's column is no part of it."""
        key = plain(text)
        bare = key.removesuffix(REQUIRED)
        return bare if bare in self._fields and key not in {*self._mapped, *self._ignored} else key

    def _meaning(self, key: str) -> str | None:
        if key == self._duration:
            return "ended_at"
        if key in self._mapped:
            return self._mapped[key]
        return None if key in self._ignored else self._fields.get(key)

    def _shown(self, name: str, header: str) -> str:
        full = f"{self.kind.name}.{name}"
        return full if plain(header).removesuffix(REQUIRED) == plain(name) else f"{header} ({full})"

    def _tell_no_header(self, names: Sequence[str], line: int, faults: TableFaults) -> None:
        one = names[0] if len(names) == 1 else ""
        found = next((shown for sign, shown in _SEPARATORS.items() if sign in one), None)
        if found is not None:
            faults.add("table.separator", line, found=found)
        else:
            faults.add("table.no_header", line, kind=self.kind.name)

    def _tell_unknown(
        self, keys: Sequence[str], found: Sequence[str | None], line: int, faults: TableFaults
    ) -> None:
        unknown = [
            place
            for place, (key, name) in enumerate(zip(keys, found, strict=True))
            if name is None and key not in {*self._ignored, *self._mapped, *self._choosing}
        ]
        if unknown:
            close = [label for place in unknown for label in close_names(keys[place], self._labels)]
            shown = [
                f"{letters(place)} ({keys[place]})" if is_header(keys[place]) else letters(place)
                for place in unknown
            ]
            faults.add(
                "table.unknown_columns",
                line,
                columns=shown,
                close=list(dict.fromkeys(close)),
            )

    def _tell_twice(self, found: Sequence[str | None], line: int, faults: TableFaults) -> None:
        for name, times in Counter(name for name in found if name).items():
            places = [letters(place) for place, one in enumerate(found) if one == name]
            places += ["--set"] if name in self.constants else []
            if times > 1 or name in self.constants:
                faults.add("table.column_twice", line, field=self._named(name), columns=places)

    def _tell_unused(self, keys: Sequence[str], line: int, faults: TableFaults) -> None:
        for option, given in (
            ("--map", self._mapped),
            ("--only", self.layout.only),
            ("--skip", self.layout.skip),
            ("--minutes", filter(None, [self._duration])),
        ):
            unused = [number for number, key in enumerate(given, 1) if plain(key) not in keys]
            if unused:
                faults.add("table.map_unused", line, option=option, numbers=unused)

    def _tell_missing(self, found: Sequence[str | None], line: int, faults: TableFaults) -> None:
        missing = [
            self._named(name)
            for name, spec in self.kind.fields.items()
            if name != "id"
            and not spec.optional
            and not spec.several
            and name not in found
            and name not in self.constants
        ]
        if missing:
            is_event = self.kind.nature == "event"
            area = self._named("area") if is_event and "area" in self.kind.fields else ""
            faults.add(
                "table.missing_columns",
                line,
                kind=self.kind.name,
                fields=missing,
                **({"area": area} if area in missing else {}),
            )
        if (
            "id" not in found
            and self.kind.nature == "event"
            and self.kind.refs
            and self.layout.secret is None
        ):
            faults.add("table.no_id", line, kind=self.kind.name)

    def _named(self, name: str) -> str:
        return f"{name} ({self.kind.fields[name].zh})"


def letters(place: int) -> str:
    """The letters by which a spreadsheet names a column: A, B ... Z, AA.

    Args:
        place: Number of the column, from 0.
    """
    text = ""
    place += 1
    while place:
        place, last = divmod(place - 1, len(ascii_uppercase))
        text = ascii_uppercase[last] + text
    return text
