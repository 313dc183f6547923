"""The tables of a pack and their fields: the grammar, declared once.

The reader, the JSON schema for editors and the reference of the format all come from here.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal, get_args

from attrs import frozen

from fengqiao.packs.fields import may, need, rows_form
from fengqiao.packs.forms import (
    COUNT,
    DAY,
    DAYS,
    FLAG,
    NAME,
    QUANTITY,
    RHYTHM,
    SHA256,
    TEXT,
    WORDS_TEXT,
    Form,
    either,
    matching,
    one_of,
    or_open,
    several,
    word_of,
)
from fengqiao.packs.limits import FILTERS, LENGTH, NUMBER, SETS, Filters, Limits
from fengqiao.packs.rows_case import ROLE, SUBJECT, CaseRow
from fengqiao.packs.rows_counting import CountingRow
from fengqiao.packs.rows_entry import CITES, CLAUSE, FORCE, DatedRow, EntryRow
from fengqiao.packs.rows_part import PartRow
from fengqiao.packs.rows_procedure import ClockRow, GuardRow, MoveRow, RouteRow, StateRow
from fengqiao.rules.entries import Force, Severity, SourceKind, Words
from fengqiao.rules.procedures import Transition
from fengqiao.rules.values import Comparison, Exact, Open
from fengqiao.rules.windows import WINDOWS
from fengqiao.timing import PeriodUnit

MeasureKind = Literal["share", "count", "flag", "rating", "amount", "time"]
PER = one_of(*get_args(PeriodUnit))
EVERY = or_open(either(RHYTHM, PER, lambda raw: str(raw)[:1].isdigit()))
"""A period of the calendar, or so many days, weeks or months from the first day on."""
HOURS = several(matching("(0?[0-9]|1[0-9]|2[0-3]):[0-5][0-9]|24:00", "pack.not_a_clock"))
SEVERITY = one_of(*get_args(Severity))
BY: Form[tuple[date | Exact, ...] | Open] = or_open(
    several(either(QUANTITY, DAY, lambda raw: isinstance(raw, str)))
)
WITHIN = or_open(either(one_of("start", "end"), DAYS, lambda raw: raw in ("start", "end")))
"""Side of a period, a number of days from its start, or a day of the month."""


@frozen(kw_only=True)
class PackRow:
    """`[pack]`: what the pack is and which areas it speaks for."""

    id: str = need(matching("[a-z][a-z0-9_]{0,39}", "pack.not_a_name"))
    version: str = need(matching(r"[0-9]{1,9}(\.[0-9]{1,9}){0,2}", "pack.version"))
    zh: str = need(TEXT)
    en: str = may(TEXT, "")
    parent: str | None = may(matching("[a-z][a-z0-9_]{0,39}", "pack.not_a_name"))
    areas: tuple[str, ...] = may(
        several(matching("[0-9]{2,12}", "pack.not_an_area"), or_none=True), ()
    )


@frozen(kw_only=True)
class SourceRow:
    """`[[source]]`: a published document."""

    id: str = need(matching("[a-z][a-z0-9_]{0,39}", "pack.not_a_name"))
    zh: str = need(TEXT)
    issued: date = need(DAY)
    en: str = may(TEXT, "")
    number: str | None = may(TEXT)
    url: str | None = may(TEXT)
    sha256: str | None = may(SHA256)
    checked: date | None = may(DAY)
    from_: date | None = may(DAY)
    until: date | None = may(DAY)
    kind: SourceKind = may(one_of(*get_args(SourceKind)), "notice")
    force: Force | None = may(FORCE)


@frozen(kw_only=True)
class ClauseRow:
    """`[[clause]]`: a place in a source; together they are its skeleton."""

    ref: str = need(TEXT)
    starts: str = may(matching(r"\S(.{0,6}\S)?", "pack.starts_long"), "")
    parts: int = may(COUNT, 1)


@frozen(kw_only=True, slots=False)
class HeldRow(DatedRow, Limits):
    """What a norm may state as a whole and a phase of it may state anew."""

    where: Filters | None = may(FILTERS)
    of: Filters | None = may(FILTERS)
    basis: str | None = may(NAME)
    unless: tuple[str, ...] | None = may(several(NAME))
    who: str | None = may(ROLE)
    above: Severity | None = may(SEVERITY)
    below: Severity | None = may(SEVERITY)
    by: tuple[date | Exact, ...] | Open | None = may(BY)
    prorate: bool | None = may(FLAG)
    verified: bool | None = may(FLAG)


@frozen(kw_only=True, slots=False)
class NormRow(EntryRow, HeldRow):
    """`[[norm]]`: a dated, sourced limit on an indicator."""

    key: tuple[str, ...] = need(several(NAME))
    each: tuple[str, ...] = need(several(SUBJECT))
    per: PeriodUnit | None = may(PER)
    for_each: str | None = may(NAME)
    phase: tuple[HeldRow, ...] | None = may(rows_form(HeldRow))


@frozen(kw_only=True, slots=False)
class OccasionRow(DatedRow):
    """What a duty may state as a whole and a phase of it may state anew."""

    every: PeriodUnit | Exact | Open | None = may(EVERY)
    times: int | None = may(COUNT)
    within: Literal["start", "end"] | Exact | Open | None = may(WITHIN)
    on: tuple[str, ...] | Open | None = may(or_open(several(word_of("occasion_day"))))
    during: str | None = may(NAME)
    lasts: Comparison | None = may(LENGTH)
    people: Comparison | None = may(NUMBER)
    invite: tuple[Comparison, ...] | None = may(SETS)
    covers: tuple[Comparison, ...] | None = may(SETS)
    where: Filters | None = may(FILTERS)
    of: Filters | None = may(FILTERS)
    by: tuple[date | Exact, ...] | Open | None = may(BY)
    prorate: bool | None = may(FLAG)
    verified: bool | None = may(FLAG)


@frozen(kw_only=True, slots=False)
class DutyRow(EntryRow, OccasionRow):
    """`[[duty]]`: something that must happen again and again."""

    key: str = need(NAME)
    who: tuple[str, ...] = need(several(ROLE))
    each: tuple[str, ...] | None = may(several(SUBJECT))
    done_by: tuple[str, ...] | None = may(several(NAME))
    for_each: str | None = may(NAME)
    cites: Mapping[str, tuple[str, ...]] = may(CITES, {})
    phase: tuple[OccasionRow, ...] | None = may(rows_form(OccasionRow))


@frozen(kw_only=True)
class LevelRow(Limits):
    """One class of a band."""

    name: str = need(NAME)
    zh: str = may(TEXT, "")
    en: str = may(TEXT, "")


@frozen(kw_only=True)
class BandRow(EntryRow):
    """`[[band]]`: classes by a measured value."""

    key: str = need(NAME)
    by: str | Open = need(or_open(NAME))
    over: str | Open = need(or_open(one_of(*WINDOWS)))
    tie: Literal["upper", "lower"] | None = may(one_of("upper", "lower"))
    level: tuple[LevelRow, ...] = need(rows_form(LevelRow))


@frozen(kw_only=True)
class RoleRow(EntryRow):
    """`[[role]]`: who may hold a role, and what its holder may not do."""

    key: str = need(NAME)
    each: str | None = may(SUBJECT)
    where: Filters | None = may(FILTERS)
    held_by: tuple[str, ...] = may(several(ROLE), ())
    drawn_from: tuple[str, ...] = may(several(ROLE), ())
    may_not: tuple[str, ...] = may(several(NAME), ())


@frozen(kw_only=True)
class ProcedureRow(EntryRow):
    """`[[procedure]]`: a way of handling cases: its states, moves, guards, routes and clocks.

    `contents` and `papers` are what an agreement and a file must have to be complete there;
    `counting` is the rule by which its time limits run. With `adds` it states only what a place
    adds to its parent's procedure of the same key; `path` lists the levels that a case is passed
    up along.
    """

    key: str = need(NAME)
    adds: bool = may(FLAG, default=False)
    path: tuple[str, ...] = may(several(NAME), ())
    state: tuple[StateRow, ...] = may(rows_form(StateRow), ())
    move: tuple[MoveRow, ...] = may(rows_form(MoveRow), ())
    guard: tuple[GuardRow, ...] = may(rows_form(GuardRow), ())
    route: tuple[RouteRow, ...] = may(rows_form(RouteRow), ())
    clock: tuple[ClockRow, ...] = may(rows_form(ClockRow), ())
    contents: tuple[str, ...] = may(several(NAME), ())
    papers: tuple[str, ...] = may(several(NAME), ())
    counting: str | None = may(NAME)
    transition: Transition = may(one_of(*get_args(Transition)), "by_event")


@frozen(kw_only=True)
class ItemRow:
    """One word of a label."""

    name: str = need(NAME)
    zh: str = may(TEXT, "")
    en: str = may(TEXT, "")
    clause: tuple[str, ...] = may(CLAUSE, ())


@frozen(kw_only=True)
class LabelRow(EntryRow):
    """`[[label]]`: names in a list, with nothing behind them."""

    key: str = need(NAME)
    items: tuple[ItemRow, ...] | None = may(rows_form(ItemRow))
    count: int | None = may(COUNT)
    more: bool = may(FLAG, default=False)


@frozen(kw_only=True)
class MeasureRow(EntryRow):
    """`[[measure]]`: a count that the catalogue lacks and the host reports."""

    key: str = need(NAME)
    kind: MeasureKind = need(one_of(*get_args(MeasureKind)))
    about: str = need(NAME)
    each: tuple[str, ...] = need(several(SUBJECT))
    done: Words = need(WORDS_TEXT)
    total: Words | None = may(WORDS_TEXT)
    unit: str | None = may(NAME)
    reports: Literal["flow", "stock"] | None = may(one_of("flow", "stock"))
    hours: tuple[str, ...] = may(HOURS, ())


@frozen(kw_only=True)
class SheetRow(EntryRow):
    """`[[sheet]]`: a score sheet; with `winners` an award list."""

    key: str = need(NAME)
    each: str = need(word_of("ranked_kind"))
    per: PeriodUnit | Open = need(or_open(PER))
    by: str | None = may(ROLE)
    part: tuple[PartRow, ...] | Open | None = may(or_open(rows_form(PartRow)))
    out_of: int | None = may(COUNT)
    winners: int | Open | None = may(or_open(COUNT))
    tie: Literal["share", "open"] | None = may(one_of("share", "open"))
    minimum_data: int | Open | None = may(or_open(COUNT))
    round: int | None = may(COUNT)
    decided: Literal["scores", "outside"] = may(one_of("scores", "outside"), "scores")


@frozen(kw_only=True)
class NotModelledRow:
    """`[[not_modelled]]`: a clause, or part of one, that is left out, and why."""

    clause: tuple[str, ...] = may(CLAUSE, ())
    why: str = need(NAME)
    what: Words = need(WORDS_TEXT)
    numbers: tuple[str, ...] = may(several(TEXT), ())


TABLES: Mapping[str, type[Any]] = {
    "pack": PackRow,
    "source": SourceRow,
    "clause": ClauseRow,
    "norm": NormRow,
    "duty": DutyRow,
    "band": BandRow,
    "role": RoleRow,
    "label": LabelRow,
    "measure": MeasureRow,
    "counting": CountingRow,
    "sheet": SheetRow,
    "procedure": ProcedureRow,
    "not_modelled": NotModelledRow,
    "case": CaseRow,
}
"""Every table of the format, by its name."""
