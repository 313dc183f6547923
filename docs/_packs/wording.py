"""What entries ask, in words: values with their days, filters, and what is left open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from fengqiao.judging import word
from fengqiao.packs.read_duty import REQUIREMENTS
from fengqiao.rules import (
    AnyEntry,
    Band,
    Comparison,
    Counting,
    Duty,
    DutyPhase,
    Exact,
    Label,
    Measure,
    Norm,
    NormPhase,
    Open,
    Part,
    Phase,
    Role,
    Sheet,
)
from fengqiao.rules.counting_texts import counting_says
from fengqiao.rules.occasion_days import day_of_month
from fengqiao.rules.points import PointsRule
from fengqiao.rules.units import cadence_name, of_number

from .texts import BASES
from .view import View, escaped

Plain = Mapping[str, Any]

_OWN_WORDS = frozenset(("true", "false", "urban", "rural"))
"""Words of filters that stand in no closed list."""


def asked(view: View, entry: AnyEntry) -> list[str]:
    """What an entry asks, one line for each thing."""
    values = view.plain[entry.id]["values"]
    lines: Iterable[str] = ()
    match entry:
        case Norm() | Duty():
            lines = _phases(view, entry, values)
        case Band():
            lines = _band(view, entry, values)
        case Role():
            lines = (_named(view, value) for value in values)
        case Counting():
            lines = map(escaped, counting_says(entry.rule, view.lang))
        case Sheet():
            lines = _sheet(view, entry, values)
        case Measure():
            done, total = view.text(entry.done), view.text(entry.total) if entry.total else ""
            key = "reported_share" if total else "reported"
            lines = [view.say(key, done=done, total=total)]
            if entry.hours:
                lines.append(view.say("hours", hours="-".join(entry.hours)))
        case Label():
            lines = _label(view, entry)
    return list(lines)


def in_force(view: View, entry: AnyEntry) -> list[str]:
    """Days and force of each phase, or of the entry."""
    dated: tuple[Phase | Band | Counting | Role | Sheet, ...] = ()
    if isinstance(entry, (Norm, Duty)):
        dated = entry.phases
    elif isinstance(entry, (Band, Counting, Role, Sheet)):
        dated = (entry,)
    lines = (f"{days(view, one)}{view.say('pause')}{view.force(one.force)}" for one in dated)
    return list(dict.fromkeys(lines))


def days(view: View, dated: Any) -> str:  # noqa: ANN401  a phase, or an entry with days
    """The days on which something holds."""
    first, last = dated.effective_from, dated.effective_until
    return view.say("days", first=first, last=last) if last else view.say("since", first=first)


def owed_by(view: View, entry: AnyEntry) -> str:
    """Whom it is asked of, and who does it."""
    each = view.plain[entry.id]["each"]
    text = view.say("each", each=view.subjects(each)) if each else ""
    if isinstance(entry, Duty):
        who = view.say("or").join(map(view.subject, entry.who))
        text += view.say("pause") + view.say("done_as", who=who)
    elif not isinstance(entry, Band) and (per := view.plain[entry.id]["per"]):
        text += view.say("pause") + view.per(per)
    return text


def _phases(view: View, entry: Norm | Duty, values: list[Plain]) -> Iterator[str]:
    rest = list(values)
    for phase in entry.phases:
        mark = str(phase.effective_from), str(phase.effective_until or "")
        mine = [one for one in rest if (one["from"], one["until"] or "") == mark]
        rest = [one for one in rest if one not in mine]
        texts = [text for one in mine if (text := _value(view, phase, one))]
        texts += _beside(view, phase)
        if len(entry.phases) == 1:
            yield from texts
        else:
            yield days(view, phase) + view.say("colon") + view.say("semicolon").join(texts)


def _value(view: View, phase: NormPhase | DutyPhase, value: Plain) -> str:
    """One value of a phase."""
    field = value["field"]
    if field is None:
        return limit(view, value)
    if field.startswith(("where.", "of.")):
        side, _, name = field.partition(".")
        key = "only" if side == "where" else "counting"
        shown = view.called(value["value"]) if name == "name" else limit(view, value)
        text = "" if value["value"] == ["true"] else view.say("colon") + shown
        return view.say(key, name=view.filter_name(name) + text)
    if field == "by":
        number = value["value"]
        after = number if isinstance(number, list) else [number]
        return view.say("after", after=view.say("comma").join(map(view.wording.amount, after)))
    if field in _WHEN:
        return _WHEN[field](view, value)
    if field == "times" and isinstance(phase, DutyPhase):
        per = view.per(cadence_name(phase.every))
        return _named(view, value, view.say("times", number=_times(view, value), per=per))
    return _named(view, value)


def _beside(view: View, phase: NormPhase | DutyPhase) -> Iterator[str]:
    """What a phase says beside its values."""
    if isinstance(phase, NormPhase) and phase.basis:
        words = BASES.get(phase.basis)
        basis = words[view.lang == "zh"] if words else f"`{phase.basis}`"
        yield view.say("basis", basis=basis)
    if phase.by is not None and phase.by.is_open:
        yield view.say("by_open")
    elif phase.by is not None:
        first, last = phase.by.days[0], phase.by.days[-1]
        yield view.say("by_day" if first == last else "by_days", day=first, last=last)
    for side in ("above", "below"):
        if severity := getattr(phase, side):
            yield view.say(side, severity=word(severity, view.lang))
    if phase.prorate:
        yield view.say("prorate")


def _window(view: View, value: Plain) -> str:
    number = value["value"]
    if number in ("start", "end", "open"):
        return view.say(f"window.{number}")
    if day := day_of_month(str(number)):
        return view.say("window.day", day=day)
    return view.say("window.within", length=view.wording.amount(number))


def _season(view: View, value: Plain) -> str:
    return view.say("during", season=view.wording.listed([value["value"]], vocabulary="season"))


_WHEN: Mapping[str, Callable[[View, Plain], str]] = {
    "during": _season,
    "within": lambda view, value: _named(view, value, _window(view, value)),
}


def _times(view: View, value: Plain) -> str:
    """How many times: `at least once`."""
    number = value["value"]
    in_english = {1: "once", 2: "twice"}.get(number, f"{number} times")
    return f"{_op(view, value)} {number if view.lang == 'zh' else in_english}".strip()


def _named(view: View, value: Plain, text: str = "") -> str:
    """A value behind the name of its requirement, and the pack's own word for it."""
    field = value["field"]
    if field.startswith("where."):  # of a role, which has no phases
        only = view.filter_name(field.removeprefix("where."))
        return view.say("only", name=only + view.say("colon") + limit(view, value))
    requirement = REQUIREMENTS.get(field, field)
    if value["value"] == ["report_back"]:
        requirement = "report_back"
    name = word(requirement, view.lang)
    code = f" `{field}`" if field in REQUIREMENTS else ""
    return f"{name}{code}{view.say('colon')}{text or limit(view, value)}"


