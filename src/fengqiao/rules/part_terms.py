"""What a part of a sheet leaves open in how it gives points, and the host's values for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve

from fengqiao.rules.entries import Part
from fengqiao.rules.points import EachTime
from fengqiao.rules.values import Exact, Open


def open_points(part: Part) -> tuple[str, ...]:
    """Names under which the host says how a part gives points.

    `points`, for each time; `full`, the full marks of a rating, also where the host names the
    measure and may name a rating.
    """
    rule = part.points
    names = []
    if rule.each_time is not None and isinstance(rule.each_time.points, Open):
        names.append("points")
    may_be_rating = rule.by_share and rule.full is None and isinstance(part.measure, Open)
    if isinstance(rule.full, Open) or may_be_rating:
        names.append("full")
    return tuple(names)


def filled_part(
    part: Part, entry: str, asked: Sequence[str], terms: Mapping[tuple[str, str], object]
) -> Part:
    """A part with what the host says of its points; what it does not say stays open.

    Args:
        part: As the source has it.
        entry: Id of its sheet.
        asked: Packs under which the host may say it, the first before the others.
        terms: What the host filled in, by pack and name.
    """
    rule = part.points
    for name in open_points(part):
        full = ".".join(filter(None, (entry, part.name, name)))
        found = (terms.get((pack, full)) for pack in asked)
        value = next((one for one in found if isinstance(one, Exact)), None)
        if value is None:
            continue
        if name == "full":
            rule = evolve(rule, full=value)
        elif rule.each_time is not None:
            rule = evolve(rule, each_time=EachTime(points=value, floor=rule.each_time.floor))
    return evolve(part, points=rule)


def lacks_points(part: Part, *, is_rating: bool) -> bool:
    """Whether the host has still to say how a part gives points."""
    rule = part.points
    if rule.each_time is not None and isinstance(rule.each_time.points, Open):
        return True
    return is_rating and rule.by_share and not isinstance(rule.full, Exact)
