"""Indicators of a state on a day: rooms, posts, fittings and members, from registers alone."""

from __future__ import annotations

from collections.abc import Sequence

from fengqiao.measures.indicator import Ask, Column, Indicator
from fengqiao.measures.register_counts import codes_of, counted, within
from fengqiao.model import Table
from fengqiao.rules import Words
from fengqiao.rules.catalogue_core import KEYS, OFFICER_ROLES

_KEY = {key.name: key for key in KEYS}
_NONE_LEFT_OUT = Words(zh="无", en="none")


def _stations(ask: Ask, _answers: Sequence[Table]) -> Column:
    table = ask.registers.table("station")
    rows = ask.registers.rows_in("station", ask.span)
    inside = ((table["area"][row], table["station"][row]) for row in rows)
    return counted(ask, within(ask, inside))


def _rooms(ask: Ask, _answers: Sequence[Table]) -> Column:
    table = ask.registers.table("police_room")
    rows = [
        row
        for row in ask.registers.rows_in("police_room", ask.span)
        if ask.passes("named", "true" if table["named"][row] else "false")
    ]
    if ask.subjects.kind == "city":
        return counted(ask, within(ask, ((table["area"][r], table["room"][r]) for r in rows)))
    if ask.subjects.kind == "premises":
        return counted(ask, ((table["premises"][row], table["room"][row]) for row in rows))
    own = (row for row in rows if table["premises"][row] is None)
    return counted(ask, ((table["area"][row], table["room"][row]) for row in own))


def _fittings(ask: Ask, _answers: Sequence[Table]) -> Column:
    return codes_of(ask, "fittings")


def _posts(ask: Ask, roles: Sequence[str], column: str, *, full_time: bool = False) -> Column:
    table = ask.registers.table("assignment")
    return counted(
        ask,
        (
            (table[column][row], table["staff"][row])
            for row in ask.registers.rows_in("assignment", ask.span)
            if table["role"][row] in roles and (table["full_time"][row] or not full_time)
        ),
    )


def _officers(ask: Ask, _answers: Sequence[Table]) -> Column:
    return _posts(ask, OFFICER_ROLES, "room")


def _auxiliaries(ask: Ask, _answers: Sequence[Table]) -> Column:
    return _posts(ask, ("auxiliary_officer",), "room")


def _community_share(ask: Ask, _answers: Sequence[Table]) -> Column:
    full_time = ask.words("full_time") == frozenset({"true"})
    some = _posts(ask, ("community_officer",), "station", full_time=full_time)
    return Column(some.nums, _posts(ask, OFFICER_ROLES, "station").nums)


def _members(ask: Ask, _answers: Sequence[Table]) -> Column:
    members = ask.registers.table("mediation_committee")["members"]
    return Column([members[row] for row in ask.subjects.rows])


INDICATORS: tuple[Indicator, ...] = (
    Indicator(
        key=_KEY["organisation.stations"],
        numerator=Words(zh="辖区内派出所", en="stations seated in the area"),
        exclusions=_NONE_LEFT_OUT,
        column=_stations,
    ),
    Indicator(
        key=_KEY["facility.police_rooms"],
        numerator=Words(zh="警务室", en="police rooms there"),
        exclusions=Words(
            zh="社区(村)的警务室不含设在学校等场所的警务室",
            en="for a community: rooms that stand at premises such as schools",
        ),
        column=_rooms,
    ),
    Indicator(
        key=_KEY["facility.fittings"],
        numerator=Words(zh="登记的设施", en="fittings on the register"),
        exclusions=_NONE_LEFT_OUT,
        column=_fittings,
    ),
    Indicator(
        key=_KEY["staffing.officers"],
        numerator=Words(zh="任职于该警务室的民警", en="officers posted to the room"),
        exclusions=Words(zh="辅警不计", en="auxiliary officers"),
        column=_officers,
    ),
    Indicator(
        key=_KEY["staffing.auxiliaries"],
        numerator=Words(zh="任职于该警务室的辅警", en="auxiliary officers posted to the room"),
        exclusions=Words(zh="民警不计", en="officers"),
        column=_auxiliaries,
    ),
    Indicator(
        key=_KEY["staffing.community_officer_share"],
        numerator=Words(zh="社区民警", en="community officers of the station"),
        denominator=Words(zh="派出所全部民警", en="all officers posted to the station"),
        exclusions=Words(
            zh="辅警不计;一人多岗计一人",
            en="auxiliary officers; a person with several posts counts once",
        ),
        numerator_only=frozenset(("full_time",)),
        column=_community_share,
    ),
    Indicator(
        key=_KEY["mediation.committee_members"],
        numerator=Words(zh="委员人数", en="members on the register"),
        exclusions=_NONE_LEFT_OUT,
        column=_members,
    ),
)
