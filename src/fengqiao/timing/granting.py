"""Whether an extension is one that its clause allows, and was granted in time."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from fengqiao.errors.timing import DeadlineError
from fengqiao.timing.counting import HOUR_UNITS, Length
from fengqiao.timing.extensions import Extension, ExtensionRule
from fengqiao.timing.hours import moment


def require_allowed(
    length: Length, allowed: ExtensionRule | None, number: int, extension: Extension
) -> None:
    """Refuse an extension that the clause doesn't allow.

    Args:
        length: Length of the period.
        allowed: What the clause allows.
        number: Which extension it is, counted from 1.
        extension: The extension.

    Raises:
        DeadlineError: None is allowed, it is one too many, on another ground or in another unit.
    """
    if allowed is None:
        raise DeadlineError("deadline.extension_none")
    if number > allowed.times:
        raise DeadlineError("deadline.extension_many", times=allowed.times)
    if allowed.reasons and extension.reason not in allowed.reasons:
        raise DeadlineError("deadline.extension_ground", number=number)
    if _class(allowed.length) != _class(length):
        raise DeadlineError("deadline.extension_unit", number=number)


def is_late(extension: Extension, due_at: int | None, zone: ZoneInfo) -> bool:
    """Whether it was granted after the end; a period without a known end has not passed."""
    if due_at is None:
        return False
    at = moment(extension.at, 0, zone) if isinstance(extension.at, date) else extension.at
    return at > due_at


def _class(length: Length) -> str:
    if length.unit in HOUR_UNITS:
        return "hours"
    return "working_days" if length.unit == "working_day" else "days"
