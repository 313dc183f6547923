"""What an entry narrows down: its subjects by `where`, what is counted by `of`; in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from fengqiao.errors import Lang
from fengqiao.judging.words import word
from fengqiao.model import LISTS, Kind
from fengqiao.model.references import register_of
from fengqiao.rules import Catalogue, Comparison, Key, NormPhase
from fengqiao.rules.entries import NAMES, Phase

Filters = Iterable[tuple[str, Comparison]]


_FLAGS: Mapping[frozenset[str], str] = {
    frozenset({"true"}): "",
    frozenset({"false"}): "not_so",
}
"""What stands before the name of a flag."""


def narrowed(phase: Phase | None) -> dict[str, object]:
    """The filters of a phase as receipts hold them."""
    where, of = (phase.where, phase.of) if phase else ((), ())
    return {
        "where": _plain(where),
        "of": _plain(of),
        "basis": phase.basis if isinstance(phase, NormPhase) else None,
        "unless": list(phase.unless) if isinstance(phase, NormPhase) else [],
    }


def _plain(filters: Filters) -> dict[str, object]:
    return {name: {"op": one.op, "value": one.plain()} for name, one in filters}


def in_words(
    filters: Filters,
    vocabularies: Mapping[str, str],
    words: Catalogue,
    lang: Lang,
    *,
    register: str | None = None,
) -> str:
    """Filters in words: `fire; hotel, internet cafe`.

    Args:
        filters: Of an entry, by name.
        vocabularies: The closed list of a name's words, where it is not of the same name.
        words: For the names of codes.
        lang: `en` or `zh`.
        register: Whose own fields they are named by, before those of any other.
    """
    semicolon = ";" if lang == "zh" else "; "
    kinds = (*((LISTS[register],) if register else ()), *LISTS.values())
    texts = (
        _filter(_named(name, kinds, words, lang), one, vocabularies.get(name, name), words, lang)
        for name, one in filters
    )
    return semicolon.join(texts)


def _filter(named: str, one: Comparison, vocabulary: str, words: Catalogue, lang: Lang) -> str:
    op = word(one.op, lang)
    if not isinstance(one.limit, frozenset):
        shown = one.plain()
        value = " - ".join(map(str, shown)) if isinstance(shown, list) else str(shown)
        return f"{named} {op} {value}"
    if one.limit in _FLAGS:
        own = named.removeprefix("是否")
        return f"{word(_FLAGS[one.limit], lang)}{own}"
    known = words.vocabularies.get(vocabulary)
    names = known.words if known else {}
    some = [names[code].get(lang) if code in names else word(code, lang) for code in one.words]
    listed = ("、" if lang == "zh" else ", ").join(some)
    return listed if one.op == "any_of" else f"{op} {listed}"


def _named(name: str, kinds: Iterable[Kind], words: Catalogue, lang: Lang) -> str:
    """What a filter goes by: a field of a register, or a class."""
    if name in words.keys:
        return words.keys[name].names.get(lang)
    spec = next((kind.fields[name] for kind in kinds if name in kind.fields), None)
    return (spec.zh if lang == "zh" else spec.en) if spec else name


def counting(
    text: str,
    phase: Phase | None,
    key: Key,
    words: Catalogue,
    lang: Lang,
    *,
    without: frozenset[str],
) -> str:
    """What is counted, with the entry's filters behind it.

    Args:
        text: The numerator or denominator of the key; nothing where there is none.
        phase: Of the entry.
        key: For the closed lists of what may be filtered.
        words: For the names of codes.
        lang: `en` or `zh`.
        without: Filters that don't narrow it.
    """
    of = [one for one in (phase.of if phase else ()) if one[0] not in without]
    if not text or not of:
        return text
    only, shown = word("only", lang), in_words(of, key.of, words, lang)
    return f"{text}({only}:{shown})" if lang == "zh" else f"{text} ({only}: {shown})"


def asked_only(phase: Phase | None, subject_kind: str, words: Catalogue, lang: Lang) -> str:
    """The filters on subjects of a kind in words; nothing where an entry is asked of all."""
    register = register_of(subject_kind)[0]
    fields = LISTS[register].fields
    lists = {name: spec.vocabulary or name for name, spec in fields.items()}
    lists["name"] = f"{NAMES}{subject_kind}"
    return in_words(phase.where if phase else (), lists, words, lang, register=register)
