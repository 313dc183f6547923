"""What tests of indicators share: the column of one norm in a small town."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from fengqiao.measures import Column
from fengqiao.model.registry import Registers
from fengqiao.rules import Comparison

if TYPE_CHECKING:
    from tests.unit.conftest import Build

Of = tuple[tuple[str, Comparison], ...]
ColumnOf = Callable[..., Column]
Filter = Callable[..., Of]

PREMISES = {
    "area": "990101001001",
    "station": "ST1",
    "kind": "hotel",
    "filed": True,
    "undertaking": True,
}


def premises(number: int, **changes: object) -> dict[str, Any]:
    """Premises of this number in the one community."""
    return {"premises": f"PREM{number:04}", **PREMISES, **changes}


@pytest.fixture
def column_of(build: Build) -> ColumnOf:
    """Gives the column of a norm on a key, judged for one kind of subject in July 2018."""

    def find(
        key: str,
        each: str,
        registers: Registers,
        of: Of = (),
        *,
        per: str | None = None,
        limit: object = 80,
        unless: tuple[str, ...] = (),
        **events: list[dict[str, Any]],
    ) -> Column:
        phase = build.norm_phase(limit=limit, of=of, unless=unless)
        norm = build.norm(phase, key=key, each=(each,), per=per)
        tasks = build.tasks(build.rules(build.pack(norm)), registers, build.request())
        (found,) = build.answer(tasks, registers, **events)
        assert found.column is not None
        return found.column

    return find


@pytest.fixture
def only(build: Build) -> Filter:
    """Makes a filter: `only(kind={"hotel"})`."""

    def make(op: str = "any_of", **words: set[str]) -> Of:
        return tuple((name, build.comparison(op, frozenset(some))) for name, some in words.items())

    return make
