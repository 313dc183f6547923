"""A file of an older schema is refused until it is upgraded, and then holds what it held."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from fengqiao.errors import StoreError
from fengqiao.model import KINDS
from fengqiao.store import Upgrade, open_store, upgrade
from fengqiao.store.sqlite_schema import SCHEMA_VERSION
from fengqiao.testing.builders import (
    BUILDERS,
    JULY,
    KNOWN_AT,
    SHANGHAI,
    police_rooms,
    teams,
    visits,
)

NEW_TABLES = {
    2: ("police_post", "body", "facility", "team", "action_item", "action_report"),
    3: ("beat", "contact", "tasking", "case_event"),
    4: (),
}
NEW_COLUMNS = {
    2: {
        "station": ("units", "rules"),
        "police_room": ("rules",),
        "premises": ("goods", "filed", "undertaking", "fittings"),
        "assignment": ("post",),
        "session": ("post",),
        "inspection": ("failed",),
        "duty": ("topics",),
    },
    3: {
        "area": ("rules", "channels", "programmes", "grid_rules", "fittings"),
        "station": ("channels", "programmes", "fittings"),
        "body": ("units", "programmes", "mediates"),
        "facility": ("fittings", "open_minutes"),
        "team": ("station",),
        "police_room": ("model", "terminals"),
        "mediation_committee": ("kind", "station", "backgrounds", "makeup"),
        "assignment": (
            "beat", "committee", "drawn_from", "reason", "community_posts", "equipment",
            "patrol_equipment", "channels",
        ),
        "visit": ("room",),
        "session": ("room", "grid", "body"),
        "duty": ("body", "grid", "post", "premises", "facility", "committee"),
    },
    4: {"beat": ("resident_count",)},
}  # fmt: skip
"""What each schema has and the one before it had not."""


@pytest.fixture(params=[1, 2, 3])
def schema(request: pytest.FixtureRequest) -> int:
    """A schema of before."""
    found: int = request.param
    return found


@pytest.fixture
def old(tmp_path: Path, schema: int) -> Path:
    """A store with a visit and a room, as an older schema had it."""
    path = tmp_path / "town.db"
    store = open_store(f"sqlite:///{path}", zone=SHANGHAI)
    store.append("visit", visits(1), known_at=KNOWN_AT)
    store.append("police_room", police_rooms(1), known_at=KNOWN_AT)
    store.close()
    with closing(sqlite3.connect(path)) as connection:
        for later in sorted(NEW_TABLES, reverse=True):
            if later > schema:
                _take_back(connection, later)
        connection.execute(f"PRAGMA user_version = {schema}")
    return path


def _take_back(connection: sqlite3.Connection, schema: int) -> None:
    """Take out what a schema brought."""
    if schema == 4:
        connection.executescript("DROP TABLE purged; DROP TABLE kept")
    for name in NEW_TABLES[schema]:
        connection.execute(f"DROP TABLE fact_{name}")
    for name, columns in NEW_COLUMNS[schema].items():
        for column in columns:
            if f"fact_{name}" in _tables(connection):
                connection.execute(f'ALTER TABLE fact_{name} DROP COLUMN "{column}"')


def _tables(connection: sqlite3.Connection) -> set[str]:
    return {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}


def code_of(path: Path, *, upgraded: bool = False) -> str:
    """The code with which a file is refused."""
    with pytest.raises(StoreError) as caught:
        (upgrade if upgraded else open_store)(f"sqlite:///{path}")
    assert caught.value.__context__ is None
    return caught.value.code


@pytest.mark.parametrize("options", ["", "?mode=ro", "?mode=rw"])
def test_an_older_store_is_refused_and_not_touched(old: Path, schema: int, options: str) -> None:
    """Opening never migrates in silence, whatever the mode."""
    before = old.read_bytes()
    with pytest.raises(StoreError) as caught:
        open_store(f"sqlite:///{old}{options}")
    assert (caught.value.code, caught.value.facts["found"], old.read_bytes()) == (
        "store.older_schema",
        schema,
        before,
    )


def test_upgrade_keeps_the_file_as_it_was(old: Path, schema: int) -> None:
    """The copy lies beside it, of the old schema still."""
    copy = old.with_name(f"town.db.schema-{schema}")
    assert upgrade(f"sqlite:///{old}") == Upgrade(found=schema, now=SCHEMA_VERSION, copy=copy)
    assert code_of(copy) == "store.older_schema"


def test_an_upgraded_store_holds_what_it_held(old: Path) -> None:
    """Facts are there, with the new fields empty; so is the zone."""
    upgrade(f"sqlite:///{old}")
    with closing(open_store(f"sqlite:///{old}", zone=SHANGHAI)) as store:
        rooms = store.register("police_room", during=JULY)
        assert (rooms["room"], any(rooms["rules"]), sum(1 for _ in store.export())) == (
            ["R000"],
            False,
            3,  # the header and two batches
        )


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_an_upgraded_store_takes_every_kind(old: Path, kind: str) -> None:
    """Tables and columns are those of a new store."""
    upgrade(f"sqlite:///{old}")
    with closing(open_store(f"sqlite:///{old}")) as store:
        assert store.append(kind, BUILDERS[kind](1, first=5), known_at=KNOWN_AT).new == 1


def test_upgrading_twice_does_nothing_the_second_time(old: Path) -> None:
    """What is current is left alone."""
    upgrade(f"sqlite:///{old}")
    before = old.read_bytes()
    assert (upgrade(f"sqlite:///{old}"), old.read_bytes()) == (
        Upgrade(found=SCHEMA_VERSION, now=SCHEMA_VERSION),
        before,
    )


def test_upgrade_writes_over_nothing(old: Path, schema: int) -> None:
    """Where the copy would go something lies: neither file changes."""
    copy = old.with_name(f"town.db.schema-{schema}")
    copy.write_bytes(b"mine")
    before = old.read_bytes()
    assert code_of(old, upgraded=True) == "store.copy_exists"
    assert (old.read_bytes(), copy.read_bytes()) == (before, b"mine")


def test_an_export_of_an_older_schema_can_be_loaded(old: Path, tmp_path: Path) -> None:
    """Lines without the new fields are read; those fields are empty."""
    upgrade(f"sqlite:///{old}")
    with closing(open_store(f"sqlite:///{old}")) as store:
        lines = [line.replace(b',"rules":[null]', b"") for line in store.export()]
    assert not any(b'"rules"' in line for line in lines)
    with closing(open_store("memory:", zone=SHANGHAI)) as fresh:
        assert fresh.load(lines).new == 2


def test_a_new_kind_of_an_upgraded_store_is_exported(old: Path) -> None:
    """What is recorded afterwards travels like everything else."""
    upgrade(f"sqlite:///{old}")
    with closing(open_store(f"sqlite:///{old}")) as store:
        store.append("team", teams(1), known_at=KNOWN_AT)
        assert any(b'"kind":"team"' in line for line in store.export())


# -- a file of this schema, from before an index came ----------------------------------------------


@pytest.fixture
def unindexed(tmp_path: Path) -> Path:
    """A store of the present schema with a case, without the index on batches."""
    path = tmp_path / "town.db"
    with closing(open_store(f"sqlite:///{path}", zone=SHANGHAI)) as store:
        store.append("case_event", BUILDERS["case_event"](1), known_at=KNOWN_AT)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP INDEX batch_rows")
    return path


def _indexes(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'index'")
        return {name for (name,) in found if not name.startswith("sqlite_")}


def _first_case(path: Path) -> tuple[int, list[object]]:
    """Version of the case, and when each step became known: what the index helps to find."""
    with closing(open_store(f"sqlite:///{path}")) as store:
        (table,) = store.rows("case_event", during=JULY)
        version, steps = store.case(table["case"][0])
        return version, list(steps["known_at"])


def test_a_store_without_an_index_is_read_all_the_same(unindexed: Path) -> None:
    """It is slower, and nothing else."""
    before = _first_case(unindexed)
    assert before == (1, [int(KNOWN_AT.timestamp())])
    upgrade(f"sqlite:///{unindexed}")
    assert _first_case(unindexed) == before


def test_upgrade_adds_an_index_that_a_store_of_this_schema_lacks(unindexed: Path) -> None:
    """In place: no copy, as nothing that is held changes."""
    assert "batch_rows" not in _indexes(unindexed)
    found = upgrade(f"sqlite:///{unindexed}")
    assert found == Upgrade(found=SCHEMA_VERSION, now=SCHEMA_VERSION)
    assert {"batch_rows", "case_step", "case_party"} <= _indexes(unindexed)
