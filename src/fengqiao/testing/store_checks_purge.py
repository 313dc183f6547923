"""Checks of a store: what is purged is gone, what is kept is right, nothing is counted too low."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import Any

from attrs import evolve

from fengqiao.measures.tallies import Tally
from fengqiao.store import Appended, Purged, Store
from fengqiao.testing.builders import JULY, KNOWN_AT, SHANGHAI, inspections, visits
from fengqiao.testing.store_checks_append import content, refused
from fengqiao.testing.store_opening import Stores
from fengqiao.timing import Span

_AUGUST = Span(date(2018, 8, 1), date(2018, 8, 31))
_BEFORE, _LATER = _AUGUST.first, date(2018, 9, 1)
_KNOWN_AT = KNOWN_AT.replace(year=2020)
_HOUSEHOLDS = Tally("visit", "distinct", "household", by=("staff",), spans=(JULY,))
_EVENTS = Tally("visit", "events", spans=(JULY,))
_SHOP = "PREM0000"
_BY_PREMISES = Tally("inspection", "events", by=("premises",), spans=(JULY,))


def _on(day: date, hour: int = 9) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=SHANGHAI)


def _visits(store: Store, days: list[date], first: int = 0, **cells: object) -> Appended:
    """Visits of these days, two officers in turn."""
    columns = visits(
        len(days),
        first=first,
        staff=[f"W{row % 2}" for row in range(len(days))],
        started_at=[_on(day) for day in days],
        ended_at=[_on(day, 10) for day in days],
        **cells,
    )
    return store.append("visit", columns, known_at=_KNOWN_AT)


def _two_months(stores: Stores, name: str = "town") -> Store:
    """Three visits in July, one of them withdrawn, and two in August; in one batch."""
    store = stores.open(name)
    july, august = JULY.first, _AUGUST.first
    _visits(store, [july, august, july, july, august])
    store.void("visit", ["V000003"], known_at=_KNOWN_AT, reason="entered_twice")
    return store


def _answer(store: Store, tally: Tally) -> list[tuple[object, ...]]:
    (table,) = store.tally([tally])
    return list(table.rows(*table.columns))


def check_purge_says_what_went(stores: Stores) -> None:
    """How many facts of which month, withdrawn ones too, and how many answers are kept."""
    store = _two_months(stores)
    done = store.purge("visit", before=_BEFORE, keep=[_HOUSEHOLDS, _EVENTS])
    assert done == Purged("visit", _BEFORE, {"2018-07": 3}, 2)


def check_purge_can_be_looked_at_first(stores: Stores) -> None:
    """A dry run says the same and changes nothing."""
    store = _two_months(stores)
    before = content(store)
    looked = store.purge("visit", before=_BEFORE, keep=[_HOUSEHOLDS], dry_run=True)
    assert (content(store), store.purged()) == (before, {})
    assert store.purge("visit", before=_BEFORE, keep=[_HOUSEHOLDS]) == looked


def check_purged_facts_are_gone(stores: Stores) -> None:
    """No id and no reference of theirs is exported; what is later stays, in its order."""
    store = _two_months(stores)
    store.purge("visit", before=_BEFORE)
    exported = content(store)
    for row, is_gone in enumerate((True, False, True, True, False)):
        assert (f"V{row:06d}".encode() not in exported) is is_gone
        assert (f"H{row:010d}".encode() not in exported) is is_gone


def check_kept_answers_stay(stores: Stores) -> None:
    """A count that is kept is answered as before, one of nothing too."""
    store = _two_months(stores)
    nothing = evolve(_EVENTS, spans=(Span(date(2018, 6, 1), date(2018, 6, 30)),))
    kept = [_HOUSEHOLDS, _EVENTS, nothing]
    before = [_answer(store, tally) for tally in kept]
    store.purge("visit", before=_BEFORE, keep=kept)
    assert [_answer(store, tally) for tally in kept] == before
    assert before[1:] == [[(0, 2)], []]


def check_kept_answers_outlive_a_second_purge(stores: Stores) -> None:
    """Purging the next month leaves those of the one before as they are."""
    store = _two_months(stores)
    store.purge("visit", before=_BEFORE, keep=[_EVENTS])
    both = evolve(_EVENTS, spans=(JULY, _AUGUST))
    done = store.purge("visit", before=_LATER, keep=[both])
    assert done == Purged("visit", _LATER, {"2018-08": 2}, 2)
    assert _answer(store, both) == [(0, 2), (1, 2)]


def check_nothing_is_counted_too_low(stores: Stores) -> None:
    """A question about purged days whose answer isn't kept is refused, not answered with less."""
    store = _two_months(stores)
    store.purge("visit", before=_BEFORE, keep=[_EVENTS])
    for spans in ((JULY,), (Span(JULY.first, _AUGUST.last),), (_AUGUST, Span.day(JULY.last))):
        error = refused(partial(store.tally, [evolve(_HOUSEHOLDS, spans=spans)]))
        assert error.code == "store.purged"
    assert store.tally([evolve(_HOUSEHOLDS, spans=(_AUGUST,))])[0]["value"] == [1, 1]


