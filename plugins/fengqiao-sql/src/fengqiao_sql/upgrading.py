"""Bring the tables of a store to the schema of this version, in one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Column, Connection, delete, inspect, text, update
from sqlalchemy import Table as SqlTable
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.schema import CreateColumn

from fengqiao.errors import StoreError
from fengqiao.store import Upgrade
from fengqiao_sql.connections import Connections
from fengqiao_sql.failures import translated
from fengqiao_sql.making import look
from fengqiao_sql.tables import SCHEMA_VERSION, Tables, tables_in
from fengqiao_sql.target import Target, target_of


def upgrade(url: str) -> Upgrade:
    """Bring a store to the schema of this version of the package.

    No copy is made: the store is in a database whose owner has backups, and the step happens as a
    whole or not at all.

    Args:
        url: See `target_of`; the store must be there.

    Returns:
        Schema before and after.

    Raises:
        StoreError: There is no store, or one of a newer schema.
    """
    target = target_of(url)
    connections = Connections(target, tables_in(target.schema))
    try:
        return _upgraded(target, connections)
    finally:
        connections.close()


def _upgraded(target: Target, connections: Connections) -> Upgrade:
    tables = connections.tables
    found = int(look(target, tables, connections.engine)["schema"])
    if found > SCHEMA_VERSION:
        raise StoreError(
            "store.newer_schema", place=target.place, found=found, known=SCHEMA_VERSION
        )
    if found < SCHEMA_VERSION:
        failure = None
        try:
            connections.write(lambda one: _complete(one, tables))
        except SQLAlchemyError as error:
            failure = translated(error, target.place)
        if failure:
            raise failure
    return Upgrade(found, SCHEMA_VERSION)


def _complete(connection: Connection, tables: Tables) -> None:
    """Add the tables, columns and indexes that are new; what is held stays as it is."""
    there, schema = inspect(connection), tables.metadata.schema
    for table in tables.metadata.sorted_tables:
        if not there.has_table(table.name, schema):
            table.create(connection)
            continue
        columns = {str(one["name"]): one for one in there.get_columns(table.name, schema)}
        for column in table.columns:
            _adapt(connection, table, column, columns.get(column.name))
        indexes = {one["name"] for one in there.get_indexes(table.name, schema)}
        for index in table.indexes:
            if index.name not in indexes:
                index.create(connection)
    connection.execute(delete(tables.answer))  # kept counts are of the facts as they were
    meta = tables.meta
    now = update(meta).where(meta.c.name == "schema").values(value=str(SCHEMA_VERSION))
    connection.execute(now)


def _adapt(
    connection: Connection, table: SqlTable, column: Column[Any], there: Mapping[str, Any] | None
) -> None:
    """Make a column as it is now.

    One that is new holds nothing, or no words where a field of codes may not be absent.
    """
    quote = connection.dialect.identifier_preparer
    alter = f"ALTER TABLE {quote.format_table(table)}"
    name = quote.format_column(column)
    if there is None:
        bare: Column[Any] = Column(column.name, column.type)
        added = CreateColumn(bare).compile(dialect=connection.dialect)
        connection.execute(text(f"{alter} ADD COLUMN {added}"))
        if not column.nullable:
            connection.execute(update(table).values({column: ""}))
            connection.execute(text(f"{alter} ALTER COLUMN {name} SET NOT NULL"))
    elif column.nullable and not there["nullable"]:
        connection.execute(text(f"{alter} ALTER COLUMN {name} DROP NOT NULL"))
