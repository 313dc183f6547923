"""Due items and capacities to try a planner with: builders with sensible values, and strategies.

Everything is invented: the station ST01, its two communities, and July 2018.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from attrs import evolve
from hypothesis import strategies as st

from fengqiao.planning import Capacity, DueItem, DueKind, Kept, Post
from fengqiao.timing import CN_CALENDAR, Span, working_days

JULY = Span(date(2018, 7, 1), date(2018, 7, 31))
EVE = date(2018, 6, 30)
"""The day before: as of it, all of July is open."""
COMMUNITIES = ("990001001001", "990001001002")
NINE, EIGHT_HOURS = 9 * 60, 8 * 60

_WINDOWS = 31
_WORKING_DAYS = working_days(JULY, CN_CALENDAR)
_STAFF = ("S01", "S02", "S03")
_ROLES = ("community_officer", "community_officer", "community_officer", "officer")
_WHO = (("community_officer",), ("community_officer", "officer"), ("community_officer",), ())


def due_item(open: int = 1, **given: Any) -> DueItem:  # noqa: A002, ANN401  names and fields of a due item
    """A due item: visits of 20 minutes that officer S01 owes in July 2018.

    Args:
        open: How many are open.
        given: Other fields, instead of those.
    """
    item = DueItem(
        id="",
        pack="testtown",
        entry="visits.households",
        kind="visit",
        subject_kind="community_officer",
        subject="S01",
        station="ST01",
        area=COMMUNITIES[0],
        period="2018-07",
        window=JULY,
        due=open,
        done=0,
        open=open,
        minutes=20,
        minutes_from="term",
        who=("community_officer",),
        staff="S01",
        fulfilled_by=(),
        force="must",
        clause=("一",),
        severity="breach",
        reason=None,
    )
    item = evolve(item, **given)
    name = f"{item.pack}:{item.entry}@{item.subject_kind}/{item.subject}:{item.period}"
    return item if item.id else evolve(item, id=name)


def shared_item(open: int = 1, **given: Any) -> DueItem:  # noqa: A002, ANN401  as above
    """A due item that no officer owes alone: a meeting of 2 hours of the first community."""
    meeting = {
        "entry": "meeting.community",
        "kind": "meeting",
        "subject_kind": "community",
        "subject": COMMUNITIES[0],
        "staff": None,
        "minutes": 120,
        "minutes_from": "clause",
        "clause": ("二",),
    }
    return due_item(open, **{**meeting, **given})


def officer(
    staff: str = "S01",
    *,
    days: Iterable[date] | None = None,
    starts: int = NINE,
    minutes: int = EIGHT_HOURS,
    **post: Any,  # noqa: ANN401  fields of a post
) -> Capacity:
    """An officer of the first community who works 8 hours from 9:00 on each working day of July.

    Args:
        staff: Who.
        days: Days with hours, instead of those.
        starts: When each begins, in minutes after midnight.
        minutes: How long each is.
        post: Fields of the post that is held: role, station, area, places, since, until.
    """
    held = {
        "role": "community_officer",
        "station": "ST01",
        "area": COMMUNITIES[0],
        "places": (),
        "since": date(2018, 1, 1).toordinal(),
        "until": date.max.toordinal(),
    }
    worked = _WORKING_DAYS if days is None else days
    return Capacity(
        staff=staff,
        posts=(Post(staff=staff, **{**held, **post}),),
        days=dict.fromkeys(worked, (starts, minutes)),
    )


def windows() -> st.SearchStrategy[Span]:
    """Spans of days of July 2018, short ones as often as long ones."""
    return st.tuples(st.integers(1, _WINDOWS), st.sampled_from((0, 1, 2, 6, _WINDOWS))).map(
        lambda drawn: Span(
            date(2018, 7, drawn[0]), date(2018, 7, min(drawn[0] + drawn[1], _WINDOWS))
        )
    )


def due_items() -> st.SearchStrategy[list[DueItem]]:
    """Lists of due items with ids of their own: owed by one officer, a community or the station."""
    return st.lists(_due_item(), min_size=3, max_size=12).map(
        lambda items: [evolve(one, id=f"{one.id}/{number}") for number, one in enumerate(items)]
    )


@st.composite
def _due_item(draw: st.DrawFn) -> DueItem:
    kinds: tuple[DueKind, ...] = ("meeting", "task", "inspection", "visit", "report")
    given: dict[str, Any] = {
        "kind": draw(st.sampled_from(kinds)),
        "window": draw(windows()),
        "minutes": draw(st.sampled_from((20, 45, 120, 240, 1, 481, None))),
        "reason": draw(st.sampled_from((*[None] * 9, "no_data"))),
        "who": draw(st.sampled_from(_WHO)),
        "in_community": draw(st.booleans()),
    }
    match draw(st.sampled_from(("staff", "community", "station"))):
        case "staff":
            staff = draw(st.sampled_from(_STAFF))
            given |= {"subject": staff, "staff": staff}
        case "community":
            subject = draw(st.sampled_from(COMMUNITIES))
            given |= {"subject_kind": "community", "subject": subject, "area": subject}
            given |= {"staff": None}
        case _:
            given |= {"subject_kind": "station", "subject": "ST01", "staff": None}
    return due_item(draw(st.integers(0, 30)), **given)


@st.composite
def capacities(draw: st.DrawFn) -> list[Capacity]:
    """Three officers: their posts, days and hours differ.

    Hours may stand on days on which the post is not held: a host that makes its own capacities may
    leave them there.
    """
    found = []
    for staff in _STAFF:
        held = draw(st.sampled_from((JULY, None))) or draw(windows())
        away = draw(st.sets(st.sampled_from(_WORKING_DAYS), max_size=8))
        first, last = date(2018, 7, 9), date(2018, 7, 15)
        kept = Kept(
            span=Span(first, last),
            minutes=draw(st.sampled_from((1_200, 300))),
            pack="testtown",
            entry="hours.in_community",
            clause=("三",),
        )
        one = officer(
            staff,
            days=[day for day in _WORKING_DAYS if day not in away],
            starts=draw(st.sampled_from((NINE, 12 * 60, 0))),
            minutes=draw(st.sampled_from((EIGHT_HOURS, 240, 30))),
            role=draw(st.sampled_from(_ROLES)),
            area=draw(st.sampled_from((*COMMUNITIES, None))),
            since=held.first.toordinal(),
            until=held.last.toordinal(),
        )
        found.append(evolve(one, kept=draw(st.sampled_from(((), (kept,))))))
    return found
