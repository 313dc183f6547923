"""Every article on counting, people's mediation and mediation by the police has a rule or a reason.

The list is of articles that can be held to, as they were found when the pack was begun: A0 counting
rules, A1 people's mediation and its confirmation, A2 mediation by the police.
"""

from __future__ import annotations

import csv
import re
from datetime import date, timedelta
from pathlib import Path

import pytest

import fengqiao
from fengqiao.rules import Label, NotModelled, Open, Pack, Procedure
from fengqiao.rules.book import cites_of
from fengqiao.rules.sources import Cite
from fengqiao.timing import CN_CALENDAR

ARTICLES: dict[str, tuple[int, ...]] = {
    # A0: how to count
    "civil_code": (200, 201, 202, 203),
    "police_procedure2018": (35, 52, 61, 178, 179, 181, 182, 183, 184, 185, 186),
    "civil_procedure2023": (85, 187, 205, 206),
    # A1: people's mediation, and its confirmation by a court
    "mediation2010": (
        3, 4, 8, 9, 13, 14, 15, 17, 18, 19, 20, 23, 25, 26, 27, 28, 29, 30, 31, 33,
    ),
    "mediation_rules2002": (22, 27, 29, 30, 33, 34, 35),
    "civil_procedure_interpretation2022": (125, 353, 354, 355, 358, 372),
    "confirmation2011": (4, 5, 10),
    # A2: mediation by the police
    "public_order2012": (9, 99),
    "public_order2025": (9, 88, 94, 108, 118, 136, 138),
    "police_mediation2007": (4, 6, 9),
}  # fmt: skip
EVERY = [(source, number) for source, numbers in ARTICLES.items() for number in numbers]
WORDS_ALONE = {("civil_code", 204), ("civil_code", 1259), ("civil_procedure2023", 86)}
"""Articles that say what a word means or what may be asked: packs hold them as lists of words."""


@pytest.fixture(scope="module")
def cn() -> Pack:
    """The national pack."""
    with fengqiao.open_workspace("memory:", packs=["wuhai"]) as opened:
        return opened.packs["cn"]


def _article(ref: str) -> int:
    found = re.match(r"\d+", ref)
    return int(found.group()) if found else 0


def _cited(cn: Pack, *, left_out: bool) -> set[tuple[str, int]]:
    """Articles of rules that can be executed, or of what the pack leaves out with a reason."""
    return {
        (cite.source, _article(cite.ref))
        for entry in cn.entries
        if isinstance(entry, NotModelled) == left_out and not isinstance(entry, Label)
        for cite in (entry.cites if isinstance(entry, NotModelled) else cites_of(entry))
    }


@pytest.mark.parametrize("article", EVERY, ids=lambda one: f"{one[0]}-{one[1]}")
def test_an_article_is_a_rule_or_left_out_with_a_reason(cn: Pack, article: tuple[str, int]) -> None:
    """A guard, a step, a clock, a norm, a rule of counting; or a row of `not_modelled`."""
    assert article in _cited(cn, left_out=False) | _cited(cn, left_out=True)


def test_most_articles_are_rules(cn: Pack) -> None:
    """What is left out can be counted on two hands."""
    rules = _cited(cn, left_out=False)
    assert len(EVERY) - len([one for one in EVERY if one in rules]) <= 10


def test_articles_of_words_are_lists(cn: Pack) -> None:
    """What a word means stands in a list, and is no rule that a case could break."""
    named = {
        (cite.source, _article(cite.ref))
        for entry in cn.entries
        if isinstance(entry, Label)
        for cite in cites_of(entry)
    }
    assert named >= WORDS_ALONE


# -- the table: each article, and what of the pack holds it ----------------------------------------

TABLE = [
    (row["text"], row["article"], row["held_as"], row["name"])
    for row in csv.DictReader(
        Path(__file__).with_name("articles.csv").read_text(encoding="utf-8").splitlines()
    )
]
"""`rule` (norms, duties, roles, rules of counting), `guard`, `clock`, `route`, `step`, `words`,
`left_out`; `calendar` stands for the calendar of working days, `place` for an open term."""


def _held(cn: Pack) -> dict[tuple[str, str], set[tuple[str, str]]]:
    """Articles by what holds them."""
    found: dict[tuple[str, str], set[tuple[str, str]]] = {}

    def put(held_as: str, name: str, cites: tuple[Cite, ...]) -> None:
        articles = {(cite.source, str(_article(cite.ref) or cite.ref)) for cite in cites}
        found[held_as, name] = found.get((held_as, name), set()) | articles

    for entry in cn.entries:
        if isinstance(entry, Procedure):
            for guard in entry.guards:
                put("guard", f"{entry.id}.{guard.name}", guard.cites)
            for clock in entry.clocks:
                put("clock", f"{entry.id}.{clock.name}", clock.every_cite)
            for route in entry.routes:
                put("route", f"{entry.id}>{route.to}", route.cites)
            for move in entry.moves:
                put("step", f"{entry.id}.{move.name}", move.cites)
        elif isinstance(entry, NotModelled):
            (cite, *_) = entry.cites
            put("left_out", f"{cite.source}:{cite.ref}", entry.cites)
        else:
            put("words" if isinstance(entry, Label) else "rule", entry.id, tuple(cites_of(entry)))
    return found


def test_the_table_says_what_holds_an_article(cn: Pack) -> None:
    """What it names is there and cites that article."""
    held = _held(cn)
    wrong = [
        row
        for row in TABLE
        if row[2] not in ("calendar", "place")
        and (row[0], row[1]) not in held.get((row[2], row[3]), ())
    ]
    assert wrong == []


def test_the_table_has_every_article() -> None:
    """Of the list above, and of words; none is told of twice in the same way."""
    listed = {(source, str(number)) for source, number in {*EVERY, *WORDS_ALONE}}
    assert listed - {(text, article) for text, article, _, _ in TABLE} == set()
    assert len(TABLE) == len(set(TABLE))


def test_an_article_that_binds_is_held_by_more_than_a_step(cn: Pack) -> None:
    """Beside rules, guards and clocks there are a few articles that only name a step."""
    ways: dict[tuple[str, str], set[str]] = {}
    for text, article, held_as, _ in TABLE:
        ways.setdefault((text, article), set()).add(held_as)
    lone = {one for one, kinds in ways.items() if kinds <= {"step"}}
    assert lone == {
        ("police_procedure2018", "182"),  # others may be invited
        ("civil_procedure_interpretation2022", "353"),  # the application may be oral
    }


def test_what_places_say_is_an_open_term(cn: Pack) -> None:
    """Ningbo: a month, longer if both ask; Shenzhen art. 25: the parties agree a limit."""
    open_terms = set()
    for one in (entry for entry in cn.entries if isinstance(entry, Procedure)):
        open_terms |= {f"{one.id}.{guard.name}" for guard in one.guards if guard.is_open}
        for clock in one.clocks:
            if clock.extend is not None and isinstance(clock.extend.length, Open):
                open_terms.add(f"{one.id}.{clock.name}.extension")
    assert {name for _, _, held_as, name in TABLE if held_as == "place"} <= open_terms


@pytest.mark.parametrize(("year", "days"), [(2024, 11), (2025, 13), (2026, 13)])
def test_holidays_are_the_calendar(year: int, days: int) -> None:
    """Measures on holidays, art. 2: thirteen days a year since 2025, eleven before."""
    first = date(year, 1, 1)
    whole = [first + timedelta(days=number) for number in range(365)]
    assert sum(CN_CALENDAR.kind(day) == "statutory" for day in whole) == days
