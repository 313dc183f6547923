"""The built-in solver of rounds keeps what every solver promises."""

from __future__ import annotations

from fengqiao.planning.rounds import solve_rounds
from fengqiao.testing.rounds_contract import RoundsContract


class TestBuiltIn(RoundsContract):
    """Right, the same again, and as good as itself."""

    solver = staticmethod(solve_rounds)
