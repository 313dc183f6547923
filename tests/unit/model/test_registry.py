from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from fengqiao.model.registry import NEVER, Registers
from fengqiao.timing import Span

if TYPE_CHECKING:
    from tests.unit.conftest import Build

JULY = Span(date(2018, 7, 1), date(2018, 7, 31))


def recorded(build: Build, *spans: tuple[str | None, date, date | None]) -> Registers:
    """Registers in which visits are declared as recorded: area, first and last day."""
    rows = [
        {"key": "visit", "area": area, "since": since, "until": until, "id": f"R{number}"}
        for number, (area, since, until) in enumerate(spans)
    ]
    return build.registers(recording=rows)


@pytest.mark.parametrize(
    ("since", "until", "recorded_in_july"),
    [
        (date(2018, 7, 1), None, True),
        (date(2018, 7, 1), date(2018, 7, 31), True),
        (date(2018, 7, 2), None, False),
        (date(2018, 1, 1), date(2018, 7, 30), False),
    ],
)
def test_every_day_must_be_declared(
    build: Build, since: date, until: date | None, *, recorded_in_july: bool
) -> None:
    """A declaration that leaves out one day of the span does not cover it."""
    registers = recorded(build, (None, since, until))
    assert registers.is_recorded("visit", "990101001", JULY) == recorded_in_july


def test_two_declarations_may_cover_a_span_together(build: Build) -> None:
    """One ends where the other begins."""
    registers = recorded(
        build,
        (None, date(2018, 1, 1), date(2018, 7, 15)),
        ("9901", date(2018, 7, 16), None),
    )
    assert registers.is_recorded("visit", "990101001", JULY)


@pytest.mark.parametrize(
    ("area", "covered"), [("990101", True), ("990101001", True), ("990101002", False)]
)
def test_declaration_for_an_area_holds_inside_it(build: Build, area: str, *, covered: bool) -> None:
    """What a district declares holds for its streets, not the other way round."""
    registers = recorded(build, (area, date(2018, 1, 1), None))
    assert registers.is_recorded("visit", "990101001", JULY) == covered


def test_other_keys_are_not_declared(build: Build) -> None:
    """Declaring visits says nothing about inspections."""
    registers = recorded(build, (None, date(2018, 1, 1), None))
    assert not registers.is_recorded("inspection", "990101001", JULY)


def test_rows_in_a_span_touch_it(build: Build) -> None:
    """A fact that ends on the first day or begins on the last one is in."""
    days = {
        "G1": {"until": date(2018, 6, 30)},
        "G2": {"until": date(2018, 7, 1)},
        "G3": {"since": date(2018, 7, 31)},
        "G4": {"since": date(2018, 8, 1)},
    }
    where = {"area": "990101001001", "station": "ST1"}
    registers = build.registers(grid=[{"grid": name, **where, **days[name]} for name in days])
    table = registers.table("grid")
    assert [table["grid"][row] for row in registers.rows_in("grid", JULY)] == ["G2", "G3"]


def test_spans_are_kept_by_key(build: Build) -> None:
    """Two facts about one thing give two spans; no end is the last day there is."""
    registers = build.registers(
        station=[
            {"station": "ST1", "name": "一", "area": "990101", "until": date(2018, 6, 30)},
            {"station": "ST1", "name": "一", "area": "990101", "since": date(2018, 7, 1)},
        ]
    )
    assert registers.spans("station", "station") == {
        ("ST1",): [
            (date(2018, 1, 1).toordinal(), date(2018, 6, 30).toordinal()),
            (date(2018, 7, 1).toordinal(), NEVER),
        ]
    }


def test_register_that_was_not_read_is_empty() -> None:
    """A table of its fields without rows."""
    assert len(Registers({}).table("premises")) == 0
