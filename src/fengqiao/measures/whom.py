"""Whom an entry asks: its filters on subjects, and the subjects of whom that can't be told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from attrs import field, frozen

from fengqiao.measures.reasons import Reason
from fengqiao.measures.subjects import Subjects, passing
from fengqiao.measures.windows import Window, find_window
from fengqiao.model.registry import Registers
from fengqiao.rules import Band, Chain, Comparison, Rules
from fengqiao.rules.entries import NAMES
from fengqiao.timing import period_of

Levels = Mapping[str, Mapping[str, str]]
"""Levels that bands gave: by band key, then subject id."""

Filters = Sequence[tuple[str, Comparison]]


@frozen(kw_only=True)
class Classed:
    """The classes that bands gave as of a day.

    Attributes:
        levels: By band key, then subject id.
        unknown: Why a subject has none, by band key, then subject id.
    """

    levels: Levels = field(factory=dict)
    unknown: Mapping[str, Mapping[str, Reason]] = field(factory=dict)


ClassedOn = Callable[[date], Classed]
"""Gives the classes that hold at the end of a day."""


@frozen(kw_only=True)
class Doubt:
    """Why nobody can tell whether an entry asks a subject.

    Attributes:
        about: What isn't known of the subject: the key of a band, or `name`.
        reason: Why.
        by: What the band measures; None where nobody has said, and of names.
        over: The period by which it classes; None where nobody has said, and of names.
        terms: Open terms that the host has not filled in, as configuration names them.
        pack: Under which they are given; None: that of the entry.
    """

    about: str
    reason: Reason
    by: str | None = None
    over: str | None = None
    terms: tuple[str, ...] = ()
    pack: str | None = None

    def plain(self) -> dict[str, object]:
        """The doubt as plain data; the reason is that of the finding."""
        return {
            "about": self.about,
            "by": self.by,
            "over": self.over,
            "terms": list(self.terms),
            "pack": self.pack,
        }

    @classmethod
    def of(cls, reason: Reason, plain: Mapping[str, Any]) -> Doubt:
        """The doubt of plain data."""
        return cls(**{**plain, "reason": reason, "terms": tuple(plain["terms"])})


def find_bearers(
    rules: Rules, chain: Chain, kind: str, where: Filters
) -> tuple[Mapping[str, str], tuple[str, ...]]:
    """What the chain's packs call the subjects of a kind, by the host's ids.

    Returns:
        Names by id, those that `where` does not ask for included, and the names that `where` asks
        for and nobody bears as far as the host has said.
    """
    prefix = f"{NAMES}{kind}."
    told: dict[str, str] = {}
    for pack in reversed(chain.packs):
        for (section, name), bearer in rules.terms.items():
            if section == pack.id and name.startswith(prefix) and isinstance(bearer, str):
                told[name.removeprefix(prefix)] = bearer
    wanted = dict.fromkeys(word for name, one in where if name == "name" for word in one.words)
    order = [*(name for name in told if name not in wanted), *(n for n in wanted if n in told)]
    found = {told[name]: name for name in order}
    return found, tuple(name for name in wanted if name not in told)


@frozen(kw_only=True)
class Asking:
    """Tells whom an entry asks, in one chain and at the end of one period."""

    rules: Rules
    chain: Chain
    registers: Registers
    classed: ClassedOn
    last: date

    def asked(
        self, kind: str, where: Filters, everyone: Subjects
    ) -> Iterator[tuple[Doubt | None, Subjects]]:
        """The subjects that `where` asks for; those of whom that can't be told, with the doubt.

        Nobody is let off in silence: a subject whose class or name is not known may be the one
        that is meant. One that the host has given another name is not.
        """
        names, unbound = find_bearers(self.rules, self.chain, kind, where)
        bands = [name for name, _ in where if self._is_band(name)]
        classed = self.classed(self.last) if bands else Classed()
        called = {**dict.fromkeys(everyone.ids, ""), **names}
        levels = {**classed.levels, "name": called}
        plain = [one for one in where if one[0] not in bands and one[0] != "name"]
        able = passing(plain, everyone, self.registers, levels)
        nameless = [one for one in able.ids if unbound and one not in names]
        by_name = [one for one in where if one[0] == "name"]
        named = set(passing(by_name, able, self.registers, levels).ids) if by_name else None
        able = able.pick(
            [
                index
                for index, one in enumerate(able.ids)
                if named is None or one in named or one in nameless
            ]
        )
        doubts: dict[int, Doubt] = {}
        for band in bands:
            known, reasons = levels.get(band, {}), classed.unknown.get(band, {})
            for index, subject in enumerate(able.ids):
                if subject not in known and index not in doubts:
                    doubts[index] = self._unclassed(band, reasons.get(subject, "no_data"))
        sure = able.pick([index for index in range(len(able)) if index not in doubts])
        of_class = [one for one in where if one[0] in bands]
        passed = passing(of_class, sure, self.registers, levels)
        unnamed = Doubt(
            about="name",
            reason="not_configured",
            terms=tuple(f"{NAMES}{kind}.{name}" for name in unbound),
        )
        clear = passed.pick([i for i, one in enumerate(passed.ids) if one not in nameless])
        if len(clear):
            yield None, clear
        if len(clear) < len(passed):
            yield unnamed, passed.pick([i for i, one in enumerate(passed.ids) if one in nameless])
        for doubt in sorted(set(doubts.values()), key=lambda one: (one.reason, one.about)):
            yield doubt, able.pick([index for index, one in doubts.items() if one == doubt])

    def _is_band(self, name: str) -> bool:
        key = self.rules.catalogue.keys.get(name)
        return key is not None and key.kind == "band"

    def _unclassed(self, name: str, reason: Reason) -> Doubt:
        """A class that is not known: by what it would be, and over which period."""
        day = period_of("day", self.last)
        for entry_id, entries in self.chain.entries.items():
            if not any(isinstance(one, Band) and one.key == name for one in entries):
                continue
            spoken = self.chain.spoken_on(entry_id, self.last)
            if spoken is not None and isinstance(spoken.entry, Band):
                window: Window = find_window(self.rules, spoken, spoken.entry, day)
                return Doubt(
                    about=name,
                    reason=reason,
                    by=window.by,
                    over=str(window.period) if window.period else None,
                    terms=window.terms,
                    pack=spoken.entry.pack,
                )
        return Doubt(about=name, reason=reason)
