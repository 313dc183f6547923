"""The law under which a case is handled, and cases as they stand on a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from attrs import evolve, frozen

from fengqiao.casework import CaseState, Law, advanced, steps_of
from fengqiao.casework.around import links_of
from fengqiao.casework.law import Post, Posts
from fengqiao.errors import CaseError
from fengqiao.packs import Setup
from fengqiao.rules import Chain, Procedure
from fengqiao.rules.catalogue_procedures import TAKEN_BY_ROLE
from fengqiao.store import Store
from fengqiao.timing import OpenHours, Span, WorkCalendar
from fengqiao.timing.days import FIRST_DAY

Step = Mapping[str, Any]

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


def law_around(law: Law, store: Store, steps: Sequence[Step]) -> Law:
    """A law that knows who holds which post, and where other cases were handed on.

    Args:
        law: The law.
        store: Where posts and cases are.
        steps: Steps of a case; other cases are read only where one of these names another.
    """
    days = [date.fromordinal(step["day"]) for step in steps]
    span = Span(min(days), max(days))
    links: Mapping[str, frozenset[str]] = {}
    if any(step["other"] is not None for step in steps):
        tables = store.rows("case_event", during=Span(FIRST_DAY, date.max))
        links = links_of(step for table in tables for step in steps_of(table))
    return evolve(law, posts=_posts(store, span), links=links)


def _posts(store: Store, span: Span) -> Posts | None:
    """Posts by staff id; None where nobody holds one on these days."""
    found: dict[str, list[Post]] = {}
    names = ("staff", "role", "committee", "since", "until")
    for staff, role, committee, since, until in store.register("assignment", during=span).rows(
        *names
    ):
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


def held_cases(
    store: Store,
    setup: Setup,
    *,
    on: date,
    calendar: WorkCalendar,
    hours: OpenHours | None,
    as_known: datetime | None,
) -> list[HeldCase]:
    """Every case of a store that follows a procedure, as of the end of a day, by reference.

    Args:
        store: Where the steps are.
        setup: Packs and the host's terms.
        on: The day.
        calendar: Says which days are worked.
        hours: As `law_at`.
        as_known: Only what was known by this moment.
    """
    if not has_procedures(setup) or on < FIRST_DAY:
        return []
    found: dict[str, list[Step]] = {}
    for table in store.rows("case_event", during=Span(FIRST_DAY, on), as_known=as_known):
        for step in steps_of(table):
            found.setdefault(step["case"], []).append(step)
    cases = []
    posts = _posts(store, Span(FIRST_DAY, on))
    links = links_of(step for steps in found.values() for step in steps)
    for case_id, steps in sorted(found.items()):
        ordered = tuple(sorted(steps, key=lambda step: int(step["seq"])))
        if ordered[0]["procedure"] is None:
            continue
        law = law_at(setup, area_of(ordered), zone=store.zone, calendar=calendar, hours=hours)
        cases.append(_held(case_id, ordered, evolve(law, posts=posts, links=links)))
    return cases


def _held(case_id: str, steps: tuple[Step, ...], law: Law) -> HeldCase:
    state = CaseState(case=case_id)
    fault = None
    try:
        for step in steps:
            state = advanced(state, step, law)
    except CaseError as error:
        fault = error.code
    known = state if fault is None else None
    return HeldCase(case=case_id, steps=steps, law=law, state=known, fault=fault)
