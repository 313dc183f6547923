"""Working days of mainland China, 2018-2026: the yearly notices as a table, and its calendar.

The table says what each notice says, one break a line, in the order of issue; where two notices
name the same day the later one holds. Columns, separated by `|`:

1. the festival;
2. the days off of the break, exactly as the notice bounds them;
3. those of them that are statutory;
4. the weekend days that are worked for it.

A day is `MM-DD` of the notice's year, or a whole date where it belongs to another year; `..` runs
from one day to another, both included; `-` stands for none. A day off that is neither statutory
nor a Saturday or Sunday is `exchanged_rest`; a Saturday or Sunday inside a break that is not
statutory stays `weekend`, since nothing was exchanged for it. `calendar.DayKind` says it in full.

Sources:
    The notices of the General Office of the State Council named in the table. Numbers, dates of
    issue and days were read in public reprints of the notices; for the notice on 2026 the number
    was found in one reprint only.

    Which days are statutory: Measures on Holidays for Annual Festivals and Memorial Days, art. 2;
    11 days as revised on 2013-12-11 (in force from 2014-01-01), 13 as revised on 2024-11-10 (State
    Council Order 795, in force from 2025-01-01: New Year's Eve and 2 May were added). In 2020
    Mid-Autumn fell on 1 October, so that year's 11 days are 10 distinct ones.

Limits:
    The first and last days of a year may be settled by the notice on the year beside it: the
    notice on 2019 reaches back to 2018-12-29, the one on 2023 to 2022-12-31. The table ends with
    the notice on 2026, so a notice on 2027 could still touch the last days of December 2026. It
    holds what came to apply; that 2019-04-28 was no make-up day until 2019-03-22 is not in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from attrs import field, frozen

from fengqiao.errors.timing import CalendarUnpublished
from fengqiao.timing.calendar import WORKING_KINDS, DayKind

_SATURDAY = 5

_TABLE = """
2018 国办发明电〔2017〕12号 2017-11-30
new_year                 | 01-01             | 01-01               | -
spring_festival          | 02-15..02-21      | 02-16..02-18        | 02-11 02-24
qingming                 | 04-05..04-07      | 04-05               | 04-08
labour_day               | 04-29..05-01      | 05-01               | 04-28
dragon_boat              | 06-18             | 06-18               | -
mid_autumn               | 09-24             | 09-24               | -
national_day             | 10-01..10-07      | 10-01..10-03        | 09-29 09-30

2019 国办发明电〔2018〕15号 2018-12-04
new_year                 | 2018-12-30..01-01 | 01-01               | 2018-12-29
spring_festival          | 02-04..02-10      | 02-05..02-07        | 02-02 02-03
qingming                 | 04-05             | 04-05               | -
labour_day               | 05-01             | 05-01               | -
dragon_boat              | 06-07             | 06-07               | -
mid_autumn               | 09-13             | 09-13               | -
national_day             | 10-01..10-07      | 10-01..10-03        | 09-29 10-12

2019 国办发明电〔2019〕3号 2019-03-22
labour_day               | 05-01..05-04      | 05-01               | 04-28 05-05

2020 国办发明电〔2019〕16号 2019-11-21
new_year                 | 01-01             | 01-01               | -
spring_festival          | 01-24..01-30      | 01-25..01-27        | 01-19 02-01
qingming                 | 04-04..04-06      | 04-04               | -
labour_day               | 05-01..05-05      | 05-01               | 04-26 05-09
dragon_boat              | 06-25..06-27      | 06-25               | 06-28
national_day mid_autumn  | 10-01..10-08      | 10-01..10-03        | 09-27 10-10

2020 国办发明电〔2020〕1号 2020-01-26
spring_festival          | 01-31..02-02      | -                   | -

