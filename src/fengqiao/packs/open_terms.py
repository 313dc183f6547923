"""Open terms: what a pack leaves open, by the name under which the host fills it in.

How long a visit, an inspection, an occasion of a duty or a step of a case takes is open too, unless
the duty states a least length: only due work and plans use it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Literal, get_args

from attrs import frozen

from fengqiao.packs.measurable import measurable
from fengqiao.planning.durations import states_length
from fengqiao.planning.owed import is_due_work
from fengqiao.rules.catalogue import Catalogue
from fengqiao.rules.entries import (
    DURING,
    NAMES,
    AnyEntry,
    Band,
    Counting,
    Duty,
    DutyPhase,
    Label,
    Norm,
    NormPhase,
    Pack,
    Procedure,
    Requirement,
    Role,
    Sheet,
)
from fengqiao.rules.occasion_days import WEEKDAYS
from fengqiao.rules.part_terms import open_points
from fengqiao.rules.points import BY_SHARE
from fengqiao.rules.values import TIME_UNITS, WORD_OPS, Comparison, Open
from fengqiao.rules.windows import WINDOWS
from fengqiao.timing import PeriodUnit
from fengqiao.timing.counting import OPEN_TERMS

TermForm = Literal[
    "count",
    "share",
    "number",
    "days",
    "time",
    "limit",
    "hours",
    "words",
    "choice",
    "subject",
    "date",
    "spans",
]
DIRECTIONS = ("at_least", "at_most", "equal")
PERIODS: tuple[str, ...] = get_args(PeriodUnit)

Entries = Collection[AnyEntry]
"""All entries of a pack: its labels bring words."""

_FORMS: Mapping[str, TermForm] = {"within": "days", "lasts": "time"}
_VOCABULARIES = {"on_day": "occasion_day", "invited": "invitee", "topics": "meeting_topic"}


@frozen(kw_only=True)
class OpenTerm:
    """One thing that a pack leaves open.

    Attributes:
        name: As configuration names it: `meeting.community.within`.
        form: How the host writes it: a whole number, a share, either (`number`), whole days or
            weeks, a time in minutes, hours or days, a time limit in any unit, a time in minutes or
            hours, words of a vocabulary, one word of a few, the host's own id of a subject, or a
            day of the calendar, or the days of a season.
        words: The words to choose from; of a time limit the units, where not all will do.
    """

    name: str
    form: TermForm
    words: tuple[str, ...] = ()


def open_terms(pack: Pack, catalogue: Catalogue) -> tuple[OpenTerm, ...]:
    """Everything that a pack leaves open, in the order of its entries.

    Args:
        pack: A pack that was read.
        catalogue: With the pack's own words.

    Returns:
        Each term once.
    """
    found: dict[str, OpenTerm] = {}
    for entry in pack.entries:
        for term in _terms_of(entry, pack.entries, catalogue):
            found.setdefault(term.name, term)
    return tuple(found.values())


def terms_of(entry: AnyEntry, entries: Entries, catalogue: Catalogue) -> tuple[OpenTerm, ...]:
    """What one entry of a pack leaves open, each term once."""
    return tuple({term.name: term for term in _terms_of(entry, entries, catalogue)}.values())


def _terms_of(entry: AnyEntry, entries: Entries, catalogue: Catalogue) -> Iterator[OpenTerm]:
    if isinstance(entry, Norm):
        for norm_phase in entry.phases:
            yield from _norm_terms(entry, norm_phase, entries, catalogue)
        if any(is_due_work(entry, phase, catalogue) for phase in entry.phases):
            yield OpenTerm(name=f"{entry.id}.minutes", form="hours")
    elif isinstance(entry, Duty):
        for duty_phase in entry.phases:
            yield from _duty_terms(entry, duty_phase, entries, catalogue)
        if not all(map(states_length, entry.phases)):
            yield OpenTerm(name=f"{entry.id}.minutes", form="hours")
    elif isinstance(entry, Band):
        yield from _band_terms(entry, catalogue)
    elif isinstance(entry, Counting):
        for name in entry.rule.open_terms:
            yield OpenTerm(name=f"{entry.id}.{name}", form="choice", words=OPEN_TERMS[name])
    elif isinstance(entry, Procedure):
        yield from _procedure_terms(entry)
    elif isinstance(entry, Sheet):
        yield from _sheet_terms(entry, catalogue)
    yield from _target_terms(entry)
    yield from _name_terms(entry)


def _target_terms(entry: AnyEntry) -> Iterator[OpenTerm]:
    """By which day it is to be reached."""
    phases = entry.phases if isinstance(entry, (Norm, Duty)) else ()
    if any(one.by is not None and one.by.is_open for one in phases):
        yield OpenTerm(name=f"{entry.id}.by", form="date")


def _name_terms(entry: AnyEntry) -> Iterator[OpenTerm]:
    """Who bears the names that an entry filters by."""
    phases = entry.phases if isinstance(entry, (Norm, Duty)) else ()
    wheres = [entry.where] if isinstance(entry, Role) else [phase.where for phase in phases]
    kinds = entry.each if isinstance(entry, (Norm, Duty)) else ()
    kinds = (entry.each,) if isinstance(entry, Role) else kinds
    for where in wheres:
        for name, asked in where:
            words = asked.words if name == "name" else ()
            for kind in kinds:
                yield from (OpenTerm(name=f"{NAMES}{kind}.{w}", form="subject") for w in words)


def _band_terms(band: Band, catalogue: Catalogue) -> Iterator[OpenTerm]:
    if isinstance(band.by, Open):
        numeric = (k for k in catalogue.keys.values() if k.kind == "norm")
        names = tuple(key.name for key in numeric if key.value != "words")
        yield OpenTerm(name=f"{band.id}.by", form="choice", words=names)
    if isinstance(band.over, Open):
        yield OpenTerm(name=f"{band.id}.over", form="choice", words=WINDOWS)


def _norm_terms(
    norm: Norm, phase: NormPhase, entries: Entries, catalogue: Catalogue
) -> Iterator[OpenTerm]:
    key = catalogue.keys.get(norm.key)
    form: TermForm = "count"
    if key is not None and key.value == "share":
        form = "share" if key.unit == "share" else "number"
    elif key is not None and key.unit == "time":
        form = "limit"
    vocabulary = (key.vocabulary or "") if key else ""
    op = phase.comparison.op
    words = _words(vocabulary, entries, catalogue)
    if key is not None and key.reported_in is not None:
        words = tuple(unit for unit in TIME_UNITS if key.takes(unit))
    yield from _comparison_terms(norm.id, op, phase.comparison, form, words)


def _comparison_terms(
    entry: str, field: str, comparison: Comparison, form: TermForm, words: tuple[str, ...]
) -> Iterator[OpenTerm]:
    """The terms of a comparison: its limit, the direction of `bare`, the tolerance of `about`.

    Where the figure of `about` is open, its name is the figure's, and there is no tolerance.
    """
    name = f"{entry}.{field}"
    if comparison.op in WORD_OPS:
        if comparison.is_open:
            yield OpenTerm(name=name, form="words", words=words)
        return
    if comparison.is_open:
        yield OpenTerm(name=name, form=form, words=words if form == "limit" else ())
    if comparison.op == "bare":
        yield OpenTerm(name=f"{entry}.direction", form="choice", words=DIRECTIONS)
    elif comparison.op == "about" and not comparison.is_open:
        yield OpenTerm(name=name, form=form)


def _duty_terms(
    duty: Duty, phase: DutyPhase, entries: Entries, catalogue: Catalogue
) -> Iterator[OpenTerm]:
    if phase.during is not None:
        yield OpenTerm(name=f"{DURING}{phase.during}", form="spans")
    if isinstance(phase.every, Open):
        yield OpenTerm(name=f"{duty.id}.every", form="choice", words=PERIODS)
    for requirement in phase.requirements:
        yield from _requirement_terms(duty, phase, requirement, entries, catalogue)


def _requirement_terms(
    duty: Duty,
    phase: DutyPhase,
    requirement: Requirement,
    entries: Entries,
    catalogue: Catalogue,
) -> Iterator[OpenTerm]:
    form = _FORMS.get(requirement.field, "count")
    words = _words(_VOCABULARIES.get(requirement.name, ""), entries, catalogue)
    if requirement.name == "on_day" and phase.every == "week":
        words = WEEKDAYS
    yield from _comparison_terms(duty.id, requirement.field, requirement.comparison, form, words)
    if requirement.field == "lasts" and _may_be_days(requirement.comparison):
        yield OpenTerm(name=f"{duty.id}.day", form="hours")


def _may_be_days(comparison: Comparison) -> bool:
    """Whether a length is stated in days, or the host may state one in days."""
    return comparison.unit == "day" or comparison.is_open or comparison.op == "about"


APPLIES = ("applies", "waived")
"""What a host says of a guard of which the law does not say whether it applies."""

TRANSITIONS = ("by_acceptance", "by_event")
"""The day whose law governs a case that is open when the law changes."""


def _procedure_terms(procedure: Procedure) -> Iterator[OpenTerm]:
    if procedure.transition == "open":
        yield OpenTerm(name=f"{procedure.id}.transition", form="choice", words=TRANSITIONS)
    for guard in procedure.guards:
        if guard.is_open:
            yield OpenTerm(name=f"{procedure.id}.{guard.name}", form="choice", words=APPLIES)
    for clock in procedure.clocks:
        if clock.is_open:
            yield OpenTerm(name=f"{procedure.id}.{clock.name}", form="choice", words=APPLIES)
        if clock.extend is not None and isinstance(clock.extend.length, Open):
            yield OpenTerm(name=f"{procedure.id}.{clock.name}.extension", form="limit")
        for reason in dict.fromkeys(hold.reason for hold in clock.holds if hold.is_open):
            name = f"{procedure.id}.{clock.name}.{reason}"
            yield OpenTerm(name=name, form="choice", words=APPLIES)
    for what in ("session", "step"):
        yield OpenTerm(name=f"{procedure.id}.{what}.minutes", form="hours")


def _sheet_terms(sheet: Sheet, catalogue: Catalogue) -> Iterator[OpenTerm]:
    if isinstance(sheet.parts, Open):
        words = tuple(sorted(measurable(catalogue, BY_SHARE, sheet.each)))
        yield OpenTerm(name=f"{sheet.id}.measure", form="choice", words=words)
        yield OpenTerm(name=f"{sheet.id}.full", form="number")
    else:
        for part in sheet.parts:
            if isinstance(part.weight, Open):
                yield OpenTerm(name=f"{sheet.id}.{part.name}.weight", form="number")
            if isinstance(part.measure, Open):
                words = tuple(sorted(measurable(catalogue, part.points, sheet.each)))
                name = f"{sheet.id}.{part.name}.measure"
                yield OpenTerm(name=name, form="choice", words=words)
            for field in open_points(part):
                yield OpenTerm(name=f"{sheet.id}.{part.name}.{field}", form="number")
    for field in ("winners", "minimum_data"):
        if isinstance(getattr(sheet, field), Open):
            yield OpenTerm(name=f"{sheet.id}.{field}", form="count")
    if sheet.tie == "open":
        yield OpenTerm(name=f"{sheet.id}.tie", form="choice", words=("share",))


def _words(vocabulary: str, entries: Entries, catalogue: Catalogue) -> tuple[str, ...]:
    """Words of a vocabulary, with those of the pack's own label of that name."""
    known = catalogue.vocabularies.get(vocabulary)
    own = [
        item.name
        for entry in entries
        if isinstance(entry, Label) and entry.key == vocabulary
        for item in entry.items
    ]
    return tuple(dict.fromkeys([*(known.words if known else ()), *own]))
