"""Columns of several cases: what has not begun, what runs on, what is said, and what is open."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from fengqiao.measures import Ask, Column, cases_of, core_indicators, subjects_of
from fengqiao.model import KINDS, Table, prepare
from fengqiao.model.registry import Registers
from fengqiao.rules.countings import PLAIN
from fengqiao.rules.values import Unit
from fengqiao.timing import CountingRule, Span
from fengqiao.timing.counting import FirstDay, FirstHour

ZONE = ZoneInfo("Asia/Shanghai")
MARCH = Span(date(2024, 3, 1), date(2024, 3, 31))
COMMUNITY, VILLAGE = "990101001001", "990101001201"
Taken = tuple[Any, ...]


def steps(number: int, *taken: Taken, first: int = 1, **fields: object) -> Table:
    """Steps of a case: kind and day (1 is 1 March 2024), hour and minute; fields hold for all."""
    name = f"case-{number:04}"
    rows = [
        {
            "id": f"{name}:{seq}",
            "case": name,
            "seq": seq,
            "format": 1,
            "kind": kind,
            "at": datetime(2024, 3, 1, *(time or (9,)), tzinfo=ZONE) + timedelta(day - 1),
            "area": COMMUNITY,
            **fields,
        }
        for seq, (kind, day, *time) in enumerate(taken, first)
    ]
    columns = {field: [row[field] for row in rows] for field in rows[0]}
    return prepare(KINDS["case_event"], columns, zone=ZONE)


def column(
    key: str,
    *tables: Table,
    unit: Unit | None = None,
    rule: CountingRule = PLAIN,
    span: Span = MARCH,
    kind: str = "dispute",
) -> Column:
    """The column of a key over the cases of these steps."""
    registers = Registers({"case": cases_of(tables)})
    ask = Ask(
        subjects=subjects_of(kind, registers, span),
        span=span,
        registers=registers,
        unit=unit,
        counting=rule,
    )
    return core_indicators()[key].column(ask, [])


SETTLED = steps(2, ("found", 4), ("accepted", 4), ("agreed", 8), ("signed", 11))
WAITING = steps(1, ("found", 4))
RUNNING = steps(3, ("found", 4), ("accepted", 25))


def test_each_case_has_its_own_time() -> None:
    """One not accepted, one agreed in four days, one that runs: six days to the 31st, a Sunday.

    The limit that ends on Saturday 30 March or Sunday 31 runs to Monday, so that five days from
    Monday 25 March (Saturday 30) would not be over by the 31st; four would.
    """
    found = column("mediation.time_to_settle", WAITING, SETTLED, RUNNING, unit="day")
    assert found == Column([0, 4, 5], [0, 1, 1], running=frozenset({2}))


@pytest.mark.parametrize(
    ("closed", "expected"),
    [
        (31, Column([0], [0], running=frozenset())),  # closed within the month: nothing is due
        (32, Column([5], [1], running=frozenset({0}))),  # closed on 1 April: it runs in March
    ],
)
def test_a_case_closed_without_an_end_owes_nothing(closed: int, expected: Column) -> None:
    """`filed` closes a case and ends no mediation."""
    case = steps(1, ("found", 4), ("accepted", 25), ("filed", closed))
    assert column("mediation.time_to_settle", case, unit="day") == expected


@pytest.mark.parametrize(("unit", "den"), [("hour", 3600), ("minute", 60)])
def test_hours_that_run_are_whole_days_at_least(unit: Unit, den: int) -> None:
    """Accepted at 9:20 on the 25th: by 9:20 on the 31st six days have passed."""
    case = steps(1, ("found", 4), ("accepted", 25, 9, 20))
    found = column("mediation.time_to_settle", case, unit=unit)
    assert found == Column([6 * 86_400], [den], running=frozenset({0}))


@pytest.mark.parametrize(
    ("first_hour", "ends", "seconds"),
    [
        ("moment", (11, 0), 6000),
        ("next_hour", (11, 0), 3600),  # from 10:00 on
        ("next_hour", (9, 50), 0),  # over before the time began to run
        ("moment", (9, 20), 0),
    ],
)
def test_hours_run_from_the_moment_or_the_next_full_hour(
    first_hour: FirstHour, ends: tuple[int, int], seconds: int
) -> None:
    """Accepted at 9:20, agreed on the same day."""
    case = steps(1, ("accepted", 4, 9, 20), ("agreed", 4, *ends))
    rule = CountingRule(id="own", first_hour=first_hour)
    found = column("mediation.time_to_settle", case, unit="hour", rule=rule)
    assert found.pair(0) == (seconds, 3600)


@pytest.mark.parametrize(
    ("first_day", "ends", "unit", "time"),
    [
        ("out", 4, "day", 0),
        ("out", 8, "day", 4),
        ("out", 8, "working_day", 4),
        ("out", 11, "day", 5),  # five days from 4 March end on Saturday, and so on Monday 11
        ("in", 8, "day", 5),  # Monday 4 March is the first, Friday 8 the fifth
        ("in", 8, "working_day", 5),
        ("in", 11, "day", 6),
        ("in", 11, "working_day", 6),
        ("in", 9, "working_day", 6),  # Saturday 9 lies after the fifth
        ("in", 10, "week", 1),  # with its first day a week from Monday ends on Sunday 10
        ("out", 11, "week", 1),
        ("in", 34, "month", 1),  # 4 March to 3 April
        ("in", 35, "month", 2),
    ],
)
def test_the_day_of_the_beginning_counts_where_the_rule_says_so(
    first_day: FirstDay, ends: int, unit: Unit, time: int
) -> None:
    """As in the deadline: the least number of units that would not have been over before."""
    days = frozenset({"statutory", "exchanged_rest", "weekend"})
    rule = CountingRule(id="own", first_day=first_day, rolls_on=days, weekends="roll")
    case = steps(1, ("accepted", 4), ("agreed", ends))
    spring = Span(date(2024, 3, 1), date(2024, 4, 30))
    found = column("mediation.time_to_settle", case, unit=unit, rule=rule, span=spring)
    assert found.pair(0) == (time, 1)


def test_a_holiday_moves_the_end_over_all_its_days() -> None:
    """Qingming 2024 is 4 to 6 April, and Sunday 7 April is worked: three days from 1 April.

    Limits of three to five days end in the holiday and so on 7 April, one of two on 3 April.
    """
    case = steps(1, ("accepted", 32), ("agreed", 38))
    april = Span(date(2024, 4, 1), date(2024, 4, 30))
    found = column("mediation.time_to_settle", case, unit="day", span=april)
    assert found.pair(0) == (3, 1)


@pytest.mark.parametrize(
    ("unit", "span"),
    [(None, MARCH), ("working_day", Span(date(2027, 3, 1), date(2027, 3, 31)))],
)
def test_without_a_unit_or_a_calendar_a_time_is_unknown(unit: Unit | None, span: Span) -> None:
    """It is no question of the rule, so that it is not open: nothing is told of its length."""
    running = steps(1, ("accepted", 4))
    found = column("mediation.time_to_settle", running, unit=unit, span=span)
    both = frozenset({0})
    assert found == Column([0], [1], unknown=both, running=both)


@pytest.mark.parametrize(
    ("form", "pair"), [("oral", (3, 1)), ("recording", (3, 1)), ("written", (0, 0))]
)
def test_only_an_agreement_that_is_not_written_begins_the_time_to_confirm(
    form: str, pair: tuple[int, int]
) -> None:
    """People's Mediation Law art. 30 and 33: a written one is in effect once it is signed."""
    case = steps(1, ("found", 4), ("agreed", 5), ("confirmation_applied", 8), form=form)
    assert column("mediation.time_to_confirm", case, unit="day").pair(0) == pair


