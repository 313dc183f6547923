"""Pictures of a terminal: every sign of the output, in its column, on no line that is too wide."""

from __future__ import annotations

import importlib
import re
from html import unescape
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree as ET

import pytest

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGES = ("how-to/write-a-pack.md", "zh/write-a-pack.md")
pytestmark = pytest.mark.usefixtures("repository")
_MARKED = re.compile(r"<!-- terminal -->\n```console\n(.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.fixture
def terminal(reference: ModuleType) -> ModuleType:
    """The package that draws the pictures; the reference's fixture has found its folder."""
    return importlib.import_module("_terminal")


def _bare(text: str) -> str:
    return re.sub(r"\s", "", unescape(text))


@pytest.mark.parametrize("page", PAGES)
def test_each_marked_block_becomes_a_picture_of_its_whole_text(
    page: str, terminal: ModuleType
) -> None:
    """No sign of what a command printed is lost in its picture."""
    text = (DOCS / page).read_text(encoding="utf-8")
    pictures = re.findall(r"<svg.*?</svg>", terminal.with_pictures(text), re.DOTALL)
    drawn = [_bare(re.sub(r"<[^>]*>", "", picture)) for picture in pictures]
    assert drawn == [_bare(block) for block in _MARKED.findall(text)] != []


@pytest.mark.parametrize("page", PAGES)
def test_no_line_of_a_picture_is_cut(page: str, terminal: ModuleType) -> None:
    """Each piece of text ends within the picture and before the next one begins."""
    text = (DOCS / page).read_text(encoding="utf-8")
    beyond = []
    for picture in re.findall(r"<svg.*?</svg>", terminal.with_pictures(text), re.DOTALL):
        drawing = ET.fromstring(picture)  # noqa: S314  drawn a moment ago
        space = "{http://www.w3.org/2000/svg}"
        edge = float(drawing.attrib["viewBox"].split()[2])
        for line in drawing.iter(f"{space}text"):
            pieces = [
                (float(one.attrib["x"]), float(one.attrib["x"]) + float(one.attrib["textLength"]))
                for one in line.iter(f"{space}tspan")
            ]
            nexts = [start for start, _ in pieces[1:]] + [edge]
            beyond += [
                end for (_, end), start in zip(pieces, nexts, strict=False) if end > start + 1
            ]
    assert beyond == []


def test_a_chinese_character_takes_two_columns(terminal: ModuleType) -> None:
    """What follows two characters stands where four letters would have ended."""
    lines = terminal.with_pictures("<!-- terminal -->\n```console\n结果A\nfourA\n```\n")
    after, plain = (
        re.findall(r'x="([0-9.]+)"', row) for row in re.findall("<text.*?</text>", lines)
    )
    assert (len(after), len(plain)) == (2, 1)
    assert float(after[1]) == pytest.approx(float(plain[0]) + 4 * 8.4, abs=0.1)
