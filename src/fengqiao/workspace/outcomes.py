"""What would follow: the facts of one store judged by two packs, and where the answers part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from attrs import frozen

from fengqiao.errors import RequestError
from fengqiao.judging import Findings, Score
from fengqiao.judging.compare import MET, NOT_MET
from fengqiao.judging.findings import Result
from fengqiao.packs import Setup
from fengqiao.packs.comparing import Difference, common_areas, standing
from fengqiao.rules import Chain, shown_pair
from fengqiao.rules.pairs import Pair
from fengqiao.store import Store
from fengqiao.timing import CN_CALENDAR, Period, WorkCalendar
from fengqiao.workspace.answering import Question, find_findings, find_scores, make_request
from fengqiao.workspace.facade import Workspace
from fengqiao.workspace.recording import read_registers

RESULTS: tuple[Result, ...] = ("met", "not_met", "not_checkable")
Counts = Mapping[Result, int]
_Asked = tuple[str | None, str, str, str]
"""Requirement, kind of subject, subject, period."""


@frozen(kw_only=True)
class EntryOutcome:
    """Findings of two entries that answer to each other, or of one alone.

    Attributes:
        one, other: Entry ids; None where a side has none.
        counts: Findings by result, of each side.
        turned: How many questions both sides answer, each otherwise.
    """

    one: str | None
    other: str | None
    counts: tuple[Counts, Counts]
    turned: int

    def to_json(self) -> dict[str, Any]:
        """As plain data."""
        return {
            "one": self.one,
            "other": self.other,
            "one_findings": dict(self.counts[0]),
            "other_findings": dict(self.counts[1]),
            "turned": self.turned,
        }


@frozen(kw_only=True)
class Turned:
    """One question that both sides answer, each otherwise."""

    one: str
    other: str
    requirement: str | None
    subject_kind: str
    subject: str
    period: str
    results: tuple[Result, Result]

    def to_json(self) -> dict[str, Any]:
        """As plain data."""
        return {
            "one": self.one,
            "other": self.other,
            "requirement": self.requirement,
            "subject": {"kind": self.subject_kind, "id": self.subject},
            "period": self.period,
            "results": list(self.results),
        }


@frozen(kw_only=True)
class TurnedScore:
    """One subject's score on two sheets that answer to each other, where it differs."""

    one: str
    other: str
    subject_kind: str
    subject: str
    period: str
    scores: tuple[Score, Score]

    def to_json(self) -> dict[str, Any]:
        """As plain data; a score is its two ends."""
        return {
            "one": self.one,
            "other": self.other,
            "subject": {"kind": self.subject_kind, "id": self.subject},
            "period": self.period,
            "scores": [[_shown(score.low), _shown(score.high)] for score in self.scores],
        }


def _shown(pair: Pair | None) -> int | str | None:
    return None if pair is None else shown_pair(*pair)


@frozen(kw_only=True)
class Outcome:
    """The facts of one store under two packs.

    Attributes:
        areas: Code prefixes on which both were run.
        counts: All findings by result, of each side.
        scored: How many scores each side gives.
        minutes: What each side asks of all staff, as far as it is known how long things take.
        untimed: How many things each side asks of which nobody said how long they take.

    Units:
        minutes: minutes
    """

    period: Period
    areas: tuple[str, ...]
    counts: tuple[Counts, Counts]
    entries: tuple[EntryOutcome, ...]
    turned: tuple[Turned, ...]
    scored: tuple[int, int]
    scores: tuple[TurnedScore, ...]
    minutes: tuple[int, int]
    untimed: tuple[int, int]

    def to_json(self) -> dict[str, Any]:
        """As plain data."""
        return {
            "period": str(self.period),
            "areas": list(self.areas),
            "one_findings": dict(self.counts[0]),
            "other_findings": dict(self.counts[1]),
            "entries": [entry.to_json() for entry in self.entries],
            "turned": [one.to_json() for one in self.turned],
            "scored": list(self.scored),
            "scores": [score.to_json() for score in self.scores],
            "burden_minutes": list(self.minutes),
            "untimed": list(self.untimed),
        }


def compare_outcomes(
    store: Store,
    setups: tuple[Setup, Setup],
    chains: tuple[Chain, Chain],
    difference: Difference,
    period: str | Period,
    *,
    calendar: WorkCalendar = CN_CALENDAR,
    as_known: datetime | None = None,
) -> Outcome:
    """Judge the facts of a store by each of two packs, as it stood on its day.

    Both are run on the areas of the place whose facts they are, over the whole period, each with
    its parents and with what the host filled into its open terms. Nothing is written.

    Args:
        store: Only read.
        setups: What each side stands on, from `set_up_both`.
        chains: Who speaks on each side.
        difference: What the packs say otherwise; its pairs are what findings are compared by.
        period: The period asked for.
        calendar: Says which days are worked.
        as_known: Only what was known by this moment; None: everything.

    Raises:
        PeriodError: The period can't be read.
    """
    asked = period if isinstance(period, Period) else Period.parse(period)
    areas = common_areas(difference.one, difference.other, _registered(store, asked, as_known))
    days = difference.on, difference.and_on
    sides = [
        _Side(
            Workspace(store=store, setup=standing(setup, chain, day, areas), calendar=calendar),
            asked,
            as_known,
        )
        for setup, chain, day in zip(setups, chains, days, strict=True)
    ]
    findings = sides[0].results(), sides[1].results()
    scores = sides[0].scores(), sides[1].scores()
    burdens = sides[0].burden(), sides[1].burden()
    entries, turned = _compared(findings, difference.pairs)
    return Outcome(
        period=asked,
        areas=areas,
        counts=(_counts(findings[0].values()), _counts(findings[1].values())),
        entries=entries,
        turned=turned,
        scored=(len(scores[0]), len(scores[1])),
        scores=tuple(_turned_scores(scores, difference.pairs)),
        minutes=(burdens[0][0], burdens[1][0]),
        untimed=(burdens[0][1], burdens[1][1]),
    )


