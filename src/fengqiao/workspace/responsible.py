"""Who was responsible for a grid, a room or an area on a day, as it was known then or is today."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from attrs import frozen

from fengqiao.errors import RequestError
from fengqiao.model.references import register_of
from fengqiao.model.registry import NEVER
from fengqiao.planning.posts import Post, Posts
from fengqiao.store import Store
from fengqiao.timing import Span
from fengqiao.workspace.recording import read_registers

PLACES = ("area", "beat", "grid", "police_post", "police_room", "premises")
"""Registers whose facts somebody may be responsible for."""


@frozen(kw_only=True)
class Responsible:
    """A post whose holder was responsible for something.

    Attributes:
        staff: Who held it.
        role: The post.
        by: What it was held at: a column of the register of posts, such as `grid`, `room`,
            `area` or `station`.
        place: The id of that.
        since, until: Its first and last day; None: it had no end.
    """

    staff: str
    role: str
    by: str
    place: str
    since: date
    until: date | None

    def to_json(self) -> dict[str, Any]:
        """As plain data."""
        return {
            "staff": self.staff,
            "role": self.role,
            "by": self.by,
            "place": self.place,
            "since": self.since.isoformat(),
            "until": None if self.until is None else self.until.isoformat(),
        }


def find_responsible(
    store: Store, kind: str, subject: str, *, on: date, as_known: datetime | None = None
) -> tuple[Responsible, ...]:
    """Posts whose holders were responsible; see `Workspace.responsible`."""
    if kind not in PLACES:
        raise RequestError("request.no_place_kind", known=PLACES)
    if type(on) is not date:
        raise RequestError("request.day")
    day = Span.day(on)
    registers = read_registers(store, day, as_known=as_known)
    _, column = register_of(kind)
    table = registers.table(kind)
    if subject not in table[column]:
        raise RequestError("request.not_on_register", kind=kind, day=on.isoformat())
    row = list(table[column]).index(subject)
    area = table["area"][row]
    station = table["station"][row] if "station" in table.columns else None
    posts = Posts.read(registers)
    roles = tuple(sorted({post.role for post in posts.all}))
    able = posts.able(kind, subject, area=area, station=station, who=roles)
    held = [post for post in able if post.holds_in(day)]
    held.sort(key=lambda post: _nearness(post, column, subject))
    return tuple(_told(post, column, subject) for post in held)


def _told(post: Post, column: str, subject: str) -> Responsible:
    if (column, subject) in post.places:
        by, place = column, subject
    elif column == "area" and post.places:
        by, place = post.places[0]
    elif post.area is not None:
        by, place = "area", post.area
    else:
        by, place = "station", post.station
    return Responsible(
        staff=post.staff,
        role=post.role,
        by=by,
        place=place,
        since=date.fromordinal(post.since),
        until=None if post.until == NEVER else date.fromordinal(post.until),
    )


def _nearness(post: Post, column: str, subject: str) -> tuple[object, ...]:
    """Posts at the place itself come first, then those of ever larger areas, then the station's."""
    is_own = (column, subject) in post.places
    return not is_own, -len(post.area or ""), post.staff, post.role, post.since
