"""A store on a PostgreSQL server: opened, erased, brought to another schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import NullPool, create_engine, inspect, text

import fengqiao
from fengqiao.errors import StoreError
from fengqiao.measures.tallies import Tally
from fengqiao.packs import open_store, upgrade
from fengqiao.store import Upgrade
from fengqiao.testing.builders import JULY, KNOWN_AT, awards, visits
from fengqiao.testing.small import SMALL_PACK, small_city
from fengqiao_sql.tables import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from fengqiao_sql.store import SqlStore

    Opening = Callable[..., SqlStore]

pytestmark = pytest.mark.needs("postgresql", "sqlalchemy")

HOME = "H0000000001"
ONLY_HERE = "H7777777777"
"""A reference of which no other test on the same server writes anything."""
VISITS = Tally("visit", "events", by=("staff",), spans=(JULY,))


def run(url: str, *statements: str) -> None:
    """Do something in the schema of a store, behind its back."""
    base, _, schema = url.partition("&schema=")
    engine = create_engine(base, poolclass=NullPool)  # nothing stays open if a statement fails
    with engine.begin() as connection:
        connection.execute(text(f"SET LOCAL search_path = {schema}"))
        for statement in statements:
            connection.execute(text(statement))


def tables_of(url: str) -> list[str]:
    """The names of the tables of a store."""
    base, _, schema = url.partition("&schema=")
    return inspect(create_engine(base, poolclass=NullPool)).get_table_names(schema=schema)


def bytes_of(path: Path) -> bytes:
    """What a file holds; nothing where the server took it away, or where it is a folder."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, IsADirectoryError):
        return b""


def code_of(call: Callable[[], object]) -> str:
    """The code of the error that a call raises."""
    with pytest.raises(StoreError) as caught:
        call()
    return caught.value.code


def test_workspace_checks_on_the_server(url: str) -> None:
    """A workspace finds in PostgreSQL what it finds in memory, byte for byte."""
    found = []
    for place in (url, "memory:"):
        with fengqiao.open_workspace(place, packs=[SMALL_PACK]) as ws:
            small_city(ws)
            found.append(list(ws.check("2018-07").jsonl()))
    assert found[0] == found[1] != []


def test_plugin_says_what_it_brings() -> None:
    """The workspace knows the kind of store, and which distribution brought it."""
    with fengqiao.open_workspace() as ws:
        assert ws.plugins.stores["postgresql+psycopg"].brought_by == "fengqiao-sql"


def test_store_that_is_not_there_is_not_made(url: str) -> None:
    """With `mode=rw` or `ro` a misspelled schema is an error, and no new store."""
    codes = [code_of(lambda mode=mode: open_store(f"{url}&mode={mode}")) for mode in ("rw", "ro")]
    assert codes == ["store.no_store"] * 2


def test_read_only_store_writes_nothing(url: str, opened: Opening) -> None:
    """With `mode=ro` counts are answered and writes refused."""
    opened().append("visit", visits(2), known_at=KNOWN_AT)
    store = opened("&mode=ro")
    assert sum(store.tally([VISITS])[0]["value"]) == 2
    wanted = lambda: store.append("visit", visits(3), known_at=KNOWN_AT)  # noqa: E731
    assert code_of(wanted) == "store.read_only"


def test_zone_belongs_to_the_store(url: str, opened: Opening) -> None:
    """Another zone is refused; none takes the store's."""
    opened()
    assert code_of(lambda: open_store(url, zone=ZoneInfo("Asia/Urumqi"))) == "store.other_zone"


def test_other_schemas_are_refused(url: str, opened: Opening) -> None:
    """A store of a newer schema is refused; one of an older schema waits for its upgrade."""
    opened().close()
    run(url, "UPDATE fengqiao_meta SET value = '999' WHERE name = 'schema'")
    assert code_of(lambda: open_store(url)) == code_of(lambda: upgrade(url)) == "store.newer_schema"
    run(url, "UPDATE fengqiao_meta SET value = '0' WHERE name = 'schema'")
    assert code_of(lambda: open_store(url)) == "store.older_schema"


