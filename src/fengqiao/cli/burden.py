"""`fengqiao burden`: hours that each entry asks of each officer, against the hours there are."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime

import click
from rich.console import Console

from fengqiao.cli.barred import away_of, barred_json, barred_of, print_barred
from fengqiao.cli.burden_two import By, burdens_of, print_two
from fengqiao.cli.failures import CannotAnswer
from fengqiao.cli.need import print_need
from fengqiao.cli.opening import open_for
from fengqiao.cli.options import away_option, given_day, period_option, summing_up
from fengqiao.cli.plan_tables import print_by_reason
from fengqiao.cli.plan_texts import say
from fengqiao.cli.screen import make_console, plain_table, print_json, put
from fengqiao.cli.trying import trying, working
from fengqiao.cli.work_time import (
    clauses_of,
    hours_of,
    print_missing_hours,
    print_missing_minutes,
    share_of,
    title_of,
)
from fengqiao.errors import Lang
from fengqiao.planning import Burden, OfficerBurden
from fengqiao.rules import Catalogue, Chain
from fengqiao.workspace import TwoBurdens, Workspace


@click.command("burden")
@summing_up
@period_option()
@click.option("--station", help="Only what subjects of this station owe.")
@away_option()
@click.option(
    "--by",
    type=click.Choice(["month", "week"]),
    default="month",
    show_default=True,
    help="Whether officers are told by month or by week.",
)
@click.option(
    "--against",
    metavar="PACK",
    help="Set another pack beside --pack: what each would ask of the same staff.",
)
@click.option(
    "--on",
    callback=given_day,
    metavar="DAY",
    help="With --against: the day on which both packs are taken (default: today).",
)
@click.option(
    "--need", is_flag=True, help="Posts that the work needs, with [planning] relief, and 1+2+N."
)
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
    as_known: datetime | None,
    lang: Lang,
    as_json: bool,
    period: str,
    station: str | None,
    away: str | None,
    by: By,
    against: str | None,
    on: date | None,
    need: bool,
    limit: int,
) -> int:
    """Sum up the hours that the notice asks of each officer and month.

    Demand is gross, as if nothing was done yet. Entries of which nobody said how long one takes
    are listed apart.

    With --against two packs are set side by side on the same facts: what each would ask of these
    staff, if all of it that is in force on one day held in the period.
    """
    gone = away_of(away)
    if against is not None:
        if need:
            raise CannotAnswer("against_need")
        with working(lang):
            answer = burdens_of(
                store, packs, against, config, period, station, by, on, as_known, gone
            )
        return _set_against(answer, lang, limit, as_json=as_json)
    if on is not None:
        raise CannotAnswer("on_alone")
    with open_for(store, packs, config, lang) as workspace:
        with trying(0, lang) as (_, tell):
            burden = workspace.burden(
                period, station=station, by=by, as_known=as_known, away=gone, tell=tell
            )
            posts = None
            if need:
                posts = workspace.need(period, station=station, as_known=as_known, away=gone)
            barred = barred_of(workspace, period, gone, as_known)
        if as_json:
            more = {"need": posts.to_json()} if posts else {}
            print_json({**burden.to_json(), **more, **barred_json(barred)})
        else:
            _print(workspace, burden, lang, limit)
            if posts is not None and burden.entries:
                print_need(make_console(), workspace, posts, lang)
            print_barred(make_console(), workspace, barred, lang)
    return 0


def _set_against(
    answer: tuple[TwoBurdens, tuple[Chain, Chain], Catalogue],
    lang: Lang,
    limit: int,
    *,
    as_json: bool,
) -> int:
    found, chains, catalogue = answer
    if as_json:
        print_json(found.to_json())
    else:
        print_two(make_console(), found, chains, catalogue, lang, limit)
    return 0


def _print(workspace: Workspace, burden: Burden, lang: Lang, limit: int) -> None:
    console = make_console()
    if not burden.entries:
        console.print(say("nothing_due", lang))
        return
    facts = {"period": burden.period, "minutes": hours_of(burden.minutes)}
    if burden.available is None:
        console.print(say("total", lang, **facts))
    else:
        facts["available"] = hours_of(burden.available)
        facts["share"] = share_of(burden.minutes, burden.available)
        console.print(say("total_of", lang, **facts))
    console.print(say("gross", lang))
    _print_roles(console, workspace, burden, lang)
    _print_entries(console, workspace, burden, lang)
    _print_officers(console, burden, lang, limit)
    _print_unstated(console, workspace, burden, lang)
    if burden.available is None:
        print_missing_hours(console, workspace.config.hours, say("no_hours_stated", lang))


def _print_roles(console: Console, workspace: Workspace, burden: Burden, lang: Lang) -> None:
    """What is asked of each role: the total hides those of whom most is asked."""
    if not burden.available:
        return
    words = workspace.catalogue.vocabularies["role"].words
    between = "、" if lang == "zh" else ", "
    rows = [
        (
            between.join(words[role].get(lang) if role in words else role for role in one.roles),
            str(one.months),
            hours_of(one.minutes),
            "-" if one.available is None else hours_of(one.available),
            share_of(one.minutes, one.available),
            share_of(*one.median) if one.median else "-",
        )
        for one in burden.by_role()
    ]
    names = ("role", "officer_months", "asked", "there_are", "share", "median")
    console.print()
    console.print(say("by_role", lang), style="bold")
    header = [say(name, lang) for name in names]
    put(console, plain_table(rows, header=header, right=(1, 2, 3, 4, 5), indent=2))


def _print_entries(console: Console, workspace: Workspace, burden: Burden, lang: Lang) -> None:
    """Hours of each entry with a stated duration, and their share of the hours there are."""
    timed = [one for one in burden.entries if one.minutes is not None]
    if not timed:
        return
    rows = [
        (
            hours_of(one.minutes or 0),
            share_of(one.minutes or 0, burden.available),
            hours_of(one.minutes_each) if one.minutes_each is not None else "-",
            clauses_of(one.clause, lang),
            title_of(workspace, one.entry, lang),
        )
        for one in timed
    ]
    header = [say(name, lang) for name in ("hours", "share", "each", "clause", "what")]
    console.print()
    console.print(say("by_entry", lang), style="bold")
    put(console, plain_table(rows, header=header, right=(0, 1, 2), indent=2, keep=(0, 1, 2, 3)))


def _print_officers(console: Console, burden: Burden, lang: Lang, limit: int) -> None:
    """The officers and months of whom most is asked."""
    if not burden.officers:
        return
    fullest = sorted(burden.officers, key=_fullest)
    rows = [
        (
            one.staff or say("nobody", lang),
            one.month,
            hours_of(one.minutes),
            "-" if one.available is None else hours_of(one.available),
            share_of(one.minutes, one.available),
            str(sum(minutes is None for minutes in one.by_entry.values())),
        )
        for one in fullest[:limit]
    ]
    names = ("officer", "month", "asked", "there_are", "share", "untimed")
    console.print()
    console.print(say("fullest_first", lang), style="bold")
    header = [say(name, lang) for name in names]
    put(console, plain_table(rows, header=header, right=(2, 3, 4, 5), indent=2))
    if 0 < limit < len(fullest):
        left = len(fullest) - limit
        console.print("  " + say("more", lang, more=left, all=len(fullest)))


def _fullest(one: OfficerBurden) -> tuple[bool, float, str, str]:
    """Work that nobody may do first, then by share, or by minutes where no hours are known."""
    return one.staff is not None, -one.minutes / (one.available or 1), one.month, one.staff or ""


def _print_unstated(console: Console, workspace: Workspace, burden: Burden, lang: Lang) -> None:
    """Entries that are not counted, or not in full."""
    untimed = [one for one in burden.entries if one.unstated]
    if untimed:
        rows = [
            (str(one.unstated), clauses_of(one.clause, lang), title_of(workspace, one.entry, lang))
            for one in untimed
        ]
        header = [say(name, lang) for name in ("due", "clause", "what")]
        console.print()
        console.print(say("unstated", lang), style="bold")
        put(console, plain_table(rows, header=header, indent=2, right=(0,), keep=(0, 1)))
        print_missing_minutes(console, workspace, {(o.pack, o.entry) for o in untimed}, lang)
    unsure: dict[str, Counter[tuple[str, str]]] = {}
    for one in burden.entries:
        if one.unsure:
            named = clauses_of(one.clause, lang), title_of(workspace, one.entry, lang)
            unsure.setdefault(str(one.reason), Counter())[named] += one.unsure
    if unsure:
        console.print()
        console.print(say("unsure", lang), style="bold")
        print_by_reason(console, unsure, lang)
