"""Sum up what five places' documents would ask of the staff of one town."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import fengqiao as fq
from fengqiao.packs import installed_packs, open_terms
from fengqiao.packs.comparing import set_up_both
from fengqiao.planning import Burden
from fengqiao.simulate import Scenario, build_town, recorded_since, simulate_registers
from fengqiao.store import Store
from fengqiao.workspace import compare_burdens

TOWN = "wuhai"
PLACES = ("wuhai", "laixi", "gongxian", "lanling", "binhai")
MONTH = fq.Period.parse("2019-07")
DAY = date(2019, 12, 31)
"""By then all five are in force."""
ASSUMED = {"minutes": "30 minutes", "day": "8 hours", "every": "month"}
"""This example's own: how long one takes, what a day is, how often what has no number is done."""
PEOPLE = {"visits.people.minutes": "5 minutes"}
"""Of many at once each takes less."""


def scenario() -> Scenario:
    """A synthetic July of the town."""
    folder: Path = next(one.folder for one in installed_packs() if one.id == TOWN)
    with (folder / "areas.csv").open(encoding="utf-8", newline="") as stream:
        areas = tuple((row["code"], row["name"]) for row in csv.DictReader(stream))
    return Scenario(areas=areas, month=MONTH, seed=1)


def assumed(workspace: fq.Workspace) -> dict[str, dict[str, str]]:
    """The same assumptions for what each document leaves open."""
    return {
        pack.id: {
            term.name: PEOPLE.get(term.name) or ASSUMED[term.name.rpartition(".")[2]]
            for term in open_terms(pack, workspace.catalogue)
            if term.name.rpartition(".")[2] in ASSUMED
        }
        for pack in workspace.packs.values()
    }


def burdens(store: Store, config: Mapping[str, object]) -> Iterator[tuple[str, Burden]]:
    """What each place would ask."""
    for place in PLACES:
        other = place if place != TOWN else PLACES[1]
        told = {name: part for name, part in config.items() if name not in PLACES}
        told |= {name: config[name] for name in (TOWN, other)}
        setups, chains = set_up_both(TOWN, other, told)
        both = compare_burdens(store, setups, chains, MONTH, on=(DAY, DAY))
        yield place, both.one if place == TOWN else both.other


def main() -> None:
    """One row per place."""
    town = build_town(scenario())
    with fq.open_workspace("memory:", packs=PLACES) as ws:
        for batch in simulate_registers(town):
            ws.record_columns(batch.kind, batch.columns, known_at=batch.known_at)
            known_at = batch.known_at
        ws.declare(recorded_since(town), known_at=known_at)
        hours = {"hours": "8 hours", "starts": "09:00"}
        config = {"format": 1, "planning": hours, **assumed(ws)}
        print("place     hours asked  community officers  no duration  no number")
        for place, burden in burdens(ws.store, config):
            roles = {one.roles: one for one in burden.by_role()}
            own = roles.get(("community_officer",))
            share = f"{own.minutes * 100 // own.available} %" if own and own.available else "-"
            untimed = sum(one.unstated for one in burden.entries)
            unsure = sum(bool(one.unsure) for one in burden.entries)
            print(f"{place:8}  {burden.minutes // 60:11}  {share:>18}  {untimed:11}  {unsure:9}")


if __name__ == "__main__":
    main()
