"""Indicators of what exists on a day: units, rules, channels, teams, facilities, files."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from fengqiao.measures.indicator import Ask, Column, Indicator
from fengqiao.measures.register_counts import codes_of, counted, latest_premises, placed
from fengqiao.model import Table
from fengqiao.rules import Words
from fengqiao.rules.catalogue_core import KEYS

_KEY = {key.name: key for key in KEYS}
_Values = Callable[[Ask, Sequence[Table]], Column]


def _w(zh: str, en: str) -> Words:
    return Words(zh=zh, en=en)


_NONE_LEFT_OUT = _w("无", "none")


def _codes(field: str) -> _Values:
    return lambda ask, _answers: codes_of(ask, field)


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


def _teams(ask: Ask, _answers: Sequence[Table]) -> Column:
    kinds = ask.registers.table("team")["kind"]
    rows = [
        row for row in ask.registers.rows_in("team", ask.span) if ask.passes("kind", kinds[row])
    ]
    return counted(ask, placed(ask, "team", rows))


def _flagged(flag: str) -> _Values:
    """Premises with a flag out of those on the register; no number where one has neither."""

    def column(ask: Ask, _answers: Sequence[Table]) -> Column:
        cells = ask.registers.table("premises")[flag]
        rows = latest_premises(ask, ask.span)
        everything = counted(ask, placed(ask, "premises", rows))
        flagged = counted(ask, placed(ask, "premises", [row for row in rows if cells[row]]))
        silent = counted(ask, placed(ask, "premises", [r for r in rows if cells[r] is None]))
        unknown = (index for index, number in enumerate(silent.nums) if number)
        return Column(flagged.nums, everything.nums, unknown=frozenset(unknown))

    return column


def _facility(key: str, kind: str, zh: str, en: str) -> Indicator:
    return Indicator(
        key=_KEY[key],
        numerator=_w(f"登记的{zh}", f"{en} on the register"),
        exclusions=_w("其他类别的场地不计", "facilities of another kind"),
        column=_facilities(kind),
    )


INDICATORS: tuple[Indicator, ...] = (
    Indicator(
        key=_KEY["organisation.station_units"],
        numerator=_w("登记的内设机构", "units of the station on the register"),
        exclusions=_NONE_LEFT_OUT,
        column=_codes("units"),
    ),
    Indicator(
        key=_KEY["organisation.rules"],
        numerator=_w("已建立的制度", "rules in place, as registered"),
        exclusions=_w("只看有没有,不看内容", "what the rules say"),
        column=_codes("rules"),
    ),
    Indicator(
        key=_KEY["organisation.channels"],
        numerator=_w("已开通的渠道", "channels kept open, as registered"),
        exclusions=_w("使用多少不计", "how much they are used"),
        column=_codes("channels"),
    ),
    Indicator(
        key=_KEY["organisation.teams"],
        numerator=_w("辖区内的队伍和组织", "teams and societies in the area"),
        exclusions=_w("同一队伍计一次;不看成员是谁", "who belongs to a team; a team counts once"),
        column=_teams,
    ),
    _facility("facility.mediation_rooms", "mediation_room", "调解室", "mediation rooms"),
    _facility("facility.experience_halls", "experience_hall", "安全防范体验馆", "experience halls"),
    _facility("facility.law_parks", "law_park", "平安法治文化园", "parks on law and safety"),
    _facility("facility.governance_centres", "governance_centre", "综治中心", "governance centres"),
    _facility("facility.service_points", "service_point", "服务网点", "service points"),
    Indicator(
        key=_KEY["premises.filed_share"],
        numerator=_w("已建台账的场所", "premises on which a file is kept"),
        denominator=_w("登记在册的场所", "premises on the register"),
        exclusions=_w(
            "当日不在册的场所不计;有一处没有写明,就没有数据",
            "premises not on the register that day; no number where the host does not say of one",
        ),
        column=_flagged("filed"),
    ),
    Indicator(
        key=_KEY["premises.undertaking_share"],
        numerator=_w("已签责任书的场所", "premises with a signed undertaking"),
        denominator=_w("登记在册的场所", "premises on the register"),
        exclusions=_w(
            "当日不在册的场所不计;有一处没有写明,就没有数据",
            "premises not on the register that day; no number where the host does not say of one",
        ),
        column=_flagged("undertaking"),
    ),
)
