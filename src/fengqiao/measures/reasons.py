"""Why something can't be judged."""

from __future__ import annotations

from typing import Literal

Reason = Literal[
    "no_data",
    "nothing_due",
    "not_configured",
    "vague",
    "period_open",
    "part_of_period",
    "calendar_unpublished",
    "too_few",
    "withheld",
    "not_installed",
    "purged",
]
