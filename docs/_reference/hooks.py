"""Hooks with their exact signatures."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator

from fengqiao.packs import hooks


def specs() -> Iterator[tuple[str, Callable[..., object]]]:
    """Every hook that plugins may implement, by name."""
    for name, function in sorted(vars(hooks).items()):
        if callable(function) and hasattr(function, f"{hooks.PROJECT}_spec"):
            yield name, function


def signature(name: str, function: Callable[..., object]) -> str:
    """The signature as the source has it."""
    return f"{name}{inspect.signature(function)}".replace("'", "")


def write(_page: str) -> str:
    """A section a hook."""
    return "\n\n".join(_section(name, function) for name, function in specs())


def _section(name: str, function: Callable[..., object]) -> str:
    text = inspect.getdoc(function) or ""
    return f"## `{name}`\n\n```python\n{signature(name, function)}\n```\n\n" + _as_markdown(text)


def _as_markdown(docstring: str) -> str:
    """A Google docstring as Markdown: sections become bold words and lists."""
    lines: list[str] = []
    for line in docstring.splitlines():
        if line.startswith("    ") and ":" in line and not line.startswith("     "):
            name, _, rest = line.strip().partition(":")
            lines.append(f"- `{name}`:{rest}" if name.isidentifier() else line.strip())
        elif line.rstrip(":") in ("Args", "Returns", "Raises"):
            lines += [f"**{line.rstrip(':')}**", ""]
        else:
            lines.append(line.strip())
    return "\n".join(lines)
