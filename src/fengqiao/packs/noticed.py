"""What is worth a second look in a pack and is no fault: days without a limit, old checks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from fengqiao.errors import Fault, Place
from fengqiao.rules import Duty, Norm, Origin, Pack, Phase
from fengqiao.timing.days import advance


def silent_days(pack: Pack) -> Iterator[Fault]:
    """Spans of days between two phases of an entry on which it says nothing.

    The day after each phase and the day before it are looked at. That two phases speak on one
    day is refused when a pack is read.

    Args:
        pack: The pack.

    Yields:
        One note per span, at the entry: `pack.phase_gap`.
    """
    for entry in pack.entries:
        if isinstance(entry, (Norm, Duty)):
            for first, last in _silent(entry.phases):
                facts = {"entry": entry.id, "first": first.isoformat(), "last": last.isoformat()}
                yield Fault("pack.phase_gap", facts, _place(entry.origin))


def _silent(phases: Sequence[Phase]) -> list[tuple[date, date]]:
    found = set()
    for day in _beside(phases):
        if not any(one.holds_on(day) for one in phases):
            ended = (one.effective_until for one in phases if one.effective_until)
            before = max(last for last in ended if last < day)
            after = min(one.effective_from for one in phases if one.effective_from > day)
            found.add((advance(before, 1, "day"), advance(after, -1, "day")))
    return sorted(found)


def _beside(phases: Sequence[Phase]) -> Iterator[date]:
    """Days beside a phase that have a phase before and one after them."""
    begins = [one.effective_from for one in phases]
    ends = [one.effective_until for one in phases if one.effective_until]
    for last in ends:
        if last < max(begins):
            yield advance(last, 1, "day")
    for first in begins:
        if ends and first > min(ends):
            yield advance(first, -1, "day")


def old_checks(pack: Pack, on: date) -> Iterator[Fault]:
    """Sources that were last compared with the published text more than a year ago.

    Args:
        pack: The pack.
        on: The day as of which this is asked.

    Yields:
        One note per source, at the source: `pack.source_stale`.
    """
    for source in pack.sources:
        if source.checked is not None and advance(source.checked, 1, "year") < on:
            facts = {"source": source.id, "checked": source.checked.isoformat()}
            yield Fault("pack.source_stale", facts, _place(source.origin))


def _place(origin: Origin) -> Place:
    return Place(origin.file, origin.line)
