"""TOML as text: quoted texts, and rows with their equals signs in line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

Plain = str | int | date | Mapping[str, "Plain"] | tuple["Plain", ...]


def quoted(text: str) -> str:
    """A text between quotes, whatever it holds."""
    inner = json.dumps(text, ensure_ascii=False)[1:-1]
    return '"' + "".join(one if one.isprintable() else _escaped(one) for one in inner) + '"'


def _escaped(sign: str) -> str:
    code = ord(sign)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"  # noqa: PLR2004  16 bits


def value(one: Plain) -> str:
    """A value as TOML writes it."""
    if isinstance(one, Mapping):
        return "{ " + ", ".join(f"{name} = {value(held)}" for name, held in one.items()) + " }"
    if isinstance(one, tuple):
        return f"[{', '.join(map(value, one))}]"
    if isinstance(one, bool):
        return str(one).lower()
    return quoted(one) if isinstance(one, str) else str(one)


def _spread(one: Plain) -> str:
    """A value; rows of a table each on a line of its own."""
    if isinstance(one, tuple) and any(isinstance(each, Mapping) for each in one):
        return "".join(["[\n", *(f"    {value(each)},\n" for each in one), "]"])
    return value(one)


def row(header: str, fields: Mapping[str, Plain], *, above: str = "") -> str:
    """A table with its header, after a comment."""
    width = max(map(len, fields))
    lines = [f"# {above}"] if above else []
    lines.append(header)
    lines += [f"{name:<{width}} = {_spread(one)}" for name, one in fields.items()]
    return "\n".join(lines) + "\n"
