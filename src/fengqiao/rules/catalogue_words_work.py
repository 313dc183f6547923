"""Closed lists of the work itself: taskings, places of visits, posts, equipment, sheets.

Source:
    The words are those of the notices; a pack's labels add a place's own to the lists of things.
"""

from __future__ import annotations

from fengqiao.rules.catalogue import Vocabulary
from fengqiao.rules.catalogue_words import named, vocabulary
from fengqiao.rules.entries import Words
from fengqiao.rules.occasion_days import DAY, DAYS_OF_MONTH


def _days_of_month() -> dict[str, Words]:
    return {f"{DAY}{number}": named(f"{number}日", f"day {number}") for number in DAYS_OF_MONTH}


OCCASION_DAYS = vocabulary(
    "occasion_day",
    "日子",
    "days of a week or a month",
    monday=named("周一", "Monday"),
    tuesday=named("周二", "Tuesday"),
    wednesday=named("周三", "Wednesday"),
    thursday=named("周四", "Thursday"),
    friday=named("周五", "Friday"),
    saturday=named("周六", "Saturday"),
    sunday=named("周日", "Sunday"),
    last_day=named("月末最后一日", "last day of the month"),
    **_days_of_month(),
)
"""Days on which an occasion of a duty may lie."""

SEASONS = vocabulary(
    "season",
    "时段",
    "seasons",
    busy_season=named("农忙", "the busy season in the fields"),
    slack_season=named("农闲", "the slack season in the fields"),
    flood_season=named("汛期", "the flood season"),
    fire_season=named("防火期", "the season of fire danger"),
    school_holidays=named("寒暑假", "school holidays"),
    festivals=named("节日", "festivals"),
)
"""Times of the year in which a duty is owed; which days they are, the host says."""

WORK_VOCABULARIES: tuple[Vocabulary, ...] = (
    vocabulary(
        "tasking_kind",
        "抽调任务类别",
        "kinds of tasking",
        station_roster=named("派出所值班", "roster duty at the station"),
        casework=named("办理案件", "casework"),
        outside_incident=named("辖区外维稳处突", "incidents outside the area"),
        outside_event=named("外区大型活动安保", "security of events outside the area"),
        case_target=named("破案指标", "a target of cases to be solved"),
        campaign=named("专项行动", "campaign"),
        other=named("其他抽调", "other tasking"),
    ),
    vocabulary(
        "tasking_exception",
        "抽调例外情形",
        "why a tasking was allowed all the same",
        emergency=named("突发紧急情况", "an emergency"),
        higher_order=named("上级统一调动", "called up from above"),
        rule_names_it=named("规定所列的例外", "an exception that the rule names"),
    ),
    vocabulary(
        "post_change_reason",
        "岗位调动情形",
        "why a post was taken up, as attested",
        promotion=named("提拔", "promotion"),
        discipline=named("违纪调整", "a matter of discipline"),
        own_request=named("本人申请", "their own request"),
        reorganisation=named("机构调整", "reorganisation"),
        health=named("身体原因", "health"),
    ),
    vocabulary(
        "visit_place",
        "走访地点",
        "where a round of contacts was made",
        home=named("群众家中", "homes"),
        enterprise=named("企事业单位", "enterprises and institutions"),
        premises=named("场所", "premises"),
        street=named("街头", "the street"),
        field=named("田间地头", "the fields"),
        village_road=named("村头道路", "the roads of the village"),
        talk_point=named("休闲交谈点", "places to sit and talk"),
        market=named("市场", "markets"),
    ),
    vocabulary(
        "community_post",
        "社区兼职",
        "posts held in the community",
        branch_deputy_secretary=named("党支部副书记", "deputy secretary of the branch"),
        branch_member=named("党支部委员", "member of the branch committee"),
        residents_committee_member=named("居(村)委委员", "member of the residents' committee"),
        grid_security_instructor=named("网格治安指导员", "grid security instructor"),
        grid_lead=named("网格长", "grid lead"),
        deputy_grid_lead=named("副网格长", "deputy grid lead"),
        grid_worker=named("网格员", "grid worker"),
    ),
    vocabulary(
        "equipment",
        "装备",
        "what staff carry",
        mobile_terminal=named("移动信息采集工具", "mobile terminal"),
        communicator=named("通讯工具", "means of communication"),
        notebook=named("工作记事簿", "notebook"),
        radio=named("对讲机", "radio"),
        digital_camera=named("数码相机", "digital camera"),
        voice_recorder=named("录音笔", "voice recorder"),
        uniform=named("警服", "uniform"),
        personal_equipment=named("单警装备", "personal police equipment"),
    ),
    vocabulary(
        "activity",
        "工作情形",
        "what staff are doing",
        area_work=named("辖区工作", "work in the area"),
        patrol=named("巡逻", "patrol"),
    ),
    vocabulary(
        "committee_kind",
        "调解组织类别",
        "kinds of mediation committee",
        peoples_mediation=named("人民调解委员会", "people's mediation committee"),
        security_mediation=named("治保调解组织", "organisation for safety and mediation"),
        public_order_disputes=named(
            "治安纠纷人民调解委员会", "committee for public-order disputes"
        ),
    ),
    vocabulary(
        "grid_rule",
        "网格划分原则",
        "how grids are drawn",
        boundaries_kept=named("区划不变", "administrative boundaries kept"),
        bounded_by_streets=named("街巷定界", "bounded by streets"),
        easy_to_manage=named("便于管理", "easy to manage"),
        no_gaps=named("无缝覆盖", "no gaps"),
        police_duties_included=named(
            "公安基础工作纳入网格", "police groundwork among the grid's duties"
        ),
    ),
    vocabulary(
        "programme",
        "特色项目",
        "service projects kept running",
        canteen_policing=named("饭堂警务", "policing in the canteen"),
        night_market_policing=named("警务夜市", "the police night market"),
        delivery_policing=named("外卖警务", "policing delivered"),
        party_brand=named("党建服务品牌", "a service brand of the branch"),
    ),
    vocabulary(
        "score_input",
        "考核指标",
        "what a score sheet may count",
        cases_solved=named("破案数", "cases solved"),
        case_target=named("破案指标", "a target of cases to be solved"),
        clearance_rate=named("破案率", "share of cases solved"),
        punishments=named("打击处理数", "people punished"),
        fines=named("罚款数", "fines"),
    ),
    OCCASION_DAYS,
    SEASONS,
)
"""Closed lists of what is done and carried, and of what a sheet may count."""
