"""Steps of cases through a workspace: registered places, known words, nothing from the future."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import fengqiao
from fengqiao import Area, Workspace
from fengqiao.errors import RecordError
from fengqiao.model import CaseEvent
from fengqiao.testing.small import SMALL_PACK

ZONE = ZoneInfo("Asia/Shanghai")
KNOWN_AT = datetime(2018, 8, 1, 8, tzinfo=ZONE)
COMMUNITY = "990101001001"


@pytest.fixture
def ws() -> Iterator[Workspace]:
    """A workspace with one community."""
    with fengqiao.open_workspace("memory:", packs=[SMALL_PACK]) as opened:
        opened.record([Area(area=COMMUNITY, name="A", since=date(2018, 1, 1))], known_at=KNOWN_AT)
        yield opened


def _step(**given: Any) -> CaseEvent:  # noqa: ANN401  fields of any kind
    facts: dict[str, Any] = {
        "id": "case-0001:1",
        "case": "case-0001",
        "seq": 1,
        "format": 1,
        "kind": "found",
        "procedure": "mediation.peoples",
        "at": datetime(2018, 7, 20, 9, tzinfo=ZONE),
        "area": COMMUNITY,
    }
    return CaseEvent(**{**facts, **given})


def test_a_step_is_recorded(ws: Workspace) -> None:
    """It is there as a case of one step."""
    assert ws.record(_step(), known_at=KNOWN_AT).new == 1
    version, table = ws.store.case("case-0001")
    assert (version, list(table["kind"])) == (1, ["found"])


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"kind": "foud"}, "record.unknown_code"),
        ({"area": "990101001009"}, "record.not_registered"),
        ({"at": datetime(2018, 8, 1, 9, tzinfo=ZONE)}, "record.after_known"),
        ({"seq": 2}, "store.case_gap"),
    ],
)
def test_a_step_that_can_not_be_right_is_refused(
    ws: Workspace, given: dict[str, Any], code: str
) -> None:
    """Nothing is written."""
    with pytest.raises((RecordError, fengqiao.errors.StoreConflict)) as caught:
        ws.record(_step(**given), known_at=KNOWN_AT)
    assert caught.value.code == code
    assert ws.store.case("case-0001")[0] == 0
