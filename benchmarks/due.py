"""Days on which something recurs, and all due work of a town for a month."""

from __future__ import annotations

import importlib
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from importlib.util import find_spec
from pathlib import Path
from time import process_time

from attrs import evolve
from rounds import Contender, Contest, Goal, Size, main

from fengqiao.cli.demo_setup import Demo, draw_town, month_of, open_demo, prepare_demo, record_town
from fengqiao.rules.occasion_days import days_called
from fengqiao.simulate.town import Town
from fengqiao.timing import Span

_STAFF = 300
_STREET = 9
"""Digits of the code of a street; that of a community has more."""
FAR = Span(date(2037, 6, 1), date(2037, 6, 30))


def contests(size: Size) -> Iterator[Contest]:
    """Recurrences beside dateutil, then a town."""
    yield _expansion(200 if size.is_tiny else 20_000)
    yield _window(2 if size.is_tiny else 50)
    with tempfile.TemporaryDirectory() as folder:
        yield _town(Path(folder), size.seed, _STAFF)
    if not size.is_tiny:
        with tempfile.TemporaryDirectory() as folder:
            yield _town(Path(folder), size.seed, None)


def _expansion(wanted: int) -> Contest:
    """Every Saturday, so many weeks long."""
    first = date(1950, 1, 7)
    last = date.fromordinal(first.toordinal() + 7 * wanted - 1)

    def ours() -> object:
        return days_called(("saturday",), first, last)

    contenders = [
        Contender(name="fengqiao", run=ours, amount=wanted),
    ]
    absent = []
    if find_spec("dateutil"):
        rule = importlib.import_module("dateutil.rrule")
        start = datetime(1950, 1, 7)  # noqa: DTZ001  dateutil's rules are of naive moments

        def theirs() -> object:
            return list(rule.rrule(rule.WEEKLY, dtstart=start, count=wanted))

        contenders.append(Contender(name="dateutil rrule", run=theirs, amount=wanted))
    else:
        absent.append(("dateutil rrule", "python-dateutil"))
    return Contest(
        title="Expand a weekly recurrence",
        instance=f"{wanted:,} weeks.",
        unit="occurrences/s",
        contenders=contenders,
        absent=absent,
        goals=[Goal(name="fengqiao", against="dateutil rrule", ratio=8.0)],
    )


def _window(asks: int) -> Contest:
    """Saturdays in a month twenty years after the rule began."""

    def ours() -> object:
        return [sorted(days_called(("saturday",), FAR.first, FAR.last)) for _ in range(asks)]

    contenders = [Contender(name="fengqiao", run=ours, amount=asks)]
    absent = []
    if find_spec("dateutil"):
        rule = importlib.import_module("dateutil.rrule")
        begun, ended = datetime(2018, 1, 6), datetime(2037, 6, 1)  # noqa: DTZ001  as above
        until = datetime(2037, 6, 30)  # noqa: DTZ001  as above

        def theirs() -> object:
            return [
                rule.rrule(rule.WEEKLY, dtstart=begun).between(ended, until, inc=True)
                for _ in range(asks)
            ]

        contenders.append(Contender(name="dateutil between()", run=theirs, amount=asks))
    else:
        absent.append(("dateutil between()", "python-dateutil"))
    return Contest(
        title="Ask a weekly rule for one month, twenty years on",
        instance=f"{asks:,} asks.",
        unit="asks/s",
        contenders=contenders,
        absent=absent,
        goals=[Goal(name="fengqiao", against="dateutil between()", ratio=100.0)],
    )


def _town(folder: Path, seed: int, wanted: int | None) -> Contest:
    """All due work of the demonstration's town, or of as much of it as needs so many staff."""
    demo = prepare_demo("wuhai", month_of("wuhai"), seed, folder)
    with open_demo(demo) as workspace:
        for some in _growing(demo):
            town = draw_town(some, workspace)
            if wanted is not None and len(_staff(town)) >= wanted:
                break
        record_town(town, workspace, "en")
    workspace = open_demo(demo)
    month = demo.month
    items = len(workspace.due(month))

    def due() -> float:
        begun = process_time()
        workspace.due(month)
        return process_time() - begun

    staff = len(_staff(town))
    return Contest(
        title="All due work of a town for a month",
        instance=f"Pack wuhai, {len(town.stations)} stations, {staff} staff, {items:,} items due.",
        unit="s of one processor",
        measures="figure",
        contenders=[
            Contender(name="fengqiao", run=due),
            Contender(name="0.3 seconds", run=lambda: 0.3),
        ],
        goals=[Goal(name="fengqiao", against="0.3 seconds", ratio=1.0)] if wanted else [],
    )


def _staff(town: Town) -> set[str]:
    return {post.staff for post in town.posts}


def _growing(demo: Demo) -> Iterator[Demo]:
    """All streets with more and more of their communities, one of each street in turn."""
    streets = [area for area in demo.areas if len(area[0]) <= _STREET]
    turns = Counter[str]()
    ranked = []
    for code, name in demo.areas[len(streets) :]:
        turns[code[:_STREET]] += 1
        ranked.append((turns[code[:_STREET]], code, name))
    ranked.sort()
    for number in range(len(turns), len(ranked) + 1):
        some = sorted((code, name) for _, code, name in ranked[:number])
        yield evolve(demo, areas=(*streets, *some))


if __name__ == "__main__":
    main(__file__, contests, packages=("fengqiao", "python-dateutil"))
