"""Norms: from rows to dated limits whose key, unit and words are known."""

from __future__ import annotations

from attrs import evolve

from fengqiao.packs.amounts import is_share
from fengqiao.packs.attributes import shared_attributes
from fengqiao.packs.for_each import unfolded
from fengqiao.packs.known import Known, find_comparison, find_filters, find_key, find_words
from fengqiao.packs.limits import one_comparison
from fengqiao.packs.read_entry import Held, entry_facts, read_each, read_held, read_who
from fengqiao.packs.read_phases import dated_rows, merged
from fengqiao.packs.rows import HeldRow, NormRow
from fengqiao.packs.spot import Spot
from fengqiao.rules.catalogue import Key, close_names
from fengqiao.rules.entries import Norm, NormPhase
from fengqiao.rules.values import OPS, WORD_OPS, Comparison, Exact


def read_norm(row: NormRow, spot: Spot, known: Known) -> list[Norm]:
    """The norms of one row: one for each key."""
    held = read_held(row, spot, known)
    if len(row.key) > 1 and row.id is not None:
        spot.at("id").fault("pack.id_for_several")
        row = evolve(row, id=None)
    found = []
    for index, name in enumerate(row.key):
        place = spot.at("key", index) if len(row.key) > 1 else spot.at("key")
        key = find_key(name, "norm", place, known)
        if key is not None and held is not None:
            found += [
                _norm(one, key, held, spot, known)
                for one in unfolded(row, key, row.each, spot, known)
            ]
        elif index == 0:
            _limits_of(row, spot)
    return found


def _norm(row: NormRow, key: Key, held: Held, spot: Spot, known: Known) -> Norm:
    each = read_each(row.each, key, spot.at("each"), known)
    _check_per(row, key, spot)
    limits = _limits_of(row, spot)
    attributes = shared_attributes(each, known)
    read = []
    for one, limit in zip(dated_rows(row, row.phase, held, spot, known), limits, strict=True):
        comparison = None if limit is None else _check_limit(limit, key, one.spot, known)
        if comparison is None:
            continue
        phase, place = one.row, one.spot
        where, of = (
            find_filters(
                merged(phase, row, name),
                kinds,
                (spot if getattr(phase, name) is None else place).at(name),
                known,
            )
            for name, kinds in (("where", attributes), ("of", key.of))
        )
        read.append(
            NormPhase(
                effective_from=one.held.effective_from,
                effective_until=one.held.effective_until,
                force=one.held.force,
                cites=one.held.cites,
                where=where,
                of=of,
                by=one.target,
                above=merged(phase, row, "above"),
                below=merged(phase, row, "below"),
                prorate=bool(merged(phase, row, "prorate")),
                verified=phase.verified,
                comparison=comparison,
                basis=_basis(merged(phase, row, "basis"), key, place),
                unless=_unless(merged(phase, row, "unless"), key, place, known),
                who=read_who(merged(phase, row, "who"), place.at("who"), known),
            )
        )
    facts = entry_facts(row, key.name, held.cites, spot, known)
    return Norm(**facts, each=each, per=row.per, phases=tuple(read))


def _check_per(row: NormRow, key: Key, spot: Spot) -> None:
    if key.judged in ("state", "written") and row.per is not None:
        spot.at("per").fault("pack.wrong_per", key=key.name)
    elif key.judged == "period" and row.per is None and key.value == "count":
        spot.absent("pack.no_per", "per", key=key.name)


def _limits_of(row: NormRow, spot: Spot) -> list[Comparison | None]:
    """The comparison of each phase: its own, else the norm's."""
    whole = one_comparison(row, spot)
    if row.phase is None:
        if whole is None and not _states_any(row):
            spot.absent("pack.no_comparison", *OPS, "phase", ops=OPS)
        return [whole]
    found = []
    for index, phase in enumerate(row.phase):
        place = spot.at("phase", index)
        own = one_comparison(phase, place)
        if own is None and whole is None and not _states_any(phase):
            place.absent("pack.no_comparison", *OPS, ops=OPS)
        found.append(own or whole)
    return found


def _states_any(row: HeldRow) -> bool:
    return any(getattr(row, op) is not None for op in OPS)


def _check_limit(comparison: Comparison, key: Key, spot: Spot, known: Known) -> Comparison | None:
    """The comparison, if its limit is of the key's unit."""
    place = spot.at(comparison.op)
    if key.value == "words":
        return find_comparison(comparison, key.vocabulary or "", spot, known)
    if comparison.op in WORD_OPS:
        place.fault("pack.wants_value", key=key.name, unit=key.unit)
        return None
    ends = comparison.limit if isinstance(comparison.limit, tuple) else (comparison.limit,)
    for end in ends:
        if isinstance(end, Exact) and (code := wrong_unit(end, key)):
            place.fault(code, key=key.name, unit=key.reported_in or key.unit)
            return None
    return comparison


def wrong_unit(value: Exact, key: Key) -> str | None:
    """The fault's code where a value is not of a key's unit, or None."""
    if key.unit == "share":
        return None if is_share(value) else "pack.wants_share"
    if key.unit == "time":
        if value.unit is None:
            return "pack.wants_limit"
        return None if key.takes(value.unit) else "pack.wants_unit"
    if key.value == "share":
        return "pack.wants_count" if value.unit else None
    return "pack.wants_count" if value.unit or is_share(value) else None


def _unless(words: tuple[str, ...] | None, key: Key, spot: Spot, known: Known) -> tuple[str, ...]:
    """Attested exceptions: words of the list that the key has for them."""
    if words is None:
        return ()
    if key.unless is None:
        spot.at("unless").fault("pack.no_exceptions", at_key=True, key=key.name)
        return ()
    return find_words(words, key.unless, spot.at("unless"), known) or ()


def _basis(name: str | None, key: Key, spot: Spot) -> str | None:
    if name is None:
        usual = key.basis[0] if len(key.basis) == 1 else key.usual_basis
        if key.basis and usual is None:
            spot.absent("pack.no_basis", "basis", key=key.name, known=key.basis)
        return usual
    if name not in key.basis:
        close = close_names(name, key.basis)
        spot.at("basis").fault("pack.wrong_basis", key=key.name, close=close, known=key.basis)
        return None
    return name
