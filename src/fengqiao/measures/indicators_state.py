"""Indicators of a state on a day: rooms, posts, fittings and members, from registers alone."""

from __future__ import annotations

from collections.abc import Sequence

from fengqiao.measures.indicator import Ask, Column, Indicator
from fengqiao.measures.register_counts import codes_of, counted, placed, within
from fengqiao.model import Table
from fengqiao.rules import Words
from fengqiao.rules.catalogue_core import KEYS

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
    kind = ask.subjects.kind
    if kind == "premises":
        return counted(ask, ((table["premises"][row], table["room"][row]) for row in rows))
    if kind in ("community", "village"):
        rows = [row for row in rows if table["premises"][row] is None]
    return counted(ask, placed(ask, "police_room", rows))


def _fittings(ask: Ask, _answers: Sequence[Table]) -> Column:
    return codes_of(ask, "fittings")


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
        key=_KEY["mediation.committee_members"],
        numerator=Words(zh="委员人数", en="members on the register"),
        exclusions=_NONE_LEFT_OUT,
        column=_members,
    ),
)
