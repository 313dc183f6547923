"""Record a host's table of visits and check the month."""

from __future__ import annotations

import csv
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import fengqiao as fq

HERE = Path(__file__).parent
ZONE = ZoneInfo("Asia/Shanghai")
KNOWN_AT = datetime(2018, 8, 1, 8, tzinfo=ZONE)
SECRET = b"only for this example: make your own with secrets.token_bytes(32)"
COMMUNITY, SINCE = "150302001002", date(2018, 1, 1)


def read_visits() -> list[fq.Visit]:
    """The host's table as visits; the household's key never reaches the store."""
    visits = []
    with (HERE / "visits.csv").open(encoding="utf-8", newline="") as stream:
        for number, row in enumerate(csv.DictReader(stream), start=1):
            day = date.fromisoformat(row["day"])
            started_at = datetime(day.year, day.month, day.day, 9, tzinfo=ZONE)
            visits.append(
                fq.Visit(
                    id=f"v{number:04}",
                    staff=row["officer"],
                    station="ST1",
                    area=COMMUNITY,
                    household=fq.mint_ref(SECRET, "household", row["household"]),
                    started_at=started_at,
                    ended_at=started_at + timedelta(minutes=20),
                )
            )
    return visits


def main(url: str) -> None:
    """Record and check."""
    with fq.open_workspace(url, packs="wuhai") as ws:
        ws.record([fq.Area(area=COMMUNITY, name="Community 2", since=SINCE)], known_at=KNOWN_AT)
        station = fq.Station(station="ST1", name="Station 1", area=COMMUNITY, since=SINCE)
        ws.record([station], known_at=KNOWN_AT)
        posts = [
            fq.Assignment(
                staff=staff, role="community_officer", station="ST1", full_time=True, since=SINCE
            )
            for staff in ("W1", "W2")
        ]
        ws.record(posts, known_at=KNOWN_AT)
        ws.declare({"visit": SINCE}, known_at=KNOWN_AT)
        done = ws.record(read_visits(), known_at=KNOWN_AT)
        print(f"{done.new} visits recorded, {done.repeated} known already")
        for finding in ws.check("2018-07", entry="visits.households"):
            print(f"{finding.subject}: {finding.result}, {finding.actual} households")
        for finding in ws.check("2018-07", entry="visits.households").breaches():
            print()
            print(ws.explain(finding.id))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "memory:")
