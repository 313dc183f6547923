"""Checks of a store: counts are exact, at one level, and current."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from fengqiao.measures.tallies import Condition, Tally
from fengqiao.store import Store
from fengqiao.testing.builders import (
    AUGUST,
    FIRST_DAY,
    JULY,
    KNOWN_AT,
    SHANGHAI,
    awards,
    duties,
    sessions,
    stations,
    totals,
    visits,
)
from fengqiao.testing.store_checks_append import refused
from fengqiao.testing.store_opening import Stores
from fengqiao.timing import Span

_LATER = KNOWN_AT.replace(year=2020)
_DAY = 86_400
_Where = tuple[str, Condition, object]


def _only(store: Store, tally: Tally, as_known: datetime | None = None) -> list[tuple[object, ...]]:
    table = store.tally([tally], as_known=as_known)[0]
    return list(table.rows(*table.columns))


def check_events_by_staff(stores: Stores) -> None:
    """Events are counted by the fields asked for, sorted by them."""
    store = stores.open()
    columns = visits(5, staff=["W2", "W1", "W2", "W10", "W2"])
    store.append("visit", columns, known_at=KNOWN_AT)
    tally = Tally("visit", "events", by=("staff",), spans=(JULY,))
    assert _only(store, tally) == [(0, "W1", 1), (0, "W10", 1), (0, "W2", 3)]


def check_answer_names_its_columns(stores: Stores) -> None:
    """An answer without rows has its columns all the same."""
    tally = Tally("visit", "events", by=("staff", "area"), spans=(JULY,))
    table = stores.open().tally([tally])[0]
    assert {name: list(cells) for name, cells in table.columns.items()} == {
        "span": [],
        "staff": [],
        "area": [],
        "value": [],
    }


def check_distinct_is_counted_once(stores: Stores) -> None:
    """A household visited twice is one household; of a station it is one, too."""
    store = stores.open()
    homes = ["H0000000001", "H0000000001", "H0000000002", "H0000000001"]
    columns = visits(4, staff=["W1", "W1", "W1", "W2"], station="ST1", household=homes)
    store.append("visit", columns, known_at=KNOWN_AT)
    by_staff = Tally("visit", "distinct", "household", by=("staff",), spans=(JULY,))
    by_station = Tally("visit", "distinct", "household", by=("station",), spans=(JULY,))
    assert _only(store, by_staff) == [(0, "W1", 2), (0, "W2", 1)]
    assert _only(store, by_station) == [(0, "ST1", 2)]


def check_sum_of_counts(stores: Stores) -> None:
    """Whole numbers are added up."""
    store = stores.open()
    store.append("session", sessions(3, people=[20, 30, 5]), known_at=KNOWN_AT)
    assert _only(store, Tally("session", "sum", "people", spans=(JULY,))) == [(0, 55)]


def check_sum_of_minutes(stores: Stores) -> None:
    """Minutes lie between start and end; begun minutes don't count."""
    store = stores.open()
    starts = list(visits(2)["started_at"])
    ends = [starts[0] + 29 * 60 + 59, starts[1] + 60]
    store.append("visit", visits(2, ended_at=ends), known_at=KNOWN_AT)
    assert _only(store, Tally("visit", "sum", "minutes", spans=(JULY,))) == [(0, 30)]


def check_absent_numbers_add_nothing(stores: Stores) -> None:
    """A sum skips what is absent, and 0 is no row."""
    store = stores.open()
    store.append(
        "total", totals(3, subject=["a", "a", "b"], total=[None, 4, None]), known_at=KNOWN_AT
    )
    tally = Tally("total", "sum", "total", by=("subject",), spans=(JULY,))
    assert _only(store, tally) == [(0, "a", 4)]


def check_absent_is_no_distinct_value(stores: Stores) -> None:
    """Distinct values are those that are there."""
    store = stores.open()
    store.append("duty", duties(3, room=["R1", None, "R1"]), known_at=KNOWN_AT)
    assert _only(store, Tally("duty", "distinct", "room", spans=(JULY,))) == [(0, 1)]


