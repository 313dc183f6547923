"""Shows the worked table of `explanation/worked.toml` on the page that explains the ten points.

The page has a line `<!-- worked 3 -->` where the rows of point 3 belong. Sphinx loads this package
as an extension; tests call `page_source` without Sphinx.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx

PAGE = "explanation/from-clause-to-finding"
DOCS = Path(__file__).resolve().parents[1]
MARK = re.compile(r"<!-- worked ([0-9]+) -->")
ASKED = ("verb", "period", "on", "entry", "as_known", "config", "text")


def page_source(text: str) -> str:
    """A page with the rows of the table in place of its marks."""
    table = tomllib.loads((DOCS / "explanation" / "worked.toml").read_text(encoding="utf-8"))
    shown: set[str] = set()
    return MARK.sub(lambda mark: "\n".join(_point(table, int(mark[1]), shown)), text)


def _point(table: Mapping[str, Any], point: int, shown: set[str]) -> Iterator[str]:
    rows = [row for row in table["row"] if row["point"] == point]
    for name in dict.fromkeys(name for row in rows for name in row["packs"]):
        if name in table["packs"] and name not in shown:
            shown.add(name)
            yield from (f"Entries `{name}`:", "", "```toml", table["packs"][name]["text"].strip())
            yield from ("```", "")
    for row in rows:
        yield from _row(row)


def _row(row: Mapping[str, Any]) -> Iterator[str]:
    origin = f" ({row['source']})" if "source" in row else ""
    yield from (f"**{row['en']}.** {row['zh']}。{origin}", "")
    yield f"- entries: {', '.join(f'`{name}`' for name in row['packs'])}"
    for name in ("records", "config"):
        if row.get(name):
            yield f"- {name}: {_plain(row[name])}"
    yield from (f"- {_fact(fact)}" for fact in row.get("facts", ()))
    if "error" in row:
        yield from ("", f"It does not load: `{row['error']}`.", "")
        return
    yield from ("", "| asked | about | comes out |", "| --- | --- | --- |")
    for ask in row["ask"]:
        asked = _cell({name: ask[name] for name in ASKED if name in ask})
        for about, answer in _answers(ask):
            yield f"| {asked} | `{about}` | {answer} |"
            asked = ""
    yield ""


def _answers(ask: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for about, expected in ask.get("expect", {}).items():
        if not isinstance(expected, Mapping):
            yield about, f"**{expected}**"
            continue
        rest = {name: value for name, value in expected.items() if name != "says"}
        said = [f"**{expected['says']}**"] if expected.get("says") else []
        yield about, " · ".join([*said, *([_cell(rest)] if rest else [])])
    for entry, periods in ask.get("periods", {}).items():
        yield entry, ", ".join(periods) or "none"
    if "text" in ask:
        yield "export", "does not hold it"


def _fact(fact: Mapping[str, Any]) -> str:
    rest = {name: value for name, value in fact.items() if name != "kind"}
    return f"{fact['kind']}: {_plain(rest)}" if "kind" in fact else _plain(rest)


def _cell(values: Mapping[str, Any]) -> str:
    return " · ".join(f"{name} {_value(value)}" for name, value in values.items())


def _plain(values: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} {_value(value)}" for name, value in values.items())


def _value(value: object) -> str:
    if isinstance(value, Mapping):
        return f"({_plain(value)})" if value else "none"
    if isinstance(value, list):
        return f"[{', '.join(_value(one) for one in value)}]"
    return "`none`" if value == "" else f"`{value}`"


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect to Sphinx."""

    def insert(_app: Sphinx, page: str, source: list[str]) -> None:
        if page == PAGE:
            source[0] = page_source(source[0])

    app.connect("source-read", insert)
    app.connect("env-get-outdated", lambda *_: [PAGE])
    return {"parallel_read_safe": True, "parallel_write_safe": True}
