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
from fengqiao.packs.installed import locate
from fengqiao.rules import Cite, Pack, cites_of


@frozen(kw_only=True)
class _Linted:
    """What was found.

    Attributes:
        pack: The pack; None where it can't be read.
        cases: Every expectation of its worked cases.
    """

    pack: Pack | None
    faults: tuple[Fault, ...] = ()
    cases: tuple[CaseResult, ...] = ()

    @property
    def all_faults(self) -> tuple[Fault, ...]:
        """Faults of the pack, and of the cases that came out otherwise."""
        return self.faults + tuple(one.fault for one in self.cases if one.fault)


@click.command("lint")
@click.argument("pack")
@json_option()
@lang_option()
def command(*, pack: str, as_json: bool, lang: Lang) -> int:
    """Find every fault of a pack, then run its worked cases.

    PACK is an installed pack or a folder with data/ in it. Exit code 1 with any fault.
    """
    folder = _folder(pack)
    linted = _lint(folder)
    faults = linted.all_faults
    if as_json:
        print_json(
            {
                "format": 1,
                "pack": linted.pack.id if linted.pack else None,
                "faults": [dict(rendered_parts(fault, lang)) for fault in faults],
                "cases": {
                    "run": len(linted.cases),
                    "failed": sum(one.fault is not None for one in linted.cases),
                },
            }
        )
    else:
        _print(linted, pack, lang)
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


def _lint(folder: Path) -> _Linted:
    try:
        pack = read_pack(folder, collect_plugins().catalogue)
    except PackError as error:
        return _Linted(pack=None, faults=error.faults)
    try:
        setup = set_up([pack])
    except (PackError, UnknownPack) as error:
        return _Linted(pack=pack, faults=error.faults)
    parents = [one for one in setup.rules.packs.values() if one.id != pack.id]
    cases = tuple(run_cases(pack, setup.rules.catalogue, parents=parents))
    return _Linted(pack=pack, cases=cases)


def _print(linted: _Linted, asked: str, lang: Lang) -> None:
    for fault in linted.all_faults:
        print(render(fault, lang))
    if linted.pack is None or linted.faults:
        print(say("pack_faults", lang, count=len(linted.faults), where=asked))
        return
    pack = linted.pack
    facts = {"entries": len(pack.entries), "clauses": len(pack.clauses)}
    failed = sum(one.fault is not None for one in linted.cases)
    head = "read_well" if failed else "pack_in_order"
    print(say(head, lang, pack=pack.id, version=pack.version, **facts))
    if missing := _without_entry(pack):
        listed = ("、" if lang == "zh" else ", ").join(missing)
        print(say("without_entry", lang, count=len(missing), refs=listed))
    key = "cases_failed" if failed else "cases_passed"
    print(say(key, lang, count=len(linted.cases), failed=failed))


def _without_entry(pack: Pack) -> list[str]:
    """Clauses of the skeleton that no entry and no omission names."""
    cited = {cite for entry in pack.entries for cite in cites_of(entry)}
    return [one.ref for one in pack.clauses if Cite(one.source, one.ref) not in cited]
