"""Two packs compared, or one on two days: what is added, dropped, tighter, looser, and why."""

from __future__ import annotations

from fengqiao.packs.comparing.compare import Difference, compare_packs
from fengqiao.packs.comparing.definitions import Definition
from fengqiao.packs.comparing.rows import CHANGES, Change, Row, Side
from fengqiao.packs.comparing.standing import common_areas, set_up_both, standing

__all__ = [
    "CHANGES",
    "Change",
    "Definition",
    "Difference",
    "Row",
    "Side",
    "common_areas",
    "compare_packs",
    "set_up_both",
    "standing",
]
