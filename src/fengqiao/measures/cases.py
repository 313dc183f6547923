"""Cases as a register: what the steps that were taken say of each case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from fengqiao.model import DERIVED, Table

Step = Mapping[str, Any]
"""One step of a case in stored form, by field."""

CLOSING = frozenset(
    (
        "declined", "closed", "filed", "closed_without_penalty", "handed_on", "terminated",
        "ended_by_party", "confirmed",
    )
)  # fmt: skip
"""Steps with which a case is closed, unless another follows."""

_LATEST = ("procedure", "area", "station", "committee", "category", "size")


def cases_of(events: Iterable[Table]) -> Table:
    """The register of cases: one row a case, with its steps in order under `steps`.

    Args:
        events: Rows of `case_event`, in tables.

    Returns:
        All fields of a case in stored form, sorted by reference. A case is a request where its
        first step is that it was received, else a dispute; it holds from the day of its first
        step to that of its last, once it is closed.
    """
    found: dict[str, list[Step]] = {}
    for table in events:
        for row in table.rows(*table.columns):
            step = dict(zip(table.columns, row, strict=True))
            found.setdefault(step["case"], []).append(step)
    rows = [_case(name, sorted(found[name], key=_number)) for name in sorted(found)]
    names = (*DERIVED["case"].fields, "steps")
    return Table({name: [row[name] for row in rows] for name in names})


def _number(step: Step) -> int:
    return int(step["seq"])


def _case(name: str, steps: Sequence[Step]) -> dict[str, Any]:
    latest = {
        field: next((s[field] for s in reversed(steps) if s[field] is not None), None)
        for field in _LATEST
    }
    is_closed = steps[-1]["kind"] in CLOSING
    return {
        "id": name,
        "case": name,
        "kind": "request" if steps[0]["kind"] == "received" else "dispute",
        **latest,
        "area": latest["area"] or "",
        "since": steps[0]["day"],
        "until": steps[-1]["day"] if is_closed else None,
        "steps": tuple(steps),
    }


def words_of(step: Step, field: str) -> frozenset[str]:
    """The words of one field of a step, one or several."""
    return frozenset(filter(None, (step[field] or "").split(",")))