def test_steps_up_to_the_last_day_are_counted() -> None:
    """A session on 31 March counts in March, one on 1 April does not; cases that run may change."""
    held = steps(1, ("found", 4), ("agreed", 5), ("session_held", 31), ("session_held", 32))
    ended = steps(2, ("found", 4), ("session_held", 5), ("session_held", 5), ("closed", 6))
    found = column("mediation.sessions", held, ended)
    assert found == Column([1, 2], running=frozenset({0}))


def test_words_are_those_of_the_steps_that_count() -> None:
    """Who mediated is said by some steps, who took part by all of them."""
    named = ("mediator", "lawyer")
    case = steps(1, ("found", 4), ("session_held", 5), participants=named)
    other = steps(2, ("found", 4), ("closed", 5), participants=("expert",))
    both = frozenset(named)
    assert column("dispute.panel", case, other) == Column(
        words=[both, frozenset()], running=frozenset({0})
    )
    assert column("dispute.participants", case, other) == Column(
        words=[both, frozenset({"expert"})], running=frozenset({0})
    )


def test_the_level_of_a_settlement_is_unknown_until_there_is_one() -> None:
    """Agreed in a village; in the second case nothing is agreed, whatever other steps say."""
    settled = steps(1, ("found", 4), ("agreed", 5), ("closed", 6), level="village")
    waiting = steps(2, ("found", 4), ("session_held", 5), level="town")
    assert column("dispute.settled_at", settled, waiting) == Column(
        words=[frozenset({"village"}), frozenset()],
        unknown=frozenset({1}),
        running=frozenset({1}),
    )


def test_a_case_holds_what_was_said_of_it_last() -> None:
    """From its first step to its last, once that closes it; its area may never be named."""
    request = steps(1, ("received", 4), ("forwarded", 5), area=COMMUNITY, station="ST1")
    moved = (
        steps(2, ("found", 4), ("accepted", 5), area=COMMUNITY, station="ST1"),
        steps(2, ("session_held", 6), area=VILLAGE, first=3),
        steps(2, ("closed", 9), area=None, first=4),
    )
    nowhere = steps(3, ("found", 4), area=None)
    table = cases_of((request, *moved, nowhere))
    day = date(2024, 3, 4).toordinal()
    assert list(table.rows("case", "kind", "area", "station", "since", "until")) == [
        ("case-0001", "request", COMMUNITY, "ST1", day, None),
        ("case-0002", "dispute", VILLAGE, "ST1", day, day + 5),
        ("case-0003", "dispute", "", None, day, None),
    ]
