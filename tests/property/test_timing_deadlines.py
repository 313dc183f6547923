"""Deadlines against a slow model: days and minutes ticked off one by one, no code shared."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from fengqiao.timing import (
    CN_CALENDAR,
    Clock,
    ClockEvent,
    CountedSpan,
    CountingRule,
    Deadline,
    Exclusion,
    Extension,
    ExtensionRule,
    Hold,
    Length,
    OpenHours,
    deadline,
    overdue,
    run_clock,
)

ZONE = ZoneInfo("Asia/Shanghai")
DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
HOURS = ((540, 720), (840, 1080))
OFFICE = OpenHours(on_working_days=HOURS)
DAYS = st.dates(date(2024, 1, 1), date(2025, 6, 30))
RESTS = ("statutory", "exchanged_rest")


@st.composite
def day_spans(draw: st.DrawFn) -> list[Exclusion]:
    """Up to three spans of whole days that are left out; they may overlap."""
    starts = draw(st.lists(DAYS, max_size=3))
    return [
        Exclusion(reason="expert", begins=first, ends=first + draw(st.integers(0, 40)) * DAY)
        for first in starts
    ]


def out(day: date, spans: list[Exclusion], reading: str) -> bool:
    """Whether a day is left out: whole days are touched and filled alike."""
    return any(
        span.begins + (DAY if reading == "after_first" else 0 * DAY) <= day <= span.ends
        for span in spans
    )


def month_after(day: date, months: int) -> int:
    """Days to the corresponding day some months later, found by trying each day."""
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    found = day
    while (found.year, found.month) != (year, month):
        found += DAY
    while (found + DAY).month == month and found.day < day.day:
        found += DAY
    return (found - day).days


def ticked(
    start: date, amount: int, spans: list[Exclusion], reading: str, *, working: bool
) -> date:
    """The last day, by ticking off one day after another."""
    day = start
    while amount:
        day += DAY
        if out(day, spans, reading) or (working and not CN_CALENDAR.is_working_day(day)):
            continue
        amount -= 1
    return day


def moved(day: date, *, weekends: bool) -> date:
    """The last day after a rest, by looking at each day around it."""
    rest = [day] if not CN_CALENDAR.is_working_day(day) else []
    while rest and not CN_CALENDAR.is_working_day(rest[-1] + DAY):
        rest.append(rest[-1] + DAY)
    while rest and not CN_CALENDAR.is_working_day(rest[0] - DAY):
        rest.insert(0, rest[0] - DAY)
    kinds = {CN_CALENDAR.kind(one) for one in rest}
    holiday = bool(kinds & set(RESTS))
    return rest[-1] + DAY if holiday or (rest and weekends) else day


def rule(
    reading: str, *, weekends: bool, hours: str = "always", first: str = "moment"
) -> CountingRule:
    """A rule with nothing left open."""
    return CountingRule(
        id="r",
        rolls_on=RESTS,
        weekends="roll" if weekends else "stay",
        excluded_days=reading,
        extended_from="period",
        hours_run=hours,
        first_hour=first,
    )


READINGS = st.sampled_from(["touched", "whole", "after_first"])


@given(
    start=DAYS,
    count=st.integers(1, 90),
    unit=st.sampled_from(["day", "working_day", "week", "month", "year"]),
    spans=day_spans(),
    reading=READINGS,
    weekends=st.booleans(),
)
def test_last_day_is_the_one_ticked_off(
    start: date, count: int, unit: str, spans: list[Exclusion], reading: str, *, weekends: bool
) -> None:
    """The last day of any period is the one that ticking off day by day reaches."""
    count = min(count, {"week": 8, "month": 3, "year": 1}.get(unit, 60))
    end = deadline(
        start,
        Length(count, unit),
        rule(reading, weekends=weekends),
        zone=ZONE,
        calendar=CN_CALENDAR,
        exclusions=spans,
    )
    months = {"month": 1, "year": 12}.get(unit, 0) * count
    amount = month_after(start, months) if months else count * (7 if unit == "week" else 1)
    last = ticked(start, amount, spans, reading, working=unit == "working_day")
    assert end.last_day == moved(last, weekends=weekends)


MOMENTS = st.datetimes(datetime(2025, 9, 20), datetime(2025, 10, 12)).map(  # noqa: DTZ001  local
    lambda at: at.replace(second=0, microsecond=0)
)


def seconds(at: datetime) -> int:
    """Seconds since 1970 of a local moment: China has had one offset since 1991."""
    return int((at - timedelta(hours=8)).replace(tzinfo=UTC).timestamp())


def is_open(at: datetime) -> bool:
    """Whether the office is open in the minute that begins."""
    minute = at.hour * 60 + at.minute
    worked = CN_CALENDAR.is_working_day(at.date())
    return worked and any(first <= minute < last for first, last in HOURS)


@given(
    start=MOMENTS,
    minutes=st.integers(1, 1500),
    holds=st.lists(
        st.tuples(MOMENTS, st.integers(0, 3000), st.sampled_from(["always", "open_hours"])),
        max_size=3,
    ),
    run=st.sampled_from(["always", "open_hours"]),
    first=st.sampled_from(["moment", "next_hour"]),
)
def test_moment_is_the_one_ticked_off(
    start: datetime, minutes: int, holds: list[tuple[datetime, int, str]], run: str, first: str
) -> None:
    """A period in minutes ends where ticking off minute by minute ends."""
    end = deadline(
        seconds(start),
        Length(minutes, "minute"),
        rule("touched", weekends=False, hours=run, first=first),
        zone=ZONE,
        calendar=CN_CALENDAR,
        hours=OFFICE,
        exclusions=[
            Exclusion(
                reason="hold", begins=seconds(at), ends=seconds(at + length * MINUTE), within=within
            )
            for at, length, within in holds
        ],
    )
    at = start
    if first == "next_hour":
        at += MINUTE
        while at.minute:
            at += MINUTE
    left = minutes
    while left:
        held = any(
            begins <= at < begins + length * MINUTE and (within == "always" or is_open(at))
            for begins, length, within in holds
        )
        left -= not held and (run == "always" or is_open(at))
        at += MINUTE
    assert end.due_at == seconds(at)


FULL_HOURS = MOMENTS.map(lambda at: at.replace(minute=0))
HOUR = timedelta(hours=1)
Held = tuple[datetime, int, str]


def left_out(day: date, hold: Held, reading: str) -> bool:
    """Whether a hold leaves a day out, by looking at each of its hours."""
    begins, length, within = hold
    midnight = datetime(day.year, day.month, day.day)  # noqa: DTZ001  local
    hours = [midnight + number * HOUR for number in range(24)]
    matter = [at for at in hours if within == "always" or is_open(at)]
    held = [at for at in matter if begins <= at < begins + length * HOUR]
    if reading == "whole":
        return bool(matter) and held == matter
    return bool(held) and not (reading == "after_first" and day == begins.date())


@given(
    start=FULL_HOURS,
    count=st.integers(1, 12),
    holds=st.lists(
        st.tuples(FULL_HOURS, st.integers(0, 100), st.sampled_from(["always", "open_hours"])),
        max_size=3,
    ),
    reading=READINGS,
    unit=st.sampled_from(["day", "working_day"]),
)
def test_day_is_left_out_as_its_hours_are(
    start: datetime, count: int, holds: list[Held], reading: str, unit: str
) -> None:
    """Which days a hold leaves out is what looking at every hour says."""
    end = deadline(
        seconds(start),
        Length(count, unit),
        rule(reading, weekends=True),
        zone=ZONE,
        calendar=CN_CALENDAR,
        hours=OFFICE,
        exclusions=[
            Exclusion(
                reason="hold", begins=seconds(at), ends=seconds(at + length * HOUR), within=within
            )
            for at, length, within in holds
        ],
    )
    day, left = start.date(), count
    while left:
        day += DAY
        worked = unit == "day" or CN_CALENDAR.is_working_day(day)
        left -= worked and not any(left_out(day, hold, reading) for hold in holds)
    assert end.last_day == moved(day, weekends=True)


def days_of(spans: tuple[CountedSpan, ...]) -> list[date]:
    """Each day that a walk names, in order."""
    return [
        span.first + number * DAY
        for span in spans
        if span.kind in {"first_out", "counted", "skipped", "excluded"}
        for number in range((span.last - span.first).days + 1)
    ]


@given(
    start=DAYS,
    count=st.integers(1, 60),
    unit=st.sampled_from(["day", "working_day"]),
    spans=day_spans(),
    reading=READINGS,
)
def test_spans_name_every_day_once(
    start: date, count: int, unit: str, spans: list[Exclusion], reading: str
) -> None:
    """The spans name each day from the first to the last once, and count as many as were asked."""
    end = deadline(
        start,
        Length(count, unit),
        rule(reading, weekends=False),
        zone=ZONE,
        calendar=CN_CALENDAR,
        exclusions=spans,
    )
    named = days_of(end.spans)
    counted = days_of(tuple(span for span in end.spans if span.kind == "counted"))
    assert named == [start + number * DAY for number in range(len(named))]
    assert len(counted) == count
    assert counted[-1] == named[-1]


def one(start: date, count: int, granted: int = 0, **terms: str) -> Deadline:
    """A period in days, with extensions granted on its first day."""
    return deadline(
        start,
        Length(count, "day"),
        CountingRule(id="r", rolls_on=RESTS),
        zone=ZONE,
        calendar=CN_CALENDAR,
        terms=terms,
        extensions=[Extension(at=start, reason="complex", by="s1")] * granted,
        allowed=ExtensionRule(length=Length(30, "day"), times=2),
    )


@given(start=DAYS, count=st.integers(1, 60), granted=st.integers(0, 2), at=DAYS)
def test_answer_under_open_terms_holds_under_each_reading(
    start: date, count: int, granted: int, at: date
) -> None:
    """Whatever is said while a term is open is true under every value of it."""
    told = overdue(one(start, count, granted), at=at).result
    each = {
        overdue(one(start, count, granted, weekends=rolls, extended_from=way), at=at).result
        for rolls in ("stay", "roll")
        for way in ("period", "end")
    }
    assert told in each | {None}
    assert each == {told} or told is None


@given(start=DAYS, count=st.integers(1, 60), at=st.tuples(DAYS, DAYS).map(sorted))
def test_what_is_overdue_stays_overdue(start: date, count: int, at: list[date]) -> None:
    """Time alone never makes an overdue case timely."""
    end = one(start, count, weekends="roll")
    first, later = (overdue(end, at=day).result for day in at)
    assert later or not first


@given(start=DAYS, count=st.integers(1, 60), granted=st.integers(0, 2))
def test_deadline_is_json(start: date, count: int, granted: int) -> None:
    """A deadline, open or not, is written as JSON with both languages."""
    text = json.dumps(one(start, count, granted).plain())
    assert json.loads(text)["rule"] == "r"


CLOCK = Clock(
    id="case",
    length=Length(30, "day"),
    rule=rule("touched", weekends=True),
    starts={"filed": "x:118"},
    restarts={"failed": "x:185"},
    stops={"decided": "x:118"},
    holds=(Hold(reason="expert", begins="asked", ends="answered"),),
)
KINDS = st.sampled_from(["filed", "failed", "decided", "asked", "answered", "session"])


@given(days=st.lists(DAYS, min_size=1, max_size=12).map(sorted), data=st.data())
def test_walk_of_events_leaves_a_clock_that_agrees_with_itself(
    days: list[date], data: st.DataObject
) -> None:
    """After any events in order the clock stands by the last that started it, and ends after it."""
    events = [ClockEvent(kind=data.draw(KINDS), at=day) for day in days]
    run = run_clock(CLOCK, events, zone=ZONE, calendar=CN_CALENDAR)
    started: ClockEvent | None = None
    stopped = asked = False
    for event in events:
        if event.kind == "failed" or (event.kind == "filed" and (started is None or stopped)):
            started, stopped = event, False
        stopped = stopped or (event.kind == "decided" and started is not None)
        asked = event.kind == "asked" or (asked and event.kind != "answered")
    state = "stopped" if stopped else "held" if asked else "running"
    assert (run.started, run.state) == (started, state if started else "not_started")
    if run.deadline is not None and started is not None:
        last = run.deadline.last_day
        assert last is None or (last - started.at).days >= 30  # type: ignore[operator]  # a day
        assert (last is None) == (run.deadline.reason == "held")
