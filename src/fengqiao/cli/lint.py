"""`fengqiao lint`: every fault of a pack at once, then its worked cases."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from fengqiao.cli.failures import CannotAnswer
from fengqiao.cli.opening import pack_names
from fengqiao.cli.options import given_day, json_option, lang_option
from fengqiao.cli.screen import print_json
from fengqiao.cli.texts import say
from fengqiao.cli.watching import keep_looking
from fengqiao.errors import Fault, Lang, render, rendered_parts
from fengqiao.packs import CheckedPack, installed_packs, look_over
from fengqiao.packs.accounting import shown_part, unaccounted
from fengqiao.packs.installed import locate
from fengqiao.rules import Pack

_REASONS_ONCE = frozenset(("pack.few_cases", "pack.procedure_cases", "pack.score_cases"))
"""Faults of one kind that most entries of a new pack have: why and what next is said once."""


@click.command("lint")
@click.argument("pack")
@click.option(
    "--strict",
    is_flag=True,
    help="Count as faults parts of clauses that nothing cites, entries that nothing measures,"
    " entries with too few worked cases, and sources not looked at for a year.",
)
@click.option(
    "--on",
    callback=given_day,
    metavar="DAY",
    help="Day as of which a source counts as not looked at for a year (default: today).",
)
@click.option(
    "--watch", is_flag=True, help="Look again whenever a file of the pack changes, until Ctrl-C."
)
@json_option()
@lang_option()
def command(
    *, pack: str, strict: bool, on: date | None, watch: bool, as_json: bool, lang: Lang
) -> int:
    """Find every fault of a pack, then run its worked cases.

    PACK is an installed pack or a folder with data/ in it. Exit code 1 with any fault; with
    --watch 0 once it is ended.
    """
    folder = _folder(pack)

    def look() -> int:
        linted = look_over(folder, on=on or datetime.now().astimezone().date())
        if as_json:
            print_json(_as_data(linted, lang, strict=strict))
        else:
            _print(linted, pack, lang, strict=strict)
        return int(bool(_counted(linted, strict=strict)))

    def look_and_wait() -> None:
        look()
        if not as_json:
            print(say("watching", lang))

    if not watch:
        return look()
    keep_looking(folder, look_and_wait)
    return 0


def _folder(pack: str) -> Path:
    """The folder of a pack: as given, or where it is installed.

    Raises:
        CannotAnswer: There is no such folder.
        UnknownPack: No such pack is installed.
    """
    (named,) = pack_names([pack])
    if isinstance(named, str) and not (Path(named) / "data").is_dir():
        return locate(named, installed_packs())
    folder = Path(named)
    if not folder.is_dir():
        raise CannotAnswer("no_folder", where=str(folder))
    return folder


def _counted(linted: CheckedPack, *, strict: bool) -> tuple[Fault, ...]:
    """What makes the exit code 1."""
    return linted.faults + (linted.lacking if strict else ())


def _noted(linted: CheckedPack, *, strict: bool) -> tuple[Fault, ...]:
    """Notes that are not counted."""
    return tuple(one for one in linted.notes if not (strict and one in linted.lacking))


def _as_data(linted: CheckedPack, lang: Lang, *, strict: bool) -> dict[str, object]:
    def shown(faults: tuple[Fault, ...]) -> list[dict[str, str | None]]:
        return [dict(rendered_parts(fault, lang)) for fault in faults]

    return {
        "format": 1,
        "pack": linted.pack.id if linted.pack else None,
        "faults": shown(_counted(linted, strict=strict)),
        "notes": shown(_noted(linted, strict=strict)),
        "unaccounted": _unaccounted(linted.pack) if linted.pack else [],
        "not_installed": len(linted.not_installed),
        "cases": {
            "run": len(linted.cases),
            "failed": sum(one.fault is not None for one in linted.cases),
        },
    }


def _print(linted: CheckedPack, asked: str, lang: Lang, *, strict: bool) -> None:
    told: set[str] = set()
    for fault in _counted(linted, strict=strict):
        print(_short(fault, lang) if fault.code in told else render(fault, lang))
        told |= _REASONS_ONCE & {fault.code}
    failed = sum(one.fault is not None for one in linted.cases)
    if linted.pack is None or len(linted.faults) > failed:
        print(say("pack_faults", lang, count=len(linted.faults), where=asked))
        return
    pack = linted.pack
    for note in _noted(linted, strict=strict):
        print(say("note", lang, note=render(note, lang)))
    facts = {"entries": len(pack.entries), "clauses": len(pack.clauses)}
    head = "read_well" if _counted(linted, strict=strict) else "pack_in_order"
    print(say(head, lang, pack=pack.id, version=pack.version, **facts))
    if not strict and (missing := _unaccounted(pack)):
        listed = ("、" if lang == "zh" else ", ").join(missing)
        print(say("without_entry", lang, count=len(missing), refs=listed))
    if strict:
        print(say("not_installed", lang, count=len(linted.not_installed)))
    key = "cases_failed" if failed else "cases_passed"
    print(say(key, lang, count=len(linted.cases), failed=failed))


def _short(fault: Fault, lang: Lang) -> str:
    """A fault without its reasons."""
    parts = rendered_parts(fault, lang)
    return f"{parts['where']}: {parts['what']} [{fault.code}]"


def _unaccounted(pack: Pack) -> list[str]:
    """Parts of clauses that no entry and no omission names."""
    return [shown_part(clause, part, pack) for clause, part in unaccounted(pack)]
