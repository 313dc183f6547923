"""Plan the month of every station, in this process and in two others."""

from __future__ import annotations

import csv
import json
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import fengqiao as fq
from fengqiao.packs import installed_packs
from fengqiao.planning import Plan
from fengqiao.simulate import Scenario, build_town, recorded_since, simulate_registers

MONTH = fq.Period.parse("2018-07")
CONFIG = {
    "format": 1,
    "planning": {"hours": "8 hours", "starts": "09:00"},
    "wuhai": {
        "duty.public_reception.day": "8 hours",
        "visits.households.minutes": "10 minutes",
        "inspection.premises.minutes": "30 minutes",
        "duty.case_review.minutes": "15 minutes",
        "duty.data_entry.minutes": "30 minutes",
        "duty.online_contact.minutes": "15 minutes",
        "meeting.auxiliaries.minutes": "40 minutes",
        "duty.safety_notice.minutes": "20 minutes",
        "duty.unit_supervision.minutes": "60 minutes",
        "duty.registration_check.minutes": "30 minutes",
        "disputes.screenings.minutes": "60 minutes",
        "duty.patrol.minutes": "2 hours",
    },
}


def scenario() -> Scenario:
    """A synthetic July of the town."""
    folder: Path = next(one.folder for one in installed_packs() if one.id == "wuhai")
    with (folder / "areas.csv").open(encoding="utf-8", newline="") as stream:
        areas = tuple((row["code"], row["name"]) for row in csv.DictReader(stream))
    return Scenario(areas=areas, month=MONTH, seed=1)


def written(plans: dict[str, Plan]) -> bytes:
    """Plans as the bytes that a file would hold."""
    return json.dumps({station: plan.to_json() for station, plan in plans.items()}).encode()


def main() -> None:
    """One row per station."""
    town = build_town(scenario())
    with fq.open_workspace("memory:", packs="wuhai", config=CONFIG) as ws:
        for batch in simulate_registers(town):
            ws.record_columns(batch.kind, batch.columns, known_at=batch.known_at)
            known_at = batch.known_at
        ws.declare(recorded_since(town), known_at=known_at)
        plans = ws.plan_stations(MONTH)
        with ProcessPoolExecutor(max_workers=2) as executor:
            again = ws.plan_stations(MONTH, executor=executor)
    print("same bytes:", written(plans) == written(again))
    print("station  hours  fullest officer  not placed")
    for station, plan in plans.items():
        minutes = Counter[str]()
        for block in plan.placed:
            minutes[block.staff] += block.minutes
        fullest = max(minutes.values(), default=0)
        counts = plan.counts()
        row = (station, counts["minutes"] // 60, fullest // 60, counts["unplaced"])
        print("{:7}  {:5}  {:15}  {:10}".format(*row))


if __name__ == "__main__":
    main()