2021 国办发明电〔2020〕27号 2020-11-25
new_year                 | 01-01..01-03      | 01-01               | -
spring_festival          | 02-11..02-17      | 02-12..02-14        | 02-07 02-20
qingming                 | 04-03..04-05      | 04-04               | -
labour_day               | 05-01..05-05      | 05-01               | 04-25 05-08
dragon_boat              | 06-12..06-14      | 06-14               | -
mid_autumn               | 09-19..09-21      | 09-21               | 09-18
national_day             | 10-01..10-07      | 10-01..10-03        | 09-26 10-09

2022 国办发明电〔2021〕11号 2021-10-25
new_year                 | 01-01..01-03      | 01-01               | -
spring_festival          | 01-31..02-06      | 02-01..02-03        | 01-29 01-30
qingming                 | 04-03..04-05      | 04-05               | 04-02
labour_day               | 04-30..05-04      | 05-01               | 04-24 05-07
dragon_boat              | 06-03..06-05      | 06-03               | -
mid_autumn               | 09-10..09-12      | 09-10               | -
national_day             | 10-01..10-07      | 10-01..10-03        | 10-08 10-09

2023 国办发明电〔2022〕16号 2022-12-08
new_year                 | 2022-12-31..01-02 | 01-01               | -
spring_festival          | 01-21..01-27      | 01-22..01-24        | 01-28 01-29
qingming                 | 04-05             | 04-05               | -
labour_day               | 04-29..05-03      | 05-01               | 04-23 05-06
dragon_boat              | 06-22..06-24      | 06-22               | 06-25
mid_autumn national_day  | 09-29..10-06      | 09-29 10-01..10-03  | 10-07 10-08

2024 国办发明电〔2023〕7号 2023-10-25
new_year                 | 01-01             | 01-01               | -
spring_festival          | 02-10..02-17      | 02-10..02-12        | 02-04 02-18
qingming                 | 04-04..04-06      | 04-04               | 04-07
labour_day               | 05-01..05-05      | 05-01               | 04-28 05-11
dragon_boat              | 06-10             | 06-10               | -
mid_autumn               | 09-15..09-17      | 09-17               | 09-14
national_day             | 10-01..10-07      | 10-01..10-03        | 09-29 10-12

2025 国办发明电〔2024〕12号 2024-11-12
new_year                 | 01-01             | 01-01               | -
spring_festival          | 01-28..02-04      | 01-28..01-31        | 01-26 02-08
qingming                 | 04-04..04-06      | 04-04               | -
labour_day               | 05-01..05-05      | 05-01..05-02        | 04-27
dragon_boat              | 05-31..06-02      | 05-31               | -
national_day mid_autumn  | 10-01..10-08      | 10-01..10-03 10-06  | 09-28 10-11

