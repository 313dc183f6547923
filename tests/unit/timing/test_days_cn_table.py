"""How a table of notices is read; the one in the package is read while it is imported."""

from __future__ import annotations

from datetime import date

from fengqiao.timing.days_cn import CnCalendar, HolidayNotice, _read

# Two breaks of the notice on 2018, and two of the notice on 2019: the New Year of 2019 reaches
# back, and the Qingming break of that year is a single day.
TABLE = """
2018 国办发明电〔2017〕12号 2017-11-30
qingming | 04-05..04-07 | 04-05 | 04-08
mid_autumn | 09-24 | 09-24 | -

2019 国办发明电〔2018〕15号 2018-12-04
new_year | 2018-12-30..01-01 | 01-01 | 2018-12-29
qingming | 04-05 | 04-05 | -
"""
FIRST = HolidayNotice(2018, "国办发明电〔2017〕12号", date(2017, 11, 30))
SECOND = HolidayNotice(2019, "国办发明电〔2018〕15号", date(2018, 12, 4))


def test_a_table_is_a_calendar_of_its_years() -> None:
    """From the first day of its first year to the last day of its last, with its notices."""
    assert _read(TABLE) == CnCalendar(
        "cn", date(2018, 1, 1), date(2019, 12, 31), (FIRST, SECOND), {}
    )


def test_days_of_breaks_have_their_kind_and_notice() -> None:
    """Statutory, exchanged on weekdays, weekend inside a break, and weekends that are worked."""
    assert _read(TABLE).named == {
        date(2018, 4, 5): ("statutory", FIRST),  # Thursday
        date(2018, 4, 6): ("exchanged_rest", FIRST),
        date(2018, 4, 7): ("weekend", FIRST),  # Saturday
        date(2018, 4, 8): ("makeup_workday", FIRST),
        date(2018, 9, 24): ("statutory", FIRST),
        date(2018, 12, 29): ("makeup_workday", SECOND),
        date(2018, 12, 30): ("weekend", SECOND),  # Sunday
        date(2018, 12, 31): ("exchanged_rest", SECOND),
        date(2019, 1, 1): ("statutory", SECOND),
        date(2019, 4, 5): ("statutory", SECOND),
    }
