"""Tables and fields of the pack format, from the rows that the reader reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from fengqiao.packs import rows, rows_case, rows_steps
from fengqiao.packs.fields import FieldSpec, fields_of
from fengqiao.packs.forms import Form
from fengqiao.packs.known import CLOSED_TO_PACKS
from fengqiao.packs.limits import Limits
from fengqiao.packs.read_duty import REQUIREMENTS
from fengqiao.packs.read_not_modelled import REASONS
from fengqiao.packs.read_words import MEASURED
from fengqiao.packs.rows_part import EachShortRow, EachTimeRow, PartRow, StepRow
from fengqiao.packs.rows_procedure import (
    ClockRow,
    ExtendRow,
    GuardRow,
    HoldRow,
    MoveRow,
    RouteRow,
    StateRow,
)
from fengqiao.rules import core_catalogue
from fengqiao.rules.catalogue import Vocabulary
from fengqiao.rules.values import OPS, TIME_UNITS
from fengqiao.timing.counting import CITED

from . import listed, quoted, table

INSIDE: Mapping[str, tuple[str, type]] = {
    "norm.phase": ("A phase of a norm: `phase = [ { ... } ]`", rows.HeldRow),
    "duty.phase": ("A phase of a duty: `phase = [ { ... } ]`", rows.OccasionRow),
    "band.level": ("A level of a band: `level = [ { ... } ]`", rows.LevelRow),
    "label.items": ("An item of a label: `items = [ { ... } ]`", rows.ItemRow),
    "sheet.part": ("A part of a sheet: `part = [ { ... } ]`, or `[[sheet.part]]`", PartRow),
    "sheet.part.steps": ("A step of a part: `steps = [ { ... } ]`", StepRow),
    "sheet.part.each_short": ("Points for what is short: `each_short = { ... }`", EachShortRow),
    "sheet.part.each_time": ("Points each time: `each_time = { ... }`", EachTimeRow),
    "procedure.state": ("A state of a procedure: `[[procedure.state]]`", StateRow),
    "procedure.move": ("A step of a procedure: `[[procedure.move]]`", MoveRow),
    "procedure.guard": ("What holds steps back: `[[procedure.guard]]`", GuardRow),
    "procedure.route": ("Where a case goes: `[[procedure.route]]`", RouteRow),
    "procedure.clock": ("A time limit of cases: `[[procedure.clock]]`", ClockRow),
    "procedure.clock.holds": ("Time that a clock leaves out: `holds = [ { ... } ]`", HoldRow),
    "procedure.clock.extend": ("How a clock gets more time: `extend = { ... }`", ExtendRow),
    "case.rows": ("A row of a case: `rows = [ { ... } ]`", rows_case.GivenRow),
    "case.events": ("An event of a case: `events = [ { ... } ]`", rows_case.HappenedRow),
    "case.walk": ("A step, for procedures: `events = [ { ... } ]`", rows_steps.StepRow),
    "case.expect": (
        "How the case stands, for procedures: `expect = { ... }`",
        rows_steps.StandsRow,
    ),
    "case.expect.may": ("A step to be tried: `may_not = [ { ... } ]`", rows_steps.TriedRow),
}
"""Rows that stand inside another one."""

MEANINGS: Mapping[str, str] = {
    "about": f"what it is about, never residents: one of {listed(MEASURED)}",
    "above": "severity of going beyond a range's upper end",
    "areas": "prefixes of the area codes that the pack speaks for; the longest prefix wins",
    "basis": "named denominator, where the key has several",
    "bonus": "the part adds beyond the weights, at most its `weight` (or `cap`)",
    "cap": "the most that the part gives, in points; without it, its weight",
    "below": "severity of falling short of a range's lower end",
    "by": "day by which it is to be reached; or a quantity from the source's day; two: information,"
    " then a notice, then in full. A later phase without `from` begins on it. `open`: the source"
    " speaks of a deadline and names no day, the host does; until then a shortfall is not"
    " configured. A source that says `as soon as possible` speaks of none: leave `by` out and say"
    " so in `reading`",
    "band.by": "key that is measured, or the key of a sheet: then the score decides, over the"
    " sheet's own period, and one that may lie in two levels gives none; or `open`: the host names"
    " it",
    "case.config": "open terms for this case, by the name that the configuration uses",
    "case.events": "what happened, for duties, and `[]` is nothing; the steps, for procedures",
    "case.recorded": "for `events`: `false` where the host does not record it",
    "case.each": "kind of the subject, where the entry has several; a row may say otherwise",
    "case.where": "attributes of the subject, all of those by which the entry filters:"
    ' `where = { setting = "urban" }`; a row may say otherwise. Of one that does not pass the'
    " filter nothing is asked: `no_rule`. With `records` they stand in the subject's own record",
    "case.expect": "for `events`, and for a role's `records`: expected result by field or"
    " requirement; a field of several requirements is as good as the worst of them",
    "case.of": "id of the entry",
    "case.records": 'facts by kind: `records.premises = [ { kind = "school" } ]`, counted with the'
    " real indicators; `given` in a row is then what they come to, by value."
    " A field left out is the case's"
    " own: its area, day, `station1`, `staff1`, `premises1`; of an inspection or visit `on` is"
    " the day. Only of norms, roles and bands by a key. `records = {}`: what is measured is"
    " declared as recorded, and nothing of it is on record or reported",
    "case.rows": "values given and what is expected of each, for everything but duties",
    "checked": "day on which the text was last compared with its publication",
    "cites": 'clause of one requirement: `cites.report_back = "三(第五议)"`',
    "clause": 'reference, list of references, or `"source:reference"`; without a source, the'
    " first one is meant. `#2` at the end: the second part of the clause",
    "count": "length that the source states, where the host has the list",
    "covers": "topics to be taken: `covers.any_of`, one requirement; `covers.all_of`, of which each"
    " topic is a requirement of its own",
    "decided": "`outside`: others decide, and the host records the award; it takes no `part`",
    "deduct": "the part takes off what it gives, at most its `weight` (or `cap`)",
    "done": "what is counted, in words",
    "done_by": "kinds of event that fulfil it; without it, the catalogue's",
    "drawn_from": "roles that it is filled from",
    "each": "kind of subject that it is judged for, or several",
    "duty.each": "kind of subject that it is owed for, or several; without it, `who`",
    "role.each": "kind of subject that the role is held at",
    "sheet.each": "who is scored or listed",
    "each_short": "points off for each whole unit that the measure is short of a target",
    "each_time": "points off (a bonus or deduction: points given) for each time that is counted",
    "duty.during": "a season (`busy_season`, or an item of the pack's own label `season`) outside"
    " of which nothing is owed; the host says which days it is. Of a period that lies in it in part"
    " only, those days are looked at",
    "duty.phase.during": "as of the duty",
    "en": "name in English",
    "every": "how often: a period of the calendar; two or more days, weeks or months (`2 weeks`,"
    " `10 days`, at most a year), one after another from the first day of the duty or phase; or"
    " `open`",
    "floor": "the fewest points that the part keeps",
    "for_each": "a label or closed list by which it can be filtered: one entry for each item, with"
    " the item behind its id (`inspection.premises.school`), with a result and an open term of its"
    " own. Worked cases of any of them show all",
    "force": "how binding; without it, the source's",
    "from": "first day; without it, the source's",
    "source.from": "day from which it is in force; without it, `issued`",
    "given": 'the value; `"none"` for nothing declared. Of a sheet, one for each part:'
    ' `given.points_table = "45/50"`; of a band also one for each period, so that the case shows'
    ' which of them counts: `given = { "2024" = 25, "2025" = 8 }`',
    "held_by": "roles whose holders may hold it",
    "id": "name in findings, configuration and cases; without it, the key. Unique in the pack; a"
    " second entry of one key takes a longer one",
    "pack.id": "name of the pack: part of every finding id",
    "source.id": "name of the source inside the pack",
    "invite": "kinds of people to be invited: `invite.all_of`",
    "issued": "day of the document",
    "hours": 'times of the clock that the source names (`["9:00", "18:00"]`, or one of them): the'
    " host keeps to them in what it reports, and coverage finds them here",
    "items": "the words",
    "key": "key of the catalogue",
    "norm.key": "key of the catalogue; a list when all else is equal",
    "measure.key": "name of the new measure; a norm or a part of a sheet may use it as its key,"
    " a norm under an `id` of its own",
    "label.key": "name of the list; that of a vocabulary adds words to it",
    "kind": "what kind of document",
    "measure.kind": "what kind of number: a share is one count out of another, a rating a sum of"
    " points over the number of respondents, a flag yes or no (a norm says `equal = 1`), a time how"
    " long the slowest took, in whole units of `unit`; the rest are plain counts",
    "measure.reports": "`flow`: reports of a period add up; `stock`: the latest counts; left out, a"
    " flag is a stock and the rest are flows. Of a time, `flow` is the longest of the period",
    "lasts": 'how long, in minutes, hours or days: `lasts.at_least = "2 hours"`',
    "case.events.lasts": "how long it lasted",
    "level": "the classes",
    "may_not": "capabilities that its holder may not have",
    "full": "of a rating: the marks that give the whole weight, counted from 0, or `open`: the host"
    " says it",
    "measure": "key or measure that gives the value; a share or a rating where nothing says how"
    " points are given. A count has no full score: it takes `steps`, such as `steps = [ { at_least"
    " = 9, points = 10 }, { less_than = 9, points = 0 } ]`. Without it, or `open`, the host names"
    " it",
    "minimum_data": "how many scores a list needs",
    "missing": "what becomes of the part when it can't be checked: it counts from its least to"
    " its most (`interval`), as nothing, in full, or its weight goes to the other parts",
    "counting.key": "name of the rule, `counting.` before it by custom",
    "counting.cites": 'clause of one thing that it says: `cites.roll = "203(1)"`; any of'
    f" {listed(CITED)}",
    "first_day": "whether the day of the beginning is left `out`, or `in`",
    "first_hour": "whether hours run from the `moment` or from the `next_hour`",
    "rolls_on": "kinds of day that make a rest move a last day to the day after it; `[]`: none",
    "weekends": "whether a plain weekend does so too: `roll`, `stay`, or `open`",
    "cutoff": "when the last day ends: `end_of_day`, or `close_of_business` where the host has"
    " given hours",
    "hours_run": "whether hours run `always` or in `open_hours`",
    "excluded_days": "which days of a span that is left out don't count: each that it `touched`,"
    " the `whole` ones, each `after_first`, or `open`",
    "extended_from": "whether an extension lengthens the `period` or runs from its `end` as that"
    " was moved, or `open`",
    "posting_counts": "what was posted before the end is in time",
    "more": "the source's list is open-ended (等)",
    "name": "word by which it is known",
    "note": "anything a reader should know; text or `{ zh, en }`",
    "number": "number of the document",
    "numbers": "figures that the clause names, as written",
    "of": "filter on what is counted: `of.named = true`",
    "duty.of": 'which occasions count, by what they were about: `of.topic = "organisation"`',
    "on": "day that is judged",
    "duty.on": "on which day, or on one of which: a weekday (`saturday`), a day of the month"
    " (`day_25`; in a shorter month its last one), or `last_day`. Each occasion that counts lies on"
    " one of them",
    "case.events.on": "day on which it happened",
    "other": "the reading that was not taken; text or `{ zh, en }`",
    "out_of": "what the weights must add up to, without bonus and deductions",
    "over": "period over which is averaged: `year` is the last one that has ended, `previous year`"
    " the one before the year of the day in question",
    "parent": "pack that speaks where this one is silent",
    "part": "components; `open` where the source does not publish them",
    "parts": "how many requirements the clause holds, in the order of the text. Each of several"
    " is to be cited by its number (`#2`) in an entry or in `not_modelled`",
    "people": "how many attend: `people.about = 10`",
    "case.events.invite": "kinds of people invited",
    "case.events.covers": "topics taken",
    "case.events.people": "how many attended",
    "case.events.topics": "what it was about, where the duty counts only some topics; an event"
    " that does not say counts",
    "case.events.items": "how many action items the previous meeting agreed",
    "case.events.reported": "on how many of these this one reported",
    "case.walk.at": "day of the step, or moment: `2026-01-05 09:30:00`, Chinese time",
    "case.walk.by": "id of who took it",
    "case.walk.contents": "what the agreement holds",
    "case.walk.due_on": "day that it sets for what comes next",
    "case.walk.facts": "what is attested with it",
    "case.walk.form": "form of the agreement",
    "case.walk.kind": "which step it is",
    "case.walk.level": "level at which the case stands from then on",
    "case.walk.other": "the other case, where it comes from or goes to one",
    "case.walk.papers": "papers put on file",
    "case.walk.participants": "kinds of who took part",
    "case.walk.party": "the party that it is about, by any name of your own",
    "case.walk.size": "size of the dispute, as the host names it",
    "case.expect.on": "day at whose end it is looked at, or a moment",
    "case.expect.state": "the state in which it then is",
    "case.expect.may": "steps that are legal then: words, or tables",
    "case.expect.may_not": "steps that are refused then: words, or tables",
    "case.expect.due": "end of each limit, by clock or norm: a day, a moment, `open` or `none`",
    "case.expect.may.by": "id of who would take it",
    "case.expect.may.contents": "what the agreement would hold",
    "case.expect.may.due_on": "day that it would set",
    "case.expect.may.facts": "what would be attested with it",
    "case.expect.may.form": "form of the agreement",
    "case.expect.may.guard": "under `may_not`: the guard, clock or move that refuses it",
    "case.expect.may.kind": "which step it is",
    "case.expect.may.level": "level to which it would bring the case",
    "case.expect.may.other": "the other case",
    "case.expect.may.papers": "papers put on file",
    "case.expect.may.participants": "kinds of who would take part",
    "case.expect.may.party": "the party that it would be about",
    "case.expect.may.size": "size of the dispute",
    "case.expect.may.why": "under `may_not`: the reason of the refusal",
    "procedure.adds": "`true`: it states only what it adds to the parent's procedure of its key",
    "procedure.path": "levels along which a case is passed up, from the first to the last",
    "procedure.clock.levels": "levels at which it runs; left out, all",
    "procedure.clock.places_may": "what places may do with it, where the procedure says another",
    "procedure.clock.holds.open": "whether it is left out at all is open; the host says `applies`"
    " or `waived` under `<procedure>.<clock>.<reason>`",
    "procedure.state": "states that a case may be in",
    "procedure.state.ends": "whether a case may rest there for good",
    "procedure.move": "steps, each with the states it starts from and the one it leads to",
    "procedure.move.from": "states from which it is possible; `new` before the first step",
    "procedure.move.to": "state that it leads to; left out, the case stays where it is",
    "procedure.move.by": "who may take it; left out, anybody",
    "procedure.move.needs": "facts that must be there; becomes a guard `<step>_needs`",
    "procedure.move.bars": "facts of which none may be there; becomes a guard `<step>_bars`",
    "procedure.guard": "what steps need or what bars them, each with its own clause and days",
    "procedure.guard.moves": "steps that it holds back",
    "procedure.guard.needs": "facts that must be there: all of a list, or `needs.any_of`",
    "procedure.guard.bars": "facts of which none may be there, or `bars.all_of`: not all together",
    "procedure.guard.within": "ids of norms on the case that the step must keep",
    "procedure.guard.open": "whether it applies at all is open; the host says `applies` or"
    " `waived` under `<procedure>.<guard>`",
    "procedure.route": "where cases of some kind go",
    "procedure.route.when": "facts by which they are told",
    "procedure.route.to": "procedure or body",
    "procedure.clock": "time limits that steps start, stop, hold, start anew and extend; clocks of"
    " one name are one limit under the law of different days",
    "procedure.clock.at_most": "the limit; or `norm`",
    "procedure.clock.norm": "id of the norm on the case that states the limit",
    "procedure.clock.starts": "steps that start it where it isn't running",
    "procedure.clock.restarts": "steps that start it anew",
    "procedure.clock.restart_clause": "where it stands that it starts anew",
    "procedure.clock.stops": "steps that stop it",
    "procedure.clock.holds": "time that it leaves out, from a step to another",
    "procedure.clock.holds.reason": "why that time is left out",
    "procedure.clock.holds.begins": "step with which it begins",
    "procedure.clock.holds.ends": "step with which it ends",
    "procedure.clock.holds.within": "`open_hours` where it counts only as far as it overlaps them",
    "procedure.clock.extend": "how it gets more time, before it has passed",
    "procedure.clock.extend.by": "steps that extend it",
    "procedure.clock.extend.at_most": "length of one extension; `open` where the text names none,"
    " and the host says it under `<procedure>.<clock>.extension`",
    "procedure.clock.extend.times": "how many there may be; left out, the text names no number",
    "procedure.clock.extend.reasons": "grounds, one of which the step attests",
    "procedure.clock.extend.needs": "facts that the step must have besides",
    "procedure.clock.when": "facts of the case without which it doesn't run",
    "procedure.clock.open": "whether it starts anew, or runs at all where no step restarts it, is"
    " open; the host says `applies` or `waived` under `<procedure>.<clock>`",
    "contents": "contents that an agreement must have to be complete",
    "papers": "papers that a file must have to be complete",
    "counting": "id of the `[[counting]]` by which its time limits run",
    "since": "first day; without it, that of its source",
    "transition": "whose day's law governs a case that is open when the law changes:"
    " `by_acceptance`, `by_event` or `open`",
    "sheet.per": "period that is scored",
    "per": "period; a state on a day has none",
    "period": "period that is judged",
    "phase": "values by days; may state anew anything but key, id and each",
    "places_may": "what a place's entry of the same id may do while this one is in force:"
    " `replace` it, `tighten` it (the same subjects and period, as much or more), or `nothing`",
    "prorate": "scale the limit to the days in force or held, rounded up",
    "reading": "how an unclear clause is read; text or `{ zh, en }`",
    "ref": "place in the document, in its own numbering: `一(三)`",
    "points": 'points, a whole number or a fraction such as `"1/2"`',
    "round": "digits shown; ranks use exact scores",
    "case.rows.expect": "`met`, `breach`, `notice`, `info`, `open`, `no_data`, `no_rule`, or a"
    ' level; of a sheet the score (`86`, `"202/3"`), both ends of an interval (`[46, 86]`),'
    " `not_rated`, `open` or `no_rule`",
    "sha256": "of the text that was read",
    "steps": "points by the stretch that the measure lies in, without gaps and overlaps",
    "starts": "at most 8 characters, enough to find the place",
    "tie": "`share`: equal scores at the last place share it; `open`: the host decides",
    "sheet.part.tie": "which step has a value on an edge; `upper`: that with the larger numbers",
    "target": "what the measure is to reach",
    "band.tie": "which level has a value on an edge; `upper`: the level with the larger numbers",
    "times": "how many occasions in each period; 1 if left out",
    "total": "of what, in words",
    "unit": "own unit of a count; of a time, which needs one, the unit in which it is reported:"
    " `day`",
    "sheet.part.each_short.unit": 'how much short counts once: `2`, `"1%"`; 1 if left out',
    "unless": "attested exceptions: what one of these words excepts does not count",
    "until": "last day",
    "url": "where it was published",
    "veto": "what becomes of the score when the part's comparison is not kept: `zero`, or"
    " `not_rated`",
    "verified": "`false`: not yet compared with the source by a second person; results that rest"
    " on it say so. A phase may say it for its own days",
    "version": "version of the pack: `1.0.0`",
    "weight": "how much it counts, in points, or in percent of `out_of`; a veto has none",
    "what": "what is left out, in our own words; text or `{ zh, en }`",
    "where": 'filter on the subject: `where.setting = "urban"`,'
    " `where.resident_count.at_least = 1000`",
    "case.rows.each": "kind of subject",
    "case.rows.where": "attributes of the subject; they come before the case's",
    "who": "role of the subject, or of who answers for it",
    "duty.who": "role that does it, or several of which any one may; at meetings, leads it",
    "case.events.who": "role of who did or led it",
    "sheet.by": "who assesses",
    "sheet.part.by": "who assesses this part",
    "why": "reason from the closed list below",
    "winners": "how many stand on the list; makes the sheet an award list",
    "within": "when in the period: its `start` or `end` (then the host says how many days), or"
    " whole days, working days or weeks from its start; `day_25`: through that day of the month",
    "zh": "name in Chinese",
}  # fmt: skip
"""What a field is for: by name, or by table and name where it means something else."""

WHY: Mapping[str, str] = {
    "declined_persons": "about individuals: lists, files, whereabouts",
    "declined_biometric": "faces, fingerprints and the like",
    "declined_informants": "sources of information and what they are paid",
    "declined_belief": "what people believe, or who belongs to what",
    "declined_claimants": "people who press a claim",
    "declined_volume_quota": "a quota for personal records or for stops",
    "no_act": "nothing that anyone could be seen to do",
    "reported_result": "what was achieved, not what is asked",
    "heading": "a heading or a preamble",
    "other_document": "the rule stands in a document that is not a source",
    "duplicate": "an entry of this pack says the same: of another clause, or of this one in words;"
    " `what` says which",
}
"""What each reason for leaving a clause out means."""


def write(_page: str) -> str:
    """Common fields, comparisons, every table, reasons, lists of words."""
    return "\n\n".join(_parts())


def _parts() -> Iterator[str]:
    common = fields_of(rows.EntryRow)
    yield "## Fields of every entry 各条目共有的字段"
    yield _fields("entry", common)
    yield "## Comparisons 比较"
    yield (
        f"One of {listed(OPS)} as the last word of a key, with its value. Units of time:"
        f" {listed(TIME_UNITS)}; the plural is understood."
    )
    comparisons = fields_of(Limits)
    for name, row in rows.TABLES.items():
        header = f"[{name}]" if name == "pack" else f"[[{name}]]"
        yield f"## `{header}`"
        yield (row.__doc__ or "").split(": ", 1)[-1].capitalize()
        if issubclass(row, Limits):
            yield "One comparison, or `phase`; and beside the fields of every entry:"
        elif issubclass(row, rows.EntryRow):
            yield "Beside the fields of every entry:"
        own = {
            field: spec
            for field, spec in fields_of(row).items()
            if (field not in comparisons or not issubclass(row, Limits))
            and (field not in common or not issubclass(row, rows.EntryRow))
        }
        yield _fields(name, own)
        for inside, (title, nested) in INSIDE.items():
            if inside.startswith(f"{name}."):
                yield f"### {title}"
                if nested is PartRow:
                    yield "For a veto one comparison; and:"
                elif issubclass(nested, Limits):
                    yield "One comparison, and:"
                specs = fields_of(nested).items()
                yield _fields(inside, {f: s for f, s in specs if f not in comparisons})
        if name == "duty":
            yield "### Names of requirements"
            yield (
                "Findings, `cites` and worked cases call a requirement by its name. Each word of"
                " `covers.all_of` is a requirement of that name."
            )
            named = ((quoted(field), quoted(called)) for field, called in REQUIREMENTS.items())
            yield table(("field", "requirement"), named)
        if name == "not_modelled":
            yield "### Reasons"
            yield table(("why", "means"), ((quoted(why), WHY[why]) for why in REASONS))
    yield from _lists()


def _lists() -> Iterator[str]:
    """The lists of words, those that a pack may add to first."""
    known = core_catalogue().vocabularies.values()
    yield "## Lists of words"
    yield (
        "A `[[label]]` whose key is one of these lists adds its items to it. The words are in the"
        " [catalogue](catalogue.md). A label with any other key begins a list of its own."
    )
    yield _list_table(one for one in known if one.name not in CLOSED_TO_PACKS)
    yield "What the library does rests on the words of these lists; packs can't add to them:"
    yield _list_table(one for one in known if one.name in CLOSED_TO_PACKS)


def _list_table(found: Iterable[Vocabulary]) -> str:
    ordered = sorted(found, key=lambda one: one.name)
    return table(
        ("list", "en", "zh", "words"),
        ((quoted(one.name), one.names.en, one.names.zh, str(len(one.words))) for one in ordered),
    )


def meaning(owner: str, field: str) -> str:
    """What a field of a table is for.

    Raises:
        KeyError: Nothing says.
    """
    for name in (f"{owner}.{field}", f"{owner.partition('.')[0]}.{field}", field):
        if name in MEANINGS:
            return MEANINGS[name]
    raise KeyError(f"{owner}.{field}")


def _fields(owner: str, specs: Mapping[str, FieldSpec]) -> str:
    rows_ = [
        (quoted(name), _shape(spec.form), "yes" if spec.required else "", meaning(owner, name))
        for name, spec in sorted(specs.items(), key=lambda one: not one[1].required)
    ]
    return table(("field", "written as", "needed", "what it says"), rows_)


def _shape(form: Form[Any]) -> str:
    """How a value is written, in words."""
    shape = _of_schema(form.schema)
    return shape.replace("text", f"word of `{form.words}`") if form.words else shape


def _of_schema(schema: Mapping[str, Any]) -> str:  # noqa: PLR0911  one shape a line
    if "const" in schema:
        return f"`{schema['const']}`"
    if "enum" in schema:
        return listed(schema["enum"])
    if "$ref" in schema:
        return "quantity of time" if schema["$ref"] == "#/$defs/quantity" else "text"
    if "anyOf" in schema:
        return _of_choices(schema["anyOf"])
    kind = schema.get("type")
    if kind == "array":
        return _of_list(schema)
    if kind == "string":
        if schema.get("format") == "date":
            return "day"
        return "name" if str(schema.get("pattern", "")).startswith("^[a-z][a-z0-9_]*") else "text"
    plain = {"integer": "whole number", "boolean": "`true` or `false`", "object": "table"}
    return plain.get(str(kind), "amount, flag or words")


def _of_list(schema: Mapping[str, Any]) -> str:
    if schema.get("maxItems"):
        return "two amounts"
    return "list of rows" if schema["items"].get("type") == "object" else "list"


def _of_choices(choices: list[Mapping[str, Any]]) -> str:
    first, last = choices[0], choices[-1]
    if any("pattern" in choice for choice in choices) and first.get("type") == "integer":
        return "number, share or quantity"
    if last.get("items") == first:
        return f"{_of_schema(first)}, or a list"
    if set(last.get("properties", ())) == {"zh", "en"}:
        return "text, or one in each language"
    return " or ".join(map(_of_schema, choices))
