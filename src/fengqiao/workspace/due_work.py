"""What a workspace says is due: from a request and a store to due work."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Protocol

from fengqiao import measures, planning
from fengqiao.errors import RequestError
from fengqiao.measures import Request
from fengqiao.model import Table
from fengqiao.model.registry import Registers
from fengqiao.packs import Setup
from fengqiao.planning import DueBlock, DueWork, Post, Posts
from fengqiao.planning.agreed import KINDS_OF_ROWS
from fengqiao.planning.away import Away, check_away, days_away
from fengqiao.timing import Period, Span, advance
from fengqiao.workspace.answering import (
    Question,
    answerable,
    make_request,
    registers_of,
    tasks_of,
    values_of,
)
from fengqiao.workspace.case_due import find_case_work
from fengqiao.workspace.case_law import HeldCase, held_cases

_UNITS = {"police_room": "room", "police_post": "post"}
"""Registers of the units that staff are posted to, and the column that names one."""


class _Asked(Protocol):
    """What these methods need of the workspace that they belong to."""

    @property
    def setup(self) -> Setup: ...

    def _question(self, request: Request, as_known: datetime | None) -> Question: ...


class ListsDue:
    """The method of a workspace that lists what is due."""

    __slots__ = ()

    def due(
        self: _Asked,
        period: str | Period,
        *,
        on: date | None = None,
        station: str | None = None,
        area: str | None = None,
        unit: str | None = None,
        staff: str | None = None,
        entry: str | None = None,
        as_known: datetime | None = None,
        away: Iterable[Away] = (),
    ) -> DueWork:
        """What is due: every meeting, checklist item, inspection, report, quota and step of a case.

        Args:
            period: The period asked for; every period that shares a day with it is listed, so
                that a week shows the quota of its month.
            on: The day up to and including which facts are read; by default the period's last
                day.
            station: Only subjects of this station.
            area: Only subjects in this area, by code.
            unit: Only what this police room or police post owes, or its staff may do.
            staff: Only what this officer owes or may do.
            entry: Only this entry id.
            as_known: Only what was known by this moment; None: everything.
            away: Leave and deployment; entries that are prorated ask for less then.

        Returns:
            Due work, as columns; iterate for items.

        Raises:
            PeriodError: The period can't be read.
            RequestError: There is no such station, area, unit, officer or entry.
        """
        request = make_request(
            self.setup,
            period,
            on=on,
            station=station,
            area=area,
            entry=entry,
            overlapping=True,
            cases=True,
        )
        question = self._question(request, as_known)
        return find_due_work(question, unit=unit, staff=staff, away=away)


def find_due_work(
    question: Question,
    *,
    unit: str | None = None,
    staff: str | None = None,
    away: Iterable[Away] = (),
) -> DueWork:
    """Everything that is due over the request.

    Args:
        question: Its request takes every period that shares a day with the one asked for.
        unit: Only what this police room or police post owes, or its staff may do.
        staff: Only what this officer owes or may do.
        away: Leave and deployment.

    Raises:
        RequestError: There is no such unit or officer, or nothing could be judged.
    """
    rules, request = question.setup.rules, question.request
    registers = registers_of(question)
    posts = Posts.read(registers)
    if unit is not None and not _is_registered(unit, registers):
        raise RequestError("request.no_unit")
    tasks = tasks_of(question, registers)
    filters = (request.station, request.area, request.entry)
    if not tasks and filters == (None, None, None):
        raise RequestError("request.nothing_judged", period=str(request.period))
    some = answerable(question, planning.pick_due_tasks(rules, tasks), registers)
    values = values_of(question, some, registers)
    rows = _rows(question, measures.wanted_events(some))
    gone = check_away(away, (post.staff for post in posts.all), rules.catalogue)
    blocks = planning.find_due(
        rules,
        values,
        registers,
        rows,
        on=request.on,
        calendar=question.calendar,
        away=days_away(gone),
        community=question.setup.config.community,
    )
    blocks += planning.find_agreed(rules, posts, _agreed(question), request)
    blocks += find_case_work(_cases(question), request, posts)
    if staff is not None and not _is_known(staff, posts, blocks):
        raise RequestError("request.no_staff")
    work = DueWork(
        period=request.period, on=request.on, blocks=blocks, kept=(None,) * len(blocks), posts=posts
    )
    if staff is not None:
        work = _of_posts(work, [post for post in posts.all if post.staff == staff], None, {staff})
    if unit is not None:
        held = [post for post in posts.all if unit in dict(post.places).values()]
        work = _of_posts(work, held, unit, {post.staff for post in held})
    return work


def _rows(question: Question, days: Mapping[str, Span]) -> dict[str, list[Table]]:
    return {
        kind: list(question.store.rows(kind, during=span, as_known=question.as_known))
        for kind, span in days.items()
    }


def _cases(question: Question) -> list[HeldCase]:
    return held_cases(
        question.store,
        question.setup,
        on=question.request.on,
        calendar=question.calendar,
        hours=question.hours,
        as_known=question.as_known,
    )


def _agreed(question: Question) -> dict[str, list[Table]]:
    """Rows of action items and their reports up to the day, from the year before the request."""
    request = question.request
    first = min(advance(request.period.first, -1, "year"), request.on)
    kinds: tuple[str, ...] = KINDS_OF_ROWS
    rows = _rows(question, dict.fromkeys(kinds[:1], Span(first, request.on)))
    if any(rows.values()):
        rows |= _rows(question, dict.fromkeys(kinds[1:], Span(first, request.on)))
    return rows


def _is_registered(unit: str, registers: Registers) -> bool:
    return any(unit in registers.table(kind)[column] for kind, column in _UNITS.items())


def _is_known(staff: str, posts: Posts, blocks: tuple[DueBlock, ...]) -> bool:
    """Whether somebody holds a post, or is in charge of a case."""
    return any(post.staff == staff for post in posts.all) or any(
        block.staff == staff for block in blocks
    )


def _of_posts(work: DueWork, posts: list[Post], unit: str | None, staff: set[str]) -> DueWork:
    """What one of these posts may do or its holder owes, and what the unit itself owes."""

    def keep(block: DueBlock, index: int) -> bool:
        subject = block.ids[index]
        if block.staff is not None:
            return block.staff in staff
        if block.is_staff:
            return any(post.staff == subject for post in posts)
        if unit == subject and block.subject_kind in _UNITS:
            return True
        able = work.posts.able(
            block.subject_kind,
            subject,
            area=block.areas[index],
            station=block.stations[index],
            who=block.who,
        )
        return any(post in able and post.holds_in(block.window) for post in posts)

    return work.only(keep)
