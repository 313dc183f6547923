"""Pages about installed packs: every clause with its fate, what is traced to what, and open terms.

Each page under `packs/` (English) and `zh/packs/` (Chinese) has a hand-written beginning and the
line `<!-- generated -->`, where the pack speaks. Sphinx loads this package as an extension; tests
call `page_source` without Sphinx.
"""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from .view import View

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx

MARK = "<!-- generated -->"
DOCS = Path(__file__).resolve().parents[1]
PAGES = ("index", "trace", "terms", "procedures", "articles")
_PAGE = re.compile(r"(?P<zh>zh/)?packs/(?P<pack>\w+)/(?P<page>\w+)")


def pack_pages() -> list[str]:
    """Every page that a pack writes on."""
    found = (path.relative_to(DOCS).with_suffix("").as_posix() for path in DOCS.rglob("*.md"))
    return sorted(page for page in found if _PAGE.fullmatch(page))


def written(page: str) -> str:
    """What the pack says on a page, in Markdown."""
    found = _PAGE.fullmatch(page)
    if found is None or found["page"] not in PAGES:
        message = f"{page} is no page about a pack"
        raise ValueError(message)
    write: Callable[[View], str] = import_module(f"{__name__}.page_{found['page']}").write
    return write(View.of(found["pack"], "zh" if found["zh"] else "en"))


def page_source(page: str) -> str:
    """A whole page: its hand-written part with the pack's part in place."""
    text = (DOCS / f"{page}.md").read_text(encoding="utf-8")
    return text.replace(MARK, written(page))


def _fill(_app: Sphinx, page: str, source: list[str]) -> None:
    if _PAGE.fullmatch(page):
        source[0] = source[0].replace(MARK, written(page))


def _outdated(*_: object) -> list[str]:
    return pack_pages()


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx."""
    app.connect("source-read", _fill)
    app.connect("env-get-outdated", _outdated)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
