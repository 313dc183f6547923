"""The catalogue: the keys that entries may use, and the closed lists their words come from.

It is a value, built from the core's tables plus what plugins and packs add, and passed along;
there is no registry.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from attrs import evolve, field, frozen

from fengqiao.errors import PluginError, UnknownKey
from fengqiao.rules.entries import Words
from fengqiao.rules.values import TIME_UNITS, Unit

KeyKind = Literal["norm", "duty", "band", "role", "procedure", "sheet", "label"]
Periodic = Literal["period", "state", "asked", "written"]
Value = Literal["count", "share", "words"]
Reports = Literal["flow", "stock"]


@frozen(kw_only=True)
class Key:
    """One key of the catalogue.

    Attributes:
        name: Dotted, topic first: `visits.households`. Never a place.
        kind: Which table it stands in.
        unit: What is counted: `households`, `people`, `calls`; `share`, `words` or `time`.
        value: `count`, `share` or `words`.
        each: Kinds of subject it may be judged for.
        judged: For norms: over a `period`, as a `state` on a day, `asked` (the period asked for),
            or `written`: what the pack itself says, looked at when it is read.
        of: What may be filtered among the things counted: name -> vocabulary, or `flag`.
        unless: For norms: the closed list of attested exceptions, where there may be any.
        basis: Named denominators.
        usual_basis: The one that is meant where an entry names none; None: it has to.
        vocabulary: For words: the closed list.
        done_by: For duties: kinds of event that fulfil it.
        stricter: Which direction asks for more: `up`, `down` or None.
        is_rating: Whether it is a mean: a sum of points over the number of respondents, which may
            exceed 1 and whose small counts are withheld.
        may_exceed: Whether it may exceed what it is out of: yuan a head, this year's cases
            out of last year's.
        reports: For what the host reports: a `flow` happens on days (calls, hazards found), so that
            the reports of a period are added up; a `stock` is how things stand (services online),
            so that the latest report in the period counts. Of times that are reported as a flow the
            longest in the period counts.
        reported_in: Unit in which a time is reported; None: that of the limit, and minutes where
            that is in hours.
    """

    name: str
    kind: KeyKind
    names: Words
    unit: str = ""
    value: Value = "count"
    each: tuple[str, ...] = ()
    judged: Periodic = "period"
    of: Mapping[str, str] = field(factory=dict)
    unless: str | None = None
    basis: tuple[str, ...] = ()
    usual_basis: str | None = None
    vocabulary: str | None = None
    done_by: tuple[str, ...] = ()
    stricter: Literal["up", "down"] | None = None
    is_rating: bool = False
    may_exceed: bool = False
    reports: Reports = "flow"
    reported_in: Unit | None = None

    def takes(self, unit: Unit | None) -> bool:
        """Whether a time in this unit can be compared with what is reported."""
        known = self.reported_in
        return known in (None, unit) or {known, unit} <= {"minute", "hour"}


@frozen(kw_only=True)
class Vocabulary:
    """A closed list of words."""

    name: str
    names: Words
    words: Mapping[str, Words]


@frozen
class Catalogue:
    """All known keys and vocabularies by name."""

    keys: Mapping[str, Key]
    vocabularies: Mapping[str, Vocabulary]

    def key(self, name: str) -> Key:
        """A key by name.

        Raises:
            UnknownKey: There is none; the error names at most three close ones.
        """
        if name not in self.keys:
            raise UnknownKey("rule.unknown_key", close=close_names(name, self.keys))
        return self.keys[name]

    def words(self, vocabulary: str) -> frozenset[str]:
        """The words of a closed list."""
        return frozenset(self.vocabularies[vocabulary].words)

    def with_keys(self, keys: Iterable[Key], *, brought_by: str) -> Catalogue:
        """This catalogue and more keys.

        Raises:
            PluginError: A key is there already.
        """
        added = dict(self.keys)
        for key in keys:
            if key.name in added:
                raise PluginError("plugin.duplicate_key", plugin=brought_by, key=key.name)
            added[key.name] = key
        return evolve(self, keys=added)

    def with_measure(self, key: Key) -> Catalogue:
        """This catalogue with a measure that a pack brings, its kinds of subject added up."""
        known = self.keys.get(key.name)
        if known is not None:
            key = evolve(known, each=tuple(dict.fromkeys((*known.each, *key.each))))
        merged = evolve(self, keys={**self.keys, key.name: key})
        for vocabulary in ("total", "recording"):
            merged = merged.with_words(vocabulary, {key.name: key.names})
        return merged

    def with_words(self, vocabulary: str, words: Mapping[str, Words]) -> Catalogue:
        """This catalogue with more words in one closed list (which may be new)."""
        known = self.vocabularies.get(vocabulary)
        if known is None:
            known = Vocabulary(name=vocabulary, names=Words(), words={})
        merged = evolve(known, words={**words, **known.words})
        return evolve(self, vocabularies={**self.vocabularies, vocabulary: merged})


def measure_key(
    name: str,
    *,
    names: Words,
    kind: str,
    unit: str | None,
    each: tuple[str, ...],
    reports: Reports | None = None,
) -> Key:
    """The key of a measure that a pack brings, so that its norms may limit it.

    Args:
        name: Its name.
        names: In words.
        kind: A `share` is one count out of another, a `rating` a sum of points over the number of
            respondents, a `time` how long something took; the rest are plain counts.
        unit: Unit of a count, where the pack names one; of a time, in which it is reported.
        each: Kinds of subject that the host reports it for.
        reports: Whether its reports are a flow or a stock; None: a flag is a stock, the rest flow.
    """
    is_share = kind in ("share", "rating")
    reports = reports or ("stock" if kind == "flag" else "flow")
    if kind == "time":
        return time_key(name, names, each, reports=reports, reported_in=known_unit(unit))
    return Key(
        name=name,
        kind="norm",
        names=names,
        unit="share" if kind == "share" else unit or ("points" if kind == "rating" else kind),
        value="share" if is_share else "count",
        each=each,
        judged="asked" if is_share or reports == "stock" else "period",
        is_rating=kind == "rating",
        reports=reports,
    )


def time_key(
    name: str,
    names: Words,
    each: tuple[str, ...],
    *,
    reports: Reports = "flow",
    reported_in: Unit | None = None,
) -> Key:
    """The key of a time that the host reports: how long the slowest took."""
    return Key(
        name=name,
        kind="norm",
        names=names,
        unit="time",
        each=each,
        judged="asked",
        stricter="down",
        reports=reports,
        reported_in=reported_in,
    )


def known_unit(name: str | None) -> Unit | None:
    """A unit of time by its name; None where it is none."""
    return next((unit for unit in TIME_UNITS if unit == name), None)


def close_names(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """At most three known names that a misspelled one may have meant."""
    from difflib import get_close_matches  # noqa: PLC0415  only needed when something is wrong

    return tuple(get_close_matches(name, list(known)))  # three unless told otherwise
