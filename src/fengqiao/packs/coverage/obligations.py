"""Duties of a text that carry no number: `应`, `要`, `必须`, `严禁`, `不得`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen

WORDS = (
    "不得不",
    "不得",
    "不准",
    "不允许",
    "严禁",
    "禁止",
    "必须",
    "务必",
    "应当",
    "应该",
    "应",
    "须",
    "需要",
    "确保",
    "要求",
    "要",
)
_NOT_DUTIES = (
    "应用|应急|应对|应对|适应|响应|回应|反应|相应|供应|对应|效应|应邀|应聘|应答|应诉|应变|应付|有求必应"
    "|必须品|不得不|需要的|主要|重要|要素|要求|要点|要害|要件|要案|要闻|纲要|摘要|概要|首要|必要|紧要"
    "|只要|就要|若要|想要|将要|快要|险要|扼要|需要|要么|要是|不要紧|胡须|要道"
)
_OBLIGATION = re.compile(
    f"(?P<no>{_NOT_DUTIES})|(?P<yes>不得|不准|不许|严禁|禁止|必须|务必|应当|应该|应|须|要)"
)


@frozen(kw_only=True)
class Obligation:
    """A word that obliges, in a sentence that has no number.

    Attributes:
        text: The word: `应`, `要`, `必须`, `严禁`, `不得`.
        line: Counted from 1.
        column: Counted from 1.
    """

    text: str
    line: int
    column: int


def find_obligations(lines: Sequence[str]) -> tuple[Obligation, ...]:
    """Every word that obliges, in the order of the text, whether or not a number is near."""
    return tuple(
        Obligation(text=found.group(), line=number, column=found.start() + 1)
        for number, line in enumerate(lines, start=1)
        for found in _OBLIGATION.finditer(line)
        if found.lastgroup == "yes"
    )
