"""Overlays: what somebody put in the place of a source's values."""

from __future__ import annotations

from datetime import date

from attrs import frozen


@frozen(kw_only=True)
class Override:
    """One value of an overlay.

    Attributes:
        entry: Entry id.
        field: What of it, as open terms are named; None: the whole entry is dropped.
        on: Day whose phase is meant; None: every phase that states the field.
        value: As it was given, in the notation of packs.
    """

    entry: str
    field: str | None = None
    on: date | None = None
    value: str = ""

    def __str__(self) -> str:
        """As explanations show it: `visits.households.at_least = 60`."""
        if self.field is None:
            return f"{self.entry} = none"
        on = f" @ {self.on.isoformat()}" if self.on else ""
        return f"{self.entry}.{self.field}{on} = {self.value}"


@frozen(kw_only=True)
class Overlay:
    """Values that somebody put in the place of a source's, to see what would follow.

    Attributes:
        name: As receipts name it.
        sha256: Of what it changes.
    """

    name: str
    sha256: str
    overrides: tuple[Override, ...]

    def on_entry(self, entry_id: str) -> tuple[Override, ...]:
        """What it changes in one entry."""
        return tuple(one for one in self.overrides if one.entry == entry_id)
