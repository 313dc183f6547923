"""Who in a synthetic town owes a routine, and who may do it there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from fengqiao.model import Assignment, area_level
from fengqiao.simulate.routines import Routine
from fengqiao.simulate.town import Town


@frozen(kw_only=True)
class Bearer:
    """One subject that owes a routine: where that is, and the posts whose holders may do it."""

    subject: str
    station: str
    area: str
    room: str | None = None
    post: str | None = None
    grid: str | None = None
    posts: tuple[Assignment, ...]

    def able_on(self, day: date) -> list[Assignment]:
        """Posts that are held on a day."""
        return [post for post in self.posts if holds(post, day)]


def holds(post: Assignment, day: date) -> bool:
    """Whether a post is held on a day."""
    return post.since <= day <= (post.until or day)


def bearers(town: Town, routine: Routine) -> Iterator[Bearer]:
    """All subjects of a town that owe a routine and have somebody to do it."""
    for kind in routine.each:
        for bearer in _of_kind(town, kind, routine.who):
            if bearer.posts:
                yield bearer


def _of_kind(town: Town, kind: str, who: tuple[str, ...]) -> Iterator[Bearer]:
    if kind in ("community", "village"):
        for code, station in sorted(town.served_by.items()):
            if area_level(code) == kind:
                posts = _able(town.posts_in.get(code, ()), who)
                yield Bearer(subject=code, station=station, area=code, posts=posts)
    elif kind == "police_room":
        for room in town.rooms:
            yield Bearer(
                subject=room.room,
                station=room.station,
                area=room.area,
                room=room.room,
                posts=_able(town.posts_at.get(room.room, ()), who),
            )
    elif kind == "grid":
        for grid in town.grids:
            able = _able(town.posts_in.get(grid.area, ()), who)
            own = tuple(post for post in able if post.grid == grid.grid)
            yield Bearer(
                subject=grid.grid,
                station=grid.station,
                area=grid.area,
                grid=grid.grid,
                posts=own or able,
            )
    elif kind == "station":
        for one in town.stations:
            posts = _able(town.posts_of.get(one.station, ()), who)
            yield Bearer(subject=one.station, station=one.station, area=one.area, posts=posts)
    elif kind == "police_post":
        yield from _police_posts(town, who)
    else:
        yield from _staff(town, kind)


def _police_posts(town: Town, who: tuple[str, ...]) -> Iterator[Bearer]:
    """Police posts: those who belong to one come first, else those of its station."""
    for one in town.police_posts:
        able = _able(town.posts_of.get(one.station, ()), who)
        own = tuple(post for post in able if post.post == one.post)
        posts = own or tuple(post for post in able if post.post is None)
        yield Bearer(
            subject=one.post, station=one.station, area=one.area, post=one.post, posts=posts
        )


def _staff(town: Town, role: str) -> Iterator[Bearer]:
    """Staff of a role, each for themselves."""
    for post in sorted(_able(town.posts, (role,)), key=lambda one: one.staff):
        if post.area is not None:
            yield Bearer(
                subject=post.staff,
                station=post.station,
                area=post.area,
                room=post.room,
                posts=(post,),
            )


def _able(posts: tuple[Assignment, ...], who: tuple[str, ...]) -> tuple[Assignment, ...]:
    return tuple(post for post in posts if post.role in who)
