"""The tables of a store: made when they aren't there, looked at before they are trusted."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Engine, insert, inspect, select
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.schema import CreateSchema

from fengqiao.errors import StoreError
from fengqiao.store.sqlite_file import DEFAULT_ZONE
from fengqiao_sql.connections import WRITER
from fengqiao_sql.failures import MADE_MEANWHILE, sqlstate_of, translated
from fengqiao_sql.tables import SCHEMA_VERSION, Tables
from fengqiao_sql.target import Target

_TRIES = 5


def ready(target: Target, tables: Tables, engine: Engine, zone: ZoneInfo | None) -> ZoneInfo:
    """Make sure that a database holds a store of this schema and zone, or make it one.

    Returns:
        The zone of the store.

    Raises:
        StoreError: The database can't be reached, the store is not there and not to be made, or
            it is of another schema or zone.
    """
    found = look(target, tables, engine, make_in=zone or ZoneInfo(DEFAULT_ZONE))
    schema = int(found["schema"])
    if schema != SCHEMA_VERSION:
        code = "store.newer_schema" if schema > SCHEMA_VERSION else "store.older_schema"
        raise StoreError(code, place=target.place, found=schema, known=SCHEMA_VERSION)
    key = found["zone"]
    if zone is not None and zone.key != key:
        raise StoreError("store.other_zone", place=target.place, zone=key)
    return zone or ZoneInfo(key)


def look(
    target: Target, tables: Tables, engine: Engine, *, make_in: ZoneInfo | None = None
) -> dict[str, str]:
    """What a store says about itself.

    Args:
        target: The database.
        tables: The tables of the store in it.
        engine: What connects to it.
        make_in: Zone of a store that is made where there is none; None makes none.

    Raises:
        StoreError: The database can't be reached, or holds no store.
    """
    failure = None
    for number in range(_TRIES):
        try:
            with engine.begin() as connection:
                if not inspect(connection).has_table(tables.meta.name, tables.meta.schema):
                    if make_in is None or target.mode != "rwc":
                        break
                    _make(connection, tables, make_in)
                rows = connection.execute(select(tables.meta.c.name, tables.meta.c.value)).all()
                return {name: value for name, value in rows}  # noqa: C416  rows are no pairs to mypy
        except SQLAlchemyError as error:
            failure = translated(error, target.place, is_opening=True)
            is_race = isinstance(error, DBAPIError) and sqlstate_of(error) in MADE_MEANWHILE
            if not is_race or number + 1 == _TRIES:
                break
    raise failure or StoreError("store.no_store", place=target.place)


def _make(connection: Connection, tables: Tables, zone: ZoneInfo) -> None:
    schema = tables.metadata.schema
    if schema and not inspect(connection).has_schema(schema):
        connection.execute(CreateSchema(schema))
    tables.metadata.create_all(connection, checkfirst=False)
    told = {"schema": str(SCHEMA_VERSION), "zone": zone.key, WRITER: ""}
    rows = [{"name": name, "value": value} for name, value in told.items()]
    connection.execute(insert(tables.meta), rows)
