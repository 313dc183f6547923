"""A block of findings: one requirement, one period, all its subjects, as columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import field, frozen

from fengqiao.judging.compare import NOT_MET, side_of
from fengqiao.judging.limits import Settled, UsedTerm
from fengqiao.judging.severity import severity
from fengqiao.measures import Column, Occasions, Reason, Task
from fengqiao.rules import Cite, Comparison, Severity


@frozen(kw_only=True)
class Block:
    """Results of one requirement over one period.

    Attributes:
        requirement: Name of a duty's or role's requirement; None for a norm.
        on_field: Field of the duty that the requirement stands on.
        stated: The comparison as the pack has it.
        settled: The comparison as it was judged.
        results: One byte per subject: 0 not met, 1 met, 2 not checkable. Shape (n,).
        reasons: Why a subject is not checkable, by index.
        column: The values, for actuals.
        shown_as: Unit word that actuals are shown with (`minutes`), or empty.
        withheld: Subjects whose actual is not shown, as it is a small count.
        idle: Subjects that have no actual, as nothing was done.
        parts: Limits in proportion to the days, of subjects judged for part of the period.
        occasions: Of a duty: what was done, by subject.
        items: For reporting back: on how many action items, of how many, by index.
    """

    task: Task
    requirement: str | None
    stated: Comparison
    settled: Settled
    cites: tuple[Cite, ...]
    results: bytes
    reasons: Mapping[int, Reason]
    on_field: str | None = None
    column: Column | None = None
    shown_as: str = ""
    terms: tuple[UsedTerm, ...] = ()
    withheld: frozenset[int] = field(default=frozenset())
    idle: frozenset[int] = field(default=frozenset())
    parts: Mapping[int, Settled] = field(factory=dict)
    items: Mapping[int, tuple[int, int]] = field(factory=dict)
    occasions: Occasions | None = None

    def not_met(self) -> Iterator[int]:
        """Indices of subjects for which it is not met."""
        index = self.results.find(NOT_MET)
        while index >= 0:
            yield index
            index = self.results.find(NOT_MET, index + 1)

    def severity_of(self, index: int) -> Severity:
        """Severity for one subject; info unless it is not met."""
        if self.results[index] != NOT_MET:
            return "info"
        settled = self.parts.get(index, self.settled)
        comparison = settled.comparison or self.stated
        pair = None
        if self.column is not None and self.column.words is None:
            pair = self.column.pair(index)
        return severity(
            self.task.spoken.force,
            on=self.task.period.last,
            side=side_of(comparison, settled.tolerance, pair),
            phase=self.task.spoken.phase,
            about=self.stated.op == "about",
        )

    def actual(self, index: int) -> object:
        """The value found, as JSON shows it; None where there is none to show."""
        if self.column is None or index in self.withheld or index in self.idle:
            return None
        if self.reasons.get(index) in ("no_data", "part_of_period", "nothing_due", "withheld"):
            return None
        if index in self.items:
            reported, items = self.items[index]
            return f"{reported}/{items} action_items"
        if self.column.words is not None:
            return sorted(self.column.words[index])
        shown = self.column.shown(index)
        return f"{shown} {self.shown_as}" if self.shown_as else shown
