"""Mechanisms, in the order of the page, and the keys that belong to each.

A key belongs to the mechanism whose beginning of a name is the longest that fits it.
"""

from __future__ import annotations

from collections.abc import Mapping

from fengqiao.rules import Words


def _w(zh: str, en: str) -> Words:
    return Words(zh=zh, en=en)


GROUPS: Mapping[str, tuple[Words, tuple[str, ...]]] = {
    "staffing": (
        _w("人员配备", "Staffing"),
        (
            "staffing.", "roles.", "station.", "organisation.station", "community_officer",
            "deputy_station_leader", "town_stability_cadre", "police_assistant", "branch",
            "auxiliary_officer", "villages.",
        ),
    ),
    "rooms": (_w("警务室和场所", "Rooms and other places"), ("facility.", "organisation.beats")),
    "grid": (
        _w("网格", "The grid"),
        ("grid", "deputy_grid", "matters."),
    ),
    "visiting": (
        _w("走访:五种量法", "Visiting, in its five measures"),
        ("visits.", "hours.", "duty.visit_round"),
    ),
    "meetings": (_w("会议", "Meetings"), ("meeting.",)),
    "mediation": (
        _w("纠纷调解", "Mediation"),
        (
            "mediation", "dispute", "village_mediator", "organisation.committees",
            "facility.mediation", "facility.joint_mediation", "staffing.mediat",
            "staffing.lawyers", "duty.lawyer",
        ),
    ),
    "requests": (
        _w("警情、诉求和办事", "Calls, requests and services"),
        ("request", "calls.", "service.", "small_cases."),
    ),
    "assessment": (
        _w("考核和评价", "Assessment"),
        ("points.", "award.", "survey.", "personnel.", "supervision."),
    ),
    "bans": (
        _w("不得抽调和减负", "Bans and protection"),
        ("assignments.", "score.", "data.", "duty.burden"),
    ),
    "equipment": (
        _w("装备、视频和经费", "Equipment, video and money"),
        (
            "equipment.", "facility.fittings", "facility.cameras", "facility.video",
            "facility.monitoring", "facility.terminals", "coverage.", "budget.", "duty.fund",
            "smart_safe.",
        ),
    ),
    "prevention": (
        _w("防范、检查和群防", "Prevention, inspection and volunteers"),
        (
            "inspection.", "premises.", "hazards.", "duty.patrol", "duty.safety", "duty.unit",
            "duty.premises", "duty.publicity", "organisation.teams", "volunteering.", "issues.",
            "safe_",
        ),
    ),
    "organisation": (
        _w("制度、渠道和日常事项", "Rules, channels and other duties"),
        ("organisation.", "duty.", "leading_group."),
    ),
    "areas": (_w("区域指标", "Figures of areas"), ("area.",)),
}  # fmt: skip
"""Name -> its title, and how its keys begin."""

FIRST = (
    "visits.households", "visits.premises", "visits.people", "visits.home_services",
    "visits.days", "hours.in_community",
)  # fmt: skip
"""Rows that stand first: households, premises, people, services, days and hours."""


def group_of(key: str) -> str | None:
    """The mechanism of a key, or None where no beginning fits."""
    fits = (
        (len(start), name)
        for name, (_, starts) in GROUPS.items()
        for start in starts
        if key.startswith(start)
    )
    return max(fits, default=(0, None))[1]


def order(key: str) -> tuple[int, str]:
    """Where a key stands among those of its mechanism."""
    return (FIRST.index(key) if key in FIRST else len(FIRST), key)
