"""Extensions of a period: what a clause allows, and one that was granted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import field, frozen

from fengqiao.timing.counting import Length


def codes(given: Iterable[str]) -> frozenset[str]:
    """Codes as a set."""
    return frozenset(given)


@frozen(kw_only=True)
class ExtensionRule:
    """What a clause allows: how long each, how often, on which grounds.

    Args:
        length: Length of one extension.
        times: How many there may be.
        reasons: Codes of the grounds; empty where the clause names none.
        clause: Where it stands.
    """

    length: Length
    times: int
    reasons: frozenset[str] = field(default=frozenset(), converter=codes)
    clause: str = ""


@frozen(kw_only=True)
class Extension:
    """An extension that was granted.

    Args:
        at: Moment (seconds since 1970) or day on which it was granted.
        reason: Code of its ground.
        by: Id of the member of staff who approved it.
    """

    at: int | date
    reason: str
    by: str
