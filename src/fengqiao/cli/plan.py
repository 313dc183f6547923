"""`fengqiao plan`: what is due, placed on officers' days within their hours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import click
from rich.console import Console

from fengqiao.cli.again import suggest
from fengqiao.cli.barred import away_of, barred_json, barred_of, print_barred
from fengqiao.cli.opening import day_used, open_for
from fengqiao.cli.options import away_option, period_option, planning, venues_option
from fengqiao.cli.plan_out import PlanFiles, write_files, written_to
from fengqiao.cli.plan_tables import print_left, print_officers, print_unplaced
from fengqiao.cli.plan_texts import say
from fengqiao.cli.plan_week import print_days
from fengqiao.cli.screen import make_console, print_json
from fengqiao.cli.trying import BUILT_IN, solver_of, trying
from fengqiao.cli.work_time import hours_of, print_missing_hours
from fengqiao.errors import Lang
from fengqiao.planning import Away, Plan
from fengqiao.planning.rounds import ITERATIONS
from fengqiao.tables import read_venues, read_visits
from fengqiao.timing import Period, advance
from fengqiao.workspace import Workspace


@click.command("plan")
@planning
@period_option()
@click.option("--station", help="Only what subjects of this station owe.")
@click.option("--staff", help="Only this officer's part, day by day.")
@click.option(
    "--visits",
    metavar="FILE",
    help="Whom to visit: a CSV file of ref, of, minutes, x, y, times, gap, last ...; nothing of it"
    " is kept.",
)
@click.option("--degrees", is_flag=True, help="x and y in --visits are longitude and latitude.")
@away_option()
@venues_option()
@click.option(
    "--solver",
    default=BUILT_IN,
    show_default=True,
    metavar="NAME",
    help="What makes rounds of visits: the library's own, or an installed plugin's.",
)
@click.option("--seed", type=int, default=0, show_default=True, help="Of rounds of visits.")
@click.option(
    "--iterations",
    type=click.IntRange(min=0),
    default=ITERATIONS,
    show_default=True,
    help="How much to try for better rounds of visits.",
)
@written_to
@click.option("--jsonl", is_flag=True, help="One line of JSON for each block, then each left out.")
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    default=10,
    show_default=True,
    help="Officers shown in the table.",
)
def command(
    *,
    store: str | None,
    packs: tuple[str, ...],
    config: str | None,
    on: date | None,
    as_known: datetime | None,
    lang: Lang,
    as_json: bool,
    period: str,
    station: str | None,
    staff: str | None,
    visits: str | None,
    degrees: bool,
    away: str | None,
    venues: str | None,
    solver: str,
    seed: int,
    iterations: int,
    jsonl: bool,
    limit: int,
    **files: Any,  # noqa: ANN401  as `written_to` declares them
) -> int:
    """Place what is due on officers' days, within their hours.

    The soonest deadline comes first, each on the emptiest day that has room; what finds no place
    is listed with the reason. The configuration says how long staff work: [planning] hours, starts.

    With --visits, days and order of visits are chosen together in the time that is left; how far
    staff get in a minute stands in the configuration: [planning] pace.

    --csv, --ics and --page write the plan to files beside what is printed.
    """
    wanted = read_visits(Path(visits).read_bytes(), visits, degrees=degrees) if visits else None
    gone = away_of(away)
    rooms = read_venues(Path(venues).read_bytes(), venues) if venues else ()
    with open_for(store, packs, config, lang) as workspace:
        day = _day(on, period, workspace.store.zone)
        with trying(iterations if wanted else 0, lang) as (stop, tell):
            plan = workspace.plan(
                period,
                on=day,
                station=station,
                staff=staff,
                as_known=as_known,
                visits=wanted,
                away=gone,
                venues=rooms,
                solver=solver_of(workspace, solver),
                seed=seed,
                iterations=iterations,
                stop=stop,
                tell=tell,
            )
        barred = barred_of(workspace, period, gone, as_known)
        out = PlanFiles(**files)
        done = list(
            write_files(workspace, plan, out, lang, staff=staff, station=station, away=gone)
        )
        if out.csv == "-":
            return 0
        if jsonl:
            for line in plan.jsonl():
                print(line)
        elif as_json:
            print_json({**plan.to_json(), **barred_json(barred)})
        else:
            if on is None:
                print(say("begins", lang, on=day))
            if wanted is not None and wanted.at and workspace.config.pace is None:
                print(say("no_pace", lang))
            called = out.called()
            _print(
                workspace,
                plan,
                lang,
                limit,
                staff=staff,
                station=station,
                names=called,
                away=gone,
            )
            print_barred(make_console(), workspace, barred, lang)
            for text in done:
                print(text)
    return 0


def _day(on: date | None, period: str, zone: ZoneInfo) -> date:
    """The day given; else yesterday, or of a period that is over the day before it."""
    asked = Period.parse(period)
    day = day_used(on, asked, zone, ahead=True)
    if on is None and day == asked.last:
        return advance(asked.first, -1, "day")
    return day


def _print(
    workspace: Workspace,
    plan: Plan,
    lang: Lang,
    limit: int,
    *,
    staff: str | None,
    station: str | None,
    names: Mapping[str, str],
    away: Iterable[Away],
) -> None:
    console = make_console()
    if not plan.placed and not plan.unplaced:
        console.print(say("free", lang, staff=staff) if staff else say("nothing", lang))
        return
    _print_counts(console, plan, lang)
    capacities = workspace.capacities(plan.period, on=plan.on, station=station, away=away)
    if staff is None:
        print_officers(console, plan, capacities, lang, limit)
    else:
        own = next((one for one in capacities if one.staff == staff), None)
        print_days(console, workspace, plan, own, lang, names)
    print_unplaced(console, workspace, plan, lang)
    print_left(console, plan, lang)
    if any(one.reason == "no_hours" for one in plan.unplaced):
        print_missing_hours(console, workspace.config.hours, say("set_hours", lang))
    if staff is None and plan.placed:
        console.print()
        asked = ("--staff", plan.placed[0].staff, "--period", str(plan.period))
        suggest(console, say("one_week", lang), ("fengqiao", "plan", *asked))


def _print_counts(console: Console, plan: Plan, lang: Lang) -> None:
    counts = plan.counts()
    total = counts["placed"] + counts["unplaced"]
    facts = {**counts, "all": total, "hours": hours_of(counts["minutes"])}
    console.print(say("counts", lang, **facts))
    if counts["visits"] or counts["left"]:
        console.print(say("visits", lang, **{**facts, "travel": hours_of(counts["travel"])}))
