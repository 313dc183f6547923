"""Tables of a store in a database, made from the declared kinds of facts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from attrs import frozen
from sqlalchemy import (
    DDL,
    BigInteger,
    Column,
    ColumnElement,
    Index,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    event,
)
from sqlalchemy.types import TypeEngine

from fengqiao.model import CASE_EVENT, KINDS, FieldSpec, Kind

SCHEMA_VERSION = 2
"""Raised whenever an older version of this package would misread the tables."""

PREFIX = "fengqiao_"
LONGEST = 64
"""Characters of the longest id or reference."""
_WHOLE = frozenset({"count", "minutes", "day", "instant", "flag"})
_COLLATIONS = {"postgresql": "C", "opengauss": "C", "mysql": "utf8mb4_bin"}
"""Texts are compared character by character, as everywhere else in this library."""


@frozen(eq=False)
class Tables:
    """All tables of one store."""

    metadata: MetaData
    meta: Table
    batch: Table
    void: Table
    erased: Table
    revision: Table
    answer: Table
    purged: Table
    kept: Table
    facts: Mapping[str, Table]

    def fact(self, kind: Kind) -> Table:
        """The table that holds facts of a kind."""
        return self.facts[kind.name]


@cache
def tables_in(schema: str | None) -> Tables:
    """The tables as they lie in a schema of the database; None for the user's own."""
    metadata = MetaData(schema=schema)
    tables = Tables(
        metadata,
        meta=_table(metadata, "meta", _key("name"), Column("value", text_type(), nullable=False)),
        batch=_table(
            metadata,
            "batch",
            Column("batch", BigInteger, primary_key=True, autoincrement=False),
            Column("kind", text_type(LONGEST), nullable=False),
            *(Column(name, BigInteger, nullable=False) for name in ("first_row", "last_row")),
            Column("known_at", BigInteger, nullable=False),
        ),
        void=_table(
            metadata,
            "void",
            Column("void", BigInteger, primary_key=True, autoincrement=False),
            Column("kind", text_type(LONGEST), nullable=False),
            Column("row", BigInteger, nullable=False),
            Column("known_at", BigInteger, nullable=False),
            Column("reason", text_type(LONGEST), nullable=False),
            UniqueConstraint("kind", "row"),
        ),
        erased=_table(metadata, "erased", _key("key"), _key("digest")),
        revision=_table(
            metadata, "revision", _key("kind"), _number("month"), Column("stamp", BigInteger)
        ),
        answer=_table(
            metadata,
            "answer",
            _key("tally"),
            _number("first"),
            _number("last"),
            Column("stamp", BigInteger, nullable=False),
            Column("columns", text_type(), nullable=False),
        ),
        purged=_table(
            metadata, "purged", _key("kind"), Column("before", BigInteger, nullable=False)
        ),
        kept=_table(
            metadata,
            "kept",
            _key("digest"),
            _number("first"),
            _number("last"),
            Column("kind", text_type(LONGEST), nullable=False),
            Column("tally", text_type(), nullable=False),
            Column("columns", text_type(), nullable=False),
        ),
        facts={kind.name: _facts(metadata, kind) for kind in KINDS.values()},
    )
    _keep_no_samples(tables.answer, ["columns"])
    _keep_no_samples(tables.kept, ["columns"])
    return tables


def text_type(length: int | None = None) -> TypeEngine[str]:
    """Text that is compared character by character."""
    made: TypeEngine[str] = Text() if length is None else String(length)
    for dialect, collation in _COLLATIONS.items():
        there = Text(collation=collation) if length is None else String(length, collation)
        made = made.with_variant(there, dialect)
    return made


def kept_names(kind: Kind) -> tuple[str, ...]:
    """Columns that are kept; `minutes` is computed on reading."""
    return (*kind.fields, "day") if kind.nature == "event" else tuple(kind.fields)


def expression(table: Table, name: str) -> ColumnElement[Any]:
    """A column of a prepared table, as SQL."""
    if name == "minutes":
        return (table.c.ended_at - table.c.started_at) // 60
    return table.c[name]


def column(name: str, spec: FieldSpec) -> Column[Any]:
    """The column of a field."""
    if name == "id":
        return Column("id", text_type(LONGEST), nullable=False, unique=True)
    if spec.kind in _WHOLE:
        return Column(name, BigInteger, nullable=spec.optional)
    is_short = spec.kind in {"id", "ref"} and not spec.several
    return Column(name, text_type(LONGEST if is_short else None), nullable=spec.optional)


def _table(metadata: MetaData, name: str, *columns: Any) -> Table:  # noqa: ANN401  columns and constraints
    return Table(PREFIX + name, metadata, *columns)


def _key(name: str) -> Column[Any]:
    return Column(name, text_type(LONGEST), primary_key=True)


def _number(name: str) -> Column[Any]:
    return Column(name, BigInteger, primary_key=True, autoincrement=False)


def _facts(metadata: MetaData, kind: Kind) -> Table:
    is_event = kind.nature == "event"
    table = _table(
        metadata,
        f"fact_{kind.name}",
        Column("row", BigInteger, primary_key=True, autoincrement=False),
        *(column(name, spec) for name, spec in kind.fields.items()),
        *([Column("day", BigInteger, nullable=False, index=True)] if is_event else []),
        Column("known_at", BigInteger, nullable=False),
    )
    if kind is CASE_EVENT:
        Index(f"{PREFIX}case_step", table.c.case, table.c.seq, unique=True)
        Index(f"{PREFIX}case_party", table.c.party)
    if kind.refs:
        _keep_no_samples(table, ["id", *kind.refs])
    return table


def _keep_no_samples(table: Table, names: list[str]) -> None:
    """Let PostgreSQL keep no sample of columns that may hold a reference.

    Its planner's statistics hold common values in plain text, where erasing wouldn't reach them.
    """
    for name in names:
        sql = f'ALTER TABLE %(fullname)s ALTER COLUMN "{name}" SET STATISTICS 0'
        ddl = DDL(sql)  # type: ignore[no-untyped-call]  # SQLAlchemy says nothing of its types
        event.listen(table, "after_create", ddl.execute_if(dialect="postgresql"))
