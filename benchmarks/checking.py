"""A month of 40,000 stations judged against 30 limits: met, not met, or not checkable."""

from __future__ import annotations

import importlib
import json
import random
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from time import process_time
from typing import Any

from attrs import evolve
from rounds import Contender, Contest, Goal, Size, main

from fengqiao.judging.compare import judge
from fengqiao.judging.limits import Settled
from fengqiao.measures import Column
from fengqiao.rules import Comparison, Exact

NORMS = 30
UNKNOWN = 100
"""One value in so many is unknown."""
ENGINE_STATIONS = 300
"""Rule engines take stations one by one, and long enough for these."""


def contests(size: Size) -> Iterator[Contest]:
    """Three-valued results of every station and norm."""
    stations = 200 if size.is_tiny else 40_000
    chance = random.Random(size.seed)
    values = [[chance.randrange(100) for _ in range(stations)] for _ in range(NORMS)]
    unknown = [frozenset(chance.sample(range(stations), stations // UNKNOWN)) for _ in range(NORMS)]
    limits = [chance.randrange(20, 80) for _ in range(NORMS)]
    yield _checking(values, unknown, limits, stations)


def _checking(
    values: Sequence[list[int]],
    unknown: Sequence[frozenset[int]],
    limits: Sequence[int],
    stations: int,
) -> Contest:
    settled = [Settled(comparison=Comparison("at_least", Exact(limit))) for limit in limits]
    columns = [Column(nums=nums, unknown=some) for nums, some in zip(values, unknown, strict=True)]
    amount = NORMS * stations
    few = min(stations, ENGINE_STATIONS)
    names = [f"n{norm}" for norm in range(NORMS)]
    rows = [
        {name: None if row in unknown[n] else values[n][row] for n, name in enumerate(names)}
        for row in range(stations)
    ]

    def ours() -> object:
        return [
            judge(column, limit, size=stations, has_ended=True, known={}).results
            for column, limit in zip(columns, settled, strict=True)
        ]

    def comprehensions() -> object:
        return [
            [2 if (value := row[name]) is None else value >= limit for row in rows]
            for name, limit in zip(names, limits, strict=True)
        ]

    def closure(name: str, limit: int) -> Callable[[dict[str, int | None]], int]:
        def check(row: dict[str, int | None]) -> int:
            value = row[name]
            return 2 if value is None else int(value >= limit)

        return check

    closures = [closure(name, limit) for name, limit in zip(names, limits, strict=True)]
    contenders = [
        Contender(name="fengqiao", run=ours, amount=amount),
        Contender(
            name="a comprehension for each norm, over dicts", run=comprehensions, amount=amount
        ),
        Contender(
            name="a closure for each norm, station by station",
            run=lambda: [[one(row) for one in closures] for row in rows],
            amount=amount,
        ),
        Contender(name="8,000,000 checks/s", run=lambda: amount / 8_000_000, amount=amount),
    ]
    absent = []
    if find_spec("zen"):
        contenders.append(
            Contender(
                name="zen-engine, station by station",
                run=_zen(limits, rows[:few]),
                amount=NORMS * few,
            )
        )
    else:
        absent.append(("zen-engine, station by station", "zen-engine"))
    if find_spec("numpy"):
        contenders.append(
            Contender(
                name="numpy, columns ready", run=_numpy(values, unknown, limits), amount=amount
            )
        )
    else:
        absent.append(("numpy, columns ready", "numpy"))
    return Contest(
        title="Judge a month of a country's stations",
        instance=f"{stations:,} stations, {NORMS} norms, one value in {UNKNOWN} unknown.",
        unit="ns of one processor a check",
        measures="figure",
        contenders=list(map(_nanoseconds, contenders)),
        absent=absent,
        goals=[
            Goal(name="fengqiao", against="8,000,000 checks/s", ratio=1.0),
            Goal(name="fengqiao", against="zen-engine, station by station", ratio=50.0),
        ],
    )


def _nanoseconds(one: Contender) -> Contender:
    """The same, but it says how long the processor worked on each check."""

    def run() -> float:
        begun = process_time()
        found = one.run()
        spent = found if isinstance(found, float) else process_time() - begun
        return spent / one.amount * 1e9

    return evolve(one, run=run)


def _numpy(
    values: Sequence[list[int]], unknown: Sequence[frozenset[int]], limits: Sequence[int]
) -> Callable[[], object]:
    numpy = importlib.import_module("numpy")
    table = numpy.array(values)
    holes = numpy.zeros(table.shape, bool)
    for norm, some in enumerate(unknown):
        holes[norm, list(some)] = True
    least = numpy.array(limits)[:, None]
    return lambda: numpy.where(holes, 2, table >= least).astype("u1")


def _zen(limits: Sequence[int], rows: Sequence[dict[str, Any]]) -> Callable[[], object]:
    """One expression node that judges all norms of a station."""
    zen = importlib.import_module("zen")
    expressions = [
        {"id": f"e{n}", "key": f"r{n}", "value": f"n{n} == null ? 2 : (n{n} >= {limit} ? 1 : 0)"}
        for n, limit in enumerate(limits)
    ]
    nodes = [
        {"id": "in", "type": "inputNode", "name": "in", "position": {"x": 0, "y": 0}},
        {
            "id": "do",
            "type": "expressionNode",
            "name": "do",
            "position": {"x": 0, "y": 0},
            "content": {"expressions": expressions},
        },
        {"id": "out", "type": "outputNode", "name": "out", "position": {"x": 0, "y": 0}},
    ]
    edges = [
        {"id": "a", "type": "edge", "sourceId": "in", "targetId": "do"},
        {"id": "b", "type": "edge", "sourceId": "do", "targetId": "out"},
    ]
    content = json.dumps(
        {"contentType": "application/vnd.gorules.decision", "nodes": nodes, "edges": edges}
    )
    decision = zen.ZenEngine().create_decision(content)
    return lambda: [decision.evaluate(row) for row in rows]


if __name__ == "__main__":
    main(__file__, contests, packages=("fengqiao", "numpy", "zen-engine"))
