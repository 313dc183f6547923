"""The entries of a pack: norm, duty, band, role, sheet, procedure, label, counting ..."""

from __future__ import annotations

from datetime import date
from typing import Literal

from attrs import frozen

from fengqiao.rules.entry import Entry, PlacesMay
from fengqiao.rules.overlays import Overlay
from fengqiao.rules.points import BY_SHARE, Missing, PointsRule
from fengqiao.rules.procedures import Procedure
from fengqiao.rules.sources import Cite, Clause, Force, Origin, Source, SourceKind, Words
from fengqiao.rules.values import OPEN, Comparison, Exact, Open
from fengqiao.rules.worked_cases import Case
from fengqiao.timing import CountingRule, PeriodUnit

__all__ = [
    "AnyEntry",
    "Band",
    "Case",
    "Cite",
    "Clause",
    "Counting",
    "Duty",
    "DutyPhase",
    "Entry",
    "Force",
    "Item",
    "Label",
    "Level",
    "Measure",
    "Norm",
    "NormPhase",
    "NotModelled",
    "Origin",
    "Pack",
    "Part",
    "Phase",
    "PlacesMay",
    "Procedure",
    "Requirement",
    "RequirementName",
    "Role",
    "Severity",
    "Sheet",
    "Source",
    "SourceKind",
    "Target",
    "Words",
]

Severity = Literal["breach", "notice", "info"]


@frozen(kw_only=True)
class Target:
    """By when a limit is to be reached (`by`): before it a shortfall is info.

    Attributes:
        days: One day: info before it, in full from it on. Two days: info before the first,
            notice before the second, in full from it on.
            None where the day is the host's, until the host has named one.
        after: As the pack writes them where they count from the source's day: `3 years`.
        is_open: Whether the source leaves the day to the host.
    """

    days: tuple[date, ...] = ()
    after: tuple[Exact, ...] = ()
    is_open: bool = False

    def severity(self, on: date) -> Severity | None:
        """The severity that a shortfall on a day is held down to, or None for full."""
        if not self.days or on < self.days[0]:
            return "info"
        return "notice" if on < self.days[-1] else None


@frozen(kw_only=True)
class Phase:
    """A norm or duty as it holds over one span of days.

    Attributes:
        effective_from, effective_until: Both included; None: until further notice.
        where: Filter on the subject's attributes. Words and flags (`true`, `false`) stand as
            `any_of`, numbers as a numeric comparison.
        of: Filter on what is counted, in the same form.
        verified: Whether the value of these days was compared with its source; None: as the
            entry says.
    """

    effective_from: date
    effective_until: date | None = None
    force: Force
    cites: tuple[Cite, ...]
    where: tuple[tuple[str, Comparison], ...] = ()
    of: tuple[tuple[str, Comparison], ...] = ()
    by: Target | None = None
    above: Severity | None = None
    below: Severity | None = None
    prorate: bool = False
    verified: bool | None = None

    def holds_on(self, day: date) -> bool:
        """Whether this phase is in force on a day."""
        return self.effective_from <= day and (
            self.effective_until is None or day <= self.effective_until
        )


@frozen(kw_only=True)
class NormPhase(Phase):
    """A limit as it holds over one span of days.

    Attributes:
        unless: Attested exceptions: what was excepted by one of them does not count.
    """

    comparison: Comparison
    basis: str | None = None
    unless: tuple[str, ...] = ()
    who: str | None = None


@frozen(kw_only=True)
class Norm(Entry):
    """A dated, sourced limit on an indicator.

    Attributes:
        each: Kinds of subject it is judged for.
        per: The period; None for a state on a day, and for shares over the period asked for.
        phases: In order of days, without overlap.
    """

    each: tuple[str, ...]
    per: PeriodUnit | None = None
    phases: tuple[NormPhase, ...]


RequirementName = str
"""`cadence`, `window`, `length`, `attendance`, `lead`, `invited`, `topics`, `report_back` ..."""


@frozen(kw_only=True)
class Requirement:
    """One stated requirement of a duty: its own value, clause and result.

    Attributes:
        name: As findings call it: `length`.
        field: As the pack writes it: `lasts`.
        comparison: With its limit; for `window` the limit is open or a quantity.
        cites: The requirement's own clause where the pack names one, else the duty's.
    """

    name: RequirementName
    field: str
    comparison: Comparison
    cites: tuple[Cite, ...]


@frozen(kw_only=True)
class DutyPhase(Phase):
    """A duty as it holds over one span of days.

    Attributes:
        every: How often: a period of the calendar, or a length such as two weeks, counted from
            the first day of the phase on; open where the source does not say.
        times: How many occasions in each period.
        within: `start`, `end`, a quantity from the period's start, open, or None.
        during: The season in which it is owed; None: always.
        requirements: In the order findings show them; `cadence` first.
    """

    every: PeriodUnit | Exact | Open
    times: int = 1
    within: Literal["start", "end"] | Exact | Open | None = None
    during: str | None = None
    requirements: tuple[Requirement, ...]


@frozen(kw_only=True)
class Duty(Entry):
    """Something that must happen again and again.

    Attributes:
        who: Roles of which any one does it (for meetings: leads it).
        each: Kinds of subject it is owed for; the role itself where the pack names none.
        done_by: Kinds of event that fulfil it.
    """

    who: tuple[str, ...]
    each: tuple[str, ...]
    done_by: tuple[str, ...]
    phases: tuple[DutyPhase, ...]


