"""Section `[planning]` of the host's configuration: how long and from when staff work."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from fengqiao.packs.amounts import MOST, is_work_time, parse_amount
from fengqiao.packs.spot import Spot
from fengqiao.packs.toml_file import Decimal
from fengqiao.planning.capacity import DAY_MINUTES, WorkHours
from fengqiao.rules.catalogue import close_names

HOURS_SETTINGS = ("hours", "starts")
"""What may be set for everybody, and with a dot and a role behind it for that role."""

_CLOCK = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")
_MINUTES = {"hour": 60, "minute": 1}
_Setting = tuple[str, object, Spot]


def read_hours(
    settings: Iterable[_Setting], roles: Iterable[str], spot: Spot, others: Sequence[str] = ()
) -> WorkHours:
    """Read the hours of staff.

    Args:
        settings: Full names, values and places: `hours`, `hours.community_officer`.
        roles: Known roles.
        spot: The section, which takes the fault of a day that runs past midnight.
        others: Further settings of the section, which are read elsewhere.

    Returns:
        What could be read; every fault is noted.
    """
    known = (*HOURS_SETTINGS, *(f"{one}.{role}" for one in HOURS_SETTINGS for role in roles))
    known = (*known, *others)
    read: dict[str, int] = {}
    named: set[str] = set()
    for name, value, at in settings:
        if name not in known:
            forms = (*HOURS_SETTINGS, *(f"{one}.ROLE" for one in HOURS_SETTINGS), *others)
            facts = {"section": "planning", "close": close_names(name, known), "known": forms}
            at.fault("config.unknown_setting", at_key=True, **facts)
            continue
        if name in named:
            at.fault("config.term_twice", at_key=True, name=name)
        named.add(name)
        minutes = _read(name, value, at)
        if minutes is not None:
            read[name] = minutes
    found = WorkHours(
        minutes=read.get("hours"),
        starts=read.get("starts"),
        minutes_of=dict(_by_role(read, "hours")),
        starts_of=dict(_by_role(read, "starts")),
    )
    _refuse_past_midnight(found, spot)
    return found


def _by_role(read: dict[str, int], setting: str) -> Iterator[tuple[str, int]]:
    for name, minutes in read.items():
        start, _, role = name.partition(".")
        if start == setting and role:
            yield role, minutes


def _read(name: str, value: object, spot: Spot) -> int | None:
    """Minutes: of the day's length, or after midnight."""
    if isinstance(value, Decimal):
        spot.fault("toml.decimal", field=name)
        return None
    if name.startswith("starts"):
        found = _CLOCK.fullmatch(value) if isinstance(value, str) else None
        if found is None:
            spot.fault("config.wants_clock", name=name)
            return None
        return int(found[1]) * 60 + int(found[2])
    amount = parse_amount(value)
    if amount is not None and is_work_time(amount):
        minutes, rest = divmod(amount.num * _MINUTES[str(amount.unit)], amount.den)
        if not rest and minutes <= DAY_MINUTES:
            return minutes
    spot.fault("config.wants_hours", name=name, most=MOST)
    return None


def _refuse_past_midnight(hours: WorkHours, spot: Spot) -> None:
    roles = sorted({*hours.minutes_of, *hours.starts_of})
    for role in ("", *roles):
        day = hours.of_role(role)
        if day is not None and day[1] > DAY_MINUTES:
            spot.fault("config.past_midnight", at_key=True, role=role)
