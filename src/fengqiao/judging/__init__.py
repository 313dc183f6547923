"""Judging: findings, classes, scores, and their explanation."""

from __future__ import annotations

from fengqiao.judging.bands import Classes, Classification, classify, level_of
from fengqiao.judging.check import check
from fengqiao.judging.explain import explain
from fengqiao.judging.finding_ids import FindingId
from fengqiao.judging.findings import Context, Finding, Findings, make_finding
from fengqiao.judging.limits import Settled, settle
from fengqiao.judging.scores import (
    AwardList,
    PartScore,
    Score,
    Scores,
    award_list,
    outside_awards,
    score_sheet,
)
from fengqiao.judging.severity import severity
from fengqiao.judging.words import word

__all__ = [
    "AwardList",
    "Classes",
    "Classification",
    "Context",
    "Finding",
    "FindingId",
    "Findings",
    "PartScore",
    "Score",
    "Scores",
    "Settled",
    "award_list",
    "check",
    "classify",
    "explain",
    "level_of",
    "make_finding",
    "outside_awards",
    "score_sheet",
    "settle",
    "severity",
    "word",
]
