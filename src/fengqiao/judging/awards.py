"""Award lists: by exact scores, or as others decided and the host recorded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from attrs import frozen

from fengqiao.judging.findings import clauses
from fengqiao.judging.scores import Score
from fengqiao.measures import Reason
from fengqiao.measures.sheets import SheetTask
from fengqiao.rules import Exact, Open, Rules, Sheet


@frozen(kw_only=True)
class AwardList:
    """An award list: by scores, or as others decided and the host recorded.

    Attributes:
        winners: Subject ids in order of score; outside awards in order of day.
        tied: Subjects level at the last place where the source has no rule for a tie.
        vetoed: Subjects whom a veto keeps off the list, whether with a score of 0 or with none.
        uncertain: Subjects whose score is not certain and who might still be among the winners.
        awarded_on: Days of outside awards, in the order of winners.
        reason: Why there is no list.
    """

    sheet: str
    period: str
    places: int | None
    winners: tuple[str, ...] = ()
    tied: tuple[str, ...] = ()
    vetoed: tuple[str, ...] = ()
    uncertain: tuple[str, ...] = ()
    awarded_on: tuple[str, ...] = ()
    reason: Reason | None = None
    clause: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The list as plain data."""
        return {
            "sheet": self.sheet,
            "period": self.period,
            "places": self.places,
            "winners": list(self.winners),
            "tied": list(self.tied),
            "vetoed": list(self.vetoed),
            "uncertain": list(self.uncertain),
            "awarded_on": list(self.awarded_on),
            "reason": self.reason,
            "clause": list(self.clause),
        }


@frozen
class Scores:
    """Scores of all sheets asked for, and their award lists."""

    items: tuple[Score, ...]
    awards: tuple[AwardList, ...]

    def __iter__(self) -> Iterator[Score]:
        """Each score."""
        return iter(self.items)

    def __len__(self) -> int:
        """Number of scores."""
        return len(self.items)

    def find(self, score_id: str) -> Score | None:
        """The score of an id, or None."""
        return next((one for one in self.items if one.id == score_id), None)

    def to_json(self) -> dict[str, Any]:
        """Everything as plain data."""
        return {
            "format": 1,
            "scores": [item.to_json() for item in self.items],
            "awards": [award.to_json() for award in self.awards],
        }


def award_list(rules: Rules, sheet: SheetTask, scores: Sequence[Score]) -> AwardList | None:
    """The award list of a sheet with `winners`; None for a sheet without.

    Only subjects whose score is certain are ranked, by their exact scores; those with an
    interval that reaches the last place are listed as uncertain, and whom a veto leaves unrated
    or with 0 is not among the winners, however few the others are. Equal scores at the last
    place share it where the sheet says so; otherwise they are listed as tied, for the host to
    decide.
    """
    entry = sheet.spoken.entry
    if not isinstance(entry, Sheet) or entry.winners is None:
        return None
    clause = tuple(clauses(entry.cites))
    places = _number(rules, sheet, "winners", entry.winners)
    least = _number(rules, sheet, "minimum_data", entry.minimum_data)
    certain = {one.subject: Fraction(*one.exact) for one in scores if one.exact is not None}
    vetoed = [one for one in scores if one.vetoed_by is not None]
    reason: Reason | None = None
    asks_least = isinstance(entry.minimum_data, Open) and least is None
    unrated = [one for one in scores if one.low is None and one.vetoed_by is not None]
    if places is None or asks_least or _has_no_score(scores, unrated):
        reason = "not_configured"
    elif not certain and len(vetoed) < len(scores):
        reason = _common_reason(scores)
    elif least is not None and len(certain) < least:
        reason = "too_few"
    if reason is not None or places is None:
        return AwardList(
            sheet=entry.id, period=str(sheet.period), places=places, reason=reason, clause=clause
        )
    told = rules.term(sheet.spoken, "tie")
    shares = entry.tie == "share" or (told is not None and told[1] == "share")
    unbarred = {one.subject for one in scores if one.vetoed_by is None}
    points = {subject: score for subject, score in certain.items() if subject in unbarred}
    edge = _edge(points, places)
    winners, tied = _cut(points, edge, places, shares=shares)
    return AwardList(
        sheet=entry.id,
        period=str(sheet.period),
        places=places,
        winners=winners,
        tied=tied,
        vetoed=tuple(one.subject for one in vetoed),
        uncertain=_uncertain(scores, edge),
        clause=clause,
    )


def _has_no_score(scores: Sequence[Score], unrated: Sequence[Score]) -> bool:
    """Whether nobody has a score for want of weights or measures."""
    return len(unrated) < len(scores) and all(one.low is None for one in scores)


def _common_reason(scores: Sequence[Score]) -> Reason:
    """Why no score is certain: the one reason that all missing parts give, else `no_data`."""
    reasons = {reason for score in scores for _, reason in score.missing}
    return next(iter(reasons)) if len(reasons) == 1 else "no_data"


def _uncertain(scores: Sequence[Score], edge: Fraction | None) -> tuple[str, ...]:
    """Subjects whose best score would reach the last place."""
    return tuple(
        one.subject
        for one in scores
        if one.exact is None
        and one.vetoed_by is None
        and one.high is not None
        and (edge is None or Fraction(*one.high) >= edge)
    )


def _number(rules: Rules, sheet: SheetTask, name: str, stated: object) -> int | None:
    if isinstance(stated, Exact):
        return stated.num
    found = rules.term(sheet.spoken, name)
    return found[1].num if found is not None and isinstance(found[1], Exact) else None


def _edge(points: Mapping[str, Fraction], places: int) -> Fraction | None:
    """The score of the last place; None where a place stays free."""
    return sorted(points.values(), reverse=True)[places - 1] if len(points) >= places else None


def _cut(
    points: Mapping[str, Fraction], edge: Fraction | None, places: int, *, shares: bool
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who has a place, and who is level at the last one; the best first, then by id."""
    ranked = sorted(points, key=lambda subject: (-points[subject], subject))
    above = tuple(one for one in ranked if edge is None or points[one] > edge)
    level = tuple(one for one in ranked if points[one] == edge)
    if shares or len(above) + len(level) <= places:
        return (*above, *level), ()
    return above, level


def outside_awards(
    entries: Iterable[Sheet],
    rows: Iterable[tuple[str, str, str]],
    period: str,
    *,
    places: Mapping[str, int] = MappingProxyType({}),
) -> tuple[AwardList, ...]:
    """Lists that others decided: what the host recorded, in order of day and id.

    Args:
        entries: Sheets that are decided outside.
        rows: Award list, recipient and day (ISO) of each recorded award in the period.
        period: Label of the period asked for.
        places: How many places the host says a list has whose source leaves that open. By id.
    """
    by_list: Mapping[str, list[tuple[str, str]]] = {entry.key: [] for entry in entries}
    for award, recipient, day in rows:
        if award in by_list:
            by_list[award].append((day, recipient))
    return tuple(
        AwardList(
            sheet=entry.id,
            period=period,
            places=entry.winners.num if isinstance(entry.winners, Exact) else places.get(entry.id),
            winners=tuple(recipient for _, recipient in sorted(by_list[entry.key])),
            awarded_on=tuple(day for day, _ in sorted(by_list[entry.key])),
            reason=None if by_list[entry.key] else "no_data",
            clause=tuple(clauses(entry.cites)),
        )
        for entry in entries
    )
