"""Indicators of what is organised: units, rules, channels, teams, committees, groups, files."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from fengqiao.measures.indicator import Ask, Column, Indicator
from fengqiao.measures.register_counts import (
    codes_of,
    codes_of_posts,
    counted,
    latest_premises,
    placed,
)
from fengqiao.model import Table
from fengqiao.rules import Words
from fengqiao.rules.catalogue_core import KEYS

_KEY = {key.name: key for key in KEYS}
_GROUPS = ("leading_group", "leading_group_office", "supervision_group")
_Values = Callable[[Ask, Sequence[Table]], Column]


def _w(zh: str, en: str) -> Words:
    return Words(zh=zh, en=en)


_NONE_LEFT_OUT = _w("无", "none")


def _codes(field: str) -> _Values:
    return lambda ask, _answers: codes_of(ask, field)


def _committees(ask: Ask, _answers: Sequence[Table]) -> Column:
    """Committees seated at the area itself, or at the station; those of a village are no town's."""
    table = ask.registers.table("mediation_committee")
    seat = "station" if ask.subjects.kind == "station" else "area"
    return counted(
        ask,
        (
            (table[seat][row], table["committee"][row])
            for row in ask.registers.rows_in("mediation_committee", ask.span)
            if ask.passes("kind", table["kind"][row] or "peoples_mediation")
        ),
    )


def _groups(ask: Ask, _answers: Sequence[Table]) -> Column:
    """Groups of the area itself, or of the area that a bureau is responsible for."""
    table = ask.registers.table("body")
    at: dict[str, list[str]] = {}
    for row in ask.registers.rows_in("body", ask.span):
        if table["kind"][row] in _GROUPS and ask.passes("kind", table["kind"][row]):
            at.setdefault(table["area"][row], []).append(table["body"][row])
    return Column([len(set(at.get(area, ()))) for area in ask.subjects.areas])


def _channels(ask: Ask, answers: Sequence[Table]) -> Column:
    is_staff = ask.subjects.kind == "community_officer"
    return codes_of_posts(ask, "channels") if is_staff else _codes("channels")(ask, answers)


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
        column=_channels,
    ),
    Indicator(
        key=_KEY["organisation.teams"],
        numerator=_w("辖区内的队伍和组织", "teams and societies in the area"),
        exclusions=_w("同一队伍计一次;不看成员是谁", "who belongs to a team; a team counts once"),
        column=_teams,
    ),
    Indicator(
        key=_KEY["organisation.programmes"],
        numerator=_w("登记的特色项目", "service projects on the register"),
        exclusions=_w("使用多少不计", "how much they are used"),
        column=_codes("programmes"),
    ),
    Indicator(
        key=_KEY["organisation.committees"],
        numerator=_w("设在该处的调解组织", "mediation committees seated there"),
        exclusions=_w(
            "下级区划的调解组织不计;没有写明类别的,按人民调解委员会计",
            "committees of places within it; one of no stated kind is a people's mediation"
            " committee",
        ),
        column=_committees,
    ),
    Indicator(
        key=_KEY["organisation.leading_groups"],
        numerator=_w(
            "该级的领导小组、办公室和督导组", "leading groups, their offices and supervision groups"
        ),
        exclusions=_w(
            "下级区划的不计;不看成员是谁", "those of places within it; who belongs to them"
        ),
        column=_groups,
    ),
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
