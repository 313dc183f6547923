"""`fengqiao packs`: what is installed, from where, and what can't be used and why."""

from __future__ import annotations

import click

from fengqiao.cli.options import json_option, lang_option
from fengqiao.cli.screen import make_console, plain_table, print_json, put
from fengqiao.cli.texts import say
from fengqiao.errors import Fault, Lang, render, rendered_parts
from fengqiao.packs.installed import InstalledPack, installed_packs
from fengqiao.packs.plugins import Plugin, collect_plugins


@click.command("packs")
@json_option()
@lang_option()
def command(*, as_json: bool, lang: Lang) -> int:
    """List installed packs and plugins: from where, and which failed and why."""
    packs, plugins = installed_packs(), collect_plugins().all
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
        ("packs", [(pack.id, pack.version, pack.distribution, pack.fault) for pack in packs]),
        (
            "plugins",
            [(one.name, one.version, one.distribution, one.fault) for one in plugins],
        ),
    )
    for title, found in groups:
        console.print(say(title, lang), style="bold")
        rows = [
            (name, version, origin, render(fault, lang) if fault else say("in_use", lang))
            for name, version, origin, fault in found
        ]
        if rows:
            put(console, plain_table(rows, header=header, indent=2, keep=(0, 1, 2)))
        else:
            console.print("  " + say("no_packs" if title == "packs" else "none", lang))
    return 0


def _pack_json(pack: InstalledPack, lang: Lang) -> dict[str, object]:
    return {
        "id": pack.id,
        "version": pack.version,
        "distribution": pack.distribution,
        "folder": str(pack.folder) if pack.folder else None,
        "fault": _fault_json(pack.fault, lang),
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
