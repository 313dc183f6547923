"""Words for the window of a band: `year`, or `previous year`."""

from __future__ import annotations

from typing import get_args

from fengqiao.timing import PeriodUnit

_UNITS: tuple[PeriodUnit, ...] = get_args(PeriodUnit)
_PREVIOUS = "previous "
WINDOWS: tuple[str, ...] = (*_UNITS, *(f"{_PREVIOUS}{unit}" for unit in _UNITS))
"""Every window: the last period of a unit that has ended, or the one before the day's own."""


def unit_of(window: str) -> tuple[PeriodUnit | None, bool]:
    """The unit of a window, and whether it is the period before the one that a day lies in."""
    name = window.removeprefix(_PREVIOUS)
    return next((unit for unit in _UNITS if unit == name), None), name != window
