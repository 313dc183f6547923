"""The solver on PyVRP keeps what every solver promises."""

from __future__ import annotations

import pytest

from fengqiao.testing.rounds_contract import RoundsContract

pytestmark = pytest.mark.needs("pyvrp")


def _solver(*args: object, **named: object) -> object:
    from fengqiao_routes import solve_with_pyvrp

    return solve_with_pyvrp(*args, **named)  # type: ignore[arg-type]  # handed on as they come


class TestRoutes(RoundsContract):
    """Right, the same again, and never worse than the built-in one."""

    solver = staticmethod(_solver)  # type: ignore[assignment]  # the same signature
