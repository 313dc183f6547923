"""Award lists: by exact scores, or as others decided and the host recorded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cmp_to_key
from types import MappingProxyType
from typing import Any

from attrs import frozen

from fengqiao.judging.findings import clauses
from fengqiao.judging.scores import Score
from fengqiao.measures import Reason
from fengqiao.measures.sheets import SheetTask
from fengqiao.rules import Exact, Open, Rules, Sheet, compare


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
    certain = [one for one in scores if one.exact is not None]
    ranked = sorted((one for one in certain if one.vetoed_by is None), key=cmp_to_key(_by_score))
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
    winners, tied = _cut(ranked, places, shares=shares)
    return AwardList(
        sheet=entry.id,
        period=str(sheet.period),
        places=places,
        winners=winners,
        tied=tied,
        vetoed=tuple(one.subject for one in vetoed),
        uncertain=_uncertain(scores, ranked, places),
        clause=clause,
    )


def _has_no_score(scores: Sequence[Score], unrated: Sequence[Score]) -> bool:
    """Whether nobody has a score for want of weights or measures."""
    return len(unrated) < len(scores) and all(one.low is None for one in scores)


def _common_reason(scores: Sequence[Score]) -> Reason:
    """Why no score is certain: the one reason that all missing parts give, else `no_data`."""
    reasons = {reason for score in scores for _, reason in score.missing}
    return next(iter(reasons)) if len(reasons) == 1 else "no_data"


def _uncertain(scores: Sequence[Score], ranked: Sequence[Score], places: int) -> tuple[str, ...]:
    """Subjects whose best score would reach the last place."""
    edge = ranked[places - 1].exact if len(ranked) >= places else None
    return tuple(
        one.subject
        for one in scores
        if one.exact is None
        and one.vetoed_by is None
        and one.high is not None
        and (edge is None or compare(one.high, edge) >= 0)
    )


def _number(rules: Rules, sheet: SheetTask, name: str, stated: object) -> int | None:
    if isinstance(stated, Exact):
        return stated.num
    found = rules.term(sheet.spoken, name)
    return found[1].num if found is not None and isinstance(found[1], Exact) else None


def _by_score(one: Score, other: Score) -> int:
    if one.exact is None or other.exact is None:
        return 0
    return compare(other.exact, one.exact) or (one.subject > other.subject) - (
        one.subject < other.subject
    )


def _cut(
    ranked: Sequence[Score], places: int, *, shares: bool
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if len(ranked) <= places:
        return tuple(one.subject for one in ranked), ()
    edge = ranked[places - 1].exact or (0, 1)
    level = [one for one in ranked if one.exact and compare(one.exact, edge) == 0]
    above = [one for one in ranked if one.exact and compare(one.exact, edge) > 0]
    fits = len(above) + len(level) <= places
    if fits or shares:
        return tuple(one.subject for one in (*above, *level)), ()
    return tuple(one.subject for one in above), tuple(one.subject for one in level)


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
