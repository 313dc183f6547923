"""How far it is from each name to each: from points, or as a caller's function says."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, isqrt, radians
from numbers import Real

from fengqiao.errors import RequestError
from fengqiao.planning.visits import MOST_METRES, Visits

Metres = list[list[int | None]]

_METRES_A_DEGREE = 111_195
"""On a meridian: 6,371 km times pi over 180."""


def measure_ways(visits: Visits, names: Sequence[str]) -> Metres:
    """Metres between names, straight across where points say where they are.

    Args:
        visits: With `at`, `travel` or neither: then everything is 0 metres apart.
        names: References and bases; of those in `at`, where that is given.

    Raises:
        RequestError: The function gave too many or too few numbers, or one that is no way.
    """
    if visits.travel is not None:
        return _asked(visits.travel(tuple(names)), len(names))
    if not visits.at:
        return [[0] * len(names) for _ in names]
    points = _flat(visits, names)
    return [[isqrt((x - u) ** 2 + (y - v) ** 2) for u, v in points] for x, y in points]


def _flat(visits: Visits, names: Sequence[str]) -> list[tuple[int, int]]:
    """Points in whole metres; degrees as if the earth were flat between the outermost of them."""
    points = [visits.at[name] for name in names]
    if not visits.degrees:
        return [(round(x), round(y)) for x, y in points]
    latitudes = [latitude for _, latitude in visits.at.values()]
    middle = (min(latitudes) + max(latitudes)) / 2
    east = round(_METRES_A_DEGREE * cos(radians(middle)))
    return [(round(x * east), round(y * _METRES_A_DEGREE)) for x, y in points]


def _asked(told: object, count: int) -> Metres:
    """What the caller's function said, each number looked at."""
    if not _is_square(told, count):
        raise RequestError("visits.travel_shape", names=count)
    rows: Metres = []
    for row in told:  # type: ignore[attr-defined]  # looked at above
        found: list[int | None] = []
        for one in row:
            if one is None:
                found.append(None)
            elif isinstance(one, Real) and 0 <= float(one) <= MOST_METRES:
                found.append(round(float(one)))
            else:
                raise RequestError("visits.travel_number", most=MOST_METRES)
        rows.append(found)
    return rows


def _is_square(told: object, count: int) -> bool:
    if not hasattr(told, "__len__") or len(told) != count:
        return False
    return all(hasattr(row, "__len__") and len(row) == count for row in told)  # type: ignore[attr-defined]  # has a length
