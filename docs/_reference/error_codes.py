"""Error codes with their texts, a section a code."""

from __future__ import annotations

import re
from itertools import groupby

from fengqiao import errors
from fengqiao.errors import FengqiaoError, all_codes, rendered_parts
from fengqiao.errors.family import Fault

from . import quoted, table

TOPICS = {
    "calendar": "The calendar of working days",
    "case": "Worked cases",
    "config": "Configuration",
    "finding": "Findings",
    "id": "Ids and references",
    "new_pack": "New packs",
    "notice": "Notices compared with a pack",
    "overlay": "Overlays on packs",
    "pack": "Packs",
    "period": "Periods",
    "plugin": "Plugins",
    "record": "Facts that are recorded",
    "request": "Questions to a workspace",
    "rule": "Rules in force and the catalogue",
    "span": "Spans of days",
    "store": "Stores",
    "table": "Tables that are loaded",
    "toml": "Files of a pack: how they are written",
}
_PARTS = ("what", "why", "next")


def write(_page: str) -> str:
    """Classes, then codes by topic."""
    parts = [_classes()]
    for topic, codes in groupby(all_codes(), key=lambda code: code.split(".")[0]):
        parts.append(f"## {TOPICS.get(topic, topic.capitalize())}")
        parts += [_section(code) for code in codes]
    return "\n\n".join(parts)


def _classes() -> str:
    rows = []
    for name in sorted(errors.__all__):
        cls = getattr(errors, name)
        if isinstance(cls, type) and issubclass(cls, FengqiaoError):
            builtins = [base.__name__ for base in cls.__mro__ if base.__module__ == "builtins"]
            rows.append((quoted(name), quoted(builtins[0]), (cls.__doc__ or "").split("\n")[0]))
    return table(("class", "is also a", "what it means"), rows)


def _section(code: str) -> str:
    names = _facts_of(code)
    facts = {name: "{" + name + "}" for name in names}
    english = rendered_parts(Fault(code, facts), "en")
    chinese = rendered_parts(Fault(code, facts), "zh")
    lines = [f"({code})=", f"### {quoted(code)}", ""]
    for parts in (english, chinese):
        space = " " if parts is english else ""
        lines += [_plain(space.join(str(parts[part]) for part in _PARTS if parts[part])), ""]
    if names:
        lines += [f"Facts: {', '.join(map(quoted, names))}.", ""]
    return "\n".join(lines).rstrip()


def _plain(text: str) -> str:
    """A text that Markdown shows as it is; code stays code."""
    pieces = re.split(r"(`[^`]*`)", text)
    return "".join(
        piece if piece.startswith("`") else re.sub(r"([\[\]{*<_])", r"\\\1", piece)
        for piece in pieces
    )


def _facts_of(code: str) -> list[str]:
    """Names of the facts that the texts of a code mention."""
    from fengqiao.errors.render import _texts  # noqa: PLC0415  the table itself is not public

    both = [getattr(text, part) for text in _texts()[code] for part in _PARTS]
    return sorted({name for text in both for name in re.findall(r"\{(\w+)\}", text)})
