"""The month's work of a synthetic town as columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from fengqiao.simulate import counts, fieldwork, meetings
from fengqiao.simulate.scenario import Batch
from fengqiao.simulate.town import Town


def simulate_events(town: Town) -> Iterator[Batch]:
    """What happened in a town, one batch a kind.

    Work falls on worked days: a Sunday that is worked has visits, a holiday has none. Calls come
    every day.

    Returns:
        Visits, sessions, inspections, duties, totals and awards; kinds without any are left out.

    Raises:
        CalendarUnpublished: The calendar does not hold a day of the month.

    Units:
        moments: epoch seconds
    """
    tables = (
        ("visit", fieldwork.VISIT, fieldwork.visits(town)),
        ("session", meetings.SESSION, meetings.sessions(town)),
        ("inspection", fieldwork.INSPECTION, fieldwork.inspections(town)),
        ("duty", meetings.DUTY, meetings.duties(town)),
        ("total", counts.TOTAL, counts.totals(town)),
        ("award", counts.AWARD, counts.awards(town)),
    )
    for kind, names, rows in tables:
        columns = list(zip(*rows, strict=True))
        if columns:
            yield Batch(kind, dict(zip(names, columns, strict=True)), town.scenario.closes_at)


def recorded_since(town: Town) -> Mapping[str, date]:
    """What the town's office records completely, and since when: from the span's first day on."""
    keys = (
        "visit",
        "inspection",
        meetings.MEETING_KEY,
        meetings.RECEPTION_KEY,
        meetings.BOX_KEY,
        counts.CALLS_KEY,
        counts.SURVEY_KEY,
        town.scenario.points,
    )
    return {key: town.scenario.span.first for key in keys if key is not None}