2026 国办发明电〔2025〕7号 2025-11-04
new_year                 | 01-01..01-03      | 01-01               | 01-04
spring_festival          | 02-15..02-23      | 02-16..02-19        | 02-14 02-28
qingming                 | 04-04..04-06      | 04-05               | -
labour_day               | 05-01..05-05      | 05-01..05-02        | 05-09
dragon_boat              | 06-19..06-21      | 06-19               | -
mid_autumn               | 09-25..09-27      | 09-25               | -
national_day             | 10-01..10-07      | 10-01..10-03        | 09-20 10-10
"""


@frozen
class HolidayNotice:
    """A notice of the General Office of the State Council on a year's holidays.

    Args:
        year: The year that it is about.
        number: Its number, as it stands on the notice.
        issued_on: Day of issue.
    """

    year: int
    number: str
    issued_on: date


_Entry = tuple[DayKind, HolidayNotice]


@frozen
class CnCalendar:
    """Working days of mainland China as the State Council's General Office published them.

    Outside `published_from` to `published_through` every question raises `CalendarUnpublished`.

    Args:
        name: Name that receipts carry.
        published_from: First day of the table.
        published_through: Last day of the table.
        notices: The notices behind it, in the order of issue.
        named: Days that a notice names; every other day is an ordinary workday or weekend.

    Source:
        The notices of the General Office of the State Council; see `notices`.

    Examples:
        >>> CN_CALENDAR.kind(date(2026, 1, 4)), CN_CALENDAR.source(date(2026, 1, 4))
        ('makeup_workday', '国办发明电〔2025〕7号')
    """

    name: str
    published_from: date
    published_through: date
    notices: tuple[HolidayNotice, ...]
    named: Mapping[date, _Entry] = field(repr=False, eq=False)

    def kind(self, day: date) -> DayKind:
        """What this day is.

        Args:
            day: Any day.

        Returns:
            `workday`, `weekend`, `statutory`, `exchanged_rest` or `makeup_workday`.

        Raises:
            CalendarUnpublished: The day lies outside the table.
        """
        self._require_published(day)
        entry = self.named.get(day)
        if entry is not None:
            return entry[0]
        return "weekend" if day.weekday() >= _SATURDAY else "workday"

    def is_working_day(self, day: date) -> bool:
        """Whether this day is worked.

        Args:
            day: Any day.

        Returns:
            True for an ordinary workday and a make-up workday.

        Raises:
            CalendarUnpublished: The day lies outside the table.
        """
        return self.kind(day) in WORKING_KINDS

    def source(self, day: date) -> str:
        """Number of the notice that settles this day.

        Args:
            day: Any day.

        Returns:
            The last notice that names the day, else the first one about its year.

        Raises:
            CalendarUnpublished: The day lies outside the table.
        """
        self._require_published(day)
        entry = self.named.get(day)
        return entry[1].number if entry is not None else self.sources(day.year)[0]

    def sources(self, year: int) -> tuple[str, ...]:
        """Numbers of the notices about a year, in the order of issue.

        Args:
            year: The year that they are about.

        Returns:
            Their numbers.

        Raises:
            CalendarUnpublished: The table has no notice about this year.
        """
        numbers = tuple(notice.number for notice in self.notices if notice.year == year)
        if not numbers:
            raise self._unpublished()
        return numbers

    def _require_published(self, day: date) -> None:
        if not self.published_from <= day <= self.published_through:
            raise self._unpublished()

    def _unpublished(self) -> CalendarUnpublished:
        return CalendarUnpublished(
            "calendar.unpublished",
            calendar=self.name,
            published_from=self.published_from,
            published_through=self.published_through,
        )


def _read(table: str) -> CnCalendar:
    """Calendar of a table in the form above."""
    notices: list[HolidayNotice] = []
    named: dict[date, _Entry] = {}
    for line in filter(None, table.splitlines()):
        if "|" not in line:
            year, number, issued_on = line.split()
            notices.append(HolidayNotice(int(year), number, date.fromisoformat(issued_on)))
            continue
        notice = notices[-1]
        _, off, statutory, worked = (list(_days(part, notice.year)) for part in line.split("|"))
        named.update(
            (day, ("weekend" if day.weekday() >= _SATURDAY else "exchanged_rest", notice))
            for day in off
        )
        named.update((day, ("statutory", notice)) for day in statutory)
        named.update((day, ("makeup_workday", notice)) for day in worked)
    years = [notice.year for notice in notices]
    return CnCalendar(
        name="cn",
        published_from=date(min(years), 1, 1),
        published_through=date(max(years), 12, 31),
        notices=tuple(notices),
        named=named,
    )


def _days(column: str, year: int) -> Iterator[date]:
    for part in column.split():
        if not part[0].isdigit():
            continue
        first, _, last = part.partition("..")
        start, end = _day(first, year), _day(last or first, year)
        for offset in range((end - start).days + 1):
            yield start + timedelta(days=offset)


def _day(text: str, year: int) -> date:
    return date.fromisoformat(text if text.count("-") > 1 else f"{year}-{text}")


CN_CALENDAR = _read(_TABLE)
"""Working days of mainland China, 2018-01-01 to 2026-12-31."""
