"""Inspections: what share of the register was inspected, and what was never found wanting."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from fengqiao.measures import Column
from fengqiao.model.registry import Registers

from .conftest import ColumnOf, Filter, premises

if TYPE_CHECKING:
    from tests.unit.conftest import Build

COMMUNITY, OTHER = "990101001001", "990101001002"


def inspection(
    build: Build,
    number: int,
    place: int,
    *,
    day: int = 3,
    topics: tuple[str, ...] = ("fire",),
    failed: tuple[str, ...] = (),
) -> dict[str, Any]:
    """An inspection of premises on a day of July 2018."""
    facts = {"staff": "W1", "premises": f"PREM{place:04}", "topics": topics, "failed": failed}
    return build.event(number, date(2018, 7, day), **facts)


@pytest.fixture
def town(build: Build) -> Registers:
    """Four premises: two hotels, a school in the next community, one closed in mid-July."""
    return build.town(
        area=[{"area": OTHER, "name": "C2"}],
        premises=[
            premises(1, goods=("toxic",)),
            premises(2),
            premises(3, kind="school", area=OTHER),
            premises(4, until=date(2018, 7, 15)),
        ],
        recording=build.declared("inspection"),
    )


def test_share_of_a_station(build: Build, column_of: ColumnOf, town: Registers) -> None:
    """Distinct premises on the register at the end of the month; the one that closed is out."""
    done = [inspection(build, n, place) for n, place in enumerate((1, 1, 4))]
    found = column_of("inspection.share", "station", town, inspection=done)
    assert found == Column([1], [3])


def test_share_of_a_community(build: Build, column_of: ColumnOf, town: Registers) -> None:
    """The school is the next community's."""
    done = [inspection(build, 1, 3)]
    found = column_of("inspection.share", "community", town, inspection=done)
    assert found == Column([0, 1], [2, 1])


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"kind": {"hotel"}}, Column([1], [2])),
        ({"goods": {"toxic"}}, Column([1], [1])),
        ({"topic": {"fire"}}, Column([2], [3])),
        ({"topic": {"food"}}, Column([0], [3])),
        ({"kind": {"courier"}}, Column([0], [0])),
    ],
)
def test_share_of_what_is_asked_for(
    build: Build,
    column_of: ColumnOf,
    only: Filter,
    *,
    town: Registers,
    asked: dict[str, set[str]],
    found: Column,
) -> None:
    """Kind and goods narrow the register, the topic what counts as inspected."""
    done = [inspection(build, 1, 1), inspection(build, 2, 3)]
    assert column_of("inspection.share", "station", town, only(**asked), inspection=done) == found


def test_share_over_a_month_leaves_out_the_month_before(
    build: Build, column_of: ColumnOf, town: Registers
) -> None:
    """With a period of its own the entry counts its days only."""
    june = {**inspection(build, 1, 1), **build.event(1, date(2018, 6, 30))}
    found = column_of("inspection.share", "station", town, per="month", inspection=[june])
    assert found == Column([0], [3])


def test_premises_found_wanting_once_are_not_compliant(
    build: Build, column_of: ColumnOf, town: Registers
) -> None:
    """A second visit in order does not undo the first; what was not inspected is in neither."""
    done = [
        inspection(build, 1, 1, failed=("fire",)),
        inspection(build, 2, 1, day=20),
        inspection(build, 3, 2),
    ]
    found = column_of("premises.compliant_share", "station", town, inspection=done)
    assert found == Column([1], [2])


@pytest.mark.parametrize(
    ("topic", "found"),
    [({"real_name"}, Column([1], [2])), ({"fire"}, Column([1], [1])), (None, Column([0], [2]))],
)
def test_compliance_looks_at_the_topic_asked_for(
    build: Build,
    column_of: ColumnOf,
    only: Filter,
    *,
    town: Registers,
    topic: set[str] | None,
    found: Column,
) -> None:
    """A hotel that took no real names may have been in order on fire: Wuhai, 二(八)."""
    both = ("fire", "real_name")
    done = [
        inspection(build, 1, 1, topics=both, failed=("real_name",)),
        inspection(build, 2, 2, topics=("real_name", "registration"), failed=("registration",)),
    ]
    of = only(topic=topic) if topic else ()
    assert column_of("premises.compliant_share", "station", town, of, inspection=done) == found


@pytest.mark.parametrize(
    ("op", "topic", "found"),
    [
        ("any_of", "fire", Column([0], [1])),
        ("any_of", "registration", Column([0], [1])),
        ("none_of", "food", Column([0], [1])),
        ("none_of", "fire", Column([0], [0])),  # no inspection was of other topics alone
    ],
)
def test_compliance_looks_at_each_topic_found_wanting(
    build: Build,
    column_of: ColumnOf,
    only: Filter,
    *,
    town: Registers,
    op: str,
    topic: str,
    found: Column,
) -> None:
    """One inspection found two topics wanting: either of them is enough."""
    both = ("fire", "registration")
    done = [inspection(build, 1, 1, topics=both, failed=both)]
    of = only(op, topic={topic})
    assert column_of("premises.compliant_share", "station", town, of, inspection=done) == found


def test_premises_that_closed_in_the_period_were_inspected_in_it(
    build: Build, column_of: ColumnOf, town: Registers
) -> None:
    """Compliance is of the inspections made, not of the register at the end."""
    found = column_of(
        "premises.compliant_share", "station", town, inspection=[inspection(build, 1, 4)]
    )
    assert found == Column([1], [1])


@pytest.mark.parametrize(
    ("op", "topics", "count"),
    [("any_of", {"fire", "food"}, 2), ("all_of", {"fire", "food"}, 1), ("none_of", {"food"}, 1)],
)
def test_count_of_premises_by_each_comparison(
    build: Build,
    column_of: ColumnOf,
    only: Filter,
    *,
    town: Registers,
    op: str,
    topics: set[str],
    count: int,
) -> None:
    """All topics asked for, any of them, or none."""
    done = [inspection(build, 1, 1), inspection(build, 2, 2, topics=("fire", "food"))]
    of = only(op, topic=topics)
    found = column_of("inspection.premises", "station", town, of, per="month", inspection=done)
    assert found == Column([count])
