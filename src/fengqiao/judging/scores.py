"""Score sheets: exact scores, and intervals where a part can't be checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import field, frozen

from fengqiao.judging.finding_ids import FindingId
from fengqiao.judging.findings import Context
from fengqiao.judging.parts import PartScore
from fengqiao.judging.score_parts import measured, score_parts
from fengqiao.judging.score_receipts import score_receipt
from fengqiao.judging.small_counts import Few
from fengqiao.measures import Reason, Values
from fengqiao.measures.sheets import SheetTask
from fengqiao.rules import Sheet, shown_pair
from fengqiao.rules.pairs import Pair, total
from fengqiao.rules.points import weight_points


@frozen(kw_only=True)
class Score:
    """A subject's score on a sheet.

    Attributes:
        id: Readable and decodable, as of findings:
            `wuhai:points.community_officer@community_officer/W0012:2018-07`.
        low, high: Exact ends; equal when every part could be checked. None when a weight or every
            measure is not configured, and when a veto leaves the subject unrated.
        out_of: What the weights add up to; None while one is not configured.
        vetoed_by: The part whose limit was not kept, so that there is no score, or none above 0.
        receipt: Clause, source, packs asked and open terms used.
    """

    id: str
    sheet: str
    subject_kind: str
    subject: str
    period: str
    low: Pair | None
    high: Pair | None
    out_of: Pair | None = None
    vetoed_by: str | None = None
    parts: tuple[PartScore, ...]
    receipt: Mapping[str, object] = field(factory=dict)

    @property
    def missing(self) -> tuple[tuple[str, Reason], ...]:
        """Parts without a value, and why."""
        return tuple((part.name, part.reason) for part in self.parts if part.reason)

    @property
    def exact(self) -> Pair | None:
        """The score where it is certain: no veto that can't be checked may still take it away."""
        unchecked = [part for part in self.parts if part.effect == "veto" and part.kept is None]
        if any(self.vetoed_by is None or part.veto == "not_rated" for part in unchecked):
            return None
        return self.low if self.low is not None and self.low == self.high else None

    def to_json(self) -> dict[str, Any]:
        """The score as plain data."""
        return {
            "id": self.id,
            "sheet": self.sheet,
            "subject": {"kind": self.subject_kind, "id": self.subject},
            "period": self.period,
            "low": shown_pair(*self.low) if self.low else None,
            "high": shown_pair(*self.high) if self.high else None,
            "out_of": shown_pair(*self.out_of) if self.out_of else None,
            "vetoed_by": self.vetoed_by,
            "parts": [part.to_json() for part in self.parts],
            "receipt": dict(self.receipt),
        }


def score_sheet(
    sheet: SheetTask, values: Sequence[Values | None], *, context: Context, few: Few
) -> tuple[Score, ...]:
    """Scores of every subject of a sheet over one period.

    Args:
        sheet: From `plan_sheets`.
        values: Values of each part's task, in order; None where it has none.
        context: The rules that the sheet came from, and as of when facts are read.
        few: Which values of surveys are withheld.
    """
    entry = sheet.spoken.entry
    stated = entry.out_of if isinstance(entry, Sheet) else None
    receipt = score_receipt(sheet, context)
    weights = [weight_points(one.weight, stated) for one in sheet.parts if one.weight is not None]
    is_weighed = len(weights) == len(sheet.parts)
    is_scored = is_weighed and any(one is not None for one in values)
    out_of = stated.pair if stated else None
    if out_of is None and is_weighed:
        own = (one.weight for one in sheet.parts if one.part.points.effect == "part")
        out_of = total([weight.pair for weight in own if weight is not None])
    scores = []
    for index, subject in enumerate(sheet.subjects.ids):
        found = [
            measured(task, one, index, few) for task, one in zip(sheet.parts, values, strict=True)
        ]
        scored = score_parts(sheet.parts, found, weights if is_scored else None)
        score_id = FindingId(
            pack=entry.pack,
            entry=entry.id,
            subject_kind=sheet.subjects.kind,
            subject=subject,
            period=str(sheet.period),
        )
        scores.append(
            Score(
                id=str(score_id),
                sheet=entry.id,
                subject_kind=sheet.subjects.kind,
                subject=subject,
                period=str(sheet.period),
                low=scored.ends[0] if scored.ends else None,
                high=scored.ends[1] if scored.ends else None,
                out_of=out_of,
                vetoed_by=scored.vetoed_by,
                parts=scored.parts,
                receipt=receipt,
            )
        )
    return tuple(scores)
