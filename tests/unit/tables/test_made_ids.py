from __future__ import annotations

import base64
import hashlib
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from fengqiao.ids import find_refused, mint_ref
from fengqiao.model import KINDS
from fengqiao.tables.made_ids import made_ids

NOON = datetime(2018, 7, 3, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
SESSION: dict[str, Any] = {
    "key": "meeting.community",
    "started_at": NOON,
    "people": 9,
    "covers": ("b", "a"),
}


def made(kind: str = "session", secret: bytes | None = None, **cells: object) -> str:
    """The id of one row."""
    (found,) = made_ids(KINDS[kind], {name: [cell] for name, cell in cells.items()}, secret)
    return found


def test_same_row_has_the_same_id() -> None:
    """However it was written: zone, order of codes, empty columns, order of columns."""
    utc = NOON.astimezone(ZoneInfo("UTC"))
    other = {**SESSION, "started_at": utc, "covers": ("a", "b", "a"), "invited": (), "id": None}
    assert made(**SESSION) == made(**dict(reversed(other.items())))


def test_every_value_tells() -> None:
    """A row that differs anywhere is another fact."""
    others = ({"people": 10}, {"covers": ("a",)}, {"started_at": NOON.replace(hour=13)})
    found = {made(**SESSION), *(made(**{**SESSION, **other}) for other in others)}
    assert len(found) == 4


def test_kind_tells() -> None:
    """The same cells in another kind are another fact."""
    assert made("award", awarded_on=date(2018, 7, 3)) != made("total", awarded_on=date(2018, 7, 3))


def test_made_id_is_an_id() -> None:
    """And never looks like a number of a person."""
    assert find_refused("id", [made(**{**SESSION, "people": n}) for n in range(2_000)]) is None


def test_id_is_the_documented_digest() -> None:
    """It never changes, or tables loaded by an earlier version would be counted twice."""
    row = '{"covers":["a","b"],"key":"meeting.community","people":9,"started_at":1530590400}'
    digest = hashlib.sha256(f"session\0{row}".encode()).digest()
    assert made(**SESSION) == base64.b32encode(digest).decode()[:26]


def test_id_of_a_row_with_a_reference_is_keyed() -> None:
    """With the host's secret, as a reference is minted."""
    secret = b"sixteen bytes or more"
    row = '{"household":"household-0001"}'
    found = made("visit", secret, household="household-0001")
    assert found == mint_ref(secret, "id of visit", row)
