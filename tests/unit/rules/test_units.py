"""Units beside numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.unit.conftest import CITES, ORIGIN, SINCE

from fengqiao.rules import OPEN, Band, Exact, Open, Role, core_catalogue
from fengqiao.rules.units import of_number, stated_unit

if TYPE_CHECKING:
    from tests.unit.conftest import Build

    from fengqiao.timing import PeriodUnit


@pytest.mark.parametrize(
    ("unit", "value", "text"),
    [
        ("people", 1, "person"),
        ("people", 2, "people"),
        ("rooms", 1, "room"),
        ("premises", 1, "premises"),
        ("rooms", "1/2", "rooms"),
    ],
)
def test_one_is_no_plural(unit: str, value: object, text: str) -> None:
    """One person, and not one people."""
    assert of_number(unit, value) == text


@pytest.mark.parametrize(
    ("entry", "limit", "field", "unit"),
    [
        ("norm", 80, None, "households"),  # what the key counts
        ("norm", "2 hours", None, "hour"),
        ("norm", frozenset(("sms",)), None, "words"),
        ("norm", 80, "residents", None),  # a filter on something else
        ("unknown", 80, None, None),
        ("duty", 20, "people", "people"),
        ("duty", "90 minutes", "lasts", "minute"),
        ("duty", frozenset(("resident",)), "invited", "words"),
        ("duty", 20, "topics", None),
        ("duty", 20, None, None),
        ("band", 20, None, None),
        ("role", 1, None, "words"),
    ],
)
def test_a_value_has_a_unit(
    build: Build, entry: str, limit: object, field: str | None, unit: str | None
) -> None:
    """Of time, of people, of words, or what the key of a norm counts."""
    op = "any_of" if isinstance(limit, frozenset) else "at_least"
    comparison = build.comparison(op, limit)
    facts: dict[str, Any] = {
        "pack": "town", "cites": CITES, "origin": ORIGIN, "each": "station",
        "effective_from": SINCE, "force": "must",
    }  # fmt: skip
    entries = {
        "norm": build.norm(),
        "unknown": build.norm(key="no.such_key"),
        "duty": build.duty(build.duty_phase()),
        "band": Band(
            id="station.class", key="station.class", by="beat.residents", over="year", tie=None,
            levels=(), **facts,
        ),
        "role": Role(id="grid_worker", key="grid_worker", **facts),
    }  # fmt: skip
    found = stated_unit(entries[entry], comparison, core_catalogue(), field=field)
    assert found == unit


@pytest.mark.parametrize(
    ("every", "unit"),
    [
        ("month", "per month"),
        (Exact(2, 1, "week", "2 weeks"), "per 2 weeks"),
        (OPEN, "per open"),
    ],
)
def test_how_often_is_per_period(build: Build, every: PeriodUnit | Exact | Open, unit: str) -> None:
    """The times of a duty, in the phase that says how often it is due."""
    phase = build.duty_phase(every=every)
    duty, twice = build.duty(phase), build.comparison("at_least", 2)
    found = stated_unit(duty, twice, core_catalogue(), field="times", phase=phase)
    assert found == unit
