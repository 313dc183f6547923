"""Keys of staff: who is posted where, what they hold and carry, what they are called away for."""

from __future__ import annotations

from fengqiao.rules.catalogue import Key
from fengqiao.rules.catalogue_registers import counted_on_a_day, share_on_a_day, words_on_a_day
from fengqiao.rules.catalogue_words import named

_PLACES = (
    "police_room", "community", "village", "beat", "grid", "station", "town", "county",
    "community_officer",
)  # fmt: skip
_TIME = {"full_time": "flag"}


def _staffing(name: str, zh: str, en: str, **more: object) -> Key:
    facts: dict[str, object] = {"of": _TIME, **more}
    return counted_on_a_day(f"staffing.{name}", zh, en, "people", *_PLACES, **facts)


STAFF_KEYS: tuple[Key, ...] = (
    share_on_a_day(
        "staffing.community_officer_share",
        "社区民警占比",
        "share of community officers",
        "station",
        "town",
        "county",
        "city",
        "bureau",
        of=_TIME,
        basis=("strength", "officers"),
        usual_basis="strength",
    ),
    _staffing("officers", "民警数", "officers", of={**_TIME, "role": "role"}),
    _staffing("auxiliaries", "辅警数", "auxiliary officers"),
    _staffing("grid_workers", "网格员数", "grid workers"),
    _staffing("police_assistants", "警务助理数", "police assistants"),
    _staffing("mediation_specialists", "治保调解专干数", "full-time mediators of a village"),
    _staffing("mediators", "人民调解员数", "mediators"),
    _staffing("lawyers", "驻所律师数", "lawyers"),
    counted_on_a_day(
        "staffing.mediation_members",
        "治保调解组织成员数",
        "members of the organisation for safety and mediation",
        "people",
        "community",
        "village",
        of={"kind": "committee_kind"},
    ),
    share_on_a_day(
        "staffing.grid_workers_per_resident",
        "网格员与常住人口之比",
        "grid workers per resident",
        "beat",
        "community",
        "village",
        "town",
        "county",
        of=_TIME,
    ),
    words_on_a_day(
        "roles.community_posts",
        "社区兼职",
        "posts held in the community",
        "community_post",
        "community_officer",
        "auxiliary_officer",
    ),
    words_on_a_day(
        "equipment.carried",
        "随身装备",
        "what is carried",
        "equipment",
        "community_officer",
        "auxiliary_officer",
        of={"activity": "activity"},
    ),
    share_on_a_day(
        "equipment.mobile_share",
        "移动采集和通讯工具配备率",
        "share of staff with mobile tools",
        "station",
        "town",
        "county",
        "bureau",
        of={"role": "role"},
    ),
    Key(
        name="assignments.kinds",
        kind="norm",
        names=named("抽调任务", "what staff are called away for"),
        unit="words",
        value="words",
        each=("community_officer", "auxiliary_officer"),
        judged="asked",
        unless="tasking_exception",
        vocabulary="tasking_kind",
    ),
    Key(
        name="assignments.post_changes",
        kind="norm",
        names=named("岗位调动次数", "changes of post"),
        unit="changes",
        each=("community_officer", "auxiliary_officer"),
        unless="post_change_reason",
        stricter="down",
    ),
    Key(
        name="hours.in_community",
        kind="norm",
        names=named("沉在社区的时间", "time spent in the community"),
        unit="time",
        each=("community_officer",),
        stricter="up",
    ),
    Key(
        name="score.parts",
        kind="norm",
        names=named("考核指标", "what a score sheet counts"),
        unit="words",
        value="words",
        each=(
            "community_officer",
            "auxiliary_officer",
            "police_room",
            "station",
            "department",
            "town",
            "village_committee",
        ),
        judged="written",
        vocabulary="score_input",
    ),
)
"""Keys of posts, equipment and taskings, and the ban on what sheets may count."""
