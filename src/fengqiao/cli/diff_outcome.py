"""What follows from two packs on the facts of a store: findings, scores, hours."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console

from fengqiao.cli.diff_tables import names_of
from fengqiao.cli.diff_texts import say
from fengqiao.cli.screen import hanging, plain_table, put
from fengqiao.cli.work_time import hours_of
from fengqiao.judging.wording import Wording
from fengqiao.packs.comparing import Difference
from fengqiao.workspace.outcomes import RESULTS, Counts, EntryOutcome, Outcome, Turned


def print_outcome(
    console: Console, difference: Difference, outcome: Outcome, wording: Wording, limit: int
) -> None:
    """Both sides in one table, then entry by entry, then the answers that turned."""
    lang = wording.lang
    names = names_of(difference)
    facts = {"period": outcome.period, "areas": " ".join(outcome.areas)}
    console.print()
    console.print(say("store", lang, **facts), style="bold")
    _print_totals(console, names, outcome, wording)
    _print_entries(console, names, outcome, wording, limit)
    console.print()
    if outcome.turned:
        console.print(f"{say('which', lang)} ({len(outcome.turned)})", style="bold")
        for one in outcome.turned[: limit or None]:
            hanging(console, _turned(one, wording))
        _print_more(console, len(outcome.turned), wording, limit)
    else:
        console.print(say("no_turned", lang))
    if outcome.scores:
        console.print(say("which_scores", lang, count=len(outcome.scores)))


def _print_totals(
    console: Console, names: tuple[str, str], outcome: Outcome, wording: Wording
) -> None:
    lang = wording.lang
    header = ["", *(say(one, lang) for one in (*RESULTS, "scores", "burden", "untimed"))]
    rows = [
        (
            names[side],
            *(str(outcome.counts[side][result]) for result in RESULTS),
            str(outcome.scored[side]),
            hours_of(outcome.minutes[side]),
            str(outcome.untimed[side]),
        )
        for side in (0, 1)
    ]
    put(console, plain_table(rows, header=header, right=range(1, len(header)), indent=2))


def _print_entries(
    console: Console, names: tuple[str, str], outcome: Outcome, wording: Wording, limit: int
) -> None:
    """The entries that most answers turned in, then those that are judged most often."""
    lang = wording.lang
    ordered = sorted(outcome.entries, key=_weight)
    rows = [
        (_shown(one.counts[0]), _shown(one.counts[1]), str(one.turned), "\n".join(_names(one)))
        for one in ordered[: limit or None]
    ]
    if rows:
        console.print()
        console.print(say("by_entry", lang), style="bold")
        header = [*names, say("turned", lang), say("entry", lang)]
        put(console, plain_table(rows, header=header, right=(0, 1, 2), indent=2, keep=(0, 1, 2)))
        _print_more(console, len(ordered), wording, limit)


def _weight(one: EntryOutcome) -> tuple[int, int, str]:
    judged = sum(sum(counts.values()) for counts in one.counts)
    return -one.turned, -judged, one.one or one.other or ""


def _names(one: EntryOutcome) -> Iterator[str]:
    yield from dict.fromkeys(name for name in (one.one, one.other) if name)


def _shown(counts: Counts) -> str:
    if not any(counts.values()):
        return "-"
    return "/".join(str(counts[result]) for result in RESULTS)


def _turned(one: Turned, wording: Wording) -> str:
    lang = wording.lang
    first, second = (say(result, lang) for result in one.results)
    requirement = f":{one.requirement}" if one.requirement else ""
    return (
        f"{one.one}{requirement}@{one.subject_kind}/{one.subject}:{one.period}  {first} > {second}"
    )


def _print_more(console: Console, count: int, wording: Wording, limit: int) -> None:
    if 0 < limit < count:
        console.print("  " + say("more", wording.lang, more=count - limit, all=count))
