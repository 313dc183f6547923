"""Judge the same synthetic months by two rules."""

from __future__ import annotations

import csv
from pathlib import Path

import fengqiao as fq
from fengqiao.packs import installed_packs
from fengqiao.simulate import (
    Scenario,
    build_town,
    recorded_since,
    simulate_events,
    simulate_registers,
)

MONTH = fq.Period.parse("2018-07")
ENTRY = "visits.households"


def count_short(pack: fq.Pack | str, scenario: Scenario) -> int:
    """Officers who fall short in a synthetic month."""
    town = build_town(scenario)
    with fq.open_workspace("memory:", packs=pack) as ws:
        for batch in (*simulate_registers(town), *simulate_events(town)):
            ws.record_columns(batch.kind, batch.columns, known_at=batch.known_at)
            known_at = batch.known_at
        ws.declare(recorded_since(town), known_at=known_at)
        return ws.check(MONTH, entry=ENTRY).counts()["breach"]


def main() -> None:
    """One row per seed."""
    folder: Path = next(one.folder for one in installed_packs() if one.id == "wuhai")
    with (folder / "areas.csv").open(encoding="utf-8", newline="") as stream:
        areas = tuple((row["code"], row["name"]) for row in csv.DictReader(stream))
    lighter = fq.with_overrides("wuhai", {f"{ENTRY}.at_least": 60}, name="sixty")
    print("seed  80 a month  60 a month")
    for seed in (1, 2, 3):
        scenario = Scenario(areas=areas, month=MONTH, seed=seed, points="points.reported")
        notice, changed = count_short("wuhai", scenario), count_short(lighter, scenario)
        print(f"{seed:4}  {notice:10}  {changed:10}")


if __name__ == "__main__":
    main()
