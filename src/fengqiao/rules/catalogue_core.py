"""The core's keys and closed lists: data, in the order of the notices.

Source:
    Keys name what the notices and the law count; the clause always comes from the pack.
"""

from __future__ import annotations

from fengqiao.rules.catalogue import Catalogue, Key, Vocabulary
from fengqiao.rules.entries import Words


def _w(zh: str, en: str) -> Words:
    return Words(zh=zh, en=en)


OFFICER_ROLES = ("officer", "community_officer")
"""Roles of sworn officers; together they are a station's strength."""

SUBJECT_KINDS: dict[str, Words] = {
    "city": _w("市", "city"),
    "community": _w("社区", "community"),
    "village": _w("村", "village"),
    "station": _w("派出所", "station"),
    "police_room": _w("警务室", "police room"),
    "grid": _w("网格", "grid"),
    "premises": _w("场所", "premises"),
    "mediation_committee": _w("人民调解委员会", "mediation committee"),
    "community_officer": _w("社区民警", "community officer"),
    "auxiliary_officer": _w("辅警", "auxiliary officer"),
}
"""The closed list of what findings and scores may be about; no plugin can extend it."""

KEYS: tuple[Key, ...] = (
    Key(
        name="organisation.stations",
        kind="norm",
        names=_w("派出所数", "stations"),
        unit="stations",
        each=("city",),
        judged="state",
    ),
    Key(
        name="facility.police_rooms",
        kind="norm",
        names=_w("警务室数", "police rooms"),
        unit="rooms",
        each=("community", "village", "premises", "city"),
        judged="state",
        of={"named": "flag"},
        stricter="up",
    ),
    Key(
        name="facility.fittings",
        kind="norm",
        names=_w("设施", "fittings"),
        unit="words",
        value="words",
        each=("police_room",),
        judged="state",
        vocabulary="fitting",
        stricter="up",
    ),
    Key(
        name="staffing.community_officer_share",
        kind="norm",
        names=_w("社区民警占比", "share of community officers"),
        unit="share",
        value="share",
        each=("station",),
        judged="state",
        of={"full_time": "flag"},
        basis=("strength",),
        stricter="up",
    ),
    Key(
        name="staffing.officers",
        kind="norm",
        names=_w("民警数", "officers"),
        unit="people",
        each=("police_room",),
        judged="state",
        stricter="up",
    ),
    Key(
        name="staffing.auxiliaries",
        kind="norm",
        names=_w("辅警数", "auxiliary officers"),
        unit="people",
        each=("police_room",),
        judged="state",
        stricter="up",
    ),
    Key(
        name="visits.households",
        kind="norm",
        names=_w("走访户数", "households visited"),
        unit="households",
        each=("community_officer", "station"),
        stricter="up",
    ),
    Key(
        name="inspection.premises",
        kind="norm",
        names=_w("检查场所数", "premises inspected"),
        unit="premises",
        each=("community_officer", "station"),
        of={"topic": "inspection_topic", "kind": "premises_kind"},
        stricter="up",
    ),
    Key(
        name="mediation.committee_members",
        kind="norm",
        names=_w("调解委员会委员数", "members of the mediation committee"),
        unit="people",
        each=("mediation_committee",),
        judged="state",
    ),
    Key(
        name="calls.per_day",
        kind="norm",
        names=_w("日接警量", "calls a day"),
        unit="calls",
        value="share",
        each=("station",),
    ),
    Key(
        name="survey.familiarity_share",
        kind="norm",
        names=_w("群众对民警熟悉率", "share who know their officer"),
        unit="share",
        value="share",
        each=("community_officer",),
        judged="asked",
        stricter="up",
    ),
    Key(
        name="meeting.community",
        kind="duty",
        names=_w("社区议事会", "community meeting"),
        each=("community", "village"),
        done_by=("session",),
    ),
    Key(
        name="duty.public_reception",
        kind="duty",
        names=_w("接待群众", "public reception"),
        each=("police_room", "community_officer"),
        done_by=("duty",),
    ),
    Key(
        name="duty.suggestion_box",
        kind="duty",
        names=_w("查看警民联系箱", "suggestion box checked"),
        each=("police_room", "community_officer"),
        done_by=("duty",),
    ),
    Key(
        name="station.class",
        kind="band",
        names=_w("派出所类别", "station class"),
        each=("station",),
    ),
    Key(name="grid_lead", kind="role", names=_w("网格长", "grid lead"), each=("grid",)),
    Key(
        name="deputy_grid_lead",
        kind="role",
        names=_w("副网格长", "deputy grid lead"),
        each=("grid",),
    ),
    Key(name="grid_worker", kind="role", names=_w("网格员", "grid worker"), each=("grid",)),
    Key(
        name="points.community_officer",
        kind="sheet",
        names=_w("社区民警积分考核", "points of community officers"),
        each=("community_officer",),
    ),
    Key(
        name="points.auxiliary_officer",
        kind="sheet",
        names=_w("社区辅警积分考核", "points of auxiliary officers"),
        each=("auxiliary_officer",),
    ),
    Key(
        name="award.police_room",
        kind="sheet",
        names=_w("十佳警务室", "award list of police rooms"),
        each=("police_room",),
    ),
    Key(
        name="award.community_cadre",
        kind="sheet",
        names=_w("十佳社区干部", "award list of community cadres"),
        each=("community_cadre",),
    ),
    Key(
        name="award.safety_volunteer",
        kind="sheet",
        names=_w("十佳平安志愿者", "award list of safety volunteers"),
        each=("safety_volunteer",),
    ),
)

