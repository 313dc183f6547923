"""Leave and deployment: whole days are out, and only what is prorated asks for less."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from fengqiao.errors import RequestError
from fengqiao.planning import Away, Kept, take_away
from fengqiao.planning.away import check_away
from fengqiao.rules import core_catalogue
from fengqiao.testing.planning import officer
from fengqiao.timing import Span

WEEK = Away(staff="S01", first=date(2018, 7, 2), last=date(2018, 7, 6))
KEPT = Kept(
    span=Span(date(2018, 7, 2), date(2018, 7, 8)),
    minutes=1_200,
    pack="testtown",
    entry="hours.in_community",
    clause=("三",),
)
TWO_DAYS = evolve(WEEK, last=date(2018, 7, 3))


def test_days_away_are_out() -> None:
    """Five of the 22 working days of July 2018; nobody else loses any."""
    found = take_away([officer("S01"), officer("S02")], [WEEK])
    assert [len(one.days) for one in found] == [17, 22]


def test_kept_time_stays_whole() -> None:
    """20 hours a week are owed in a week with leave, too, as its entry is read."""
    (one,) = take_away([evolve(officer("S01"), kept=(KEPT,))], [TWO_DAYS])
    assert one.kept[0].minutes == 1_200


def test_prorated_kept_time_is_less() -> None:
    """Three of five days are left: three fifths of 20 hours."""
    (one,) = take_away([evolve(officer("S01"), kept=(evolve(KEPT, prorated=True),))], [TWO_DAYS])
    assert one.kept[0].minutes == 720


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"staff": "S09"}, "away.no_staff"),
        ({"last": date(2018, 7, 1)}, "away.reversed"),
        ({"code": "holiday"}, "away.code"),
        ({"kind": "holiday"}, "away.kind"),
        ({"excepted": ["rain"]}, "away.excepted"),
    ],
)
def test_an_absence_that_cannot_be_is_refused(given: dict[str, object], code: str) -> None:
    """A slip would leave somebody planned who is away."""
    with pytest.raises(RequestError) as caught:
        check_away([evolve(WEEK, **given)], ["S01"], core_catalogue())
    assert caught.value.code == code