@frozen(kw_only=True)
class Level:
    """One class of a band."""

    name: str
    names: Words = Words()
    comparison: Comparison


@frozen(kw_only=True)
class Band(Entry):
    """Classes by a measured value, with explicit edges and a tie rule.

    Attributes:
        by: Key that is measured, or the sheet whose score is.
        over: Window, one of `rules.windows.WINDOWS`: `year` is the last year that has ended,
            `previous year` the one before the year that a day lies in.
    """

    each: str
    by: str | Open
    over: str | Open
    tie: Literal["upper", "lower"] | None
    levels: tuple[Level, ...]
    effective_from: date
    effective_until: date | None = None
    force: Force


@frozen(kw_only=True)
class Role(Entry):
    """Who may hold a role, whom it is filled from, and what its holder may not do."""

    each: str
    where: tuple[tuple[str, Comparison], ...] = ()
    held_by: tuple[str, ...] = ()
    drawn_from: tuple[str, ...] = ()
    may_not: tuple[str, ...] = ()
    effective_from: date
    effective_until: date | None = None
    force: Force


@frozen(kw_only=True)
class Part:
    """One component of a sheet; a veto has no weight."""

    name: str
    names: Words = Words()
    weight: Exact | Open | None = None
    by: str | None = None
    measure: str | Open = OPEN
    missing: Missing = "interval"
    points: PointsRule = BY_SHARE


@frozen(kw_only=True)
class Sheet(Entry):
    """A score sheet; with `winners` an award list.

    Attributes:
        per: How often; open where the source does not say: then the period asked for.
        parts: Components; open where the source does not publish them.
        decided: `scores`, or `outside`: the list is what the host records as awarded.
    """

    each: str
    per: PeriodUnit | Open
    by: str | None = None
    parts: tuple[Part, ...] | Open
    out_of: Exact | None = None
    winners: Exact | Open | None = None
    tie: Literal["share", "open"] | None = None
    minimum_data: Exact | Open | None = None
    decided: Literal["scores", "outside"] = "scores"
    round: int | None = None
    effective_from: date
    effective_until: date | None = None
    force: Force


@frozen(kw_only=True)
class Item:
    """One word of a label, with the clause that names it where it has its own."""

    name: str
    names: Words = Words()
    cites: tuple[Cite, ...] = ()


DURING = "during."
"""Begins the name under which the host says which days a season is: `during.busy_season`."""

NAMES = "names."
"""Begins the key of a label whose words name subjects of a kind: `names.station`."""


@frozen(kw_only=True)
class Label(Entry):
    """A vocabulary: names in a list, with nothing behind them.

    A label `names.<kind>` names subjects: the host says which is which.

    Attributes:
        count: Length that the source states, where the host has the list.
        more: The source's list is open-ended.
    """

    items: tuple[Item, ...] = ()
    count: int | None = None
    more: bool = False


@frozen(kw_only=True)
class Measure(Entry):
    """A count that the catalogue lacks and the host reports.

    Attributes:
        hours: Times of the clock that the source names, as the host keeps them in what it
            reports: `9:00`, `18:00`.
    """

    kind: Literal["share", "count", "flag", "rating", "amount", "time"]
    about: str
    each: tuple[str, ...]
    done: Words
    total: Words | None = None
    unit: str | None = None
    reports: Literal["flow", "stock"] | None = None
    hours: tuple[str, ...] = ()


@frozen(kw_only=True)
class NotModelled:
    """A clause, or part of one, that is left out, and why."""

    pack: str
    id: str
    cites: tuple[Cite, ...]
    why: str
    what: Words
    numbers: tuple[str, ...] = ()
    origin: Origin


@frozen(kw_only=True)
class Counting(Entry):
    """A named way to count periods of time.

    Attributes:
        rule: How it counts, as deadlines take it; what the source leaves open is None there.
        own_cites: What of it has a clause of its own: `first_day`, `roll`.
    """

    rule: CountingRule
    own_cites: tuple[tuple[str, tuple[Cite, ...]], ...] = ()
    effective_from: date
    effective_until: date | None = None
    force: Force


AnyEntry = Norm | Duty | Band | Role | Sheet | Procedure | Label | Measure | Counting | NotModelled


@frozen(kw_only=True)
class Pack:
    """One locality's rules, read and validated.

    Attributes:
        areas: Code prefixes that the pack speaks for; the longest wins.
        sha256: Of the pack's own files, so that a receipt can name what was read.
        origins: Where fields of `[pack]` stand in the files, by the field's name; none where
            the pack was not read from files.
        overlay: What `with_overrides` changed; None for a pack as it was read.
    """

    id: str
    version: str
    names: Words
    parent: str | None = None
    areas: tuple[str, ...] = ()
    sources: tuple[Source, ...]
    clauses: tuple[Clause, ...] = ()
    entries: tuple[AnyEntry, ...] = ()
    cases: tuple[Case, ...] = ()
    sha256: str = ""
    origins: tuple[tuple[str, Origin], ...] = ()
    overlay: Overlay | None = None

    def origin(self, name: str) -> Origin | None:
        """Where a field of `[pack]` stands, or None."""
        return dict(self.origins).get(name)

    def source(self, source_id: str) -> Source:
        """A source by id."""
        return next(source for source in self.sources if source.id == source_id)
