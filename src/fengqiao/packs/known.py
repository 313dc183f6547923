"""What an entry may refer to: clauses of the skeleton, keys and words of the catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from unicodedata import normalize

from attrs import frozen

from fengqiao.packs.limits import Filters
from fengqiao.packs.spot import Spot
from fengqiao.rules.catalogue import Catalogue, Key, KeyKind, close_names
from fengqiao.rules.entries import Cite, Source
from fengqiao.rules.values import WORD_OPS, Comparison

FLAG_WORDS = ("true", "false")
SETTING_WORDS = ("urban", "rural")
CLOSED_TO_PACKS = frozenset(
    (
        "subject_kind", "counted_subject", "role", "meeting", "duty", "total", "award",
        "recording", "setting", "procedure", "case_step", "case_state", "case_fact", "guard_fact",
        "step_by", "agreement_form", "occasion_day",
    )
)  # fmt: skip
"""Vocabularies that the library's own types rest on; a label can't add to them."""
PERSON_TOPICS = frozenset(
    (
        "belief", "biometric", "claimant", "claimants", "informant", "informants",
        "intelligence", "person", "persons", "petitioner", "petitioners", "population",
        "religion", "resident", "residents", "suspect", "suspects", "tenant", "tenants",
        "whereabouts",
    )
)  # fmt: skip
"""First or last words of keys on persons; the library has none of them, and never will."""

_PREFIXED = re.compile(r"([a-z][a-z0-9_]*):(.+)", re.DOTALL)
_PART = re.compile(r"(.+)#([0-9]{1,4})", re.DOTALL)
_NO_FILTERS: Filters = {}


@frozen
class Known:
    """What the entries of one pack may refer to.

    Attributes:
        pack: Its id.
        catalogue: With the words and totals that the pack itself brings.
        sources: By id, in the order of the files; the first one is the default.
        refs: The skeleton: each clause with the number of its parts.
        given: The catalogue without them.
        labels: Items of the pack's own labels.
        levels: Levels of the pack's own bands, by band key.
    """

    pack: str
    catalogue: Catalogue
    sources: Mapping[str, Source]
    refs: Mapping[Cite, int]
    given: Catalogue
    labels: Mapping[str, tuple[str, ...]]
    levels: Mapping[str, tuple[str, ...]]

    @property
    def first_source(self) -> str:
        """Id of the pack's first source; empty where it has none."""
        return next(iter(self.sources), "")

    def source_of(self, cites: Sequence[Cite]) -> Source | None:
        """The source that an entry's force and days come from: that of its first clause."""
        found = cites[0].source if cites else self.first_source
        return self.sources.get(found)


def split_ref(text: str, first_source: str) -> Cite:
    """A clause reference: `source:reference`, or a reference in the first source.

    Either may end in `#2`: the second part of the clause.
    """
    found = _PREFIXED.fullmatch(text)
    source, ref = found.groups() if found else (first_source, text)
    numbered = _PART.fullmatch(ref)
    return Cite(source, numbered[1], int(numbered[2])) if numbered else Cite(source, ref)


_MOST_HINTS = 200
"""Faults after which no close clause is looked for: a skeleton may be long."""


def find_cites(refs: Sequence[str], spot: Spot, known: Known) -> tuple[Cite, ...]:
    """The clauses behind references; each must stand in the skeleton."""
    cites = []
    for index, text in enumerate(refs):
        cite = split_ref(text, known.first_source)
        place = spot.at(index) if len(refs) > 1 else spot
        if cite.source not in known.sources:
            if known.sources:
                close = close_names(cite.source, known.sources)
                place.fault("pack.unknown_source", close=close, known=tuple(known.sources))
        elif cite.whole not in known.refs:
            few = len(spot.faults) < _MOST_HINTS
            own = [one.ref for one in known.refs if few and one.source == cite.source]
            close = _same_but_wide(cite.ref, own) or close_names(cite.ref, own)
            place.fault("pack.unknown_clause", close=close, source=cite.source)
        elif cite.part is not None and not 1 <= cite.part <= known.refs[cite.whole]:
            place.fault("pack.unknown_part", parts=known.refs[cite.whole])
        else:
            cites.append(cite)
    return tuple(cites)


def _same_but_wide(ref: str, known: Iterable[str]) -> tuple[str, ...]:
    """The reference that was meant by one in full-width signs, or nothing."""
    plain, _, part = normalize("NFKC", ref).partition("#")
    tail = f"#{part}" if part else ""
    return tuple(f"{one}{tail}" for one in known if normalize("NFKC", one) == plain)


