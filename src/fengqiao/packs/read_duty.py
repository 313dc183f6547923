"""Duties: from rows to the requirements that each occasion has to meet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import evolve

from fengqiao.packs.amounts import is_length, is_share, is_window
from fengqiao.packs.attributes import shared_attributes
from fengqiao.packs.for_each import unfolded
from fengqiao.packs.known import (
    Known,
    find_cites,
    find_comparison,
    find_filters,
    find_key,
    find_words,
    known_words,
)
from fengqiao.packs.read_entry import Held, entry_facts, read_each, read_held, read_who
from fengqiao.packs.read_phases import DatedRow, dated_rows, merged
from fengqiao.packs.rows import DutyRow, OccasionRow
from fengqiao.packs.spot import Spot
from fengqiao.rules.catalogue import Key, close_names
from fengqiao.rules.entries import Cite, Duty, DutyPhase, Requirement
from fengqiao.rules.occasion_days import DAYS_OF_MONTH, WEEKDAYS, day_of_month
from fengqiao.rules.values import OPEN, WORD_OPS, Comparison, Exact, Open
from fengqiao.timing import PeriodUnit

REQUIREMENTS: Mapping[str, str] = {
    "times": "cadence",
    "within": "window",
    "on": "on_day",
    "lasts": "length",
    "people": "attendance",
    "who": "lead",
    "invite": "invited",
    "covers": "topics",
}
"""Field of a duty -> the name of its requirement in findings.

`covers.all_of` is one requirement for each word, called by the word.
"""

_OVERLAID = (
    "every", "times", "within", "on", "during", "lasts", "people", "invite", "covers", "where",
    "of", "prorate",
)  # fmt: skip
_DAYS_A_WEEK = 7
_AT_MEETINGS = ("people", "invite", "covers")
VOCABULARIES = {
    "on": "occasion_day",
    "during": "season",
    "invite": "invitee",
    "covers": "meeting_topic",
}


def read_duty(row: DutyRow, spot: Spot, known: Known) -> list[Duty]:
    """The duty of a row, in a list; an empty one where it can't be made out."""
    held = read_held(row, spot, known)
    key = find_key(row.key, "duty", spot.at("key"), known)
    if key is None or held is None:
        return []
    who = _who(row, spot, known)
    each = _each(row, who, key, spot, known)
    return [
        _duty(one, held, who=who, each=each, key=key, spot=spot, known=known)
        for one in unfolded(row, key, each, spot, known)
    ]


def _duty(
    row: DutyRow,
    held: Held,
    *,
    who: tuple[str, ...],
    each: tuple[str, ...],
    key: Key,
    spot: Spot,
    known: Known,
) -> Duty:
    cites = {
        name: find_cites(refs, spot.at("cites", name), known) for name, refs in row.cites.items()
    }
    phases = tuple(
        _phase(
            evolve(one, row=_overlaid(one.row, row)),
            known,
            who=who,
            each=each,
            key=key,
            cites=cites,
        )
        for one in dated_rows(row, row.phase, held, spot, known)
    )
    _check_cited(row, phases, spot)
    facts = entry_facts(row, key.name, held.cites, spot, known)
    done_by = _done_by(row, key, spot, known)
    return Duty(**facts, who=who, each=each, done_by=done_by, phases=phases)


def _overlaid(phase: OccasionRow, row: DutyRow) -> OccasionRow:
    if phase is row:
        return row
    return evolve(phase, **{name: merged(phase, row, name) for name in _OVERLAID})


def _who(row: DutyRow, spot: Spot, known: Known) -> tuple[str, ...]:
    for index, role in enumerate(row.who):
        place = spot.at("who", index) if len(row.who) > 1 else spot.at("who")
        read_who(role, place, known)
    return tuple(dict.fromkeys(row.who))


def _each(
    row: DutyRow, who: tuple[str, ...], key: Key, spot: Spot, known: Known
) -> tuple[str, ...]:
    """Kinds of subject that owe it; without `each`, the one role that does it."""
    if row.each is None and (len(who) > 1 or who[0] not in key.each):
        spot.absent("pack.no_each", "each", key=key.name, known=key.each)
        return who
    place = spot.at("each") if row.each else spot.at("who")
    read_each(row.each or who, key, place, known)
    return tuple(dict.fromkeys(row.each or who))


def _done_by(row: DutyRow, key: Key, spot: Spot, known: Known) -> tuple[str, ...]:
    if row.done_by is None:
        return key.done_by
    kinds = sorted({kind for one in known.catalogue.keys.values() for kind in one.done_by})
    return known_words(row.done_by, kinds, spot.at("done_by")) or key.done_by


