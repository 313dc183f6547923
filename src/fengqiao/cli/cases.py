"""`fengqiao cases`: cases as they stand, what each waits for next, which are overdue."""

from __future__ import annotations

import re
from datetime import date, datetime

import click

from fengqiao.cli import texts
from fengqiao.cli.case_tables import Shown
from fengqiao.cli.opening import now_in, open_for
from fengqiao.cli.options import (
    as_known_option,
    config_option,
    given_day,
    json_option,
    lang_option,
    pack_option,
    store_option,
)
from fengqiao.cli.screen import make_console, print_json
from fengqiao.errors import Lang

_DAYS = re.compile(r"([0-9]{1,4})d?")


def _days(_ctx: click.Context, _option: click.Parameter, text: str | None) -> int | None:
    """The number of days that a text such as 7d names."""
    if text is None:
        return None
    found = _DAYS.fullmatch(text)
    if found is None:
        raise click.BadParameter("days")
    return int(found[1])


@click.command("cases")
@store_option()
@pack_option()
@config_option()
@click.option(
    "--on",
    callback=given_day,
    metavar="DAY",
    help="Day at whose end the cases are shown (default: today).",
)
@click.option("--overdue", is_flag=True, help="Only cases in which something owed is overdue.")
@click.option(
    "--due-within",
    callback=_days,
    metavar="DAYS",
    help="Only cases in which something ends within so many days from then on, such as 7d.",
)
@click.option("--station", help="Only cases of this station.")
@click.option("--closed", is_flag=True, help="Show those too in which no step is left.")
@as_known_option()
@json_option()
@lang_option()
def command(
    *,
    store: str | None,
    packs: tuple[str, ...],
    config: str | None,
    on: date | None,
    overdue: bool,
    due_within: int | None,
    station: str | None,
    closed: bool,
    as_known: datetime | None,
    as_json: bool,
    lang: Lang,
) -> int:
    """List cases: how each stands, what it waits for next, by when, and whether that is overdue.

    A case stands there by its reference. `fengqiao case` shows one of them.
    """
    with open_for(store, packs, config, lang) as workspace:
        day = on or now_in(workspace.store.zone).date()
        found = workspace.cases(
            on=day,
            overdue=overdue,
            due_within=due_within,
            station=station,
            closed=closed,
            as_known=as_known,
        )
        if as_json:
            print_json(found.to_json())
            return 0
        if on is None:
            print(texts.say("as_of", lang, on=day))
        Shown(workspace=workspace, console=make_console(), lang=lang).cases(found)
    return 0
