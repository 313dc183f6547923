"""What the plugin adds: it is found by name, and PyVRP shortens what the search left."""

from __future__ import annotations

import subprocess
import sys

import pytest
from attrs import evolve

from fengqiao.packs import collect_plugins
from fengqiao.planning.rounds import Rounds, check_rounds, solve_rounds
from fengqiao.testing.rounds import households, problem, slot, stop

pytestmark = pytest.mark.needs("pyvrp")


def test_it_is_found_by_name() -> None:
    """The hook `fengqiao_planners` brings it as `pyvrp`, beside the built-in one."""
    planners = collect_plugins().planners
    assert {"built_in", "pyvrp"} <= set(planners)


def test_pyvrp_is_loaded_when_it_is_asked() -> None:
    """To look for plugins doesn't load PyVRP or numpy."""
    code = (
        "import sys; from fengqiao.packs import collect_plugins; "
        "found = collect_plugins().planners; print('pyvrp' in found, 'numpy' in sys.modules)"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.split() == ["True", "False"]


def test_it_shortens_what_nobody_improved() -> None:
    """From rounds that were only put together, PyVRP alone finds shorter ones."""
    from fengqiao_routes.tours import reorder

    asked = households(4, single=80, twice=10, weekly=5)
    first = solve_rounds(asked, iterations=0)

    found, made = reorder(asked, first, seed=0, iterations=20, stop=None)
    assert (made, found.metres < first.metres) == (20, True)


@pytest.mark.parametrize("seed", [0, 1])
def test_spacing_is_kept_while_visits_move(seed: int) -> None:
    """Visits of one stop move among days, and never nearer to one another than they may."""
    from fengqiao_routes.tours import reorder

    asked = households(5, single=20, twice=30, weekly=10)
    first = solve_rounds(asked, iterations=0)

    found, _ = reorder(asked, first, seed=seed, iterations=20, stop=None)
    wrong = [one for one in check_rounds(asked, found) if one.code != "rounds.false_reason"]
    assert wrong == []


def test_the_last_visit_and_the_largest_gap_are_kept() -> None:
    """Last visited the day before and 2 days at least, 3 at most: Tuesday or Wednesday."""
    from fengqiao_routes.days import free_slots

    asked = problem(
        [stop(slots=(0, 1, 2, 3), gap=(2, 3), since=slot().day - 1)],
        [slot(day) for day in range(4)],
    )
    assert free_slots(asked, 0, [1], 0, seed=0) == [1, 2]


def test_patterns_stay_where_they_are() -> None:
    """Days that are tied together are left to the built-in search."""
    from fengqiao_routes.days import free_slots

    day = slot().day
    asked = problem(
        [stop(slots=(0, 1, 2), patterns=((day,), (day + 1,)))],
        [slot(number) for number in range(3)],
    )
    assert free_slots(asked, 0, [1], 0, seed=0) == [1]


def test_nobody_changes_hands_unseen() -> None:
    """Where a change costs, PyVRP, which doesn't see it, leaves visits with their staff."""
    from fengqiao_routes.days import free_slots

    slots = [slot(staff="S01"), slot(1, staff="S01"), slot(staff="S02")]
    asked = problem([stop(slots=(0, 1, 2))], slots)

    free = [free_slots(evolve(asked, change=change), 0, [0], 0, seed=0) for change in (0, 5)]
    assert free == [[0, 1, 2], [0, 1]]


def test_nothing_to_move() -> None:
    """Without visits there is nothing for PyVRP to do."""
    from fengqiao_routes.tours import reorder

    empty = Rounds(tours=((),), missed=(), metres=0, iterations=0)
    assert reorder(problem([], [slot()]), empty, seed=0, iterations=9, stop=None) == (empty, 0)
