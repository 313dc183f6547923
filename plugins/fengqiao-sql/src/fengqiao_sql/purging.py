"""Purge facts, and keep answers about them; inside the transaction of the one writer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from attrs import evolve
from sqlalchemy import Connection, delete, exists, func, select, update

from fengqiao.measures.tallies import Tally
from fengqiao.model import KINDS, Kind
from fengqiao.store import Purged
from fengqiao.store.erasing import Erasures
from fengqiao.store.lines import PurgedLine
from fengqiao.store.purging import (
    Kept,
    by_month,
    key_of,
    kind_of,
    not_purged_here,
    taken_in,
    to_keep,
)
from fengqiao.store.together import answers
from fengqiao_sql.counting import Tallier
from fengqiao_sql.erasing import note
from fengqiao_sql.keeping import find_kept, keep, kept_of, mark, marks_of
from fengqiao_sql.tables import Tables


def look(
    connection: Connection, tables: Tables, kind: Kind, before: date, wanted: Sequence[Tally]
) -> Purged:
    """What a purge would take away and keep."""
    end, now = before.toordinal(), marks_of(connection, tables).get(kind.name, 0)
    day = tables.fact(kind).c.day
    days = connection.execute(select(day, func.count()).where(day < end).group_by(day))
    gone = by_month((int(one), int(number)) for one, number in days)
    there = {kept.key for kept in kept_of(connection, tables) if kind_of(kept.tally) == kind.name}
    keys = there | {key_of(tally, span) for tally, span in to_keep(wanted, now, end)}
    return Purged(kind.name, date.fromordinal(max(end, now)), gone, len(keys))


def purge(
    connection: Connection, tables: Tables, kind: Kind, before: date, wanted: Sequence[Tally]
) -> Purged:
    """Take away the facts of a kind before a day, and keep answers about them."""
    done = look(connection, tables, kind, before, wanted)
    end, now = before.toordinal(), marks_of(connection, tables).get(kind.name, 0)
    tallier = Tallier(connection, tables, as_known=None)
    for tally, span in to_keep(wanted, now, end):
        (answer,) = answers(tallier, [kind], [evolve(tally, spans=(span,))])
        keep(connection, tables, kind, Kept.of(tally, span, answer))
    _take_away(connection, tables, kind, end)
    mark(connection, tables, kind, done.before.toordinal())
    note(connection, tables)
    return done


def _take_away(connection: Connection, tables: Tables, kind: Kind, end: int) -> None:
    """Rows that come later may get the numbers of those that go: nothing may point at these."""
    fact, batch, void = tables.fact(kind), tables.batch, tables.void
    connection.execute(delete(tables.answer))  # a kept count may be split by premises
    rows = select(fact.c.row).where(fact.c.day < end)
    connection.execute(delete(void).where(void.c.kind == kind.name, void.c.row.in_(rows)))
    connection.execute(delete(fact).where(fact.c.day < end))
    within = fact.c.row.between(batch.c.first_row, batch.c.last_row)
    named = batch.c.kind == kind.name
    connection.execute(delete(batch).where(named, ~exists().where(within)))
    ends = [
        select(end_of(fact.c.row)).where(within).scalar_subquery()
        for end_of in (func.min, func.max)
    ]
    shrunk = update(batch).where(named)
    connection.execute(shrunk.values(first_row=ends[0], last_row=ends[1]))


def take_mark(connection: Connection, tables: Tables, line: PurgedLine) -> None:
    """Take days as purged here that were purged where a line comes from."""
    if marks_of(connection, tables).get(line.kind.name, 0) < line.before:
        there = exists().where(tables.fact(line.kind).c.day < line.before)
        if connection.execute(select(there)).scalar():
            raise not_purged_here(line.kind, line.before)
        mark(connection, tables, line.kind, line.before)


def take_kept(
    connection: Connection,
    tables: Tables,
    kept: Kept,
    *,
    here: Mapping[str, int],
    erasures: Erasures,
) -> None:
    """Take in a kept answer of an export; see `taken_in`."""
    kind = KINDS[kind_of(kept.tally)]
    found = taken_in(
        kept,
        find_kept(connection, tables, kept.key),
        here=here.get(kind.name, 0),
        mark=marks_of(connection, tables).get(kind.name, 0),
        erasures=erasures,
    )
    if found is not None:
        keep(connection, tables, kind, found)
