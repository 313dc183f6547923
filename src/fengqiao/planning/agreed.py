"""What meetings agreed to do: due items of those who took it on, until a meeting hears of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from attrs import frozen

from fengqiao.judging.findings import clauses
from fengqiao.judging.severity import severity
from fengqiao.measures import Request
from fengqiao.measures.action_items import REPORT_BACK, Agreed, Heard, heard_later
from fengqiao.measures.occasions import subject_column
from fengqiao.model import Table, lies_in
from fengqiao.planning.blocks import DueBlock
from fengqiao.planning.posts import Posts
from fengqiao.planning.windows import still_open
from fengqiao.rules import Chain, Cite, Duty, DutyPhase, Rules, Spoken
from fengqiao.timing import Span, period_of

ACTION_ITEM = "action_item"
KINDS_OF_ROWS = (ACTION_ITEM, "action_report", "session")
"""Kinds of event whose rows are looked at."""


def find_agreed(
    rules: Rules, posts: Posts, rows: Mapping[str, Sequence[Table]], request: Request
) -> tuple[DueBlock, ...]:
    """Action items that touch a request, or are overdue when it begins.

    Done is what a later meeting of the same subject heard a report on, up to and including the
    day as of which facts are read. The clause is that of the meeting: of its duty to report back,
    where it has one.

    Args:
        rules: Packs in force.
        posts: Say which role an owner holds.
        rows: Rows of `KINDS_OF_ROWS`, up to that day.
        request: The question.

    Returns:
        One block per item, by due day and id.
    """
    sessions = {
        session: (key, area)
        for table in rows.get("session", ())
        for session, key, area in table.rows("id", "key", "area")
    }
    found = sorted(_agreed(rows.get(ACTION_ITEM, ()), sessions), key=lambda one: one.order)
    heard: dict[tuple[str, str | None], Mapping[Agreed, tuple[Heard, ...]]] = {}
    blocks = []
    for one in found:
        chain = rules.chain_at(one.area)
        spoken = _meeting(chain, one.key, one.span.first) if chain else None
        if spoken is None:
            continue
        told_of = (one.key, _column(spoken))
        if told_of not in heard:
            heard[told_of] = heard_later(rows, *told_of)
        reports = tuple(event for _, event in heard[told_of].get((one.session, one.item), ()))
        if _is_asked(one, spoken, request, is_done=bool(reports)):
            blocks.append(_block(posts, one, spoken, reports, request))
    return tuple(blocks)


def _column(spoken: Spoken) -> str | None:
    """The column of a session that names the subject of the duty to meet."""
    kinds = spoken.entry.each if isinstance(spoken.entry, Duty) else ()
    columns = (subject_column(kind, "session") for kind in kinds)
    return next((column for column in columns if column), None)


@frozen(kw_only=True)
class _Agreed:
    """One action item, with the meeting that agreed it."""

    event: str
    session: str
    item: str
    owner: str
    station: str
    span: Span
    key: str
    area: str

    @property
    def order(self) -> tuple[date, str]:
        return self.span.last, self.event


def _agreed(tables: Sequence[Table], sessions: Mapping[str, tuple[str, str]]) -> Iterator[_Agreed]:
    names = ("id", "session", "item", "owner", "station", "agreed_on", "due_on")
    for table in tables:
        for event, session, item, owner, station, agreed, due in table.rows(*names):
            if session in sessions:
                key, area = sessions[session]
                yield _Agreed(
                    event=event,
                    session=session,
                    item=item,
                    owner=owner,
                    station=station,
                    span=Span(date.fromordinal(agreed), date.fromordinal(max(agreed, due))),
                    key=key,
                    area=area,
                )


def _is_asked(one: _Agreed, spoken: Spoken, request: Request, *, is_done: bool) -> bool:
    overdue = one.span.last < request.period.first and not is_done
    return (
        (overdue or one.span.overlaps(request.period.span))
        and request.station in (None, one.station)
        and (request.area is None or lies_in(one.area, request.area))
        and request.entry in (None, spoken.entry.id)
    )


def _block(
    posts: Posts, one: _Agreed, spoken: Spoken, reports: tuple[str, ...], request: Request
) -> DueBlock:
    role = _role_of(posts, one, spoken)
    period = period_of("day", one.span.last)
    return DueBlock(
        pack=spoken.entry.pack,
        entry=spoken.entry.id,
        requirement=ACTION_ITEM,
        kind="action_item",
        subject_kind=role,
        period=str(period),
        label=one.event,
        window=still_open(one.span, request.on),
        ids=(one.owner,),
        stations=(one.station,),
        areas=(one.area,),
        due=(1,),
        done=(1 if reports else 0,),
        events={one.owner: reports} if reports else {},
        who=(role,),
        is_staff=True,
        force=spoken.force,
        clause=tuple(clauses(_cites(spoken))),
        severity=severity(spoken.force, on=period.last, side="below", phase=spoken.phase),
    )


def _meeting(chain: Chain, key: str, day: date) -> Spoken | None:
    """The duty of a meeting in force on a day; first one that is to report back."""
    found = [
        spoken
        for entry_id, entries in chain.entries.items()
        if any(isinstance(entry, Duty) and entry.key == key for entry in entries)
        and (spoken := chain.spoken_on(entry_id, day)) is not None
    ]
    return next((one for one in found if _report_back(one)), next(iter(found), None))


def _report_back(spoken: Spoken) -> tuple[Cite, ...]:
    phase = spoken.phase
    stated = phase.requirements if isinstance(phase, DutyPhase) else ()
    return next((one.cites for one in stated if one.name == REPORT_BACK), ())


def _cites(spoken: Spoken) -> tuple[Cite, ...]:
    return _report_back(spoken) or spoken.cites


def _role_of(posts: Posts, one: _Agreed, spoken: Spoken) -> str:
    """The role in which somebody owes it: one that leads the meeting, else the first by name."""
    held = {post.role for post in posts.all if post.staff == one.owner and post.holds_in(one.span)}
    leads = spoken.entry.who if isinstance(spoken.entry, Duty) else ()
    return min(held & set(leads) or held, default="officer")
