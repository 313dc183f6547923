"""`fengqiao who`: who was responsible for a grid, a room or an area on a day."""

from __future__ import annotations

from datetime import date, datetime

import click

from fengqiao.cli.opening import now_in, open_for
from fengqiao.cli.options import given_day, summing_up
from fengqiao.cli.plan_texts import say
from fengqiao.cli.screen import make_console, plain_table, print_json, put
from fengqiao.errors import Lang
from fengqiao.model import KINDS
from fengqiao.workspace import Responsible, Workspace


@click.command("who")
@click.argument("kind", metavar="KIND")
@click.argument("subject", metavar="ID")
@summing_up
@click.option("--on", callback=given_day, metavar="DAY", help="The day (default: today).")
def command(
    *,
    kind: str,
    subject: str,
    store: str | None,
    packs: tuple[str, ...],
    config: str | None,
    on: date | None,
    as_known: datetime | None,
    lang: Lang,
    as_json: bool,
) -> int:
    """Say who was responsible for a grid, a room or an area on a day.

    KIND is grid, beat, police_room, police_post, premises or area; ID its id on the register. With
    --as-known it is answered from what was known by then, however it was corrected since.
    """
    with open_for(store, packs, config, lang) as workspace:
        day = on or now_in(workspace.store.zone).date()
        found = workspace.responsible(kind, subject, on=day, as_known=as_known)
        if as_json:
            posts = [one.to_json() for one in found]
            asked = {"kind": kind, "id": subject, "on": day.isoformat()}
            print_json({"format": 1, **asked, "posts": posts})
            return 0
        console = make_console()
        if not found:
            console.print(say("nobody_there", lang, on=day))
            return 0
        console.print(say("responsible", lang, on=day))
        rows = [_row(workspace, one, lang) for one in found]
        header = [say(name, lang) for name in ("officer", "role", "held_at", "since", "until")]
        put(console, plain_table(rows, header=header, indent=2, keep=(0, 3, 4)))
    return 0


def _row(workspace: Workspace, one: Responsible, lang: Lang) -> tuple[str, ...]:
    role = workspace.catalogue.vocabularies["role"].words.get(one.role)
    spec = KINDS["assignment"].fields[one.by]
    return (
        one.staff,
        role.get(lang) or one.role if role else one.role,
        f"{spec.zh if lang == 'zh' else spec.en} {one.place}",
        one.since.isoformat(),
        one.until.isoformat() if one.until else "-",
    )
