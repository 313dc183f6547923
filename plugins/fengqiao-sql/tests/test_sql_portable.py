"""Every statement that a store sends can be said in the dialects of other databases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fengqiao.testing.builders import JULY, KNOWN_AT, inspections, premises, visits

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import ClauseElement, Dialect

    from fengqiao_sql.store import SqlStore

pytestmark = pytest.mark.needs("postgresql", "sqlalchemy", "opengauss_sqlalchemy", "pyobvector")

ONLY_POSTGRESQL = ("TextClause", "DDL")
"""Written as text: sent where `is_postgresql` says so, or by `upgrade`."""


@pytest.fixture
def sent(opened: Callable[..., SqlStore]) -> list[ClauseElement]:
    """What a store sends while all its methods are used."""
    from sqlalchemy import Engine, event

    from fengqiao.measures.tallies import Tally

    statements: list[ClauseElement] = []

    def note(connection: object, clause: ClauseElement, *rest: object) -> None:
        statements.append(clause)

    event.listen(Engine, "before_execute", note)
    try:
        store = opened()
        store.append("visit", visits(3), known_at=KNOWN_AT)
        store.append("visit", visits(4), known_at=KNOWN_AT)
        store.append("premises", premises(2), known_at=KNOWN_AT)
        store.append("inspection", inspections(2, premises="PREM0000"), known_at=KNOWN_AT)
        store.void("visit", ["V000001"], known_at=KNOWN_AT, reason="wrong_officer")
        where = (("station", "in", ("ST1", "ST2")), ("minutes", ">=", 1))
        tallies = [
            Tally("visit", "distinct", "household", by=("staff",), spans=(JULY,), where=where),
            Tally("visit", "sum", "minutes", spans=(JULY,)),
            Tally("inspection", "events", spans=(JULY,), where=(("topics", "has", "fire"),)),
        ]
        for as_known in (None, None, KNOWN_AT):
            store.tally(tallies, as_known=as_known)
        store.register("premises", during=JULY, as_known=KNOWN_AT)
        list(store.rows("inspection", during=JULY))
        store.case("CASE-0001")
        lines = list(store.export())
        store.erase("PREM0000")
        store.load(lines)
    finally:
        event.remove(Engine, "before_execute", note)
    return statements


def is_ours(clause: ClauseElement) -> bool:
    """Whether the store says it to any database; SQLAlchemy itself asks for tables there are."""
    from sqlalchemy.dialects import postgresql

    is_text = type(clause).__name__ in ONLY_POSTGRESQL
    return not is_text and "pg_catalog" not in str(clause.compile(dialect=postgresql.dialect()))


def dialect_of(name: str) -> Dialect:
    """Dialects as their makers ship them; OceanBase's is that of its MySQL mode."""
    from opengauss_sqlalchemy.psycopg2 import OpenGaussDialect_psycopg2
    from pyobvector.schema.dialect import OceanBaseDialect
    from sqlalchemy.dialects import mysql, sqlite

    found: dict[str, Callable[[], Dialect]] = {
        "mysql": mysql.dialect,
        "oceanbase": OceanBaseDialect,
        "opengauss": OpenGaussDialect_psycopg2,
        "sqlite": sqlite.dialect,
    }
    return found[name]()


@pytest.mark.parametrize("name", ["mysql", "oceanbase", "opengauss", "sqlite"])
def test_other_dialects_say_the_same(sent: list[ClauseElement], name: str) -> None:
    """Each statement compiles, but for those that only PostgreSQL is sent."""
    portable = [each for each in sent if is_ours(each)]
    dialect = dialect_of(name)
    texts = {str(each.compile(dialect=dialect)) for each in portable}
    kinds = {text.split(maxsplit=1)[0] for text in texts}
    assert kinds == {"CREATE", "DELETE", "INSERT", "SELECT", "UPDATE"}