def check_absent_sorts_first(stores: Stores) -> None:
    """A group whose field is absent comes first."""
    store = stores.open()
    store.append("duty", duties(3, room=["R1", None, "R1"]), known_at=KNOWN_AT)
    tally = Tally("duty", "events", by=("room",), spans=(JULY,))
    assert _only(store, tally) == [(0, None, 1), (0, "R1", 2)]


def check_spans_are_answered_each_on_its_own(stores: Stores) -> None:
    """Spans may overlap and come in any order; both their ends count."""
    store = stores.open()
    days = [date(2018, 7, 1), date(2018, 7, 31), date(2018, 8, 1)]
    store.append("award", awards(3, awarded_on=days), known_at=KNOWN_AT)
    whole = Span(date(2018, 7, 31), date(2018, 8, 1))
    tally = Tally("award", "events", spans=(AUGUST, JULY, whole))
    assert _only(store, tally) == [(0, 1), (1, 2), (2, 2)]


def check_several_tallies_in_order(stores: Stores) -> None:
    """Answers come in the order of the questions."""
    store = stores.open()
    store.append("visit", visits(4), known_at=KNOWN_AT)
    store.append("award", awards(2), known_at=KNOWN_AT)
    asked = [Tally(kind, "events", spans=(JULY,)) for kind in ("award", "visit", "award")]
    assert [table["value"] for table in store.tally(asked)] == [[2], [4], [2]]


def check_tallies_of_the_same_facts(stores: Stores) -> None:
    """What is asked together is answered as if it were asked alone, groups left out by one too."""
    store = stores.open()
    homes = ["H0000000001", "H0000000001", "H0000000002", "H0000000003"]
    columns = visits(4, staff=["W1", "W1", "W1", "W2"], household=homes)
    starts = list(columns["started_at"])
    ends = [at + minutes * 60 for at, minutes in zip(starts, (20, 25, 40, 0), strict=True)]
    store.append("visit", {**columns, "ended_at": ends}, known_at=KNOWN_AT)
    long: _Where = ("minutes", ">=", 25)
    of_w2: _Where = ("staff", "in", ("W2", "W3"))
    asked: dict[Tally, list[tuple[object, ...]]] = {
        Tally("visit", "events", by=("staff",), spans=(JULY,)): [(0, "W1", 3), (0, "W2", 1)],
        Tally("visit", "distinct", "household", by=("staff",), spans=(JULY,)): [
            (0, "W1", 2),
            (0, "W2", 1),
        ],
        Tally("visit", "sum", "minutes", by=("staff",), spans=(JULY,)): [(0, "W1", 85)],
        Tally("visit", "sum", "minutes", by=("staff",), spans=(JULY,), where=(long,)): [
            (0, "W1", 65)
        ],
        Tally("visit", "events", by=("staff",), spans=(JULY,), where=(of_w2,)): [(0, "W2", 1)],
        Tally("visit", "events", by=("staff",), spans=(JULY,), where=(long, of_w2)): [],
        Tally("visit", "events", spans=(AUGUST, JULY), where=(of_w2,)): [(1, 1)],
    }
    orders = [list(asked), list(asked)[3:], list(asked)[4:]]
    for wanted in orders:
        found = [list(table.rows(*table.columns)) for table in store.tally(wanted)]
        assert found == [asked[tally] for tally in wanted]


def check_condition_equal(stores: Stores) -> None:
    """`==` compares with the stored form, absence included."""
    store = stores.open()
    store.append("duty", duties(3, room=["R1", None, "R1"]), known_at=KNOWN_AT)
    for value, wanted in (("R1", 2), (None, 1)):
        tally = Tally("duty", "events", spans=(JULY,), where=(("room", "==", value),))
        assert _only(store, tally) == [(0, wanted)]


