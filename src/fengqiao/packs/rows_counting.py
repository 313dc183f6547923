"""The row of a rule of counting."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from attrs import frozen

from fengqiao.packs.fields import may, need
from fengqiao.packs.forms import FLAG, NAME, one_of, or_open, several
from fengqiao.packs.rows_entry import CITES, EntryRow
from fengqiao.rules.values import OPEN, Open
from fengqiao.timing import WORKING_KINDS, DayKind
from fengqiao.timing.counting import (
    Cutoff,
    ExcludedDays,
    ExtendedFrom,
    FirstDay,
    FirstHour,
    HoursRun,
    Weekends,
)

RESTS = tuple(kind for kind in get_args(DayKind) if kind not in WORKING_KINDS)


@frozen(kw_only=True)
class CountingRow(EntryRow):
    """`[[counting]]`: a named way to count periods of time."""

    key: str = need(NAME)
    first_day: FirstDay = need(one_of(*get_args(FirstDay)))
    first_hour: FirstHour = need(one_of(*get_args(FirstHour)))
    rolls_on: tuple[DayKind, ...] = may(several(one_of(*RESTS), or_none=True), ())
    weekends: Weekends | Open = may(or_open(one_of(*get_args(Weekends))), OPEN)
    cutoff: Cutoff = may(one_of(*get_args(Cutoff)), "end_of_day")
    hours_run: HoursRun = may(one_of(*get_args(HoursRun)), "always")
    excluded_days: ExcludedDays | Open = may(or_open(one_of(*get_args(ExcludedDays))), OPEN)
    extended_from: ExtendedFrom | Open = may(or_open(one_of(*get_args(ExtendedFrom))), OPEN)
    posting_counts: bool = may(FLAG, default=False)
    cites: Mapping[str, tuple[str, ...]] = may(CITES, {})
