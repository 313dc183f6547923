"""The command that a verb suggests at its end: with the options that were given, to be pasted."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from typing import Any

import click
from rich.cells import cell_len
from rich.console import Console

from fengqiao.cli.screen import COLUMNS

_OPTIONS = {"store": "--store", "config": "--config", "packs": "--pack"}


def suggest(console: Console, text: str, words: Sequence[str]) -> None:
    """Print a command behind what it is for, on lines of its own where it is too wide.

    Args:
        console: Where to.
        text: What the command shows, with the colon.
        words: The command; where the facts are is added as it was given now.
    """
    plain = [word if word.isalnum() else shlex.quote(word) for word in words]
    parts = [" ".join(plain), *_given()]
    whole = f"{text} {' '.join(parts)}"
    if cell_len(whole) <= COLUMNS:
        console.out(whole, highlight=False)
        return
    console.out(text.rstrip(), highlight=False)
    lines = [f"  {parts[0]}"]
    for part in parts[1:]:
        if cell_len(lines[-1]) + cell_len(part) + len("  \\") > COLUMNS:
            lines[-1] += " \\"
            lines.append(f"    {part}")
        else:
            lines[-1] += f" {part}"
    for line in lines:
        console.out(line, highlight=False)


def _given() -> list[str]:
    """`--store`, `--config` and `--pack` of the command that runs, as they were written."""
    context = click.get_current_context(silent=True)
    params: Mapping[str, Any] = context.params if context else {}
    found: list[str] = []
    for name, option in _OPTIONS.items():
        given = params.get(name) or ()
        values = (given,) if isinstance(given, str) else given
        found += [f"{option} {shlex.quote(str(value))}" for value in values]
    return found
