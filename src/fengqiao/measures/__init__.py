"""Measures: what is asked of the store, and the columns of values that come of it."""

from __future__ import annotations

from fengqiao.measures.cases import cases_of
from fengqiao.measures.compute import (
    Values,
    compute,
    name_events,
    wanted,
    wanted_events,
    wanted_rows,
)
from fengqiao.measures.indicator import Ask, Column, Indicator, Indicators, NamedEvents, lookup
from fengqiao.measures.indicators_cases import INDICATORS as _CASES
from fengqiao.measures.indicators_contacts import INDICATORS as _CONTACTS
from fengqiao.measures.indicators_inspections import INDICATORS as _INSPECTIONS
from fengqiao.measures.indicators_places import INDICATORS as _PLACES
from fengqiao.measures.indicators_registers import INDICATORS as _REGISTERS
from fengqiao.measures.indicators_reported import INDICATORS as _REPORTED
from fengqiao.measures.indicators_staff import INDICATORS as _STAFF
from fengqiao.measures.indicators_state import INDICATORS as _STATE
from fengqiao.measures.indicators_taskings import INDICATORS as _TASKINGS
from fengqiao.measures.indicators_times import INDICATORS as _TIMES
from fengqiao.measures.indicators_totals import INDICATORS as _TOTALS
from fengqiao.measures.indicators_work import INDICATORS as _WORK
from fengqiao.measures.occasions import Occasion, Occasions
from fengqiao.measures.purged import mark_purged
from fengqiao.measures.reasons import Reason
from fengqiao.measures.subjects import Subjects, subjects_of
from fengqiao.measures.tallies import Tally
from fengqiao.measures.tasks import Request, Task, plan_tasks
from fengqiao.measures.whom import Classed, ClassedOn, Doubt, Levels


def core_indicators() -> Indicators:
    """The indicators of the core, by key."""
    every = (
        *_WORK,
        *_CONTACTS,
        *_INSPECTIONS,
        *_REPORTED,
        *_TIMES,
        *_TOTALS,
        *_STATE,
        *_STAFF,
        *_TASKINGS,
        *_PLACES,
        *_REGISTERS,
        *_CASES,
    )
    return {indicator.key.name: indicator for indicator in every}


__all__ = [
    "Ask",
    "Classed",
    "ClassedOn",
    "Column",
    "Doubt",
    "Indicator",
    "Indicators",
    "Levels",
    "NamedEvents",
    "Occasion",
    "Occasions",
    "Reason",
    "Request",
    "Subjects",
    "Tally",
    "Task",
    "Values",
    "cases_of",
    "compute",
    "core_indicators",
    "lookup",
    "mark_purged",
    "name_events",
    "plan_tasks",
    "subjects_of",
    "wanted",
    "wanted_events",
    "wanted_rows",
]
