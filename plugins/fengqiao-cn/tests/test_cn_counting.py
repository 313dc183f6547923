"""How national law counts, through the pack: dates worked out by hand from the articles."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from fengqiao.errors import RuleNotInForce
from fengqiao.packs import set_up
from fengqiao.rules import counting_on
from fengqiao.timing import CN_CALENDAR, CountingRule, Deadline, Length, deadline, epoch

ZONE = ZoneInfo("Asia/Shanghai")
COMMUNITY = "150302001002"


def rule(name: str, on: date = date(2026, 1, 5), **terms: str) -> CountingRule:
    """A rule of the pack, as it holds for Wuhai on a day."""
    config = {"wuhai": {f"counting.{name}.{term}": word for term, word in terms.items()}}
    rules = set_up(["wuhai"], config if terms else None).rules
    chain = rules.chain_at(COMMUNITY)
    assert chain is not None
    return counting_on(rules, chain, f"counting.{name}", on)


def end(start: int | date, count: int, unit: str, how: CountingRule) -> Deadline:
    """The end of a period."""
    length = Length(count, unit)  # type: ignore[arg-type]  # checked there
    return deadline(start, length, how, zone=ZONE, calendar=CN_CALENDAR)


@pytest.mark.parametrize(
    ("name", "start", "count", "unit", "last_day"),
    [
        # Civil Code 203(1): off until 3 January, and Sunday 4 January is worked.
        ("civil_law", date(2025, 12, 2), 30, "day", date(2026, 1, 4)),
        # 202: no 31 February.
        ("civil_law", date(2026, 1, 31), 1, "month", date(2026, 2, 28)),
        # Police procedure 35: thirty days end on 2 October; the holiday ends on the 7th.
        ("police_procedure", date(2026, 9, 2), 30, "day", date(2026, 10, 8)),
        # 35 at its end: restricted liberty is not lengthened by the same holiday.
        ("custody", date(2026, 9, 28), 5, "day", date(2026, 10, 3)),
        # 183: seven working days, with a worked Sunday and a holiday between.
        ("police_procedure", date(2026, 9, 18), 7, "working_day", date(2026, 9, 29)),
        # Administrative Penalty Law 85: 13 February, worked Saturday 14, then 24 February.
        ("working_days", date(2026, 2, 12), 3, "working_day", date(2026, 2, 24)),
    ],
)
def test_period_ends_as_the_article_says(
    name: str, start: date, count: int, unit: str, last_day: date
) -> None:
    """Each rule gives the last day that follows from its article."""
    assert end(start, count, unit, rule(name)).last_day == last_day


@pytest.mark.parametrize(
    ("name", "hour"), [("civil_law", 9), ("police_procedure", 10), ("civil_procedure", 10)]
)
def test_hours_begin_as_the_article_says(name: str, hour: int) -> None:
    """Civil Code 201(2): from the moment; police 35, Interpretation 125: from the next hour."""
    start = datetime(2026, 3, 2, 9, tzinfo=ZONE)
    found = end(epoch(start), 24, "hour", rule(name))
    assert found.due_at == epoch(start.replace(day=3, hour=hour))


def test_deadline_names_the_article_that_moved_it() -> None:
    """What moved a last day stands beside it with its clause."""
    found = end(date(2025, 12, 2), 30, "day", rule("civil_law"))
    assert [span.clause for span in found.spans if span.kind == "rolled"] == ["civil_code:203(1)"]


def test_plain_weekend_is_open_until_the_host_says() -> None:
    """Civil Code 203(1) doesn't say whether a weekend is a statutory day of rest."""
    assert end(date(2026, 2, 5), 30, "day", rule("civil_law")).open_terms == ("weekends",)


def test_host_says_what_becomes_of_a_plain_weekend() -> None:
    """A place's own section fills what national law leaves open."""
    found = end(date(2026, 2, 5), 30, "day", rule("civil_law", weekends="roll"))
    assert found.last_day == date(2026, 3, 9)


def test_rule_of_a_law_is_asked_for_its_own_days() -> None:
    """Before the Civil Code's first day there is no rule of it."""
    with pytest.raises(RuleNotInForce):
        rule("civil_law", date(2020, 12, 31))
