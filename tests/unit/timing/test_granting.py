from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from fengqiao.errors import DeadlineError
from fengqiao.timing import (
    CountingRule,
    Deadline,
    Exclusion,
    Extension,
    ExtensionRule,
    Length,
    deadline,
    epoch,
)

ZONE = ZoneInfo("Asia/Shanghai")
RULE = CountingRule(id="r", weekends="stay", excluded_days="touched", extended_from="period")


def extended(
    length: Length,
    more: Length,
    *extensions: Extension,
    times: int = 1,
    reasons: tuple[str, ...] = (),
    **how: object,
) -> Deadline:
    """A period from 2 March 2026 0:00 on, with its extensions."""
    start = epoch(datetime(2026, 3, 2, tzinfo=ZONE))
    allowed = ExtensionRule(length=more, times=times, reasons=reasons)
    return deadline(
        start,
        length,
        RULE,
        zone=ZONE,
        extensions=extensions,
        allowed=allowed,
        **how,  # type: ignore[arg-type]  # by name
    )


def grant(at: int | date, reason: str = "complex") -> Extension:
    """An extension that was granted."""
    return Extension(at=at, reason=reason, by="s1")


def test_one_too_many_says_how_many_there_may_be() -> None:
    """The clause allows two, a third was recorded."""
    three = [grant(date(2026, 3, day)) for day in (3, 4, 5)]
    with pytest.raises(DeadlineError) as caught:
        extended(Length(30, "day"), Length(10, "day"), *three, times=2)
    assert (caught.value.code, caught.value.facts["times"]) == ("deadline.extension_many", 2)


def test_another_ground_says_which_extension_it_is() -> None:
    """The second extension has a ground that the clause doesn't name."""
    two = grant(date(2026, 3, 3)), grant(date(2026, 3, 4), "busy")
    with pytest.raises(DeadlineError) as caught:
        extended(Length(30, "day"), Length(10, "day"), *two, times=2, reasons=("complex",))
    assert (caught.value.code, caught.value.facts["number"]) == ("deadline.extension_ground", 2)


@pytest.mark.parametrize(
    ("length", "more"),
    [
        (Length(30, "day"), Length(10, "hour")),
        (Length(30, "day"), Length(10, "working_day")),
        (Length(24, "hour"), Length(1, "day")),
    ],
)
def test_another_unit_is_refused(length: Length, more: Length) -> None:
    """Days, working days and hours are not added to one another."""
    with pytest.raises(DeadlineError) as caught:
        extended(length, more, grant(epoch(datetime(2026, 3, 2, 12, tzinfo=ZONE))))
    assert (caught.value.code, caught.value.facts["number"]) == ("deadline.extension_unit", 1)


@pytest.mark.parametrize(
    ("length", "more", "last"),
    [
        (Length(24, "hour"), Length(30, "minute"), (2026, 3, 3, 0, 30, 0)),
        (Length(30, "day"), Length(1, "week"), (2026, 4, 8, 23, 59, 59)),  # 1 April and 7 days
        (Length(1, "month"), Length(10, "day"), (2026, 4, 12, 23, 59, 59)),  # 2 April and 10
    ],
)
def test_units_of_one_kind_add(length: Length, more: Length, last: tuple[int, ...]) -> None:
    """Hours take minutes, days take weeks, months take days."""
    found = extended(length, more, grant(epoch(datetime(2026, 3, 2, 12, tzinfo=ZONE))))
    assert found.due_at == epoch(datetime(*last, tzinfo=ZONE))  # type: ignore[arg-type, misc]  # year to second


def test_granted_in_the_last_second_is_in_time() -> None:
    """A period includes its last second."""
    end = epoch(datetime(2026, 4, 1, 23, 59, 59, tzinfo=ZONE))
    found = extended(Length(30, "day"), Length(10, "day"), grant(end))
    assert found.last_day == date(2026, 4, 11)


@pytest.mark.parametrize(
    "at", [epoch(datetime(2026, 4, 2, tzinfo=ZONE)), date(2026, 4, 2)], ids=["moment", "day"]
)
def test_granted_after_the_end_is_too_late(at: int | date) -> None:
    """The first second after the end is too late, and the error says which extension it was."""
    with pytest.raises(DeadlineError) as caught:
        extended(Length(30, "day"), Length(10, "day"), grant(at))
    assert (caught.value.code, caught.value.facts["number"]) == ("deadline.extension_late", 1)


def test_a_day_begins_in_time_where_the_hours_end_at_its_midnight() -> None:
    """24 hours end at 0:00 of the 3rd: an extension of that day is of its first second."""
    found = extended(Length(24, "hour"), Length(1, "hour"), grant(date(2026, 3, 3)))
    assert found.due_at == epoch(datetime(2026, 3, 3, 1, tzinfo=ZONE))


def test_a_period_without_an_end_takes_an_extension_at_any_time() -> None:
    """While experts work nothing has passed."""
    out = Exclusion(reason="expert", begins=date(2026, 3, 5), ends=None)
    late = grant(date(2027, 1, 1))
    found = extended(Length(30, "day"), Length(10, "day"), late, exclusions=[out])
    assert found.reason == "held"
