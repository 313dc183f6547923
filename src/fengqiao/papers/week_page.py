"""The weeks of one officer as A4 pages: HTML that any browser shows and prints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from html import escape

from attrs import frozen

from fengqiao.errors import Lang, RequestError
from fengqiao.papers.clauses import shown_clauses
from fengqiao.papers.style import STYLE, text_size
from fengqiao.papers.texts import WEEKDAYS, reason_in_words, say
from fengqiao.papers.titles import block_title, hours_of, kinds_of_place, names_of, title_of
from fengqiao.planning import Capacity, Placed, Plan
from fengqiao.planning.plan import clock
from fengqiao.timing import Period, Span, periods_overlapping
from fengqiao.workspace import Workspace

_MOST_LEFT = 14
"""How many entries that are not planned a page lists; the rest are counted."""


@frozen(kw_only=True)
class _Sheet:
    """What all pages of one officer share."""

    workspace: Workspace
    plan: Plan
    staff: str
    hours: Mapping[date, tuple[int, int]]
    names: Mapping[str, str]
    lang: Lang

    def named(self, key: str) -> str:
        """A name as text of the page, or the id where there is none."""
        return escape(self.names.get(key, key))

    def say(self, key: str, **facts: object) -> str:
        """A text of the page; its facts must be escaped already."""
        return say(key, self.lang, **facts)


def week_page(
    workspace: Workspace,
    plan: Plan,
    staff: str,
    *,
    capacities: Sequence[Capacity] | None = None,
    lang: Lang = "zh",
    names: Mapping[str, str] | None = None,
) -> str:
    """The weeks of one officer, each as one A4 page: every block with place, minutes and clause.

    Args:
        workspace: Of the plan: knows entries, places and hours.
        plan: Of the officer, or of all; its visits are shown in their order.
        staff: Whose weeks.
        capacities: Whose hours are shown, such as without days of leave; by default the
            workspace's for the period of the plan.
        lang: `en` or `zh`.
        names: What staff, places and references are called, by id. They are printed and kept
            nowhere; without them the page has names of the registers, and ids.

    Returns:
        A whole page of HTML, without scripts and without anything loaded from elsewhere. The same
        plan, names and language give the same text.

    Raises:
        RequestError: Nobody of this id has a post in the period of the plan.
    """
    known = workspace.capacities(plan.period, on=plan.on) if capacities is None else capacities
    own = next((one for one in known if one.staff == staff), None)
    if own is None:
        raise RequestError("request.no_staff")
    sheet = _Sheet(
        workspace=workspace,
        plan=plan.of(staff),
        staff=staff,
        hours=own.days,
        names=names_of(workspace, plan.period.span, lang, names),
        lang=lang,
    )
    weeks = [week for week in periods_overlapping("week", plan.period.span) if _days(sheet, week)]
    pages = "\n".join(_page(sheet, week) for week in weeks)
    code = "zh-CN" if lang == "zh" else "en"
    title = sheet.say("title", staff=sheet.named(staff), week=escape(str(plan.period)))
    return (
        f'<!DOCTYPE html>\n<html lang="{code}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n{pages}\n</body>\n"
        "</html>\n"
    )


def _called(week: Period, lang: Lang) -> str:
    """A week as people of either language write it."""
    year, _, number = str(week).partition("-W")
    return f"{year} 年第 {int(number)} 周" if lang == "zh" else escape(str(week))


def _days(sheet: _Sheet, week: Period) -> list[date]:
    """Days of a week that have hours or blocks, as far as they are planned."""
    blocks = {one.day for one in sheet.plan.placed}
    inside = week.span.meet(sheet.plan.period.span) or Span(week.first, week.first)
    return [day for day in inside if day in blocks or (day in sheet.hours and day > sheet.plan.on)]


def _page(sheet: _Sheet, week: Period) -> str:
    days = _days(sheet, week)
    blocks = {day: [one for one in sheet.plan.placed if one.day == day] for day in days}
    planned = sum(one.end - one.start for some in blocks.values() for one in some)
    there_are = sum(sheet.hours[day][1] for day in days if day in sheet.hours)
    left = list(_left(sheet))
    texts = [[_texts(sheet, one) for one in blocks[day]] for day in days]
    size = text_size(texts, below=(len(left) + 1) // 2)
    title = sheet.say("title", staff=sheet.named(sheet.staff), week=_called(week, sheet.lang))
    span = sheet.say("days", first=week.first, last=week.last)
    facts = {
        "planned": hours_of(planned),
        "available": hours_of(there_are),
        "blocks": sum(map(len, blocks.values())),
    }
    columns = "\n".join(_column(sheet, day, blocks[day]) for day in days)
    versions = ", ".join(f"{one.id} {one.version}" for one in sheet.workspace.packs.values())
    as_of = sheet.say("as_of", on=sheet.plan.on, packs=escape(versions))
    items = "".join(left)
    below = f"<aside><h2>{sheet.say('not_here')}</h2><ul>{items}</ul></aside>\n" if left else ""
    return (
        f'<section class="week" style="--size: {size}pt">\n'
        f"<header><h1>{title}</h1><p>{span}</p><p>{sheet.say('sum', **facts)}</p></header>\n"
        f'<div class="days">\n{columns}\n</div>\n'
        f"{below}<footer>{as_of}</footer>\n</section>"
    )


def _column(sheet: _Sheet, day: date, blocks: Sequence[Placed]) -> str:
    weekday = WEEKDAYS[sheet.lang][day.weekday()]
    starts, length = sheet.hours.get(day, (0, 0))
    facts = {
        "planned": hours_of(sum(one.end - one.start for one in blocks)),
        "available": hours_of(length),
    }
    rows = "".join(_block(sheet, one) for one in blocks)
    end = max((one.end for one in blocks), default=starts)
    if not blocks:
        rows = f'<p class="free">{sheet.say("nothing")}</p>'
    elif end < starts + length:
        rows += f'<p class="free">{sheet.say("free", clock=clock(end))}</p>'
    shown = sheet.say("day", weekday=weekday, day=f"{day:%m-%d}")
    head = f"<h2>{shown}<small>{sheet.say('hours', **facts)}</small></h2>"
    return f'<div class="day">{head}{rows}</div>'


def _block(sheet: _Sheet, block: Placed) -> str:
    """One entry of a day: box to tick, time, minutes, what, whom, place, clause."""
    times = f"{clock(block.start)}–{clock(block.end)}"
    what = escape(block_title(sheet.workspace, block, sheet.lang))
    length = sheet.say("minutes", minutes=block.end - block.start)
    clause = escape(_clause(sheet, block))
    more = "".join(f"<p>{escape(text)}</p>" for text in _more(sheet, block))
    return (
        f'<article><p class="when"><time><i></i>{times}</time><span>{length}</span></p>'
        f'<p class="what">{what}</p>{more}'
        f'<p class="where"><span>{escape(_place(sheet, block))}</span> <span>{clause}</span></p>'
        "</article>"
    )


def _more(sheet: _Sheet, block: Placed) -> Iterator[str]:
    """Whom to visit in which order, the ways, and what else it counts for."""
    rows = enumerate(block.refs, 1)
    yield from (f"{number}. {sheet.names.get(ref, ref)}" for number, ref in rows)
    if block.refs and block.units < len(block.refs):
        yield sheet.say("counts", units=block.units)
    if block.travel:
        yield sheet.say("on_the_way", minutes=block.travel)
    for item, _ in block.serves:
        entry = item.partition(":")[2].partition("@")[0].partition(":")[0]
        yield sheet.say("also", what=title_of(sheet.workspace, entry, sheet.lang))


def _texts(sheet: _Sheet, block: Placed) -> list[str]:
    """All that is printed of a block, line by line."""
    place, clause = _place(sheet, block), _clause(sheet, block)
    title = block_title(sheet.workspace, block, sheet.lang)
    return ["time", title, *_more(sheet, block), f"{place} {clause}"]


def _place(sheet: _Sheet, block: Placed) -> str:
    """Where it is due, and at what sort of place where the source says."""
    place = sheet.names.get(block.place, block.place)
    kinds = kinds_of_place(sheet.workspace, block, sheet.lang)
    return f"{place} · {kinds}" if kinds else place


def _clause(sheet: _Sheet, block: Placed) -> str:
    return shown_clauses(block.clause, sheet.lang)


def _left(sheet: _Sheet) -> Iterator[str]:
    """What only this officer owes and the plan does not hold, with the reason."""
    found: Counter[tuple[str, str, str]] = Counter()
    for one in sheet.plan.unplaced:
        title = title_of(sheet.workspace, one.entry, sheet.lang, item=one.item)
        clause = shown_clauses(one.clause, sheet.lang)
        found[title, clause, reason_in_words(one.reason, sheet.lang)] += one.units
    most = sorted(found.items(), key=lambda one: (-one[1], one[0]))
    for (title, clause, reason), units in most[:_MOST_LEFT]:
        shown = f"{escape(title)} · {units or '?'} · {escape(clause)}"
        yield f"<li>{shown}<small>{escape(reason)}</small></li>"
    if len(most) > _MOST_LEFT:
        yield f"<li>{sheet.say('more', more=len(most) - _MOST_LEFT)}</li>"
