"""`fengqiao coverage`: what carries each number of a notice, and which nothing carries."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console

from fengqiao.cli.opening import pack_names
from fengqiao.cli.options import json_option, lang_option
from fengqiao.cli.screen import hanging, make_console, print_json
from fengqiao.cli.texts import say
from fengqiao.errors import Lang
from fengqiao.packs import set_up
from fengqiao.packs.coverage.comparing import ClauseCoverage, Coverage, cover
from fengqiao.packs.coverage.ledger import ledger_of, write_ledger
from fengqiao.packs.coverage.notice import Encoding, read_notice


@click.command("coverage")
@click.argument("notice")
@click.option("--pack", required=True, metavar="PACK", help="Installed pack or a pack's folder.")
@click.option(
    "--source",
    metavar="SOURCE",
    help="Which source of the pack the notice is (default: the one of the same text, else the"
    " first).",
)
@click.option(
    "--ledger", metavar="FILE", help="Write the facts found, without the notice's words, here."
)
@click.option(
    "--encoding",
    type=click.Choice(("utf-8", "gb18030")),
    default="utf-8",
    help="How the notice was saved (default: utf-8).",
)
@json_option()
@lang_option()
def command(
    *,
    notice: str,
    pack: str,
    source: str | None,
    ledger: str | None,
    encoding: Encoding,
    as_json: bool,
    lang: Lang,
) -> int:
    """Compare a notice with a pack: what carries each number and each duty.

    NOTICE is a plain text file. Exit code 1 if anything is missing.
    """
    setup = set_up(pack_names([pack]))
    asked = next(iter(setup.rules.packs.values()))
    text = read_notice(Path(notice), encoding=encoding)
    found = cover(text, asked, setup.rules.catalogue, source=source)
    if ledger is not None:
        Path(ledger).write_text(write_ledger(ledger_of(found)), encoding="utf-8")
    if as_json:
        print_json(found.to_json())
    else:
        console = make_console()
        _print(console, found, lang, ledger=ledger)
    return int(found.missing > 0)


def _print(console: Console, found: Coverage, lang: Lang, *, ledger: str | None) -> None:
    """What is missing, clause by clause, then what there is."""
    for clause in found.clauses:
        _print_clause(console, clause, lang)
    counts = found.counts()
    numbers = sum(counts.values())
    facts = {"pack": found.pack, "version": found.version, "clauses": len(found.clauses)}
    lines = [say("covered", lang, **facts, numbers=numbers)]
    lines += [
        say(f"covered.{why}", lang, count=count)
        for why, count in counts.items()
        if count or why in ("carried", "missing")
    ]
    duties = [verdict for one in found.clauses for _, verdict in one.obligations]
    lacking = sum(verdict.why == "missing" for verdict in duties)
    lines.append(say("covered.duties", lang, count=len(duties), missing=lacking))
    if found.outside:
        lines.append(say("covered.outside", lang, count=found.outside))
    if found.begins is not None:
        lines.append(say("covered.from", lang, source=found.source, day=found.begins.isoformat()))
    if found.same_text is False:
        lines.append(say("covered.other_text", lang, source=found.source))
    if ledger is not None:
        lines.append(say("covered.ledger", lang, file=ledger))
    for number, line in enumerate(lines):
        hanging(console, line, indent=2 if number else 0)


def _print_clause(console: Console, clause: ClauseCoverage, lang: Lang) -> None:
    """The numbers and duties of a clause that nothing carries; nothing where there are none."""
    if not clause.missing:
        return
    console.print(clause.ref, style="bold")
    near = " ".join(clause.entries) or say("covered.no_entry", lang)
    for number, verdict in clause.numbers:
        if verdict.why == "missing":
            facts = {"text": number.text, "value": number.value}
            place = {"line": number.line, "column": number.column}
            hanging(console, say("covered.number", lang, **facts, **place))
    for duty, verdict in clause.obligations:
        if verdict.why == "missing":
            place = {"line": duty.line, "column": duty.column}
            hanging(console, say("covered.duty", lang, text=duty.text, **place))
    hanging(console, say("covered.entries", lang, entries=near))
