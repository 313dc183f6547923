"""What every entry of a pack has: its names, its clauses, and where it stands."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from fengqiao.rules.sources import Cite, Origin, Words

PlacesMay = Literal["replace", "tighten", "nothing"]


@frozen(kw_only=True)
class Entry:
    """What every entry has."""

    pack: str
    id: str
    key: str
    cites: tuple[Cite, ...]
    names: Words = Words()
    note: Words = Words()
    reading: Words = Words()
    other: Words = Words()
    verified: bool = True
    places_may: PlacesMay = "replace"
    origin: Origin
