"""What came of an expectation of a worked case."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from fengqiao.errors import Fault, Place
from fengqiao.judging.blocks import Block
from fengqiao.judging.compare import MET, NOT_MET
from fengqiao.rules import Case

OTHER_PERIOD = "other_period"
"""Stands for a case whose period is not of the entry's own kind: a month for a weekly norm."""
_WORDS: Mapping[str, str] = {"not_configured": "open"}
"""How outcomes of cases call a reason, where they do not use its own name."""


@frozen(kw_only=True)
class CaseResult:
    """One expectation of a worked case.

    Attributes:
        field: Field or requirement of a duty or role; `given` where records are counted; None
            for what comes of a row.
        row: Which row, counted from 1; None for events.
    """

    case: Case
    expected: str
    found: str
    field: str | None = None
    row: int | None = None

    @property
    def fault(self) -> Fault | None:
        """The fault of a case that came out otherwise; None when it is as expected."""
        if self.found == self.expected:
            return None
        part = self.field or self.row
        facts = {
            "entry": self.case.of,
            "part": f"{self.row}.{self.field}" if self.row and self.field else part,
            "expected": self.expected,
            "found": self.found,
        }
        place = Place(self.case.origin.file, self.case.origin.line)
        return Fault("case.differs", facts, place)


def outcome_of(block: Block) -> str:
    """What came of the case's subject: `met`, a severity, or why it can't be checked."""
    if block.results[0] == MET:
        return "met"
    if block.results[0] == NOT_MET:
        return block.severity_of(0)
    return said(block.reasons[0])


def said(reason: str) -> str:
    """What outcomes of cases call a reason."""
    return _WORDS.get(reason, reason)
