"""`fengqiao store`: upgrade, export, void, erase, purge, declare, inventory."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

import attrs
import click
from rich.console import Console

from fengqiao.cli import purge
from fengqiao.cli.opening import existing, now_in, open_to_read, open_to_write, store_url
from fengqiao.cli.options import (
    config_option,
    given_day,
    json_option,
    known_at_option,
    lang_option,
    pack_option,
    store_option,
)
from fengqiao.cli.screen import make_console, plain_table, print_json, put
from fengqiao.cli.texts import say
from fengqiao.errors import Lang
from fengqiao.ids import check_text
from fengqiao.measures import Tally
from fengqiao.model import KINDS, Kind
from fengqiao.model.inventory import InventoryRow, inventory
from fengqiao.packs.stores import open_store, upgrade
from fengqiao.store import Store
from fengqiao.timing import Span

_EVER = Span(date(1900, 1, 1), date(2999, 12, 31))


@click.group("store")
def command() -> None:
    """Look after a store: upgrade, export, void, erase, purge, declare, inventory."""


command.add_command(purge.command)


def _on_a_store(function: Callable[..., int]) -> Callable[..., int]:
    for option in (json_option(), lang_option(), config_option(), store_option()):
        function = option(function)
    return function


@command.command("upgrade")
@click.argument("url", required=False)
@_on_a_store
def upgrade_command(
    *, url: str | None, store: str | None, config: str | None, lang: Lang, as_json: bool
) -> int:
    """Bring a store to the schema of this version; nothing else ever changes it.

    URL is the store, as is --store.
    """
    done = upgrade(store_url(store or url, config))
    if as_json:
        copy = None if done.copy is None else str(done.copy)
        print_json({"format": 1, "found": done.found, "now": done.now, "copy": copy})
        return 0
    key = "current" if done.found == done.now else "upgraded"
    print(say(key, lang, found=done.found, now=done.now, copy=done.copy))
    return 0


@command.command("export")
@click.argument("url", required=False)
@_on_a_store
@click.option("--out", metavar="FILE", help="Write here instead of to standard output.")
def export_command(
    *,
    url: str | None,
    store: str | None,
    config: str | None,
    lang: Lang,
    as_json: bool,
    out: str | None,
) -> int:
    """Write all facts as lines of JSON: the same bytes for the same content.

    URL is the store, as is --store.
    """
    held = open_to_read(store_url(store or url, config), open_store)
    try:
        if out is None:
            for line in held.export():
                sys.stdout.buffer.write(_ended(line))
            sys.stdout.buffer.flush()
            return 0
        count = _write_lines(held, Path(out))
    finally:
        held.close()
    if as_json:
        print_json({"format": 1, "lines": count, "file": out})
    else:
        print(say("exported", lang, count=count, file=out))
    return 0


def _write_lines(held: Store, out: Path) -> int:
    count = 0
    try:
        with out.open("wb") as file:
            for count, line in enumerate(held.export(), 1):  # noqa: B007  the last one is given
                file.write(_ended(line))
    except OSError as error:
        error.filename = str(out)  # writing does not name it
        raise
    return count


def _ended(line: bytes) -> bytes:
    return line if line.endswith(b"\n") else line + b"\n"


@command.command("void")
@click.argument("kind", type=click.Choice(list(KINDS)), metavar="KIND")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@_on_a_store
@click.option(
    "--reason",
    required=True,
    metavar="CODE",
    help="Why, as a code of your own: lower-case letters and _, such as wrong_day.",
)
@known_at_option()
def void_command(
    *,
    kind: str,
    ids: Sequence[str],
    store: str | None,
    config: str | None,
    reason: str,
    known_at: datetime | None,
    lang: Lang,
    as_json: bool,
) -> int:
    """Withdraw facts that were wrong; with --as-known earlier they are still read.

    KIND is the kind of fact (visit, assignment ...), ID its id, as `fengqiao store export` shows
    it. The corrected fact is recorded under a new id: one that was withdrawn stays taken.
    """
    held = open_store(existing(store_url(store, config)))
    try:
        done = held.void(kind, ids, known_at=known_at or now_in(held.zone), reason=reason)
    finally:
        held.close()
    if as_json:
        print_json({"format": 1, "kind": kind, "voided": done, "before": len(set(ids)) - done})
    else:
        print(say("voided", lang, count=done, before=len(set(ids)) - done))
    return 0


@command.command("erase")
@click.argument("refs", nargs=-1, required=True, metavar="REF...")
@_on_a_store
def erase_command(
    *, refs: Sequence[str], store: str | None, config: str | None, lang: Lang, as_json: bool
) -> int:
    """Forget references: replaced everywhere, refused from now on; every count stays."""
    for ref in refs:
        check_text("ref", ref, what="ref")  # of several with a wrong one none is erased
    held = open_store(existing(store_url(store, config)))
    try:
        changed = sum(held.erase(ref) for ref in dict.fromkeys(refs))
    finally:
        held.close()
    if as_json:
        print_json({"format": 1, "changed": changed})
    else:
        print(say("erased" if len(refs) == 1 else "erased_all", lang, count=changed))
    return 0


@command.command("declare")
@click.argument("keys", nargs=-1, required=True, metavar="KEY...")
@_on_a_store
@pack_option()
@click.option(
    "--since",
    required=True,
    callback=given_day,
    metavar="DAY",
    help="First day from which on they are recorded completely.",
)
@click.option("--until", callback=given_day, metavar="DAY", help="Last such day, if it is known.")
@click.option("--area", help="Only in this area, by code (default: everywhere).")
@known_at_option()
def declare_command(
    *,
    keys: Sequence[str],
    store: str | None,
    config: str | None,
    packs: Sequence[str],
    since: date,
    until: date | None,
    area: str | None,
    known_at: datetime | None,
    lang: Lang,
    as_json: bool,
) -> int:
    """Declare what is recorded completely: only then does nothing recorded mean nothing done.

    KEY is a kind of event (visit, inspection), or the key of a meeting, a duty or a total, such
    as meeting.community; `fengqiao show --keys` lists them.
    """
    url = existing(store_url(store, config))
    with open_to_write(url, packs, config, lang) as workspace:
        done = workspace.declare(
            dict.fromkeys(keys, since),
            until=until,
            area=area,
            known_at=known_at or now_in(workspace.store.zone),
        )
    if as_json:
        print_json({"format": 1, "new": done.new, "repeated": done.repeated})
    else:
        count = done.new + done.repeated
        print(say("declared", lang, count=count, new=done.new, repeated=done.repeated))
    return 0


@command.command("inventory")
@click.argument("url", required=False)
@_on_a_store
def inventory_command(
    *, url: str | None, store: str | None, config: str | None, lang: Lang, as_json: bool
) -> int:
    """Say what a store holds: every kind of fact, every field and its declared kind.

    URL is the store, as is --store; without one the fields alone are listed.
    """
    counts: dict[str, int] = {}
    if store is not None or url is not None or config is not None:
        held = open_to_read(store_url(store or url, config), open_store)
        try:
            counts = {name: _count(held, kind) for name, kind in KINDS.items()}
        finally:
            held.close()
    rows = list(inventory())
    if as_json:
        fields = [attrs.asdict(row) | {"about": _about(row)} for row in rows]
        print_json({"format": 1, "facts": counts or None, "fields": fields})
    else:
        _print_inventory(make_console(), rows, counts, lang)
    return 0


def _about(row: InventoryRow) -> dict[str, str]:
    return {"en": row.about[0], "zh": row.about[1]}


def _count(store: Store, kind: Kind) -> int:
    if kind.nature == "register":
        return len(store.register(kind.name, during=_EVER))
    left = Span(store.purged().get(kind.name, _EVER.first), _EVER.last)
    (answer,) = store.tally([Tally(kind.name, "events", spans=(left,))])
    return sum(answer["value"])


def _print_inventory(
    console: Console, rows: list[InventoryRow], counts: dict[str, int], lang: Lang
) -> None:
    header = [say(key, lang) for key in ("kind", "facts", "field", "kind", "holds")]
    cells = []
    last = ""
    for row in rows:
        first = (row.kind, str(counts.get(row.kind, "-"))) if row.kind != last else ("", "")
        last = row.kind
        cells.append((*first, row.field, row.field_kind, _about(row)[lang]))
    put(console, plain_table(cells, header=header, right=(1,), keep=(0, 1, 2, 3)))
