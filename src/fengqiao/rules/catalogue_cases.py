"""Keys and closed lists of casework: mediations, requests, and the committees that mediate."""

from __future__ import annotations

from fengqiao.rules.catalogue import Key, Vocabulary
from fengqiao.rules.catalogue_words import named, vocabulary


def _of_case(name: str, zh: str, en: str, unit: str, each: str, *, words: str | None = None) -> Key:
    """A key that is judged case by case."""
    return Key(
        name=name,
        kind="norm",
        names=named(zh, en),
        unit=unit,
        value="words" if words else "count",
        each=(each,),
        judged="asked",
        vocabulary=words,
        stricter=None if words else "down",
    )


def _state(name: str, zh: str, en: str, words: str, *each: str) -> Key:
    return Key(
        name=name,
        kind="norm",
        names=named(zh, en),
        unit="words",
        value="words",
        each=each,
        judged="state",
        vocabulary=words,
        stricter="up",
    )


CASE_KEYS: tuple[Key, ...] = (
    _of_case(
        "dispute.settled_at", "纠纷化解层级", "where a dispute is settled", "words", "dispute",
        words="settled_at",
    ),
    _of_case(
        "dispute.panel", "调解人员组成", "who mediates a dispute", "words", "dispute",
        words="case_participant",
    ),
    _of_case(
        "dispute.participants", "参与调解的人员", "who takes part", "words", "dispute",
        words="case_participant",
    ),
    _of_case("mediation.sessions", "调解次数", "sessions of a mediation", "sessions", "dispute"),
    _of_case("mediation.time_to_settle", "调解期限", "time to settle", "time", "dispute"),
    _of_case(
        "mediation.time_to_first_session", "首次调解时限", "time to the first session", "time",
        "dispute",
    ),
    _of_case(
        "mediation.time_to_second_session", "再次调解时限", "time to the second session", "time",
        "dispute",
    ),
    _of_case(
        "mediation.time_to_confirm", "申请司法确认时限", "time to ask for confirmation", "time",
        "dispute",
    ),
    _of_case("request.time_to_forward", "转办时限", "time to forward a request", "time", "request"),
    _of_case("request.time_to_answer", "答复时限", "time to answer a request", "time", "request"),
    _of_case(
        "request.time_to_respond", "响应时限", "time to respond to a request", "time", "request"
    ),
    _of_case(
        "request.review_layers", "审核层级", "layers of review of a request", "layers", "request"
    ),
    _of_case(
        "request.callback_channels", "回访方式", "channels of call-back", "words", "request",
        words="callback_channel",
    ),
    _of_case(
        "request.holder", "承办主体", "who is responsible for a request", "words", "request",
        words="request_holder",
    ),
    _state(
        "mediation.kinds", "调解类型", "kinds of mediation", "mediation_kind",
        "town", "county", "city",
    ),
    _state(
        "mediation.committee_backgrounds", "调解委员会委员来源", "backgrounds of members",
        "committee_background", "mediation_committee",
    ),
    _state(
        "mediation.committee_makeup", "调解委员会组成", "make-up of the mediation committee",
        "committee_makeup", "mediation_committee",
    ),
)  # fmt: skip
"""Keys judged case by case, and those on who mediates."""

CASE_VOCABULARIES: tuple[Vocabulary, ...] = (
    vocabulary(
        "settled_at",
        "化解层级",
        "levels at which a dispute is settled",
        grid=named("网格", "grid"),
        village=named("村", "village"),
        community=named("社区", "community"),
        station=named("派出所", "station"),
        town=named("镇街", "town"),
        county=named("县区", "county"),
        department=named("主管部门", "department"),
        court=named("人民法院", "court"),
    ),
    vocabulary(
        "case_participant",
        "参与调解的主体",
        "who takes part in a mediation",
        community_officer=named("社区民警", "community officer"),
        officer=named("民警", "officer"),
        auxiliary_officer=named("辅警", "auxiliary officer"),
        police_assistant=named("警务助理", "police assistant"),
        mediator=named("人民调解员", "people's mediator"),
        village_mediator=named("村级调解员", "village mediator"),
        mediation_committee=named("人民调解委员会", "people's mediation committee"),
        community_cadre=named("社区(村)干部", "community cadre"),
        grid_worker=named("网格员", "grid worker"),
        town_cadre=named("镇街干部", "town cadre"),
        justice_department=named("司法行政部门", "justice department"),
        other_department=named("其他主管部门", "another department"),
        court=named("人民法院", "court"),
        lawyer=named("律师", "lawyer"),
        expert=named("专业人员", "expert"),
        relative=named("亲属", "relative"),
        neighbour=named("邻里", "neighbour"),
        peoples_deputy=named("人大代表", "people's deputy"),
        political_adviser=named("政协委员", "political adviser"),
        retired_cadre=named("退休干部", "retired cadre"),
    ),
    vocabulary(
        "mediation_kind",
        "调解类型",
        "kinds of mediation",
        peoples=named("人民调解", "people's mediation"),
        administrative=named("行政调解", "administrative mediation"),
        judicial=named("司法调解", "judicial mediation"),
        public_security=named("治安调解", "public-security mediation"),
        industry=named("行业性专业性调解", "mediation of a trade"),
    ),
    vocabulary(
        "committee_background",
        "委员来源",
        "backgrounds of committee members",
        peoples_deputy=named("人大代表", "people's deputy"),
        political_adviser=named("政协委员", "political adviser"),
        retired_cadre=named("退休干部", "retired cadre"),
        legal_aid_lawyer=named("法律援助中心律师", "lawyer of the legal aid centre"),
        station_officer=named("派出所民警", "officer of the station"),
        town_staff=named("镇政府工作人员", "staff of the town"),
        community_cadre=named("社区干部", "community cadre"),
    ),
    vocabulary(
        "committee_makeup",
        "委员会组成",
        "what a committee's make-up is attested to have",
        one_director=named("有一名主任", "one director"),
        woman=named("有妇女成员", "a woman among the members"),
        minority_member=named("有人数较少民族的成员", "a member of a smaller nationality"),
        elected=named("依法推选产生", "elected as the law asks"),
        in_term=named("在任期内", "within its term"),
        lawyer_roster=named("有律师名册", "a roster of lawyers"),
    ),
    vocabulary(
        "callback_channel",
        "回访方式",
        "channels of call-back",
        sms=named("短信", "text message"),
        phone=named("电话", "telephone"),
        home_visit=named("上门", "visit"),
        online=named("网上", "online"),
    ),
    vocabulary(
        "request_holder",
        "承办主体",
        "who is responsible for a request",
        first_receiver=named("首接责任人", "whoever received it first"),
        command_centre=named("指挥中心", "command centre"),
        hotline_centre=named("热线平台", "hotline centre"),
        department=named("职能部门", "department"),
        station=named("派出所", "station"),
        community=named("社区(村)", "community"),
    ),
    vocabulary(
        "request_category",
        "诉求类别",
        "categories of requests",
        enquiry=named("咨询", "enquiry"),
        demand=named("诉求", "demand"),
        complaint=named("投诉", "complaint"),
        report=named("举报", "report"),
        urgent=named("重大紧急", "major and urgent"),
    ),
    vocabulary(
        "dispute_size",
        "纠纷大小",
        "sizes of disputes as the host names them",
        minor=named("小纠纷", "minor"),
        major=named("大纠纷", "major"),
        complex=named("复杂纠纷", "complex"),
    ),
)
"""Closed lists of casework; a pack's labels may add to them."""
