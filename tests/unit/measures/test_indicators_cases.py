"""What the steps of a case are counted as: who, how often, and how long in which unit."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from fengqiao.measures import Ask, Column, cases_of, core_indicators, subjects_of
from fengqiao.model import KINDS, Columns, Table, prepare
from fengqiao.model.registry import Registers
from fengqiao.rules.values import Exact, Unit
from fengqiao.timing import CountingRule, Span
from fengqiao.timing.counting import Weekends

ZONE = ZoneInfo("Asia/Shanghai")
MARCH = Span(date(2024, 3, 1), date(2024, 3, 31))


def _steps(*taken: tuple[str, int], **fields: object) -> Table:
    """Steps of one case in March 2024: kind and day, at nine; fields hold for all of them."""
    columns: Columns = {
        "id": [f"case-0001:{number}" for number in range(1, len(taken) + 1)],
        "case": ["case-0001"] * len(taken),
        "seq": list(range(1, len(taken) + 1)),
        "format": [1] * len(taken),
        "kind": [kind for kind, _ in taken],
        "at": [datetime(2024, 3, day, 9, tzinfo=ZONE) for _, day in taken],
        "area": ["150302001001"] * len(taken),
        **{name: [value] * len(taken) for name, value in fields.items()},
    }
    return prepare(KINDS["case_event"], columns, zone=ZONE)


def _column(key: str, steps: Table, *, kind: str = "dispute", unit: Unit | None = None) -> Column:
    registers = Registers({"case": cases_of([steps])})
    subjects = subjects_of(kind, registers, MARCH)
    ask = Ask(subjects=subjects, span=MARCH, registers=registers, unit=unit)
    return core_indicators()[key].column(ask, [])


@pytest.mark.parametrize(
    ("last", "unit", "expected"),
    [
        (13, "working_day", (7, 1)),  # Monday 4 March 2024 and seven working days: 13 March
        (14, "working_day", (8, 1)),
        (13, "day", (9, 1)),
        (11, "day", (5, 1)),  # a limit that ends on Saturday 9 March runs to Monday 11 March
        (13, "hour", (9 * 24 * 3600, 3600)),
        (13, "month", (1, 1)),
    ],
)
def test_time_between_steps(last: int, unit: Unit, expected: tuple[int, int]) -> None:
    """The least number of units within which the later step lies (rule 183, Civil Code 201-203)."""
    steps = _steps(("found", 4), ("session_held", 4), ("session_held", last))
    found = _column("mediation.time_to_second_session", steps, unit=unit)
    assert (found.pair(0), found.running) == (expected, frozenset())


@pytest.mark.parametrize(
    ("weekends", "limit", "expected"),
    [
        ("roll", 5, (5, False)),  # a limit that ends on Saturday 9 March runs to Monday 11 March
        ("stay", 5, (7, False)),
        (None, 5, (7, True)),  # five days by one reading, seven by the other
        (None, 7, (7, False)),
    ],
)
def test_time_counts_as_its_deadline_does(
    weekends: Weekends | None, limit: int, expected: tuple[int, bool]
) -> None:
    """By the procedure's rule; where that is open and the verdict depends on it, it is open."""
    steps = _steps(("found", 4), ("session_held", 4), ("session_held", 11))
    rule = CountingRule(id="counting.test", rolls_on=["statutory"], weekends=weekends)
    registers = Registers({"case": cases_of([steps])})
    ask = Ask(
        subjects=subjects_of("dispute", registers, MARCH), span=MARCH, registers=registers,
        unit="day", limit=Exact(limit, 1, "day"), counting=rule,
    )  # fmt: skip
    found = core_indicators()["mediation.time_to_second_session"].column(ask, [])
    assert (found.pair(0)[0], found.open == {0}) == expected
    assert found.unknown == found.open


def test_a_day_of_rest_lies_after_the_working_day_before_it() -> None:
    """Five working days from Monday 4 March end on Monday 11; Saturday 9 March is the fifth's."""
    steps = _steps(("found", 4), ("session_held", 4), ("session_held", 9))
    assert _column("mediation.time_to_second_session", steps, unit="working_day").nums == [5]


def test_what_need_not_happen_is_not_due() -> None:
    """A case with one session owes no second one."""
    steps = _steps(("found", 4), ("session_held", 4))
    assert _column("mediation.time_to_second_session", steps, unit="working_day").dens == [0]


def test_a_time_that_runs_may_still_change() -> None:
    """A case that is not settled counts to the last day, and is marked as running."""
    steps = _steps(("found", 4), ("accepted", 4))
    found = _column("mediation.time_to_settle", steps, unit="day")
    assert (found.pair(0)[0] > 0, found.running) == (True, {0})


def test_an_oral_agreement_begins_the_time_for_confirmation() -> None:
    """People's Mediation Law art. 30: it is in effect when it is reached."""
    steps = _steps(("found", 4), ("agreed", 5), ("confirmation_applied", 8), form="oral")
    assert _column("mediation.time_to_confirm", steps, unit="day").pair(0) == (3, 1)


def test_sessions_are_counted() -> None:
    """Rule 183 counts sessions, not steps."""
    steps = _steps(("found", 4), ("session_held", 5), ("session_held", 6), ("agreed", 6))
    assert list(_column("mediation.sessions", steps).nums) == [2]


def test_a_request_is_told_by_its_first_step() -> None:
    """A case that begins with a request received is a request, and no dispute."""
    steps = _steps(("received", 4), ("called_back", 5), channel="phone")
    found = _column("request.callback_channels", steps, kind="request")
    assert list(found.words or ()) == [{"phone"}]
    assert not subjects_of("dispute", Registers({"case": cases_of([steps])}), MARCH).ids


def test_a_closed_case_is_no_subject_afterwards() -> None:
    """It is judged in the periods that it touches."""
    registers = Registers({"case": cases_of([_steps(("received", 4), ("closed", 5))])})
    april = Span(date(2024, 4, 1), date(2024, 4, 30))
    assert subjects_of("request", registers, MARCH).ids == ("case-0001",)
    assert subjects_of("request", registers, april).ids == ()
