"""Indicators of visits, calls and survey answers, counted by the store."""

from __future__ import annotations

from collections.abc import Sequence

from fengqiao.measures.indicator import Ask, Column, Indicator, lookup
from fengqiao.measures.indicators_reported import share_of_totals, totals_of
from fengqiao.measures.tallies import Tally
from fengqiao.model import Table
from fengqiao.model.references import AREAS, BODIES
from fengqiao.rules import Words
from fengqiao.rules.catalogue_core import KEYS

_KEY = {key.name: key for key in KEYS}

SUBJECT_COLUMNS = {
    "community_officer": "staff",
    "auxiliary_officer": "staff",
    "station": "station",
    **dict.fromkeys(AREAS, "area"),
    **dict.fromkeys(BODIES, "body"),
    "police_post": "post",
    "police_room": "room",
    "grid": "grid",
    "beat": "beat",
    "facility": "facility",
    "mediation_committee": "committee",
    "premises": "premises",
}
"""The column of an event that names a subject of a kind."""


def _by(ask: Ask) -> str:
    return SUBJECT_COLUMNS[ask.subjects.kind]


def _households(ask: Ask) -> tuple[Tally, ...]:
    return (Tally("visit", "distinct", "household", by=(_by(ask),), spans=(ask.span,)),)


def _first_value(ask: Ask, answers: Sequence[Table]) -> Column:
    return Column(lookup(answers[0], ask.subjects, _by(ask)))


def _per_day(ask: Ask, answers: Sequence[Table]) -> Column:
    done = lookup(answers[0], ask.subjects, "subject")
    return Column(done, [ask.span.days] * len(done))


INDICATORS: tuple[Indicator, ...] = (
    Indicator(
        key=_KEY["visits.households"],
        numerator=Words(zh="走访的不同户数", en="distinct households visited"),
        exclusions=Words(
            zh="未入户的走访(拒访、无人)不计;同一户在同一周期内多次走访计一户",
            en="visits refused or without an answer; a household visited again in the period"
            " counts once",
        ),
        recorded_as="visit",
        tallies=_households,
        column=_first_value,
    ),
    Indicator(
        key=_KEY["calls.per_day"],
        numerator=Words(zh="周期内接警数", en="calls received in the period"),
        denominator=Words(zh="周期内的自然日数", en="calendar days of the period"),
        exclusions=Words(
            zh="何为一起接警由使用方系统确定", en="what counts as one call is the host's to say"
        ),
        recorded_as="calls.received",
        tallies=totals_of("calls.received"),
        column=_per_day,
    ),
    Indicator(
        key=_KEY["survey.familiarity_share"],
        numerator=Words(zh="熟悉本社区民警的受访者", en="respondents who know their officer"),
        denominator=Words(zh="受访者", en="respondents"),
        exclusions=Words(
            zh="只统计居民一侧的匿名汇总数;低于使用方设定的最小人数时不显示",
            en="totals of an anonymous survey of residents only; withheld below the host's"
            " smallest count",
        ),
        recorded_as="survey.familiarity",
        tallies=totals_of("survey.familiarity"),
        column=share_of_totals,
    ),
)
