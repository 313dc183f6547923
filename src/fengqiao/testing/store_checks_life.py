"""Checks of a store: opened, shared by threads, closed."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from fengqiao.measures.tallies import Tally
from fengqiao.store import Store
from fengqiao.testing.builders import JULY, KNOWN_AT, SHANGHAI, awards, visits
from fengqiao.testing.store_checks_append import content, refused
from fengqiao.testing.store_opening import Stores

ABILITIES = frozenset({"durable", "concurrent_readers"})
"""Every ability there is."""

_VISITS = Tally("visit", "events", spans=(JULY,))
_BATCHES, _ROWS = 15, 4
_READERS, _WRITERS = 8, 2


def check_zone_is_the_one_asked_for(stores: Stores) -> None:
    """A store says in which zone it counts days."""
    assert stores.open().zone.key == SHANGHAI.key


def check_abilities_are_known(stores: Stores) -> None:
    """Abilities are called by their names."""
    assert stores.open().abilities <= ABILITIES


def check_durable_store_opens_again(stores: Stores) -> None:
    """A durable store holds after closing what it held before."""
    store = stores.open()
    store.append("visit", visits(3), known_at=KNOWN_AT)
    store.void("visit", ["V000000"], known_at=KNOWN_AT, reason="wrong_officer")
    before = content(store)
    store.close()
    if "durable" in store.abilities:
        assert content(stores.open()) == before


def check_stores_are_apart(stores: Stores) -> None:
    """Two stores share nothing."""
    store, other = stores.open(), stores.open("other")
    store.append("visit", visits(3), known_at=KNOWN_AT)
    assert other.tally([_VISITS])[0]["value"] == []


def check_closed_store_refuses(stores: Stores) -> None:
    """Every call after closing is refused."""
    store = stores.open()
    store.close()
    calls: tuple[Callable[[], object], ...] = (
        lambda: store.append("visit", visits(1), known_at=KNOWN_AT),
        lambda: store.void("visit", [], known_at=KNOWN_AT, reason="wrong"),
        lambda: store.tally([_VISITS]),
        lambda: store.register("area", during=JULY),
        lambda: list(store.rows("award", during=JULY)),
        lambda: store.erase("H0000000001"),
        lambda: list(store.export()),
        lambda: store.load([]),
    )
    assert {refused(call).code for call in calls} == {"store.closed"}


def check_closing_twice_is_allowed(stores: Stores) -> None:
    """Closing a closed store does nothing."""
    store = stores.open()
    store.close()
    store.close()


def check_threads_see_whole_batches(stores: Stores) -> None:
    """While two threads write, eight see only whole batches, and in the end all of them."""
    store = stores.open()
    with ThreadPoolExecutor(_READERS + _WRITERS) as pool:
        writing = [pool.submit(_write, store, writer) for writer in range(_WRITERS)]
        reading = [pool.submit(_read, store) for _ in range(_READERS)]
        seen = [count for job in reading for count in job.result()]
        for job in writing:
            job.result()
    assert [count for count in seen if count % _ROWS] == []
    assert store.tally([_VISITS])[0]["value"] == [_WRITERS * _BATCHES * _ROWS]


def _write(store: Store, writer: int) -> None:
    for batch in range(_BATCHES):
        first = (writer * _BATCHES + batch) * _ROWS
        store.append("visit", visits(_ROWS, first=first), known_at=KNOWN_AT)


def _read(store: Store) -> list[int]:
    return [sum(store.tally([_VISITS])[0]["value"]) for _ in range(_BATCHES)]


def check_open_readers_see_one_state(stores: Stores) -> None:
    """An export that was begun before a write gives what there was then."""
    store = stores.open()
    store.append("award", awards(3), known_at=KNOWN_AT)
    before = list(store.export())
    lines = store.export()
    begun = [next(lines)]
    store.append("award", awards(3, first=3), known_at=KNOWN_AT)
    assert [*begun, *lines] == before
