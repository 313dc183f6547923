"""Docstrings as Sphinx wants them, before napoleon reads them."""

from __future__ import annotations

import re

_CODE = re.compile(r"(?<![`:\w])`([^`\n]+)`(?!`)")
_NAMES = re.compile(r"^(\s+)(\w+(?:, \w+)+):(?=\s)")
_PLAIN = ("attribute", "data", "property")
_HIDDEN = "\ue000"


def prepare(
    _app: object, what: str, _name: str, _found: object, _options: object, lines: list[str]
) -> None:
    """Mark code, and keep napoleon from seeing types where a docstring has sentences."""
    lines[:] = [_NAMES.sub(_joined, _CODE.sub(r"``\1``", line)) for line in lines]
    if what in _PLAIN and lines:  # what stands before its colon is no type
        lines[0] = lines[0].replace(":", _HIDDEN)


def finish(
    _app: object, _what: str, _name: str, _found: object, _options: object, lines: list[str]
) -> None:
    """Show the colons again that were hidden from napoleon."""
    lines[:] = [line.replace(_HIDDEN, ":") for line in lines]


def shorten(
    _app: object,
    _what: str,
    _name: str,
    _found: object,
    _options: object,
    signature: str | None,
    returned: str | None,
) -> tuple[str | None, str | None]:
    """Show a default that is made anew for each object as dots."""
    return signature and signature.replace("= NOTHING", "= ..."), returned


def _joined(found: re.Match[str]) -> str:
    """`low, high:` as one name without a blank."""
    return f"{found[1]}{found[2].replace(', ', ',')}:"
