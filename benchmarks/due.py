"""Days on which something recurs, and all due work of a town for a month."""

from __future__ import annotations

import importlib
import tempfile
from collections.abc import Iterator
from datetime import date, datetime
from importlib.util import find_spec
from pathlib import Path
from time import process_time

from rounds import Contender, Contest, Goal, Size, main

from fengqiao.cli.demo_setup import draw_town, month_of, open_demo, prepare_demo, record_town
from fengqiao.rules.occasion_days import days_called
from fengqiao.timing import Span

FAR = Span(date(2037, 6, 1), date(2037, 6, 30))


def contests(size: Size) -> Iterator[Contest]:
    """Recurrences beside dateutil, then a town."""
    yield _expansion(200 if size.is_tiny else 20_000)
    yield _window(2 if size.is_tiny else 50)
    with tempfile.TemporaryDirectory() as folder:
        yield _town(Path(folder), size.seed)


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


def _town(folder: Path, seed: int) -> Contest:
    """All due work of the town of the demonstration."""
    demo = prepare_demo("wuhai", month_of("wuhai"), seed, folder)
    with open_demo(demo) as workspace:
        town = draw_town(demo, workspace)
        record_town(town, workspace, "en")
    workspace = open_demo(demo)
    month = demo.month
    items = len(workspace.due(month))

    def due() -> float:
        begun = process_time()
        workspace.due(month)
        return process_time() - begun

    staff = len({post.staff for post in town.posts})
    return Contest(
        title="All due work of a town for a month",
        instance=f"Pack wuhai, {len(town.stations)} stations, {staff} staff, {items:,} items due.",
        unit="s of one processor",
        measures="figure",
        contenders=[
            Contender(name="fengqiao", run=due),
            Contender(name="0.3 seconds", run=lambda: 0.3),
        ],
        goals=[Goal(name="fengqiao", against="0.3 seconds", ratio=1.0)],
    )


if __name__ == "__main__":
    main(__file__, contests, packages=("fengqiao", "python-dateutil"))
