"""The core's catalogue: its keys and closed lists, put together.

Source:
    Keys name what the notices and the law count; the clause always comes from the pack.
"""

from __future__ import annotations

from fengqiao.rules.catalogue import Catalogue, Key, Vocabulary
from fengqiao.rules.catalogue_cases import CASE_KEYS, CASE_VOCABULARIES
from fengqiao.rules.catalogue_duties import DUTY_KEYS
from fengqiao.rules.catalogue_procedures import PROCEDURE_KEYS, PROCEDURE_VOCABULARIES
from fengqiao.rules.catalogue_registers import STATE_KEYS
from fengqiao.rules.catalogue_staff import STAFF_KEYS
from fengqiao.rules.catalogue_times import TIME_KEYS
from fengqiao.rules.catalogue_totals import TOTAL_KEYS
from fengqiao.rules.catalogue_words import OFFICER_ROLES, SUBJECT_KINDS, named
from fengqiao.rules.catalogue_words import VOCABULARIES as PLAIN
from fengqiao.rules.catalogue_words_work import WORK_VOCABULARIES
from fengqiao.rules.catalogue_work import REPORTED_KEYS, WORK_KEYS

__all__ = [
    "KEYS",
    "OFFICER_ROLES",
    "OUTSIDE_AWARDS",
    "REPORTED_KEYS",
    "SUBJECT_KINDS",
    "VOCABULARIES",
    "core_catalogue",
]


def _role(name: str, zh: str, en: str, *each: str) -> Key:
    return Key(name=name, kind="role", names=named(zh, en), each=each)


def _sheet(name: str, zh: str, en: str, *each: str) -> Key:
    return Key(name=name, kind="sheet", names=named(zh, en), each=each)


_CLASSED_KEYS: tuple[Key, ...] = (
    Key(
        name="station.class",
        kind="band",
        names=named("派出所类别", "station class"),
        each=("station",),
    ),
    Key(
        name="dispute.size",
        kind="band",
        names=named("纠纷大小", "size of a dispute"),
        each=("dispute",),
    ),
    Key(
        name="station.grade",
        kind="band",
        names=named("派出所等级", "station grade"),
        each=("station",),
    ),
    Key(name="grid_lead", kind="role", names=named("网格长", "grid lead"), each=("grid",)),
    Key(
        name="deputy_grid_lead",
        kind="role",
        names=named("副网格长", "deputy grid lead"),
        each=("grid",),
    ),
    _role("grid_worker", "网格员", "grid worker", "grid"),
    _role("grid_security_instructor", "网格治安指导员", "grid security instructor", "grid"),
    _role(
        "branch_deputy_secretary",
        "党支部副书记(村、社区)",
        "deputy secretary of the community's Party branch",
        "village",
        "community",
    ),
    _role(
        "mediation_director",
        "治保、调解主任",
        "director of safety and mediation",
        "village",
        "community",
    ),
    _role("village_mediator", "村级调解员", "village mediator", "village", "community"),
    _role(
        "police_assistant_lead",
        "警务助理负责民警",
        "officer in charge of police assistants",
        "village",
        "community",
    ),
    _role("police_assistant", "警务助理", "police assistant", "village", "community", "station"),
    _role("community_officer", "社区民警", "community officer", "station", "community", "village"),
    _role("deputy_station_leader", "派出所副所长", "deputy station leader", "station"),
    _role(
        "town_stability_cadre",
        "乡镇维稳分管干部",
        "cadre in charge of public order in a town",
        "town",
    ),
    _role(
        "mediation_committee_chair",
        "调解委员会主任",
        "chair of a mediation committee",
        "mediation_committee",
    ),
    Key(
        name="auxiliary_officer",
        kind="role",
        names=named("辅警", "auxiliary officer"),
        each=("station",),
    ),
    Key(
        name="points.community_officer",
        kind="sheet",
        names=named("社区民警积分考核", "points of community officers"),
        each=("community_officer",),
    ),
    Key(
        name="points.auxiliary_officer",
        kind="sheet",
        names=named("社区辅警积分考核", "points of auxiliary officers"),
        each=("auxiliary_officer",),
    ),
    _sheet("points.police_room", "警务室积分考核", "points of police rooms", "police_room"),
    _sheet("points.station", "派出所积分考核", "points of stations", "station"),
    _sheet("points.department", "部门绩效考核", "points of departments", "department"),
    _sheet(
        "points.town", "乡镇(村)考核", "points of towns and villages", "town", "village_committee"
    ),
    _sheet("award.station", "枫桥式公安派出所", "Fengqiao-style stations", "station"),
    _sheet(
        "award.community_officer",
        "优秀社区民警",
        "award list of community officers",
        "community_officer",
    ),
    Key(
        name="award.police_room",
        kind="sheet",
        names=named("十佳警务室", "award list of police rooms"),
        each=("police_room",),
    ),
    Key(
        name="award.community_cadre",
        kind="sheet",
        names=named("十佳社区干部", "award list of community cadres"),
        each=("community_cadre",),
    ),
    Key(
        name="award.safety_volunteer",
        kind="sheet",
        names=named("十佳平安志愿者", "award list of safety volunteers"),
        each=("safety_volunteer",),
    ),
)

