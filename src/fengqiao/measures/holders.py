"""Who holds a role, and how many of them may hold it."""

from __future__ import annotations

from collections.abc import Mapping

from fengqiao.measures.indicator import Column
from fengqiao.measures.subjects import Subjects
from fengqiao.model.references import register_of
from fengqiao.model.registry import Registers
from fengqiao.rules import Role
from fengqiao.timing import Span


def holders(
    role: Role, subjects: Subjects, counted: Span, registers: Registers
) -> Mapping[str, Column]:
    """Per requirement of a role: holders that also hold one of the roles asked for, of all.

    Whom a role was filled from is what its holder also is, or was before, as the post itself says.
    Where a role is filled from its own kind (grid workers by full-time grid workers), only a
    full-time post counts: otherwise everyone who holds it would be drawn from it.

    Args:
        role: The entry.
        subjects: What the role is held at: grids, villages, stations. Shape (n,).
        counted: The day.
        registers: Where posts are read.

    Returns:
        `held_by` and `drawn_from`, where the entry states them; pairs of shape (n,).
    """
    table = registers.table("assignment")
    rows = registers.rows_in("assignment", counted)
    roles: dict[str, set[str]] = {}
    for row in rows:
        if table["role"][row] != role.key or table["full_time"][row]:
            roles.setdefault(table["staff"][row], set()).add(table["role"][row])
    _, column = register_of(subjects.kind)
    held: dict[str, set[str]] = {}
    for row in rows:
        if table["role"][row] == role.key and table[column][row] is not None:
            held.setdefault(table[column][row], set()).add(table["staff"][row])
    before: dict[str, set[str]] = {}
    for row in rows:
        if table["role"][row] == role.key and table["drawn_from"][row] is not None:
            before.setdefault(table["staff"][row], set()).add(table["drawn_from"][row])
    of_before = {staff: roles.get(staff, set()) | some for staff, some in before.items()}
    stated = {
        "held_by": (role.held_by, roles),
        "drawn_from": (role.drawn_from, {**roles, **of_before}),
    }
    return {
        name: Column(
            [
                sum(1 for staff in held.get(subject, ()) if had.get(staff, set()) & set(allowed))
                for subject in subjects.ids
            ],
            [len(held.get(subject, ())) for subject in subjects.ids],
        )
        for name, (allowed, had) in stated.items()
        if allowed
    }
