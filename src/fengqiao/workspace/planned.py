"""What a workspace says of work to come: who can work when, a plan, and whether it all fits."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Protocol

from fengqiao.errors import RequestError
from fengqiao.measures.tasks import whole_periods
from fengqiao.model.registry import Registers
from fengqiao.packs import Setup
from fengqiao.planning import (
    Burden,
    Capacity,
    DeadlinePlanner,
    DueItem,
    DueWork,
    Plan,
    Planner,
    Posts,
    capacities_of,
    find_burden,
    share_of,
)
from fengqiao.timing import Period, Span, WorkCalendar, advance, working_days

DEADLINE_PLANNER = DeadlinePlanner()
"""The planner that is used where a host names none."""


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
    ) -> DueWork: ...


class PlansWork:
    """The methods of a workspace that look ahead."""

    __slots__ = ()

    def capacities(
        self: _Asked,
        period: str | Period,
        *,
        station: str | None = None,
        as_known: datetime | None = None,
    ) -> tuple[Capacity, ...]:
        """Who can work when: posts and hours of all staff on the working days of a period.

        Args:
            period: The period asked for.
            station: Only staff with a post at this station; of those with posts at several, the
                part of their hours that this station gets.
            as_known: Only what was known by this moment; None: everything.

        Returns:
            One for each member of staff; without days where the configuration states no hours.

        Raises:
            PeriodError: The period can't be read.
            CalendarUnpublished: It is not yet settled which of its days are worked.
        """
        span = _period(period).span
        working_days(span, self.calendar)
        posts = Posts.read(self.registers(span, as_known=as_known))
        return _capacities(posts, span, self, station)

    def plan(
        self: _Asked,
        period: str | Period,
        *,
        on: date | None = None,
        station: str | None = None,
        staff: str | None = None,
        as_known: datetime | None = None,
        planner: Planner = DEADLINE_PLANNER,
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
            planner: Places the work; the default says in its description how.

        Returns:
            A plan in which each unit is placed, or unplaced with its reason.

        Raises:
            PeriodError: The period can't be read.
            CalendarUnpublished: It is not yet settled which of its days are worked.
            RequestError: There is no such station or officer.
        """
        asked = _period(period)
        working_days(asked.span, self.calendar)
        if staff is not None:
            registers = self.registers(asked.span, as_known=as_known)
            station = _station_of(staff, Posts.read(registers), asked.span, station)
        day = _eve(asked) if on is None else on
        work = self.due(asked, on=day, station=station, as_known=as_known)
        items = tuple(work)
        capacities = _capacities(work.posts, _reach(asked.span, items), self, station)
        plan = planner.plan(items, capacities, period=asked, on=day)
        return plan if staff is None else plan.of(staff)

    def burden(
        self: _Asked,
        period: str | Period,
        *,
        station: str | None = None,
        as_known: datetime | None = None,
    ) -> Burden:
        """Hours that each entry asks of each officer and month, against the hours there are.

        Args:
            period: The period asked for.
            station: Only what subjects of this station owe, against the hours that it has.
            as_known: Only what was known by this moment; None: everything.

        Returns:
            Demand as if nothing was done yet; entries whose duration nobody stated are listed.

        Raises:
            PeriodError: The period can't be read.
            CalendarUnpublished: It is not yet settled which of its days are worked.
            RequestError: There is no such station.
        """
        asked = _period(period)
        working_days(asked.span, self.calendar)
        work = self.due(asked, on=_eve(asked), station=station, as_known=as_known)
        items = tuple(work)
        capacities = _capacities(
            work.posts, whole_periods(self.setup.rules, asked.span), self, station
        )
        return find_burden(items, capacities, period=asked, calendar=self.calendar)


def _period(period: str | Period) -> Period:
    return period if isinstance(period, Period) else Period.parse(str(period))


def _eve(period: Period) -> date:
    """The day before a period: on it, nothing of the period is done yet."""
    return advance(period.first, -1, "day")


def _reach(span: Span, items: Iterable[DueItem]) -> Span:
    """All days that a plan looks at: its own, and those left for what it need not finish."""
    lasts = [item.window.last for item in items if item.open]
    return Span(span.first, max([span.last, *lasts]))


def _capacities(
    posts: Posts, span: Span, asked: _Asked, station: str | None
) -> tuple[Capacity, ...]:
    found = capacities_of(posts, span, asked.setup.config.hours, asked.calendar)
    if station is None:
        return found
    here = (one for one in found if any(post.station == station for post in one.posts))
    return tuple(share_of(one, station) for one in here)


def _station_of(staff: str, posts: Posts, span: Span, station: str | None) -> str | None:
    """The station whose plan holds an officer's; None: that of all stations.

    Raises:
        RequestError: Nobody of this id holds a post in the period, or none at the station given.
    """
    held = {post.station for post in posts.all if post.staff == staff and post.holds_in(span)}
    if not held or (station is not None and station not in held):
        raise RequestError("request.no_staff")
    return station or (held.pop() if len(held) == 1 else None)
