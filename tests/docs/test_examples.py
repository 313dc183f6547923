"""Every code block of the tutorial and the how-to guides runs and prints what stands there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

DOCS = Path(__file__).resolve().parents[2] / "docs"
INSTALLS = "write-a-pack"  # builds and installs the pack that the page has written
QUICK = "tutorial/"  # every other page takes seconds
NO_CODE = ("embed-in-a-web-host", "five-places", "index", "promises")
"""Written by the docs, in words alone, or with parts of examples that have tests of their own."""


def _needs(page: str) -> tuple[pytest.MarkDecorator, ...]:
    if INSTALLS in page:
        return (pytest.mark.needs("hatchling", "pip", "time"),)
    return () if page.startswith(QUICK) else (pytest.mark.needs("time"),)


PAGES = [
    pytest.param(page, marks=_needs(page))
    for page in sorted(
        path.relative_to(DOCS).as_posix()
        for folder in ("tutorial", "how-to", "zh")
        for path in DOCS.glob(f"{folder}/*.md")
        if path.stem not in NO_CODE
    )
]
pytestmark = [
    pytest.mark.usefixtures("repository"),
    pytest.mark.needs("fengqiao_wuhai", "fengqiao_cn", "click", "rich"),
]


@pytest.mark.parametrize("page", PAGES)
def test_page_prints_what_it_says(
    page: str, run_page: Callable[[str], list[tuple[int, str, str]]]
) -> None:
    """What the code of a page prints is what the page shows."""
    for line, expected, printed in run_page((DOCS / page).read_text(encoding="utf-8")):
        assert printed == expected, f"{page}, line {line}"


@pytest.mark.parametrize("page", PAGES)
def test_page_shows_output(page: str, blocks: Callable[[str], list[object]]) -> None:
    """A page without a single block that is compared would test nothing."""
    found = blocks((DOCS / page).read_text(encoding="utf-8"))
    assert {"output", "console"} & {block.language for block in found}  # type: ignore[attr-defined]
