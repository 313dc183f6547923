"""`fengqiao abstractions`: time for which staff were called away, and what bars it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import click
from rich.console import Console

from fengqiao.cli.opening import open_for
from fengqiao.cli.options import period_option, summing_up
from fengqiao.cli.plan_texts import say
from fengqiao.cli.screen import make_console, plain_table, print_json, put
from fengqiao.cli.work_time import clauses_of, hours_of
from fengqiao.errors import Lang
from fengqiao.planning import Abstraction, Abstractions
from fengqiao.workspace import Workspace


@click.command("abstractions")
@summing_up
@period_option()
@click.option("--station", help="Only staff with a post at this station.")
@click.option("--barred", is_flag=True, help="Only what an entry bars.")
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
    barred: bool,
) -> int:
    """Sum up what staff were called away for: how long, by whose order, and what bars it.

    From recorded taskings. An exception that is attested and that the entry names lifts a ban and
    is shown all the same.
    """
    with open_for(store, packs, config, lang) as workspace:
        found = workspace.abstractions(period, station=station, as_known=as_known)
        if barred:
            lines = tuple(one for one in found.lines if one.is_barred)
            found = Abstractions(period=found.period, lines=lines)
        if as_json:
            print_json(found.to_json())
        else:
            _print(make_console(), workspace, found, lang)
    return 0


def _print(console: Console, workspace: Workspace, found: Abstractions, lang: Lang) -> None:
    if not found.lines:
        console.print(say("no_taskings", lang, period=found.period))
        return
    counts = found.counts()
    facts = {
        "period": found.period,
        "times": counts["times"],
        "hours": hours_of(counts["minutes"]),
        "barred_times": counts["barred_times"],
        "barred_hours": hours_of(counts["barred_minutes"]),
    }
    console.print(say("taskings", lang, **facts))
    rows = [_row(workspace, one, lang) for one in found.lines]
    names = (
        "officer",
        "tasked_for",
        "ordered_by",
        "number",
        "hours",
        "in_hours",
        "excepted",
        "barred_by",
    )
    console.print()
    header = [say(name, lang) for name in names]
    put(console, plain_table(rows, header=header, right=(3, 4, 5), indent=2, keep=(0, 3, 4, 5)))


def _row(workspace: Workspace, one: Abstraction, lang: Lang) -> tuple[str, ...]:
    barring = [ban for ban in one.bans if not ban.excepted]
    return (
        one.staff,
        _word(workspace, "tasking_kind", one.kind, lang),
        one.ordered_by or "-",
        str(one.times),
        hours_of(one.minutes),
        "-" if one.in_hours is None else hours_of(one.in_hours),
        _words(workspace, one.excepted, lang) or "-",
        " ".join(clauses_of(ban.clause, lang) for ban in barring) or "-",
    )


def _words(workspace: Workspace, codes: Iterable[str], lang: Lang) -> str:
    between = "、" if lang == "zh" else ", "
    return between.join(_word(workspace, "tasking_exception", one, lang) for one in codes)


def _word(workspace: Workspace, vocabulary: str, code: str, lang: Lang) -> str:
    words = workspace.catalogue.vocabularies[vocabulary].words
    return words[code].get(lang) or code if code in words else code
