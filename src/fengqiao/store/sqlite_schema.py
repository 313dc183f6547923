"""Tables of a SQLite store, made from the declared kinds of facts."""

from __future__ import annotations

from collections.abc import Sequence

from fengqiao.model import KINDS, FieldSpec, Kind

APPLICATION_ID = 0x46_51_51_31
"""Marks the file as ours (`FQQ1`); stands in the header of the file."""
SCHEMA_VERSION = 4
"""Raised whenever an older version of this library would misread the file."""

_WHOLE = frozenset({"count", "minutes", "day", "instant", "flag"})

_TABLES = (
    "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE batch (
        batch INTEGER PRIMARY KEY, kind TEXT NOT NULL, known_at INTEGER NOT NULL,
        first_row INTEGER NOT NULL, last_row INTEGER NOT NULL,
        first_day INTEGER, last_day INTEGER)""",
    """CREATE TABLE void (
        void INTEGER PRIMARY KEY, kind TEXT NOT NULL, row INTEGER NOT NULL,
        known_at INTEGER NOT NULL, reason TEXT NOT NULL, UNIQUE (kind, row))""",
    "CREATE TABLE erased (key BLOB, digest BLOB, PRIMARY KEY (key, digest)) WITHOUT ROWID",
    """CREATE TABLE revision (
        kind TEXT, month INTEGER, stamp INTEGER NOT NULL,
        PRIMARY KEY (kind, month)) WITHOUT ROWID""",
    """CREATE TABLE answer (
        tally BLOB, first INTEGER, last INTEGER, stamp INTEGER NOT NULL, columns TEXT NOT NULL,
        PRIMARY KEY (tally, first, last))""",
)

PURGING = (
    """CREATE TABLE IF NOT EXISTS purged (
        kind TEXT PRIMARY KEY, before INTEGER NOT NULL) WITHOUT ROWID""",
    """CREATE TABLE IF NOT EXISTS kept (
        digest BLOB, first INTEGER, last INTEGER, kind TEXT NOT NULL, tally TEXT NOT NULL,
        columns TEXT NOT NULL, PRIMARY KEY (digest, first, last))""",
)
"""What came with purging."""

INDEXES = {
    "case_step": 'CREATE UNIQUE INDEX IF NOT EXISTS case_step ON fact_case_event ("case", seq)',
    "case_party": "CREATE INDEX IF NOT EXISTS case_party ON fact_case_event (party)"
    " WHERE party IS NOT NULL",
    "batch_rows": "CREATE INDEX IF NOT EXISTS batch_rows ON batch (kind, first_row)",
}
"""What is looked up row by row: the steps of a case, the case of a party, the batch of a step."""


def statements() -> Sequence[str]:
    """What makes an empty database a store, to be run in one transaction."""
    return (
        *_TABLES,
        *PURGING,
        *map(create, KINDS.values()),
        *INDEXES.values(),
        f"PRAGMA application_id = {APPLICATION_ID}",
        f"PRAGMA user_version = {SCHEMA_VERSION}",
    )


def table(kind: Kind) -> str:
    """The table that holds facts of a kind, quoted."""
    return f'"fact_{kind.name}"'


def kept_names(kind: Kind) -> tuple[str, ...]:
    """Columns that are kept; `minutes` is computed on reading."""
    return (*kind.fields, "day") if kind.nature == "event" else tuple(kind.fields)


def expression(name: str) -> str:
    """A column of a prepared table as SQL, of the fact `f`."""
    return "((f.ended_at - f.started_at) / 60)" if name == "minutes" else f'f."{name}"'


def create(kind: Kind) -> str:
    """What makes the table of a kind."""
    columns = [column(name, spec) for name, spec in kind.fields.items()]
    day = ["day INTEGER NOT NULL"] if kind.nature == "event" else []
    parts = ",\n    ".join(["row INTEGER PRIMARY KEY", *columns, *day])
    return f"CREATE TABLE {table(kind)} (\n    {parts})"


def column(name: str, spec: FieldSpec) -> str:
    """What declares a column of a field."""
    if name == "id":
        return "id TEXT NOT NULL UNIQUE"
    kept_as = "INTEGER" if spec.kind in _WHOLE else "TEXT"
    return f'"{name}" {kept_as}' + ("" if spec.optional else " NOT NULL")
