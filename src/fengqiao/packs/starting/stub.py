"""An entry that a person finishes by choosing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from attrs import evolve, frozen

from fengqiao.packs.starting.amounts import Value

Table = Literal["norm", "duty", "band", "sheet", "label", "not_modelled"]
CHOOSE = "choose:"


@frozen(kw_only=True)
class Stub:
    """An entry that a person finishes by choosing.

    Attributes:
        table: Which table it is written in.
        clause: The clause that it cites.
        line, column: Where its number or word stands.
        near: At most 8 characters of the text, to find the place by.
        fields: Its other fields, as a pack writes them.
        more: Other clauses that it cites as well.

    Units:
        line, column: counted from 1
    """

    table: Table
    clause: str
    line: int
    column: int
    near: str
    fields: Mapping[str, Value]
    more: tuple[str, ...] = ()

    def citing(self, clauses: Sequence[str]) -> Stub:
        """The stub with these clauses beside its own."""
        return evolve(self, more=tuple(one for one in clauses if one != self.clause))


def choose(names: Sequence[str]) -> str:
    """What stands in a field until a person chooses."""
    return f"{CHOOSE} {' | '.join(names)}".rstrip()
