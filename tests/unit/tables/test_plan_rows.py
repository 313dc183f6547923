"""Tables of visits and absences are read strictly, and no cell is echoed."""

from __future__ import annotations

from datetime import date

import pytest

from fengqiao.errors import FengqiaoError
from fengqiao.planning import Away, Venue, Wanted
from fengqiao.tables import read_away, read_names, read_venues, read_visits
from fengqiao.timing import Span

REF = "household-a"


def test_a_row_is_a_wanted_visit() -> None:
    """Every column has its field; the gap is at least 7 and at most 14 days."""
    text = (
        "ref,of,minutes,times,gap,spacing,last,from,until,prefers,serves\n"
        f"{REF},S01,25,2,7-14,sliding,2018-06-20,2018-07-01,2018-07-15,S02,visits.households\n"
    )
    assert read_visits(text.encode(), "v.csv").wanted == (
        Wanted(
            ref=REF,
            of="S01",
            minutes=25,
            times=2,
            gap=(7, 14),
            last=date(2018, 6, 20),
            during=(Span(date(2018, 7, 1), date(2018, 7, 15)),),
            prefers="S02",
            serves=("visits.households",),
        ),
    )


def test_chinese_headers_in_gb18030_are_read() -> None:
    """As a spreadsheet in Chinese writes it."""
    text = f"引用,对象,次数,上次走访\n{REF},S01,,2018年6月20日\n"
    (one,) = read_visits(text.encode("gb18030"), "v.csv").wanted
    assert (one.times, one.last) == (1, date(2018, 6, 20))


def test_a_row_without_reference_says_where_rounds_begin() -> None:
    """Metres west of anywhere are negative."""
    visits = read_visits(f"ref,of,x,y\n{REF},S01,10,20\n,S01,-5,0.5\n".encode(), "v.csv")
    assert (visits.at[REF], visits.at[visits.base["S01"]]) == ((10, 20), (-5, 0.5))


def test_an_absence_is_a_row() -> None:
    """Without a code it is leave."""
    text = (
        "staff,first,last,code\nS01,2018-07-02,2018-07-06,\nS02,2018-07-09,2018-07-09,deployment\n"
    )
    assert read_away(text.encode(), "a.csv") == (
        Away(staff="S01", first=date(2018, 7, 2), last=date(2018, 7, 6)),
        Away(staff="S02", first=date(2018, 7, 9), last=date(2018, 7, 9), code="deployment"),
    )


BAD = {
    "an unknown column": ("ref,of,name\n", "plan_table.header"),
    "a column that must be there": ("ref,x,y\n", "plan_table.header"),
    "an empty table": ("", "plan_table.header"),
    "too few cells": (f"ref,of,times\n{REF},S01\n", "table.cells"),
    "no officer": (f"ref,of\n{REF},\n", "table.absent"),
    "half a place": (f"ref,of,x,y\n{REF},S01,10,\n", "plan_table.point"),
    "no number of times": (f"ref,of,times\n{REF},S01,twice\n", "table.count"),
    "no day": (f"ref,of,last\n{REF},S01,7/3/18\n", "table.day"),
    "no gap": (f"ref,of,gap\n{REF},S01,weekly\n", "plan_table.gap"),
    "a season that ends before it begins": (
        f"ref,of,from,until\n{REF},S01,2018-07-02,2018-07-01\n",
        "plan_table.season",
    ),
    "a name for a reference": ("ref,of\n张三家,S01\n", "visits.ref"),
    "an unknown spacing": (f"ref,of,spacing\n{REF},S01,lunar\n", "visits.spacing"),
}


@pytest.mark.parametrize("case", BAD)
def test_what_cannot_be_read_is_refused(case: str) -> None:
    """With its row, before anything is planned, and without the cell's content."""
    text, code = BAD[case]
    with pytest.raises(FengqiaoError) as caught:
        read_visits(text.encode(), "v.csv")
    assert (caught.value.code, "张三" in str(caught.value)) == (code, False)


BAD_AWAY = {
    "an unknown code": ("staff,first,last,code\nS01,2018-07-02,2018-07-06,holiday\n", "away.code"),
    "no staff": ("staff,first,last\n,2018-07-02,2018-07-06\n", "table.absent"),
    "no last day": ("staff,first,last\nS01,2018-07-02,\n", "table.absent"),
    "no day": ("staff,first,last\nS01,2018-07-02,soon\n", "table.day"),
}


@pytest.mark.parametrize("case", BAD_AWAY)
def test_an_absence_that_cannot_be_read_is_refused(case: str) -> None:
    """Half an absence would leave somebody planned who is away."""
    text, code = BAD_AWAY[case]
    with pytest.raises(FengqiaoError) as caught:
        read_away(text.encode(), "a.csv")
    assert caught.value.code == code


def test_an_absence_says_for_what() -> None:
    """In the words of taskings; several exceptions stand in one cell."""
    header, both = "人员,首日,末日,抽调任务,例外情形", "emergency;higher_order"
    text = f"{header}\nS01,2018-07-02,2018-07-06,casework,{both}\n"
    (found,) = read_away(text.encode(), "a.csv")
    assert (found.kind, found.excepted) == ("casework", ("emergency", "higher_order"))


def test_a_row_is_a_room() -> None:
    """Whose work needs it, for which entries, when it is open and for how many at once."""
    text = "room,of,entries,opens,closes,at_once\nHALL,S01;S02,meeting,9:00,17:30,2\nR01,,,,,\n"
    assert read_venues(text.encode(), "r.csv") == (
        Venue(
            room="HALL",
            of=["S01", "S02"],
            entries=["meeting"],
            opens=540,
            closes=1_050,
            at_once=2,
        ),
        Venue(room="R01"),
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("room,opens\nHALL,nine\n", "plan_table.clock"),
        ("room,at_once\nHALL,two\n", "table.count"),
        ("room,of\n,S01\n", "table.absent"),
        ("of\nS01\n", "plan_table.header"),
    ],
)
def test_a_doubtful_room_is_refused(text: str, code: str) -> None:
    """A meeting would stand in it at the wrong time, or in none."""
    with pytest.raises(FengqiaoError) as refused:
        read_venues(text.encode(), "r.csv")
    assert refused.value.code == code


def test_names_are_read_by_id() -> None:
    """As a spreadsheet in Chinese writes it."""
    assert read_names("编号,名称\nR01,滨河警务室\n".encode("gb18030"), "n.csv") == {
        "R01": "滨河警务室"
    }


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("id,name\nR01,One\nR01,Two\n", "plan_table.named_twice"),
        ("id,name\nR01,\n", "table.absent"),
        ("id\nR01\n", "plan_table.header"),
        ("id,name\nR01,=cmd\n", "table.formula"),
    ],
)
def test_doubtful_names_are_refused(text: str, code: str) -> None:
    """Twice, empty, without a column or as a formula."""
    with pytest.raises(FengqiaoError) as refused:
        read_names(text.encode(), "n.csv")
    assert code in {fault.code for fault in getattr(refused.value, "faults", ())}
