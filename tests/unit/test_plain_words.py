"""Nobody who uses the command line or reads an error has to know a word of Python."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path

import pytest

import fengqiao
from fengqiao.errors.texts import Text

PYTHON = re.compile(
    r"(?<![A-Za-z_`])(?:NoneType|None\b(?! of)|True|False|dict|tuple|frozenset|list index|str|int"
    r"|bool|Traceback|traceback|iterable|kwargs?|args|self|TypeError|ValueError|KeyError"
    r"|AttributeError|IndexError|datetime|isinstance|lambda|object is|attrs|tomllib)"
    r"(?![A-Za-z_])"
)
"""Words that only a programmer knows; `str` within `strict` is none, "None of" is English."""

ROOT = Path(fengqiao.__file__).parent
MODULES = sorted(
    ".".join(("fengqiao", *path.relative_to(ROOT).with_suffix("").parts))
    for pattern in ("errors/texts_*.py", "cli/*texts.py")
    for path in ROOT.glob(pattern)
)
OF_PROGRAMS = frozenset(("fengqiao.errors.texts_records", "fengqiao.errors.texts_timing"))
"""Texts about arguments that only a program passes: what stands in backticks may be typed there."""
_TYPED = re.compile(r"`[^`]*`")


def strings(value: object) -> Iterator[str]:
    """Every text within a table of texts."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Text):
        yield from (value.what, value.why, value.next)
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from strings(one)
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from strings(one)


def tables(module: str) -> Iterator[str]:
    """Every text of a module's tables."""
    for name, value in vars(import_module(module)).items():
        if name.isupper() and isinstance(value, (Mapping, tuple)):
            yield from strings(value)


def test_modules_of_texts_are_found() -> None:
    """The search for tables finds those of errors and of the command line."""
    assert {"fengqiao.errors.texts_packs", "fengqiao.cli.texts"} <= set(MODULES)


@pytest.mark.parametrize("module", MODULES)
def test_no_text_has_a_word_of_python(module: str) -> None:
    """English and Chinese texts alike, with everything that may be filled in left as it is."""
    texts = list(tables(module))
    assert texts
    if module in OF_PROGRAMS:
        texts = [_TYPED.sub("", text) for text in texts]
    assert [(PYTHON.findall(text), text) for text in texts if PYTHON.search(text)] == []


@pytest.mark.parametrize(
    "text",
    ["it is None.", "应为True", "a dict", "不是str。", "list index out of range", "(most int)"],
)
def test_a_word_of_python_would_be_found(text: str) -> None:
    """Beside Chinese signs as well as beside blanks."""
    assert PYTHON.search(text)


@pytest.mark.parametrize("text", ["--strict", "None of these", "print it", "in `true` or `false`"])
def test_plain_words_are_let_through(text: str) -> None:
    """Words that hold one of Python's, and values as TOML writes them."""
    assert not PYTHON.search(text)
