"""Score sheets: exact scores, intervals where a part can't be checked, award lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cmp_to_key
from math import gcd
from typing import Any

from attrs import frozen

from fengqiao.judging.findings import clauses
from fengqiao.measures import Reason, Values
from fengqiao.measures.sheets import SheetTask
from fengqiao.rules import Exact, Open, Part, Rules, Sheet, compare, shown_pair

Pair = tuple[int, int]


@frozen(kw_only=True)
class PartScore:
    """One component of a score.

    Attributes:
        weight: As configured or stated.
        value: Share reached, as a fraction; None with a reason.
    """

    name: str
    weight: str | None
    value: Pair | None
    reason: Reason | None


@frozen(kw_only=True)
class Score:
    """A subject's score on a sheet.

    Attributes:
        low, high: Exact ends; equal when every part could be checked. None when the sheet's
            weights are not configured.
        missing: Parts that could not be checked, with the reason.
    """

    sheet: str
    subject_kind: str
    subject: str
    period: str
    low: Pair | None
    high: Pair | None
    parts: tuple[PartScore, ...]

    @property
    def missing(self) -> tuple[tuple[str, Reason], ...]:
        """Parts without a value, and why."""
        return tuple((part.name, part.reason) for part in self.parts if part.reason)

    @property
    def exact(self) -> Pair | None:
        """The score where it is certain."""
        return self.low if self.low is not None and self.low == self.high else None

    def to_json(self) -> dict[str, Any]:
        """The score as plain data."""
        return {
            "sheet": self.sheet,
            "subject": {"kind": self.subject_kind, "id": self.subject},
            "period": self.period,
            "low": shown_pair(*self.low) if self.low else None,
            "high": shown_pair(*self.high) if self.high else None,
            "parts": [
                {
                    "name": part.name,
                    "weight": part.weight,
                    "value": shown_pair(*part.value) if part.value else None,
                    "reason": part.reason,
                }
                for part in self.parts
            ],
        }


@frozen(kw_only=True)
class AwardList:
    """An award list: by scores, or as others decided and the host recorded.

    Attributes:
        winners: Subject ids in order of score; outside awards in order of day.
        tied: Subjects level at the last place where the source has no rule for a tie.
        uncertain: Subjects whose score is not certain and who might still be among the winners.
        awarded_on: Days of outside awards, in the order of winners.
        reason: Why there is no list.
    """

    sheet: str
    period: str
    places: int | None
    winners: tuple[str, ...] = ()
    tied: tuple[str, ...] = ()
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

    def to_json(self) -> dict[str, Any]:
        """Everything as plain data."""
        return {
            "format": 1,
            "scores": [item.to_json() for item in self.items],
            "awards": [award.to_json() for award in self.awards],
        }


def score_sheet(
    sheet: SheetTask, values: Sequence[Values | None], *, small_count: int | None
) -> tuple[Score, ...]:
    """Scores of every subject of a sheet over one period.

    Args:
        sheet: From `plan_sheets`.
        values: Values of each part's task, in order; None where it has none.
        small_count: Survey answers fewer than this are withheld; None: all are.
    """
    return tuple(_score(sheet, values, index, small_count) for index in range(len(sheet.subjects)))


def _score(
    sheet: SheetTask, values: Sequence[Values | None], index: int, small_count: int | None
) -> Score:
    parts = tuple(
        _part(part, weight, one, index, small_count)
        for (part, weight, _), one in zip(sheet.parts, values, strict=True)
    )
    weights = [weight for _, weight, _ in sheet.parts]
    low = high = None
    if weights and None not in weights and any(one is not None for one in values):
        rules = [part.missing for part, _, _ in sheet.parts]
        ends = score_ends([w.pair for w in weights if w], parts, rules)
        low, high = ends
    return Score(
        sheet=sheet.spoken.entry.id,
        subject_kind=sheet.subjects.kind,
        subject=sheet.subjects.ids[index],
        period=str(sheet.period),
        low=low,
        high=high,
        parts=parts,
    )


def _part(
    part: Part, weight: Exact | None, values: Values | None, index: int, small_count: int | None
) -> PartScore:
    value: Pair | None = None
    reason: Reason | None = None
    if weight is None or values is None:
        reason = "not_configured"
    else:
        reason = values.task.reason or values.reasons.get(index)
    if reason is None and values is not None and values.column is not None:
        value = values.column.pair(index)
        indicator = values.task.indicator
        is_survey = indicator is not None and indicator.is_survey
        if values.column.dens is None:
            value, reason = None, "not_configured"
        elif value[1] == 0:
            value, reason = None, "nothing_due"
        elif is_survey and (small_count is None or value[1] < small_count):
            value, reason = None, "withheld"
    return PartScore(
        name=part.name, weight=weight.text if weight else None, value=value, reason=reason
    )


def score_ends(
    weights: Sequence[Pair], parts: Sequence[PartScore], rules: Sequence[str]
) -> tuple[Pair, Pair]:
    """Lowest and highest score, by each missing part's own rule.

    Args:
        weights: As fractions. Shape (n,).
        parts: Shape (n,).
        rules: For a part without a value: `interval` (at nothing and at full), `zero`, `full`, or
            `redistribute` (its weight goes to the others in proportion; where there are none,
            anything is possible). Shape (n,).

    Returns:
        Both ends as fractions in lowest terms; equal where the score is certain.
    """
    low: Pair = (0, 1)
    high: Pair = (0, 1)
    moved: Pair = (0, 1)
    counted: Pair = (0, 1)
    for weight, part, rule in zip(weights, parts, rules, strict=True):
        if part.value is not None:
            points = (weight[0] * part.value[0], weight[1] * part.value[1])
            low, high, counted = _add(low, points), _add(high, points), _add(counted, weight)
        elif rule == "redistribute":
            moved = _add(moved, weight)
        elif rule == "full":
            low, high, counted = _add(low, weight), _add(high, weight), _add(counted, weight)
        else:
            counted = _add(counted, weight)
            if rule == "interval":
                high = _add(high, weight)
    if moved[0] and not counted[0]:
        return _lowest(low), _lowest(moved)
    if moved[0]:
        whole = _add(counted, moved)
        scale = (whole[0] * counted[1], whole[1] * counted[0])
        low, high = _times(low, scale), _times(high, scale)
    return _lowest(low), _lowest(high)


def _lowest(pair: Pair) -> Pair:
    """A score in lowest terms: it is ours, not a figure that a notice wrote."""
    divisor = gcd(*pair)
    return (pair[0] // divisor, pair[1] // divisor)


def _add(one: Pair, other: Pair) -> Pair:
    if one[1] == other[1]:
        return (one[0] + other[0], one[1])
    return (one[0] * other[1] + other[0] * one[1], one[1] * other[1])


def _times(one: Pair, other: Pair) -> Pair:
    return (one[0] * other[0], one[1] * other[1])


def award_list(rules: Rules, sheet: SheetTask, scores: Sequence[Score]) -> AwardList | None:
    """The award list of a sheet with `winners`; None for a sheet without.

    Only subjects whose score is certain are ranked; those with an interval that reaches the last
    place are listed as uncertain. Equal scores at the last place share it where
    the sheet says so; otherwise they are listed as tied, for the host to decide.
    """
    entry = sheet.spoken.entry
    if not isinstance(entry, Sheet) or entry.winners is None:
        return None
    clause = tuple(clauses(entry.cites))
    places = _number(rules, sheet, "winners", entry.winners)
    least = _number(rules, sheet, "minimum_data", entry.minimum_data)
    ranked = sorted((one for one in scores if one.exact is not None), key=cmp_to_key(_by_score))
    reason: Reason | None = None
    asks_least = isinstance(entry.minimum_data, Open) and least is None
    if places is None or asks_least or all(score.low is None for score in scores):
        reason = "not_configured"
    elif not ranked:
        reason = _common_reason(scores)
    elif least is not None and len(ranked) < least:
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
        uncertain=_uncertain(scores, ranked, places),
        clause=clause,
    )


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
    entries: Iterable[Sheet], rows: Iterable[tuple[str, str, str]], period: str
) -> tuple[AwardList, ...]:
    """Lists that others decided: what the host recorded, in order of day and id.

    Args:
        entries: Sheets that are decided outside.
        rows: Award list, recipient and day (ISO) of each recorded award in the period.
        period: Label of the period asked for.
    """
    by_list: Mapping[str, list[tuple[str, str]]] = {entry.key: [] for entry in entries}
    for award, recipient, day in rows:
        if award in by_list:
            by_list[award].append((day, recipient))
    return tuple(
        AwardList(
            sheet=entry.id,
            period=period,
            places=entry.winners.num if isinstance(entry.winners, Exact) else None,
            winners=tuple(recipient for _, recipient in sorted(by_list[entry.key])),
            awarded_on=tuple(day for day, _ in sorted(by_list[entry.key])),
            reason=None if by_list[entry.key] else "no_data",
            clause=tuple(clauses(entry.cites)),
        )
        for entry in entries
    )
