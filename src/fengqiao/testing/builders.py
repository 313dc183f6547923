"""Valid columns of every kind of fact, with invented opaque ids.

Each function makes `n` rows that belong together by their numbers: officer 3 works at the station
and in the community of number 3. Every column can be given instead, as one value for all rows or
as a sequence of `n`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from fengqiao.model import Columns
from fengqiao.timing import Span, advance

SHANGHAI: Final = ZoneInfo("Asia/Shanghai")
KNOWN_AT: Final = datetime(2019, 1, 2, 8, tzinfo=SHANGHAI)
FIRST_DAY: Final = date(2018, 7, 2)
JULY: Final = Span(date(2018, 7, 1), date(2018, 7, 31))
AUGUST: Final = Span(date(2018, 8, 1), date(2018, 8, 31))
STATIONS: Final = 4
OFFICERS: Final = 12

_HOUR = 3600
_NINE = int(datetime(2018, 7, 2, 9, tzinfo=SHANGHAI).timestamp())


def visits(n: int, *, first: int = 0, **given: object) -> Columns:
    """Visits of half an hour, six a day, each to a household of its own."""
    return _columns(n, first, given, id="V{:06d}", **_officer(), household="H{:010d}", **_times())


def sessions(n: int, *, first: int = 0, **given: object) -> Columns:
    """Meetings of half an hour in a community."""
    return _columns(
        n,
        first,
        given,
        id="M{:06d}",
        key="meeting.community",
        station=_station,
        area=_area,
        led_by=_staff,
        **_times(),
        people=lambda row: 20 + row % 10,
        invited=("resident", "cadre"),
        covers=("safety",),
    )


def inspections(n: int, *, first: int = 0, **given: object) -> Columns:
    """Inspections of half an hour."""
    return _columns(
        n,
        first,
        given,
        id="I{:06d}",
        staff=_staff,
        station=_station,
        premises="PREM{:04d}",
        topics=("fire",),
        **_times(),
    )


def action_items(n: int, *, first: int = 0, **given: object) -> Columns:
    """What meetings agreed, due a month later; each stands on the meeting of its number."""
    return _columns(
        n,
        first,
        given,
        id="AI{:05d}",
        session="M{:06d}",
        item="item-{:06d}",
        owner=_staff,
        station=_station,
        agreed_on=_day,
        due_on=lambda row: advance(_day(row), 30, "day"),
    )


def action_reports(n: int, *, first: int = 0, **given: object) -> Columns:
    """Later meetings that heard what became of an action item."""
    return _columns(
        n,
        first,
        given,
        id="AR{:05d}",
        session="M{:06d}",
        item="item-{:06d}",
        station=_station,
        on=_day,
    )


def contacts(n: int, *, first: int = 0, **given: object) -> Columns:
    """Rounds of contacts of half an hour in the street, six a day."""
    return _columns(
        n, first, given, id="K{:06d}", place="street", people=3, **_officer(), **_times()
    )


def taskings(n: int, *, first: int = 0, **given: object) -> Columns:
    """Half an hour on the roster of the station."""
    return _columns(
        n,
        first,
        given,
        id="TK{:05d}",
        staff=_staff,
        station=_station,
        kind="station_roster",
        **_times(),
    )


def duties(n: int, *, first: int = 0, **given: object) -> Columns:
    """Occasions of half an hour on which a duty was done."""
    return _columns(
        n, first, given, id="D{:06d}", key="duty.public_reception", **_officer(), **_times()
    )


def totals(n: int, *, first: int = 0, **given: object) -> Columns:
    """Counts that the host supplies, one a day, without a denominator."""
    return _columns(
        n,
        first,
        given,
        id="T{:06d}",
        key="calls.received",
        subject_kind="station",
        subject=_station,
        on=_day,
        done=lambda row: 1 + row % 7,
    )


def awards(n: int, *, first: int = 0, **given: object) -> Columns:
    """Awards that others decided."""
    return _columns(
        n, first, given, id="A{:06d}", award="award.officer", recipient=_staff, awarded_on=_day
    )


def case_events(n: int, *, first: int = 0, **given: object) -> Columns:
    """First steps of cases, one each: found in a community by its station."""
    return _columns(
        n,
        first,
        given,
        id="case-{:05d}:1",
        case="case-{:05d}",
        seq=1,
        format=1,
        kind="found",
        procedure="mediation.peoples",
        at=_start,
        area=_area,
        station=_station,
    )


def areas(n: int, *, first: int = 0, **given: object) -> Columns:
    """Communities by code."""
    return _columns(n, first, given, area=_area, name="Community {}", since=FIRST_DAY)


def stations(n: int, *, first: int = 0, **given: object) -> Columns:
    """Police stations."""
    return _columns(
        n, first, given, station="ST{:02d}", name="Station {}", area=_area, since=FIRST_DAY
    )


def police_posts(n: int, *, first: int = 0, **given: object) -> Columns:
    """Police posts, a tier between station and community."""
    return _columns(n, first, given, post="PP{:03d}", station=_station, area=_area, since=FIRST_DAY)


def bodies(n: int, *, first: int = 0, **given: object) -> Columns:
    """Bureaus with their channels and rules."""
    return _columns(
        n,
        first,
        given,
        body="B{:03d}",
        kind="bureau",
        area=_area,
        channels=("online_report",),
        rules=("hearings",),
        since=FIRST_DAY,
    )


def facilities(n: int, *, first: int = 0, **given: object) -> Columns:
    """Mediation rooms that stations run."""
    return _columns(
        n,
        first,
        given,
        facility="F{:03d}",
        kind="mediation_room",
        station=_station,
        area=_area,
        named=lambda row: row % 2 == 0,
        since=FIRST_DAY,
    )


def teams(n: int, *, first: int = 0, **given: object) -> Columns:
    """Volunteer teams of a community."""
    return _columns(
        n,
        first,
        given,
        team="TM{:03d}",
        kind="patrol",
        area=_area,
        members=lambda row: 5 + row,
        since=FIRST_DAY,
    )


def police_rooms(n: int, *, first: int = 0, **given: object) -> Columns:
    """Community police rooms."""
    return _columns(
        n,
        first,
        given,
        room="R{:03d}",
        station=_station,
        area=_area,
        named=lambda row: row % 2 == 0,
        fittings=("desk", "phone"),
        since=FIRST_DAY,
    )


def grids(n: int, *, first: int = 0, **given: object) -> Columns:
    """Grids within a community."""
    return _columns(
        n,
        first,
        given,
        grid="G{:03d}",
        area=_area,
        station=_station,
        households=lambda row: 200 + row,
        since=FIRST_DAY,
    )


def beats(n: int, *, first: int = 0, **given: object) -> Columns:
    """Beats of one community each."""
    return _columns(n, first, given, beat="BT{:03d}", station=_station, area=_area, since=FIRST_DAY)


def premises(n: int, *, first: int = 0, **given: object) -> Columns:
    """Premises that are inspected."""
    return _columns(
        n,
        first,
        given,
        premises="PREM{:04d}",
        kind="school",
        area=_area,
        station=_station,
        since=FIRST_DAY,
    )


def committees(n: int, *, first: int = 0, **given: object) -> Columns:
    """People's mediation committees."""
    return _columns(n, first, given, committee="C{:03d}", area=_area, members=5, since=FIRST_DAY)


