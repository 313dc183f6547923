"""The need of posts as tables, for `fengqiao burden --need`."""

from __future__ import annotations

from fractions import Fraction

from rich.console import Console

from fengqiao.cli.plan_texts import say
from fengqiao.cli.screen import plain_table, put
from fengqiao.cli.work_time import clauses_of, hours_of
from fengqiao.errors import Lang
from fengqiao.planning import Need
from fengqiao.workspace import Workspace


def print_need(console: Console, workspace: Workspace, need: Need, lang: Lang) -> None:
    """Posts held and needed by role, then what a notice wants of each room."""
    words = workspace.catalogue.vocabularies["role"].words
    between = "、" if lang == "zh" else ", "
    rows = [
        (
            between.join(words[role].get(lang) if role in words else role for role in one.roles)
            or say("nobody", lang),
            hours_of(one.minutes),
            "-" if one.post is None else hours_of(one.post),
            "-" if one.held is None else _tenths(one.held),
            "-" if one.needed is None else _tenths(one.needed),
        )
        for one in need.roles
    ]
    names = ("role", "asked", "one_post", "posts_held", "posts_needed")
    console.print()
    console.print(say("need", lang), style="bold")
    put(
        console,
        plain_table(rows, header=[say(one, lang) for one in names], right=(1, 2, 3, 4), indent=2),
    )
    if need.relief is None:
        console.print("  " + say("set_relief", lang))
    short = [one for one in need.rooms if one.result == "not_met"]
    if need.rooms:
        console.print()
        facts = {"met": sum(one.result == "met" for one in need.rooms), "all": len(need.rooms)}
        console.print(say("rooms", lang, **facts), style="bold")
    wanted = [
        (
            one.subject,
            str(one.actual),
            " ".join(str(value) for value in one.limit.values() if value is not None),
            clauses_of([str(clause) for clause in one.receipt.get("clause", ())], lang),  # type: ignore[attr-defined]  # a list of clauses
        )
        for one in short
    ]
    if wanted:
        titles = [say(name, lang) for name in ("place", "there_is", "wanted", "clause")]
        put(console, plain_table(wanted, header=titles, right=(1,), indent=2))


def _tenths(number: Fraction) -> str:
    """A number of posts, rounded up to tenths: what is needed is never shown as less."""
    tenths = -(-number.numerator * 10 // number.denominator)
    return f"{tenths // 10}.{tenths % 10}"
