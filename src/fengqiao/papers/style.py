"""How a week looks on paper: A4 on its side, black on white, a column for each day."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import east_asian_width

_SIZES = [tenths / 10 for tenths in range(100, 59, -5)]
"""Of the text of a day, in points: the largest at which the fullest day fits; else the smallest."""
_WIDTH, _HEIGHT = 277, 165
"""Of all days together, and of the blocks of one day where nothing stands below them, in mm."""
_POINT, _LINE = 0.353, 1.25
_NARROW, _WIDE = 0.57, 1.02
"""Widths of signs in em, rather too much than too little: of Latin letters in bold, of Han."""
_MARGIN, _BETWEEN = 3.2, 1.7
"""Beside the text of a column, and between two blocks, in mm."""
_FOOT, _FOOT_LINE = 5.0, 3.4

Block = Sequence[str]
"""The texts of a block, each of which begins a line."""


def text_size(days: Sequence[Sequence[Block]], *, below: int) -> float:
    """The size at which the blocks of every day fit on the page.

    Args:
        days: Blocks of each day.
        below: Lines of the list under the days.

    Units:
        points
    """
    room = _HEIGHT - (_FOOT + below * _FOOT_LINE if below else 0)
    width = _WIDTH / max(len(days), 1) - _MARGIN
    for size in _SIZES:
        if all(_height(blocks, size, width) <= room for blocks in days):
            return size
    return _SIZES[-1]


def _height(blocks: Sequence[Block], size: float, width: float) -> float:
    """What blocks take from top to bottom, with a line under them, in mm."""
    em = size * _POINT
    lines = 1 + sum(_lines(text, width / em) for block in blocks for text in block)
    return lines * em * _LINE + len(blocks) * _BETWEEN


def _lines(text: str, ems: float) -> int:
    wide = sum(_WIDE if east_asian_width(sign) in "WF" else _NARROW for sign in text)
    return max(1, -int(-wide // ems))


STYLE = """\
@page { size: A4 landscape; margin: 9mm 10mm; }
* { box-sizing: border-box; margin: 0; padding: 0; }
body { color: #000; background: #fff; line-height: 1.25;
  font-family: "Noto Sans", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei",
    "PingFang SC", "WenQuanYi Micro Hei", Arial, sans-serif; }
.week { width: 277mm; min-height: 190mm; break-after: page; font-size: var(--size);
  display: flex; flex-direction: column; }
.week:last-child { break-after: auto; }
header { display: flex; gap: 6mm; align-items: baseline; font-size: 9pt;
  border-bottom: 0.6mm solid #000; padding-bottom: 1mm; }
h1 { font-size: 14pt; }
header p:last-child { margin-left: auto; }
.days { flex: 1 0 auto; display: flex; }
.day { flex: 1 1 0; min-width: 0; padding: 1mm 1.5mm; border-right: 0.2mm solid #999; }
.day:last-child { border-right: 0; }
.day h2 { font-size: 10pt; display: flex; justify-content: space-between; align-items: baseline;
  border-bottom: 0.2mm solid #000; margin-bottom: 1mm; }
.day small { font-size: 8pt; font-weight: normal; }
article { padding: 0.6mm 0 0.9mm; border-bottom: 0.15mm solid #bbb; break-inside: avoid;
  overflow-wrap: anywhere; }
article i { display: inline-block; width: 0.8em; height: 0.8em; border: 0.2mm solid #000;
  margin-right: 0.35em; vertical-align: -0.05em; }
.when, .where { display: flex; justify-content: space-between; column-gap: 0.6em; }
.where { flex-wrap: wrap; }
.where span:last-child { margin-left: auto; text-align: right; }
.what { font-weight: bold; }
time { font-variant-numeric: tabular-nums; white-space: nowrap; }
.free { color: #555; padding-top: 1mm; }
aside { border-top: 0.3mm solid #000; padding-top: 1mm; }
aside h2 { font-size: 8.5pt; }
aside ul { list-style: none; columns: 2; column-gap: 6mm; font-size: 7pt; }
aside li { break-inside: avoid; }
aside small { font-size: 1em; color: #444; margin-left: 0.6em; }
footer { font-size: 7pt; color: #333; padding-top: 1mm; }
@media screen { body { background: #ddd; } .week { background: #fff; padding: 0; margin: 6mm auto;
  outline: 9mm solid #fff; } }
"""
