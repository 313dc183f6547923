"""Give a town's registers the words that its pack asks for and that no town has by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any, TypeVar

from attrs import evolve

from fengqiao.model import Assignment, area_level
from fengqiao.simulate.organisation import most_of
from fengqiao.simulate.reported import subjects
from fengqiao.simulate.scenario import Scenario, Wanted
from fengqiao.simulate.town import Town

_T = TypeVar("_T")

FIELDS: Mapping[str, tuple[str, ...]] = {
    "facility.fittings": ("fittings",),
    "organisation.rules": ("rules",),
    "organisation.channels": ("channels",),
    "organisation.station_units": ("units",),
    "organisation.programmes": ("programmes",),
    "grid.rules": ("grid_rules",),
    "roles.community_posts": ("community_posts",),
    "equipment.carried": ("equipment", "patrol_equipment"),
    "mediation.committee_backgrounds": ("backgrounds",),
}
"""In which fields of a register the words of a key stand."""


def furnish(town: Town) -> Town:
    """The town with the wanted words on most of its subjects, and nothing else changed."""
    scenario = town.scenario
    found: dict[str, Any] = {
        "areas": town.areas,
        "bodies": town.bodies,
        "stations": town.stations,
        "rooms": town.rooms,
        "facilities": town.facilities,
        "committees": town.committees,
        "posts": town.posts,
    }
    for one in scenario.wanted:
        register, ids = _PLACES.get(one.kind, ("posts", "staff"))
        for field in FIELDS[one.key]:
            found[register] = _with_words(found[register], field, ids, one, scenario)
    return evolve(town, **{**found, "posts": (*found["posts"], *_with_staff(town))})


_PLACES: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys(("community", "village", "town", "county", "city"), ("areas", "area")),
    "bureau": ("bodies", "body"),
    "station": ("stations", "station"),
    "police_room": ("rooms", "room"),
    "facility": ("facilities", "facility"),
    "mediation_committee": ("committees", "committee"),
}


def _with_words(
    items: Sequence[_T], field: str, ids: str, wanted: Wanted, scenario: Scenario
) -> tuple[_T, ...]:
    """The items, those of the wanted kind with most of the words that none of them has yet."""
    if not items or not hasattr(items[0], field):
        return tuple(items)
    given = {word for item in items for word in getattr(item, field) or ()}
    missing = [word for word in wanted.words if word not in given]
    found: list[Any] = []
    for item in items:
        subject = str(getattr(item, ids))
        if not missing or not _is_of(item, subject, ids, wanted.kind):
            found.append(item)
            continue
        more = most_of(scenario.draw("wanted", wanted.key, subject), missing)
        words = tuple(dict.fromkeys((*(getattr(item, field) or ()), *more)))
        found.append(_evolved(item, field, words))
    return tuple(found)


def _evolved(item: Any, field: str, words: tuple[str, ...]) -> Any:  # noqa: ANN401  a register's own type
    return evolve(item, **{field: words})


def _is_of(item: object, subject: str, ids: str, kind: str) -> bool:
    if ids == "area":
        return area_level(subject) == kind
    return ids != "staff" or getattr(item, "role", kind) == kind


def _with_staff(town: Town) -> tuple[Assignment, ...]:
    """Those whom the pack wants posted in villages, communities and stations; a few are missing."""
    scenario, numbers = town.scenario, count(1)
    found: list[Assignment] = []
    for role, kind, number in scenario.staffed:
        for subject in subjects(town, kind):
            draw = scenario.draw("staffed", role, subject)
            there = number - (draw.randrange(10) == 0)
            is_station = kind == "station"
            found += (
                Assignment(
                    staff=f"X{next(numbers):04}",
                    role=role,
                    station=subject if is_station else town.served_by[subject],
                    area=None if is_station else subject,
                    full_time=True,
                    since=scenario.posted_on,
                )
                for _ in range(there)
            )
    return tuple(found)
