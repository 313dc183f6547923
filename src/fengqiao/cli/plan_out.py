"""Files that a plan is written to: a table, calendars, and pages to print."""

from __future__ import annotations

import codecs
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import click
from attrs import frozen

from fengqiao.cli.failures import CannotAnswer
from fengqiao.cli.opening import now_in
from fengqiao.cli.options import given_moment
from fengqiao.cli.pdf import print_pdf
from fengqiao.cli.plan_texts import say
from fengqiao.errors import Lang
from fengqiao.papers import calendars_of, week_page
from fengqiao.planning import Away, Plan
from fengqiao.tables import plan_lines, read_names
from fengqiao.workspace import Workspace

_F = TypeVar("_F", bound=Callable[..., Any])


@frozen(kw_only=True)
class PlanFiles:
    """What is to be written; None: not that.

    Attributes:
        csv: File of the table; `-`: standard output, instead of everything else.
        ics: Folder of the calendars.
        page: File of one officer's weeks, HTML or PDF by its ending.
        names: File of what ids are called there.
        stamp: The moment that calendars carry.
    """

    csv: str | None
    ics: str | None
    page: str | None
    names: str | None
    stamp: datetime | None

    def called(self) -> dict[str, str]:
        """What ids are called, read from the file of names each time."""
        if self.names is None:
            return {}
        return read_names(Path(self.names).read_bytes(), self.names)


def written_to(function: _F) -> _F:
    """`--csv`, `--ics`, `--page` and what belongs to them."""
    for option in (
        click.option(
            "--stamp",
            callback=given_moment,
            metavar="TIMESTAMP",
            help="The moment that --ics writes, for the same bytes each time (default: now).",
        ),
        click.option(
            "--names",
            metavar="FILE",
            help="What staff, places and references are called: a CSV file of id, name;"
            " nothing of it is kept.",
        ),
        click.option(
            "--page",
            metavar="FILE",
            help="Write the weeks of --staff as A4 pages: .html, or .pdf through Chromium.",
        ),
        click.option(
            "--ics",
            metavar="FOLDER",
            help="Write a calendar for each officer and police room; older ones are replaced. With"
            " --station only of that one's; who serves several stations has one for each.",
        ),
        click.option(
            "--csv",
            metavar="FILE",
            help="Write the plan as a table, as spreadsheets open it; - prints it.",
        ),
    ):
        function = option(function)
    return function


def write_files(
    workspace: Workspace,
    plan: Plan,
    files: PlanFiles,
    lang: Lang,
    *,
    staff: str | None,
    station: str | None,
    away: Iterable[Away] = (),
) -> Iterator[str]:
    """Write what is wanted.

    Yields:
        What was written, in words.

    Raises:
        CannotAnswer: A page is wanted, and not whose.
    """
    names = files.called()
    if files.csv == "-":
        for line in plan_lines(plan, lang):
            sys.stdout.write(line)
    elif files.csv is not None:
        text = "".join(plan_lines(plan, lang))
        _write(Path(files.csv), codecs.BOM_UTF8 + text.encode())
        yield say("file_written", lang, file=files.csv)
    if files.page is not None:
        if staff is None:
            raise CannotAnswer("page_of_nobody")
        capacities = workspace.capacities(plan.period, on=plan.on, station=station, away=away)
        page = week_page(workspace, plan, staff, capacities=capacities, lang=lang, names=names)
        path = Path(files.page)
        _write(path, print_pdf(page) if path.suffix.lower() == ".pdf" else page.encode())
        yield say("file_written", lang, file=files.page)
    if files.ics is not None:
        yield from _write_calendars(workspace, plan, files, lang, names, staff, station)


def _write(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)


def _write_calendars(  # noqa: PLR0917  what is written, and of whom
    workspace: Workspace,
    plan: Plan,
    files: PlanFiles,
    lang: Lang,
    names: Mapping[str, str],
    staff: str | None,
    station: str | None,
) -> Iterator[str]:
    found = calendars_of(
        workspace,
        plan,
        made=files.stamp or now_in(workspace.store.zone),
        lang=lang,
        names=names,
        staff=None if staff is None else (staff,),
        rooms=None if staff is None else (),
        station=station,
    )
    folder = Path(str(files.ics))
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in found.items():
        (folder / name).write_bytes(content)
    yield say("calendars_written", lang, count=len(found), folder=folder)
