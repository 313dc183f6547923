"""`fengqiao packs`: what is installed, from where, and what can't be used and why."""

from __future__ import annotations

import click

from fengqiao.cli.options import json_option, lang_option
from fengqiao.cli.screen import make_console, plain_table, print_json, put
from fengqiao.cli.texts import say
from fengqiao.errors import Fault, Lang, render, rendered_parts
from fengqiao.packs.installed import ReadPack, installed_packs, read_installed
from fengqiao.packs.plugins import Plugin, collect_plugins


@click.command("packs")
@json_option()
@lang_option()
def command(*, as_json: bool, lang: Lang) -> int:
    """List installed packs and plugins: from where, and which failed and why."""
    found = collect_plugins()
    packs, plugins = read_installed(installed_packs(), found.catalogue), found.all
    if as_json:
        print_json(
            {
                "format": 1,
                "packs": [_pack_json(pack, lang) for pack in packs],
                "plugins": [_plugin_json(plugin, lang) for plugin in plugins],
            }
        )
        return 0
    console = make_console()
    header = [say(key, lang) for key in ("id", "version", "from", "state")]
    groups = (
        ("packs", [_pack_row(one) for one in packs]),
        (
            "plugins",
            [(one.name, one.version, one.distribution, one.fault) for one in plugins],
        ),
    )
    for title, some in groups:
        console.print(say(title, lang), style="bold")
        rows = [
            (name, version, origin, render(fault, lang) if fault else say("in_use", lang))
            for name, version, origin, fault in some
        ]
        if rows:
            put(console, plain_table(rows, header=header, indent=2, keep=(0, 1, 2)))
        else:
            console.print("  " + say("no_packs" if title == "packs" else "none", lang))
    return 0


def _pack_row(one: ReadPack) -> tuple[str, str, str, Fault | None]:
    """Id, the pack's own version, distribution with its version, the first fault."""
    brought_by = one.installed
    version = one.pack.version if one.pack else "-"
    origin = f"{brought_by.distribution} {brought_by.version}"
    return brought_by.id, version, origin, next(iter(one.faults), None)


def _pack_json(one: ReadPack, lang: Lang) -> dict[str, object]:
    brought_by = one.installed
    return {
        "id": brought_by.id,
        "version": one.pack.version if one.pack else None,
        "distribution": brought_by.distribution,
        "distribution_version": brought_by.version,
        "folder": str(brought_by.folder) if brought_by.folder else None,
        "fault": _fault_json(next(iter(one.faults), None), lang),
        "faults": [_fault_json(fault, lang) for fault in one.faults],
    }


def _plugin_json(plugin: Plugin, lang: Lang) -> dict[str, object]:
    return {
        "name": plugin.name,
        "version": plugin.version,
        "distribution": plugin.distribution,
        "fault": _fault_json(plugin.fault, lang),
    }


def _fault_json(fault: Fault | None, lang: Lang) -> dict[str, str | None] | None:
    return dict(rendered_parts(fault, lang)) if fault else None
