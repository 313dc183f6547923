"""Seasons: the days of a period on which a duty is owed at all, as the host names them."""

from __future__ import annotations

from attrs import frozen

from fengqiao.measures.reasons import Reason
from fengqiao.rules import DutyPhase, Rules, Spoken
from fengqiao.timing import Period, Span


@frozen(kw_only=True)
class Season:
    """What of a period lies in a duty's season.

    Attributes:
        spans: Those days, in order; none with a reason.
        reason: Why nothing is judged: the host has not said which days it is, or none of them
            lies in the period.
    """

    spans: tuple[Span, ...] = ()
    reason: Reason | None = None

    @property
    def whole(self) -> Span | None:
        """From the first of those days to the last."""
        return Span(self.spans[0].first, self.spans[-1].last) if self.spans else None


def find_season(rules: Rules, spoken: Spoken, period: Period) -> Season | None:
    """The season of what is in force, within a period; None where it names none.

    A period outside the season is one in which nothing is due; but of a year for which the host
    has given no days at all nobody can tell.
    """
    if not isinstance(spoken.phase, DutyPhase) or spoken.phase.during is None:
        return None
    given = rules.season(spoken)
    days = given[1] if given else ()
    inside = tuple(met for span in days if (met := span.meet(period.span)) is not None)
    if inside:
        return Season(spans=inside)
    years = {year for span in days for year in (span.first.year, span.last.year)}
    known = years.issuperset((period.first.year, period.last.year))
    return Season(reason="nothing_due" if known else "not_configured")
