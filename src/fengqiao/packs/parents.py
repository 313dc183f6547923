"""What a place may do with its parent's entries: replace them, tighten them, or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal

from attrs import evolve

from fengqiao.errors import Fault, Place
from fengqiao.packs.clashes import is_within, share_days
from fengqiao.rules.catalogue import Catalogue
from fengqiao.rules.entries import (
    Band,
    Duty,
    DutyPhase,
    Force,
    Norm,
    NormPhase,
    Pack,
    Role,
    Sheet,
)
from fengqiao.rules.values import WORD_OPS, Comparison, Exact, Unit

_Dated = Norm | Duty | Band | Role | Sheet
_Direction = Literal["up", "down"] | None

_FIRMNESS: Mapping[Force, int] = {"must": 3, "in_principle": 2, "aim": 1, "practice": 0}
_SMALLER: Mapping[str | None, tuple[Unit, int]] = {"hour": ("minute", 60), "week": ("day", 7)}


def parent_faults(packs: Mapping[str, Pack], catalogue: Catalogue) -> Iterator[Fault]:
    """What places say that a parent's `places_may` rules out, on days on which both hold.

    Practice and open values of a place never replace its parent's, so they are left alone.

    Args:
        packs: By id, with all parents.
        catalogue: Says which direction asks for more.
    """
    for pack in packs.values():
        for parent in _parents(pack, packs):
            theirs = {one.id: one for one in parent.entries if isinstance(one, _Dated)}
            for entry in pack.entries:
                above = theirs.get(entry.id) if isinstance(entry, _Dated) else None
                if above is not None and isinstance(entry, _Dated):
                    yield from _faults_of(entry, above, catalogue)


def silenced_practice(pack: Pack, packs: Mapping[str, Pack]) -> Iterator[Fault]:
    """Entries of mere practice under the id of a parent's entry that speaks on the same days.

    Args:
        pack: The pack.
        packs: By id, with all parents.

    Yields:
        One note per entry, at the entry: `pack.practice_silent`.
    """
    for entry in pack.entries:
        for parent in _parents(pack, packs):
            above = next((one for one in parent.entries if one.id == entry.id), None)
            if not isinstance(entry, _Dated) or not isinstance(above, _Dated):
                continue
            practice = [one for one in _phases(entry) if one.force == "practice"]
            speaking = [one for one in _phases(above) if one.force != "practice"]
            if any(share_days(_days(one), _days(other)) for one in practice for other in speaking):
                yield _fault("pack.practice_silent", entry, above)
                break


def _parents(pack: Pack, packs: Mapping[str, Pack]) -> Iterator[Pack]:
    seen = {pack.id}
    following = packs.get(pack.parent or "")
    while following is not None and following.id not in seen:
        seen.add(following.id)
        yield following
        following = packs.get(following.parent or "")


def _faults_of(own: _Dated, above: _Dated, catalogue: Catalogue) -> Iterator[Fault]:
    if above.places_may == "nothing" and _meet(own, above):
        yield _fault("pack.parent_forbids", own, above)
    elif above.places_may == "tighten" and not _is_as_strict(own, above, catalogue):
        yield _fault("pack.parent_tighten", own, above)


def _fault(code: str, own: _Dated, above: _Dated) -> Fault:
    facts = {
        "pack": own.pack,
        "parent": above.pack,
        "entry": own.id,
        "clause": list(dict.fromkeys(f"{cite.source}:{cite.ref}" for cite in above.cites)),
    }
    return Fault(code, facts, Place(own.origin.file, own.origin.line))


def _phases(entry: _Dated) -> tuple[NormPhase | DutyPhase | Band | Role | Sheet, ...]:
    return entry.phases if isinstance(entry, (Norm, Duty)) else (entry,)


def _replaces(phase: NormPhase | DutyPhase | Band | Role | Sheet) -> bool:
    """Whether a value speaks before a parent's: practice and open limits do not."""
    is_open = isinstance(phase, NormPhase) and phase.comparison.is_open
    return phase.force != "practice" and not is_open


