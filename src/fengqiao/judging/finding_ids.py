"""Finding ids: `wuhai:meeting.community:length@community/150302001002:2018-07`."""

from __future__ import annotations

import re

from attrs import frozen

from fengqiao.errors import PeriodError, UnknownFinding
from fengqiao.timing import Period

_SHAPE = re.compile(
    r"(?P<pack>[a-z0-9_\-]+):(?P<entry>[a-z0-9_.]+)(?::(?P<requirement>[a-z0-9_.]+))?"
    r"@(?P<kind>[a-z_]+)/(?P<subject>[A-Za-z0-9._:\-]{1,64}):(?P<period>[0-9QHW.\-]+)"
)


@frozen(kw_only=True)
class FindingId:
    """The parts of a finding id.

    Attributes:
        requirement: None for a norm, a band or a sheet.
    """

    pack: str
    entry: str
    requirement: str | None = None
    subject_kind: str
    subject: str
    period: str

    def __str__(self) -> str:
        """The id as text."""
        entry = f"{self.entry}:{self.requirement}" if self.requirement else self.entry
        return f"{self.pack}:{entry}@{self.subject_kind}/{self.subject}:{self.period}"

    @classmethod
    def parse(cls, text: str) -> FindingId:
        """Read an id.

        Raises:
            UnknownFinding: The text has another shape. It is not repeated in the error.
        """
        found = _SHAPE.fullmatch(text)
        if found is None:
            raise UnknownFinding("finding.id")
        parts = found.groupdict()
        return cls(
            pack=parts["pack"],
            entry=parts["entry"],
            requirement=parts["requirement"],
            subject_kind=parts["kind"],
            subject=parts["subject"],
            period=parts["period"],
        )

    def asked_period(self) -> Period:
        """The period that the finding is about.

        Raises:
            UnknownFinding: The label names no period.
        """
        try:
            return Period.parse(self.period)
        except PeriodError:
            pass
        raise UnknownFinding("finding.id")
