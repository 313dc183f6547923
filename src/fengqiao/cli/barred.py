"""Absences that an entry bars, as a table and as JSON: for verbs that take `--away`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from rich.console import Console

from fengqiao.cli.plan_texts import say
from fengqiao.cli.screen import plain_table, put
from fengqiao.cli.work_time import clauses_of
from fengqiao.errors import Lang
from fengqiao.planning import Away, BarredAbsence
from fengqiao.tables import read_away
from fengqiao.timing import Period
from fengqiao.workspace import Workspace


def away_of(file: str | None) -> tuple[Away, ...]:
    """The absences of a file; none where there is none."""
    return read_away(Path(file).read_bytes(), file) if file else ()


def barred_of(
    workspace: Workspace, period: str | Period, away: Iterable[Away], as_known: datetime | None
) -> tuple[BarredAbsence, ...]:
    """Those of some absences that an entry bars; nothing is read where none are given."""
    gone = tuple(away)
    return workspace.barred_absences(period, gone, as_known=as_known) if gone else ()


def barred_json(barred: Iterable[BarredAbsence]) -> dict[str, Any]:
    """What stands beside the answer in JSON; nothing where nothing is barred."""
    found = [one.to_json() for one in barred]
    return {"barred": found} if found else {}


def print_barred(
    console: Console, workspace: Workspace, barred: Iterable[BarredAbsence], lang: Lang
) -> None:
    """Who is called away for what, and which clause bars it."""
    words = workspace.catalogue.vocabularies["tasking_kind"].words
    rows = [
        (
            one.away.staff,
            f"{one.away.first} - {one.away.last}",
            words[one.away.kind or ""].get(lang),
            " ".join(clauses_of(ban.clause, lang) for ban in one.bans),
        )
        for one in barred
    ]
    if not rows:
        return
    console.print()
    console.print(say("barred_absences", lang), style="bold")
    header = [say(name, lang) for name in ("officer", "days", "tasked_for", "barred_by")]
    put(console, plain_table(rows, header=header, indent=2, keep=(0, 1)))
