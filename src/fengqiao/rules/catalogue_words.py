"""Closed lists of the core: kinds of subject, roles, and the words that facts and entries use.

Source:
    The words are those of the notices; a pack's labels add a place's own to the lists of things.
"""

from __future__ import annotations

from fengqiao.rules.catalogue import Vocabulary
from fengqiao.rules.entries import Words


def named(zh: str, en: str) -> Words:
    """A name in Chinese and English."""
    return Words(zh=zh, en=en)


def _vocabulary(name: str, zh: str, en: str, **words: Words) -> Vocabulary:
    return Vocabulary(name=name, names=named(zh, en), words=words)


CASE_SUBJECTS = ("dispute", "request")
"""Kinds of case: subjects by reference, and only for their steps and deadlines."""

OFFICER_ROLES = (
    "officer",
    "community_officer",
    "station_leader",
    "deputy_station_leader",
    "post_leader",
)
"""Roles of sworn officers; together they are a station's strength."""

SUBJECT_KINDS: dict[str, Words] = {
    "city": named("市", "city"),
    "community": named("社区", "community"),
    "village": named("村", "village"),
    "bureau": named("公安机关(分局、市局)", "bureau"),
    "station": named("派出所", "station"),
    "police_post": named("警务站", "police post"),
    "police_room": named("警务室", "police room"),
    "grid": named("网格", "grid"),
    "premises": named("场所", "premises"),
    "mediation_committee": named("人民调解委员会", "mediation committee"),
    "community_officer": named("社区民警", "community officer"),
    "auxiliary_officer": named("辅警", "auxiliary officer"),
    "dispute": named("纠纷", "dispute"),
    "request": named("诉求", "request"),
}
"""The closed list of what findings and scores may be about; no plugin can extend it."""

