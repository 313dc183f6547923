"""Duties name the days on which they are done: a weekday, a day of the month, or by which day."""

from __future__ import annotations

from pathlib import Path

import pytest

from fengqiao.packs import open_terms, read_pack, run_cases
from fengqiao.packs.coverage.carriers import holdings_of, wanted_by
from fengqiao.rules import core_catalogue

from .conftest import HEAD, Finder, Reader

MEETING = (
    '[[duty]]\nkey = "meeting.community"\nwho = "community_officer"\neach = "community"\n'
    'clause = "一"\n'
)


def worked(folder: Path, duty: str, cases: str) -> list[tuple[str, str]]:
    """What a case of the meeting expects, field by field, and what was found."""
    (folder / "data").mkdir()
    (folder / "cases").mkdir()
    (folder / "data" / "pack.toml").write_text(HEAD + MEETING + duty, encoding="utf-8")
    text = f'format = 1\n[[case]]\nof = "meeting.community"\n{cases}'
    (folder / "cases" / "all.toml").write_text(text, encoding="utf-8")
    results = list(run_cases(read_pack(folder), core_catalogue()))
    return [(one.field or "", one.found) for one in results]


@pytest.mark.parametrize(
    ("day", "window"), [("2018-07-25", "met"), ("2018-07-26", "breach"), ("2018-07-01", "met")]
)
def test_by_a_day_of_the_month(tmp_path: Path, day: str, window: str) -> None:
    """By the 25th of each month: the 25th is in time, the 26th is late."""
    found = worked(
        tmp_path,
        'every = "month"\nwithin = "day_25"\n',
        f'period = "2018-07"\nevents = [{{ on = {day} }}]\nexpect = {{ within = "{window}" }}\n',
    )
    assert found == [("within", window)]


@pytest.mark.parametrize(
    ("every", "period", "day", "window"),
    [
        ("quarter", "2018-Q3", "2018-09-28", "met"),
        ("quarter", "2018-Q3", "2018-09-29", "breach"),
        ("quarter", "2018-Q3", "2018-07-30", "met"),  # ahead of time
        ("half_year", "2019-H1", "2019-06-29", "breach"),
        ("year", "2019", "2019-12-28", "met"),
    ],
)
def test_by_a_day_of_the_last_month(
    tmp_path: Path, every: str, period: str, day: str, window: str
) -> None:
    """By the 28th of the last month of each quarter, and of longer periods."""
    found = worked(
        tmp_path,
        f'every = "{every}"\nwithin = "day_28"\n',
        f'period = "{period}"\nevents = [{{ on = {day} }}]\nexpect = {{ within = "{window}" }}\n',
    )
    assert found == [("within", window)]


@pytest.mark.parametrize(
    ("lines", "period", "day", "result"),
    [
        ('every = "week"\non = "saturday"', "2018-W27", "2018-07-07", "met"),
        ('every = "week"\non = "saturday"', "2018-W27", "2018-07-06", "breach"),
        ('every = "month"\non = ["day_5", "day_20"]', "2018-07", "2018-07-20", "met"),
        ('every = "month"\non = ["day_5", "day_20"]', "2018-07", "2018-07-21", "breach"),
        # a month without a 31st has it on its last day
        ('every = "month"\non = "day_31"', "2018-09", "2018-09-30", "met"),
        ('every = "month"\non = "last_day"', "2018-09", "2018-09-30", "met"),
        ('every = "month"\non = "last_day"', "2018-10", "2018-10-30", "breach"),
    ],
)
def test_on_a_day(tmp_path: Path, lines: str, period: str, day: str, result: str) -> None:
    """An occasion lies on one of the days that the duty names; how often is judged apart."""
    found = worked(
        tmp_path,
        f"{lines}\n",
        f'period = "{period}"\nevents = [{{ on = {day} }}]\n'
        f'expect = {{ times = "met", on = "{result}" }}\n',
    )
    assert found == [("times", "met"), ("on", result)]


def test_an_open_day_is_for_the_host(read: Reader) -> None:
    """A fixed day that the source does not name: of a week, the host chooses among weekdays."""
    pack = read(f'{MEETING}every = "week"\non = "open"\n')
    term = next(
        one for one in open_terms(pack, core_catalogue()) if one.name == "meeting.community.on"
    )
    assert (term.form, len(term.words)) == ("words", 7)


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ('every = "week"\nwithin = "day_25"\n', "pack.day_of_period"),
        ('every = "day"\nwithin = "day_25"\n', "pack.day_of_period"),
        ('every = "week"\non = ["monday", "day_5"]\n', "pack.day_of_period"),
        ('every = "working_day"\non = "monday"\n', "pack.day_of_period"),
        ('every = "month"\nwithin = "day_32"\n', "pack.not_a_quantity"),
        ('every = "month"\non = "day_0"\n', "pack.unknown_word"),
    ],
)
def test_a_day_that_no_period_has_is_refused(faults: Finder, lines: str, code: str) -> None:
    """A day of the month is for months, a weekday for weeks and what is longer."""
    assert [one.code for one in faults(MEETING + lines)] == [code]


def test_a_day_of_the_month_carries_the_number_of_its_clause(read: Reader) -> None:
    """Coverage finds 25 in a duty that is to be done by the 25th of each month."""
    pack = read(f'{MEETING}every = "month"\nwithin = "day_25"\n')
    (carrier,) = holdings_of(pack, core_catalogue(), "order")["一"].carriers
    carried = [any(slot & wanted_by(day, "日") for slot in carrier.slots) for day in ("25", "26")]
    assert carried == [True, False]