def check_span_over_the_edge_is_not_kept(stores: Stores) -> None:
    """Of what is to be kept, spans that go on after the purged days are left out."""
    store = _two_months(stores)
    summer = evolve(_EVENTS, spans=(Span(JULY.first, _AUGUST.last),))
    assert store.purge("visit", before=_BEFORE, keep=[summer]).kept == 0
    assert refused(lambda: store.tally([summer])).code == "store.purged"


def check_purged_days_are_not_told_as_known(stores: Stores) -> None:
    """What was known at a moment is gone with the facts."""
    store = _two_months(stores)
    store.purge("visit", before=_BEFORE, keep=[_EVENTS])
    assert refused(lambda: store.tally([_EVENTS], as_known=_KNOWN_AT)).code == "store.purged"
    august = evolve(_EVENTS, spans=(_AUGUST,))
    assert store.tally([august], as_known=_KNOWN_AT)[0]["value"] == [2]


def check_purged_rows_are_not_read(stores: Stores) -> None:
    """Rows of a span that begins before what is left are refused; of later days they are read."""
    store = stores.open()
    days = [JULY.first, _AUGUST.first]
    columns = inspections(
        2, started_at=[_on(day) for day in days], ended_at=[_on(day, 10) for day in days]
    )
    store.append("inspection", columns, known_at=_KNOWN_AT)
    store.purge("inspection", before=_BEFORE)
    both = Span(JULY.first, _AUGUST.last)
    error = refused(lambda: list(store.rows("inspection", during=both)))
    assert error.code == "store.purged"
    assert [len(table) for table in store.rows("inspection", during=_AUGUST)] == [1]


def check_purged_facts_do_not_come_back(stores: Stores) -> None:
    """Neither written again, nor written late, nor out of an earlier export."""
    store = _two_months(stores)
    earlier = list(store.export())
    store.purge("visit", before=_BEFORE, keep=[_EVENTS])
    assert _visits(store, [JULY.last, _AUGUST.last], first=7) == Appended(new=1, refused=1)
    assert store.load(earlier) == Appended(repeated=2, refused=3)
    assert _answer(store, _EVENTS) == [(0, 2)]


def check_later_facts_are_not_taken_for_purged_ones(stores: Stores) -> None:
    """What is written after a purge is counted, though the last fact that went was withdrawn."""
    store = stores.open()
    _visits(store, [_AUGUST.first, JULY.first, JULY.first])
    store.void("visit", ["V000002"], known_at=_KNOWN_AT, reason="entered_twice")
    store.purge("visit", before=_BEFORE)
    _visits(store, [_AUGUST.last, _AUGUST.last], first=5)
    assert _answer(store, evolve(_EVENTS, spans=(_AUGUST,))) == [(0, 3)]
    other = stores.open("other")
    other.load(store.export())
    assert content(other) == content(store)


def check_purging_goes_forward_only(stores: Stores) -> None:
    """An earlier day takes nothing away and gives nothing back."""
    store = _two_months(stores)
    store.purge("visit", before=_LATER)
    assert store.purge("visit", before=_BEFORE) == Purged("visit", _LATER, {}, 0)
    assert store.purged() == {"visit": _LATER}


def check_other_kinds_stay(stores: Stores) -> None:
    """Purging visits leaves inspections of the same days, with their withdrawals."""
    store = _two_months(stores)
    store.append("inspection", inspections(2), known_at=KNOWN_AT)
    store.void("inspection", ["I000001"], known_at=KNOWN_AT, reason="entered_twice")
    before = _answer(store, _BY_PREMISES)
    store.purge("visit", before=_BEFORE)
    assert _answer(store, _BY_PREMISES) == before
    assert len(before) == 1


def check_only_events_are_purged(stores: Stores) -> None:
    """Registers and steps of cases are not."""
    store = stores.open()
    for kind in ("premises", "case_event"):
        error = refused(partial(store.purge, kind, before=_BEFORE))
        assert error.code == "store.purge_kind"