VOCABULARIES: tuple[Vocabulary, ...] = (
    Vocabulary(
        name="subject_kind", names=named("对象类别", "kinds of subject"), words=SUBJECT_KINDS
    ),
    Vocabulary(
        name="counted_subject",
        names=named("统计对象类别", "kinds of subject that totals are about"),
        words={
            kind: names
            for kind, names in SUBJECT_KINDS.items()
            if kind not in ("premises", *CASE_SUBJECTS)
        },
    ),
    _vocabulary(
        "role",
        "岗位",
        "roles",
        station_leader=named("派出所主要领导", "station leader"),
        deputy_station_leader=named("派出所副所长", "deputy station leader"),
        post_leader=named("警长", "leader of a police post"),
        officer=named("民警", "officer"),
        community_officer=named("社区民警", "community officer"),
        auxiliary_officer=named("辅警", "auxiliary officer"),
        community_cadre=named("社区干部", "community cadre"),
        grid_lead=named("网格长", "grid lead"),
        deputy_grid_lead=named("副网格长", "deputy grid lead"),
        grid_worker=named("网格员", "grid worker"),
        safety_volunteer=named("治安志愿者", "safety volunteer"),
    ),
    _vocabulary(
        "capability",
        "职权",
        "what the holder of a role may be barred from",
        mediate_alone=named("单独调解", "mediating without an officer"),
        evidence=named("调查取证", "taking evidence"),
        decision=named("作出决定", "making decisions"),
        case_review=named("审核案件", "reviewing cases"),
        secret_work=named("涉密工作", "secret work"),
    ),
    _vocabulary(
        "station_unit",
        "派出所内设机构",
        "units of a station",
        case_team=named("打击办案队", "case team"),
        community_team=named("社区警务队", "community team"),
        command_room=named("指挥室", "command room"),
    ),
    _vocabulary(
        "rule_set",
        "制度",
        "rules in place",
        community_officer_assessment=named("社区民警考核办法", "assessment of community officers"),
        auxiliary_assessment=named("辅警考核办法", "assessment of auxiliary officers"),
        grid_integration=named("融入网格化服务管理", "work within the grid system"),
        integrated_platform=named("综合治理平台", "one platform for governance"),
        risk_assessment=named("社会稳定风险评估", "risk assessment of decisions"),
        mediation_linkage=named("三调联动", "linkage of three kinds of mediation"),
        complaints=named("投诉制度", "complaints"),
        hearings=named("听证制度", "hearings"),
        public_survey=named("民调制度", "public surveys"),
        appraisal=named("评议制度", "appraisal by the public"),
        service_guide=named("统一的办事事项和指南", "one list of services with guides"),
        one_certificate=named("一证通办", "services on one certificate"),
        one_window=named("一窗受理", "one window for all services"),
        electronic_files=named("电子证照和智慧档案", "electronic certificates and files"),
        residence_permit=named("居住证制度", "residence permits"),
    ),
    _vocabulary(
        "body_kind",
        "机构类别",
        "kinds of body",
        bureau=named("公安机关(分局、市局)", "bureau"),
        department=named("部门", "department"),
        committee=named("委员会", "committee"),
    ),
    _vocabulary(
        "channel",
        "渠道",
        "channels",
        online_report=named("网上报警", "reports online"),
        online_enquiry=named("网上咨询", "enquiries online"),
        online_suggestion=named("网上建议", "suggestions online"),
        online_service=named("网上办事", "services online"),
        wechat=named("微信平台", "WeChat"),
        police_public_home=named("警民之家", "the police and public platform"),
    ),
    _vocabulary(
        "facility_kind",
        "场地类别",
        "kinds of facility",
        mediation_room=named("调解室", "mediation room"),
        experience_hall=named("安全防范体验馆", "experience hall for prevention"),
        law_park=named("平安法治文化园", "park on law and safety"),
        governance_centre=named("综治中心", "governance centre"),
        service_point=named("服务网点", "service point"),
    ),
    _vocabulary(
        "team_kind",
        "队伍类别",
        "kinds of team",
        volunteer=named("义务志愿服务队", "volunteer team"),
        patrol=named("治安巡逻队", "patrol"),
        community_correction=named("社区矫正协助队", "community correction"),
        dispute_resolution=named("矛盾化解队", "settling disputes"),
        care=named("爱心救助队", "care"),
        rental_housing=named("出租房屋服务队", "rental housing"),
        law_publicity=named("法治宣传队", "knowing the law"),
        charity=named("平安公益组织", "safety charity"),
        society=named("社会组织", "society"),
        party_group=named("社会组织党小组", "Party group of a society"),
    ),
    _vocabulary(
        "fitting",
        "设施",
        "fittings",
        suggestion_box=named("警民联系箱", "suggestion box"),
        video_surveillance=named("视频监控", "video of the goods"),
        dedicated_guard=named("专人看管", "a guard of their own"),
        record_filing=named("备案登记", "a record that is filed"),
        notice_board=named("宣传展板", "display boards"),
    ),
    _vocabulary(
        "premises_kind",
        "场所类别",
        "kinds of premises",
        school=named("学校", "school"),
        hospital=named("医院", "hospital"),
        shopping_area=named("商圈", "shopping area"),
        scenic_area=named("景区", "scenic area"),
        town_centre=named("镇区", "town centre"),
        transport_station=named("车站区", "transport station"),
        hotel=named("旅馆", "hotel"),
        homestay=named("民宿(农家乐)", "homestay"),
        bathhouse=named("留宿浴场", "bathhouse with beds"),
        internet_cafe=named("网吧", "internet cafe"),
        rental_house=named("出租房屋", "rental house"),
        entertainment=named("娱乐场所", "entertainment venue"),
        courier=named("寄递快递", "courier"),
        enterprise=named("企业(单位)", "enterprise"),
        employer=named("用工企业和单位", "employer"),
        hazardous_unit=named("危险物品从业单位", "unit that deals in hazardous goods"),
        knife_seller=named("管制刀具销售单位", "seller of controlled knives"),
        controlled_unit=named("其他治安要素单位", "other unit under supervision"),
    ),
    _vocabulary(
        "goods",
        "危险物品",
        "goods that need care",
        firearms_explosives=named("枪爆物品", "firearms and explosives"),
        hazardous_chemicals=named("危险化学品", "hazardous chemicals"),
        toxic=named("剧毒物品", "toxic substances"),
        radioactive=named("放射性物品", "radioactive material"),
        controlled_knives=named("管制刀具", "controlled knives"),
        light_aircraft=named("小型航空器和空飘物", "light aircraft and balloons"),
    ),
    _vocabulary(
        "meeting_topic",
        "议题",
        "meeting topics",
        report_back=named("落实反馈", "follow-up of the last meeting"),
        last_week_review=named("上周工作总结", "review of last week"),
        this_week_plan=named("本周工作计划", "plan of this week"),
    ),
    _vocabulary(
        "invitee",
        "邀请对象",
        "kinds of people invited",
        street_cadre=named("街道党政干部", "cadres of the street office"),
        public_order_cadre=named("综治干部", "public-order cadres"),
        peoples_deputy=named("人大代表", "people's deputies"),
        political_adviser=named("政协委员", "political advisers"),
        enterprise_school_head=named("企校负责人", "heads of enterprises and schools"),
        community_cadre=named("社区(村)干部", "community cadres"),
        grid_worker=named("网格信息员", "grid workers"),
        resident_rep=named("群众代表", "residents' representatives"),
        auxiliary_officer=named("社区辅警(协警)", "auxiliary officers"),
    ),
    _vocabulary(
        "inspection_topic",
        "检查内容",
        "inspection topics",
        fire=named("消防", "fire safety"),
        public_order=named("治安", "public order"),
        real_name=named("实名制", "real names taken"),
        registration=named("登记", "registration"),
        card_reading=named("刷卡", "cards read"),
        knife_register=named("刀具实名登记", "register of knife sales"),
        goods_safety=named("危险物品管理", "safety of goods"),
        traffic=named("交通安全", "traffic safety"),
        building=named("校舍(房屋)安全", "safety of buildings"),
        food=named("食品安全", "food safety"),
        production=named("生产安全", "safety of production"),
        management=named("管理安全", "safety of management"),
    ),
    _vocabulary(
        "duty_topic",
        "履职内容",
        "what a duty is about",
        organisation=named("基层组织建设", "local organisation"),
        community_situation=named("社情村情", "the situation of the community"),
        unresolved_disputes=named("未解矛盾纠纷", "disputes not yet settled"),
        public_hazards=named("公共安全隐患", "public hazards"),
        trades=named("旅娱场所和特业", "leisure premises and special trades"),
        internal_security=named("学校和企业内部安全", "safety inside schools and enterprises"),
        residents_wishes=named("群众创安要求", "what residents ask for"),
        front_desk=named("前台工作人员", "front-desk staff"),
        safe_school=named("平安校园", "safe schools"),
        safe_unit=named("平安单位", "safe enterprises"),
        prevention=named("防范知识", "knowing how to prevent"),
        law=named("法律法规", "the law"),
        case_trends=named("发案情况", "trends of cases"),
    ),
)
"""Closed lists whose words do not come from the keys."""
