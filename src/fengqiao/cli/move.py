"""`fengqiao move`: take a step of a case, if it is legal."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import click

from fengqiao.cli.case_tables import Shown
from fengqiao.cli.opening import now_in, open_for, open_to_write
from fengqiao.cli.options import (
    config_option,
    given_day,
    given_moment,
    json_option,
    known_at_option,
    lang_option,
    pack_option,
    store_option,
)
from fengqiao.cli.screen import make_console, print_json
from fengqiao.errors import Lang


@click.command("move")
@click.argument("case_id", metavar="CASE")
@click.argument("event", metavar="EVENT")
@store_option()
@pack_option()
@config_option()
@click.option("--procedure", help="Open a new case that follows this procedure.")
@click.option(
    "--attest",
    multiple=True,
    metavar="FACT",
    help="What is attested, with commas between; may be repeated.",
)
@click.option(
    "--at", callback=given_moment, metavar="TIMESTAMP", help="When it happened (default: now)."
)
@click.option("--by", metavar="STAFF", help="Staff or mediator id of who did it.")
@click.option("--party", metavar="REF", help="The party that it is about, by reference.")
@click.option("--at-version", type=click.IntRange(min=0), help="The version that you have seen.")
@click.option("--form", help="Form of the agreement: written, oral, recording.")
@click.option("--content", "contents", multiple=True, help="What it has; may be repeated.")
@click.option("--paper", "papers", multiple=True, help="Paper put on file; may be repeated.")
@click.option(
    "--participant", "participants", multiple=True, help="Kind of who took part; may be repeated."
)
@click.option("--due-on", callback=given_day, metavar="DAY", help="Day set for what comes next.")
@click.option("--area", help="Area code that the case belongs to.")
@click.option("--station", help="Station that the case belongs to.")
@click.option("--committee", help="Mediation committee.")
@click.option("--other", metavar="REF", help="Case that it came from or goes to.")
@click.option("--level", help="Level at which it was handled.")
@known_at_option()
@json_option()
@lang_option()
def command(
    *,
    case_id: str,
    event: str,
    store: str | None,
    packs: tuple[str, ...],
    config: str | None,
    procedure: str | None,
    attest: tuple[str, ...],
    at: datetime | None,
    by: str | None,
    party: str | None,
    at_version: int | None,
    form: str | None,
    contents: tuple[str, ...],
    papers: tuple[str, ...],
    participants: tuple[str, ...],
    due_on: date | None,
    area: str | None,
    station: str | None,
    committee: str | None,
    other: str | None,
    level: str | None,
    known_at: datetime | None,
    as_json: bool,
    lang: Lang,
) -> int:
    """Take a step of a case; an illegal one is refused with every reason and its article.

    CASE is its reference, EVENT the step: found, joined, consented, accepted, session_held,
    agreed ... `fengqiao case` says which are legal. --procedure opens a new case.
    """
    said: dict[str, Any] = {
        "form": form,
        "contents": contents,
        "papers": papers,
        "participants": participants,
        "due_on": due_on,
        "area": area,
        "station": station,
        "committee": committee,
        "other": other,
        "level": level,
    }
    more = {name: value for name, value in said.items() if value}
    opener = open_for if procedure is None else open_to_write
    with opener(store, packs, config, lang) as workspace:
        now = now_in(workspace.store.zone)
        when: dict[str, Any] = {
            "at": at or now,
            "known_at": known_at or now,
            "by": by,
            "facts": [word for one in attest for word in one.split(",") if word],
        }
        if procedure is None:
            view = workspace.take(
                case_id, event, party=party, at_version=at_version, **when, **more
            )
        else:
            view = workspace.open_case(
                case_id, event, procedure=procedure, party=party, **when, **more
            )
        if as_json:
            print_json(view.to_json())
        else:
            Shown(workspace=workspace, console=make_console(), lang=lang).taken(view)
    return 0
