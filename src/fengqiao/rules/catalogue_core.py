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
from fengqiao.rules.catalogue_words import OFFICER_ROLES, SUBJECT_KINDS, named
from fengqiao.rules.catalogue_words import VOCABULARIES as PLAIN
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
    Key(name="grid_lead", kind="role", names=named("网格长", "grid lead"), each=("grid",)),
    Key(
        name="deputy_grid_lead",
        kind="role",
        names=named("副网格长", "deputy grid lead"),
        each=("grid",),
    ),
    Key(name="grid_worker", kind="role", names=named("网格员", "grid worker"), each=("grid",)),
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
    *WORK_KEYS,
    *REPORTED_KEYS,
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
    **{key.name: key.names for key in REPORTED_KEYS},
}

VOCABULARIES: tuple[Vocabulary, ...] = (
    *PLAIN,
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
