"""Checks of a store: registers as of days, and rows of the kinds that are few."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from fengqiao.model import KINDS, Table
from fengqiao.testing.builders import (
    AUGUST,
    FIRST_DAY,
    JULY,
    KNOWN_AT,
    awards,
    police_rooms,
    sessions,
    stations,
    visits,
)
from fengqiao.testing.store_checks_append import refused
from fengqiao.testing.store_opening import Stores
from fengqiao.timing import Span

_LATER = KNOWN_AT.replace(year=2020)


def _ids(tables: Iterable[Table]) -> list[str]:
    return [id_ for table in tables for id_ in table["id"]]


def check_register_is_read_in_stored_form(stores: Stores) -> None:
    """Days are ordinals, flags 0 or 1, codes sorted and joined, absent fields None."""
    store = stores.open()
    columns = police_rooms(1, id="r1", fittings=("phone", "desk"), named=True)
    store.append("police_room", columns, known_at=KNOWN_AT)
    table = store.register("police_room", during=JULY)
    assert {name: list(cells) for name, cells in table.columns.items()} == {
        "id": ["r1"],
        "room": ["R000"],
        "station": ["ST00"],
        "area": ["150302001000"],
        "premises": [None],
        "named": [1],
        "fittings": ["desk,phone"],
        "rules": [None],
        "model": [None],
        "terminals": [None],
        "since": [FIRST_DAY.toordinal()],
        "until": [None],
    }


def check_register_holds_on_a_day_of_the_span(stores: Stores) -> None:
    """A fact is read if it holds on at least one day; first and last day count."""
    store = stores.open()
    since = [date(2018, 7, 31), date(2018, 8, 1), date(2018, 1, 1), date(2018, 1, 1)]
    until = [None, None, date(2018, 7, 1), date(2018, 6, 30)]
    columns = stations(4, id=["starts", "late", "ends", "ended"], since=since, until=until)
    store.append("station", columns, known_at=KNOWN_AT)
    assert store.register("station", during=JULY)["id"] == ["ends", "starts"]


def check_register_is_sorted_by_id(stores: Stores) -> None:
    """Facts come in the order of their ids, character by character."""
    store = stores.open()
    store.append("station", stations(4, id=["b", "B", "a1", "a.1"]), known_at=KNOWN_AT)
    assert list(store.register("station", during=JULY)["id"]) == ["B", "a.1", "a1", "b"]


def check_register_leaves_out_withdrawn_facts(stores: Stores) -> None:
    """A corrected fact is read in place of the withdrawn one, and the other way round before."""
    store = stores.open()
    store.append("station", stations(1, id="wrong"), known_at=KNOWN_AT)
    store.void("station", ["wrong"], known_at=_LATER, reason="wrong_seat")
    store.append("station", stations(1, id="right"), known_at=_LATER)
    assert store.register("station", during=JULY)["id"] == ["right"]
    assert store.register("station", during=JULY, as_known=KNOWN_AT)["id"] == ["wrong"]


def check_empty_register_has_its_columns(stores: Stores) -> None:
    """A register without facts has its columns all the same."""
    table = stores.open().register("station", during=JULY)
    assert list(table.columns) == list(KINDS["station"].fields)
    assert len(table) == 0


def check_events_are_no_register(stores: Stores) -> None:
    """Asking for events as of days is refused."""
    store = stores.open()
    assert refused(lambda: store.register("session", during=JULY)).code == "store.no_register"


def check_rows_of_the_days(stores: Stores) -> None:
    """Events of the span are read, those of other days are not."""
    store = stores.open()
    days = [date(2018, 7, 31), date(2018, 8, 1), date(2018, 6, 30), date(2018, 7, 1)]
    store.append("award", awards(4, awarded_on=days), known_at=KNOWN_AT)
    assert _ids(store.rows("award", during=JULY)) == ["A000003", "A000000"]


def check_rows_are_sorted_by_day_and_id(stores: Stores) -> None:
    """Rows come by day, within a day by id, whatever the order in which they were written."""
    store = stores.open()
    day, next_day = date(2018, 7, 3), date(2018, 7, 4)
    first = awards(3, id=["c", "b", "a"], awarded_on=[day, next_day, next_day])
    store.append("award", first, known_at=KNOWN_AT)
    store.append("award", awards(1, id="d", awarded_on=day), known_at=KNOWN_AT)
    assert _ids(store.rows("award", during=JULY)) == ["c", "d", "a", "b"]


def check_rows_have_day_and_minutes(stores: Stores) -> None:
    """Rows of events carry their day and, with start and end, their minutes."""
    store = stores.open()
    store.append("session", sessions(1), known_at=KNOWN_AT)
    (table,) = store.rows("session", during=JULY)
    assert list(table.columns) == [*KINDS["session"].fields, "day", "minutes"]
    assert (table["day"], table["minutes"]) == ([FIRST_DAY.toordinal()], [30])


def check_rows_of_a_register(stores: Stores) -> None:
    """Registers are few: their rows are those that hold in the span."""
    store = stores.open()
    columns = stations(2, id=["b", "a"], until=[None, date(2018, 7, 31)])
    store.append("station", columns, known_at=KNOWN_AT)
    assert _ids(store.rows("station", during=AUGUST)) == ["b"]


def check_rows_leave_out_what_was_not_known(stores: Stores) -> None:
    """Rows follow `as_known`, in facts and in withdrawals."""
    store = stores.open()
    store.append("award", awards(2), known_at=KNOWN_AT)
    store.append("award", awards(1, first=2), known_at=_LATER)
    store.void("award", ["A000000"], known_at=_LATER, reason="revoked")
    assert _ids(store.rows("award", during=JULY, as_known=KNOWN_AT)) == ["A000000", "A000001"]
    assert _ids(store.rows("award", during=JULY)) == ["A000001", "A000002"]


def check_no_rows_no_tables(stores: Stores) -> None:
    """No table is empty."""
    store = stores.open()
    store.append("award", awards(2), known_at=KNOWN_AT)
    assert list(store.rows("award", during=Span(date(2020, 1, 1), date(2020, 1, 2)))) == []


def check_rows_of_many_are_refused(stores: Stores) -> None:
    """Visits are counted, never listed."""
    store = stores.open()
    store.append("visit", visits(1), known_at=KNOWN_AT)
    assert refused(lambda: store.rows("visit", during=JULY)).code == "store.not_few"
