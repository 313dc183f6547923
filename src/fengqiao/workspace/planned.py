"""What a workspace says of work to come: who can work when, a plan, and whether it all fits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Literal, Protocol

from fengqiao.errors import RequestError
from fengqiao.measures.tasks import whole_periods
from fengqiao.model.registry import Registers
from fengqiao.packs import Setup
from fengqiao.planning import (
    Away,
    Burden,
    Capacity,
    DeadlinePlanner,
    DueItem,
    DueWork,
    Pin,
    Plan,
    Planner,
    Posts,
    Replan,
    RoundsPlanner,
    Venue,
    Visits,
    capacities_of,
    find_burden,
    replan,
    share_of,
    take_away,
)
from fengqiao.planning.away import check_away
from fengqiao.planning.keeping import share_kept, with_kept
from fengqiao.planning.plan import Tell
from fengqiao.planning.rounds import ITERATIONS, RoundsSolver, solve_rounds
from fengqiao.planning.venues import check_venues
from fengqiao.planning.visits import without_done
from fengqiao.timing import Period, Span, WorkCalendar, advance, working_days


class _Asked(Protocol):
    """What these methods need of the workspace that they belong to."""

    @property
    def setup(self) -> Setup: ...

    @property
    def calendar(self) -> WorkCalendar: ...

    def registers(self, span: Span, *, as_known: datetime | None = None) -> Registers: ...

    def due(
        self,
        period: str | Period,
        *,
        on: date | None = None,
        station: str | None = None,
        as_known: datetime | None = None,
        away: Iterable[Away] = (),
    ) -> DueWork: ...

    def plan_input(
        self,
        period: Period,
        *,
        on: date,
        station: str | None,
        as_known: datetime | None,
        away: Iterable[Away],
    ) -> tuple[tuple[DueItem, ...], tuple[Capacity, ...]]: ...


class PlansWork:
    """The methods of a workspace that look ahead."""

    __slots__ = ()

    def capacities(
        self: _Asked,
        period: str | Period,
        *,
        on: date | None = None,
        station: str | None = None,
        as_known: datetime | None = None,
        away: Iterable[Away] = (),
    ) -> tuple[Capacity, ...]:
        """Who can work when: posts and hours of all staff on the working days of a period.

        Args:
            period: The period asked for.
            on: The day after which a plan would begin, for the time that is kept of its weeks; by
                default the day before the period.
            station: Only staff with a post at this station; of those with posts at several, the
                part of their hours that this station gets.
            as_known: Only what was known by this moment; None: everything.
            away: Leave and deployment: those days are left out.

        Returns:
            One for each member of staff; without days where the configuration states no hours.

        Raises:
            PeriodError: The period can't be read.
            CalendarUnpublished: It is not yet settled which of its days are worked.
            RequestError: There is no such station, or an absence can't be.
        """
        asked = _period(period)
        working_days(asked.span, self.calendar)
        require_station(self.registers, asked.span, station, as_known)
        posts = Posts.read(self.registers(asked.span, as_known=as_known))
        day = _eve(asked) if on is None else on
        staff = (post.staff for post in posts.all)
        gone = check_away(away, staff, self.setup.rules.catalogue)
        return _capacities(posts, asked.span, self, station, _rest(asked, day), gone)

    def plan(
        self: _Asked,
        period: str | Period,
        *,
        on: date | None = None,
        station: str | None = None,
        staff: str | None = None,
        as_known: datetime | None = None,
        visits: Visits | None = None,
        away: Iterable[Away] = (),
        venues: Iterable[Venue] = (),
        planner: Planner | None = None,
        solver: RoundsSolver = solve_rounds,
        seed: int = 0,
        iterations: int = ITERATIONS,
        stop: Callable[[], bool] | None = None,
        tell: Tell | None = None,
    ) -> Plan:
        """Place what is due on days of staff, within their hours.

        Args:
            period: The days to plan.
            on: The day up to and including which facts are counted, and after which the plan
                begins; by default the day before the period, so that all of it is planned.
            station: Only what subjects of this station owe. Staff with posts at several stations
                give each an equal part of the day, so that no two stations' plans collide.
            staff: Only this officer's part of the plan of the whole station.
            as_known: Only what was known by this moment; None: everything.
            visits: Whom to visit; nothing of it is kept. Without it, a plan only says how many.
            away: Leave and deployment: nothing is planned then, and entries that are prorated ask
                for less.
            venues: Rooms that meetings need for themselves: no two stand in one at the same time.
            planner: Places the work; by default `RoundsPlanner` where there are visits, else
                `DeadlinePlanner`.
            solver: Of the built-in planner: chooses days and order of visits.
            seed: The same facts, visits, seed and iterations give the same plan.
            iterations: How much the solver is to try.
            stop: Asked again and again; once it says so, the best plan so far is taken.
            tell: Of the planner without visits: told how many items were looked at, and of how
                many, such as for a bar.

        Returns:
            A plan in which each unit is placed, or unplaced with its reason.

        Raises:
            PeriodError: The period can't be read.
            CalendarUnpublished: It is not yet settled which of its days are worked.
            RequestError: There is no such station or officer, or visits, absences or venues can't
                be.
        """
        rooms = check_venues(venues)
        if planner is not None and (visits is not None or rooms):
            raise RequestError("plan.asked_twice")
        asked = _period(period)
        working_days(asked.span, self.calendar)
        if staff is not None:
            registers = self.registers(asked.span, as_known=as_known)
            station = _station_of(staff, Posts.read(registers), asked.span, station)
        day = _eve(asked) if on is None else on
        items, capacities = self.plan_input(
            asked, on=day, station=station, as_known=as_known, away=tuple(away)
        )
        if visits is not None:
            planner = RoundsPlanner(
                visits=visits,
                pace=self.setup.config.pace or 0,
                solver=solver,
                seed=seed,
                iterations=iterations,
                stop=stop,
                venues=rooms,
            )
        plan = (planner or DeadlinePlanner(venues=rooms, tell=tell)).plan(
            items, capacities, period=asked, on=day
        )
        return plan if staff is None else plan.of(staff)

    def plan_input(
        self: _Asked,
        period: Period,
        *,
        on: date,
        station: str | None,
        as_known: datetime | None,
        away: Iterable[Away],
    ) -> tuple[tuple[DueItem, ...], tuple[Capacity, ...]]:
        """What is due and who can work when, over all days that a plan of a period looks at.

        Args:
            period: The days to plan.
            on: The day up to and including which facts are counted.
            station: Only what subjects of this station owe.
            as_known: Only what was known by this moment; None: everything.
            away: Leave and deployment.
        """
        gone = tuple(away)
        work = self.due(period, on=on, station=station, as_known=as_known, away=gone)
        items = tuple(work)
        reach, rest = _reach(period.span, items), _rest(period, on)
        return items, _capacities(work.posts, reach, self, station, rest, gone)

    def replan(
        self: _Asked,
        plan: Plan,
        *,
        on: date | None = None,
        station: str | None = None,
        pinned: Iterable[Pin] = (),
        visits: Visits | None = None,
        done: Mapping[str, Iterable[date]] | None = None,
        away: Iterable[Away] = (),
        venues: Iterable[Venue] = (),
        as_known: datetime | None = None,
        seed: int = 0,
        iterations: int = ITERATIONS,
        stop: Callable[[], bool] | None = None,
        tell: Tell | None = None,
    ) -> Replan:
        """Plan again what is still open, with the least change.

        Args:
            plan: The plan before, of the same station.
            on: The day up to and including which facts are counted, and after which anything may
                change; by default as in the plan before.
            station: As the plan before was asked for.
            pinned: What must stay with its officer, on its day and at its hour.
            visits: Whom to visit, as for `plan`; needed where the plan before has references.
            done: Days of visits made meanwhile, by reference: each is wanted once less.
            away: Leave and deployment, all of it, not only what is new.
            venues: Rooms that meetings need for themselves, as for `plan`.
            as_known: Only what was known by this moment; None: everything.
            seed: The same facts, plan and seed give the same plan.
            iterations: How much the solver is to try each time.
            stop: Asked again and again; once it says so, the best so far is taken.
            tell: Told how many blocks and items were looked at, and of how many.

        Returns:
            The new plan, what moved and why, and how much was kept.

        Raises:
            CalendarUnpublished: It is not yet settled which of its days are worked.
            RequestError: Something pinned can't stay; visits, absences, venues or the station can't
                be.
        """
        asked, day = plan.period, plan.on if on is None else on
        working_days(asked.span, self.calendar)
        gone = tuple(away)
        items, capacities = self.plan_input(
            asked, on=day, station=station, as_known=as_known, away=gone
        )
        wanted = visits if visits is None else without_done(visits, done or {})
        return replan(
            plan,
            items,
            capacities,
            on=day,
            pinned=pinned,
            venues=venues,
            visits=wanted,
            pace=self.setup.config.pace or 0,
            seed=seed,
            iterations=iterations,
            stop=stop,
            tell=tell,
        )

    def burden(
        self: _Asked,
        period: str | Period,
        *,
        station: str | None = None,
        by: Literal["month", "week"] = "month",
        as_known: datetime | None = None,
        away: Iterable[Away] = (),
        tell: Tell | None = None,
    ) -> Burden:
        """Hours that each entry asks of each officer and month, against the hours there are.

        Args:
            period: The period asked for.
            station: Only what subjects of this station owe, against the hours that it has.
            by: `week` tells what is asked of officers week by week instead.
            as_known: Only what was known by this moment; None: everything.
            away: Leave and deployment: those days give no hours, others take over what they may,
                and entries that are prorated ask for less.
            tell: Told how many items were looked at, and of how many.

        Returns:
            Demand as if nothing was done yet; entries whose duration nobody stated are listed.

        Raises:
            PeriodError: The period can't be read.
            CalendarUnpublished: It is not yet settled which of its days are worked.
            RequestError: There is no such station, or an absence can't be.
        """
        asked, gone = _period(period), tuple(away)
        working_days(asked.span, self.calendar)
        work = self.due(asked, on=_eve(asked), station=station, as_known=as_known, away=gone)
        items = tuple(work)
        reach = whole_periods(self.setup.rules, asked.span)
        capacities = _capacities(work.posts, reach, self, station, away=gone)
        return find_burden(
            items, capacities, period=asked, calendar=self.calendar, by=by, tell=tell
        )


class _Registers(Protocol):
    """Register facts of some days."""

    def __call__(self, span: Span, *, as_known: datetime | None = None) -> Registers: ...


def require_station(
    registers: _Registers, span: Span, station: str | None, as_known: datetime | None
) -> None:
    """Refuse a station that was on no register since the year before some days.

    Raises:
        RequestError: There is no such station.
    """
    if station is None:
        return
    since = Span(advance(span.first, -1, "year"), span.last)
    if station not in registers(since, as_known=as_known).table("station")["station"]:
        raise RequestError("request.no_station")


def _period(period: str | Period) -> Period:
    return period if isinstance(period, Period) else Period.parse(str(period))


def _eve(period: Period) -> date:
    """The day before a period: on it, nothing of the period is done yet."""
    return advance(period.first, -1, "day")


def _reach(span: Span, items: Iterable[DueItem]) -> Span:
    """All days that a plan looks at: its own, and those left for what it need not finish."""
    lasts = [item.window.last for item in items if item.open]
    return Span(span.first, max([span.last, *lasts]))


def _rest(period: Period, on: date) -> Span | None:
    """The days of a period after a day."""
    first = max(period.first, advance(on, 1, "day"))
    return Span(first, period.last) if first <= period.last else None


def _capacities(  # noqa: PLR0917  whose days, and what is taken out of them
    posts: Posts,
    span: Span,
    asked: _Asked,
    station: str | None,
    rest: Span | None = None,
    away: Iterable[Away] = (),
) -> tuple[Capacity, ...]:
    found = capacities_of(posts, span, asked.setup.config.hours, asked.calendar)
    if station is not None:
        found = tuple(one for one in found if any(p.station == station for p in one.posts))
    if rest is not None:
        found = with_kept(found, asked.setup.rules, rest, asked.calendar)
    if station is not None:
        found = tuple(share_kept(one, share_of(one, station)) for one in found)
    return take_away(found, away)


def _station_of(staff: str, posts: Posts, span: Span, station: str | None) -> str | None:
    """The station whose plan holds an officer's; None: that of all stations.

    Raises:
        RequestError: Nobody of this id holds a post in the period, or none at the station given.
    """
    held = {post.station for post in posts.all if post.staff == staff and post.holds_in(span)}
    if not held or (station is not None and station not in held):
        raise RequestError("request.no_staff")
    return station or (held.pop() if len(held) == 1 else None)
