"""What holds over a span of days, by its clauses."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from fengqiao.rules.sources import Cite


@frozen(kw_only=True)
class Held:
    """What holds over a span of days, by its clauses.

    Attributes:
        effective_from, effective_until: Both included; None: until further notice.
    """

    cites: tuple[Cite, ...]
    effective_from: date
    effective_until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on a day."""
        return self.effective_from <= day <= (self.effective_until or date.max)