def limit(view: View, value: Plain) -> str:
    """A comparison and its limit: `at least 80 households`."""
    number, unit = value["value"], value["unit"]
    if isinstance(number, list) and value["op"] in ("all_of", "any_of", "none_of"):
        words = _words(view, value)
        short = len(number) == 1 and value["op"] != "none_of"
        return words if short else f"{word(value['op'], view.lang)} {words}"
    shown = f"{_op(view, value)} {_number(view, value)}".strip()
    if view.lang == "en" and unit and unit not in ("words", "share", "weight"):
        own = isinstance(number, str) and number.endswith((unit, f"{unit}s"))
        named = of_number(unit, number)
        shown += "" if own or number == "open" else f" {named.replace('_', ' ')}"
    return f"{shown} {word('bare', view.lang)}" if value["op"] == "bare" else shown


def _op(view: View, value: Plain) -> str:
    return "" if value["op"] in ("bare", "equal", "between") else word(value["op"], view.lang)


def _number(view: View, value: Plain) -> str:
    number = value["value"]
    if number == "open":
        return f"… ({word('open', view.lang)})"
    if isinstance(number, list):
        first, last = (view.wording.amount(one) for one in number)
        return view.say("days", first=first, last=last)
    shown = escaped(view.wording.amount(number))
    return shown.replace(" per 1000", "‰") if view.lang == "zh" else shown


