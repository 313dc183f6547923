"""Section `[planning]` of the host's configuration: hours, pace, relief, and community work."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from fengqiao.packs.amounts import parse_amount
from fengqiao.packs.read_hours import HOURS_SETTINGS, read_hours
from fengqiao.packs.spot import Spot, shown_name
from fengqiao.planning import WorkHours
from fengqiao.rules.catalogue import Catalogue, close_names
from fengqiao.rules.values import Exact

OTHER_SETTINGS = ("pace", "relief", "community")
PLANNING_SETTINGS = (*HOURS_SETTINGS, *OTHER_SETTINGS)
"""What may be set; `hours` and `starts` also with a dot and a role behind them."""

_MOST_PACE = 1_000
_MOST_RELIEF = 10
_Setting = tuple[str, object, Spot]


@frozen(kw_only=True)
class PlanningSettings:
    """What the section says; nothing is assumed where it doesn't.

    Attributes:
        hours: How long and from when staff work.
        pace: Metres a minute from visit to visit.
        relief: Posts that it takes to have one filled on every working day.
        community: Keys of entries that are work in the community.
    """

    hours: WorkHours = field(factory=WorkHours)
    pace: int | None = None
    relief: Exact | None = None
    community: tuple[str, ...] = ()


def read_planning(
    settings: Iterable[_Setting], catalogue: Catalogue, spot: Spot
) -> PlanningSettings:
    """Read the section.

    Args:
        settings: Full names, values and places.
        catalogue: Knows roles and keys.
        spot: The section.

    Returns:
        What could be read; every fault is noted.
    """
    every = list(settings)
    others = {name: (value, at) for name, value, at in every if name in OTHER_SETTINGS}
    rest = [one for one in every if one[0] not in OTHER_SETTINGS]
    return PlanningSettings(
        hours=read_hours(rest, catalogue.words("role"), spot, OTHER_SETTINGS),
        pace=_pace(*others["pace"]) if "pace" in others else None,
        relief=_relief(*others["relief"]) if "relief" in others else None,
        community=_community(*others["community"], catalogue) if "community" in others else (),
    )


def _pace(value: object, spot: Spot) -> int | None:
    if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= _MOST_PACE:
        return value
    spot.fault("config.wants_pace", most=_MOST_PACE)
    return None


def _relief(value: object, spot: Spot) -> Exact | None:
    amount = parse_amount(value)
    if amount is not None and amount.unit is None and 1 <= amount.num / amount.den <= _MOST_RELIEF:
        return amount
    spot.fault("config.wants_relief", most=_MOST_RELIEF)
    return None


def _community(value: object, spot: Spot, catalogue: Catalogue) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        spot.fault("config.wants_keys")
        return ()
    for one in value:
        if one not in catalogue.keys:
            close = close_names(one, catalogue.keys)
            spot.fault("config.unknown_key", name=shown_name(one), close=close)
    return tuple(value)
