"""What five plugins cost each record: asked once per workspace, or by pluggy for every record."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from importlib.metadata import EntryPoint
from types import ModuleType

import pluggy
from rounds import Contender, Contest, Goal, Size, main

from fengqiao.measures import Indicator
from fengqiao.packs import hookimpl
from fengqiao.packs.plugins import collect_plugins
from fengqiao.rules import Catalogue

PLUGINS = 5
RECORDS = 1_000_000
"""Of one workspace, from opening to closing."""
OURS, EACH, CEILING = "fengqiao, asked once", "pluggy, called for each record", "20 ns"
hookspec = pluggy.HookspecMarker("probe")
probe = pluggy.HookimplMarker("probe")


class Spec:
    """A hook that would be called for every record."""

    @hookspec
    def seen(self, record: int) -> int | None:
        """Look at a record."""


class Looks:
    """A plugin that looks and says nothing."""

    @probe
    def seen(self, record: int) -> int | None:
        """Look at a record."""
        return None


def contests(size: Size) -> Iterator[Contest]:
    """Nanoseconds a record."""
    points = [_point(number) for number in range(PLUGINS)]
    manager = pluggy.PluginManager("probe")
    manager.add_hookspecs(Spec)
    for _ in range(PLUGINS):
        manager.register(Looks())
    calls = 1_000 if size.is_tiny else 50_000

    def each() -> float:
        begun = time.perf_counter()
        for record in range(calls):
            manager.hook.seen(record=record)
        return (time.perf_counter() - begun) / calls * 1e9

    yield Contest(
        title="What plugins cost",
        instance=f"{PLUGINS} plugins, {RECORDS:,} records in the life of a workspace.",
        unit="ns a record",
        measures="figure",
        contenders=[
            Contender(name=OURS, run=lambda: _seconds(points) / RECORDS * 1e9),
            Contender(name=EACH, run=each),
            Contender(name=CEILING, run=lambda: 20.0),
        ],
        goals=[Goal(name=OURS, against=CEILING, ratio=1.0)],
    )


def _seconds(points: Iterable[EntryPoint]) -> float:
    """How long it takes to collect plugins, the core's own part included."""
    begun = time.perf_counter()
    collect_plugins(points)
    return time.perf_counter() - begun


def _point(number: int) -> EntryPoint:
    """An installed plugin that answers the hook of indicators."""
    module = ModuleType(f"plugin_{number}")

    @hookimpl
    def fengqiao_indicators(catalogue: Catalogue) -> Iterable[Indicator]:
        return ()

    module.fengqiao_indicators = fengqiao_indicators  # type: ignore[attr-defined]  # a module made here
    sys.modules[module.__name__] = module
    return EntryPoint(name=module.__name__, value=module.__name__, group="fengqiao")


if __name__ == "__main__":
    main(__file__, contests, packages=("fengqiao", "pluggy"))
