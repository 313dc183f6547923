"""The page that compares the places, made from the installed packs.

`explanation/five-places.md` and `zh/five-places.md` have a hand-written part and the line
`<!-- generated -->`, where the packs speak. Sphinx loads this package as an extension; tests call
`page_source` without Sphinx.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from fengqiao.errors import Lang

from .page import write

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.application import Sphinx

MARK = "<!-- generated -->"
DOCS = Path(__file__).resolve().parents[1]
PAGES: Mapping[str, Lang] = {"explanation/five-places": "en", "zh/five-places": "zh"}


def page_source(page: str) -> str:
    """A whole page: its hand-written part with the packs' part in place."""
    text = (DOCS / f"{page}.md").read_text(encoding="utf-8")
    return text.replace(MARK, write(PAGES[page]))


def _fill(_app: Sphinx, page: str, source: list[str]) -> None:
    if page in PAGES:
        source[0] = source[0].replace(MARK, write(PAGES[page]))


def _outdated(*_: object) -> list[str]:
    return list(PAGES)


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx."""
    app.connect("source-read", _fill)
    app.connect("env-get-outdated", _outdated)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
