"""Set the demonstration up: its two files, a synthetic month, everything recorded."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from fengqiao.cli.demo_config import MARK, config_text
from fengqiao.cli.demo_example import example_terms
from fengqiao.cli.demo_texts import say
from fengqiao.cli.failures import CannotAnswer
from fengqiao.cli.screen import COLUMNS
from fengqiao.errors import Lang
from fengqiao.packs import set_up
from fengqiao.packs.installed import installed_packs, locate
from fengqiao.rules import Catalogue, Open, Pack, Sheet
from fengqiao.simulate import (
    ROUTINES,
    Scenario,
    Town,
    build_town,
    furnish,
    is_tasked,
    places_wanted,
    recorded_since,
    reported_in,
    routines_of,
    simulate_events,
    simulate_registers,
    staff_wanted,
    words_wanted,
)
from fengqiao.timing import CN_CALENDAR, Period, advance, period_of
from fengqiao.workspace import Workspace, open_workspace

AREAS_FILE = "areas.csv"
_UNRECORDED = frozenset(("duty.publicity",))
_POINTS = "points.reported"
"""What this town does without a complete record, so that some answers are `no data`."""
_BESIDE = ("", "-wal", "-shm")


@frozen(kw_only=True)
class Demo:
    """Where the demonstration stands and what it was made of.

    Attributes:
        database, config: Its two files.
        areas: Code and name of each real area of the locality.
    """

    locality: str
    month: Period
    seed: int
    database: Path
    config: Path
    areas: tuple[tuple[str, str], ...]

    @property
    def url(self) -> str:
        """URL of the store."""
        return f"sqlite:///{self.database.as_posix()}"


def prepare_demo(locality: str, month: Period, seed: int, out: Path) -> Demo:
    """Find the areas, make the folder, take away a former demonstration.

    Raises:
        CannotAnswer: The pack has no list of areas, or the folder holds a file of that name
            that no demonstration has written.
        UnknownPack: No such pack is installed.
    """
    name = f"{locality}-{month.label}"
    demo = Demo(
        locality=locality,
        month=month,
        seed=seed,
        database=out / f"{name}.db",
        config=out / f"{name}.toml",
        areas=_areas(locate(locality, installed_packs())),
    )
    out.mkdir(parents=True, exist_ok=True)
    _clear(demo)
    text = config_text(locality, month.label, seed, list(_example(demo)))
    demo.config.write_text(text, encoding="utf-8")
    return demo


def _example(demo: Demo) -> Iterator[tuple[str, str]]:
    """Values for what the pack leaves open."""
    rules = set_up([demo.locality]).rules
    pack = rules.packs[demo.locality]
    return example_terms(pack, rules.catalogue, demo.areas, demo.month)


def month_of(locality: str) -> Period:
    """The first whole month of a pack's first source, of those whose working days are known."""
    pack = set_up([locality]).rules.packs[locality]
    began = period_of("month", pack.sources[0].effective_from)
    if began.first != pack.sources[0].effective_from:
        began = period_of("month", advance(began.last, 1, "day"))
    return max(began, period_of("month", CN_CALENDAR.published_from), key=lambda one: one.first)


def _areas(folder: Path) -> tuple[tuple[str, str], ...]:
    path = folder / AREAS_FILE
    if not path.exists():
        raise CannotAnswer("no_areas", file=AREAS_FILE)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return tuple((row["code"], row["name"]) for row in csv.DictReader(file))


def _clear(demo: Demo) -> None:
    """Delete a former demonstration's two files, and nothing that it did not write."""
    files = [demo.database.with_name(demo.database.name + end) for end in _BESIDE]
    there = [path for path in (*files, demo.config) if path.exists()]
    if there and not _is_own(demo.config):
        raise CannotAnswer("foreign_file", where=str(there[0]))
    for path in there:
        path.unlink()


def _is_own(config: Path) -> bool:
    if not config.is_file():
        return False
    with config.open(encoding="utf-8", errors="replace") as file:
        return file.readline().startswith(MARK)


def open_demo(demo: Demo) -> Workspace:
    """The workspace of a demonstration."""
    return open_workspace(demo.url, packs=[demo.locality], config=demo.config)


def draw_town(demo: Demo, workspace: Workspace) -> Town:
    """The synthetic town of a demonstration, with the words of its pack."""
    pack, catalogue = workspace.packs[demo.locality], workspace.catalogue
    routines = routines_of(pack, workspace.rules)
    town = build_town(
        Scenario(
            areas=demo.areas,
            month=demo.month,
            seed=demo.seed,
            zone=workspace.store.zone,
            topics=tuple(sorted(catalogue.words("meeting_topic"))),
            routines=routines or ROUTINES,
            reported=reported_in(pack),
            words={name: tuple(one.words) for name, one in catalogue.vocabularies.items()},
            unrecorded=_UNRECORDED,
            points=_points_key(pack),
            awards=_awards(catalogue),
            wanted=words_wanted(pack),
            staffed=staff_wanted(pack),
            places=places_wanted(pack, catalogue),
            tasked=is_tasked(pack),
        )
    )
    return furnish(town)


def _points_key(pack: Pack) -> str | None:
    """The key of the host's own points table, where a sheet of the pack is measured by it."""
    parts = (
        part
        for entry in pack.entries
        if isinstance(entry, Sheet) and not isinstance(entry.parts, Open)
        for part in entry.parts
    )
    return next((_POINTS for part in parts if part.measure == _POINTS), None)


def _awards(catalogue: Catalogue) -> dict[str, str]:
    """Lists that others decide, with the role of those who stand on them."""
    return {name: catalogue.key(name).each[0] for name in sorted(catalogue.words("award"))}


def record_town(town: Town, workspace: Workspace, lang: Lang) -> int:
    """Record everything about a town; the bar goes to standard error and is gone afterwards.

    Returns:
        How many facts were recorded.
    """
    batches = [*simulate_registers(town), *simulate_events(town)]
    total = sum(map(len, batches))
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    console = Console(stderr=True, width=COLUMNS, highlight=False)
    shown = sys.stderr.isatty()
    with Progress(*columns, console=console, transient=True, disable=not shown) as progress:
        task = progress.add_task(say("recording", lang), total=total)
        for batch in batches:
            workspace.record_columns(batch.kind, batch.columns, known_at=batch.known_at)
            progress.advance(task, len(batch))
    known = workspace.catalogue.words("recording")
    declared = {key: day for key, day in recorded_since(town).items() if key in known}
    return total + workspace.declare(declared, known_at=town.scenario.opens_at).new
