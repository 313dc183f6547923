"""What the store in memory knows of cases, so that no step need look through all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import Factory, define

from fengqiao.model import Table
from fengqiao.store.case_order import Held

Cells = Mapping[str, Any]


@define
class CasesHeld:
    """Where the steps of cases stand: their ids by case and number, and the case of each party."""

    steps: dict[str, dict[int, str]] = Factory(dict)
    homes: dict[str, str] = Factory(dict)

    @classmethod
    def of(cls, steps: Iterable[Cells]) -> CasesHeld:
        """Of all steps that are held."""
        found = cls()
        for cells in steps:
            found.add(cells)
        return found

    def add(self, cells: Cells) -> None:
        """One more step."""
        self.steps.setdefault(cells["case"], {})[cells["seq"]] = cells["id"]
        if cells["party"] is not None:
            self.homes[cells["party"]] = cells["case"]

    def held(self, table: Table) -> Held:
        """What is held of the cases and parties of a batch."""
        steps = {
            (case, seq): id_
            for case in set(table["case"])
            for seq, id_ in self.steps.get(case, {}).items()
        }
        parties = set(table["party"]) & self.homes.keys()
        return Held(steps, {party: self.homes[party] for party in parties})

    def copy(self) -> CasesHeld:
        """Cases that can be changed without changing these."""
        return CasesHeld({case: dict(held) for case, held in self.steps.items()}, dict(self.homes))
