"""A plan as calendars: one for each officer and each police room, as `.ics` files hold them."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time
from importlib import import_module
from typing import Any
from urllib.parse import quote

from attrs import frozen

from fengqiao.errors import Lang, RequestError
from fengqiao.papers.clauses import shown_clauses
from fengqiao.papers.texts import say
from fengqiao.papers.titles import block_title, kinds_of_place, names_of
from fengqiao.planning import Placed, Plan
from fengqiao.timing import advance
from fengqiao.workspace import Workspace

_PRODUCT = "-//fengqiao//plan//EN"
_MODULE = "icalendar"
_HOURS = 24


@frozen(kw_only=True)
class _Event:
    """A block with the id that it has in every calendar."""

    block: Placed
    uid: str


@frozen(kw_only=True)
class _Writer:
    """What all calendars of a plan share."""

    icalendar: Any  # the optional dependency, loaded when it is first needed
    workspace: Workspace
    plan: Plan
    names: Mapping[str, str]
    made: datetime
    lang: Lang


def calendars_of(
    workspace: Workspace,
    plan: Plan,
    *,
    made: datetime,
    lang: Lang = "zh",
    names: Mapping[str, str] | None = None,
    staff: Iterable[str] | None = None,
    rooms: Iterable[str] | None = None,
    station: str | None = None,
) -> dict[str, bytes]:
    """A calendar for each officer and each police room of a plan.

    An event keeps its id as long as the same work stands with the same officer on the same day;
    so who subscribes to a calendar sees it change its hour, and not come twice.

    Args:
        workspace: Of the plan: knows entries, places and the time zone.
        plan: What is written.
        made: The moment that is written as that of all events; the same plan, moment, names and
            language give the same bytes.
        lang: `en` or `zh`.
        names: What staff, places and references are called, by id; kept nowhere but in what is
            returned.
        staff: Whose calendars; by default all who hold a post in the period.
        rooms: Of which police rooms; by default all on the register.
        station: Whose plan it is, where it is one station's: by default only its officers and
            rooms. Who also has a post at another station in the period has a calendar of their
            own for each, `staff-W01+ST01.ics`, so that neither station's plan replaces the other.

    Returns:
        Content of each file by name, `staff-W01.ics` and `room-R01.ics`: also where nothing is
        planned, so that an older file is not taken for true.

    Raises:
        RequestError: The moment has no time zone, or icalendar is not installed.
    """
    if made.tzinfo is None:
        raise RequestError("plan.made_naive")
    found = _load()
    if found is None:
        raise RequestError("plan.no_icalendar")
    registers = workspace.registers(plan.period.span)
    writer = _Writer(
        icalendar=found,
        workspace=workspace,
        plan=plan,
        names=names_of(workspace, plan.period.span, lang, names),
        made=made.astimezone(UTC).replace(microsecond=0),
        lang=lang,
    )
    events = list(_events(plan.placed))
    posts = list(registers.table("assignment").rows("staff", "station"))
    if staff is None:
        staff = {one for one, where in posts if station in (None, where)}
    if rooms is None:
        rows = registers.table("police_room").rows("room", "station")
        rooms = {room for room, where in rows if station in (None, where)}
    files = {}
    for one in sorted(set(staff)):
        own = [event for event in events if event.block.staff == one]
        stations = {where for who, where in posts if who == one}
        of = (one,) if station is None or stations <= {station} else (one, station)
        files[_file("staff", *of)] = _calendar(writer, "staff-" + "+".join(of), of, own)
    for one in sorted(set(rooms)):
        there = [event for event in events if event.block.place == one]
        files[_file("room", one)] = _calendar(writer, f"room-{one}", (one,), there)
    return files


def _file(kind: str, *keys: str) -> str:
    """A name that every file system takes and that leads into no other folder."""
    return f"{kind}-{'+'.join(quote(key, safe='') for key in keys)}.ics"


def _load() -> Any:  # noqa: ANN401  a module without types of ours
    try:
        return import_module(_MODULE)
    except ImportError:
        return None


def _events(placed: Iterable[Placed]) -> Iterable[_Event]:
    """Blocks with their ids: of item, officer, day, and which one it is of those on the day."""
    seen: Counter[tuple[str, str, date]] = Counter()
    for block in placed:
        key = (block.item, block.staff, block.day)
        parts = (*map(str, key), str(seen[key]))
        seen[key] += 1
        digest = hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]
        yield _Event(block=block, uid=f"{digest}@fengqiao")


def _calendar(writer: _Writer, file: str, owners: Iterable[str], events: Iterable[_Event]) -> bytes:
    zone = writer.workspace.store.zone
    span = writer.plan.period.span
    calendar = writer.icalendar.Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    called = " · ".join(writer.names.get(owner, owner) for owner in owners)
    name = say("calendar_of", writer.lang, name=called)
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", zone.key)
    calendar.add("uid", hashlib.sha256(file.encode()).hexdigest()[:32] + "@fengqiao")
    calendar.add_component(
        writer.icalendar.Timezone.from_tzid(
            zone.key, first_date=span.first, last_date=advance(span.last, 2, "day")
        )
    )
    for one in events:
        calendar.add_component(_event(writer, one))
    written: bytes = calendar.to_ical()
    return written


def _event(writer: _Writer, one: _Event) -> Any:  # noqa: ANN401  a component of icalendar
    block, lang = one.block, writer.lang
    event = writer.icalendar.Event()
    event.add("uid", one.uid)
    event.add("dtstamp", writer.made)
    event.add("dtstart", _moment(writer, block.day, block.start))
    event.add("dtend", _moment(writer, block.day, block.end))
    event.add("summary", block_title(writer.workspace, block, lang))
    place = writer.names.get(block.place, block.place)
    kinds = kinds_of_place(writer.workspace, block, lang)
    event.add("location", f"{place} · {kinds}" if kinds else place)
    event.add("description", "\n".join(_lines(writer, block)))
    return event


def _lines(writer: _Writer, block: Placed) -> Iterable[str]:
    """Who, how long, why, and whom to visit in which order."""
    yield writer.names.get(block.staff, block.staff)
    length = say("minutes", writer.lang, minutes=block.end - block.start)
    yield f"{length} · {shown_clauses(block.clause, writer.lang)}"
    if block.travel:
        yield say("on_the_way", writer.lang, minutes=block.travel)
    if block.refs:
        yield say("visits", writer.lang)
        for number, ref in enumerate(block.refs, 1):
            yield f"{number}. {writer.names.get(ref, ref)}"


def _moment(writer: _Writer, day: date, minutes: int) -> datetime:
    """A time of a day in the zone of the workspace; midnight at its end is the next day."""
    days, rest = divmod(minutes, _HOURS * 60)
    at = time(rest // 60, rest % 60)
    return datetime.combine(advance(day, days, "day"), at, tzinfo=writer.workspace.store.zone)
