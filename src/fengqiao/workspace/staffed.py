"""What a workspace says of its staff: time taken from them, and how many posts the work needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Protocol

from fengqiao.judging import Finding, Findings
from fengqiao.model.registry import Registers
from fengqiao.packs import Setup
from fengqiao.planning import (
    Abstractions,
    Away,
    BarredAbsence,
    Burden,
    Capacity,
    Need,
    Posts,
    capacities_of,
    find_abstractions,
    find_barred,
    find_need,
)
from fengqiao.planning.away import check_away
from fengqiao.planning.needing import STAFFING_KEYS
from fengqiao.rules import Norm
from fengqiao.store import Store
from fengqiao.timing import Period, Span, WorkCalendar
from fengqiao.workspace.planned import require_station
from fengqiao.workspace.responsible import Responsible, find_responsible


class _Asked(Protocol):
    """What these methods need of the workspace that they belong to."""

    @property
    def setup(self) -> Setup: ...

    @property
    def store(self) -> Store: ...

    @property
    def calendar(self) -> WorkCalendar: ...

    def registers(self, span: Span, *, as_known: datetime | None = None) -> Registers: ...

    def capacities(
        self,
        period: str | Period,
        *,
        station: str | None = None,
        as_known: datetime | None = None,
        away: Iterable[Away] = (),
    ) -> tuple[Capacity, ...]: ...

    def burden(
        self,
        period: str | Period,
        *,
        station: str | None = None,
        as_known: datetime | None = None,
        away: Iterable[Away] = (),
    ) -> Burden: ...

    def check(
        self,
        period: str | Period,
        *,
        on: date | None = None,
        station: str | None = None,
        area: str | None = None,
        entry: str | None = None,
        as_known: datetime | None = None,
    ) -> Findings: ...


class CountsStaff:
    """The methods of a workspace about time and posts of staff."""

    __slots__ = ()

    def responsible(
        self: _Asked,
        kind: str,
        subject: str,
        *,
        on: date,
        as_known: datetime | None = None,
    ) -> tuple[Responsible, ...]:
        """Who was responsible for a grid, a room or an area on a day.

        A post at a grid, a room, a beat or a police post counts for that one alone; a post in an
        area for whatever lies in it, and for the area itself posts within it are told, too; a post
        without either for all that its station serves.

        Args:
            kind: `grid`, `beat`, `police_room`, `police_post`, `premises` or `area`.
            subject: Its id on the register; of an area its code.
            on: The day.
            as_known: Only what was known by this moment; None: everything.

        Returns:
            Posts that were held on that day: first those at the place itself, then those of ever
            larger areas, then those of the station.

        Raises:
            RequestError: There is no such register, or nothing of this id stood on it that day.
        """
        return find_responsible(self.store, kind, subject, on=on, as_known=as_known)

    def abstractions(
        self: _Asked,
        period: str | Period,
        *,
        station: str | None = None,
        as_known: datetime | None = None,
    ) -> Abstractions:
        """Time for which staff were called away, by kind, who ordered it and exception.

        Args:
            period: The period asked for; a tasking belongs to the day on which it began.
            station: Only staff with a post at this station.
            as_known: Only what was known by this moment; None: everything.

        Returns:
            Recorded taskings summed up, each with the entries that bar it. Where it is not settled
            which days are worked, it is not said how much of them lay in hours.

        Raises:
            PeriodError: The period can't be read.
            RequestError: There is no such station.
        """
        asked = period if isinstance(period, Period) else Period.parse(str(period))
        require_station(self.registers, asked.span, station, as_known)
        posts = Posts.read(self.registers(asked.span, as_known=as_known))
        staff = capacities_of(posts, asked.span, self.setup.config.hours, self.calendar)
        if station is not None:
            staff = tuple(one for one in staff if any(p.station == station for p in one.posts))
        return find_abstractions(
            self.setup.rules,
            staff,
            self.store.rows("tasking", during=asked.span, as_known=as_known),
            period=asked,
            zone=self.store.zone,
            calendar=self.calendar,
        )

    def barred_absences(
        self: _Asked,
        period: str | Period,
        away: Iterable[Away],
        *,
        as_known: datetime | None = None,
    ) -> tuple[BarredAbsence, ...]:
        """Absences that say for what somebody is called away, where an entry bars that.

        Nothing is planned on these days all the same: it is for whoever gives orders to see.

        Args:
            period: The period that is planned; absences outside it are skipped.
            away: Leave and deployment, as for `plan`.
            as_known: Only what was known by this moment; None: everything.

        Raises:
            PeriodError: The period can't be read.
            RequestError: An absence can't be.
        """
        asked = period if isinstance(period, Period) else Period.parse(str(period))
        rules = self.setup.rules
        posts = Posts.read(self.registers(asked.span, as_known=as_known)).all
        gone = check_away(away, (post.staff for post in posts), rules.catalogue)
        inside = (one for one in gone if one.span.overlaps(asked.span))
        return find_barred(rules, posts, inside)

    def need(
        self: _Asked,
        period: str | Period,
        *,
        station: str | None = None,
        as_known: datetime | None = None,
        away: Iterable[Away] = (),
    ) -> Need:
        """Posts that the work of a period needs, against those held and 1+2+N.

        Args:
            period: The period asked for.
            station: Only what subjects of this station owe, against its posts.
            as_known: Only what was known by this moment; None: everything.
            away: Leave and deployment: a post is not filled then.

        Returns:
            By roles: the minutes of the burden times the relief factor of the configuration,
            divided by what one post gives; nothing is guessed where no factor is stated.

        Raises:
            PeriodError: The period can't be read.
            CalendarUnpublished: It is not yet settled which of its days are worked.
            RequestError: There is no such station, or an absence can't be.
        """
        gone = tuple(away)
        burden = self.burden(period, station=station, as_known=as_known, away=gone)
        config = self.setup.config
        return find_need(
            burden,
            self.capacities(burden.period, station=station, as_known=as_known, away=gone),
            hours=config.hours,
            relief=config.relief,
            calendar=self.calendar,
            rooms=tuple(_rooms(self, burden.period, station, as_known)),
        )


def _rooms(
    asked: _Asked, period: Period, station: str | None, as_known: datetime | None
) -> Iterator[Finding]:
    """Findings on the staff of rooms, entry by entry."""
    entries = {
        entry.id
        for pack in asked.setup.rules.packs.values()
        for entry in pack.entries
        if isinstance(entry, Norm) and entry.key in STAFFING_KEYS
    }
    for entry in sorted(entries):
        found = asked.check(period, station=station, entry=entry, as_known=as_known)
        last = max((one.period for one in found), default="")
        yield from (one for one in found if one.period == last)
