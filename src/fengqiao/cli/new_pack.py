"""`fengqiao new-pack`: the beginning of a pack, from a notice or as a small example."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from fengqiao.cli.options import lang_option
from fengqiao.cli.texts import say
from fengqiao.errors import Lang
from fengqiao.packs import collect_plugins
from fengqiao.packs.coverage.notice import Encoding, read_notice
from fengqiao.packs.starting.beginning import NewPack, Start, new_pack, pack_from_notice
from fengqiao.packs.starting.writing import write_new_pack

_ZONE = ZoneInfo("Asia/Shanghai")
_COMMA = re.compile(r"\s*[,,、]\s*")


@click.command("new-pack")
@click.argument("pack_id", metavar="ID")
@click.option("--name", required=True, help="Name of the place, or of its rules.")
@click.option(
    "--areas",
    required=True,
    metavar="CODES",
    help="First digits of its area codes, with commas between: 150303,150304.",
)
@click.option(
    "--from",
    "notice",
    metavar="NOTICE",
    help="Plain text of the notice to propose clauses and stubs from (default: a small example).",
)
@click.option(
    "--out", metavar="FOLDER", help="Folder to make (default: fengqiao-ID in this folder)."
)
@click.option(
    "--encoding",
    type=click.Choice(("utf-8", "gb18030")),
    default="utf-8",
    help="How the notice was saved (default: utf-8).",
)
@lang_option()
def command(
    *,
    pack_id: str,
    name: str,
    areas: str,
    notice: str | None,
    out: str | None,
    encoding: Encoding,
    lang: Lang,
) -> int:
    """Begin a pack: its clauses and a stub for each number and duty of a notice.

    ID names the pack: small letters, digits and underscores. `fengqiao lint` then names each stub
    that is still to be chosen.
    """
    start = Start(
        id=pack_id,
        name=name,
        areas=tuple(_COMMA.split(areas.strip())),
        today=datetime.now(_ZONE).date(),
        lang=lang,
    )
    if notice is None:
        made = new_pack(start)
    else:
        text = read_notice(Path(notice), encoding=encoding)
        made = pack_from_notice(start, text, collect_plugins().catalogue)
    folder = Path(out or f"fengqiao-{pack_id}")
    write_new_pack(made, folder)
    _print(made, folder, lang, is_example=notice is None)
    return 0


def _print(made: NewPack, folder: Path, lang: Lang, *, is_example: bool) -> None:
    """What was made, and what comes next."""
    where = folder.as_posix()
    print(say("begun", lang, where=where, clauses=len(made.clauses)))
    if is_example:
        print(say("begun.example", lang))
    else:
        left_out = sum(one.table == "not_modelled" for one in made.stubs)
        print(say("begun.stubs", lang, count=len(made.stubs), left_out=left_out))
        if made.without_numbering:
            print(say("begun.whole", lang))
        if made.crowded:
            parts = sum(made.crowded in (one.clause, *one.more) for one in made.stubs)
            print(say("begun.crowded", lang, ref=made.crowded, parts=parts))
    print(say("begun.next", lang, where=where))
