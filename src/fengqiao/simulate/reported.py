"""Counts that the town's office reports at the end of the month, key by key."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from fengqiao.model import area_level
from fengqiao.simulate.fieldwork import Row
from fengqiao.simulate.town import Town

_OUT_OF = {
    "community_officer": (4, 24),
    "auxiliary_officer": (4, 24),
    "community": (2, 12),
    "village": (2, 12),
    "police_room": (4, 24),
    "station": (12, 60),
    "bureau": (40, 160),
}
"""Of how many, by kind of subject."""
_NOTHING, _ALL = 8, 82
_PERCENT = 100
_SHORT = (70, 97)


def reported(town: Town) -> Iterator[Row]:
    """Totals of every reported key and subject.

    Of most subjects all is done, of some nearly all; of a few there was nothing to do.
    """
    scenario = town.scenario
    for one in scenario.reported:
        for kind in one.each:
            for subject in subjects(town, kind):
                draw = scenario.draw("reported", one.key, subject)
                done, total = _share(draw, kind)
                if one.most is not None:
                    done = one.most + (draw.randrange(_PERCENT) >= _ALL)
                elif one.least is not None and not one.is_share:
                    done = one.least + draw.randint(1, max(1, one.least // 20))
                    done -= (draw.randrange(_PERCENT) >= _ALL) * max(2, one.least // 10)
                    done = max(0, done)
                yield (
                    one.key,
                    kind,
                    subject,
                    scenario.settled_on,
                    done,
                    total if one.is_share else None,
                )


def _share(draw: Random, kind: str) -> tuple[int, int]:
    chance = draw.randrange(_PERCENT)
    if chance < _NOTHING:
        return 0, 0
    total = draw.randint(*_OUT_OF.get(kind, (4, 24)))
    if chance < _ALL:
        return total, total
    return total * draw.randint(*_SHORT) // _PERCENT, total


def subjects(town: Town, kind: str) -> list[str]:
    """Subjects of a kind on the day when the month is settled, by id; none of an unknown kind."""
    if kind in ("community", "village"):
        return sorted(code for code in town.served_by if area_level(code) == kind)
    if kind in ("town", "county", "city"):
        return sorted(area.area for area in town.areas if area_level(area.area) == kind)
    ids = {
        "bureau": (one.body for one in town.bodies),
        "station": (one.station for one in town.stations),
        "police_post": (one.post for one in town.police_posts),
        "police_room": (one.room for one in town.rooms),
        "grid": (one.grid for one in town.grids),
    }
    return sorted(ids[kind]) if kind in ids else holders(town, kind)


def holders(town: Town, role: str) -> list[str]:
    """Staff who hold a role on the day when the month is settled, by id."""
    day = town.scenario.settled_on
    return sorted(
        {
            post.staff
            for post in town.posts
            if post.role == role and post.since <= day <= (post.until or day)
        }
    )