def _registered(store: Store, period: Period, as_known: datetime | None) -> list[str]:
    registers = read_registers(store, period.span, as_known=as_known)
    return [str(code) for code in registers.table("area")["area"]]


_Answers = Mapping[_Asked, Result]
_ByEntry = dict[str, dict[_Asked, Result]]


@frozen
class _Side:
    """One pack on the facts."""

    workspace: Workspace
    period: Period
    as_known: datetime | None

    def results(self) -> _ByEntry:
        """Results by entry and by what was asked."""
        found: _ByEntry = {}
        request = make_request(self.workspace.setup, self.period)
        for block in self._findings(request).blocks:
            task = block.task
            answers = found.setdefault(task.spoken.entry.id, {})
            kind, period = task.subjects.kind, str(task.period)
            for index, subject in enumerate(task.subjects.ids):
                result = block.results[index]
                word: Result = (
                    "met" if result == MET else "not_met" if result == NOT_MET else "not_checkable"
                )
                answers[block.requirement, kind, subject, period] = word
        return found

    def _findings(self, request: Any) -> Findings:  # noqa: ANN401  from make_request
        question = self._question(request)
        return find_findings(question, may_be_empty=True)

    def _question(self, request: Any) -> Question:  # noqa: ANN401  from make_request
        return Question(
            store=self.workspace.store,
            setup=self.workspace.setup,
            calendar=self.workspace.calendar,
            request=request,
            as_known=self.as_known,
        )

    def scores(self) -> dict[tuple[str, str, str, str], Score]:
        """Scores by sheet, kind of subject, subject and period."""
        request = make_request(self.workspace.setup, self.period, sheets=True)
        found = find_scores(self._question(request))
        return {(one.sheet, one.subject_kind, one.subject, one.period): one for one in found}

    def burden(self) -> tuple[int, int]:
        """What all entries with a known duration ask of all staff, and how many things have none.

        Units:
            minutes, things
        """
        try:
            found = self.workspace.burden(self.period, as_known=self.as_known)
        except RequestError as error:
            if error.code != "request.nothing_judged":
                raise
            return 0, 0
        return found.minutes, sum(one.unstated for one in found.entries)


def _counts(answers: Iterable[_Answers]) -> dict[Result, int]:
    found = Counter(result for some in answers for result in some.values())
    return {result: found[result] for result in RESULTS}


def _compared(
    findings: tuple[_ByEntry, _ByEntry], pairs: Iterable[tuple[str, str]]
) -> tuple[tuple[EntryOutcome, ...], tuple[Turned, ...]]:
    """Entries pair by pair, then those alone, with the questions that are answered otherwise."""
    ones, others = findings
    turned: list[Turned] = []
    entries: list[EntryOutcome] = []
    left, right = dict(ones), dict(others)
    for one, other in pairs:
        own, theirs = ones.get(one, {}), others.get(other, {})
        left.pop(one, None)
        right.pop(other, None)
        if not (own or theirs):
            continue
        some = list(_turned(one, other, own, theirs))
        counts = _counts([own]), _counts([theirs])
        entries.append(EntryOutcome(one=one, other=other, counts=counts, turned=len(some)))
        turned += some
    none = _counts([])
    for one, own in left.items():
        entries.append(EntryOutcome(one=one, other=None, counts=(_counts([own]), none), turned=0))
    for other, own in right.items():
        entries.append(EntryOutcome(one=None, other=other, counts=(none, _counts([own])), turned=0))
    return tuple(entries), tuple(turned)


def _turned(one: str, other: str, own: _Answers, theirs: _Answers) -> Iterator[Turned]:
    for asked, result in own.items():
        if theirs.get(asked, result) != result:
            requirement, kind, subject, period = asked
            yield Turned(
                one=one,
                other=other,
                requirement=requirement,
                subject_kind=kind,
                subject=subject,
                period=period,
                results=(result, theirs[asked]),
            )


def _turned_scores(
    scores: tuple[Mapping[Any, Score], Mapping[Any, Score]], pairs: Iterable[tuple[str, str]]
) -> Iterator[TurnedScore]:
    ones, others = scores
    for one, other in pairs:
        for (sheet, kind, subject, period), score in ones.items():
            theirs = others.get((other, kind, subject, period)) if sheet == one else None
            if theirs is not None and (score.low, score.high) != (theirs.low, theirs.high):
                yield TurnedScore(
                    one=one,
                    other=other,
                    subject_kind=kind,
                    subject=subject,
                    period=period,
                    scores=(score, theirs),
                )
