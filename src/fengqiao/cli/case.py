"""`fengqiao case`: the course of one case, what may be done next, and by when."""

from __future__ import annotations

from datetime import datetime

import click

from fengqiao.cli.case_tables import Shown
from fengqiao.cli.opening import now_in, open_for
from fengqiao.cli.options import (
    as_known_option,
    config_option,
    given_moment,
    json_option,
    lang_option,
    pack_option,
    store_option,
)
from fengqiao.cli.screen import make_console, print_json
from fengqiao.errors import Lang


@click.command("case")
@click.argument("case_ids", metavar="CASE...", nargs=-1, required=True)
@store_option()
@pack_option()
@config_option()
@click.option(
    "--at",
    callback=given_moment,
    metavar="TIMESTAMP",
    help="Moment as of which moves and deadlines are shown (default: now).",
)
@as_known_option()
@click.option("--all", "every", is_flag=True, help="Show also from where each other step starts.")
@json_option()
@lang_option()
def command(
    *,
    case_ids: tuple[str, ...],
    store: str | None,
    packs: tuple[str, ...],
    config: str | None,
    at: datetime | None,
    as_known: datetime | None,
    every: bool,
    as_json: bool,
    lang: Lang,
) -> int:
    """Show a case: its steps, the moves that are legal now, why others are not, its deadlines.

    CASE is its reference. Of parties it says only that there are some. Several cases follow each
    other; as JSON they are a list.
    """
    with open_for(store, packs, config, lang) as workspace:
        moment = at or now_in(workspace.store.zone)
        views = [workspace.case(case_id, at=moment, as_known=as_known) for case_id in case_ids]
        if as_json:
            plain = [view.to_json() for view in views]
            print_json(plain if len(plain) > 1 else plain[0])
            return 0
        shown = Shown(workspace=workspace, console=make_console(), lang=lang)
        for number, view in enumerate(views):
            if number:
                shown.console.print()
            shown.case(view, every=every)
    return 0