OUTSIDE_AWARDS = ("community_cadre", "safety_volunteer")
"""Kinds that are never ranked: an award list of theirs is a name and an outside award date."""


def _vocabulary(name: str, zh: str, en: str, **words: Words) -> Vocabulary:
    return Vocabulary(name=name, names=_w(zh, en), words=words)


VOCABULARIES: tuple[Vocabulary, ...] = (
    Vocabulary(name="subject_kind", names=_w("对象类别", "kinds of subject"), words=SUBJECT_KINDS),
    Vocabulary(
        name="counted_subject",
        names=_w("统计对象类别", "kinds of subject that totals are about"),
        words={kind: names for kind, names in SUBJECT_KINDS.items() if kind != "premises"},
    ),
    _vocabulary(
        "role",
        "岗位",
        "roles",
        officer=_w("民警", "officer"),
        community_officer=_w("社区民警", "community officer"),
        auxiliary_officer=_w("辅警", "auxiliary officer"),
        community_cadre=_w("社区干部", "community cadre"),
        grid_lead=_w("网格长", "grid lead"),
        deputy_grid_lead=_w("副网格长", "deputy grid lead"),
        grid_worker=_w("网格员", "grid worker"),
        safety_volunteer=_w("治安志愿者", "safety volunteer"),
    ),
    _vocabulary(
        "fitting",
        "设施",
        "fittings",
        suggestion_box=_w("警民联系箱", "suggestion box"),
    ),
    _vocabulary(
        "premises_kind",
        "场所类别",
        "kinds of premises",
        school=_w("学校", "school"),
        hospital=_w("医院", "hospital"),
        shopping_area=_w("商圈", "shopping area"),
        scenic_area=_w("景区", "scenic area"),
        town_centre=_w("镇区", "town centre"),
        transport_station=_w("车站区", "transport station"),
        hotel=_w("旅馆", "hotel"),
        internet_cafe=_w("网吧", "internet cafe"),
        rental_house=_w("出租房屋", "rental house"),
        entertainment=_w("娱乐场所", "entertainment venue"),
        courier=_w("寄递快递", "courier"),
    ),
    _vocabulary(
        "meeting_topic",
        "议题",
        "meeting topics",
        report_back=_w("落实反馈", "follow-up of the last meeting"),
    ),
    _vocabulary(
        "invitee",
        "邀请对象",
        "kinds of people invited",
        community_cadre=_w("社区(村)干部", "community cadres"),
        grid_worker=_w("网格信息员", "grid workers"),
        resident_rep=_w("社区(村)代表", "residents' representatives"),
    ),
    _vocabulary(
        "inspection_topic",
        "检查内容",
        "inspection topics",
        fire=_w("消防", "fire safety"),
        public_order=_w("治安", "public order"),
    ),
    Vocabulary(
        name="meeting",
        names=_w("会议", "meetings"),
        words={key.name: key.names for key in KEYS if key.done_by == ("session",)},
    ),
    Vocabulary(
        name="duty",
        names=_w("职责", "duties"),
        words={key.name: key.names for key in KEYS if key.done_by == ("duty",)},
    ),
    Vocabulary(
        name="total",
        names=_w("统计", "totals that the host supplies"),
        words={
            "calls.received": _w("接警数", "calls received"),
            "survey.familiarity": _w("熟悉民警的受访者", "respondents who know their officer"),
        },
    ),
    Vocabulary(
        name="award",
        names=_w("评选名单", "award lists decided elsewhere"),
        words={key.name: key.names for key in KEYS if set(key.each) & set(OUTSIDE_AWARDS)},
    ),
    Vocabulary(
        name="recording",
        names=_w("记录内容", "what may be declared as recorded"),
        words={
            "visit": _w("入户走访", "household visits"),
            "inspection": _w("检查", "inspections"),
            **{key.name: key.names for key in KEYS if key.done_by},
            "calls.received": _w("接警数", "calls received"),
            "survey.familiarity": _w("熟悉率调查", "familiarity survey"),
        },
    ),
)


def core_catalogue() -> Catalogue:
    """The catalogue of the core alone."""
    return Catalogue(
        keys={key.name: key for key in KEYS},
        vocabularies={vocabulary.name: vocabulary for vocabulary in VOCABULARIES},
    )
