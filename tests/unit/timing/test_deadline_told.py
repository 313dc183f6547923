"""What a deadline tells about itself: every span, its clause, and both languages."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

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
    iso,
)

ZONE = ZoneInfo("Asia/Shanghai")
OPEN = OpenHours(on_working_days=[(540, 720), (840, 1080)])  # 9:00-12:00, 14:00-18:00
CITES = {
    "first_day": "c:1",
    "first_hour": "c:2",
    "units": "c:3",
    "working_day": "c:4",
    "month": "c:5",
    "roll": "c:6",
    "end_of_day": "c:7",
    "close": "c:8",
    "hours": "c:9",
}
NAMES = {"expert": {"zh": "鉴定", "en": "work of experts"}}


def at(text: str) -> int:
    """Moment of a local time."""
    return epoch(datetime.fromisoformat(text).replace(tzinfo=ZONE))


def told(found: Deadline) -> list[tuple[str, str, str]]:
    """Kind of each span, with its sentences."""
    spans = found.plain(NAMES)["spans"]
    assert isinstance(spans, list)
    return [(span["kind"], span["zh"], span["en"]) for span in spans]


def test_hours_are_told_in_full() -> None:
    """Custody of 24 hours from the next full hour on: each key of it, each span, both languages."""
    rule = CountingRule(id="police", first_hour="next_hour", cites=CITES)
    found = deadline(at("2026-03-02T09:20:15"), Length(24, "hour"), rule, zone=ZONE, clause="law:1")
    begin, full, end = (
        "2026-03-02T09:20:15+08:00",
        "2026-03-02T10:00:00+08:00",
        "2026-03-03T10:00:00+08:00",
    )
    assert found.plain() == {
        "rule": "police",
        "clause": "law:1",
        "due_at": end,
        "last_day": "2026-03-03",
        "reason": None,
        "not_before": None,
        "open_terms": [],
        "readings": [],
        "provisional": False,
        "zone": "Asia/Shanghai",
        "calendar": "",
        "published_through": None,
        "spans": [
            {
                "kind": "first_out",
                "first": begin,
                "last": full,
                "why": "first_hour_out",
                "rule": "police",
                "clause": "c:2",
                "zh": f"{begin} – {full}: 开始的这一小时不计入,从下一整点起算 [c:2]",
                "en": f"{begin} – {full}: the hour in which it begins is left out; it runs from "
                "the next full hour [c:2]",
            },
            {
                "kind": "counted",
                "first": full,
                "last": end,
                "why": "counted",
                "rule": "police",
                "clause": "c:3",
                "zh": f"{full} – {end}: 计入 24 小时 [c:3]",
                "en": f"{full} – {end}: 24 hours counted [c:3]",
            },
            {
                "kind": "ends",
                "first": end,
                "last": end,
                "why": "hours_end",
                "rule": "police",
                "clause": "",
                "zh": f"{end}: 届满",
                "en": f"{end}: ends",
            },
        ],
    }


def test_what_is_left_out_of_hours_is_named() -> None:
    """Two hours with work of experts between: what counted around it is told to the second."""
    out = Exclusion(
        reason="expert",
        begins=at("2026-03-02T09:30:15"),
        ends=at("2026-03-02T10:00:00"),
        clause="x:1",
    )
    rule = CountingRule(id="r", cites=CITES)
    found = deadline(
        at("2026-03-02T09:00:00"), Length(2, "hour"), rule, zone=ZONE, exclusions=[out]
    )
    day = "2026-03-02T"
    assert found.explain("en", NAMES) == [
        f"{day}09:00:00+08:00 – {day}09:30:15+08:00: 30 minutes 15 seconds counted [c:3]",
        f"{day}09:30:15+08:00 – {day}10:00:00+08:00: left out of the period: work of experts [x:1]",
        f"{day}10:00:00+08:00 – {day}11:29:45+08:00: 1 hour 29 minutes 45 seconds counted [c:3]",
        f"{day}11:29:45+08:00: ends",
    ]
    assert [zh for _, zh, _ in told(found)] == [
        f"{day}09:00:00+08:00 – {day}09:30:15+08:00: 计入 30 分钟 15 秒 [c:3]",
        f"{day}09:30:15+08:00 – {day}10:00:00+08:00: 不计入期间:鉴定 [x:1]",
        f"{day}10:00:00+08:00 – {day}11:29:45+08:00: 计入 1 小时 29 分钟 45 秒 [c:3]",
        f"{day}11:29:45+08:00: 届满",
    ]


def test_a_reason_without_a_name_shows_its_code() -> None:
    """Where nobody names a reason its code stands there."""
    out = Exclusion(reason="expert", begins=date(2026, 3, 3), ends=date(2026, 3, 3))
    rule = CountingRule(id="r", excluded_days="touched", weekends="stay")
    found = deadline(date(2026, 3, 2), Length(1, "day"), rule, zone=ZONE, exclusions=[out])
    assert found.explain("en")[1] == "2026-03-03: left out of the period: expert"


def test_hours_in_opening_hours_tell_when_it_was_closed() -> None:
    """Two opening hours from 11:00 on: the noon break is skipped, and cited."""
    rule = CountingRule(id="r", hours_run="open_hours", cites=CITES)
    found = deadline(
        at("2026-03-02T11:00:00"),
        Length(2, "hour"),
        rule,
        zone=ZONE,
        calendar=CN_CALENDAR,
        hours=OPEN,
    )
    assert [(s.kind, s.first, s.last, s.why, s.clause) for s in found.spans] == [
        ("counted", at("2026-03-02T11:00:00"), at("2026-03-02T12:00:00"), "counted", "c:3"),
        ("skipped", at("2026-03-02T12:00:00"), at("2026-03-02T14:00:00"), "closed", "c:9"),
        ("counted", at("2026-03-02T14:00:00"), at("2026-03-02T15:00:00"), "counted", "c:3"),
        ("ends", at("2026-03-02T15:00:00"), at("2026-03-02T15:00:00"), "hours_end", ""),
    ]


def test_a_night_that_is_closed_is_one_span() -> None:
    """Two opening hours from 17:00 on: from 18:00 to 9:00 of the next day is one closed span."""
    rule = CountingRule(id="r", hours_run="open_hours")
    found = deadline(
        at("2026-03-02T17:00:00"),
        Length(2, "hour"),
        rule,
        zone=ZONE,
        calendar=CN_CALENDAR,
        hours=OPEN,
    )
    assert found.explain("en")[1] == (
        "2026-03-02T18:00:00+08:00 – 2026-03-03T09:00:00+08:00: outside opening hours, skipped"
    )


def test_a_month_without_a_matching_day_says_so() -> None:
    """A month from 31 January ends on the last of February (Civil Code art. 202)."""
    rule = CountingRule(id="r", weekends="stay", cites=CITES)
    found = deadline(date(2026, 1, 31), Length(1, "month"), rule, zone=ZONE)
    assert told(found) == [
        (
            "first_out",
            "2026-01-31: 开始的当日不计入 [c:1]",
            "2026-01-31: the day on which it begins is left out [c:1]",
        ),
        (
            "counted",
            "2026-02-01 – 2026-02-28: 计入 28 日 [c:3]",
            "2026-02-01 – 2026-02-28: 28 days counted [c:3]",
        ),
        (
            "matched",
            "2026-02-28: 1 个月:到期月没有对应日,止于月末日 [c:5]",
            (
                "2026-02-28: 1 month: the last month has no matching day, so it ends on that "
                "month's last [c:5]"
            ),
        ),
        (
            "ends",
            "2026-02-28T23:59:59+08:00: 最后一日 24 时届满 [c:7]",
            "2026-02-28T23:59:59+08:00: ends at 24:00 of the last day [c:7]",
        ),
    ]


@pytest.mark.parametrize(
    ("length", "amount", "days"),
    [(Length(3, "month"), "3 months", 92), (Length(1, "year"), "12 months", 365)],
)
def test_months_and_years_match_a_day(length: Length, amount: str, days: int) -> None:
    """Three months from 5 March end on 5 June, a year on 5 March: 31+30+31 days, or 365."""
    rule = CountingRule(id="r", weekends="stay")
    found = deadline(date(2026, 3, 5), length, rule, zone=ZONE)
    assert found.last_day == (date(2026, 6, 5) if days == 92 else date(2027, 3, 5))
    counted, matched = found.explain("en")[1:3]
    assert counted.endswith(f": {days} days counted")
    assert matched == f"{found.last_day}: {amount}: it ends on the matching day of the last month"


def test_a_last_day_in_a_rest_moves_and_says_whereto() -> None:
    """30 days from 2 September end on 2 October, in a rest up to 7 October (State Council 2025)."""
    rule = CountingRule(
        id="r", rolls_on=["statutory"], weekends="stay", cutoff="close_of_business", cites=CITES
    )
    found = deadline(
        date(2026, 9, 2), Length(30, "day"), rule, zone=ZONE, calendar=CN_CALENDAR, hours=OPEN
    )
    assert (found.calendar, found.published_through) == ("cn", date(2026, 12, 31))
    assert told(found)[2:] == [
        (
            "rolled",
            "2026-10-02 – 2026-10-07: 最后一日遇休息,顺延到休息结束的次日 2026-10-08 [c:6]",
            (
                "2026-10-02 – 2026-10-07: the last day falls into a rest: the day after it ends, "
                "2026-10-08, is the last [c:6]"
            ),
        ),
        (
            "ends",
            "2026-10-08T18:00:00+08:00: 最后一日停止办公时届满 [c:8]",
            "2026-10-08T18:00:00+08:00: ends on the last day when business closes [c:8]",
        ),
    ]


def test_a_last_day_that_stays_says_so() -> None:
    """A plain Saturday that a rule doesn't move is told as one that stays."""
    rule = CountingRule(id="r", rolls_on=["statutory"], weekends="stay", cites=CITES)
    found = deadline(date(2026, 3, 5), Length(2, "day"), rule, zone=ZONE, calendar=CN_CALENDAR)
    assert told(found)[2] == (
        "rolled",
        "2026-03-07: 最后一日遇休息,不顺延 [c:6]",
        "2026-03-07: the last day falls into a rest, and stays [c:6]",
    )


