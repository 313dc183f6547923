"""Keys of norms on work done and on totals that the host reports."""

from __future__ import annotations

from fengqiao.rules.catalogue import Key, Reports
from fengqiao.rules.catalogue_words import named

_OF_PREMISES = {"topic": "inspection_topic", "kind": "premises_kind", "goods": "goods"}

WORK_KEYS: tuple[Key, ...] = (
    Key(
        name="visits.households",
        kind="norm",
        names=named("走访户数", "households visited"),
        unit="households",
        each=("community_officer", "station"),
        stricter="up",
    ),
    Key(
        name="inspection.premises",
        kind="norm",
        names=named("检查场所数", "premises inspected"),
        unit="premises",
        each=("community_officer", "station"),
        of={"topic": "inspection_topic", "kind": "premises_kind"},
        stricter="up",
    ),
    Key(
        name="inspection.share",
        kind="norm",
        names=named("检查覆盖率", "share of premises inspected"),
        unit="share",
        value="share",
        each=("station", "community", "village"),
        judged="asked",
        of=_OF_PREMISES,
        stricter="up",
    ),
    Key(
        name="premises.compliant_share",
        kind="norm",
        names=named("场所合格率", "share of premises in order"),
        unit="share",
        value="share",
        each=("station",),
        judged="asked",
        of=_OF_PREMISES,
        stricter="up",
    ),
    Key(
        name="calls.per_day",
        kind="norm",
        names=named("日接警量", "calls a day"),
        unit="calls",
        value="share",
        each=("station",),
    ),
    Key(
        name="survey.familiarity_share",
        kind="norm",
        names=named("群众对民警熟悉率", "share who know their officer"),
        unit="share",
        value="share",
        each=("community_officer",),
        judged="asked",
        stricter="up",
    ),
)


def _reported(
    name: str,
    zh: str,
    en: str,
    *each: str,
    unit: str = "share",
    is_rating: bool = False,
    reports: Reports = "flow",
) -> Key:
    return Key(
        name=name,
        kind="norm",
        names=named(zh, en),
        unit=unit,
        value="share",
        each=each,
        judged="asked",
        stricter="up",
        is_rating=is_rating,
        reports=reports,
    )


REPORTED_KEYS: tuple[Key, ...] = (
    _reported(
        "visits.cadres_met_share",
        "村(社区)干部见面率",
        "share of cadres met",
        "community",
        "village",
        reports="stock",
    ),
    _reported(
        "calls.attended_share", "社区警情到场率", "share of calls attended", "community_officer"
    ),
    _reported(
        "requests.recorded_share",
        "求助记录率",
        "share of requests recorded",
        "community_officer",
        "station",
        "bureau",
    ),
    _reported(
        "requests.answered_share",
        "分流事项答复率",
        "share of diverted requests that were answered",
        "station",
        "bureau",
    ),
    _reported(
        "mediation.settled_in_time_share",
        "按期调结率",
        "share of mediations concluded in time",
        "mediation_committee",
        "station",
        "bureau",
    ),
    _reported(
        "mediation.second_in_time_share",
        "再次调解按期率",
        "share of second sessions held in time",
        "station",
        "bureau",
    ),
    _reported(
        "mediation.confirmed_in_time_share",
        "司法确认按期申请率",
        "share of applications for judicial confirmation made in time",
        "mediation_committee",
    ),
    _reported(
        "dispute.joined_share",
        "复杂纠纷联合调处率",
        "share of complex disputes handled jointly",
        "station",
        "community",
        "village",
    ),
    _reported(
        "service.one_go_share",
        "一次办结率",
        "share of services done in one go",
        "station",
        "bureau",
        reports="stock",
    ),
    Key(
        name="service.trips_per_matter",
        kind="norm",
        names=named("办一件事最多跑几趟", "most trips that a matter takes"),
        unit="trips",
        each=("station", "bureau"),
        judged="asked",
        stricter="down",
        reports="stock",
    ),
    *(
        Key(
            name=f"service.{name}_per_matter",
            kind="norm",
            names=named(zh, en),
            unit=name,
            each=("station", "bureau", "department", "town", "county"),
            judged="asked",
            stricter="down",
            reports="stock",
        )
        for name, zh, en in (
            ("certificates", "办一件事最多要几份证明", "most certificates that a matter takes"),
            ("windows", "办一件事最多跑几个窗口", "most windows that a matter takes"),
            (
                "notices",
                "办一件事最多告知几次",
                "most times of being told what to bring",
            ),
        )
    ),
    _reported(
        "requests.callback_share",
        "诉求回访率",
        "share of requests called back",
        "station",
        "bureau",
        "department",
        "town",
        "county",
    ),
    _reported(
        "disputes.settled_share",
        "纠纷化解率",
        "share of disputes settled",
        "station",
        "community",
        "village",
        "village_committee",
        "town",
        "county",
    ),
    _reported(
        "service.online_share",
        "网上可办率",
        "share of services online",
        "station",
        "bureau",
        reports="stock",
    ),
    _reported(
        "survey.rating",
        "群众评分",
        "rating by the public",
        "community_officer",
        "community",
        "station",
        "bureau",
        unit="points",
        is_rating=True,
    ),
    _reported(
        "assignments.reviewed_share",
        "专项行动和考核项目清理率",
        "share of campaigns and targets reviewed",
        "bureau",
        reports="stock",
    ),
    _reported(
        "hazards.remedied_share",
        "隐患整改率",
        "share of hazards remedied",
        "community_officer",
        "station",
    ),
)
"""Keys whose counts the host reports as totals under the key's own name."""
