"""Judging: findings, classes, scores, and their explanation."""

from __future__ import annotations

from fengqiao.judging.awards import AwardList, Scores, award_list, outside_awards
from fengqiao.judging.bands import Classes, Classification, classify, level_of
from fengqiao.judging.check import check
from fengqiao.judging.explain import explain
from fengqiao.judging.explain_score import explain_score
from fengqiao.judging.finding_ids import FindingId
from fengqiao.judging.findings import Context, Finding, Findings, make_finding
from fengqiao.judging.limits import Settled, settle
from fengqiao.judging.parts import PartScore
from fengqiao.judging.scores import Score, score_sheet
from fengqiao.judging.severity import severity
from fengqiao.judging.small_counts import Few, find_few, is_survey
from fengqiao.judging.words import word

__all__ = [
    "AwardList",
    "Classes",
    "Classification",
    "Context",
    "Few",
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
    "explain_score",
    "find_few",
    "is_survey",
    "level_of",
    "make_finding",
    "outside_awards",
    "score_sheet",
    "settle",
    "severity",
    "word",
]
