"""Bring steps of older formats up to that of today."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from fengqiao.errors import CaseError
from fengqiao.model import CASE_FORMAT

Step = Mapping[str, Any]

UPCASTERS: Mapping[int, Callable[[Step], Step]] = {}
"""What brings a step of a format to the next one; there has been one format so far."""


def upcast(step: Step) -> Step:
    """A step in the format of today.

    Raises:
        CaseError: It was written by a newer version of this library (`casework.newer_format`).
    """
    while (found := int(step["format"])) != CASE_FORMAT:
        if found not in UPCASTERS:
            raise CaseError(
                "casework.newer_format", step=step["seq"], format=found, known=CASE_FORMAT
            )
        step = UPCASTERS[found](step)
    return step
