"""`fengqiao score`: station classes, score sheets and award lists."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from functools import cmp_to_key

import click
from rich.console import Console

from fengqiao.cli.again import suggest
from fengqiao.cli.opening import day_used, open_for
from fengqiao.cli.options import asking, period_option
from fengqiao.cli.screen import hanging, make_console, plain_table, print_json, put
from fengqiao.cli.texts import say
from fengqiao.errors import Lang
from fengqiao.judging import AwardList, Classes, Classification, Score, Scores, word
from fengqiao.judging.decimals import cut
from fengqiao.judging.explain_score import shown_decimals
from fengqiao.judging.words import brief
from fengqiao.papers.clauses import shown_clauses
from fengqiao.rules import Band, Entry, Sheet, compare, entry_of, shown_pair
from fengqiao.rules.points import RANKED
from fengqiao.workspace import Workspace


@click.command("score")
@asking
@period_option()
@click.option("--station", help="Only subjects of this station; then there are no award lists.")
@click.option("--entry", metavar="ID", help="Only this sheet.")
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
    entry: str | None,
    limit: int,
) -> int:
    """Class stations, score sheets and list awards."""
    with open_for(store, packs, config, lang) as workspace:
        day = day_used(on, period, workspace.store.zone)
        classes = workspace.classify(period, on=day, station=station, as_known=as_known)
        scores = workspace.score(period, on=day, station=station, entry=entry, as_known=as_known)
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
            key = workspace.catalogue.keys.get(entry.key)
            return entry.names.get(lang) or (key.names.get(lang) if key else "") or entry_id
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
        clause = shown_clauses(items[0].clause, lang)
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
    return cut((num, den))


def _print_scores(
    console: Console, workspace: Workspace, scores: Scores, lang: Lang, limit: int
) -> None:
    by_sheet: dict[tuple[str, str], list[Score]] = {}
    for score in scores:
        by_sheet.setdefault((score.sheet, score.period), []).append(score)
    told: str | None = None
    for (sheet, period), some in by_sheet.items():
        console.print()
        facts = {"title": names_of(workspace, sheet, lang), "id": sheet, "period": period}
        key = "sheet" if some[0].out_of is None else "sheet_out_of"
        of = shown_pair(*some[0].out_of) if some[0].out_of else ""
        hanging(console, say(key, lang, **facts, of=of), indent=0)
        if all(one.low is None and one.vetoed_by is None for one in some):
            reasons = {brief(part.reason, lang) for one in some for part in one.parts}
            why = {"count": len(some), "reasons": ", ".join(sorted(reasons))}
            hanging(console, say("no_scores", lang, **why))
            continue
        digits = digits_of(workspace, some[0])
        shown = in_order(some)[:limit]
        rows = [(one.subject, shown_score(one, lang, digits)) for one in shown]
        if rows:
            put(console, plain_table(rows, indent=2, keep=(0,)))
        if 0 < limit < len(some):
            console.print("  " + say("more", lang, more=len(some) - limit, all=len(some)))
        told = told or (shown[0].id if shown else None)
    if told is not None:
        console.print()
        suggest(console, say("explain_score", lang), ("fengqiao", "explain", told))


def in_order(scores: Iterable[Score]) -> list[Score]:
    """The best first where the kind of subject may be ranked, else by id; all exactly."""
    ordered = sorted(scores, key=lambda one: one.subject)
    if ordered and ordered[0].subject_kind in RANKED:
        ordered.sort(key=cmp_to_key(_by_low))
    return ordered


def _by_low(one: Score, other: Score) -> int:
    if one.low is None or other.low is None:
        return (one.low is None) - (other.low is None)
    return compare(other.low, one.low) or compare(other.high or (0, 1), one.high or (0, 1))


def digits_of(workspace: Workspace, score: Score) -> int | None:
    """How many decimals a sheet says are shown."""
    entry = entry_of(workspace.packs[str(score.receipt["pack"])], score.sheet)
    return entry.round if isinstance(entry, Sheet) else None


def shown_score(score: Score, lang: Lang, digits: int | None = None) -> str:
    """A score for reading: exact, an interval with what is missing, or why there is none."""
    names = {part.name: part.names.get(lang) or part.name for part in score.parts}
    listed = (f"{names[part]} ({brief(reason, lang)})" for part, reason in score.missing)
    missing = ", ".join(listed)
    if score.low is None or score.high is None:
        if score.vetoed_by is not None:
            return say("not_rated", lang, part=names[score.vetoed_by])
        return say("no_score", lang, reasons=missing or brief("not_configured", lang))
    low, high = (shown_decimals(end, digits) for end in (score.low, score.high))
    text = low if score.exact is not None else say("score_range", lang, low=low, high=high)
    if score.vetoed_by is not None:
        text = f"{text}  {say('vetoed', lang, part=names[score.vetoed_by])}"
    return f"{text}  {missing}" if missing else text


def print_award(console: Console, workspace: Workspace, award: AwardList, lang: Lang) -> None:
    """An award list: who is on it, or why there is none."""
    title = say(
        "award" if award.places else "award_open",
        lang,
        title=names_of(workspace, award.sheet, lang),
        clause=shown_clauses(award.clause, lang),
        places=award.places,
    )
    hanging(console, title, indent=0)
    for line in award_lines(award, lang):
        hanging(console, line)


def award_lines(award: AwardList, lang: Lang) -> list[str]:
    """What is said under the title of an award list."""
    if award.reason is not None:
        return [word(award.reason, lang)]
    lines = [" ".join(award.winners) or "-"]
    if award.tied:
        lines.append(say("tied", lang, ids=" ".join(award.tied)))
    if award.uncertain:
        lines.append(say("uncertain", lang, ids=" ".join(award.uncertain)))
    if award.vetoed:
        lines.append(say("kept_off", lang, ids=" ".join(award.vetoed)))
    if award.awarded_on:
        days = " ".join(sorted(set(award.awarded_on)))
        lines.append(say("outside", lang, day=days))
    return lines
