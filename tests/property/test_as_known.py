"""What was answered is answered again as known then: with scores, bands, sheets and cases."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, settings

from fengqiao.store import Store
from fengqiao.store.memory import MemoryStore
from fengqiao.testing.store_as_known import StoreAsKnown

EVERY_TABLE = Path(__file__).parents[1] / "packs_for_tests" / "every_table"
pytestmark = pytest.mark.needs("fengqiao_cn", "time")


class EveryTableAsKnown(StoreAsKnown):
    """A place whose pack has every table, and whose disputes are mediated."""

    packs: ClassVar[Sequence[Any]] = (EVERY_TABLE,)
    config: ClassVar[Mapping[str, object]] = {
        "planning": {"hours": "8 hours", "starts": "09:00"},
        "everytown": {"visits.households.minutes": "20 minutes"},
    }
    area: ClassVar[str] = "990100001"
    procedure: ClassVar[str | None] = "mediation.peoples"

    def open_store(self, folder: Path, *, zone: ZoneInfo) -> Store:
        """A store in memory; the folder stays empty."""
        return MemoryStore(zone)


class TestEveryTableAsKnown(EveryTableAsKnown.TestCase):
    """Findings, classes, scores, due work, plans, burdens, registers and cases."""

    settings = settings(
        max_examples=8,
        stateful_step_count=20,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
