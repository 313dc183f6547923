"""Read the steps of cases, inside the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Column, Connection, func, select

from fengqiao.model import CASE_EVENT, Table
from fengqiao.store.case_order import CASE_COLUMNS, Held
from fengqiao_sql.reading import live, transposed
from fengqiao_sql.tables import Tables, expression

_NAMES_A_QUERY = 1_000


def version_of(
    connection: Connection, tables: Tables, case_id: str, as_known: int | None = None
) -> int:
    """The number of the last step of a case, withdrawn ones too; 0 where there is none."""
    steps = tables.fact(CASE_EVENT).c
    query = select(func.coalesce(func.max(steps.seq), 0)).where(steps.case == case_id)
    if as_known is not None:
        query = query.where(steps.known_at <= as_known)
    return int(connection.execute(query).scalar_one())


def read_case(
    connection: Connection, tables: Tables, case_id: str, as_known: int | None
) -> tuple[int, Table]:
    """The version of a case by then, and its steps that were not withdrawn by then, in order."""
    fact = tables.fact(CASE_EVENT)
    query = (
        select(*(expression(fact, name) for name in CASE_COLUMNS))
        .where(fact.c.case == case_id, *live(tables, CASE_EVENT, as_known))
        .order_by(fact.c.seq)
    )
    columns = transposed(connection.execute(query).all(), len(CASE_COLUMNS))
    version = version_of(connection, tables, case_id, as_known)
    return version, Table(dict(zip(CASE_COLUMNS, columns, strict=True)))


def held_of(connection: Connection, tables: Tables, given: Table) -> Held:
    """What is held of the cases and parties of a batch."""
    steps = tables.fact(CASE_EVENT).c
    rows = _among(connection, (steps.case, steps.seq, steps.id), set(given["case"]))
    homes = _among(connection, (steps.party, steps.case), set(given["party"]) - {None})
    return Held({(case, seq): id_ for case, seq, id_ in rows}, dict(homes))


def _among(
    connection: Connection, wanted: Sequence[Column[Any]], names: set[str]
) -> Iterator[tuple[Any, ...]]:
    every = sorted(names)
    for start in range(0, len(every), _NAMES_A_QUERY):
        query = select(*wanted).where(wanted[0].in_(every[start : start + _NAMES_A_QUERY]))
        yield from map(tuple, connection.execute(query))
