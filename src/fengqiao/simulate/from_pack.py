"""What a pack lets a synthetic town do: routines from its duties, counts from its measures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from fengqiao.rules import Catalogue, Duty, DutyPhase, Exact, Measure, Norm, NormPhase, Pack, Rules
from fengqiao.rules.catalogue_times import TIME_KEYS
from fengqiao.rules.catalogue_totals import TOTAL_KEYS
from fengqiao.rules.catalogue_work import REPORTED_KEYS
from fengqiao.simulate.furnished import FIELDS
from fengqiao.simulate.routines import Routine
from fengqiao.simulate.scenario import Reported, Wanted
from fengqiao.timing import PeriodUnit

_MINUTES = {"minute": 1, "hour": 60, "day": 8 * 60}
"""Minutes of a unit; how long a working day is the host may say, else it has eight hours."""
_EVERY: PeriodUnit = "month"
_PLAIN_MINUTES, _PLAIN_PEOPLE = 20, 5
_PERIODS: tuple[PeriodUnit, ...] = get_args(PeriodUnit)


def routines_of(pack: Pack, rules: Rules) -> tuple[Routine, ...]:
    """The duties of a pack as routines, in the pack's order, as they were last in force.

    Args:
        pack: The pack.
        rules: Hold what the host filled in.

    Returns:
        One for each duty. Where neither pack nor host say how often, it is once a month; where
        neither say how long, it is 20 minutes.
    """
    told = {name: value for (section, name), value in rules.terms.items() if section == pack.id}
    duties = (entry for entry in pack.entries if isinstance(entry, Duty))
    return tuple(_routine(duty, duty.phases[-1], told) for duty in duties if duty.phases)


def _routine(duty: Duty, phase: DutyPhase, told: Mapping[str, object]) -> Routine:
    limits = {one.field: one.comparison.limit for one in phase.requirements}
    people = limits.get("people")
    about = next((one.words for name, one in phase.of if name == "topic"), ())
    return Routine(
        key=duty.key,
        each=duty.each,
        who=duty.who,
        every=_every(duty, phase, told),
        times=phase.times,
        is_meeting="session" in duty.done_by,
        is_early=phase.within == "start",
        minutes=_minutes(duty, limits.get("lasts"), told),
        people=people.num // people.den if isinstance(people, Exact) else _PLAIN_PEOPLE,
        invited=_words(phase, "invite"),
        covers=_words(phase, "covers", "all_of"),
        choice=_words(phase, "covers", "any_of"),
        about=about[:1],
    )


def _words(phase: DutyPhase, field: str, *ops: str) -> tuple[str, ...]:
    """Words that the requirements of a field name, of these comparisons only."""
    return tuple(
        word
        for one in phase.requirements
        if one.field == field and (not ops or one.comparison.op in ops)
        for word in one.comparison.words
    )


def _every(duty: Duty, phase: DutyPhase, told: Mapping[str, object]) -> PeriodUnit:
    every = told.get(f"{duty.id}.every", phase.every)
    if isinstance(every, Exact):  # oftener than it is due, by a period of the calendar
        every = "month" if every.unit == "month" else "week"
    return next((unit for unit in _PERIODS if unit == every), _EVERY)


def _minutes(duty: Duty, limit: object, told: Mapping[str, object]) -> int:
    lasts = limit if isinstance(limit, Exact) else told.get(f"{duty.id}.minutes")
    if not isinstance(lasts, Exact) or lasts.unit not in _MINUTES:
        return _PLAIN_MINUTES
    day = told.get(f"{duty.id}.day")
    of = _MINUTES[lasts.unit]
    if lasts.unit == "day" and isinstance(day, Exact):
        of = day.num * _MINUTES.get(day.unit or "", 1) // day.den
    return lasts.num * of // lasts.den


def _stated(entry: Norm | Measure, *ops: str) -> int | None:
    """The number that a norm states with one of these comparisons."""
    if not isinstance(entry, Norm) or not isinstance(entry.phases[-1], NormPhase):
        return None
    stated = entry.phases[-1].comparison
    limit = stated.limit[0] if isinstance(stated.limit, tuple) else stated.limit
    is_whole = stated.op in ops and isinstance(limit, Exact) and limit.den == 1
    return limit.num if is_whole and isinstance(limit, Exact) else None


_FLOORS = ("at_least", "more_than", "equal", "bare", "between", "about")


def words_wanted(pack: Pack) -> tuple[Wanted, ...]:
    """Words that the norms of a pack want on registers: fittings, rules, channels, equipment."""
    return tuple(
        Wanted(entry.key, kind, phase.comparison.words)
        for entry in pack.entries
        if isinstance(entry, Norm) and entry.key in FIELDS
        for kind in entry.each
        for phase in entry.phases[-1:]
        if phase.comparison.words and phase.comparison.op != "none_of"
    )


def staff_wanted(pack: Pack) -> tuple[tuple[str, str, int], ...]:
    """Roles that a pack wants held in villages, communities and stations, and by how many."""
    return tuple(
        (STAFFED[entry.key], kind, min(_stated(entry, *_FLOORS) or 1, _MOST_POSTED))
        for entry in pack.entries
        if isinstance(entry, Norm) and entry.key in STAFFED
        for kind in entry.each
        if kind in ("village", "community", "station")
    )


STAFFED: Mapping[str, str] = {
    "staffing.police_assistants": "police_assistant",
    "staffing.mediation_specialists": "mediation_specialist",
    "staffing.mediators": "mediator",
    "staffing.lawyers": "lawyer",
}
_MOST_POSTED = 10


def places_wanted(pack: Pack, catalogue: Catalogue) -> tuple[str, ...]:
    """Kinds of place where officers of a town meet people, where a pack asks that they do."""
    keys = {entry.key for entry in pack.entries if isinstance(entry, Norm)}
    asked = [
        word
        for entry in pack.entries
        if isinstance(entry, Norm) and entry.key in CONTACTED
        for phase in entry.phases
        for name, comparison in phase.of
        if name == "place"
        for word in comparison.words
    ]
    if not keys & CONTACTED:
        return ()
    return tuple(dict.fromkeys(asked)) or tuple(catalogue.vocabularies["visit_place"].words)


CONTACTED = frozenset(
    ("visits.people", "visits.days", "visits.home_services", "hours.in_community")
)
TASKED = frozenset(("assignments.kinds",))


def is_tasked(pack: Pack) -> bool:
    """Whether a pack says what staff may not be called away for."""
    return any(isinstance(entry, Norm) and entry.key in TASKED for entry in pack.entries)


def reported_in(pack: Pack) -> tuple[Reported, ...]:
    """Counts that a pack's norms and measures want the host to report, one for each key."""
    known = {key.name: key for key in (*REPORTED_KEYS, *TIME_KEYS, *TOTAL_KEYS)}
    found: dict[str, Reported] = {}
    for entry in pack.entries:
        if isinstance(entry, Measure) or (isinstance(entry, Norm) and entry.key in known):
            kind = entry.kind if isinstance(entry, Measure) else known[entry.key].value
            is_share = kind == "share"
            former = found.get(entry.key)
            each = (*(former.each if former else ()), *entry.each)
            found[entry.key] = Reported(
                key=entry.key,
                each=tuple(dict.fromkeys(each)),
                is_share=is_share,
                most=_stated(entry, "at_most") or (former.most if former else None),
                least=_stated(entry, *_FLOORS) or (former.least if former else None),
            )
    return tuple(found.values())
