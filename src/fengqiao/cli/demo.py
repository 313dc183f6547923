"""`fengqiao demo`: a synthetic month of a real place: recorded, checked, planned and scored."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Capture

from fengqiao.cli.demo_burden import officer_of, print_burden
from fengqiao.cli.demo_cases import print_disputes, record_disputes
from fengqiao.cli.demo_report import Report, first_of_each, telling
from fengqiao.cli.demo_setup import draw_town, month_of, open_demo, prepare_demo, record_town
from fengqiao.cli.demo_week import find_week, print_first_day, print_plan, print_week
from fengqiao.cli.failures import CannotAnswer
from fengqiao.cli.judged import groups_of
from fengqiao.cli.options import lang_option
from fengqiao.cli.screen import make_console
from fengqiao.errors import Lang
from fengqiao.timing import Period
from fengqiao.workspace import Workspace

_MOST_LINES = 60 - 3
"""Of the report below its three lines on what it is and where it lies."""
_MOST_GROUPS = 6
_ENOUGH = 5
"""Lines for findings; with fewer left, the first day of the plan is not shown."""


@click.command("demo")
@click.option("--locality", default="wuhai", show_default=True, help="An installed pack.")
@click.option(
    "--month",
    help="The month to draw (default: the first whole month of its notice).",
    metavar="MONTH",
)
@click.option("--seed", type=int, default=1, show_default=True, help="Another seed, another town.")
@click.option(
    "--out",
    default="fengqiao-demo",
    show_default=True,
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the store and the configuration are left.",
)
@lang_option()
def command(*, locality: str, month: str | None, seed: int, out: Path, lang: Lang) -> int:
    """Show a month of a place: real areas, synthetic work, nobody in it.

    Leaves a store and its configuration in DIR, and prints the command that repeats each part.
    """
    period = Period.parse(month) if month else month_of(locality)
    if period.unit != "month":
        raise CannotAnswer("no_month")
    demo = prepare_demo(locality, period, seed, out)
    with open_demo(demo) as workspace:
        town = draw_town(demo, workspace)
        report = Report(
            demo=demo, workspace=workspace, town=town, console=make_console(), lang=lang
        )
        report.head()
        report.places(record_town(town, workspace, lang))
        _print(report, workspace, period)
    return 0


def _print(report: Report, workspace: Workspace, month: Period) -> None:
    """The parts of the report, with as many kinds of breach as leave it short enough."""
    console = report.console
    with console.capture() as above:
        report.areas()
        report.classes(workspace.classify(month))
    findings = workspace.check(month)
    groups = groups_of(findings.breaches(), report.wording)
    finding = telling(groups, report.demo.locality)
    burden = workspace.burden(month)
    staff = officer_of(finding, burden)
    week = find_week(workspace, month, staff) if staff else None
    groups = first_of_each(groups)
    with console.capture() as after:
        report.explanation(finding)
        if week is not None:
            print_week(report, week)
    with console.capture() as day:
        if week is not None:
            print_first_day(report, week)
    with console.capture() as below:
        if week is not None:
            print_plan(report, week.plan)
        if staff is not None:
            print_burden(report, burden, staff)
        report.awards(workspace.score(month).awards)
        cases = record_disputes(workspace)
        if cases:
            print_disputes(report)
        report.again(finding, week, has_burden=staff is not None, cases=cases)
    left = _MOST_LINES - sum(_lines(part) for part in (above, after, below))
    shows_day = left - _lines(day) >= _ENOUGH
    for most in range(_MOST_GROUPS, 0, -1):
        with console.capture() as between:
            report.findings(findings, groups[:most])
        if _lines(between) <= left - shows_day * _lines(day):
            break
    parts = (above, between, after, *((day,) if shows_day else ()), below)
    print("".join(part.get() for part in parts), end="")


def _lines(part: Capture) -> int:
    return part.get().count("\n")
