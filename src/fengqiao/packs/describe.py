"""A pack as plain data: what `show PACK --json` prints, in a shape that stays."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from fengqiao.packs.open_terms import terms_of
from fengqiao.rules.book import cites_of
from fengqiao.rules.catalogue import Catalogue
from fengqiao.rules.entries import (
    AnyEntry,
    Band,
    Counting,
    Duty,
    DutyPhase,
    Label,
    Measure,
    Norm,
    NormPhase,
    NotModelled,
    Pack,
    Part,
    Phase,
    Procedure,
    Role,
    Sheet,
    Source,
    Target,
)
from fengqiao.rules.units import cadence_name, stated_unit
from fengqiao.rules.values import Comparison, Exact, Open

FORMAT = 1

Plain = dict[str, object]

_KINDS: dict[type, str] = {
    Norm: "norm",
    Duty: "duty",
    Band: "band",
    Counting: "counting",
    Role: "role",
    Sheet: "sheet",
    Label: "label",
    Measure: "measure",
    Procedure: "procedure",
    NotModelled: "not_modelled",
}


def describe(pack: Pack, catalogue: Catalogue) -> Plain:
    """A pack as plain data, ready for JSON.

    Every number that the pack carries stands in the `values` of some entry, under its clause and
    in the source's own unit; what it leaves open stands in `open`, by its name in configuration.

    Args:
        pack: A pack that was read.
        catalogue: Gives units.

    Returns:
        `{"format": 1, "pack", "version", "overlay", "sources": [...], "entries": [...]}`.
    """
    return {
        "format": FORMAT,
        "pack": pack.id,
        "version": pack.version,
        "overlay": _overlay(pack),
        "sources": [_source(source) for source in pack.sources],
        "entries": [_entry(entry, pack, catalogue) for entry in pack.entries],
    }


def _overlay(pack: Pack) -> Plain | None:
    """What `with_overrides` changed."""
    overlay = pack.overlay
    if overlay is None:
        return None
    return {
        "name": overlay.name,
        "sha256": overlay.sha256,
        "changed": [str(one) for one in overlay.overrides],
    }


def _source(source: Source) -> Plain:
    return {
        "id": source.id,
        "zh": source.names.zh,
        "en": source.names.en,
        "number": source.number,
        "kind": source.kind,
        "force": source.force,
        "issued": _day(source.issued),
        "from": _day(source.effective_from),
        "until": _day(source.effective_until),
        "url": source.url,
        "sha256": source.sha256,
        "checked": _day(source.checked),
    }


def _entry(entry: AnyEntry, pack: Pack, catalogue: Catalogue) -> Plain:
    source = entry.cites[0].source if entry.cites else None
    return {
        "kind": _KINDS[type(entry)],
        "id": entry.id,
        "key": None if isinstance(entry, NotModelled) else entry.key,
        "clause": _refs(entry, source),
        "source": source,
        "force": _force(entry),
        "each": _each(entry),
        "per": _per(entry),
        "values": list(_values(entry, catalogue)),
        "why": entry.why if isinstance(entry, NotModelled) else None,
        "open": [term.name for term in terms_of(entry, pack.entries, catalogue)],
    }


def _refs(entry: AnyEntry, source: str | None) -> list[str]:
    """All clauses of an entry without their parts, those of another source with its name."""
    refs = (
        one.ref if one.source == source else f"{one.source}:{one.ref}" for one in cites_of(entry)
    )
    return list(dict.fromkeys(refs))


def _force(entry: AnyEntry) -> str | None:
    if isinstance(entry, (Norm, Duty)):
        return entry.phases[-1].force if entry.phases else None
    return entry.force if isinstance(entry, (Band, Counting, Procedure, Role, Sheet)) else None


def _each(entry: AnyEntry) -> list[str]:
    if isinstance(entry, (Norm, Duty, Measure)):
        return list(entry.each)
    return [entry.each] if isinstance(entry, (Band, Procedure, Role, Sheet)) else []


def _per(entry: AnyEntry) -> str | None:
    per: str | Open | None = None
    if isinstance(entry, (Norm, Sheet)):
        per = entry.per
    elif isinstance(entry, Duty) and entry.phases:
        per = cadence_name(entry.phases[-1].every)
    elif isinstance(entry, Band):
        per = entry.over
    return "open" if isinstance(per, Open) else per


def _values(entry: AnyEntry, catalogue: Catalogue) -> Iterator[Plain]:
    match entry:
        case Norm():
            for norm_phase in entry.phases:
                yield from _norm_values(entry, norm_phase, catalogue)
        case Duty():
            for duty_phase in entry.phases:
                yield from _duty_values(entry, duty_phase, catalogue)
        case Band():
            yield from _band_values(entry, catalogue)
        case Role():
            yield from _role_values(entry)
        case Sheet():
            yield from _sheet_values(entry)
        case Label():
            yield from _label_values(entry)
        case Measure() | NotModelled():
            yield from _plain_values(entry)
        case Counting():
            yield from _counting_values(entry)


def _plain_values(entry: Measure | NotModelled) -> Iterator[Plain]:
    """The hours of a measure; the numbers of what is left out."""
    if isinstance(entry, NotModelled):
        for number in entry.numbers:
            yield _value(None, "bare", number, None)
    elif entry.hours:
        yield _value("hours", "bare", list(entry.hours), "clock")


def _norm_values(norm: Norm, phase: NormPhase, catalogue: Catalogue) -> Iterator[Plain]:
    unit = stated_unit(norm, phase.comparison, catalogue)
    yield _compared(None, phase.comparison, unit, phase)
    yield from _filters(phase)
    if phase.unless:
        yield _value("unless", "any_of", list(phase.unless), "words", phase)
    yield from _after(phase)


def _duty_values(duty: Duty, phase: DutyPhase, catalogue: Catalogue) -> Iterator[Plain]:
    for one in phase.requirements:
        if one.field == "within" and phase.within in ("start", "end"):
            yield _value("within", "bare", phase.within, None, phase)
        else:
            unit = stated_unit(duty, one.comparison, catalogue, field=one.field, phase=phase)
            yield _compared(one.field, one.comparison, unit, phase)
    if phase.during is not None:
        yield _value("during", "bare", phase.during, "words", phase)
    yield from _filters(phase)
    yield from _after(phase)


def _filters(phase: Phase) -> Iterator[Plain]:
    for name, comparison in phase.where:
        yield _compared(f"where.{name}", comparison, None, phase)
    for name, comparison in phase.of:
        yield _compared(f"of.{name}", comparison, None, phase)


def _after(phase: Phase) -> Iterator[Plain]:
    """Deadlines that the source states as quantities: `3 years`."""
    if phase.by is not None and phase.by.after:
        quantities = [one.plain() for one in phase.by.after]
        yield _value("by", "bare", quantities, phase.by.after[0].unit, phase)


def _band_values(band: Band, catalogue: Catalogue) -> Iterator[Plain]:
    by = None if isinstance(band.by, Open) else catalogue.keys.get(band.by)
    for level in band.levels:
        yield _compared(level.name, level.comparison, by.unit if by else None, band)


def _role_values(role: Role) -> Iterator[Plain]:
    for field, op, words in (
        ("held_by", "any_of", role.held_by),
        ("drawn_from", "any_of", role.drawn_from),
        ("may_not", "none_of", role.may_not),
    ):
        if words:
            yield _value(field, op, list(words), "words", role)
    for name, comparison in role.where:
        yield _compared(f"where.{name}", comparison, None, role)


def _sheet_values(sheet: Sheet) -> Iterator[Plain]:
    parts = () if isinstance(sheet.parts, Open) else sheet.parts
    if parts:
        yield _value("part", "all_of", [part.name for part in parts], "words", sheet)
    for part in parts:
        yield from _part_values(part, sheet)
    for field, op, number, unit in (
        ("out_of", "equal", sheet.out_of, "points"),
        ("winners", "equal", sheet.winners, sheet.each),
        ("minimum_data", "at_least", sheet.minimum_data, None),
    ):
        if number is not None:
            yield _value(field, op, _or_open(number), unit, sheet)


def _part_values(part: Part, sheet: Sheet) -> Iterator[Plain]:
    name, rule = part.name, part.points
    if part.weight is not None:
        yield _value(f"{name}.weight", "equal", _or_open(part.weight), "weight", sheet)
    for step in rule.steps:
        yield _compared(f"{name}.steps", step.comparison, None, sheet)
        yield _value(f"{name}.steps.points", "equal", step.points.plain(), "points", sheet)
    if rule.each_short is not None:
        short = rule.each_short
        yield _value(f"{name}.each_short.target", "equal", short.target.plain(), None, sheet)
        yield _value(f"{name}.each_short.unit", "equal", short.unit.plain(), None, sheet)
    for field, each in (("each_short", rule.each_short), ("each_time", rule.each_time)):
        if each is not None:
            points = _or_open(each.points)
            yield _value(f"{name}.{field}.points", "equal", points, "points", sheet)
            if each.floor.num:
                floor = each.floor.plain()
                yield _value(f"{name}.{field}.floor", "at_least", floor, "points", sheet)
    if rule.full is not None:
        yield _value(f"{name}.full", "equal", _or_open(rule.full), "points", sheet)
    if rule.cap is not None:
        yield _value(f"{name}.cap", "at_most", rule.cap.plain(), "points", sheet)
    if rule.limit is not None:
        yield _compared(f"{name}.veto", rule.limit, None, sheet)


def _counting_values(entry: Counting) -> Iterator[Plain]:
    rule = entry.rule
    for field in ("first_day", "first_hour", "weekends", "cutoff", "hours_run"):
        if (word := getattr(rule, field)) is not None:
            yield _value(field, "equal", word, "words", entry)
    if rule.rolls_on:
        yield _value("rolls_on", "any_of", sorted(rule.rolls_on), "words", entry)
    for field in ("excluded_days", "extended_from"):
        if (word := getattr(rule, field)) is not None:
            yield _value(field, "equal", word, "words", entry)


def _label_values(label: Label) -> Iterator[Plain]:
    count = label.count
    if count is None and label.items and not label.more:
        count = len(label.items)
    if count is not None:
        yield _value("count", "equal", count, "items")
    if label.items:
        op = "any_of" if label.more else "all_of"
        yield _value("items", op, [item.name for item in label.items], "words")


_Dated = Phase | Band | Counting | Role | Sheet


def _compared(field: str | None, comparison: Comparison, unit: str | None, dated: _Dated) -> Plain:
    words = "words" if comparison.words else unit
    return _value(field, comparison.op, comparison.plain(), words, dated)


def _value(
    field: str | None, op: str, value: object, unit: str | None, dated: _Dated | None = None
) -> Plain:
    return {
        "field": field,
        "op": op,
        "value": value,
        "unit": unit,
        "by": _by(dated.by) if isinstance(dated, Phase) else None,
        "from": _day(dated.effective_from) if dated else None,
        "until": _day(dated.effective_until) if dated else None,
    }


def _by(target: Target | None) -> str | list[str] | None:
    if target is None or target.is_open:
        return "open" if target else None
    days = [one.isoformat() for one in target.days]
    return days[0] if len(days) == 1 else days


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _or_open(value: Exact | Open | None) -> object:
    """A value as JSON writes it; `open` where it is open."""
    return "open" if isinstance(value, Open) else None if value is None else value.plain()
