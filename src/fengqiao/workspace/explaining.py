"""What a workspace finds by an id, and how it explains it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Protocol

from attrs import evolve

from fengqiao import judging
from fengqiao.errors import Lang, RequestError, UnknownFinding
from fengqiao.judging import Finding, FindingId, Score
from fengqiao.measures import Request
from fengqiao.packs import Setup
from fengqiao.workspace.answering import (
    Question,
    find_findings,
    find_score,
    is_score_id,
    judged_ids,
    make_request,
    score_request,
)


class _Asked(Protocol):
    """What these methods need of the workspace that they belong to."""

    @property
    def setup(self) -> Setup: ...

    def _question(self, request: Request, as_known: datetime | None) -> Question: ...

    def find(
        self, finding_id: str, *, on: date | None = None, as_known: datetime | None = None
    ) -> Finding: ...

    def find_score(
        self, score_id: str, *, on: date | None = None, as_known: datetime | None = None
    ) -> Score: ...


class Explains:
    """The methods of a workspace that look up one result and explain it."""

    __slots__ = ()

    def find(
        self: _Asked, finding_id: str, *, on: date | None = None, as_known: datetime | None = None
    ) -> Finding:
        """The finding of an id.

        Args:
            finding_id: As `check` gave it, or as `due` gave it: a duty's then stands for how
                often it was done.
            on: The day as of which facts are read; by default the period's last day.
            as_known: Only what was known by this moment; None: everything.

        Raises:
            UnknownFinding: There is none.
        """
        wanted = FindingId.parse(finding_id)
        if wanted.entry not in judged_ids(self.setup):
            raise UnknownFinding("finding.unknown")
        request = make_request(self.setup, wanted.asked_period(), on=on, entry=wanted.entry)
        findings = find_findings(self._question(request, as_known), may_be_empty=True)
        as_duty = evolve(wanted, requirement=wanted.requirement or "cadence")
        found = findings.find(finding_id) or findings.find(str(as_duty))
        if found is None:
            raise UnknownFinding("finding.unknown")
        return found

    def find_score(
        self: _Asked, score_id: str, *, on: date | None = None, as_known: datetime | None = None
    ) -> Score:
        """The score of an id.

        Args:
            score_id: As `score` gave it.
            on: The day as of which facts are read; by default the period's last day.
            as_known: Only what was known by this moment; None: everything.

        Raises:
            UnknownFinding: There is none.
        """
        request = score_request(self.setup, score_id, on=on)
        return find_score(self._question(request, as_known), score_id)

    def explain(
        self: _Asked,
        finding_id: str,
        *,
        lang: Lang = "en",
        on: date | None = None,
        as_known: datetime | None = None,
    ) -> str:
        """Explain a finding or a score down to clause, numerator, denominator and period.

        Args:
            finding_id: As `check` or `score` gave it.
            lang: `en` or `zh`.
            on: The day as of which facts are read; by default the period's last day.
            as_known: Only what was known by this moment; None: everything.

        Raises:
            UnknownFinding: There is none.
            RequestError: There is no such language.
        """
        if lang not in ("en", "zh"):
            raise RequestError("request.lang")
        if is_score_id(self.setup, finding_id):
            score = self.find_score(finding_id, on=on, as_known=as_known)
            return judging.explain_score(score, self.setup.rules, self.setup.indicators, lang=lang)
        found = self.find(finding_id, on=on, as_known=as_known)
        return judging.explain(found, self.setup.rules, self.setup.indicators, lang=lang)
