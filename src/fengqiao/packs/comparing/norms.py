"""What differs between two norms that answer to each other."""

from __future__ import annotations

from collections.abc import Iterator

from fengqiao.packs.comparing.limits import (
    change_of_ends,
    change_of_exceptions,
    change_of_force,
    change_of_limit,
    change_of_target,
)
from fengqiao.packs.comparing.matching import filters_of
from fengqiao.packs.comparing.rows import Change
from fengqiao.packs.comparing.saying import Said, of_filters, of_limit, of_target, plain_value
from fengqiao.rules.book import Spoken
from fengqiao.rules.catalogue import Catalogue
from fengqiao.rules.entries import Norm, NormPhase, Phase

Found = tuple[Change, str | None, Said, Said]
"""What became of a field: the change, the field, and what each side says."""


def norm_changes(one: Spoken, other: Spoken, catalogue: Catalogue) -> Iterator[Found]:
    """Every field in which two norms differ: measure, limit, force, days, exceptions."""
    first, second = one.phase, other.phase
    if not isinstance(first, NormPhase) or not isinstance(second, NormPhase):
        return
    said, says = of_limit(one, catalogue), of_limit(other, catalogue)
    if _measure(one) != _measure(other):
        yield "measured", None, said, says
    else:
        key = catalogue.keys.get(one.entry.key)
        direction = key.stricter if key else None
        change = change_of_limit(first.comparison, second.comparison, direction)
        if change is not None:
            yield change, None, said, says
    yield from phase_changes(first, second)
    ends = change_of_ends((first.below, first.above), (second.below, second.above))
    if ends is not None:
        yield ends, "beyond", *(plain_value([x.below, x.above]) for x in (first, second))  # type: ignore[misc]  # two of them
    exceptions = change_of_exceptions(first.unless, second.unless)
    if exceptions is not None:
        yield (
            exceptions,
            "unless",
            plain_value(list(first.unless)),
            plain_value(list(second.unless)),
        )


def _measure(spoken: Spoken) -> tuple[object, ...]:
    """What a norm is measured by: nothing of it is ever converted."""
    entry, phase = spoken.entry, spoken.phase
    per = entry.per if isinstance(entry, Norm) else None
    basis = phase.basis if isinstance(phase, NormPhase) else None
    return entry.key, per, basis, filters_of(spoken)


def phase_changes(one: Phase, other: Phase) -> Iterator[Found]:
    """How binding it is, and by when."""
    force = change_of_force(one.force, other.force)
    if force is not None:
        yield force, "force", plain_value(one.force), plain_value(other.force)
    target = change_of_target(one.by, other.by)
    if target is not None:
        yield target, "by", of_target(one.by), of_target(other.by)


def filter_changes(one: Spoken, other: Spoken) -> Iterator[Found]:
    """Other subjects, or other things counted: nobody can say which asks for more."""
    if filters_of(one) != filters_of(other):
        yield "measured", "filters", of_filters(one), of_filters(other)
