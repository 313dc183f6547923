"""A place small enough to hold in the head: one pack of three rules, one station, a month of work.

Everything in it is invented. Authors of stores and plugins open it to see findings come out.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from fengqiao.model import (
    Area,
    Assignment,
    PoliceRoom,
    Session,
    Station,
    Visit,
)
from fengqiao.workspace import Workspace

SMALL_PACK = Path(__file__).with_name("small_pack")
"""Folder of the pack `testtown`: 3 households a month, 1 to 2 officers a room, one meeting."""

COMMUNITIES = ("990001001001", "990001001002")
_ZONE = ZoneInfo("Asia/Shanghai")
_KNOWN_AT = datetime(2018, 8, 1, 8, tzinfo=_ZONE)
_SINCE = date(2018, 1, 1)


def small_city(workspace: Workspace) -> None:
    """Record Testtown's registers and its July 2018.

    Officer S01 visits 4 households and S02 visits 2, of which one twice; only the first of the
    two communities meets, for two hours on 3 July, with 9 people. Room R2 has three officers.

    Args:
        workspace: Opened with `SMALL_PACK`.
    """
    first, second = COMMUNITIES
    registers: tuple[list[object], ...] = (
        [
            Area(area=code, name=name, since=_SINCE)
            for code, name in (("990001001", "东街道"), (first, "一社区"), (second, "二社区"))
        ],
        [Station(station="ST01", name="东街派出所", area="990001001", since=_SINCE)],
        [
            PoliceRoom(room=room, station="ST01", area=code, named=False, since=_SINCE)
            for room, code in (("R1", first), ("R2", second))
        ],
        [
            Assignment(
                staff=staff,
                role=role,
                station="ST01",
                area=code,
                room=room,
                full_time=True,
                since=_SINCE,
            )
            for staff, role, room, code in (
                ("S01", "community_officer", "R1", first),
                ("S02", "community_officer", "R2", second),
                ("S03", "officer", "R2", second),
                ("S04", "officer", "R2", second),
            )
        ],
    )
    for objects in registers:
        workspace.record(objects, known_at=_KNOWN_AT)
    workspace.declare({"visit": _SINCE, "meeting.community": _SINCE}, known_at=_KNOWN_AT)
    workspace.record(_visits(), known_at=_KNOWN_AT)
    workspace.record(
        [
            Session(
                id="m1",
                key="meeting.community",
                station="ST01",
                area=first,
                led_by="S01",
                started_at=datetime(2018, 7, 3, 9, tzinfo=_ZONE),
                ended_at=datetime(2018, 7, 3, 11, tzinfo=_ZONE),
                people=9,
            )
        ],
        known_at=_KNOWN_AT,
    )


def _visits() -> list[Visit]:
    made = (("S01", 1), ("S01", 2), ("S01", 3), ("S01", 4), ("S02", 5), ("S02", 6), ("S02", 6))
    return [
        Visit(
            id=f"v{number}",
            staff=staff,
            station="ST01",
            area=COMMUNITIES[0] if staff == "S01" else COMMUNITIES[1],
            household=f"household-{household:04}",
            started_at=datetime(2018, 7, 3 + number, 10, tzinfo=_ZONE),
            ended_at=datetime(2018, 7, 3 + number, 10, 30, tzinfo=_ZONE),
        )
        for number, (staff, household) in enumerate(made, start=1)
    ]
