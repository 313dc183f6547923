"""The plans of all stations, each for itself, one after the other or side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import Executor
from datetime import date, datetime
from typing import Protocol

from attrs import frozen

from fengqiao.model.registry import Registers
from fengqiao.packs import Setup
from fengqiao.planning import (
    Away,
    Capacity,
    DeadlinePlanner,
    DueItem,
    Plan,
    Planner,
    RoundsPlanner,
    Venue,
    Visits,
)
from fengqiao.planning.rounds import ITERATIONS, RoundsSolver, solve_rounds
from fengqiao.planning.venues import check_venues
from fengqiao.timing import Period, Span, WorkCalendar, advance, working_days


class _Asked(Protocol):
    """What this method needs of the workspace that it belongs to."""

    @property
    def setup(self) -> Setup: ...

    @property
    def calendar(self) -> WorkCalendar: ...

    def registers(self, span: Span, *, as_known: datetime | None = None) -> Registers: ...

    def plan_input(
        self,
        period: Period,
        *,
        on: date,
        station: str | None,
        as_known: datetime | None,
        away: Iterable[Away],
    ) -> tuple[tuple[DueItem, ...], tuple[Capacity, ...]]: ...


@frozen(kw_only=True)
class _Task:
    """One station's work, as plain values that another process can be given."""

    station: str
    items: tuple[DueItem, ...]
    capacities: tuple[Capacity, ...]
    planner: Planner
    period: Period
    on: date


class PlansStations:
    """The method of a workspace that plans all stations."""

    __slots__ = ()

    def plan_stations(
        self: _Asked,
        period: str | Period,
        *,
        on: date | None = None,
        as_known: datetime | None = None,
        visits: Mapping[str, Visits] | None = None,
        away: Iterable[Away] = (),
        venues: Iterable[Venue] = (),
        solver: RoundsSolver = solve_rounds,
        seed: int = 0,
        iterations: int = ITERATIONS,
        executor: Executor | None = None,
    ) -> dict[str, Plan]:
        """Plan every station for itself, as `plan(station=...)` does.

        Args:
            period: The days to plan.
            on: The day up to and including which facts are counted; by default the day before the
                period.
            as_known: Only what was known by this moment; None: everything.
            visits: Whom to visit, by station; nothing of it is kept.
            away: Leave and deployment.
            venues: Rooms that meetings need for themselves. Each station plans for itself: what
                two stations do in one room must be planned without a station.
            solver: Chooses days and order of visits.
            seed: The same facts, visits, seed and iterations give the same plans.
            iterations: How much the solver is to try for each station.
            executor: Where the planning runs, such as a `ProcessPoolExecutor`; None: here, one
                station after the other. The plans are the same. Facts are read here in any case.

        Returns:
            Plans by station, of all stations on the register on a day of the period.

        Raises:
            PeriodError: The period can't be read.
            CalendarUnpublished: It is not yet settled which of its days are worked.
            RequestError: Visits, absences or venues can't be.
        """
        asked = period if isinstance(period, Period) else Period.parse(str(period))
        working_days(asked.span, self.calendar)
        day = advance(asked.first, -1, "day") if on is None else on
        registers = self.registers(asked.span, as_known=as_known)
        rows = registers.rows_in("station", asked.span)
        stations = registers.table("station")["station"]
        gone, wanted, rooms = tuple(away), visits or {}, check_venues(venues)
        tasks = []
        for station in sorted({str(stations[row]) for row in rows}):
            items, capacities = self.plan_input(
                asked, on=day, station=station, as_known=as_known, away=gone
            )
            planner: Planner = DeadlinePlanner(venues=rooms)
            if station in wanted:
                planner = RoundsPlanner(
                    visits=wanted[station],
                    pace=self.setup.config.pace or 0,
                    solver=solver,
                    seed=seed,
                    iterations=iterations,
                    venues=rooms,
                )
            tasks.append(
                _Task(
                    station=station,
                    items=items,
                    capacities=capacities,
                    planner=planner,
                    period=asked,
                    on=day,
                )
            )
        made = executor.map(_planned, tasks) if executor else map(_planned, tasks)
        return dict(zip((task.station for task in tasks), made, strict=True))


def _planned(task: _Task) -> Plan:
    return task.planner.plan(task.items, task.capacities, period=task.period, on=task.on)
