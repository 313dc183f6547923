"""A solver of rounds on PyVRP: `solve_with_pyvrp`, found by name as `pyvrp`."""

from __future__ import annotations

from fengqiao_routes.alternating import solve_with_pyvrp

__all__ = ["solve_with_pyvrp"]