def test_days_that_are_not_worked_name_the_notice() -> None:
    """Three working days from 30 April: 1 to 5 May are one rest, by the notice for 2026."""
    rule = CountingRule(id="r", weekends="stay", cites=CITES)
    found = deadline(
        date(2026, 4, 30), Length(3, "working_day"), rule, zone=ZONE, calendar=CN_CALENDAR
    )
    (source,) = CN_CALENDAR.sources(2026)
    assert told(found)[1:3] == [
        (
            "skipped",
            f"2026-05-01 – 2026-05-05: 不是工作日,跳过({source}) [c:4]",
            f"2026-05-01 – 2026-05-05: not a working day, skipped ({source}) [c:4]",
        ),
        (
            "counted",
            "2026-05-06 – 2026-05-08: 计入 3 日 [c:4]",
            "2026-05-06 – 2026-05-08: 3 days counted [c:4]",
        ),
    ]


def test_past_the_calendar_a_weekend_is_provisional() -> None:
    """Nothing is published for 2027: 1 January is taken for a Friday, 2 and 3 for a weekend."""
    rule = CountingRule(id="r", weekends="stay")
    found = deadline(
        date(2026, 12, 30),
        Length(3, "working_day"),
        rule,
        zone=ZONE,
        calendar=CN_CALENDAR,
        provisional=True,
    )
    assert (found.last_day, found.provisional, found.calendar, found.published_through) == (
        date(2027, 1, 4),
        True,
        "cn",
        date(2026, 12, 31),
    )
    assert told(found)[2] == (
        "skipped",
        "2027-01-02 – 2027-01-03: 放假安排尚未公布,暂按周末跳过",
        "2027-01-02 – 2027-01-03: holidays are not published yet: skipped for now as a weekend",
    )
    assert found.plain()["provisional"] is True


