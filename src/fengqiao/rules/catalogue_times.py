"""Keys of times that the host reports: how long the slowest took, one number a report.

Source:
    Limits of time that notices put on work which is not recorded case by case.
"""

from __future__ import annotations

from fengqiao.rules.catalogue import Key, time_key
from fengqiao.rules.catalogue_words import named


def _time(name: str, zh: str, en: str, *each: str) -> Key:
    return time_key(name, named(zh, en), each)


TIME_KEYS: tuple[Key, ...] = (
    _time(
        "disputes.time_to_revisit",
        "纠纷回访时限",
        "time to revisit after a mediation",
        "community_officer",
        "station",
        "community",
        "village",
        "mediation_committee",
        "town",
        "bureau",
    ),
    _time(
        "hazards.time_to_remedy",
        "隐患整改时限",
        "time to remedy a hazard",
        "premises",
        "community_officer",
        "station",
        "community",
        "village",
        "town",
        "county",
        "bureau",
    ),
    _time(
        "hazards.time_to_reinspect",
        "隐患复查时限",
        "time to look again at a hazard",
        "premises",
        "community_officer",
        "station",
        "community",
        "village",
        "town",
        "county",
        "bureau",
    ),
    _time(
        "records.time_to_enter",
        "信息录入时限",
        "time to enter records",
        "community_officer",
        "police_room",
        "station",
        "community",
        "village",
        "bureau",
    ),
    _time(
        "requests.time_to_revisit",
        "诉求回访时限",
        "time to revisit after a request",
        "community_officer",
        "station",
        "department",
        "town",
        "county",
        "bureau",
    ),
    _time(
        "service.time_at_window",
        "窗口等候时间",
        "time spent waiting at a window",
        "facility",
        "station",
        "department",
        "town",
        "county",
        "bureau",
    ),
    _time(
        "service.time_to_publish",
        "公开时限",
        "time to publish",
        "station",
        "community",
        "village",
        "department",
        "town",
        "county",
        "bureau",
    ),
)
"""Reported in the unit of the limit; in minutes where that is in hours."""
