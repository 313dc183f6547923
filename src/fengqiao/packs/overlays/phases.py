"""Other values in the phases of norms and duties."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from attrs import evolve

from fengqiao.packs.amounts import is_length, is_share, is_window
from fengqiao.packs.forms import COUNT, RANGE, Form
from fengqiao.packs.overlays.change import Change, ends_of
from fengqiao.packs.read_duty import REQUIREMENTS, VOCABULARIES
from fengqiao.packs.read_norm import wrong_unit
from fengqiao.packs.rows import EVERY, WITHIN
from fengqiao.rules.entries import Duty, DutyPhase, Norm, NormPhase, Phase, Requirement
from fengqiao.rules.values import OPEN, WORD_OPS, Comparison, Exact, Open

_P = TypeVar("_P", NormPhase, DutyPhase)

_FILTERS = ("where", "of")


def phase_fields(phase: Phase) -> Iterator[str]:
    """Names of what a phase states."""
    if isinstance(phase, NormPhase):
        yield phase.comparison.op
    elif isinstance(phase, DutyPhase):
        yield from ("every", "times")
        yield from (one.field for one in phase.requirements if _is_whole(one))
    for group in _FILTERS:
        for name, comparison in getattr(phase, group):
            if comparison.op not in WORD_OPS:
                yield f"{group}.{name}.{comparison.op}"


def _is_whole(one: Requirement) -> bool:
    """Whether a requirement is all that its field says, not one word of it, and may be changed."""
    return REQUIREMENTS.get(one.field) == one.name and one.field != "who"


def changed_norm(norm: Norm, change: Change) -> Norm | None:
    """A norm with another value; None, with a fault noted, where it can't be read."""
    phases = _in_phases(norm.phases, change, lambda one: _norm_phase(one, norm, change))
    return None if phases is None else evolve(norm, phases=phases)


def changed_duty(duty: Duty, change: Change) -> Duty | None:
    """A duty with another value; None, with a fault noted, where it can't be read."""
    phases = _in_phases(duty.phases, change, lambda one: _duty_phase(one, change))
    return None if phases is None else evolve(duty, phases=phases)


def _in_phases(
    phases: tuple[_P, ...], change: Change, changed: Callable[[_P], _P | None]
) -> tuple[_P, ...] | None:
    """The phases, those that are meant changed; None where one can't be."""
    found: list[_P] = []
    several = 0
    for one in phases:
        is_meant = change.field in phase_fields(one) and (
            change.on is None or one.holds_on(change.on)
        )
        new = changed(one) if is_meant else one
        if new is None:
            return None
        found.append(evolve(new, verified=False) if is_meant else new)
        several += is_meant
    if not several:
        change.spot.fault("overlay.no_phase", day=change.on)
        return None
    return tuple(found)


def _norm_phase(phase: NormPhase, norm: Norm, change: Change) -> NormPhase | None:
    if "." in change.field:
        return _filtered(phase, change)
    key = change.words.keys.get(norm.key)
    found = change.limit(phase.comparison, (key.vocabulary or "") if key else "")
    if found is None:
        return None
    if key is not None and found.op not in WORD_OPS:
        for end in ends_of(found):
            if code := wrong_unit(end, key):
                change.spot.fault(code, key=norm.key, unit=key.reported_in or key.unit)
                return None
    return evolve(phase, comparison=found)


def _duty_phase(phase: DutyPhase, change: Change) -> DutyPhase | None:
    if "." in change.field:
        return _filtered(phase, change)
    return _DUTY_FIELDS.get(change.field, _compared)(phase, change)


def _every(phase: DutyPhase, change: Change) -> DutyPhase | None:
    every: Any = EVERY.read(change.raw, change.spot)
    return None if every is None else evolve(phase, every=every)


def _times(phase: DutyPhase, change: Change) -> DutyPhase | None:
    times = COUNT.read(change.raw, change.spot)
    if times == 0:
        change.spot.fault("pack.not_a_number")
    return _required(evolve(phase, times=times), "times", Exact.whole(times)) if times else None


def _within(phase: DutyPhase, change: Change) -> DutyPhase | None:
    within: Any = WITHIN.read(change.raw, change.spot)
    if isinstance(within, Exact) and not is_window(within):
        change.spot.fault("pack.wants_days")
        return None
    limit = within if isinstance(within, Exact) else OPEN
    return None if within is None else _required(evolve(phase, within=within), "within", limit)


_DUTY_FIELDS: Mapping[str, Callable[[DutyPhase, Change], DutyPhase | None]] = {
    "every": _every,
    "times": _times,
    "within": _within,
}


def _compared(phase: DutyPhase, change: Change) -> DutyPhase | None:
    """A phase with another length, number of people, or words."""
    field = change.field
    stated = next(one for one in phase.requirements if _is_whole(one) and one.field == field)
    found = change.limit(stated.comparison, VOCABULARIES.get(field, ""))
    if found is None:
        return None
    ends = list(ends_of(found))
    if field == "lasts" and not all(map(is_length, ends)):
        change.spot.fault("pack.wants_time")
        return None
    if field == "people" and any(end.unit or is_share(end) for end in ends):
        change.spot.fault("pack.wants_count", key="people", unit="people")
        return None
    return _replaced(phase, field, found)


def _required(phase: DutyPhase, field: str, limit: Exact | Open) -> DutyPhase:
    """A phase whose requirement of a field has another limit."""
    stated = next(one for one in phase.requirements if one.field == field)
    return _replaced(phase, field, Comparison(stated.comparison.op, limit))


def _replaced(phase: DutyPhase, field: str, comparison: Comparison) -> DutyPhase:
    requirements = tuple(
        evolve(one, comparison=comparison) if _is_whole(one) and one.field == field else one
        for one in phase.requirements
    )
    return evolve(phase, requirements=requirements)


def _filtered(phase: _P, change: Change) -> _P | None:
    """A phase whose filter by a number has another edge."""
    group, rest = change.field.split(".", 1)
    name = rest.rpartition(".")[0]
    stated: dict[str, Comparison] = dict(getattr(phase, group))
    op = stated[name].op
    form: Form[Any] = RANGE if op == "between" else COUNT
    found = form.read(change.raw, change.spot)
    if found is None:
        return None
    stated[name] = Comparison(op, Exact.whole(found) if isinstance(found, int) else found)
    filters = tuple(stated.items())
    return evolve(phase, where=filters) if group == "where" else evolve(phase, of=filters)