def test_a_provisional_calendar_that_was_not_needed_is_none() -> None:
    """Days that are all published are not provisional."""
    rule = CountingRule(id="r", weekends="stay")
    found = deadline(
        date(2026, 12, 28),
        Length(3, "working_day"),
        rule,
        zone=ZONE,
        calendar=CN_CALENDAR,
        provisional=True,
    )
    assert (found.last_day, found.provisional) == (date(2026, 12, 31), False)


def test_an_extension_is_told_with_ground_and_approver() -> None:
    """30 days and 10 more: who approved it, why, and where that stands."""
    rule = CountingRule(id="r", weekends="stay", extended_from="period")
    found = deadline(
        date(2026, 3, 2),
        Length(30, "day"),
        rule,
        zone=ZONE,
        extensions=[Extension(at=date(2026, 3, 10), reason="expert", by="s1")],
        allowed=ExtensionRule(length=Length(10, "day"), times=1, clause="e:1"),
    )
    assert found.last_day == date(2026, 4, 11)  # 29 days of March, 11 of April
    assert told(found)[2] == (
        "extended",
        "2026-03-10: 经批准延长 10 日,理由 鉴定,批准人 s1 [e:1]",
        "2026-03-10: extended by 10 days, ground work of experts, approved by s1 [e:1]",
    )