def _words(view: View, value: Plain) -> str:
    if set(value["value"]) <= _OWN_WORDS:
        return view.say("comma").join(map(view.say, value["value"]))
    field = value["field"] or ""
    return escaped(view.wording.listed(value["value"], REQUIREMENTS.get(field, field)))


def _band(view: View, band: Band, values: list[Plain]) -> Iterator[str]:
    names = {level.name: view.text(level.names) or level.name for level in band.levels}
    for value in values:
        text = limit(view, value)
        yield view.say("level", name=f"{names[value['field']]} `{value['field']}`", limit=text)
    by = word("open", view.lang) if isinstance(band.by, Open) else view.key_link(band.by)
    yield view.say("classed_by") + view.say("colon") + by
    over = word("open", view.lang) if isinstance(band.over, Open) else view.per(band.over)
    yield view.say("over") + view.say("colon") + over
    if band.tie:
        yield view.say("tie") + view.say("colon") + view.say(f"tie.{band.tie}")


def _sheet(view: View, sheet: Sheet, values: list[Plain]) -> Iterator[str]:
    if sheet.decided == "outside":
        yield view.say("outside")
    elif isinstance(sheet.parts, Open):
        yield view.say("parts_open")
    else:
        for part in sheet.parts:
            yield view.say("pause").join(_part(view, part))
    for value in values:
        if value["field"] in ("winners", "out_of", "minimum_data"):
            yield view.say(value["field"], number=_number(view, value))
    if sheet.tie:
        yield view.say("ties") + view.say("colon") + view.say(f"ties.{sheet.tie}")


def _part(view: View, part: Part) -> Iterator[str]:
    """One part of a sheet: what it is, what it weighs, and how it gives points."""
    rule = part.points
    name = view.text(part.names) or part.name
    if rule.effect == "part":
        yield view.say("sheet_part", name=name)
    else:
        yield word(rule.effect, view.lang) + view.say("colon") + name
    if part.weight is not None:
        is_open = isinstance(part.weight, Open)
        weight = word("open", view.lang) if is_open else _exact(part.weight)
        yield view.say("weight", weight=weight)
    is_open = isinstance(part.measure, Open)
    key = word("open", view.lang) if is_open else view.key_link(str(part.measure))
    yield view.say("measured", key=key)
    yield from _points(view, rule)
    if part.missing != "interval":
        yield word(f"missing.{part.missing}", view.lang)


def _points(view: View, rule: PointsRule) -> Iterator[str]:
    for step in rule.steps:
        yield view.say("step", limit=_compared(view, step.comparison), points=_exact(step.points))
    if short := rule.each_short:
        target, unit = _exact(short.target), _exact(short.unit)
        yield view.say("each_short", points=_exact(short.points), unit=unit, target=target)
    if each := rule.each_time:
        key = "each_time_more" if rule.effect in ("bonus", "deduct") else "each_time"
        is_open = isinstance(each.points, Open)
        yield view.say(key, points=word("open", view.lang) if is_open else _exact(each.points))
    for one in (rule.each_short, rule.each_time):
        if one is not None and one.floor.num:
            yield view.say("floor", points=_exact(one.floor))
    if rule.full is not None:
        is_open = isinstance(rule.full, Open)
        yield view.say("full", points=word("open", view.lang) if is_open else _exact(rule.full))
    if rule.cap is not None:
        yield view.say("cap", points=_exact(rule.cap))
    if rule.limit is not None:
        yield _compared(view, rule.limit)
    if rule.veto is not None:
        yield view.say(f"veto.{rule.veto}")


def _compared(view: View, comparison: Comparison) -> str:
    plain = {"field": None, "op": comparison.op, "value": comparison.plain(), "unit": None}
    return limit(view, plain)


def _exact(value: object) -> str:
    return str(value.plain()) if isinstance(value, Exact) else ""


def _label(view: View, label: Label) -> Iterator[str]:
    yield view.say("names_only")
    if label.count is not None:
        yield view.say("count", count=label.count)
    if label.more:
        yield view.say("more")
