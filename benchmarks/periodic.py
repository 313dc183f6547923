"""Read public instances of periodic routing in Cordeau's format.

The first line holds type, vehicles, customers and days; then comes a line for each day with the
longest duration (0: any) and the largest load of a vehicle; then one for each customer, the depot
first: number, x, y, service, demand, visits, how many combinations of days, and these as numbers
whose binary digits stand for the days, from left to right.
"""

from __future__ import annotations

from math import hypot
from pathlib import Path

from fengqiao.planning.rounds import RoundsProblem, Slot, Stop

HUNDREDTHS = 100
"""Distances are rounded to hundredths."""
PERIODIC = 1


def read_periodic(text: str) -> RoundsProblem:
    """A periodic instance as a problem of rounds: a vehicle is staff, its load minutes.

    Args:
        text: Of the file.

    Returns:
        Distances in hundredths; the way takes no time, since only loads are limited.

    Raises:
        ValueError: It is no periodic instance, limits durations, or is cut off.
    """
    lines = [line.split() for line in text.splitlines() if line.strip()]
    if not lines or len(lines[0]) < 4:
        raise ValueError("no head of four numbers")
    kind, vehicles, customers, days = map(int, lines[0][:4])
    if kind != PERIODIC:
        raise ValueError("not a periodic instance")
    limits = [tuple(map(float, line[:2])) for line in lines[1 : 1 + days]]
    rows = lines[1 + days : 2 + days + customers]
    if len(limits) < days or len(rows) < customers + 1:
        raise ValueError("lines are missing")
    if any(duration for duration, _ in limits):
        raise ValueError("a duration limits the tours beside the load")
    slots = tuple(
        Slot(staff=f"V{vehicle:03}", day=1 + day, minutes=int(load), depot=0)
        for vehicle in range(vehicles)
        for day, (_, load) in enumerate(limits)
    )
    places = [(float(row[1]), float(row[2])) for row in rows]
    return RoundsProblem(
        stops=tuple(_stop(row, number, days, len(slots)) for number, row in enumerate(rows))[1:],
        slots=slots,
        metres=tuple(
            tuple(round(HUNDREDTHS * hypot(x - east, y - north)) for east, north in places)
            for x, y in places
        ),
        pace=0,
    )


def _stop(row: list[str], point: int, days: int, slots: int) -> Stop:
    """One customer; the depot too, which is left out afterwards."""
    demand, times, count = int(float(row[4])), int(row[5]), int(row[6])
    codes = [int(code) for code in row[7 : 7 + count]]
    patterns = tuple(
        tuple(1 + day for day in range(days) if code >> (days - 1 - day) & 1) for code in codes
    )
    return Stop(
        ref=f"C{point:04}",
        minutes=max(1, demand),
        point=point,
        slots=tuple(range(slots)),
        times=max(1, times),
        patterns=tuple(sorted(patterns)),
    )


def instances_in(folder: Path) -> list[Path]:
    """Files of a folder that may be instances: none of results, notes or archives."""
    others = {".res", ".csv", ".md", ".txt", ".zip"}
    return [
        path for path in sorted(folder.iterdir()) if path.is_file() and path.suffix not in others
    ]


def best_known(path: Path) -> float | None:
    """The best cost known of an instance; None where nothing beside it says so.

    It stands in `best-known.csv` (name,cost) or at the head of the file of results (`p01.res`),
    which may be older.
    """
    table = path.with_name("best-known.csv")
    if table.exists():
        for line in table.read_text(encoding="ascii").splitlines():
            name, _, cost = line.partition(",")
            if name.strip() == path.name:
                return float(cost)
    for beside in (path.with_suffix(".res"), path.with_name(path.name + ".res")):
        if beside.exists():
            return float(beside.read_text(encoding="ascii").split()[0])
    return None
