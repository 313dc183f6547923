"""The month's work of a synthetic town as columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from fengqiao.simulate import agreed, contacts, counts, duties, fieldwork, inspections, meetings
from fengqiao.simulate.scenario import Batch
from fengqiao.simulate.town import Town


def simulate_events(town: Town) -> Iterator[Batch]:
    """What happened in a town, one batch a kind.

    Work falls on worked days: a Sunday that is worked has visits, a holiday has none. Calls come
    every day.

    Returns:
        Visits, sessions with what they agreed, inspections, duties, totals and awards; kinds
        without any are left out.

    Raises:
        CalendarUnpublished: The calendar does not hold a day of the month.

    Units:
        moments: epoch seconds
    """
    held = meetings.meetings(town)
    scenario = town.scenario
    tables = (
        ("visit", fieldwork.VISIT, fieldwork.visits(town)),
        ("session", meetings.SESSION, (meeting.row for meeting in held)),
        ("action_item", agreed.ITEM, agreed.action_items(scenario, held)),
        ("action_report", agreed.REPORT, agreed.action_reports(scenario, held)),
        ("inspection", inspections.INSPECTION, inspections.inspections(town)),
        ("contact", contacts.CONTACT, contacts.contacts(town)),
        ("tasking", contacts.TASKING, contacts.taskings(town)),
        ("duty", duties.DUTY, duties.duties(town)),
        ("total", counts.TOTAL, counts.totals(town)),
        ("award", counts.AWARD, counts.awards(town)),
    )
    for kind, names, rows in tables:
        columns = list(zip(*rows, strict=True))
        if columns:
            yield Batch(kind, dict(zip(names, columns, strict=True)), scenario.closes_at)


def recorded_since(town: Town) -> Mapping[str, date]:
    """What the town's office records completely, and since when: from the span's first day on."""
    scenario = town.scenario
    keys = (
        "visit",
        "inspection",
        *(("contact",) if scenario.places else ()),
        *(("tasking",) if scenario.tasked else ()),
        *(routine.key for routine in scenario.routines),
        *(one.key for one in scenario.reported),
        counts.CALLS_KEY,
        counts.SURVEY_KEY,
        scenario.points,
    )
    return {key: scenario.span.first for key in keys if key and key not in scenario.unrecorded}
