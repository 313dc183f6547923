"""What happens in the rooms: community meetings, receptions, suggestion boxes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import count
from random import Random

from fengqiao.model import Assignment
from fengqiao.simulate.fieldwork import Row, officers
from fengqiao.simulate.scenario import Scenario
from fengqiao.simulate.town import Town

SESSION = (
    "id",
    "key",
    "station",
    "area",
    "led_by",
    "started_at",
    "ended_at",
    "people",
    "invited",
    "covers",
)
DUTY = ("id", "key", "staff", "station", "area", "room", "started_at", "ended_at")

MEETING_KEY = "meeting.community"
RECEPTION_KEY = "duty.public_reception"
BOX_KEY = "duty.suggestion_box"

_INVITED = ("community_cadre", "grid_worker", "resident_rep")
_REPORT_BACK = "report_back"
_EARLY_DAYS = 5
_MEETING_FROM = 18 * 60 + 30
_RECEPTION_FROM = 8 * 60 + 30
_HALF_DAY = 240
_RECEPTIONS_A_WEEK = 2
_PERCENT = 100


def _holds(post: Assignment, day: date) -> bool:
    return post.since <= day <= (post.until or day)


def sessions(town: Town) -> Iterator[Row]:
    """One meeting a month in each community that has an officer, most of them in order."""
    scenario = town.scenario
    numbers = count(1)
    leaders: dict[str, list[Assignment]] = {}
    for post in officers(town):
        leaders.setdefault(post.area or "", []).append(post)
    days = [day for day in scenario.workdays if day in scenario.month.span]
    for code, posts in sorted(leaders.items()):
        draw = scenario.draw("meeting", code)
        if not days or draw.randrange(_PERCENT) < 4:  # noqa: PLR2004  four in a hundred are left out
            continue
        day = _meeting_day(draw, days)
        leader = next((post for post in posts if _holds(post, day)), None)
        if leader is None:
            continue
        started = scenario.at(day, _MEETING_FROM)
        yield (
            f"S{scenario.month.first:%y%m}-{next(numbers):04}",
            MEETING_KEY,
            leader.station,
            code,
            leader.staff,
            started,
            started + _meeting_minutes(draw) * 60,
            draw.choice((7, 8, 9, 9, 10, 10, 10, 11, 11, 12, 13, 14)),
            _INVITED if draw.randrange(10) else _INVITED[:2],
            _topics(draw, scenario),
        )


def _meeting_day(draw: Random, days: Sequence[date]) -> date:
    early = [day for day in days if day.day <= _EARLY_DAYS] or days[:3]
    return draw.choice(early if draw.randrange(_PERCENT) < 88 else days)  # noqa: PLR2004  most are early


def _meeting_minutes(draw: Random) -> int:
    usual = draw.randrange(_PERCENT) < 86  # noqa: PLR2004  most last two hours or more
    return draw.choice((120, 120, 125, 130, 140, 150) if usual else (75, 90, 100, 115))


def _topics(draw: Random, scenario: Scenario) -> tuple[str, ...]:
    own = sorted(set(scenario.topics) - {_REPORT_BACK})
    taken = draw.sample(own, min(len(own), draw.randint(1, 3)))
    return tuple(taken) if draw.randrange(8) == 0 else (*taken, _REPORT_BACK)


def duties(town: Town) -> Iterator[Row]:
    """Receptions and boxes emptied, room by room and week by week.

    In six rooms of seven nearly every week is in order; in the seventh about three of four.
    """
    scenario = town.scenario
    numbers = count(1)
    for room in town.rooms:
        draw = scenario.draw("duties", room.room)
        care = 98 if draw.randrange(7) else 72
        posts = [p for p in town.posts_at.get(room.room, ()) if p.role == "community_officer"]
        for week in scenario.weeks:
            days = [day for day in scenario.workdays if day in week.span]
            for key, day, minutes in _week(draw, days, care):
                held = [post for post in posts if _holds(post, day)]
                if held and (key == RECEPTION_KEY or room.fittings):
                    started = scenario.at(day, _RECEPTION_FROM)
                    yield (
                        f"D{scenario.month.first:%y%m}-{next(numbers):05}",
                        key,
                        draw.choice(held).staff,
                        room.station,
                        room.area,
                        room.room,
                        started,
                        started + minutes * 60,
                    )


def _week(draw: Random, days: Sequence[date], care: int) -> Iterator[tuple[str, date, int]]:
    """What one room does in one week: key, day and minutes."""
    receptions = _RECEPTIONS_A_WEEK - (draw.randrange(_PERCENT) >= care)
    for day in sorted(draw.sample(days, min(receptions, len(days)))):
        full = draw.randrange(_PERCENT) < care
        yield RECEPTION_KEY, day, _HALF_DAY if full else draw.choice((120, 180, 210))
    if days and draw.randrange(_PERCENT) < care:
        yield BOX_KEY, draw.choice(days[:2]), 5
