"""`fengqiao due`: every meeting, checklist item, inspection, report and quota still open."""

from __future__ import annotations

from datetime import date, datetime

import click

from fengqiao.cli import texts
from fengqiao.cli.due_tables import print_by_entry, print_by_kind, print_by_officer, print_unsure
from fengqiao.cli.due_texts import say
from fengqiao.cli.due_week import print_weeks
from fengqiao.cli.opening import day_used, open_for
from fengqiao.cli.options import looking_ahead, period_option
from fengqiao.cli.screen import make_console, print_json, put
from fengqiao.errors import Lang
from fengqiao.planning import DueWork
from fengqiao.workspace import Workspace


@click.command("due")
@looking_ahead
@period_option()
@click.option("--station", help="Only subjects of this station.")
@click.option("--area", help="Only subjects in this area, by code.")
@click.option("--unit", help="Only what this police room or police post owes, or its staff may do.")
@click.option("--staff", help="Only what this officer owes or may do; shown week by week.")
@click.option("--entry", help="Only this entry id.")
@click.option("--open", "only_open", is_flag=True, help="Leave out what is done.")
@click.option("--jsonl", is_flag=True, help="One line of JSON an item, as it is made.")
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    default=5,
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
    area: str | None,
    unit: str | None,
    staff: str | None,
    entry: str | None,
    only_open: bool,
    jsonl: bool,
    limit: int,
) -> int:
    """Show what is due, and how much of it is still open.

    Every period that shares a day with the one asked for is listed: a week shows the quota of its
    month. Facts are read up to and including --on; what is open may be done from the next day on.
    """
    with open_for(store, packs, config, lang) as workspace:
        day = day_used(on, period, workspace.store.zone, ahead=True)
        work = workspace.due(
            period,
            on=day,
            station=station,
            area=area,
            unit=unit,
            staff=staff,
            entry=entry,
            as_known=as_known,
        )
        if only_open:
            work = work.only(lambda block, index: block.open(index) > 0)
        if jsonl:
            for line in work.jsonl():
                print(line)
        elif as_json:
            print_json(work.to_json())
        else:
            if on is None:
                print(texts.say("as_of", lang, on=day))
            _print(workspace, work, lang, limit, by_week=staff is not None)
    return 0


def _print(workspace: Workspace, work: DueWork, lang: Lang, limit: int, *, by_week: bool) -> None:
    console = make_console()
    if not len(work):
        console.print(say("nothing", lang))
        return
    put(console, say("counts", lang, **work.counts()), say("item_is", lang))
    print_by_kind(console, workspace, work, lang)
    sure = (item for item in work.open() if item.reason is None)
    if over := sum(item.open for item in sure if item.window.last <= work.on):
        console.print(say("over", lang, over=over))
    if by_week:
        print_weeks(console, workspace, work, lang)
    else:
        print_by_entry(console, workspace, work, lang)
        print_by_officer(console, workspace, work, lang, limit)
    print_unsure(console, workspace, work, lang)