def check_condition_at_least_and_at_most(stores: Stores) -> None:
    """`>=` and `<=` include the number, and all conditions hold together."""
    store = stores.open()
    store.append("session", sessions(4, people=[9, 10, 20, 21]), known_at=KNOWN_AT)
    tally = Tally(
        "session", "events", spans=(JULY,), where=(("people", ">=", 10), ("people", "<=", 20))
    )
    assert _only(store, tally) == [(0, 2)]


def check_absent_meets_no_bound(stores: Stores) -> None:
    """An absent number is neither small nor large."""
    store = stores.open()
    store.append("total", totals(2, total=[None, 4]), known_at=KNOWN_AT)
    tally = Tally("total", "events", spans=(JULY,), where=(("total", "<=", 9),))
    assert _only(store, tally) == [(0, 1)]


def check_condition_on_minutes(stores: Stores) -> None:
    """Minutes can be asked for like a declared field."""
    store = stores.open()
    starts = list(duties(2)["started_at"])
    ends = [starts[0] + 3600, starts[1] + 3599]
    store.append("duty", duties(2, ended_at=ends), known_at=KNOWN_AT)
    tally = Tally("duty", "events", spans=(JULY,), where=(("minutes", ">=", 60),))
    assert _only(store, tally) == [(0, 1)]


def check_condition_in(stores: Stores) -> None:
    """`in` asks for one of several; of none, nothing."""
    store = stores.open()
    store.append("visit", visits(3, staff=["W1", "W2", "W3"]), known_at=KNOWN_AT)
    for some, wanted in ((frozenset({"W1", "W3"}), [(0, 2)]), ((), [])):
        tally = Tally("visit", "events", spans=(JULY,), where=(("staff", "in", some),))
        assert _only(store, tally) == wanted


def check_condition_has(stores: Stores) -> None:
    """`has` finds a code among several, and no part of a longer one."""
    store = stores.open()
    covers = [("safety",), ("fire", "safety"), ("fire_safety",), ()]
    store.append("session", sessions(4, covers=covers), known_at=KNOWN_AT)
    tally = Tally("session", "events", spans=(JULY,), where=(("covers", "has", "safety"),))
    assert _only(store, tally) == [(0, 2)]


def check_no_count_looks_at_references(stores: Stores) -> None:
    """A reference neither groups nor filters: nothing lists by resident."""
    store = stores.open()
    asked = [
        Tally("visit", "events", by=("household",), spans=(JULY,)),
        Tally("visit", "events", spans=(JULY,), where=(("household", "==", "H0000000001"),)),
    ]
    for tally in asked:
        assert refused(lambda tally=tally: store.tally([tally])).code == "store.tally"  # type: ignore[misc]


def check_wrong_tallies_are_refused(stores: Stores) -> None:
    """What is not declared, or makes no sense, is refused and not guessed."""
    store = stores.open()
    asked = {
        "kind": Tally("station", "events", spans=(JULY,)),
        "field": Tally("visit", "sum", "staff", spans=(JULY,)),
        "by": Tally("visit", "events", by=("colour",), spans=(JULY,)),
        "where": Tally("visit", "events", spans=(JULY,), where=(("staff", "has", "W1"),)),
    }
    parts = {
        part: refused(lambda tally=tally: store.tally([tally])).facts["part"]  # type: ignore[misc]
        for part, tally in asked.items()
    }
    assert parts == {part: part for part in asked}


def check_impossible_values_are_refused(stores: Stores) -> None:
    """A condition on a value that can stand in no column is refused, not passed on."""
    store = stores.open()
    for value in (1 << 64, "W\ud800", 1.5, b"W1"):
        tally = Tally("visit", "events", spans=(JULY,), where=(("staff", "==", value),))
        error = refused(lambda tally=tally: store.tally([tally]))  # type: ignore[misc]
        assert error.facts["part"] == "where"


def check_answers_follow_new_facts(stores: Stores) -> None:
    """A count asked again sees what was written in between."""
    store = stores.open()
    tally = Tally("visit", "events", spans=(JULY, AUGUST))
    store.append("visit", visits(3), known_at=KNOWN_AT)
    assert _only(store, tally) == [(0, 3)]
    store.append("visit", visits(2, first=3), known_at=KNOWN_AT)
    assert _only(store, tally) == [(0, 5)]


