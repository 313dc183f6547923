"""Checks of a store: what is exported can be loaded, byte for byte, as a whole or not at all."""

from __future__ import annotations

import json
from zoneinfo import ZoneInfo

from fengqiao.errors import StoreConflict
from fengqiao.measures.tallies import Tally
from fengqiao.store import Appended, Store
from fengqiao.testing.builders import BUILDERS, JULY, KNOWN_AT, awards, visits
from fengqiao.testing.store_checks_append import content, refused
from fengqiao.testing.store_opening import Stores
from fengqiao.timing import Span

_LATER = KNOWN_AT.replace(year=2020)


def _filled(stores: Stores, name: str = "town") -> Store:
    """A store with some facts of every kind, a withdrawal and an erased reference."""
    store = stores.open(name)
    for kind, make in BUILDERS.items():
        store.append(kind, make(3), known_at=KNOWN_AT)
    store.append("visit", visits(3, first=3), known_at=_LATER)
    store.void("visit", ["V000001", "V000004"], known_at=_LATER, reason="entered_twice")
    store.void("award", ["A000000"], known_at=KNOWN_AT, reason="revoked")
    store.erase("H0000000002")
    return store


def check_export_starts_with_a_header(stores: Stores) -> None:
    """The first line says what follows."""
    header = next(stores.open().export())
    assert json.loads(header) == {"format": 1, "kind": "fengqiao.store", "zone": "Asia/Shanghai"}


def check_export_gives_the_same_bytes_again(stores: Stores) -> None:
    """Two exports of one store are equal."""
    store = _filled(stores)
    assert content(store) == content(store)


def check_lines_end_with_a_line_feed(stores: Stores) -> None:
    """Each line is one line of JSON."""
    for line in _filled(stores).export():
        assert line.endswith(b"\n")
        assert line.count(b"\n") == 1
        assert isinstance(json.loads(line), dict)


def check_export_of_loaded_is_the_same(stores: Stores) -> None:
    """Loading an export into an empty store gives the same export, byte for byte."""
    lines = list(_filled(stores).export())
    other = stores.open("other")
    done = other.load(lines)
    assert done == Appended(new=3 * len(BUILDERS) + 3)
    assert list(other.export()) == lines


def check_loaded_store_answers_alike(stores: Stores) -> None:
    """Counts come out the same, as known at any time."""
    store, other = _filled(stores), stores.open("other")
    other.load(store.export())
    tallies = [Tally("visit", "distinct", "household", by=("staff",), spans=(JULY,))]
    for as_known in (None, KNOWN_AT):
        found = other.tally(tallies, as_known=as_known)[0]
        wanted = store.tally(tallies, as_known=as_known)[0]
        assert list(found.rows(*found.columns)) == list(wanted.rows(*wanted.columns))


def check_long_batches_are_cut(stores: Stores) -> None:
    """No line holds more than 50,000 facts, and the cut survives loading."""
    store = stores.open()
    store.append("award", awards(50_001, awarded_on=JULY.first), known_at=KNOWN_AT)
    lines = list(store.export())
    sizes = [len(json.loads(line)["batch"]["columns"]["id"]) for line in lines[1:]]
    assert sizes == [50_000, 1]
    other = stores.open("other")
    other.load(lines)
    assert list(other.export()) == lines


def check_load_again_changes_nothing(stores: Stores) -> None:
    """Loading the same lines again counts every fact as repeated."""
    store = _filled(stores)
    lines = list(store.export())
    assert store.load(lines) == Appended(repeated=3 * len(BUILDERS) + 3)
    assert list(store.export()) == lines


def check_load_leaves_withdrawn_facts_withdrawn(stores: Stores) -> None:
    """An earlier export brings nothing back that was withdrawn since."""
    store = stores.open()
    store.append("visit", visits(3), known_at=KNOWN_AT)
    earlier = list(store.export())
    store.void("visit", ["V000001"], known_at=_LATER, reason="wrong_officer")
    before = content(store)
    assert store.load(earlier) == Appended(repeated=3)
    assert content(store) == before


