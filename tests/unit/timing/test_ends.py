from __future__ import annotations

import json
import pickle
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from fengqiao.errors import DeadlineError
from fengqiao.timing import (
    CN_CALENDAR,
    CountingRule,
    Deadline,
    Exclusion,
    Extension,
    ExtensionRule,
    Length,
    OpenHours,
    deadline,
    epoch,
)

ZONE = ZoneInfo("Asia/Shanghai")
RULE = CountingRule(
    id="civil",
    rolls_on=["statutory", "exchanged_rest"],
    cites={"first_day": "civil_code:201(1)", "roll": "civil_code:203(1)"},
)
MONTH = Length(30, "day")


def find(start: int | date, length: Length = MONTH, **how: object) -> Deadline:
    """A deadline, with the calendar unless another is given."""
    given: dict[str, object] = {"calendar": CN_CALENDAR, **how}
    return deadline(start, length, RULE, zone=ZONE, **given)  # type: ignore[arg-type]  # by name


END = find(date(2025, 12, 2))  # off from 1 January, 4 January is worked


def test_every_span_stands_with_its_clause() -> None:
    """What was left out, counted and moved stands in order, each with what says so."""
    assert [(span.kind, span.first, span.last, span.clause) for span in END.spans[:3]] == [
        ("first_out", date(2025, 12, 2), date(2025, 12, 2), "civil_code:201(1)"),
        ("counted", date(2025, 12, 3), date(2026, 1, 1), ""),
        ("rolled", date(2026, 1, 1), date(2026, 1, 3), "civil_code:203(1)"),
    ]


def test_it_explains_itself_in_both_languages() -> None:
    """Every span has a sentence in English and one in Chinese."""
    assert [len(END.explain("zh")), len(END.explain("en"))] == [4, 4]
    said = "最后一日遇休息,顺延到休息结束的次日 2026-01-04"
    assert END.explain("zh")[2] == f"2026-01-01 – 2026-01-03: {said} [civil_code:203(1)]"


def test_plain_form_is_json_with_the_moment_in_its_zone() -> None:
    """A deadline is written with its zone, its calendar and both sentences of every span."""
    plain = json.loads(json.dumps(END.plain()))
    assert (plain["due_at"], plain["zone"], plain["published_through"]) == (
        "2026-01-04T23:59:59+08:00",
        "Asia/Shanghai",
        "2026-12-31",
    )
    assert {"zh", "en", "clause", "rule"} <= set(plain["spans"][0])


def test_reason_codes_are_shown_by_their_names() -> None:
    """A code stands by the name that the caller gives it, else as it is."""
    found = find(
        date(2026, 3, 4),
        terms={"excluded_days": "whole", "weekends": "roll"},
        exclusions=[Exclusion(reason="expert", begins=date(2026, 3, 10), ends=date(2026, 3, 12))],
    )
    assert "鉴定" in "".join(found.explain("zh", {"expert": {"zh": "鉴定"}}))
    assert "expert" in "".join(found.explain("zh"))


def test_deadline_can_be_sent_to_a_worker() -> None:
    """A deadline pickles."""
    assert pickle.loads(pickle.dumps(END)) == END  # noqa: S301  just pickled


def test_moment_counts_by_its_day_in_the_zone() -> None:
    """Half past midnight in Shanghai is still the day before in UTC; the zone's day counts."""
    start = epoch(datetime(2025, 12, 2, 0, 30, tzinfo=ZONE))
    assert find(start).last_day == END.last_day


def test_period_without_calendar_that_needs_one_is_an_error() -> None:
    """Whether a last day is one of rest can't be asked of nothing."""
    with pytest.raises(DeadlineError) as caught:
        find(date(2025, 12, 2), calendar=None)
    assert caught.value.code == "deadline.needs_calendar"


def test_hours_need_a_moment() -> None:
    """A day has no hour at which it begins."""
    with pytest.raises(DeadlineError) as caught:
        find(date(2025, 12, 2), Length(24, "hour"))
    assert caught.value.code == "deadline.needs_moment"


def test_hold_in_opening_hours_needs_them() -> None:
    """No hours are presumed."""
    hold = Exclusion(reason="hold", begins=0, ends=2_000_000_000, within="open_hours")
    with pytest.raises(DeadlineError) as caught:
        find(date(2025, 12, 2), exclusions=[hold])
    assert caught.value.code == "deadline.needs_hours"


@pytest.mark.parametrize(
    ("begins", "ends", "code"),
    [
        (date(2026, 3, 4), date(2026, 3, 3), "deadline.excluded_reversed"),
        (date(2026, 3, 4), 1_780_000_000, "deadline.mixed_ends"),
    ],
)
def test_span_that_cannot_be_is_refused(begins: date, ends: int | date, code: str) -> None:
    """A span reversed, or of a day and a moment, is no span."""
    with pytest.raises(DeadlineError) as caught:
        Exclusion(reason="expert", begins=begins, ends=ends)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("allowed", "code"),
    [
        (None, "deadline.extension_none"),
        (ExtensionRule(length=Length(3, "working_day"), times=1), "deadline.extension_unit"),
        (ExtensionRule(length=MONTH, times=1, reasons={"grave"}), "deadline.extension_ground"),
    ],
)
def test_extension_that_the_clause_does_not_know_is_refused(
    allowed: ExtensionRule | None, code: str
) -> None:
    """No extension allowed, one of another kind of length, one on another ground."""
    granted = Extension(at=date(2025, 12, 20), reason="complex", by="s1")
    with pytest.raises(DeadlineError) as caught:
        find(date(2025, 12, 2), extensions=[granted], allowed=allowed)
    assert caught.value.code == code


def test_hold_that_outlasts_the_calendar_is_held() -> None:
    """A hold that still lasts is what the end waits for, whatever is published."""
    hold = Exclusion(reason="hold", begins=date(2026, 12, 28), ends=None, within="open_hours")
    found = find(
        date(2026, 12, 20),
        Length(10, "working_day"),
        exclusions=[hold],
        terms={"excluded_days": "touched"},
        hours=OpenHours(on_working_days=[(540, 1080)]),
    )
    assert found.reason == "held"


def test_nothing_counts_for_ever_is_held() -> None:
    """A span left out for more than ten years is waited for no longer."""
    away = Exclusion(reason="hold", begins=date(2026, 3, 3), ends=date(2040, 1, 1))
    found = find(date(2026, 3, 2), exclusions=[away], terms={"excluded_days": "whole"})
    assert found.reason == "held"


def test_provisional_end_inside_the_calendar_is_none() -> None:
    """The policy marks only ends that needed an unpublished day."""
    assert not find(date(2025, 12, 2), provisional=True).provisional


def test_error_of_a_span_does_not_repeat_its_reason() -> None:
    """A reason that a host filled with a narrative goes no further."""
    with pytest.raises(DeadlineError) as caught:
        Exclusion(reason="a narrative", begins=date(2026, 3, 4), ends=date(2026, 3, 3))
    assert "narrative" not in f"{caught.value!r}{caught.value}"
