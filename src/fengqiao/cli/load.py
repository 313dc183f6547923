"""`fengqiao load`: a host's table of facts into a store, or the header that it needs."""

from __future__ import annotations

import codecs
import sys
from datetime import datetime
from pathlib import Path

import attrs
import click

from fengqiao.cli.failures import CannotAnswer
from fengqiao.cli.opening import is_new, now_in, open_to_write, store_url
from fengqiao.cli.options import (
    config_option,
    json_option,
    known_at_option,
    lang_option,
    pack_option,
    store_option,
    written_choices,
    written_pairs,
)
from fengqiao.cli.screen import print_json
from fengqiao.cli.texts import say
from fengqiao.errors import Lang
from fengqiao.model import KINDS
from fengqiao.store import Appended
from fengqiao.tables import (
    ENCODINGS,
    FORMATS,
    Layout,
    read_own_words,
    template_columns,
    template_line,
)
from fengqiao.workspace import Workspace

_KINDS = click.Choice(list(KINDS))
_JSON_LINES = (".jsonl", ".ndjson")


@click.command("load", epilog=f"Kinds of fact: {', '.join(KINDS)}.")
@click.argument("kind", type=_KINDS, required=False, metavar="[KIND]")
@click.argument("file", required=False)
@store_option()
@pack_option()
@config_option()
@click.option("--template", type=_KINDS, metavar="KIND", help="Print the header that KIND needs.")
@click.option("--out", metavar="FILE", help="Write the template here, as spreadsheets open it.")
@click.option(
    "--encoding",
    type=click.Choice(ENCODINGS, case_sensitive=False),
    default="utf-8",
    show_default=True,
    help="How the file is written; gb18030 also reads GBK.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    help="Default: jsonl for .jsonl and .ndjson, else csv.",
)
@click.option(
    "--map",
    "columns",
    multiple=True,
    callback=written_pairs,
    metavar="HEADER=FIELD",
    help="What a column of your own means, such as 警号=staff; may be repeated.",
)
@click.option(
    "--set",
    "constants",
    multiple=True,
    callback=written_pairs,
    metavar="FIELD=VALUE",
    help="A field that is the same in every row; may be repeated.",
)
@click.option(
    "--ignore",
    multiple=True,
    metavar="HEADER",
    help="A column that is not read; may be repeated.",
)
@click.option(
    "--values",
    multiple=True,
    callback=written_pairs,
    metavar="FIELD=FILE",
    help="Your own words in a field and the id or code that each means: a CSV file of two columns;"
    " may be repeated.",
)
@click.option(
    "--only",
    multiple=True,
    callback=written_choices,
    metavar="HEADER=WORD",
    help="Read only rows with this word in that column; repeated: any of these words.",
)
@click.option(
    "--skip",
    multiple=True,
    callback=written_choices,
    metavar="HEADER=WORD",
    help="Leave out rows with this word in that column, such as a total; may be repeated.",
)
@click.option(
    "--minutes",
    metavar="HEADER",
    help="The column that says how many minutes it took, in a table without an end.",
)
@click.option(
    "--mint",
    multiple=True,
    metavar="FIELD",
    help="A reference field that holds a key of your own; a reference is made from each.",
)
@click.option(
    "--secret-file",
    metavar="FILE",
    help="At least 16 bytes that only you know; for --mint, and for the ids of a table without.",
)
@click.option(
    "--header-line",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="The line of the header, where a title stands above it.",
)
@known_at_option()
@lang_option()
@json_option()
def command(
    *,
    kind: str | None,
    file: str | None,
    store: str | None,
    packs: tuple[str, ...],
    config: str | None,
    template: str | None,
    out: str | None,
    encoding: str,
    format_: str | None,
    columns: dict[str, str],
    constants: dict[str, str],
    ignore: tuple[str, ...],
    values: dict[str, str],
    only: dict[str, list[str]],
    skip: dict[str, list[str]],
    minutes: str | None,
    mint: tuple[str, ...],
    secret_file: str | None,
    header_line: int,
    known_at: datetime | None,
    lang: Lang,
    as_json: bool,
) -> int:
    """Load a table of facts: all its rows, or none, with every fault and its line.

    KIND is the kind of fact, all listed below; FILE a table of CSV or of JSON lines.
    --template KIND prints the header.
    """
    if template is not None:
        return _give_template(template, out, encoding, lang, as_json=as_json)
    if kind is None or file is None:
        raise CannotAnswer("no_table", kinds=", ".join(KINDS))
    is_json = format_ == "jsonl" or (format_ is None and Path(file).suffix in _JSON_LINES)
    layout = Layout(
        format="jsonl" if is_json else "csv",
        encoding="gb18030" if encoding == "gb18030" else "utf-8",
        header_line=header_line,
        columns=columns,
        constants=constants,
        ignore=ignore,
        values={name: read_own_words(Path(of).read_bytes(), of) for name, of in values.items()},
        only=only,
        skip=skip,
        minutes=minutes,
        mint=mint,
        secret=None if secret_file is None else Path(secret_file).read_bytes(),
    )
    url = store_url(store, config)
    made = is_new(url)
    if made:  # whatever is wrong with the table, no empty store is left
        with open_to_write("memory:", packs, config, lang) as trial:
            _load(trial, kind, file, layout, known_at)
    with open_to_write(url, packs, config, lang) as workspace:
        done, at = _load(workspace, kind, file, layout, known_at)
    _tell(kind, done, at, url if made else None, lang, as_json=as_json)
    return 0


def _load(
    workspace: Workspace, kind: str, file: str, layout: Layout, known_at: datetime | None
) -> tuple[Appended, datetime]:
    at = known_at or now_in(workspace.store.zone)
    with Path(file).open("rb"):  # what keeps it from being read is said in words
        pass
    return workspace.load_table(kind, Path(file), known_at=at, layout=layout), at


def _tell(
    kind: str, done: Appended, at: datetime, new_store: str | None, lang: Lang, *, as_json: bool
) -> None:
    counts = attrs.asdict(done)
    rows = sum(counts.values())
    when = at.isoformat()
    if as_json:
        facts = {"kind": kind, "rows": rows, **counts, "known_at": when, "new_store": new_store}
        print_json({"format": 1, **facts})
        return
    print(say("loaded", lang, kind=kind, rows=rows, **counts))
    print(say("known_at", lang, at=when))
    if new_store is not None:
        print(say("store_made", lang, url=new_store))


def _give_template(name: str, out: str | None, encoding: str, lang: Lang, *, as_json: bool) -> int:
    """The header; to a file with the mark by which spreadsheets know UTF-8."""
    kind = KINDS[name]
    line = template_line(kind, lang)
    if out is not None:
        mark = codecs.BOM_UTF8 if encoding == "utf-8" else b""
        with Path(out).open("xb") as file:
            file.write(mark + line.encode(encoding))
    if as_json:
        columns = [attrs.asdict(column) for column in template_columns(kind)]
        print_json({"format": 1, "kind": name, "file": out, "columns": columns})
    elif out is not None:
        print(say("template_written", lang, kind=name, file=out))
    elif encoding == "utf-8":
        print(line, end="")
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(line.encode(encoding))
        sys.stdout.buffer.flush()
    return 0
