"""`fengqiao explain`: one finding or score down to its clause, its count and its period."""

from __future__ import annotations

import re
from collections.abc import Container
from datetime import date, datetime
from typing import Any

import click
from rich.console import Console

from fengqiao.cli.opening import day_used, open_for
from fengqiao.cli.options import asking
from fengqiao.cli.screen import make_console, plain_table, print_json, rendered
from fengqiao.cli.texts import say
from fengqiao.errors import Lang
from fengqiao.judging import FindingId
from fengqiao.workspace import Workspace
from fengqiao.workspace.answering import is_score_id

_LABEL = re.compile(r"(?P<label>[^::]+)[::] ?(?P<text>.*)")


@click.command("explain")
@click.argument("finding_id", metavar="ID")
@asking
def command(
    *,
    finding_id: str,
    store: str | None,
    packs: tuple[str, ...],
    config: str | None,
    on: date | None,
    as_known: datetime | None,
    lang: Lang,
    as_json: bool,
) -> int:
    """Explain a finding or score: what was asked, by which clause, counted how, with what result.

    ID is one that `fengqiao check` or `fengqiao score` prints.
    """
    period = FindingId.parse(finding_id).asked_period()
    with open_for(store, packs, config, lang) as workspace:
        day = day_used(on, period, workspace.store.zone)
        text = workspace.explain(finding_id, lang=lang, on=day, as_known=as_known)
        if as_json:
            about = _explained(workspace, finding_id, day, as_known)
            print_json({"format": 1, **about, "text": text})
            return 0
    if on is None:
        print(say("as_of", lang, on=day))
    print_explanation(make_console(), text)
    return 0


def _explained(
    workspace: Workspace, any_id: str, day: date, as_known: datetime | None
) -> dict[str, Any]:
    """The finding or score of an id, under its name."""
    if is_score_id(workspace.setup, any_id):
        return {"score": workspace.find_score(any_id, on=day, as_known=as_known).to_json()}
    return {"finding": workspace.find(any_id, on=day, as_known=as_known).to_json()}


def print_explanation(console: Console, text: str) -> None:
    """Labels to the left, what they say beside them."""
    for line in explanation_lines(console, text):
        console.out(line, highlight=False)


def explanation_lines(console: Console, text: str, only: Container[str] | None = None) -> list[str]:
    """An explanation as it is printed.

    Args:
        console: Where it will be printed.
        text: As a workspace gives it.
        only: Labels that are wanted; None: all.

    Returns:
        Lines; one that continues another begins with blanks.
    """
    rows = []
    for line in text.splitlines():
        found = _LABEL.fullmatch(line)
        rows.append((found["label"], found["text"]) if found else ("", line))
    lines = []
    is_wanted = only is None
    for line in rendered(console, plain_table(rows, keep=(0,))):
        if only is not None and not line.startswith(" "):
            is_wanted = line.partition("  ")[0] in only
        if is_wanted:
            lines.append(line)
    return lines
