"""What exists and what happened: the frozen types that a store holds, and their declarations."""

from __future__ import annotations

from fengqiao.model.areas import AreaLevel, area_level, area_prefix, lies_in, setting_of
from fengqiao.model.case_json import Codec, read_case, write_case
from fengqiao.model.cases import CASE_FORMAT, Case, CaseEvent
from fengqiao.model.columns import columns_of, prepare
from fengqiao.model.events import (
    ActionItem,
    ActionReport,
    Award,
    Contact,
    DutyDone,
    Inspection,
    Session,
    Tasking,
    Total,
    Visit,
)
from fengqiao.model.fields import FIELD_KINDS, FieldKind, FieldSpec
from fengqiao.model.kinds import CASE_EVENT, DERIVED, KINDS, LISTS, Kind
from fengqiao.model.registers import (
    Area,
    Assignment,
    Beat,
    Body,
    Facility,
    Grid,
    MediationCommittee,
    PolicePost,
    PoliceRoom,
    Premises,
    Recording,
    Station,
    Team,
)
from fengqiao.model.table import Columns, Prepared, Table, cut

__all__ = [
    "CASE_EVENT",
    "CASE_FORMAT",
    "DERIVED",
    "FIELD_KINDS",
    "KINDS",
    "LISTS",
    "ActionItem",
    "ActionReport",
    "Area",
    "AreaLevel",
    "Assignment",
    "Award",
    "Beat",
    "Body",
    "Case",
    "CaseEvent",
    "Codec",
    "Columns",
    "Contact",
    "DutyDone",
    "Facility",
    "FieldKind",
    "FieldSpec",
    "Grid",
    "Inspection",
    "Kind",
    "MediationCommittee",
    "PolicePost",
    "PoliceRoom",
    "Premises",
    "Prepared",
    "Recording",
    "Session",
    "Station",
    "Table",
    "Tasking",
    "Team",
    "Total",
    "Visit",
    "area_level",
    "area_prefix",
    "columns_of",
    "cut",
    "lies_in",
    "prepare",
    "read_case",
    "setting_of",
    "write_case",
]