def _phase(
    dated: DatedRow[OccasionRow],
    known: Known,
    *,
    who: tuple[str, ...],
    each: tuple[str, ...],
    key: Key,
    cites: Mapping[str, tuple[Cite, ...]],
) -> DutyPhase:
    row, spot, held = dated.row, dated.spot, dated.held
    every: PeriodUnit | Exact | Open = OPEN if row.every is None else row.every
    if row.every is None:
        spot.absent("pack.missing_field", "every", field="every")
    times = 1 if row.times is None else row.times
    if times == 0:
        spot.at("times").fault("pack.not_a_number")
    subjects = known.catalogue.words("subject_kind")
    kinds = shared_attributes(each, known) if subjects.issuperset(each) else {}
    stated = [
        ("times", "cadence", Comparison("at_least", Exact.whole(times))),
        *_stated(row, spot, known, key),
    ]
    if not set(each) <= set(who):
        stated.append(("who", "lead", Comparison("any_of", frozenset(who), who)))
    order = list(REQUIREMENTS)
    stated.sort(key=lambda one: order.index(one[0]))
    return DutyPhase(
        effective_from=held.effective_from,
        effective_until=held.effective_until,
        force=held.force,
        cites=held.cites,
        where=find_filters(row.where, kinds, spot.at("where"), known),
        of=find_filters(row.of, key.of, spot.at("of"), known),
        by=dated.target,
        prorate=bool(row.prorate),
        verified=row.verified,
        every=every,
        times=times,
        within=row.within,
        during=_during(row, spot, known),
        requirements=tuple(
            Requirement(
                name=name,
                field=field,
                comparison=comparison,
                cites=cites.get(name) or cites.get(field) or held.cites,
            )
            for field, name, comparison in stated
        ),
    )


def _stated(
    row: OccasionRow, spot: Spot, known: Known, key: Key
) -> Iterator[tuple[str, str, Comparison]]:
    """Field, requirement and comparison of what a row states beside its cadence."""
    for name in _AT_MEETINGS:
        if getattr(row, name) is not None and "session" not in key.done_by:
            spot.at(name).fault("pack.not_recorded", at_key=True, key=key.name)
    yield from _when(row, spot, known)
    if row.lasts is not None and _is_time(row.lasts, spot.at("lasts")):
        yield "lasts", "length", row.lasts
    if row.people is not None and _is_count(row.people, spot.at("people")):
        yield "people", "attendance", row.people
    for field in ("invite", "covers"):
        for comparison in getattr(row, field) or ():
            place = spot.at(field)
            found = find_comparison(comparison, VOCABULARIES[field], place, known)
            if found is None:
                continue
            if field == "invite" or found.op != "all_of" or found.is_open:
                yield field, REQUIREMENTS[field], found
                continue
            for word in found.words:
                yield field, word, Comparison("all_of", frozenset({word}), (word,))


def _when(row: OccasionRow, spot: Spot, known: Known) -> Iterator[tuple[str, str, Comparison]]:
    """When in its period an occasion lies: a window, and days of the week or month."""
    if row.within is not None:
        place = spot.at("within")
        limit = row.within if isinstance(row.within, Exact) else OPEN
        if isinstance(limit, Exact) and not is_window(limit):
            place.fault("pack.wants_days")
            limit = OPEN
        elif isinstance(limit, Exact) and day_of_month(limit.text) and row.every != "month":
            place.fault("pack.day_of_period")
        yield "within", "window", Comparison("at_most", limit)
    if row.on is not None and (days := _on(row.on, row.every, spot.at("on"), known)):
        yield "on", "on_day", days


def _during(row: OccasionRow, spot: Spot, known: Known) -> str | None:
    """The season in which it is owed; days of a period are counted in whole periods only."""
    if row.during is None:
        return None
    for field in ("within", "prorate"):
        if getattr(row, field):
            spot.at("during").fault("pack.during_with", at_key=True, other=field)
    found = find_words((row.during,), VOCABULARIES["during"], spot.at("during"), known)
    return row.during if found else None


def _on(
    words: tuple[str, ...] | Open,
    every: PeriodUnit | Exact | Open | None,
    spot: Spot,
    known: Known,
) -> Comparison | None:
    """On which of some days it is done, where periods so long have such days."""
    if isinstance(words, Open):
        return Comparison("any_of", OPEN)
    found = find_words(words, VOCABULARIES["on"], spot, known)
    if found is None:
        return None
    for index, word in enumerate(found):
        if not _has_day(every, word):
            (spot.at(index) if len(found) > 1 else spot).fault("pack.day_of_period")
            return None
    return Comparison("any_of", frozenset(found), found)


def _has_day(every: PeriodUnit | Exact | Open | None, word: str) -> bool:
    """Whether every period of a duty has such a day."""
    if isinstance(every, Exact):
        days = every.num * {"day": 1, "week": 7}.get(every.unit or "", 31)
        return days >= (_DAYS_A_WEEK if word in WEEKDAYS else DAYS_OF_MONTH[-1])
    return every not in ("day", "working_day") and (every != "week" or word in WEEKDAYS)


def _ends(comparison: Comparison) -> Iterator[Exact]:
    limit = comparison.limit
    for end in limit if isinstance(limit, tuple) else (limit,):
        if isinstance(end, Exact):
            yield end


def _is_time(comparison: Comparison, spot: Spot) -> bool:
    is_good = comparison.op not in WORD_OPS and all(is_length(end) for end in _ends(comparison))
    if not is_good:
        spot.at(comparison.op).fault("pack.wants_time")
    return is_good


def _is_count(comparison: Comparison, spot: Spot) -> bool:
    is_good = comparison.op not in WORD_OPS and not any(
        end.unit or is_share(end) for end in _ends(comparison)
    )
    if not is_good:
        spot.at(comparison.op).fault("pack.wants_count", key="people", unit="people")
    return is_good


def _check_cited(row: DutyRow, phases: tuple[DutyPhase, ...], spot: Spot) -> None:
    """Each name under `cites` is a field or requirement that the duty states."""
    stated = {
        name for phase in phases for one in phase.requirements for name in (one.field, one.name)
    }
    for name in row.cites:
        if name not in stated:
            place = spot.at("cites", name)
            place.fault("pack.cites_nothing", at_key=True, close=close_names(name, stated))
