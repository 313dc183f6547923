"""The registers of a synthetic town as columns, in the order in which they refer to each other."""

from __future__ import annotations

from collections.abc import Iterator

from fengqiao.model import columns_of
from fengqiao.simulate.scenario import Batch
from fengqiao.simulate.town import Town


def simulate_registers(town: Town) -> Iterator[Batch]:
    """Register facts of a town, one batch a kind.

    Returns:
        Areas, bodies, stations, police posts, facilities, teams, premises, rooms, grids,
        committees and posts; kinds of which the town has none are left out.
    """
    groups = (
        town.areas,
        town.bodies,
        town.stations,
        town.police_posts,
        town.facilities,
        town.teams,
        town.premises,
        town.rooms,
        town.grids,
        town.committees,
        town.posts,
    )
    for group in groups:
        if group:
            kind, columns = columns_of(group)
            yield Batch(kind.name, columns, town.scenario.opens_at)
