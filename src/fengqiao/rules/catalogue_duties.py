"""Keys of what must happen again and again: meetings and duties."""

from __future__ import annotations

from fengqiao.rules.catalogue import Key
from fengqiao.rules.catalogue_words import named

_OWED_BY = (
    "community_officer", "auxiliary_officer", "police_room", "police_post", "community", "village",
    "village_committee", "grid", "station", "premises", "facility", "mediation_committee", "town",
    "county", "city", "bureau", "department",
)  # fmt: skip
_HELD_BY = (
    "community_officer", "auxiliary_officer", "police_room", "police_post", "community", "village",
    "village_committee", "grid", "station", "town", "county", "city", "bureau", "department",
)  # fmt: skip


def _meeting(name: str, zh: str, en: str, *each: str) -> Key:
    return Key(name=name, kind="duty", names=named(zh, en), each=each, done_by=("session",))


def _duty(name: str, zh: str, en: str, *each: str) -> Key:
    return Key(
        name=name,
        kind="duty",
        names=named(zh, en),
        each=each or _OWED_BY,
        of={"topic": "duty_topic"},
        done_by=("duty",),
    )


DUTY_KEYS: tuple[Key, ...] = (
    _meeting("meeting.station", "派出所议事会", "station meeting", "station"),
    _meeting(
        "meeting.open_day",
        "警民(警企)面对面",
        "meeting face to face with residents or enterprises",
        *_HELD_BY,
    ),
    _meeting("meeting.room", "警务室议事会", "meeting of a police room", "police_room"),
    _meeting("meeting.grid", "网格议事会", "meeting of a grid", "grid"),
    _meeting(
        "meeting.office",
        "机关工作会议",
        "meeting of an office",
        "town",
        "county",
        "city",
        "bureau",
        "department",
        "village_committee",
    ),
    _meeting("meeting.post", "警务站议事会", "meeting of a police post", "police_post"),
    _meeting("meeting.community", "社区议事会", "community meeting", "community", "village"),
    _meeting(
        "meeting.residents",
        "居民(村民)代表会议",
        "meeting of residents' representatives",
        "community",
        "village",
    ),
    _meeting(
        "meeting.auxiliaries",
        "社区辅警(协警)工作会议",
        "meeting with auxiliary officers",
        "community_officer",
        "community",
        "village",
        "station",
        "police_room",
        "police_post",
        "auxiliary_officer",
    ),
    _duty("duty.case_review", "查询发案情况", "recent cases looked up"),
    _duty("duty.data_entry", "当日信息录入", "the day's data entered"),
    _duty("duty.online_contact", "网络互动", "contact online"),
    _duty(
        "duty.public_reception",
        "接待群众",
        "public reception",
        "police_room",
        "community_officer",
        "station",
        "police_post",
        "auxiliary_officer",
        "village_committee",
        "department",
    ),
    _duty(
        "duty.suggestion_box",
        "查看警民联系箱",
        "suggestion box checked",
        "police_room",
        "community_officer",
        "station",
        "police_post",
        "auxiliary_officer",
    ),
    _duty("duty.safety_notice", "发布治安预警", "safety notice published"),
    _duty("duty.unit_supervision", "治安要素单位督导", "supervision of units"),
    _duty("duty.registration_check", "登记管理检查", "check of registration work"),
    _duty("disputes.screenings", "矛盾纠纷排查", "screening of disputes"),
    _duty("duty.case_analysis", "发案情况分析", "analysis of cases"),
    _duty("duty.guidance", "指导综治组织", "guidance of the neighbourhood safety body"),
    _duty("duty.patrol", "组织巡逻", "patrol organised"),
    _duty("duty.visit_round", "走访活动", "round of visits"),
    _duty("duty.report", "提交报告", "report handed in"),
    _duty("duty.training", "培训", "training"),
    _duty("duty.publicity", "宣传活动", "publicity"),
    _duty("duty.premises_upkeep", "场所信息维护", "upkeep of what is known of premises"),
    _duty("duty.lawyer_day", "律师驻所日", "day of a lawyer in the station", "station"),
    _duty("duty.fund", "列支专项资金", "a fund set aside"),
    _duty("duty.burden_review", "减负清理", "review of what is asked of stations"),
)
"""Keys of duties: meetings are fulfilled by sessions, the rest by duties done."""
