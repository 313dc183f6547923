"""The error family: every error that this library raises on purpose.

Each error has a stable `code`, its facts as attributes, and a text in English and Chinese that
says what is wrong, where, why it matters and what to do next. Texts are data (`texts_*.py`);
`render` puts them into words.
"""

from __future__ import annotations

from fengqiao.errors.casework import CaseError, MoveRefused
from fengqiao.errors.family import Fault, FengqiaoError, Place, build
from fengqiao.errors.grouping import grouped, wrong_rows
from fengqiao.errors.ids import IdRefused
from fengqiao.errors.notice import NoticeError
from fengqiao.errors.packs import ConfigError, OverlayError, PackError, PluginError, UnknownPack
from fengqiao.errors.records import RecordError, TableError
from fengqiao.errors.render import Lang, all_codes, render, rendered_parts
from fengqiao.errors.rules import RuleNotInForce, UnknownKey
from fengqiao.errors.store import StoreConflict, StoreError
from fengqiao.errors.timing import CalendarUnpublished, DeadlineError, PeriodError
from fengqiao.errors.workspace import RequestError, UnknownFinding

__all__ = [
    "CalendarUnpublished",
    "CaseError",
    "ConfigError",
    "DeadlineError",
    "Fault",
    "FengqiaoError",
    "IdRefused",
    "Lang",
    "MoveRefused",
    "NoticeError",
    "OverlayError",
    "PackError",
    "PeriodError",
    "Place",
    "PluginError",
    "RecordError",
    "RequestError",
    "RuleNotInForce",
    "StoreConflict",
    "StoreError",
    "TableError",
    "UnknownFinding",
    "UnknownKey",
    "UnknownPack",
    "all_codes",
    "build",
    "grouped",
    "render",
    "rendered_parts",
    "wrong_rows",
]