KEYS: tuple[Key, ...] = (
    *STATE_KEYS,
    *STAFF_KEYS,
    *WORK_KEYS,
    *REPORTED_KEYS,
    *TIME_KEYS,
    *TOTAL_KEYS,
    *CASE_KEYS,
    *PROCEDURE_KEYS,
    *DUTY_KEYS,
    *_CLASSED_KEYS,
)

OUTSIDE_AWARDS = ("community_cadre", "safety_volunteer")
"""Kinds that are never ranked: an award list of theirs is a name and an outside award date."""

_TOTALS = {
    "calls.received": named("接警数", "calls received"),
    "survey.familiarity": named("熟悉民警的受访者", "respondents who know their officer"),
    "hours.in_community": named("沉在社区的分钟数", "minutes spent in the community"),
    **{key.name: key.names for key in (*REPORTED_KEYS, *TIME_KEYS, *TOTAL_KEYS)},
}

VOCABULARIES: tuple[Vocabulary, ...] = (
    *PLAIN,
    *WORK_VOCABULARIES,
    *CASE_VOCABULARIES,
    *PROCEDURE_VOCABULARIES,
    Vocabulary(
        name="meeting",
        names=named("会议", "meetings"),
        words={key.name: key.names for key in KEYS if key.done_by == ("session",)},
    ),
    Vocabulary(
        name="duty",
        names=named("职责", "duties"),
        words={key.name: key.names for key in KEYS if key.done_by == ("duty",)},
    ),
    Vocabulary(
        name="total",
        names=named("统计", "totals that the host supplies"),
        words=_TOTALS,
    ),
    Vocabulary(
        name="award",
        names=named("评选名单", "award lists decided elsewhere"),
        words={key.name: key.names for key in KEYS if set(key.each) & set(OUTSIDE_AWARDS)},
    ),
    Vocabulary(
        name="recording",
        names=named("记录内容", "what may be declared as recorded"),
        words={
            "visit": named("入户走访", "household visits"),
            "contact": named("走访接触", "rounds of contacts"),
            "tasking": named("抽调任务", "taskings"),
            "inspection": named("检查", "inspections"),
            "case_event": named("案件步骤", "steps of cases"),
            **{key.name: key.names for key in KEYS if key.done_by},
            **_TOTALS,
            "survey.familiarity": named("熟悉率调查", "familiarity survey"),
        },
    ),
)


def core_catalogue() -> Catalogue:
    """The catalogue of the core alone."""
    return Catalogue(
        keys={key.name: key for key in KEYS},
        vocabularies={vocabulary.name: vocabulary for vocabulary in VOCABULARIES},
    )
