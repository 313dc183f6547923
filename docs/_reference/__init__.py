"""Pages of the reference that are made from the code while the documentation is built.

Each page in `docs/reference` has a hand-written beginning and, where the code should speak, the
line `<!-- generated -->`. Sphinx loads this package as an extension; tests call `page_source`
without Sphinx.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

MARK = "<!-- generated -->"
DOCS = Path(__file__).resolve().parents[1]

PAGES: Mapping[str, str] = {
    "reference/hooks": "hooks",
    "reference/catalogue": "catalogue",
    "reference/error-codes": "error_codes",
    "reference/pack-format": "pack_format",
    "reference/command-line": "command_line",
    "reference/json-shapes": "json_shapes",
    "reference/data-inventory": "data_inventory",
    "reference/glossary": "glossary",
    "reference/api/fengqiao": "api",
    "reference/api/errors": "api",
    "reference/api/timing": "api",
    "reference/api/model": "api",
    "reference/api/rules": "api",
    "reference/api/measures": "api",
    "reference/api/judging": "api",
    "reference/api/planning": "api",
    "reference/api/planning.rounds": "api",
    "reference/api/casework": "api",
    "reference/api/workspace": "api",
    "reference/api/papers": "api",
    "reference/api/packs": "api",
    "reference/api/packs.comparing": "api",
    "reference/api/packs.coverage": "api",
    "reference/api/packs.starting": "api",
    "reference/api/store": "api",
    "reference/api/simulate": "api",
    "reference/api/tables": "api",
    "reference/api/testing": "api",
}
"""Page -> module of this package whose `write(page)` gives what the code says."""


def written(page: str) -> str:
    """What the code says on a page, in Markdown."""
    write: Callable[[str], str] = import_module(f"{__name__}.{PAGES[page]}").write
    return write(page)


def page_source(page: str) -> str:
    """A whole page: its hand-written part with the code's part in place."""
    text = (DOCS / f"{page}.md").read_text(encoding="utf-8")
    return text.replace(MARK, written(page))


def table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table in Markdown; an empty cell shows as a blank."""
    lines = [list(header)]
    lines.append(["---"] * len(lines[0]))
    lines += [[cell.replace("|", "\\|").replace("\n", " ") for cell in row] for row in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def quoted(text: str) -> str:
    """A name as code, or nothing."""
    return f"`{text}`" if text else ""


def listed(names: Iterable[str]) -> str:
    """Names as code, one after the other."""
    return ", ".join(map(quoted, names))


def _fill(_app: Sphinx, page: str, source: list[str]) -> None:
    if page in PAGES:
        source[0] = source[0].replace(MARK, written(page))


def _outdated(*_: object) -> list[str]:
    return list(PAGES)


def _add_schema(app: Sphinx, error: Exception | None) -> None:
    if error is None and app.builder.format == "html":
        from fengqiao.packs import pack_schema  # noqa: PLC0415  only where a site is built
        from fengqiao.rules import core_catalogue  # noqa: PLC0415  as above

        schema = pack_schema(core_catalogue())
        text = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        (Path(app.outdir) / "pack.schema.json").write_text(text, encoding="utf-8")


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx."""
    from _reference.docstrings import finish, prepare, shorten  # noqa: PLC0415  only for Sphinx

    app.connect("autodoc-process-docstring", prepare, priority=400)
    app.connect("autodoc-process-docstring", finish, priority=600)
    app.connect("autodoc-process-signature", shorten)
    app.connect("source-read", _fill)
    app.connect("env-get-outdated", _outdated)
    app.connect("build-finished", _add_schema)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
