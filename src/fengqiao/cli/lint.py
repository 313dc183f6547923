"""`fengqiao lint`: every fault of a pack at once, then its worked cases."""

from __future__ import annotations

from pathlib import Path

import click
from attrs import frozen

from fengqiao.cli.failures import CannotAnswer
from fengqiao.cli.opening import pack_names
from fengqiao.cli.options import json_option, lang_option
from fengqiao.cli.screen import print_json
from fengqiao.cli.texts import say
from fengqiao.errors import Fault, Lang, PackError, UnknownPack, render, rendered_parts
from fengqiao.packs import (
    CaseResult,
    collect_plugins,
    installed_packs,
    read_pack,
    run_cases,
    set_up,
)
from fengqiao.packs.accounting import not_installed, shown_part, strict_faults, unaccounted
from fengqiao.packs.installed import locate
from fengqiao.rules import Pack


@frozen(kw_only=True)
class _Linted:
    """What was found.

    Attributes:
        pack: The pack; None where it can't be read.
        faults: What keeps it from being read or used.
        lacking: What keeps it from being complete; only a strict check counts it.
        not_installed: How many entries nothing measures.
        cases: Every expectation of its worked cases.
    """

    pack: Pack | None
    faults: tuple[Fault, ...] = ()
    lacking: tuple[Fault, ...] = ()
    not_installed: int = 0
    cases: tuple[CaseResult, ...] = ()

    @property
    def all_faults(self) -> tuple[Fault, ...]:
        """Faults of the pack, what it lacks, and cases that came out otherwise."""
        failed = tuple(one.fault for one in self.cases if one.fault)
        return self.faults + self.lacking + failed


@click.command("lint")
@click.argument("pack")
@click.option(
    "--strict",
    is_flag=True,
    help="Count as faults parts of clauses that nothing cites, and entries that nothing measures.",
)
@json_option()
@lang_option()
def command(*, pack: str, strict: bool, as_json: bool, lang: Lang) -> int:
    """Find every fault of a pack, then run its worked cases.

    PACK is an installed pack or a folder with data/ in it. Exit code 1 with any fault.
    """
    folder = _folder(pack)
    linted = _lint(folder, strict=strict)
    faults = linted.all_faults
    if as_json:
        print_json(
            {
                "format": 1,
                "pack": linted.pack.id if linted.pack else None,
                "faults": [dict(rendered_parts(fault, lang)) for fault in faults],
                "unaccounted": _unaccounted(linted.pack) if linted.pack else [],
                "not_installed": linted.not_installed,
                "cases": {
                    "run": len(linted.cases),
                    "failed": sum(one.fault is not None for one in linted.cases),
                },
            }
        )
    else:
        _print(linted, pack, lang, strict=strict)
    return int(bool(faults))


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


def _lint(folder: Path, *, strict: bool) -> _Linted:
    try:
        pack = read_pack(folder, collect_plugins().catalogue)
    except PackError as error:
        return _Linted(pack=None, faults=error.faults)
    try:
        setup = set_up([pack])
    except (PackError, UnknownPack) as error:
        return _Linted(pack=pack, faults=error.faults)
    parents = [one for one in setup.rules.packs.values() if one.id != pack.id]
    catalogue, indicators = setup.rules.catalogue, setup.indicators
    lacking = strict_faults(pack, catalogue, indicators) if strict else ()
    return _Linted(
        pack=pack,
        lacking=tuple(lacking),
        not_installed=len(not_installed(pack, catalogue, indicators)),
        cases=tuple(run_cases(pack, catalogue, parents=parents, indicators=indicators)),
    )


def _print(linted: _Linted, asked: str, lang: Lang, *, strict: bool) -> None:
    for fault in linted.all_faults:
        print(render(fault, lang))
    if linted.pack is None or linted.faults:
        print(say("pack_faults", lang, count=len(linted.faults), where=asked))
        return
    pack = linted.pack
    facts = {"entries": len(pack.entries), "clauses": len(pack.clauses)}
    failed = sum(one.fault is not None for one in linted.cases)
    head = "read_well" if failed or linted.lacking else "pack_in_order"
    print(say(head, lang, pack=pack.id, version=pack.version, **facts))
    if not strict and (missing := _unaccounted(pack)):
        listed = ("、" if lang == "zh" else ", ").join(missing)
        print(say("without_entry", lang, count=len(missing), refs=listed))
    if strict:
        print(say("not_installed", lang, count=linted.not_installed))
    key = "cases_failed" if failed else "cases_passed"
    print(say(key, lang, count=len(linted.cases), failed=failed))


def _unaccounted(pack: Pack) -> list[str]:
    """Parts of clauses that no entry and no omission names."""
    return [shown_part(clause, part, pack) for clause, part in unaccounted(pack)]
