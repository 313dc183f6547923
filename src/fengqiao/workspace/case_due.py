"""What cases wait for, as due work: sessions, performances, revisits and the ends of limits.

Of a case there is its reference alone, and who of the staff is in charge of it: no party, nothing
of what it is about.
"""

from __future__ import annotations

from datetime import date

from fengqiao.casework import Law
from fengqiao.judging.findings import clauses
from fengqiao.judging.severity import severity
from fengqiao.measures import Reason, Request
from fengqiao.model import lies_in
from fengqiao.planning import DueBlock, Posts
from fengqiao.planning.durations import whole_minutes
from fengqiao.planning.windows import still_open
from fengqiao.rules import Exact, Procedure
from fengqiao.rules.catalogue_procedures import TAKEN_BY_ROLE
from fengqiao.timing import Span, period_of
from fengqiao.workspace.case_law import HeldCase, Step, latest_of
from fengqiao.workspace.case_waits import Wait, waits_of


def find_case_work(cases: list[HeldCase], request: Request, posts: Posts) -> tuple[DueBlock, ...]:
    """What cases wait for in a request, or should have done before it begins.

    Who is in charge of a case owes it: whoever took its last step that those take who may settle
    it. Where nobody is, or no longer at that post, it is for the posts whose holders take such
    steps in the area of the case, or at its station.

    Args:
        cases: As they stand on the day as of which facts are read.
        request: The question.
        posts: Who holds which.

    Returns:
        One block an item, by case.
    """
    blocks = []
    for held in cases:
        if held.state is None or not _is_here(held, request):
            continue
        for wait in waits_of(held.state, held.law):
            block = _block(held, wait, request, posts)
            if block is not None:
                blocks.append(block)
    return tuple(blocks)


def _is_here(held: HeldCase, request: Request) -> bool:
    area = latest_of(held.steps, "area") or ""
    return request.station in (None, latest_of(held.steps, "station")) and (
        request.area is None or (bool(area) and lies_in(area, request.area))
    )


def _block(held: HeldCase, wait: Wait, request: Request, posts: Posts) -> DueBlock | None:
    """The item of one wait; None where nobody owes it, or not in the request."""
    last = wait.earliest_day or request.period.last
    first = date.fromordinal(wait.begun["day"])
    is_set = wait.what != "limit"
    span = Span(last, last) if is_set else Span(min(first, last), last)
    is_done = wait.done is not None
    is_late = span.last < request.period.first and not is_done
    procedure = held.law.procedure(held.steps[0]["procedure"])
    if not (is_done or wait.is_owed) or request.entry not in (None, wait.entry, procedure.id):
        return None
    if not (is_late or span.overlaps(request.period.span)):
        return None
    why = wait.deadline.reason
    reason: Reason | None = why if why in ("not_configured", "calendar_unpublished") else None
    force = wait.spoken.force if wait.spoken is not None else "must"
    phase = wait.spoken.phase if wait.spoken is not None else None
    window = still_open(span, request.on)
    roles = roles_of(wait.who)
    minutes = _minutes(held, wait, procedure)
    return DueBlock(
        pack=wait.pack,
        entry=wait.entry,
        requirement=wait.what if is_set else None,
        kind="case",
        subject_kind="dispute",
        period=str(period_of("day", last)),
        label=str(wait.begun["seq"]),
        window=window,
        window_reason=reason,
        ids=(held.case,),
        stations=(latest_of(held.steps, "station"),),
        areas=(latest_of(held.steps, "area") or "",),
        due=(1,),
        done=(int(is_done),),
        events={held.case: (wait.done["id"],)} if wait.done is not None else {},
        minutes=minutes,
        minutes_from=None if minutes is None else "term",
        who=roles,
        is_staff=False,
        staff=_in_charge(held, wait, procedure, posts, window),
        force=force,
        clause=tuple(clauses(wait.cites)),
        severity=severity(force, on=last, side="above", phase=phase),
    )


def roles_of(takers: tuple[str, ...]) -> tuple[str, ...]:
    """Roles whose holders take the steps of some of `step_by`."""
    return tuple(role for role, takes in TAKEN_BY_ROLE.items() if set(takes) & set(takers))


def _minutes(held: HeldCase, wait: Wait, procedure: Procedure) -> int | None:
    """How long it takes, as the host says: a session, or any other step."""
    name = "session" if wait.what == "session" else "step"
    told = held.law.term(procedure, f"{name}.minutes")
    return whole_minutes(told) if isinstance(told, Exact) else None


def _in_charge(
    held: HeldCase, wait: Wait, procedure: Procedure, posts: Posts, window: Span
) -> str | None:
    """Who took the last step that somebody takes who may settle a wait, and is still there."""
    for step in reversed(held.steps):
        if step["by"] is None or not _takes(step, procedure, held.law) & set(wait.who):
            continue
        own = [post for post in posts.all if post.staff == step["by"]]
        return step["by"] if not own or any(post.holds_in(window) for post in own) else None
    return None


def _takes(step: Step, procedure: Procedure, law: Law) -> set[str]:
    """As what somebody took a step: as attested, by the post held that day, else by its move."""
    facts = (step["facts"] or "").split(",")
    attested = {word.removeprefix("by_") for word in facts if word.startswith("by_")}
    day = date.fromordinal(step["day"])
    posts = (law.posts or {}).get(step["by"], ())
    held = {word for post in posts if post.holds_on(day) for word in post.takes}
    moves = (move for move in procedure.moves if move.name == step["kind"])
    return attested or held or {word for move in moves for word in move.by}
