"""Stubs: fields that say `choose: visits.households | visits.premises` until a person chooses."""

from __future__ import annotations

import re
from collections.abc import Mapping

FIELDS = frozenset(("key", "by", "who", "each", "why", "what"))
"""Fields that a stub leaves to be chosen."""

_CHOOSE = re.compile(r"\s*choose\s*[:：]")
_NAME = re.compile(r"[a-z][a-z0-9_]{0,40}(?:\.[a-z0-9_]{1,40}){0,2}")
_REASON = re.compile(
    r"declined_[a-z_]{1,20}|no_act|reported_result|heading|other_document|duplicate"
)
_MOST = 4


def is_to_be_chosen(name: str, raw: object) -> bool:
    """Whether a field is still as a stub has it."""
    return name in FIELDS and isinstance(raw, str) and _CHOOSE.match(raw) is not None


def offered(raw: object, chinese: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The names that a stub offers, as far as they are names that are known.

    Args:
        raw: The field: `choose: visits.households | visits.premises`.
        chinese: Known names by their Chinese label.
    """
    if not isinstance(raw, str):
        return ()
    text = _CHOOSE.sub("", raw[:400], count=1)
    names = [one.strip() for one in text.split("|")[:_MOST]]
    return tuple(name for name in names if _is_known(name, chinese))


def _is_known(name: str, chinese: Mapping[str, tuple[str, ...]]) -> bool:
    if _REASON.fullmatch(name):
        return True
    return bool(_NAME.fullmatch(name)) and any(name in names for names in chinese.values())