def find_key(name: str, kind: KeyKind, spot: Spot, known: Known) -> Key | None:
    """A key of the catalogue, of the kind that the table wants."""
    keys = known.catalogue.keys
    key = keys.get(name)
    if key is not None and key.kind == kind:
        return key
    if key is not None:
        spot.fault("pack.wrong_table", right=key.kind)
    elif is_about_persons(name):
        spot.fault("pack.about_persons")
    else:
        fitting = [one.name for one in keys.values() if one.kind == kind]
        spot.fault("pack.unknown_key", close=close_names(name, fitting))
    return None


def is_about_persons(name: str) -> bool:
    """Whether a key names persons by its topic: no key of the catalogue does."""
    parts = name.split(".")
    return bool(PERSON_TOPICS & {parts[0], parts[-1]})


def find_words(
    words: Iterable[str], vocabulary: str, spot: Spot, known: Known
) -> tuple[str, ...] | None:
    """Words of a vocabulary; its own name stands for the items of the pack's label of that name.

    Returns:
        The words; None, with a fault at each, where one is not in the list.
    """
    entry = known.catalogue.vocabularies.get(vocabulary)
    closed = entry.words if entry else {}
    return known_words(words, tuple(closed), spot, all_of_them=(vocabulary, known))


def known_words(
    words: Iterable[str],
    closed: Sequence[str],
    spot: Spot,
    *,
    all_of_them: tuple[str, Known] | None = None,
    band: str = "",
) -> tuple[str, ...] | None:
    """Words of a closed list; None, with a fault at each, where one is not in it."""
    found: list[str] = []
    is_good = True
    wanted = tuple(words)
    names = tuple(sorted(set(closed)))
    for index, word in enumerate(wanted):
        if word in closed:
            found.append(word)
        elif all_of_them and word == all_of_them[0]:
            found += all_of_them[1].labels.get(word, tuple(closed))
        else:
            is_good = False
            place = spot.at(index) if len(wanted) > 1 else spot
            grows = all_of_them is not None and all_of_them[0] not in CLOSED_TO_PACKS
            place.fault(
                "pack.unknown_word",
                close=close_names(word, names),
                known=names,
                vocabulary=all_of_them[0] if all_of_them and grows else (),
                band=band or (),
            )
    return tuple(dict.fromkeys(found)) if is_good else None


def find_comparison(
    comparison: Comparison, vocabulary: str, spot: Spot, known: Known
) -> Comparison | None:
    """A comparison with words of a vocabulary, the words looked up."""
    if comparison.is_open:
        return comparison
    if comparison.op not in WORD_OPS:
        spot.at(comparison.op).fault("pack.wants_words")
        return None
    words = find_words(comparison.words, vocabulary, spot.at(comparison.op), known)
    return None if words is None else Comparison(comparison.op, frozenset(words), words)


def find_filters(
    filters: Filters | None, kinds: Mapping[str, str], spot: Spot, known: Known
) -> tuple[tuple[str, Comparison], ...]:
    """Filters whose names and words are known.

    Args:
        filters: As the pack has them.
        kinds: What may be filtered: name -> `number`, `flag`, `setting`, a band or a vocabulary.
        spot: Where they stand.
        known: For vocabularies.
    """
    found = []
    for name, comparison in (filters or _NO_FILTERS).items():
        place = spot.at(name)
        if name not in kinds:
            close = close_names(name, kinds)
            place.fault("pack.unknown_filter", at_key=True, close=close, known=tuple(kinds))
            continue
        checked = _find_filter(comparison, kinds[name], place, known)
        if checked is not None:
            found.append((name, checked))
    return tuple(found)


def _find_filter(comparison: Comparison, kind: str, spot: Spot, known: Known) -> Comparison | None:
    if kind == "number":
        if comparison.op in WORD_OPS or comparison.unit is not None:
            spot.fault("pack.wants_count")
            return None
        return comparison
    if comparison.op not in WORD_OPS:
        spot.fault("pack.wants_words")
        return None
    if kind == "flag":
        is_flag = known_flag(comparison)
        if not is_flag:
            spot.fault("pack.not_a_flag")
        return comparison if is_flag else None
    key = known.catalogue.keys.get(kind)
    band = kind if key is not None and key.kind == "band" else ""
    own = SETTING_WORDS if kind == "setting" else known.levels.get(kind, () if band else None)
    if own is not None:
        words = known_words(comparison.words, own, spot, band=band)
    else:
        words = find_words(comparison.words, kind, spot, known)
    return None if words is None else Comparison(comparison.op, frozenset(words), words)


def known_flag(comparison: Comparison) -> bool:
    """Whether a filter is `true` or `false`."""
    return comparison.op == "any_of" and set(comparison.words) <= set(FLAG_WORDS)
