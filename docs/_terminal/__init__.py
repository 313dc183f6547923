"""Shows console blocks as pictures of a terminal.

A `console` block below a line `<!-- terminal -->` becomes a picture in the built pages. Its
text is what the page says, and a test runs the commands and compares. Sphinx loads this package as
an extension; tests call `with_pictures` without Sphinx.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .picture import draw

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_BLOCK = re.compile(r"^<!-- terminal -->\n```console\n(.*?)^```\n", re.MULTILINE | re.DOTALL)


def with_pictures(text: str) -> str:
    """A page with a picture in place of each console block that is marked."""
    return _BLOCK.sub(lambda block: f"```{{raw}} html\n{draw(block[1])}\n```\n", text)


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect to Sphinx; pages that are not HTML keep their text."""

    def insert(_app: Sphinx, _page: str, source: list[str]) -> None:
        if app.builder.format == "html":
            source[0] = with_pictures(source[0])

    app.connect("source-read", insert)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
