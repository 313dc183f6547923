"""`fengqiao case`: the course of one case, what may be done next, and by when."""

from __future__ import annotations

from datetime import datetime

import click

from fengqiao.cli.case_tables import Shown
from fengqiao.cli.opening import now_in, open_for
from fengqiao.cli.options import (
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
@click.argument("case_id", metavar="CASE")
@store_option()
@pack_option()
@config_option()
@click.option(
    "--at",
    callback=given_moment,
    metavar="TIMESTAMP",
    help="Moment as of which moves and deadlines are shown (default: now).",
)
@click.option("--all", "every", is_flag=True, help="Show also from where each other step starts.")
@json_option()
@lang_option()
def command(
    *,
    case_id: str,
    store: str | None,
    packs: tuple[str, ...],
    config: str | None,
    at: datetime | None,
    every: bool,
    as_json: bool,
    lang: Lang,
) -> int:
    """Show one case: its steps, the moves that are legal now, why others are not, its deadlines.

    CASE is its reference. Of parties it says only that there are some.
    """
    with open_for(store, packs, config, lang) as workspace:
        view = workspace.case(case_id, at=at or now_in(workspace.store.zone))
        if as_json:
            print_json(view.to_json())
        else:
            shown = Shown(workspace=workspace, console=make_console(), lang=lang)
            shown.case(view, every=every)
    return 0