def test_open_ends_tell_each_reading() -> None:
    """A last day on a plain Saturday: both readings, and the earlier end as what is sure."""
    rule = CountingRule(id="r", rolls_on=["statutory"])
    found = deadline(
        date(2026, 3, 5), Length(2, "day"), rule, zone=ZONE, clause="law:1", calendar=CN_CALENDAR
    )
    plain = found.plain()
    readings = plain.pop("readings")
    assert isinstance(readings, list)
    assert [(one["terms"], one["deadline"]["last_day"]) for one in readings] == [
        ({"weekends": "stay"}, "2026-03-07"),
        ({"weekends": "roll"}, "2026-03-09"),
    ]
    assert plain == {
        "rule": "r",
        "clause": "law:1",
        "due_at": None,
        "last_day": None,
        "reason": "not_configured",
        "not_before": "2026-03-07T23:59:59+08:00",
        "open_terms": ["weekends"],
        "provisional": False,
        "zone": "Asia/Shanghai",
        "calendar": "cn",
        "published_through": "2026-12-31",
        "spans": [],
    }


def test_readings_name_what_was_left_out() -> None:
    """Names of reasons reach the spans of each reading."""
    out = Exclusion(reason="expert", begins=at("2026-03-03T12:00"), ends=at("2026-03-04T12:00"))
    rule = CountingRule(id="r", weekends="stay")
    found = deadline(date(2026, 3, 2), Length(3, "day"), rule, zone=ZONE, exclusions=[out])
    readings = found.plain(NAMES)["readings"]
    assert isinstance(readings, list)
    assert [(one["terms"]["excluded_days"], one["deadline"]["last_day"]) for one in readings] == [
        ("touched", "2026-03-07"),  # neither 3 nor 4 March counts
        ("whole", "2026-03-05"),  # neither is filled
        ("after_first", "2026-03-06"),  # 4 March doesn't count
    ]
    assert "work of experts" in readings[0]["deadline"]["spans"][1]["en"]


def test_a_hold_that_lasts_says_up_to_where_it_ran() -> None:
    """Nothing ends while a hold lasts; up to its first day the period surely runs."""
    out = Exclusion(reason="hold", begins=date(2026, 3, 5), ends=None)
    rule = CountingRule(id="r", weekends="stay", excluded_days="touched")
    found = deadline(date(2026, 3, 2), Length(30, "day"), rule, zone=ZONE, exclusions=[out])
    assert (found.reason, found.due_at, found.last_day) == ("held", None, None)
    assert found.not_before == at("2026-03-06T00:00") - 1
    assert found.plain()["not_before"] == "2026-03-05T23:59:59+08:00"


def test_where_business_closes_a_hold_is_sure_only_up_to_its_day() -> None:
    """A period that ends at close of business is not sure of the day it has reached."""
    out = Exclusion(reason="hold", begins=date(2026, 3, 5), ends=None)
    rule = CountingRule(
        id="r", weekends="stay", excluded_days="touched", cutoff="close_of_business"
    )
    found = deadline(date(2026, 3, 2), Length(30, "day"), rule, zone=ZONE, exclusions=[out])
    assert found.not_before == at("2026-03-05T00:00") - 1


def test_moments_are_told_in_the_zone_of_the_deadline() -> None:
    """The same hours told for Ürümqi stand two hours earlier on the clock."""
    rule = CountingRule(id="r")
    zone = ZoneInfo("Asia/Urumqi")
    found = deadline(at("2026-03-02T01:00:00"), Length(1, "minute"), rule, zone=zone)
    assert found.last_day == date(2026, 3, 1)
    assert found.due_at is not None
    assert found.explain("en") == [
        f"2026-03-01T23:00:00+06:00 – {iso(found.due_at, zone)}: 1 minute counted",
        "2026-03-01T23:01:00+06:00: ends",
    ]
