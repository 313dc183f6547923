"""What exists and what happened: the frozen types that a store holds, and their declarations."""

from __future__ import annotations

from fengqiao.model.areas import AreaLevel, area_level, area_prefix, lies_in, setting_of
from fengqiao.model.columns import columns_of, prepare
from fengqiao.model.events import Award, DutyDone, Inspection, Session, Total, Visit
from fengqiao.model.fields import FIELD_KINDS, FieldKind, FieldSpec
from fengqiao.model.kinds import KINDS, Kind
from fengqiao.model.registers import (
    Area,
    Assignment,
    Grid,
    MediationCommittee,
    PoliceRoom,
    Premises,
    Recording,
    Station,
)
from fengqiao.model.table import Columns, Table

__all__ = [
    "FIELD_KINDS",
    "KINDS",
    "Area",
    "AreaLevel",
    "Assignment",
    "Award",
    "Columns",
    "DutyDone",
    "FieldKind",
    "FieldSpec",
    "Grid",
    "Inspection",
    "Kind",
    "MediationCommittee",
    "PoliceRoom",
    "Premises",
    "Recording",
    "Session",
    "Station",
    "Table",
    "Total",
    "Visit",
    "area_level",
    "area_prefix",
    "columns_of",
    "lies_in",
    "prepare",
    "setting_of",
]