def check_only_whole_months_are_purged(stores: Stores) -> None:
    """Any other day, and what is no day, is refused."""
    store = _two_months(stores)
    days: list[tuple[Any, str]] = [
        (date(2018, 8, 2), "store.purge_day"),
        ("2018-08-01", "store.argument"),
        (KNOWN_AT, "store.argument"),
    ]
    for day, code in days:
        assert refused(partial(store.purge, "visit", before=day)).code == code
    assert store.purged() == {}


def check_kept_answers_list_no_facts(stores: Stores) -> None:
    """A count by id or by moment would keep what is purged; so would one of another kind."""
    store = _two_months(stores)
    for tally, part in (
        (evolve(_EVENTS, by=("id",)), "by"),
        (evolve(_EVENTS, by=("started_at",)), "by"),
        (evolve(_EVENTS, where=(("id", "==", "V000000"),)), "where"),
        (_BY_PREMISES, "kind"),
    ):
        error = refused(partial(store.purge, "visit", before=_BEFORE, keep=[tally]))
        assert error.facts["part"] == part
    assert store.purged() == {}


def check_erasing_reaches_kept_answers(stores: Stores) -> None:
    """A kept count by premises names an erased reference no more, and counts as before."""
    store = stores.open()
    shops = [_SHOP, _SHOP, "PREM0001"]
    store.append("inspection", inspections(3, premises=shops), known_at=KNOWN_AT)
    store.purge("inspection", before=_BEFORE, keep=[_BY_PREMISES])
    assert store.erase(_SHOP) == 0
    (table,) = store.tally([_BY_PREMISES])
    assert sorted(table["value"]) == [1, 2]
    assert list(table["premises"]) == sorted(table["premises"])
    assert _SHOP.encode() not in content(store)


def check_loading_erasures_reaches_kept_answers(stores: Stores) -> None:
    """What was erased elsewhere is erased in kept answers here, whichever comes first."""
    store, other, third = (stores.open(name) for name in ("town", "other", "third"))
    for each in (store, other):
        each.append("inspection", inspections(1, premises=_SHOP), known_at=KNOWN_AT)
        each.purge("inspection", before=_BEFORE, keep=[_BY_PREMISES])
    third.erase(_SHOP)
    third.load(store.export())
    assert _SHOP.encode() not in content(third)
    other.load(third.export())
    assert _SHOP.encode() not in content(other)
    assert other.load(store.export()) == Appended()


def check_purged_store_is_carried(stores: Stores) -> None:
    """An export holds the purge and what is kept; loaded, it answers alike, byte for byte."""
    store = _two_months(stores)
    store.purge("visit", before=_BEFORE, keep=[_HOUSEHOLDS, _EVENTS])
    lines, other = list(store.export()), stores.open("other")
    assert other.load(lines) == Appended(new=2)
    assert list(other.export()) == lines
    assert _answer(other, _HOUSEHOLDS) == _answer(store, _HOUSEHOLDS)
    assert other.load(lines) == Appended(repeated=2)
    assert other.purged() == {"visit": _BEFORE}


def check_purge_is_not_loaded_over_facts(stores: Stores) -> None:
    """A store that holds facts of such days would count them no more: nothing is loaded."""
    store, other = _two_months(stores), _two_months(stores, "other")
    store.purge("visit", before=_BEFORE, keep=[_EVENTS])
    before = content(other)
    assert refused(lambda: other.load(store.export())).code == "store.not_purged_here"
    assert content(other) == before


def check_other_kept_answers_are_refused(stores: Stores) -> None:
    """Two stores that were purged of different facts can't be added up: nothing is loaded."""
    store, other = _two_months(stores), stores.open("other")
    _visits(other, [JULY.first])
    for each in (store, other):
        each.purge("visit", before=_BEFORE, keep=[_EVENTS])
    before = content(other)
    assert refused(lambda: other.load(store.export())).code == "store.kept_differs"
    assert content(other) == before


def check_purge_outlives_the_process(stores: Stores) -> None:
    """A durable store that is opened again is purged still."""
    store = _two_months(stores)
    if "durable" not in store.abilities:
        return
    store.purge("visit", before=_BEFORE, keep=[_EVENTS])
    store.close()
    again = stores.open()
    assert (again.purged(), _answer(again, _EVENTS)) == ({"visit": _BEFORE}, [(0, 2)])
