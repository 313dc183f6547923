"""How grave a shortfall is: force of the source, side of a range, target days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from fengqiao.rules import Phase, Severity
from fengqiao.rules.entries import Force

Side = Literal["below", "above"]

_RANK: Mapping[Severity, int] = {"info": 0, "notice": 1, "breach": 2}
_OF_FORCE: Mapping[Force, Severity] = {
    "must": "breach",
    "in_principle": "notice",
    "aim": "notice",
    "practice": "info",
}


def severity(
    force: Force, *, on: date, side: Side, phase: Phase | None = None, about: bool = False
) -> Severity:
    """The severity of a requirement that is not met.

    Args:
        force: Of the source or entry: a `must` is a breach, `in_principle` and `aim` a notice,
            `practice` (reported, not ordered) info.
        on: The last day of the period judged.
        side: Whether the value lies below or above what is asked.
        phase: May hold the severity of a side down, and names the target day before which a
            shortfall is info.
        about: An approximate figure is never more than a notice.

    Returns:
        The mildest that any of these says.
    """
    says = [_OF_FORCE[force]]
    if about:
        says.append("notice")
    if phase is not None:
        held = phase.above if side == "above" else phase.below
        target = phase.by.severity(on) if phase.by else None
        says += [one for one in (held, target) if one is not None]
    return min(says, key=_RANK.__getitem__)
