"""Indicators of places: facilities, police rooms, beats and grids, from registers alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from fengqiao.measures.indicator import Ask, Column, Indicator, in_time
from fengqiao.measures.register_counts import codes_of, counted, own_counts, placed, summed
from fengqiao.model import Table
from fengqiao.rules import Words
from fengqiao.rules.catalogue_core import KEYS

_KEY = {key.name: key for key in KEYS}
_Values = Callable[[Ask, Sequence[Table]], Column]


def _w(zh: str, en: str) -> Words:
    return Words(zh=zh, en=en)


_NONE_LEFT_OUT = _w("无", "none")


def _facilities(kind: str) -> _Values:
    """How many facilities of a kind there are."""

    def column(ask: Ask, _answers: Sequence[Table]) -> Column:
        table = ask.registers.table("facility")
        rows = [
            row
            for row in ask.registers.rows_in("facility", ask.span)
            if table["kind"][row] == kind
            and ask.passes("named", "true" if table["named"][row] else "false")
        ]
        return counted(ask, placed(ask, "facility", rows))

    return column


def _everything(register: str) -> _Values:
    """How many things of a register there are."""
    return lambda ask, _answers: counted(
        ask, placed(ask, register, ask.registers.rows_in(register, ask.span))
    )


def _unattended(ask: Ask, _answers: Sequence[Table]) -> Column:
    table, posts = ask.registers.table("police_room"), ask.registers.table("assignment")
    manned = {posts["room"][row] for row in ask.registers.rows_in("assignment", ask.span)}
    rows = ask.registers.rows_in("police_room", ask.span)
    empty = [row for row in rows if table["room"][row] not in manned]
    return counted(ask, placed(ask, "police_room", empty))


def _model_rooms(ask: Ask, _answers: Sequence[Table]) -> Column:
    rows = ask.registers.rows_in("police_room", ask.span)
    return summed(ask, "police_room", rows, "model")


def _terminals(ask: Ask, _answers: Sequence[Table]) -> Column:
    if ask.subjects.kind == "police_room":
        return own_counts(ask, "terminals")
    rows = ask.registers.rows_in("police_room", ask.span)
    return summed(ask, "police_room", rows, "terminals")


def _households(ask: Ask, _answers: Sequence[Table]) -> Column:
    return own_counts(ask, "households")


def _residents(ask: Ask, _answers: Sequence[Table]) -> Column:
    return own_counts(ask, "resident_count")


def _opening_hours(ask: Ask, _answers: Sequence[Table]) -> Column:
    open_on_a_day = own_counts(ask, "open_minutes")
    return in_time(ask, open_on_a_day.nums, unknown=open_on_a_day.unknown)


def _facility(key: str, kind: str, zh: str, en: str) -> Indicator:
    return Indicator(
        key=_KEY[key],
        numerator=_w(f"登记的{zh}", f"{en} on the register"),
        exclusions=_w("其他类别的场地不计", "facilities of another kind"),
        column=_facilities(kind),
    )


INDICATORS: tuple[Indicator, ...] = (
    Indicator(
        key=_KEY["organisation.beats"],
        numerator=_w("划分的警务区", "beats on the register"),
        exclusions=_NONE_LEFT_OUT,
        column=_everything("beat"),
    ),
    Indicator(
        key=_KEY["beat.residents"],
        numerator=_w("警务区的人口数", "residents of the beat, as registered"),
        exclusions=_w("没有登记人口数的没有数据", "no number where the register has none"),
        column=_residents,
    ),
    Indicator(
        key=_KEY["grid.count"],
        numerator=_w("划分的网格", "grids on the register"),
        exclusions=_NONE_LEFT_OUT,
        column=_everything("grid"),
    ),
    Indicator(
        key=_KEY["grid.households"],
        numerator=_w("网格的户数", "households of the grid, as registered"),
        exclusions=_w("没有登记户数的没有数据", "no number where the register has none"),
        column=_households,
    ),
    Indicator(
        key=_KEY["grid.rules"],
        numerator=_w("划分网格所依的原则", "how grids are drawn, as registered"),
        exclusions=_NONE_LEFT_OUT,
        column=lambda ask, _answers: codes_of(ask, "grid_rules"),
    ),
    _facility(
        "facility.self_service_points",
        "self_service_point",
        "自助服务区(点)",
        "self-service points",
    ),
    _facility(
        "facility.joint_mediation_centres",
        "joint_mediation_centre",
        "联调中心",
        "joint mediation centres",
    ),
    _facility(
        "facility.monitoring_centres", "monitoring_centre", "视频监控中心", "monitoring centres"
    ),
    _facility("facility.talk_points", "talk_point", "群众休闲交谈点", "places to sit and talk"),
    Indicator(
        key=_KEY["facility.unattended_rooms"],
        numerator=_w(
            "当日没有任何人员任职的警务室", "police rooms where nobody is posted that day"
        ),
        exclusions=_w("休假、外出不算空巢", "leave and absence for a day"),
        column=_unattended,
    ),
    Indicator(
        key=_KEY["facility.model_rooms"],
        numerator=_w("登记为精品的警务室", "police rooms registered as models"),
        exclusions=_w("有一处没有写明,就没有数据", "no number where the host does not say of one"),
        column=_model_rooms,
    ),
    Indicator(
        key=_KEY["facility.terminals"],
        numerator=_w("警务室的移动警务终端平台", "terminals of the police room"),
        exclusions=_w("有一处没有写明,就没有数据", "no number where the host does not say of one"),
        column=_terminals,
    ),
    Indicator(
        key=_KEY["facility.opening_hours"],
        numerator=_w("每日开放时间", "time open on a day, as registered"),
        exclusions=_w("没有登记的没有数据", "no number where the register has none"),
        column=_opening_hours,
    ),
    _facility("facility.mediation_rooms", "mediation_room", "调解室", "mediation rooms"),
    _facility("facility.experience_halls", "experience_hall", "安全防范体验馆", "experience halls"),
    _facility("facility.law_parks", "law_park", "平安法治文化园", "parks on law and safety"),
    _facility("facility.governance_centres", "governance_centre", "综治中心", "governance centres"),
    _facility("facility.service_points", "service_point", "服务网点", "service points"),
)
