"""`fengqiao replan`: plan again what is still open, with the least change."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click
from attrs import evolve
from rich.console import Console

from fengqiao.cli.barred import away_of, barred_json, barred_of, print_barred
from fengqiao.cli.opening import open_for
from fengqiao.cli.options import away_option, planning, venues_option
from fengqiao.cli.plan_out import PlanFiles, write_files, written_to
from fengqiao.cli.plan_tables import print_left, print_unplaced
from fengqiao.cli.plan_texts import say
from fengqiao.cli.screen import make_console, plain_table, print_json, put
from fengqiao.cli.trying import trying
from fengqiao.cli.work_time import title_of
from fengqiao.errors import Lang, RequestError
from fengqiao.planning import Move, Pin, Plan, Replan, read_plan
from fengqiao.planning.moves import Where
from fengqiao.planning.rounds import ITERATIONS
from fengqiao.tables import read_venues, read_visits
from fengqiao.workspace import Workspace


@click.command("replan")
@click.argument("file", metavar="PLAN")
@planning
@click.option("--station", help="As the plan before was asked for.")
@click.option(
    "--staff", help="Only what moves of this officer, and whose page; JSON has everything."
)
@click.option(
    "--pin",
    "pins",
    multiple=True,
    metavar="STAFF|DAY|STAFF@DAY|ITEM",
    help="What must stay; may be repeated.",
)
@click.option("--visits", metavar="FILE", help="Whom to visit still, as for plan.")
@click.option("--degrees", is_flag=True, help="x and y in --visits are longitude and latitude.")
@away_option()
@venues_option()
@click.option("--seed", type=int, default=0, show_default=True, help="Of rounds of visits.")
@click.option(
    "--iterations",
    type=click.IntRange(min=0),
    default=ITERATIONS,
    show_default=True,
    help="How much to try for better rounds of visits.",
)
@written_to
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
    staff: str | None,
    pins: tuple[str, ...],
    visits: str | None,
    degrees: bool,
    away: str | None,
    venues: str | None,
    seed: int,
    iterations: int,
    limit: int,
    **files: Any,  # noqa: ANN401  as `written_to` declares them
) -> int:
    """Plan again with the least change: what is done or pinned stays, and each move says why.

    PLAN is what `fengqiao plan --json` wrote. Without --on nothing of it is over yet: only what
    changed in facts, staff and absences moves anything. The answer in JSON is a plan, too.

    --csv, --ics and --page write the new plan to files as `fengqiao plan` does, behind what stood
    up to the day of the facts.
    """
    before = _read(Path(file).read_bytes())
    wanted = read_visits(Path(visits).read_bytes(), visits, degrees=degrees) if visits else None
    gone = away_of(away)
    rooms = read_venues(Path(venues).read_bytes(), venues) if venues else ()
    with open_for(store, packs, config, lang) as workspace:
        if staff is not None:
            _require_staff(workspace, before, staff, station)
        # Those that stay are looked at first, then all of them: twice in most cases.
        with trying(2 * iterations if wanted else 0, lang) as (stop, tell):
            found = workspace.replan(
                before,
                on=on,
                station=station,
                pinned=[_pin(text) for text in pins],
                visits=wanted,
                away=gone,
                venues=rooms,
                as_known=as_known,
                seed=seed,
                iterations=iterations,
                stop=stop,
                tell=tell,
            )
        barred = barred_of(workspace, before.period, gone, as_known)
        out = PlanFiles(**files)
        done = list(
            write_files(
                workspace,
                _whole(found, staff),
                out,
                lang,
                staff=staff,
                station=station,
                away=gone,
            )
        )
        if out.csv == "-":
            return 0
        if as_json:
            print_json({**found.to_json(), **barred_json(barred)})
        else:
            console = make_console()
            console.print(say("changes", lang, **found.counts()))
            _print(console, workspace, _part(found, staff), lang, limit)
            print_barred(console, workspace, barred, lang)
            for text in done:
                print(text)
    return 0


def _whole(found: Replan, staff: str | None) -> Plan:
    """What stood up to the day of the facts, and the new plan; of one officer, their part."""
    whole = evolve(found.plan, placed=(*found.past, *found.plan.placed))
    return whole if staff is None else whole.of(staff)


def _part(found: Replan, staff: str | None) -> Replan:
    """What moves from or to one officer."""
    if staff is None:
        return found
    moves = (one for one in found.moves if staff in _who(one))
    return evolve(found, plan=found.plan.of(staff), moves=tuple(moves))


def _who(move: Move) -> set[str]:
    return {where[0] for where in (move.before, move.after) if where is not None}


def _read(content: bytes) -> Plan:
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        data = None
    if data is None:
        raise RequestError("plan_file.no_json")
    return read_plan(data)


def _require_staff(workspace: Workspace, plan: Plan, staff: str, station: str | None) -> None:
    """Refuse somebody without a post there: whatever is said of them would be empty.

    Raises:
        RequestError: Nobody of this id has one.
    """
    known = workspace.capacities(plan.period, station=station)
    if all(one.staff != staff for one in known):
        raise RequestError("request.no_staff")


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
    if found.moves:
        rows = [_row(workspace, one, lang) for one in found.moves[:limit]]
        names = ("number", "stood", "stands", "what", "why")
        console.print()
        header = [say(name, lang) for name in names]
        put(console, plain_table(rows, header=header, right=(0,), indent=2, keep=(0, 1, 2)))
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
        str(move.units),
        _where(move.before),
        _where(move.after),
        move.ref or title_of(workspace, entry, lang, item=move.item),
        say(f"move.{move.reason}", lang),
    )


def _where(where: Where | None) -> str:
    return f"{where[0]} {where[1].isoformat()}" if where else "-"
