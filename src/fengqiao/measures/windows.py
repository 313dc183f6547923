"""Windows of bands: over which period a class is taken, and by which value."""

from __future__ import annotations

from attrs import frozen

from fengqiao.measures.reasons import Reason
from fengqiao.rules import Band, Open, Rules, Spoken
from fengqiao.rules.windows import unit_of
from fengqiao.timing import Period, PeriodUnit, period_of, previous


@frozen(kw_only=True)
class Window:
    """By what a band classes on the last day of a period.

    Attributes:
        by: The key that is measured; None where nobody has said.
        period: Over which it is measured; None where nobody has said.
        terms: Open terms of the band that the host has not filled in.
    """

    by: str | None
    period: Period | None
    terms: tuple[str, ...] = ()

    @property
    def reason(self) -> Reason | None:
        """Why nobody can be classed by it, if so."""
        return "not_configured" if self.by is None or self.period is None else None


def last_ended(unit: PeriodUnit, period: Period) -> Period:
    """The last period of a unit that ends with, or before the end of, another."""
    found = period_of(unit, period.last)
    return found if found.last <= period.last else previous(found)


def find_window(rules: Rules, spoken: Spoken, band: Band, period: Period) -> Window:
    """The window of a band in force, and what it is measured by; open terms as the host says.

    Args:
        rules: Hold the host's terms.
        spoken: What speaks under the band's id.
        band: Its entry.
        period: The period asked for: the class is that of its last day.
    """
    by = _told(rules, spoken, "by") if isinstance(band.by, Open) else band.by
    over = _told(rules, spoken, "over") if isinstance(band.over, Open) else band.over
    unit, is_previous = unit_of(over) if over else (None, False)
    found = None
    if unit is not None:
        found = previous(period_of(unit, period.last)) if is_previous else last_ended(unit, period)
    lacks = tuple(f"{band.id}.{name}" for name, one in (("by", by), ("over", found)) if one is None)
    return Window(by=by, period=found, terms=lacks)


def _told(rules: Rules, spoken: Spoken, name: str) -> str | None:
    found = rules.term(spoken, name)
    return found[1] if found is not None and isinstance(found[1], str) else None
