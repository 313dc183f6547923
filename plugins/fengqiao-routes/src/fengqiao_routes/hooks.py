"""What this distribution brings. PyVRP itself is loaded when rounds are first asked for."""

from __future__ import annotations

from collections.abc import Mapping

from fengqiao.packs import hookimpl
from fengqiao.planning.rounds import RoundsSolver
from fengqiao_routes.alternating import solve_with_pyvrp


@hookimpl
def fengqiao_planners() -> Mapping[str, RoundsSolver]:
    """The solver on PyVRP."""
    return {"pyvrp": solve_with_pyvrp}
