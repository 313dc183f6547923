"""Worked cases in words: what is given, and what is expected of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from fengqiao.judging import word
from fengqiao.judging.words import brief
from fengqiao.packs.read_duty import REQUIREMENTS
from fengqiao.rules import AnyEntry, Band, Case, Exact, Sheet
from fengqiao.rules.entries import Origin
from fengqiao.rules.worked_cases import Stands

from .texts import TEXTS
from .view import View, escaped

_WORDED = ("invite", "covers", "topics")
_LABELS = {"reported": "reported_on"}


def outcomes(cases: Sequence[Case]) -> list[str]:
    """Every expected result of some cases; a score as text."""
    rows = [_as_text(row["expect"]) for case in cases for row in case.rows]
    return rows + [expected for case in cases for _, expected in case.expect]


def _as_text(expected: object) -> str:
    """A word, a score, or the two ends of one."""
    ends = expected if isinstance(expected, tuple) else (expected,)
    return " - ".join(str(end.plain() if isinstance(end, Exact) else end) for end in ends)


def tally(view: View, cases: Sequence[Case]) -> str:
    """How many results are expected, and how many of which sort."""
    found = Counter(map(_sort, outcomes(cases)))
    if not found:
        return view.say("no_cases")
    sorts = ("met", "not_met", "not_checkable", "scored", "classed")
    parts = [view.say(f"tally.{sort}", count=found[sort]) for sort in sorts if found[sort]]
    return view.say("tally", total=found.total(), parts=view.say("comma").join(parts))


def _sort(expected: str) -> str:
    if expected == "met":
        return "met"
    if expected in ("breach", "notice", "info"):
        return "not_met"
    if expected[:1].isdigit():
        return "scored"
    is_reason = f"expect.{expected}" in TEXTS or word(expected, "en") != expected
    return "not_checkable" if is_reason else "classed"


def where(origin: Origin) -> str:
    """File and line of a case, as the pack's folder has them."""
    return f"`{'/'.join(origin.file.split('/')[-2:])}:{origin.line}`"


def rows(view: View, entry: AnyEntry, case: Case) -> Iterator[tuple[str, str, str]]:
    """Rows of a table for one case: where and when, what is given, what is expected."""
    head = [where(case.origin), str(case.on or case.period or "")]
    if case.config:
        filled = (f"`{name} = {_plain(value)}`" for name, value in case.config)
        head.append(view.say("filled") + view.say("colon") + view.say("comma").join(filled))
    if not case.recorded:
        head.append(view.say("unrecorded"))
    records = _records(view, case)
    if records and case.rows:
        head.append(view.say("counted_from") + view.say("colon") + records)
    first = view.say("pause").join(filter(None, head))
    for row in case.rows:
        yield first, _given(view, entry, case, row), _expected(view, entry, _as_text(row["expect"]))
        first = ""
    if case.stands:
        steps = [f"`{event['kind']}` {event['at']}" for event in case.events]
        yield first, "<br>".join(steps), _standing(case.stands)
    if case.expect:
        events = [_event(view, event) for event in case.events]
        numbered = (f"({n}) {text}" for n, text in enumerate(events, start=1))
        happened = " ".join(numbered) if len(events) > 1 else "".join(events)
        results = (
            f"{view.requirement(name)}{view.say('colon')}{_expected(view, entry, expected)}"
            for name, expected in case.expect
        )
        yield (
            first,
            happened or records or view.say("no_events"),
            view.say("semicolon").join(results),
        )


def _records(view: View, case: Case) -> str:
    """The facts of a case, kind by kind, with what each of them says."""
    return view.say("semicolon").join(
        f"`{kind}` " + " ".join(f"({n}) {_record(view, row)}" for n, row in enumerate(rows, 1))
        for kind, rows in case.records or ()
    )


def _record(view: View, row: Mapping[str, object]) -> str:
    """What a record says; a flag and a list by their field too."""
    parts = (
        f"{name} {_value(view, value)}" if isinstance(value, (bool, list)) else _value(view, value)
        for name, value in row.items()
    )
    return view.say("comma").join(parts)


def _expected(view: View, entry: AnyEntry, expected: str) -> str:
    if f"expect.{expected}" in TEXTS:
        return view.say(f"expect.{expected}")
    if isinstance(entry, Band):
        for level in entry.levels:
            if level.name == expected:
                return view.text(level.names) or expected
    if expected[:1].isdigit():
        return view.say("score", score=expected)
    return brief(expected, view.lang)


def _given(view: View, entry: AnyEntry, case: Case, row: Mapping[str, object]) -> str:
    given = row.get("given")
    if given and isinstance(given, Mapping):
        named = (f"{_part(view, entry, name)} {_value(view, one)}" for name, one in given.items())
        shown = view.say("comma").join(named)
    elif "given" not in row and case.records is not None:
        shown = ""
    elif given in ("none", ("none",), None, {}):
        shown = view.say("nothing_given")
    elif isinstance(given, tuple) and not given:
        shown = view.say("no_words")
    else:
        shown = _value(view, given)
    beside = [str(row[name]) for name in ("on", "period") if row.get(name)]
    if isinstance(row.get("each"), str):
        beside.append(view.subject(str(row["each"])))
    attributes = row.get("where")
    if isinstance(attributes, Mapping):
        for name, value in attributes.items():
            beside.append(f"{view.filter_name(name)} {_value(view, value)}")
    return view.say("pause").join(filter(None, [shown, *beside]))


def _part(view: View, entry: AnyEntry, name: str) -> str:
    """A part of a sheet by its name."""
    parts = entry.parts if isinstance(entry, Sheet) and isinstance(entry.parts, tuple) else ()
    names = next((view.text(part.names) for part in parts if part.name == name), "")
    return names or name


def _event(view: View, event: Mapping[str, object]) -> str:
    parts = []
    for name, value in event.items():
        if value is None:
            continue
        label = view.say(_LABELS.get(name, name)) if name in TEXTS else name
        if name == "on":
            parts.append(str(value))
        elif name == "who":
            parts.append(f"{label} {view.subject(str(value))}")
        elif name in _WORDED and isinstance(value, (list, tuple)):
            listed = view.wording.listed(value, REQUIREMENTS.get(name)) or view.say("no_words")
            parts.append(f"{label} {listed}")
        else:
            parts.append(f"{label} {_value(view, value)}")
    return view.say("semicolon").join(parts)


def _value(view: View, value: object) -> str:
    if isinstance(value, Exact):
        return escaped(view.wording.amount(value.plain()))
    if isinstance(value, bool):
        return view.say(str(value).lower())
    if isinstance(value, date):
        return str(value)
    words = value if isinstance(value, (list, tuple)) else (value,)
    return escaped(view.wording.listed(words))


def _plain(value: object) -> object:
    if isinstance(value, Exact):
        return value.plain()
    return ", ".join(map(str, value)) if isinstance(value, tuple) else value


def _standing(stands: Stands) -> str:
    """How a case of a procedure stands after its steps: state, steps, last days of limits."""
    lines = [f"{stands.on}: `{stands.state}`"]
    lines += [f"✓ `{one['kind']}`" for one in stands.may]
    for one in stands.may_not:
        why = f" ({one['why']})" if "why" in one else ""
        lines.append(f"✗ `{one['kind']}`{why}")
    lines += [f"`{name}`: {end}" for name, end in stands.due]
    return "<br>".join(lines)
