"""`fengqiao store purge`: take the facts of whole months away for good, after a look at them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import click

from fengqiao.cli.opening import existing, now_in, open_to_write, store_url
from fengqiao.cli.options import (
    config_option,
    given_day,
    json_option,
    lang_option,
    pack_option,
    store_option,
)
from fengqiao.cli.screen import make_console, plain_table, print_json, put
from fengqiao.errors import Lang, StoreError
from fengqiao.model import CASE_EVENT, KINDS
from fengqiao.store import Purged

_KINDS = [kind.name for kind in KINDS.values() if kind.nature == "event" and kind is not CASE_EVENT]
_TEXTS: Mapping[str, tuple[str, str]] = {
    "month": ("month", "月份"),
    "facts": ("facts", "条数"),
    "looked": (
        (
            "Facts of {kind} from before {before} that would go for good: {facts}. Counts that"
            " would be kept: {kept}.\n"
            "Nothing was changed. To purge them: the same command with --yes."
        ),
        (
            "将永久清除 {before} 之前的 {kind} 共 {facts} 条,保留计数 {kept} 项。\n"
            "尚未作任何更改。要清除,请在同一命令后加 --yes。"
        ),
    ),
    "done": (
        "Facts of {kind} from before {before}, gone for good: {facts}. Counts kept: {kept}.",
        "已永久清除 {before} 之前的 {kind} 共 {facts} 条,保留计数 {kept} 项。",
    ),
}


@click.command("purge")
@click.argument("kind", type=click.Choice(_KINDS), metavar="KIND")
@json_option()
@lang_option()
@config_option()
@store_option()
@pack_option()
@click.option(
    "--before",
    required=True,
    callback=given_day,
    metavar="DAY",
    help="The first day that stays: the first of a month.",
)
@click.option("--yes", is_flag=True, help="Purge; without it you see what would go.")
def command(
    *,
    kind: str,
    store: str | None,
    config: str | None,
    packs: Sequence[str],
    before: date,
    yes: bool,
    lang: Lang,
    as_json: bool,
) -> int:
    """Take away the facts of whole months for good; the counts that packs need are kept.

    KIND is a kind of event, such as visit or inspection. Without --yes nothing is changed.
    Closed months, quarters, half-years and years are judged as before where they rest on counts;
    what needs the facts themselves is not checkable from then on, with the reason `purged`. Name
    every pack whose counts are to be kept.
    """
    with open_to_write(existing(store_url(store, config)), packs, config, lang) as workspace:
        if before > now_in(workspace.store.zone).date():
            raise StoreError("store.purge_open")
        done = workspace.purge(kind, before=before, dry_run=not yes)
    if as_json:
        facts = {"kind": done.kind, "before": done.before.isoformat(), "facts": dict(done.facts)}
        print_json({"format": 1, **facts, "kept": done.kept, "purged": yes})
    else:
        _print(done, lang, "done" if yes else "looked")
    return 0


def _print(done: Purged, lang: Lang, how: str) -> None:
    which = 1 if lang == "zh" else 0
    header = [_TEXTS[name][which] for name in ("month", "facts")]
    rows = [(month, str(count)) for month, count in done.facts.items()]
    if rows:
        put(make_console(), plain_table(rows, header=header, right=(1,)))
    count = sum(done.facts.values())
    print(
        _TEXTS[how][which].format(facts=count, kind=done.kind, before=done.before, kept=done.kept)
    )
