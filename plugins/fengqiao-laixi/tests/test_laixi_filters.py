"""Every filter of the pack matters: change one, and a worked case comes out otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import evolve

import fengqiao_laixi
from fengqiao.packs import read_pack, run_cases
from fengqiao.packs.setup import set_up, with_words_of
from fengqiao.rules import Comparison, Duty, Norm, Pack, Role, core_catalogue
from fengqiao.rules.entries import AnyEntry

PACK = read_pack(Path(fengqiao_laixi.__file__).parent)
CATALOGUE = with_words_of(PACK, core_catalogue())
INDICATORS = set_up([PACK]).indicators
OTHER = frozenset(("another",))
"""A word that no list of the catalogue has."""

Filter = tuple[str, Comparison]


def _weakened(words: frozenset[str]) -> Iterator[frozenset[str]]:
    """A list of words short of each of them, and one that has none of them."""
    yield OTHER
    if len(words) > 1:
        yield from (words - {word} for word in sorted(words))


def _changed(filters: tuple[Filter, ...]) -> Iterator[tuple[str, tuple[Filter, ...]]]:
    """What was changed, and the filters with that change: each left out, and each weakened."""
    for place, (name, stated) in enumerate(filters):
        others = (*filters[:place], *filters[place + 1 :])
        yield f"no {name}", others
        if isinstance(stated.limit, frozenset):
            for words in _weakened(stated.limit):
                changed = evolve(stated, limit=words, words=tuple(sorted(words)))
                yield f"{name} {'+'.join(sorted(words))}", ((name, changed), *others)


def mutants() -> Iterator[tuple[str, AnyEntry, AnyEntry]]:
    """A name, an entry, and the same entry with one of its filters changed."""
    for entry in PACK.entries:
        if isinstance(entry, Role):
            for field in ("held_by", "drawn_from"):
                for words in getattr(entry, field):
                    kept = tuple(one for one in getattr(entry, field) if one != words)
                    yield (
                        f"{entry.id} {field} {words}",
                        entry,
                        evolve(entry, **{field: (*kept, "another")}),
                    )
        elif isinstance(entry, (Norm, Duty)):
            (phase,) = entry.phases
            for field in ("of", "where"):
                for what, filters in _changed(getattr(phase, field)):
                    mutant = evolve(phase, **{field: filters})
                    yield f"{entry.id} {field} {what}", entry, evolve(entry, phases=(mutant,))


MUTANTS = list(mutants())


def failed(pack: Pack, entry: str) -> int:
    """How many worked cases of an entry come out otherwise."""
    cases = tuple(case for case in pack.cases if case.of == entry)
    results = run_cases(evolve(pack, cases=cases), CATALOGUE, indicators=INDICATORS)
    return sum(result.fault is not None for result in results)


def test_pack_as_it_is_fails_nowhere() -> None:
    """So that a failure below is the change's doing."""
    law = set_up([PACK]).rules.packs["cn"]
    results = run_cases(PACK, CATALOGUE, parents=[law])
    assert sum(result.fault is not None for result in results) == 0


@pytest.mark.parametrize(
    ("entry", "mutant"),
    [(entry, mutant) for _, entry, mutant in MUTANTS],
    ids=[name for name, _, _ in MUTANTS],
)
def test_changed_filter_fails_a_case(entry: AnyEntry, mutant: AnyEntry) -> None:
    """A filter left out, turned to something else, or short of one word is noticed."""
    entries = tuple(mutant if one is entry else one for one in PACK.entries)
    assert failed(evolve(PACK, entries=entries), entry.id)


def test_every_filtered_norm_is_changed() -> None:
    """No norm with a filter is passed over."""
    filtered = {
        entry.id
        for entry in PACK.entries
        if isinstance(entry, Norm) and any(one.of or one.where for one in entry.phases)
    }
    assert filtered <= {entry.id for _, entry, _ in MUTANTS}
    assert len(filtered) >= 5  # teams, committees, halls, minor and complex disputes


COUNTED = [
    one
    for one in PACK.entries
    if isinstance(one, Norm) and any(case.of == one.id and case.records for case in PACK.cases)
]


@pytest.mark.parametrize("entry", COUNTED, ids=[entry.id for entry in COUNTED])
def test_other_kind_of_subject_fails_a_case(entry: Norm) -> None:
    """Whom it is judged for is part of what a case says, where records are counted."""
    kinds = CATALOGUE.keys[entry.key].each
    for each in sorted(set(kinds) - set(entry.each)):
        mutant = evolve(entry, each=(each,))
        entries = tuple(mutant if one is entry else one for one in PACK.entries)
        assert failed(evolve(PACK, entries=entries), entry.id), each