def check_answers_follow_withdrawals(stores: Stores) -> None:
    """A count asked again sees what was withdrawn in between."""
    store = stores.open()
    tally = Tally("visit", "events", spans=(JULY,))
    store.append("visit", visits(3), known_at=KNOWN_AT)
    assert _only(store, tally) == [(0, 3)]
    store.void("visit", ["V000001"], known_at=KNOWN_AT, reason="wrong_officer")
    assert _only(store, tally) == [(0, 2)]


def check_as_known_leaves_out_later_facts(stores: Stores) -> None:
    """What became known later is not counted; what became known at that moment is."""
    store = stores.open()
    store.append("visit", visits(3), known_at=KNOWN_AT)
    store.append("visit", visits(2, first=3), known_at=_LATER)
    tally = Tally("visit", "events", spans=(JULY,))
    assert _only(store, tally, as_known=KNOWN_AT) == [(0, 3)]
    assert _only(store, tally, as_known=_LATER) == [(0, 5)]


def check_as_known_leaves_out_later_withdrawals(stores: Stores) -> None:
    """A fact counts for those who did not know yet that it is wrong."""
    store = stores.open()
    store.append("visit", visits(3), known_at=KNOWN_AT)
    store.void("visit", ["V000001"], known_at=_LATER, reason="wrong_officer")
    tally = Tally("visit", "events", spans=(JULY,))
    assert _only(store, tally, as_known=KNOWN_AT) == [(0, 3)]
    assert _only(store, tally, as_known=_LATER) == [(0, 2)]
    assert _only(store, tally) == [(0, 2)]


def check_day_is_that_of_the_zone(stores: Stores) -> None:
    """Half past midnight in Shanghai is the day before in UTC."""
    at = int(datetime(2018, 8, 1, 0, 30, tzinfo=SHANGHAI).timestamp())
    columns = visits(1, started_at=at, ended_at=at + 60)
    tally = Tally("visit", "events", spans=(JULY, AUGUST))
    found = {}
    for key in ("Asia/Shanghai", "UTC"):
        store = stores.open(key.replace("/", "-"), zone=ZoneInfo(key))
        store.append("visit", columns, known_at=KNOWN_AT)
        found[key] = _only(store, tally)
    assert found == {"Asia/Shanghai": [(1, 1)], "UTC": [(0, 1)]}


def check_unsorted_days_are_all_found(stores: Stores) -> None:
    """Facts need not come in the order of their days, in a batch or between batches."""
    store = stores.open()
    start = int(datetime(2018, 7, 2, 9, tzinfo=SHANGHAI).timestamp())
    for batch, days in enumerate(([40, 0, 70], [1, 41], [90, 2])):
        starts = [start + day * _DAY for day in days]
        ends = [at + 60 for at in starts]
        columns = visits(len(days), first=batch * 10, started_at=starts, ended_at=ends)
        store.append("visit", columns, known_at=KNOWN_AT)
    assert _only(store, Tally("visit", "events", spans=(JULY, AUGUST))) == [(0, 3), (1, 2)]


def check_registers_are_not_counted(stores: Stores) -> None:
    """A register is read, not counted: its facts have no day of their own."""
    store = stores.open()
    store.append("station", stations(2), known_at=KNOWN_AT)
    error = refused(lambda: store.tally([Tally("station", "events", spans=(JULY,))]))
    assert error.facts["part"] == "kind"


def check_days_can_be_grouped(stores: Stores) -> None:
    """The day of an event is a field like others, as its ordinal."""
    store = stores.open()
    store.append("visit", visits(7), known_at=KNOWN_AT)
    tally = Tally("visit", "events", by=("day",), spans=(JULY,))
    first = FIRST_DAY.toordinal()
    assert _only(store, tally) == [(0, first, 6), (0, first + 1, 1)]
