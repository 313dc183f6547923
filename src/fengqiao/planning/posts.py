"""Who may do an item: staff by their posts at a room, in an area or at a station."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import field, frozen

from fengqiao.model import lies_in
from fengqiao.model.references import register_of
from fengqiao.model.registry import NEVER, Registers
from fengqiao.timing import Span

_PLACES = {"room": "police_room", "beat": "beat", "grid": "grid", "post": "police_post"}
"""Columns of an assignment that bind it to one place, and the registers of those places."""


@frozen(kw_only=True)
class Post:
    """One assignment of one officer.

    Attributes:
        places: Where it binds the officer to one place: column and id of a room, grid or post.
        area: The community or village served, or that of the place; None for a whole station.
        since, until: First and last day, both included.

    Units:
        since, until: ordinals
    """

    staff: str
    role: str
    station: str
    area: str | None
    places: tuple[tuple[str, str], ...]
    since: int
    until: int

    def holds_in(self, span: Span) -> bool:
        """Whether it holds on at least one day of a span."""
        return self.since <= span.last.toordinal() and span.first.toordinal() <= self.until


@frozen
class Posts:
    """All assignments, and who of them may do what is owed for a subject."""

    all: tuple[Post, ...]
    fitting: dict[tuple[str, str, tuple[str, ...]], tuple[Post, ...]] = field(
        factory=dict, eq=False, repr=False
    )

    @classmethod
    def read(cls, registers: Registers) -> Posts:
        """The assignments of registers, in their order."""
        table = registers.table("assignment")
        names = [name for name in _PLACES if name in table.columns]
        seats = {
            (name, place): area
            for name in names
            for place, area in registers.table(_PLACES[name]).rows(name, "area")
        }
        columns = ("staff", "role", "station", "area", "since", "until", *names)
        return cls(tuple(_post(names, row, seats) for row in table.rows(*columns)))

    def able(
        self, kind: str, subject: str, *, area: str, station: str | None, who: tuple[str, ...]
    ) -> tuple[Post, ...]:
        """Posts whose holders may do what is owed for a subject, in the order of the register.

        A post at a room, grid or police post counts for that one alone; one in an area, be it a
        community or a whole town, for whatever lies in it; one at a station for all that the
        station serves. Of staff it is the
        subject itself.

        Args:
            kind: Kind of the subject.
            subject: Its id.
            area: Its area code.
            station: Its station, where it has one.
            who: Roles that may do it.
        """
        key = (kind, subject, who)
        if key not in self.fitting:
            register, column = register_of(kind)
            self.fitting[key] = tuple(
                post
                for post in self.all
                if post.role in who
                and (
                    post.staff == subject
                    if register == "assignment"
                    else _fits(post, column, subject, area, station)
                )
            )
        return self.fitting[key]


def staff_of(posts: Iterable[Post], span: Span) -> tuple[str, ...]:
    """Those who hold one of the posts on at least one day of a span, by id."""
    return tuple(sorted({post.staff for post in posts if post.holds_in(span)}))


def _post(names: Sequence[str], row: tuple[Any, ...], seats: Mapping[tuple[str, str], str]) -> Post:
    staff, role, station, area, since, until, *where = row
    places = tuple((name, one) for name, one in zip(names, where, strict=True) if one)
    seated = (seats[place] for place in places if place in seats)
    return Post(
        staff=staff,
        role=role,
        station=station,
        area=area or next(seated, None),
        places=places,
        since=since,
        until=NEVER if until is None else until,
    )


def _fits(post: Post, column: str, subject: str, area: str, station: str | None) -> bool:
    if column == "station":
        return post.station == subject
    if column == "area" and post.area is not None:
        return lies_in(post.area, subject) or lies_in(subject, post.area)
    named = dict(post.places).get(column)
    if named is not None:
        return named == subject
    if post.area is not None:
        return bool(area) and lies_in(area, post.area)
    return station is not None and post.station == station