def test_upgrade_adds_what_is_new(url: str, opened: Opening) -> None:
    """Tables and columns that are new are added; the facts stay as they were."""
    store = opened()
    store.append("visit", visits(3), known_at=KNOWN_AT)
    before = list(store.export())
    store.close()
    run(
        url,
        "DROP TABLE fengqiao_fact_award",
        "ALTER TABLE fengqiao_fact_visit DROP COLUMN room",
        "ALTER TABLE fengqiao_fact_contact DROP COLUMN topics",
        "ALTER TABLE fengqiao_fact_contact ALTER COLUMN premises SET NOT NULL",
        "UPDATE fengqiao_meta SET value = '0' WHERE name = 'schema'",
    )
    assert upgrade(url) == Upgrade(0, SCHEMA_VERSION)
    after = opened()
    assert list(after.export()) == before
    assert after.append("award", awards(2), known_at=KNOWN_AT).new == 2
    assert upgrade(url) == Upgrade(SCHEMA_VERSION, SCHEMA_VERSION)


def test_erased_reference_is_in_no_table_file(url: str, opened: Opening, server: Any) -> None:  # noqa: ANN401  a fixture
    """After erasing, the bytes of the tables and of their statistics hold the reference nowhere."""
    store = opened()
    store.append(
        "visit",
        visits(500, household=ONLY_HERE, id=[f"{ONLY_HERE}-{n}" for n in range(500)]),
        known_at=KNOWN_AT,
    )

    def is_there() -> bool:
        run(url, "CHECKPOINT")
        files = (server.data / "base").rglob("*")
        return any(ONLY_HERE.encode() in bytes_of(file) for file in files)

    # Only this store's: the server holds those of other tests, more than one transaction can lock.
    run(url, *(f"ANALYZE {name}" for name in tables_of(url)))
    assert is_there()
    assert store.erase(ONLY_HERE) == 500
    assert not is_there()


def test_reader_of_the_old_state_keeps_erasing_pending(opened: Opening) -> None:
    """While somebody reads the state of before, the call says so; again afterwards it is done."""
    store = opened("&timeout=1")
    store.append("visit", visits(3, household=HOME), known_at=KNOWN_AT)
    lines = store.export()
    next(lines)
    assert code_of(lambda: store.erase(HOME)) == "store.erase_pending"
    list(lines)
    assert store.erase(HOME) == 0


def test_answer_counted_before_an_erasure_is_not_kept(opened: Opening) -> None:
    """A count that names premises, and comes back after they were erased, is not stored."""
    from fengqiao_sql.counting import Tallier

    by_premises = Tally("inspection", "events", by=("premises",), spans=(JULY,))
    from fengqiao.model import KINDS
    from fengqiao.store.together import answers
    from fengqiao.testing.builders import inspections

    store = opened()
    store.append("inspection", inspections(2, premises="PREM0000"), known_at=KNOWN_AT)
    with store._connections.reading() as connection:
        late = Tallier(connection, store._tables, as_known=None)
        answers(late, [KINDS["inspection"]], [by_premises])
    store.erase("PREM0000")
    store._keep(late.counted)
    assert "PREM0000" not in store.tally([by_premises])[0]["premises"]


@pytest.mark.parametrize(
    "options", ["&schema=Town", "&schema=a&schema=b", "&mode=all", "&timeout=soon", "&timeout=-1"]
)
def test_other_options_are_refused(server: Any, options: str) -> None:  # noqa: ANN401  a fixture
    """What is no option of a store is refused before anything is connected."""
    assert code_of(lambda: open_store(server.url(options))) == "store.bad_url"


@pytest.mark.parametrize("part", ["host=/nowhere", "connect_timeout=2&host=127.0.0.1&port=1"])
def test_unreachable_server_is_our_error(part: str) -> None:
    """No server: our error, and neither user nor password in it."""
    with pytest.raises(StoreError) as caught:
        open_store(f"postgresql+psycopg://chief:secret@/town?{part}&timeout=2")
    assert caught.value.code == "store.unreachable"
    assert caught.value.__context__ is None
    told = f"{caught.value} {caught.value.faults}"
    assert "secret" not in told
    assert "chief" not in told
