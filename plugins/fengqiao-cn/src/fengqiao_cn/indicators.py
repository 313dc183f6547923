"""The indicator that the national pack needs and the core's catalogue does not have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fengqiao.measures import Ask, Column, Indicator
from fengqiao.model import Table
from fengqiao.packs import hookimpl
from fengqiao.rules import Key, Words


def households(ask: Ask, _answers: Sequence[Table]) -> Column:
    """Households on the register of areas; unknown where it has no number."""
    counts = ask.registers.table("area")["households"]
    found = [counts[row] for row in ask.subjects.rows]
    unknown = frozenset(index for index, count in enumerate(found) if count is None)
    return Column([count or 0 for count in found], unknown=unknown)


COMMUNITY_HOUSEHOLDS = Indicator(
    key=Key(
        name="community.households",
        kind="norm",
        names=Words(zh="社区户数", en="households of a community"),
        unit="households",
        each=("community",),
        judged="state",
    ),
    numerator=Words(zh="登记的户数", en="households on the register of areas"),
    exclusions=Words(zh="没有登记户数的社区不判断", en="communities without a number on it"),
    column=households,
)


@hookimpl
def fengqiao_indicators() -> Iterable[Indicator]:
    """The households of a community (Urban Residents' Committee Law)."""
    return (COMMUNITY_HOUSEHOLDS,)
