"""The law under which a case is handled, and cases as they stand on a day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from itertools import compress, takewhile
from typing import Any
from zoneinfo import ZoneInfo

from attrs import evolve, frozen

from fengqiao.casework import REPLAY_COLUMNS, CaseState, Law, folded, replay, steps_of
from fengqiao.casework.around import links_of
from fengqiao.casework.law import Post, Posts
from fengqiao.errors import CaseError
from fengqiao.model import Table
from fengqiao.packs import Setup
from fengqiao.rules import Chain, Procedure
from fengqiao.rules.catalogue_procedures import TAKEN_BY_ROLE
from fengqiao.store import Store
from fengqiao.timing import OpenHours, Span, WorkCalendar
from fengqiao.timing.days import FIRST_DAY
from fengqiao.timing.hours import moment

Step = Mapping[str, Any]

_DAY_MINUTES = 1440
_OF_COMMITTEE = ("committee", "mediator")


def law_at(
    setup: Setup,
    area: str | None,
    *,
    zone: ZoneInfo,
    calendar: WorkCalendar,
    hours: OpenHours | None = None,
) -> Law:
    """The law that speaks for a case of an area.

    Args:
        setup: Packs and the host's terms.
        area: Area code that the case belongs to, where a step names one.
        zone: Whose midnight counts.
        calendar: Says which days are worked.
        hours: When the bodies that handle cases are open.

    Returns:
        The law of the area's pack and its parents. Where no area is named it is that of the only
        place; among several places, and outside of them, that of packs which speak for no place.
    """
    rules = setup.rules
    found = rules.chain_at(area) if area else None
    if found is None and area is None and len(rules.chains) == 1:
        found = rules.chains[0]
    national = tuple(pack for _, pack in sorted(rules.packs.items()) if not pack.areas)
    chain = found or Chain(national)
    return Law(rules=rules, chain=chain, zone=zone, calendar=calendar, hours=hours)


def law_around(
    law: Law,
    store: Store,
    steps: Sequence[Step],
    *,
    until: int | None = None,
    as_known: datetime | None = None,
) -> Law:
    """A law that knows who holds which post, and where other cases were handed on.

    Args:
        law: The law.
        store: Where posts and cases are.
        steps: Steps of a case; other cases are read only where one of these names another.
        until: Only what other cases say up to this moment; None: everything.
        as_known: Only what was known by this moment; None: everything.

    Units:
        until: seconds since 1970-01-01T00:00Z
    """
    days = [date.fromordinal(step["day"]) for step in steps]
    span = Span(min(days), max(days))
    links: Mapping[str, frozenset[str]] = {}
    if any(step["other"] is not None for step in steps):
        tables = store.rows("case_event", during=Span(FIRST_DAY, date.max), as_known=as_known)
        every = (step for table in tables for step in steps_of(table))
        links = links_of(step for step in every if until is None or step["at"] <= until)
    return evolve(law, posts=_posts(store, span, as_known), links=links)


def _posts(store: Store, span: Span, as_known: datetime | None) -> Posts | None:
    """Posts by staff id; None where nobody holds one on these days."""
    found: dict[str, list[Post]] = {}
    names = ("staff", "role", "committee", "since", "until")
    table = store.register("assignment", during=span, as_known=as_known)
    for staff, role, committee, since, until in table.rows(*names):
        takes = {*TAKEN_BY_ROLE.get(role, ()), *(_OF_COMMITTEE if committee else ())}
        post = Post(
            since=date.fromordinal(since),
            until=None if until is None else date.fromordinal(until),
            takes=frozenset(takes),
        )
        found.setdefault(staff, []).append(post)
    return found or None


def has_procedures(setup: Setup) -> bool:
    """Whether a pack says how cases are handled."""
    packs = setup.rules.packs.values()
    return any(isinstance(entry, Procedure) for pack in packs for entry in pack.entries)


def area_of(steps: tuple[Step, ...] | list[Step]) -> str | None:
    """The area that a case belongs to: the first that a step names."""
    return next((step["area"] for step in steps if step["area"]), None)


def latest_of(steps: tuple[Step, ...], name: str) -> str | None:
    """What the last step that fills a field says."""
    return next((step[name] for step in reversed(steps) if step[name]), None)


@frozen(kw_only=True)
class HeldCase:
    """A case as a store holds it, folded as far as a procedure knows its steps.

    Attributes:
        case: Its reference.
        steps: All of its steps, in order.
        law: What speaks for it.
        state: How it stands; None where its steps make no case, and `fault` says why.
        fault: Code of the error.
    """

    case: str
    steps: tuple[Step, ...]
    law: Law
    state: CaseState | None = None
    fault: str | None = None


def as_they_stood(steps: Iterable[Step], *, until: int) -> tuple[Step, ...]:
    """Steps of a case up to the first one that had not happened yet.

    One that was dated back counts from the step after which it was recorded.

    Units:
        until: seconds since 1970-01-01T00:00Z
    """
    return tuple(takewhile(lambda step: int(step["at"]) <= until, steps))


def held_cases(
    store: Store,
    setup: Setup,
    *,
    on: date,
    calendar: WorkCalendar,
    hours: OpenHours | None,
    as_known: datetime | None,
    closed: bool = True,
) -> list[HeldCase]:
    """Every case of a store that follows a procedure, as of the end of a day, by reference.

    Args:
        store: Where the steps are.
        setup: Packs and the host's terms.
        on: The day.
        calendar: Says which days are worked.
        hours: As `law_at`.
        as_known: Only what was known by this moment.
        closed: Those too in which no step was left by then. Without them a case that its columns
            say is closed is not read any further.
    """
    if not has_procedures(setup) or on < FIRST_DAY:
        return []

    @cache
    def law_of(area: str | None) -> Law:
        return law_at(setup, area, zone=store.zone, calendar=calendar, hours=hours)

    every = Span(FIRST_DAY, date.max)
    tables = list(store.rows("case_event", during=every, as_known=as_known))
    passed = frozenset[str]() if closed else _closed(tables, on, law_of)
    links = links_of(_naming_others(tables, on))
    posts = _posts(store, Span(FIRST_DAY, on), as_known)
    found: dict[str, list[Step]] = {}
    for table in tables:
        for step in steps_of(_only(table, [case not in passed for case in table["case"]])):
            found.setdefault(step["case"], []).append(step)
    until = moment(on, _DAY_MINUTES, store.zone) - 1
    cases = []
    for case_id, steps in sorted(found.items()):
        ordered = sorted(steps, key=lambda step: int(step["seq"]))
        stood = as_they_stood(ordered, until=until)
        if stood and stood[0]["procedure"] is not None:
            law = evolve(law_of(area_of(stood)), posts=posts, links=links)
            cases.append(_held(case_id, stood, law))
    return cases


def _closed(
    tables: Sequence[Table], on: date, law_of: Callable[[str | None], Law]
) -> frozenset[str]:
    """Cases in which no step was left on a day, as far as their columns say."""
    columns = {name: [cell for table in tables for cell in table[name]] for name in REPLAY_COLUMNS}
    ordinal = on.toordinal()
    days = zip(columns["case"], columns["day"], strict=True)
    went_on = {case for case, day in days if day > ordinal}
    areas = dict(_areas(columns))
    found = replay(columns, law_of)
    return frozenset(
        case
        for case, key, state in zip(found.case, found.procedure, found.state, strict=True)
        if key is not None
        and state is not None
        and case not in went_on
        and is_final(law_of(areas.get(case)).procedure(key), state)
    )


def _areas(columns: Mapping[str, Sequence[Any]]) -> Iterator[tuple[str, str]]:
    """The area of each case that names one; of several the one that a step names first."""
    names = ("case", "seq", "area")
    rows = zip(*(columns[name] for name in names), strict=True)
    named = sorted((row for row in rows if row[2]), key=lambda row: -row[1])
    return ((case, area) for case, _, area in named)


def is_final(procedure: Procedure, state: str) -> bool:
    """Whether no step leads on from a state."""
    return not any(state in move.froms for move in procedure.moves)


def _naming_others(tables: Sequence[Table], on: date) -> Iterator[Step]:
    """Steps up to a day that name another case."""
    ordinal = on.toordinal()
    for table in tables:
        named = zip(table["other"], table["day"], strict=True)
        yield from steps_of(
            _only(table, [other is not None and day <= ordinal for other, day in named])
        )


def _only(table: Table, wanted: Sequence[bool]) -> Table:
    return Table({name: list(compress(cells, wanted)) for name, cells in table.columns.items()})


def _held(case_id: str, steps: tuple[Step, ...], law: Law) -> HeldCase:
    state = None
    fault = None
    try:
        state = folded(case_id, steps, law)
    except CaseError as error:
        fault = error.code
    return HeldCase(case=case_id, steps=steps, law=law, state=state, fault=fault)
