"""What cases wait for, as due work: sessions, performances, revisits and the ends of limits.

Of a case there is its reference alone: no party, no staff, nothing of what it is about.
"""

from __future__ import annotations

from datetime import date

from fengqiao.judging.findings import clauses
from fengqiao.judging.severity import severity
from fengqiao.measures import Reason, Request
from fengqiao.model import lies_in
from fengqiao.planning import DueBlock
from fengqiao.planning.windows import still_open
from fengqiao.timing import Span, period_of
from fengqiao.workspace.case_law import HeldCase, latest_of
from fengqiao.workspace.case_waits import Wait, waits_of


def find_case_work(cases: list[HeldCase], request: Request) -> tuple[DueBlock, ...]:
    """What cases wait for in a request, or should have done before it begins.

    Args:
        cases: As they stand on the day as of which facts are read.
        request: The question.

    Returns:
        One block an item, by case.
    """
    blocks = []
    for held in cases:
        if held.state is None or not _is_here(held, request):
            continue
        for wait in waits_of(held.state, held.law):
            block = _block(held, wait, request)
            if block is not None:
                blocks.append(block)
    return tuple(blocks)


def _is_here(held: HeldCase, request: Request) -> bool:
    area = latest_of(held.steps, "area") or ""
    return request.station in (None, latest_of(held.steps, "station")) and (
        request.area is None or (bool(area) and lies_in(area, request.area))
    )


def _block(held: HeldCase, wait: Wait, request: Request) -> DueBlock | None:
    """The item of one wait; None where nobody owes it, or not in the request."""
    last = wait.earliest_day or request.period.last
    first = date.fromordinal(wait.begun["day"])
    is_set = wait.what != "limit"
    span = Span(last, last) if is_set else Span(min(first, last), last)
    is_done = wait.done is not None
    is_late = span.last < request.period.first and not is_done
    if not (is_done or wait.is_owed) or request.entry not in (None, wait.entry):
        return None
    if not (is_late or span.overlaps(request.period.span)):
        return None
    why = wait.deadline.reason
    reason: Reason | None = why if why in ("not_configured", "calendar_unpublished") else None
    force = wait.spoken.force if wait.spoken is not None else "must"
    phase = wait.spoken.phase if wait.spoken is not None else None
    return DueBlock(
        pack=wait.pack,
        entry=wait.entry,
        requirement=wait.what if is_set else None,
        kind="case",
        subject_kind="dispute",
        period=str(period_of("day", last)),
        label=str(wait.begun["seq"]),
        window=still_open(span, request.on),
        window_reason=reason,
        ids=(held.case,),
        stations=(latest_of(held.steps, "station"),),
        areas=(latest_of(held.steps, "area") or "",),
        due=(1,),
        done=(int(is_done),),
        events={held.case: (wait.done["id"],)} if wait.done is not None else {},
        who=wait.who,
        is_staff=False,
        force=force,
        clause=tuple(clauses(wait.cites)),
        severity=severity(force, on=last, side="above", phase=phase),
    )
