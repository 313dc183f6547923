"""When something ended whose table says when it began and how long it took."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from unicodedata import normalize

from fengqiao.tables.cells import Bad
from fengqiao.timing import epoch

MOST_MINUTES = 7 * 24 * 60
"""A longer duration is another number in the wrong column."""

_MINUTES = re.compile(r"([0-9]{1,5})(?:\.0+)?\s*(?:分钟|分|min)?")


def minutes(text: str) -> int | Bad:
    """A number of minutes: 25, 25.0 or 25分钟.

    Units:
        minutes
    """
    found = _MINUTES.fullmatch(normalize("NFKC", text))
    return Bad("table.minutes") if found is None else int(found[1])


def ends(starts: Sequence[Any], durations: Sequence[Any]) -> list[Any]:
    """The end of each: its start and so many minutes later; what is `Bad` stays so.

    Args:
        starts: Moments with a zone, seconds since 1970, or `Bad`.
        durations: Minutes, None or `Bad`. Equally many.

    Units:
        seconds since 1970
    """
    return [_end(start, duration) for start, duration in zip(starts, durations, strict=True)]


def _end(start: object, duration: object) -> object:
    if not isinstance(duration, int):
        return duration
    if not 0 <= duration <= MOST_MINUTES:
        return Bad("table.minutes")
    began = epoch(start) if isinstance(start, datetime) else start
    return began + 60 * duration if isinstance(began, int) else None
