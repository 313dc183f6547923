"""Indicators of totals that the host reports: counts, and counts out of a total."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from fengqiao.measures.indicator import Ask, Column, Indicator, lookup
from fengqiao.measures.tallies import Condition, Tally
from fengqiao.model import Table
from fengqiao.rules import Key, Words
from fengqiao.rules.catalogue_core import REPORTED_KEYS

AS_REPORTED = Words(
    zh="以使用方报送的汇总数为准,不含任何个人信息",
    en="as the host reports it: totals only, nothing on persons",
)


def totals_of(
    key: str, *, fields: tuple[str, ...] = ("done", "total")
) -> Callable[[Ask], tuple[Tally, ...]]:
    """Tallies of what the host supplied under a key: its counts, then what they are out of."""

    def tallies(ask: Ask) -> tuple[Tally, ...]:
        return tuple(
            Tally("total", "sum", field, by=("subject",), spans=(ask.span,), where=_of(key, ask))
            for field in fields
        )

    return tallies


def days_of(key: str, *, fields: tuple[str, ...]) -> Callable[[Ask], tuple[Tally, ...]]:
    """Tallies of how much was reported on which day: the reports, then each of their counts."""

    def tallies(ask: Ask) -> tuple[Tally, ...]:
        by, where = ("subject", "day"), _of(key, ask)
        reports = Tally("total", "events", by=by, spans=(ask.span,), where=where)
        counts = (
            Tally("total", "sum", field, by=by, spans=(ask.span,), where=where) for field in fields
        )
        return (reports, *counts)

    return tallies


def _of(key: str, ask: Ask) -> tuple[tuple[str, Condition, object], ...]:
    return ("key", "==", key), ("subject_kind", "==", ask.subjects.kind)


def share_of_totals(ask: Ask, answers: Sequence[Table]) -> Column:
    """Counts that the host supplied, out of their totals."""
    done, total = (lookup(answer, ask.subjects, "subject") for answer in answers)
    return Column(done, total)


def count_of_totals(ask: Ask, answers: Sequence[Table]) -> Column:
    """Counts that the host supplied, added up over the period."""
    return Column(lookup(answers[0], ask.subjects, "subject"))


def latest_of_totals(ask: Ask, answers: Sequence[Table]) -> Column:
    """Counts of the latest report in the period, and what they are out of where they say so.

    The reports themselves are counted too: a report of none has no row among sums. How things
    stand is not known of a subject of which the period has no report, whatever the host records.
    """
    reports, *counts = answers
    latest: dict[str, int] = {}
    for subject, day in reports.rows("subject", "day"):
        latest[subject] = max(day, latest.get(subject, day))
    columns: list[list[int]] = []
    for answer in counts:
        found = {
            subject: value
            for subject, day, value in answer.rows("subject", "day", "value")
            if day == latest[subject]
        }
        columns.append([found.get(subject, 0) for subject in ask.subjects.ids])
    silent = (index for index, one in enumerate(ask.subjects.ids) if one not in latest)
    return Column(columns[0], columns[1] if columns[1:] else None, unknown=frozenset(silent))


def reported(
    key: Key, *, done: Words, total: Words | None = None, exclusions: Words = AS_REPORTED
) -> Indicator:
    """The indicator of a total that the host reports under the key's own name.

    Args:
        key: A share (`done` out of `total`), a rating (points over respondents) or a count
            (`done`); a flow, of which reports are added up, or a stock, of which the latest counts.
        done: What is counted.
        total: What it is out of, for shares and ratings.
        exclusions: What is left out.
    """
    is_share, is_stock = key.value == "share", key.reports == "stock"
    fields = ("done", "total") if is_share else ("done",)
    added_up = share_of_totals if is_share else count_of_totals
    return Indicator(
        key=key,
        revision=2 if is_stock else 1,
        numerator=_standing(done) if is_stock else done,
        denominator=total if is_share else None,
        exclusions=exclusions,
        recorded_as=key.name,
        tallies=(days_of if is_stock else totals_of)(key.name, fields=fields),
        column=latest_of_totals if is_stock else added_up,
    )


def _standing(done: Words) -> Words:
    """What a stock counts, and as of when."""
    return Words(
        zh=done.zh and f"{done.zh}(以周期内最近一次报送为准)",
        en=done.en and f"{done.en}, as last reported in the period",
    )


def _w(zh: str, en: str) -> Words:
    return Words(zh=zh, en=en)


_TEXTS: Mapping[str, tuple[Words, Words | None, Words]] = {
    "visits.cadres_met_share": (
        _w("名册上见过面的人", "those of the list who were met in person"),
        _w(
            "使用方名册上的人数:干部、两委成员、小组长、党员",
            "cadres, committee members, group leaders and Party members: the host's own count",
        ),
        _w(
            "只报人数,不报姓名;电话联系不计",
            "numbers only, no names; contact by telephone",
        ),
    ),
    "calls.attended_share": (
        _w("社区民警到场的警情", "calls that the officer attended"),
        _w("工作时间发生在其社区的警情", "calls in the officer's community in working hours"),
        _w("非工作时间的警情不计", "calls outside working hours"),
    ),
    "requests.recorded_share": (
        _w("作了工作记录的求助", "requests that were put on record"),
        _w("接到的求助", "requests received"),
        _w("只报件数,不含求助人信息", "numbers only, nothing on who asked"),
    ),
    "requests.answered_share": (
        _w("在时限内答复的分流事项", "diverted requests that were answered in time"),
        _w("分流办理且时限已到的事项", "diverted requests whose time is up"),
        _w(
            "时限未到的不计;时限由各地规定;只报件数",
            "those whose time is not up; the place sets the time; numbers only",
        ),
    ),
    "mediation.settled_in_time_share": (
        _w("在期限内结束调解的纠纷", "disputes whose mediation was concluded within the limit"),
        _w("结束调解的纠纷", "disputes whose mediation was concluded"),
        _w(
            "撤回的、转其他途径的不计;各方同意延长的,按延长后的期限",
            "those withdrawn or sent elsewhere; where all parties agreed to more time, that counts",
        ),
    ),
    "mediation.second_in_time_share": (
        _w("在期限内完成的再次调解", "second sessions completed within the limit"),
        _w("再次调解", "second sessions"),
        _w("一次调解即结束的不计", "cases that ended with one session"),
    ),
    "mediation.confirmed_in_time_share": (
        _w("在期限内共同提出的司法确认申请", "joint applications made within the limit"),
        _w("共同提出的司法确认申请", "joint applications for judicial confirmation"),
        _w(
            "未申请确认的协议不计:是否申请由当事人决定",
            "agreements for which nobody applied: whether to is up to the parties",
        ),
    ),
    "dispute.joined_share": (
        _w("联合调处的复杂纠纷", "complex disputes handled jointly"),
        _w("复杂矛盾纠纷", "complex disputes"),
        _w("何为复杂由使用方确定;简单纠纷不计", "simple disputes; the host says what is complex"),
    ),
    "service.one_go_share": (
        _w("一次办结的事项", "services that are done in one go"),
        _w("面向群众的办事事项", "services for the public"),
        _w(
            "与公众无关的事项不计;一次办不结的也在总数中",
            "services that are not for the public; those that take several visits stay in",
        ),
    ),
    "service.trips_per_matter": (
        _w("按办事指南跑得最多的事项要跑的趟数", "trips of the service that takes most of them"),
        None,
        _w(
            "只看事项,不记谁来办、来了几趟",
            "services are looked at by their guide, never who came or how often",
        ),
    ),
    "service.certificates_per_matter": (
        _w("按办事指南要证明最多的事项要的份数", "certificates of the service that takes most"),
        None,
        _w("只看事项,不记谁来办", "services are looked at by their guide, never who came"),
    ),
    "service.windows_per_matter": (
        _w("按办事指南窗口最多的事项要跑的窗口数", "windows of the service that takes most"),
        None,
        _w("只看事项,不记谁来办", "services are looked at by their guide, never who came"),
    ),
    "service.notices_per_matter": (
        _w("告知次数最多的事项要告知的次数", "times of telling for the service that takes most"),
        None,
        _w("只看事项,不记谁来办", "services are looked at by their guide, never who came"),
    ),
    "requests.callback_share": (
        _w("办结后回访的诉求", "closed requests that were called back"),
        _w("办结的诉求", "closed requests"),
        _w("只报件数,不含诉求人信息", "numbers only, nothing on who asked"),
    ),
    "disputes.settled_share": (
        _w("化解的纠纷", "disputes that were settled"),
        _w("受理的纠纷,撤回的除外", "disputes accepted, less those withdrawn"),
        _w("只报件数,不含当事人信息", "numbers only, nothing on the parties"),
    ),
    "service.online_share": (
        _w("可以网上办理的事项", "services that can be done online"),
        _w("面向群众的办事事项", "services for the public"),
        _w("只能查询、不能办理的不计", "services that can only be looked up online"),
    ),
    "survey.rating": (
        _w("受访者评分之和", "points that respondents gave, added up"),
        _w("受访者", "respondents"),
        _w(
            "只用匿名汇总数;低于使用方设定的最小人数时不显示",
            "totals of an anonymous survey only; withheld below the host's smallest count",
        ),
    ),
    "points.reported": (
        _w("所得分数", "points given"),
        _w("应得总分", "points to be had"),
        _w("只报汇总分数,不含个人信息", "as the host reports it: totals only, nothing on persons"),
    ),
    "assignments.reviewed_share": (
        _w("已清理的专项行动和考核项目", "campaigns and targets that were reviewed"),
        _w("对派出所有效的专项行动和考核项目", "campaigns and targets in force for stations"),
        _w("对派出所以外单位的项目不计", "those that ask nothing of stations"),
    ),
    "hazards.remedied_share": (
        _w("已整改的隐患", "hazards that were remedied"),
        _w("发现的隐患", "hazards found"),
        _w(
            "此前发现的隐患不计;未到整改期限的也在总数中",
            "hazards found before the period; those not yet due stay in",
        ),
    ),
}
_KEY = {key.name: key for key in REPORTED_KEYS}

INDICATORS: tuple[Indicator, ...] = tuple(
    reported(_KEY[name], done=done, total=total, exclusions=exclusions)
    for name, (done, total, exclusions) in _TEXTS.items()
)
