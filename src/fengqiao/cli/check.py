"""`fengqiao check`: what was done, against every clause in force."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime

import click
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from fengqiao.cli.again import suggest
from fengqiao.cli.judged import Group, groups_of
from fengqiao.cli.opening import day_used, open_for
from fengqiao.cli.options import asking, period_option
from fengqiao.cli.screen import make_console, plain_table, print_json, put
from fengqiao.cli.texts import say
from fengqiao.errors import Lang
from fengqiao.judging import Findings, word
from fengqiao.judging.doubts import doubt_in_words
from fengqiao.judging.wording import Wording
from fengqiao.workspace import Workspace

_STYLES = {"breach": "bold red", "notice": "bold yellow", "info": "bold"}
_FAILS = {"breach": ("breach",), "notice": ("breach", "notice"), "never": ()}


@click.command("check")
@asking
@period_option()
@click.option("--station", help="Only subjects of this station.")
@click.option("--area", help="Only subjects in this area, by code.")
@click.option("--entry", help="Only this entry id.")
@click.option("--jsonl", is_flag=True, help="One line of JSON a finding, as it is made.")
@click.option(
    "--fail-on",
    type=click.Choice(list(_FAILS)),
    default="breach",
    show_default=True,
    help="What makes exit code 1.",
)
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    default=3,
    show_default=True,
    help="Findings shown of each requirement in the table.",
)
def command(
    *,
    store: str | None,
    packs: tuple[str, ...],
    config: str | None,
    on: date | None,
    as_known: datetime | None,
    lang: Lang,
    as_json: bool,
    period: str,
    station: str | None,
    area: str | None,
    entry: str | None,
    jsonl: bool,
    fail_on: str,
    limit: int,
) -> int:
    """Check what was done against every clause in force."""
    with open_for(store, packs, config, lang) as workspace:
        day = day_used(on, period, workspace.store.zone)
        findings = workspace.check(
            period, on=day, station=station, area=area, entry=entry, as_known=as_known
        )
        if jsonl:
            for line in findings.jsonl():
                print(line)
        elif as_json:
            print_json(findings.to_json())
        else:
            if on is None:
                print(say("as_of", lang, on=day))
            _print(workspace, findings, lang, limit)
        counts = findings.counts()
    return int(any(counts[severity] for severity in _FAILS[fail_on]))


def _print(workspace: Workspace, findings: Findings, lang: Lang, limit: int) -> None:
    console = make_console()
    print_counts(console, findings, lang)
    wording = Wording(packs=workspace.packs, catalogue=workspace.catalogue, lang=lang)
    some = [*findings.breaches(), *findings.notices(), *findings.infos()]
    for group in groups_of(some, wording):
        console.print()
        _print_group(console, group, wording, limit)
    _print_unchecked(console, findings, lang)
    print_unverified(console, findings, lang)
    if some:
        console.print()
        suggest(
            console,
            say("explain_hint", lang),
            ("fengqiao", "explain", say("id_placeholder", lang)),
        )


def print_counts(console: Console, findings: Findings, lang: Lang) -> None:
    """How many findings there are, by result and severity."""
    counts = findings.counts()
    severities = say("severities", lang, breach=counts["breach"], notice=counts["notice"])
    if counts["info"]:
        severities += say("severities.info", lang, info=counts["info"])
    facts = {"met": counts["met"], "not_met": counts["not_met"], "left": counts["not_checkable"]}
    console.print(say("counts", lang, total=len(findings), severities=severities, **facts))


def print_unverified(console: Console, findings: Findings, lang: Lang) -> None:
    """The footnote on findings whose value was not confirmed; nothing where there are none."""
    blocks = findings.blocks
    count = sum(len(one.results) for one in blocks if not one.task.spoken.verified)
    if count:
        console.print()
        console.print(say("unverified", lang, count=count))


def _print_group(console: Console, group: Group, wording: Wording, limit: int) -> None:
    """What was asked, how often it was not met, and the findings furthest off."""
    lang = wording.lang
    mark = "" if group.verified else say("unverified_mark", lang)
    facts = {"clause": group.clause, "title": group.title, "asked": group.asked + mark}
    head = Text(f"{word(group.severity, lang)} {len(group.findings)}")
    head.stylize(_STYLES[group.severity])
    head.append("  " + say("group", lang, **facts))
    console.print(head)
    shown = group.findings[:limit]
    texts = [wording.found(one) for one in shown]
    width = max(map(cell_len, texts), default=0)
    for text, one in zip(texts, shown, strict=True):
        start = " " * (2 + width - cell_len(text)) + text
        fits = cell_len(start) + 2 + len(one.id) <= console.width
        console.out(f"{start}  {one.id}" if fits else f"{start}\n    {one.id}", highlight=False)
    if 0 < limit < len(group.findings):
        left = len(group.findings) - limit
        console.print("  " + say("more", lang, more=left, all=len(group.findings)))


def _print_unchecked(console: Console, findings: Findings, lang: Lang) -> None:
    words = findings.context.rules.catalogue
    reasons = Counter(
        doubt_in_words(block.task.doubt, words, lang) if block.task.doubt else word(reason, lang)
        for block in findings.blocks
        for reason in block.reasons.values()
    )
    if not reasons:
        return
    console.print()
    console.print(say("unchecked", lang), style="bold")
    rows = [(str(count), text) for text, count in reasons.most_common()]
    put(console, plain_table(rows, indent=2, right=(0,)))
