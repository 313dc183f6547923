"""`fengqiao score`: station classes, score sheets and award lists."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

import click
from rich.console import Console

from fengqiao.cli.opening import day_used, open_for
from fengqiao.cli.options import asking, period_option
from fengqiao.cli.screen import make_console, plain_table, print_json, put
from fengqiao.cli.texts import say
from fengqiao.errors import Lang
from fengqiao.judging import AwardList, Classes, Classification, Score, Scores, word
from fengqiao.judging.wording import brief
from fengqiao.rules import Band, Entry, entry_of
from fengqiao.workspace import Workspace

_DECIMALS = 100


@click.command("score")
@asking
@period_option()
@click.option("--station", help="Only subjects of this station.")
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    default=10,
    show_default=True,
    help="Scores shown of each sheet in the table.",
)
def command(
    *,
    store: str | None,
    packs: tuple[str, ...],
    config: str | None,
    on: date | None,
    as_known: datetime | None,
    lang: Lang,
    as_json: bool,
    period: str,
    station: str | None,
    limit: int,
) -> int:
    """Class stations, score sheets and list awards."""
    with open_for(store, packs, config, lang) as workspace:
        day = day_used(on, period, workspace.store.zone)
        classes = workspace.classify(period, on=day, station=station, as_known=as_known)
        scores = workspace.score(period, on=day, station=station, as_known=as_known)
        if as_json:
            print_json(
                {**scores.to_json(), "on": day.isoformat(), "classes": classes.to_json()["classes"]}
            )
            return 0
        if on is None:
            print(say("as_of", lang, on=day))
        console = make_console()
        _print_classes(console, workspace, classes, lang)
        _print_scores(console, workspace, scores, lang, limit)
        for award in scores.awards:
            console.print()
            print_award(console, workspace, award, lang)
    return 0


def names_of(workspace: Workspace, entry_id: str, lang: Lang) -> str:
    """Name of an entry by id."""
    for pack in workspace.packs.values():
        entry = entry_of(pack, entry_id)
        if isinstance(entry, Entry):
            return entry.names.get(lang) or entry_id
    return entry_id


def level_name(workspace: Workspace, item: Classification, lang: Lang) -> str:
    """Name of the level that a subject is in, or why it is in none."""
    if item.level is None:
        return brief(item.reason, lang)
    for pack in workspace.packs.values():
        entry = entry_of(pack, item.entry)
        if isinstance(entry, Band):
            found = (level for level in entry.levels if level.name == item.level)
            return next((one.names.get(lang) for one in found), "") or item.level
    return item.level


def _print_classes(console: Console, workspace: Workspace, classes: Classes, lang: Lang) -> None:
    for entry in dict.fromkeys(item.entry for item in classes):
        items = [item for item in classes if item.entry == entry]
        clause = ", ".join(items[0].clause)
        title = f"{names_of(workspace, entry, lang)} ({clause}), {items[0].period}"
        console.print(title, style="bold")
        rows = [
            (item.subject, decimal_of(item.actual), level_name(workspace, item, lang))
            for item in items
        ]
        put(console, plain_table(rows, indent=2, right=(1,)))


def decimal_of(actual: object) -> str:
    """An exact value with at most two decimals, for reading only."""
    if not isinstance(actual, str) or "/" not in actual:
        return "-" if actual is None else str(actual)
    num, den = (int(part) for part in actual.split("/"))
    return two_decimals((num, den))


def two_decimals(pair: tuple[int, int]) -> str:
    """A fraction cut to two decimals, so that what lies below an edge never shows as on it."""
    whole, rest = divmod(pair[0] * _DECIMALS // pair[1], _DECIMALS)
    return f"{whole}.{rest:02}"


def _print_scores(
    console: Console, workspace: Workspace, scores: Scores, lang: Lang, limit: int
) -> None:
    by_sheet: dict[tuple[str, str], list[Score]] = {}
    for score in scores:
        by_sheet.setdefault((score.sheet, score.period), []).append(score)
    for (sheet, period), some in by_sheet.items():
        console.print()
        title = names_of(workspace, sheet, lang)
        console.print(say("sheet", lang, title=title, id=sheet, period=period), style="bold")
        if all(one.low is None for one in some):
            reasons = {brief(part.reason, lang) for one in some for part in one.parts}
            facts = {"count": len(some), "reasons": ", ".join(sorted(reasons))}
            console.print("  " + say("no_scores", lang, **facts))
            continue
        rows = [(one.subject, shown_score(one, lang)) for one in _best(some)[:limit]]
        if rows:
            put(console, plain_table(rows, indent=2))
        if 0 < limit < len(some):
            console.print("  " + say("more", lang, more=len(some) - limit, all=len(some)))


def _best(scores: Iterable[Score]) -> list[Score]:
    def rank(score: Score) -> tuple[bool, float, str]:
        low = score.low
        return low is None, -(low[0] / low[1]) if low else 0.0, score.subject

    return sorted(scores, key=rank)


def shown_score(score: Score, lang: Lang) -> str:
    """A score for reading: exact, an interval with what is missing, or why there is none."""
    missing = ", ".join(f"{part} ({brief(reason, lang)})" for part, reason in score.missing)
    if score.low is None or score.high is None:
        return say("no_score", lang, reasons=missing or brief("not_configured", lang))
    if score.exact is not None:
        return two_decimals(score.exact)
    ends = say("score_range", lang, low=two_decimals(score.low), high=two_decimals(score.high))
    return f"{ends}  {missing}"


def print_award(console: Console, workspace: Workspace, award: AwardList, lang: Lang) -> None:
    """An award list: who is on it, or why there is none."""
    title = say(
        "award",
        lang,
        title=names_of(workspace, award.sheet, lang),
        clause=", ".join(award.clause),
        places=award.places or "-",
    )
    console.print(title, style="bold")
    for line in award_lines(award, lang):
        console.print(f"  {line}")


def award_lines(award: AwardList, lang: Lang) -> list[str]:
    """What is said under the title of an award list."""
    if award.reason is not None:
        return [word(award.reason, lang)]
    lines = [" ".join(award.winners) or "-"]
    if award.tied:
        lines.append(say("tied", lang, ids=" ".join(award.tied)))
    if award.awarded_on:
        days = " ".join(sorted(set(award.awarded_on)))
        lines.append(say("outside", lang, day=days))
    return lines
