"""Answer what is due: from a request and a store to due work."""

from __future__ import annotations

from fengqiao import planning
from fengqiao.errors import RequestError
from fengqiao.model import KINDS
from fengqiao.model.registry import Registers
from fengqiao.planning import DueBlock, DueWork, Post, Posts
from fengqiao.workspace.answering import Question, registers_of, tasks_of, values_of

_UNITS = {"police_room": "room", "police_post": "post"}
"""Registers of the units that staff are posted to, and the column that names one."""


def find_due_work(
    question: Question, *, unit: str | None = None, staff: str | None = None
) -> DueWork:
    """Everything that is due over the request.

    Args:
        question: Its request takes every period that shares a day with the one asked for.
        unit: Only what this police room or police post owes, or its staff may do.
        staff: Only what this officer owes or may do.

    Raises:
        RequestError: There is no such unit or officer, or nothing could be judged.
    """
    rules, request = question.setup.rules, question.request
    registers = registers_of(question)
    posts = Posts.read(registers)
    if staff is not None and not any(post.staff == staff for post in posts.all):
        raise RequestError("request.no_staff")
    if unit is not None and not _is_registered(unit, registers):
        raise RequestError("request.no_unit")
    tasks = tasks_of(question, registers)
    filters = (request.station, request.area, request.entry)
    if not tasks and filters == (None, None, None):
        raise RequestError("request.nothing_judged", period=str(request.period))
    some = planning.pick_due_tasks(rules, tasks)
    values = values_of(question, some, registers)
    blocks = planning.find_due(rules, values, on=request.on, calendar=question.calendar)
    work = DueWork(
        period=request.period, on=request.on, blocks=blocks, kept=(None,) * len(blocks), posts=posts
    )
    if staff is not None:
        work = _of_posts(work, [post for post in posts.all if post.staff == staff], None)
    if unit is not None:
        held = [post for post in posts.all if unit in dict(post.places).values()]
        work = _of_posts(work, held, unit)
    return work


def _is_registered(unit: str, registers: Registers) -> bool:
    return any(
        unit in registers.table(kind)[column] for kind, column in _UNITS.items() if kind in KINDS
    )


def _of_posts(work: DueWork, posts: list[Post], unit: str | None) -> DueWork:
    """What one of these posts may do, and what the unit itself owes."""

    def keep(block: DueBlock, index: int) -> bool:
        subject = block.ids[index]
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