def assignments(n: int, *, first: int = 0, **given: object) -> Columns:
    """Posts of community officers."""
    return _columns(
        n,
        first,
        given,
        staff="W{:04d}",
        role="community_officer",
        station=_station,
        area=_area,
        full_time=True,
        since=FIRST_DAY,
    )


def recordings(n: int, *, first: int = 0, **given: object) -> Columns:
    """Declarations that visits are recorded, by community."""
    return _columns(n, first, given, key="visit", area=_area, since=FIRST_DAY)


BUILDERS: Final[Mapping[str, Callable[..., Columns]]] = {
    "area": areas,
    "station": stations,
    "police_post": police_posts,
    "body": bodies,
    "facility": facilities,
    "team": teams,
    "premises": premises,
    "police_room": police_rooms,
    "grid": grids,
    "beat": beats,
    "mediation_committee": committees,
    "assignment": assignments,
    "recording": recordings,
    "visit": visits,
    "contact": contacts,
    "tasking": taskings,
    "session": sessions,
    "action_item": action_items,
    "action_report": action_reports,
    "inspection": inspections,
    "duty": duties,
    "total": totals,
    "award": awards,
    "case_event": case_events,
}
"""The builder of each kind of fact."""


def _columns(n: int, first: int, given: Mapping[str, object], **defaults: object) -> Columns:
    rows = range(first, first + n)
    columns: dict[str, Sequence[Any]] = {}
    for name, made in {**defaults, **given}.items():
        if name in given and isinstance(made, (list, range)):
            columns[name] = made
        elif name in given or not (callable(made) or "{" in str(made)):
            columns[name] = [made] * n
        else:
            make: Callable[[int], object] = made if callable(made) else str(made).format
            columns[name] = [make(row) for row in rows]
    return columns


def _officer() -> dict[str, object]:
    return {"staff": _staff, "station": _station, "area": _area}


def _times() -> dict[str, object]:
    return {"started_at": _start, "ended_at": lambda row: _start(row) + _HOUR // 2}


def _staff(row: int) -> str:
    return f"W{row % OFFICERS:04d}"


def _station(row: int) -> str:
    return f"ST{row % STATIONS:02d}"


def _area(row: int) -> str:
    return f"1503020010{row % OFFICERS:02d}"


def _start(row: int) -> int:
    return _NINE + row // 6 * 24 * _HOUR + row % 6 * _HOUR


def _day(row: int) -> date:
    return advance(FIRST_DAY, row, "day")
