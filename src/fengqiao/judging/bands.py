"""Class subjects by the bands of a measured value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import frozen

from fengqiao.judging.findings import clauses
from fengqiao.judging.scores import Score
from fengqiao.judging.small_counts import NONE_SHOWN, Few
from fengqiao.measures import Classed, Column, Reason, Values
from fengqiao.rules import Band, shown_pair
from fengqiao.rules.stretches import stretch_of

_Found = tuple[str | None, Reason | None, object]
"""A level and the value it goes by, or why there is none."""


@frozen(kw_only=True)
class Classification:
    """The class of one subject.

    Attributes:
        key: Key of the band.
        level: Name of the level; None with a reason.
        actual: The value it is classed by, `n/d` unreduced.
        clause: Where the band stands.
    """

    entry: str
    key: str
    subject_kind: str
    subject: str
    period: str
    level: str | None
    reason: Reason | None
    actual: object
    clause: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """The class as plain data."""
        return {
            "entry": self.entry,
            "subject": {"kind": self.subject_kind, "id": self.subject},
            "period": self.period,
            "level": self.level,
            "reason": self.reason,
            "actual": self.actual,
            "clause": list(self.clause),
        }


@frozen
class Classes:
    """Classes of all subjects of all bands asked for."""

    items: tuple[Classification, ...]

    def __iter__(self) -> Iterator[Classification]:
        """Each classification."""
        return iter(self.items)

    def __len__(self) -> int:
        """Number of subjects classed."""
        return len(self.items)

    def classed(self) -> Classed:
        """Levels by band key, then subject, for entries that filter by them."""
        levels: dict[str, dict[str, str]] = {}
        unknown: dict[str, dict[str, Reason]] = {}
        for item in self.items:
            if item.level is not None:
                levels.setdefault(item.key, {})[item.subject] = item.level
            elif item.reason is not None:
                unknown.setdefault(item.key, {})[item.subject] = item.reason
        return Classed(levels=levels, unknown=unknown)

    def to_json(self) -> dict[str, Any]:
        """All classes as plain data."""
        return {"format": 1, "classes": [item.to_json() for item in self.items]}


def classify(
    values: Iterable[Values], scores: Iterable[Score] = (), *, few: Few = NONE_SHOWN
) -> Classes:
    """Class every subject of bands by its value.

    Args:
        values: Of the bands' tasks.
        scores: Of the sheets that bands class by, over the bands' own windows.
        few: Which values of surveys are withheld; by default all are.
    """
    known = {(one.sheet, one.subject, one.period): one for one in scores}
    return Classes(tuple(item for one in values for item in _classified(one, known, few)))


def _classified(
    values: Values, scores: Mapping[tuple[str, str, str], Score], few: Few
) -> Iterator[Classification]:
    task = values.task
    band = task.spoken.entry
    if not isinstance(band, Band):
        message = "the values are not a band's"
        raise TypeError(message)
    clause = tuple(clauses(band.cites))
    for index, subject in enumerate(task.subjects.ids):
        reason = task.reason or values.reasons.get(index)
        found: _Found = (None, reason, None)
        if reason is None and task.scored_by is not None:
            found = _by_score(band, scores.get((task.scored_by, subject, str(task.period))))
        elif reason is None and values.column is not None:
            is_withheld = few.withholds(values, index)
            found = _by_value(band, values.column, index, is_withheld=is_withheld)
        level, reason, actual = found
        yield Classification(
            entry=band.id,
            key=band.key,
            subject_kind=task.subjects.kind,
            subject=subject,
            period=str(task.period),
            level=level,
            reason=reason,
            actual=actual,
            clause=clause,
        )


def _by_value(band: Band, column: Column, index: int, *, is_withheld: bool) -> _Found:
    reason = _unknown(column, index) or ("withheld" if is_withheld else None)
    if reason is not None:
        return None, reason, None
    return level_of(band, column.pair(index)), None, column.shown(index)


def _unknown(column: Column, index: int) -> Reason | None:
    """Why a value has no number, in the order of norms; None where it has one."""
    if index in column.open:
        return "not_configured"
    if index in column.unknown:
        return "no_data"
    return "nothing_due" if column.dens is not None and column.dens[index] == 0 else None


def _by_score(band: Band, score: Score | None) -> _Found:
    """The level in which both ends of a score lie; none while a veto may leave it unrated."""
    if score is None or (score.vetoed_by is not None and score.low is None):
        return None, "no_data", None
    if score.low is None or score.high is None:
        return None, "not_configured", None
    low, high = (level_of(band, end) for end in (score.low, score.high))
    unsure = any(one.veto == "not_rated" and one.kept is None for one in score.parts)
    if unsure or low is None or low != high:
        return None, "no_data", None
    return low, None, shown_pair(*score.exact) if score.exact else None


def level_of(band: Band, pair: tuple[int, int]) -> str | None:
    """The level of a value; on an edge that two levels share, the band's tie rule decides."""
    found = stretch_of([level.comparison for level in band.levels], band.tie, pair)
    return None if found is None else band.levels[found].name
