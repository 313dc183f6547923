"""What an indicator is: a key, its stated numerator, denominator and exclusions, and how to count.

Plugins bring more through the hook `fengqiao_indicators`; they are the same objects.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from attrs import field, frozen

from fengqiao.measures.subjects import Subjects
from fengqiao.measures.tallies import Tally
from fengqiao.model import Table
from fengqiao.model.registry import Registers
from fengqiao.rules import Comparison, Key, Op, Words
from fengqiao.rules.countings import PLAIN
from fengqiao.rules.values import Exact, Unit
from fengqiao.timing import CN_CALENDAR, CountingRule, Span, WorkCalendar


@frozen(kw_only=True)
class Ask:
    """What is counted, for which subjects, over which days.

    Attributes:
        subjects: Shape (n,).
        span: Days counted: the period judged, cut off at the day as of which facts are read. A
            state on a day has a span of that day.
        of: Filters on what is counted, as the entry states them.
        basis: Named denominator, where the key has several.
        unit: For limits of time: the unit of the limit, in which values are given.
        calendar: Says which days are worked.
        limit: For limits of one amount: that amount, where it is known.
        counting: For limits on cases: the rule by which they run.
        unless: Attested exceptions: what one of them excepts does not count.
    """

    subjects: Subjects
    span: Span
    registers: Registers
    of: tuple[tuple[str, Comparison], ...] = ()
    basis: str | None = None
    unit: Unit | None = None
    limit: Exact | None = None
    counting: CountingRule = PLAIN
    unless: frozenset[str] = frozenset()
    calendar: WorkCalendar = CN_CALENDAR

    def words(self, name: str) -> frozenset[str] | None:
        """The words that a filter lets pass, or None without that filter."""
        for filtered, comparison in self.of:
            if filtered == name and isinstance(comparison.limit, frozenset):
                return comparison.limit
        return None

    def passes(self, name: str, codes: str | None) -> bool:
        """Whether one code, or several joined by commas, passes a filter; all do without it."""
        comparison = dict(self.of).get(name)
        if comparison is None or not isinstance(comparison.limit, frozenset):
            return True
        return has_words(comparison.op, comparison.limit, (codes or "").split(","))


def has_words(op: Op, limit: frozenset[str], had: Iterable[str]) -> bool:
    """Whether words are those that a filter asks for: all of them, none, or any."""
    if op == "all_of":
        return limit <= frozenset(had)
    return limit.isdisjoint(had) == (op == "none_of")


@frozen
class Column:
    """Values of one indicator, one per subject.

    Attributes:
        nums: Numerators (or counts). Shape (n,).
        dens: Denominators; None where all are 1. Shape (n,).
        words: For indicators of words: what is there. Shape (n,).
        scaled: Whether the denominators are those of a unit (60 minutes an hour) and nothing that
            was counted.
        open: Of the `unknown`, those whose number depends on what a rule of counting leaves open;
            they are `not_configured`.
        unknown: Subjects for which the facts have no number; they are `no_data`.
        running: For cases: those whose value the days to come may still change; of the others it
            is final, whether the period has ended or not. None: the period decides.
    """

    nums: Sequence[int] = ()
    dens: Sequence[int] | None = None
    words: Sequence[frozenset[str]] | None = None
    unknown: frozenset[int] = frozenset()
    open: frozenset[int] = frozenset()
    scaled: bool = False
    running: frozenset[int] | None = None

    def shown(self, index: int) -> int | str:
        """One value as findings show it: a count as a number, a share as `n/d`, never reduced."""
        return self.nums[index] if self.dens is None else f"{self.nums[index]}/{self.dens[index]}"

    def pair(self, index: int) -> tuple[int, int]:
        """One value as a fraction."""
        return self.nums[index], (1 if self.dens is None else self.dens[index])


def in_time(ask: Ask, minutes: Sequence[int], *, unknown: frozenset[int] = frozenset()) -> Column:
    """Minutes as a column in the unit of the limit: as they are, or out of the 60 of an hour."""
    if ask.unit != "hour":
        return Column(minutes, unknown=unknown)
    return Column(minutes, [60] * len(minutes), unknown=unknown, scaled=True)


@frozen
class NamedEvents:
    """Which recorded events an indicator counts, where their rows may be read.

    Attributes:
        kind: Kind of event, one that is marked few.
        pick: From its rows, pairs of subject and event id, for the events that count.
    """

    kind: str
    pick: Callable[[Ask, Table], Iterable[tuple[str, str]]]


def _no_tallies(_ask: Ask) -> tuple[Tally, ...]:
    return ()


@frozen(kw_only=True)
class Indicator:
    """A named measure.

    Attributes:
        key: Its key in the catalogue.
        revision: Raised whenever the same facts would give another value; stands in receipts.
        numerator, denominator, exclusions: What is counted, of what, and what is left out.
        numerator_only: Filters that narrow the numerator and not the denominator.
        recorded_as: What the host must declare to record for absence to be zero; None for what
            registers alone tell.
        tallies: Which counts it asks of the store.
        column: The values, from the answers to those tallies in the same order.
        events: Which events count, where single ones may be named; None: only their number.
        brought_by: Distribution of the plugin that brought it; None for the core's own.
    """

    key: Key
    revision: int = 1
    numerator: Words
    denominator: Words | None = None
    exclusions: Words
    numerator_only: frozenset[str] = frozenset()
    recorded_as: str | None = None
    tallies: Callable[[Ask], tuple[Tally, ...]] = field(default=_no_tallies)
    column: Callable[[Ask, Sequence[Table]], Column]
    events: NamedEvents | None = None
    brought_by: str | None = None

    @property
    def is_survey(self) -> bool:
        """Whether few answers could point at somebody, so that small counts are withheld."""
        return self.key.is_rating or self.key.name.startswith("survey.")


Indicators = Mapping[str, Indicator]
"""Indicators by key."""


def lookup(table: Table, subjects: Subjects, by: str) -> list[int]:
    """Values of a tally in the order of the subjects; 0 where it has no row."""
    found = dict(table.rows(by, "value"))
    return [found.get(subject, 0) for subject in subjects.ids]
