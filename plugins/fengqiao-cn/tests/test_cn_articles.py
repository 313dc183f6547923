"""Every article on counting, people's mediation and mediation by the police has a rule or a reason.

The list is of articles that can be held to, as they were found when the pack was begun: A0 counting
rules, A1 people's mediation and its confirmation, A2 mediation by the police.
"""

from __future__ import annotations

import re

import pytest

import fengqiao
from fengqiao.rules import Label, NotModelled, Pack
from fengqiao.rules.book import cites_of

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
    "civil_procedure_interpretation2022": (125, 355, 358, 372),
    "confirmation2011": (4, 5, 10),
    # A2: mediation by the police
    "public_order2012": (9, 99),
    "public_order2025": (9, 88, 94, 108, 118, 136, 138),
    "police_mediation2007": (4, 9),
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
