"""`fengqiao replan`: plan again what is still open, with the least change."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import click
from rich.console import Console

from fengqiao.cli.opening import open_for
from fengqiao.cli.options import planning
from fengqiao.cli.plan_tables import print_left, print_unplaced
from fengqiao.cli.plan_texts import say
from fengqiao.cli.screen import make_console, plain_table, print_json, put
from fengqiao.cli.trying import trying
from fengqiao.cli.work_time import title_of
from fengqiao.errors import Lang, RequestError
from fengqiao.planning import Move, Pin, Plan, Replan, read_plan
from fengqiao.planning.moves import Where
from fengqiao.planning.rounds import ITERATIONS
from fengqiao.tables import read_away, read_visits
from fengqiao.workspace import Workspace


@click.command("replan")
@click.argument("file", metavar="PLAN")
@planning
@click.option("--station", help="As the plan before was asked for.")
@click.option(
    "--pin",
    "pins",
    multiple=True,
    metavar="STAFF|DAY|STAFF@DAY|ITEM",
    help="What must stay; may be repeated.",
)
@click.option("--visits", metavar="FILE", help="Whom to visit still, as for plan.")
@click.option("--degrees", is_flag=True, help="x and y in --visits are longitude and latitude.")
@click.option("--away", metavar="FILE", help="Who is away: a CSV file of staff, first, last, code.")
@click.option("--seed", type=int, default=0, show_default=True, help="Of rounds of visits.")
@click.option(
    "--iterations",
    type=click.IntRange(min=0),
    default=ITERATIONS,
    show_default=True,
    help="How much to try for better rounds of visits.",
)
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    default=20,
    show_default=True,
    help="Moves shown in the table.",
)
def command(
    *,
    file: str,
    store: str | None,
    packs: tuple[str, ...],
    config: str | None,
    on: date | None,
    as_known: datetime | None,
    lang: Lang,
    as_json: bool,
    station: str | None,
    pins: tuple[str, ...],
    visits: str | None,
    degrees: bool,
    away: str | None,
    seed: int,
    iterations: int,
    limit: int,
) -> int:
    """Plan again with the least change: what is done or pinned stays, and each move says why.

    PLAN is what `fengqiao plan --json` wrote. Without --on nothing of it is over yet: only what
    changed in facts, staff and absences moves anything. The answer in JSON is a plan, too.
    """
    before = _read(Path(file).read_bytes())
    wanted = read_visits(Path(visits).read_bytes(), visits, degrees=degrees) if visits else None
    gone = read_away(Path(away).read_bytes(), away) if away else ()
    with open_for(store, packs, config, lang) as workspace:
        with trying(iterations if wanted else 0, lang) as stop:
            found = workspace.replan(
                before,
                on=on,
                station=station,
                pinned=[_pin(text) for text in pins],
                visits=wanted,
                away=gone,
                as_known=as_known,
                seed=seed,
                iterations=iterations,
                stop=stop,
            )
        if as_json:
            print_json(found.to_json())
        else:
            _print(make_console(), workspace, found, lang, limit)
    return 0


def _read(content: bytes) -> Plan:
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        data = None
    if data is None:
        raise RequestError("plan_file.no_json")
    return read_plan(data)


def _pin(text: str) -> Pin:
    """A day, an officer, an officer on a day, or the id of a due item."""
    if ":" in text:
        return Pin(item=text)
    staff, _, day = text.rpartition("@")
    try:
        return Pin(staff=staff or None, day=date.fromisoformat(day))
    except ValueError:
        pass
    if staff:
        raise click.BadParameter("day", param_hint="--pin")
    return Pin(staff=day)


def _print(console: Console, workspace: Workspace, found: Replan, lang: Lang, limit: int) -> None:
    console.print(say("changes", lang, **found.counts()))
    if found.moves:
        rows = [_row(workspace, one, lang) for one in found.moves[:limit]]
        names = ("what", "number", "stood", "stands", "why")
        console.print()
        header = [say(name, lang) for name in names]
        put(console, plain_table(rows, header=header, right=(1,), indent=2, keep=(1, 2, 3)))
        if 0 < limit < len(found.moves):
            more = len(found.moves) - limit
            console.print("  " + say("more", lang, more=more, all=len(found.moves)))
        totals = Counter({one.reason: 0 for one in found.moves})
        for one in found.moves:
            totals[one.reason] += one.units
        console.print()
        for reason, count in sorted(totals.items(), key=lambda pair: (-pair[1], pair[0])):
            console.print(f"  {count:>6}  {say(f'move.{reason}', lang)}")
    print_unplaced(console, workspace, found.plan, lang)
    print_left(console, found.plan, lang)


def _row(workspace: Workspace, move: Move, lang: Lang) -> tuple[str, ...]:
    entry = move.item.partition(":")[2].partition("@")[0].partition(":")[0]
    return (
        move.ref or title_of(workspace, entry, lang, item=move.item),
        str(move.units),
        _where(move.before),
        _where(move.after),
        say(f"move.{move.reason}", lang),
    )


def _where(where: Where | None) -> str:
    return f"{where[0]} {where[1].isoformat()}" if where else "-"