def _meet(own: _Dated, above: _Dated) -> bool:
    return any(
        _replaces(one) and share_days(_days(one), _days(other))
        for one in _phases(own)
        for other in _phases(above)
    )


def _days(phase: NormPhase | DutyPhase | Band | Role | Sheet) -> tuple[date, date | None]:
    return phase.effective_from, phase.effective_until


def _is_as_strict(own: _Dated, above: _Dated, catalogue: Catalogue) -> bool:
    """Whether an entry asks for as much as the one above it on every day that both hold.

    What can't be compared (bands, roles and sheets) counts as less strict.
    """
    if isinstance(own, Norm) and isinstance(above, Norm):
        key = catalogue.keys.get(above.key)
        direction = key.stricter if key else None
        if not _meet(own, above):
            return True
        return (
            (own.key, own.per) == (above.key, above.per)
            and set(above.each) <= set(own.each)
            and all(
                _is_phase_as_strict(one, other, direction)
                for one in own.phases
                for other in above.phases
                if _replaces(one) and share_days(_days(one), _days(other))
            )
        )
    if isinstance(own, Duty) and isinstance(above, Duty):
        if not _meet(own, above):
            return True
        return (
            own.key == above.key
            and set(own.who) <= set(above.who)
            and set(above.each) <= set(own.each)
            and all(
                _is_occasion_as_strict(one, other)
                for one in own.phases
                for other in above.phases
                if _replaces(one) and share_days(_days(one), _days(other))
            )
        )
    return not _meet(own, above)


def _is_phase_as_strict(own: NormPhase, above: NormPhase, direction: _Direction) -> bool:
    return (
        _FIRMNESS[own.force] >= _FIRMNESS[above.force]
        and own.where in ((), above.where)
        and own.of == above.of
        and own.basis == above.basis
        and _is_limit_as_strict(own.comparison, above.comparison, direction)
    )


def _is_occasion_as_strict(own: DutyPhase, above: DutyPhase) -> bool:
    """Whether each requirement of a duty is stated again, and none of them is weaker."""
    stated = {one.name: one.comparison for one in own.requirements}
    return (
        _FIRMNESS[own.force] >= _FIRMNESS[above.force]
        and own.where in ((), above.where)
        and own.of == above.of
        and own.every == above.every
        and own.during in (None, above.during)
        and above.within in (None, own.within)
        and all(
            one.name in stated and _is_limit_as_strict(stated[one.name], one.comparison, None)
            for one in above.requirements
        )
    )


def _is_limit_as_strict(own: Comparison, above: Comparison, direction: _Direction) -> bool:
    """Whether whoever meets one limit meets the other too; an open one above asks for nothing."""
    if above.is_open:
        return True
    if own.is_open:
        return False
    if own.op in WORD_OPS or above.op in WORD_OPS:
        return own.op == above.op and _has_words_as_strict(own, above)
    own, above = _in_small_units(own), _in_small_units(above)
    vague = ("about", "bare")
    if own.unit != above.unit or (own.op in vague and above.op != own.op):
        return False
    return is_within(own, above, direction)


def _in_small_units(comparison: Comparison) -> Comparison:
    """A limit in hours as minutes and in weeks as days; any other as it is."""
    limit = comparison.limit
    if isinstance(limit, Exact):
        return evolve(comparison, limit=_small(limit))
    if isinstance(limit, tuple):
        return evolve(comparison, limit=(_small(limit[0]), _small(limit[1])))
    return comparison


def _small(amount: Exact) -> Exact:
    if amount.unit not in _SMALLER:
        return amount
    unit, times = _SMALLER[amount.unit]
    return evolve(amount, num=amount.num * times, unit=unit)


def _has_words_as_strict(own: Comparison, above: Comparison) -> bool:
    if own.op == "any_of":
        return set(own.words) <= set(above.words)
    return set(own.words) >= set(above.words)