def check_load_takes_over_withdrawals(stores: Stores) -> None:
    """What was withdrawn where the lines come from is withdrawn where the fact stands already."""
    store, other = stores.open(), stores.open("other")
    for each in (store, other):
        each.append("visit", visits(3), known_at=KNOWN_AT)
    store.void("visit", ["V000001"], known_at=_LATER, reason="wrong_officer")
    lines = list(store.export())
    assert [other.load(lines), other.load(lines)] == [Appended(repeated=3)] * 2
    assert list(other.export()) == lines


def check_load_beside_other_facts(stores: Stores) -> None:
    """Facts that are there already stay."""
    store, other = _filled(stores), stores.open("other")
    other.append("award", awards(2, first=90), known_at=KNOWN_AT)
    other.load(store.export())
    assert other.tally([Tally("award", "events", spans=(JULY,))])[0]["value"] == [2]
    during = Span(JULY.first, KNOWN_AT.date())
    ids = [id_ for table in other.rows("award", during=during) for id_ in table["id"]]
    assert ids == ["A000001", "A000002", "A000090", "A000091"]


def check_conflict_while_loading_writes_nothing(stores: Stores) -> None:
    """A conflict in a late line keeps all lines out."""
    lines = list(_filled(stores).export())
    other = stores.open("other")
    other.append("award", awards(1, recipient="W7777"), known_at=KNOWN_AT)
    before = content(other)
    assert isinstance(refused(lambda: other.load(lines)), StoreConflict)
    assert content(other) == before


def check_other_formats_are_refused(stores: Stores) -> None:
    """Another format, another kind of file, or none at all."""
    store = stores.open()
    for line in (
        b'{"format":2,"kind":"fengqiao.store","zone":"Asia/Shanghai"}',
        b"id,staff",
        b"[]",
    ):
        assert refused(lambda line=line: store.load([line])).code == "store.format"  # type: ignore[misc]
    assert refused(lambda: store.load([])).code == "store.format"


def check_other_zones_are_refused(stores: Stores) -> None:
    """Days computed in another zone are not mixed in."""
    lines = list(stores.open("utc", zone=ZoneInfo("UTC")).export())
    assert refused(lambda: stores.open().load(lines)).code == "store.other_zone"


def check_bad_lines_write_nothing(stores: Stores) -> None:
    """A line that is not what `export` writes keeps all lines out, and is named by its number."""
    lines = list(_filled(stores).export())
    other = stores.open("other")
    before = content(other)
    bad = (
        b"{",
        b"[1]",
        b'{"batch":{}}',
        b'{"batch":{"kind":"resident","known_at":1,"columns":{}}}',
        b'{"batch":{"kind":"visit","known_at":"now","columns":{}}}',
        b'{"batch":{"kind":"area","known_at":1,"columns":{"since":["soon"]}}}',
        b'{"void":{"kind":"visit","known_at":1,"reason":"Not at home","ids":[]}}',
        b'{"erased":{"key":"00","digests":[]}}',
        b'{"note":{}}',
        b"\xff",
        b"[" * 100_000,
    )
    for line in bad:
        error = refused(lambda line=line: other.load([*lines, line]))  # type: ignore[misc]
        assert (error.code, error.facts["line"]) == ("store.bad_line", len(lines) + 1)
        assert error.__context__ is None
    assert content(other) == before


def check_loaded_facts_are_checked(stores: Stores) -> None:
    """What `append` refuses is refused in a file as well."""
    store = stores.open()
    columns = json.dumps({name: list(cells) for name, cells in visits(1, staff="W 1").items()})
    line = f'{{"batch":{{"kind":"visit","known_at":1,"columns":{columns}}}}}'.encode()
    header = next(iter(store.export()))
    assert refused(lambda: store.load([header, line])).code == "record.shape"


def check_one_fact_can_be_left_out(stores: Stores) -> None:
    """An export in which a row was deleted, withdrawals and all, can be loaded."""
    store = stores.open()
    store.append("visit", visits(3), known_at=KNOWN_AT)
    store.void("visit", ["V000001"], known_at=KNOWN_AT, reason="wrong_officer")
    header, batch, void = store.export()
    content_ = json.loads(batch)
    for cells in content_["batch"]["columns"].values():
        del cells[1]
    other = stores.open("other")
    assert other.load([header, json.dumps(content_).encode(), void]) == Appended(new=2)
    assert other.tally([Tally("visit", "events", spans=(JULY,))])[0]["value"] == [2]
