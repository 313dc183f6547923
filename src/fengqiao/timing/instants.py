"""Moments: seconds since 1970 in UTC, and the day on which they fall in a zone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from fengqiao.errors.timing import PeriodError
from fengqiao.timing.days import EARLIEST_YEAR, LATEST_YEAR, out_of_range

_DAY_SECONDS = 86_400
_SECOND = timedelta(seconds=1)
_START = datetime(1970, 1, 1, tzinfo=UTC)
_START_ORDINAL = _START.toordinal()
# A day is kept free at either end, so that no zone leads outside the years of a datetime.
_EARLIEST = (datetime(EARLIEST_YEAR, 1, 2, tzinfo=UTC) - _START) // _SECOND
_LATEST = (datetime(LATEST_YEAR, 12, 31, tzinfo=UTC) - _START) // _SECOND - 1


def epoch(at: datetime) -> int:
    """Whole seconds from 1970-01-01T00:00Z to a moment; parts of a second are cut off.

    Args:
        at: The moment, with its zone.

    Returns:
        Seconds, negative before 1970.

    Raises:
        PeriodError: The datetime is naive, or outside 1900-9999.

    Units:
        seconds

    Examples:
        >>> epoch(datetime(2018, 7, 20, 8, tzinfo=ZoneInfo("Asia/Shanghai")))
        1532044800
    """
    if at.utcoffset() is None:
        raise PeriodError("instant.naive")
    seconds = (at - _START) // _SECOND
    _require_in_range(seconds)
    return seconds


def day_in(zone: ZoneInfo, epoch_seconds: int) -> date:
    """Day on which a moment falls in a zone.

    Args:
        zone: Whose midnight counts.
        epoch_seconds: The moment.

    Returns:
        The day.

    Raises:
        PeriodError: The moment is outside 1900-9999.

    Units:
        epoch_seconds: seconds since 1970-01-01T00:00Z
    """
    return _at(zone, epoch_seconds).date()


def iso(epoch_seconds: int, zone: ZoneInfo) -> str:
    """Write a moment as ISO 8601 with the offset of a zone: `2018-07-20T09:30:00+08:00`.

    Args:
        epoch_seconds: The moment.
        zone: In which it is written.

    Returns:
        The text.

    Raises:
        PeriodError: The moment is outside 1900-9999.

    Units:
        epoch_seconds: seconds since 1970-01-01T00:00Z
    """
    return _at(zone, epoch_seconds).isoformat()


def day_ordinals(epochs: Sequence[int], zone: ZoneInfo) -> list[int]:
    """Days on which many moments fall in a zone, column by column.

    The offset is looked up once for each UTC day that occurs; only on a UTC day on which it
    changes is it looked up for every moment.

    Args:
        epochs: The moments. Shape (n,).
        zone: Whose midnight counts.

    Returns:
        Proleptic ordinals as of `date.toordinal`. Shape (n,); empty for no moments.

    Raises:
        PeriodError: A moment is outside 1900-9999.

    Units:
        epochs: seconds since 1970-01-01T00:00Z
        ordinals: days, 1 is 0001-01-01
    """
    if not epochs:
        return []
    first, last = min(epochs), max(epochs)
    _require_in_range(first, last)
    common = _common_offset(zone, first // _BLOCK_SECONDS, last // _BLOCK_SECONDS)
    if common is not None:
        shift = common + _START_ORDINAL * _DAY_SECONDS
        return [(moment + shift) // _DAY_SECONDS for moment in epochs]
    offsets, changing = _offsets({moment // _DAY_SECONDS for moment in epochs}, zone)
    if changing:
        return [
            _START_ORDINAL + (moment + offsets[utc_day]) // _DAY_SECONDS
            if (utc_day := moment // _DAY_SECONDS) in offsets
            else day_in(zone, moment).toordinal()
            for moment in epochs
        ]
    return [
        _START_ORDINAL + (moment + offsets[moment // _DAY_SECONDS]) // _DAY_SECONDS
        for moment in epochs
    ]


def _offsets(utc_days: Iterable[int], zone: ZoneInfo) -> tuple[dict[int, int], set[int]]:
    """Offset in seconds of each UTC day that keeps it, and the days in which it changes."""
    steady: dict[int, int] = {}
    changing: set[int] = set()
    for utc_day in utc_days:
        offset = _steady_offset(zone, utc_day)
        if offset is None:
            changing.add(utc_day)
        else:
            steady[utc_day] = offset
    return steady, changing


_BLOCK_DAYS = 366
_BLOCK_SECONDS = _BLOCK_DAYS * _DAY_SECONDS
_MOST_BLOCKS = 12


@lru_cache(maxsize=1 << 10)
def _common_offset(zone: ZoneInfo, first: int, last: int) -> int | None:
    """Offset in seconds that a zone keeps from one block to another; None: not plainly one."""
    blocks = range(first, last + 1)
    inside = first * _BLOCK_SECONDS >= _EARLIEST and (last + 1) * _BLOCK_SECONDS <= _LATEST
    if len(blocks) > _MOST_BLOCKS or not inside:
        return None
    found = {_block_offset(zone, block) for block in blocks}
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=1 << 10)
def _block_offset(zone: ZoneInfo, block: int) -> int | None:
    """Offset in seconds that every day of a block keeps."""
    days = range(block * _BLOCK_DAYS, (block + 1) * _BLOCK_DAYS)
    first = _steady_offset(zone, days[0])
    return first if all(_steady_offset(zone, day) == first for day in days) else None


@lru_cache(maxsize=1 << 16)
def _steady_offset(zone: ZoneInfo, utc_day: int) -> int | None:
    """Offset in seconds that a UTC day keeps; None where it changes in that day."""
    start = _offset(zone, utc_day * _DAY_SECONDS)
    return start if start == _offset(zone, (utc_day + 1) * _DAY_SECONDS - 1) else None


def _offset(zone: ZoneInfo, seconds: int) -> int:
    here = _at(zone, seconds)
    return (here.replace(tzinfo=UTC) - _START) // _SECOND - seconds


def _at(zone: ZoneInfo, seconds: int) -> datetime:
    _require_in_range(seconds)
    return (_START + seconds * _SECOND).astimezone(zone)


def _require_in_range(*seconds: int) -> None:
    for moment in seconds:
        if not _EARLIEST <= moment <= _LATEST:
            raise out_of_range()
