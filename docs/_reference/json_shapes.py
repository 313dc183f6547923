"""JSON shapes, shown by answers of the command line to the facts of the tutorial."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from fengqiao.cli.app import app

from . import quoted, table

_TUTORIAL = Path(__file__).resolve().parents[1] / "tutorial" / "a-first-workspace.md"
_NOTICE = Path(__file__).resolve().parents[1] / "how-to" / "find-what-is-missing.md"
_FILE = re.compile(
    r"^```\{code-block\} \w+\n:caption: (\S+)\n\n(.*?)^```\n", re.MULTILINE | re.DOTALL
)
_CODE = re.compile(r"^```python\n(.*?)^```\n", re.MULTILINE | re.DOTALL)
_UP_TO = "## Add what was missing"
_VISITS = "wuhai:visits.households@community_officer/S01:2018-07"
_ASK = ("--store", "sqlite:///town.db", "--pack", "wuhai")
_HOURS = """[planning]
hours = "8 hours"
starts = "09:00"
[wuhai]
"visits.households.minutes" = "20 minutes"
"""
_MONTH = ("--period", "2018-07", "--on", "2018-07-31", "--json")

FINDING = {
    "id": "readable, and the same for the same question: pack, entry, requirement, subject, period",
    "entry": "id of the entry in the pack",
    "requirement": "which requirement of a duty or role; `null` for a norm",
    "subject": "kind and id",
    "period": "day, week, month, quarter, half-year or year that was judged",
    "result": "`met`, `not_met` or `not_checkable`",
    "severity": "of what is not met: `breach`, `notice` or `info`; else `info`",
    "reason": "why it is `not_checkable`; else `null`",
    "actual": "what was found: a number, a fraction `n/d`, minutes or days, a list of words, on how"
    " many action items of how many a meeting reported (`2/3 action_items`); `null` where there is"
    " nothing to show",
    "limit": "what was asked, as the source writes it",
    "receipt": "what a reader needs to check the finding",
}
RECEIPT = {
    "entry": "as in the finding",
    "requirement": "as in the finding",
    "clause": "clauses of this requirement",
    "source": "the document",
    "source_sha256": "digest of the text that was read",
    "force": "how binding",
    "phase": "days on which this value is in force",
    "pack": "pack that spoke",
    "pack_version": "its version",
    "pack_sha256": "digest of its files",
    "overlay": "values that stand in the place of a source's: `pack`, `name` and `sha256` of each"
    " overlay, and what it `changed` in this entry; empty where there is none",
    "asked": "packs that were asked, in order",
    "indicator": "key that was measured",
    "revision": "raised when the same facts would give another value",
    "only": "by what the entry narrows down: `where` its subjects, `of` what is counted, each with"
    " a comparison; `basis`, the denominator by name; `unless`, what was excepted",
    "terms": "open terms that were used: name, value, and the pack under which they were given",
    "days": "days counted, days on which the value was in force, days on which the subject held its"
    " place (`null`: all), days of the period",
    "unknown": "what isn't known of the subject, so that nobody can tell whether the entry asks it:"
    " `about`, the key of a band or `name`; `by` and `over`, what a band measures and over which"
    " period; `terms`, what the host has not filled in, and under which `pack`; else `null`",
    "prorated": "the limit in proportion to the days, where the entry asks for that",
    "withheld": "whether the value is not shown because it counts too few people",
    "events": "of a duty: ids of the recorded events that count, and under `also_counts_for` the"
    " other entries for which each counts as well; empty for norms, whose events are counts only",
    "calendar": "calendar of working days, and how far it is published",
    "verified": "whether the value was compared with the source by a second person",
    "on": "day as of which facts were read",
    "as_known": "moment as of which the store was read; `null`: now",
    "fengqiao": "version of the library",
}

BLOCK = {
    "item": "id of the due item",
    "entry": "id of the entry in the pack",
    "staff": "whose day it stands on",
    "day": "on which day",
    "start": "when it begins",
    "minutes": "how long all units of it take together",
    "units": "how many of the item's units: households, premises, occasions",
    "place": "the area, room or station where it is due",
    "clause": "clauses of the entry",
    "refs": "whom to visit, in this order; empty where nobody was named",
    "travel": "minutes of the ways to these visits and, at the end of a round, back",
    "serves": "other due items for which the same visits count, and how many units of each",
}
LEFT = {
    "item": "id of the due item",
    "entry": "id of the entry in the pack",
    "staff": "who owes it, where that is one officer; else `null`",
    "units": "how many of its units; 0 where it can't be said how many are open",
    "reason": "why it stands on no day, see [planning](../explanation/planning.md)",
    "clause": "clauses of the entry",
}
ENTRY_BURDEN = {
    "pack": "pack of the entry",
    "entry": "its id",
    "clause": "its clauses",
    "due": "how many are due in the periods that touch the one asked for",
    "minutes_each": "how long one takes; `null` where nobody said, or where it differs",
    "minutes": "demand in the period; `null` where nobody said how long any takes",
    "unstated": "how many of those due have no stated duration",
    "unsure": "of how many subjects and periods it can't be said how many are due",
    "reason": "why not, for the first of them; else `null`",
}
OFFICER_BURDEN = {
    "staff": "whose; `null` for work that nobody on the register may do",
    "roles": "the roles held in that month",
    "month": "in which month, as far as it was asked for",
    "minutes": "demand of all entries with a stated duration",
    "available": "minutes of the working days; `null` where no hours are stated",
    "entries": "minutes by entry; `null` where nobody said how long one takes",
}
ROLE_BURDEN = {
    "roles": "held together in a month",
    "months": "officer-months summed up",
    "minutes": "demand of all entries with a stated duration",
    "available": "minutes of the working days; `null` where no hours are stated",
    "median": "minutes asked of those there are, of the officer-month in the middle; `null` where"
    " no hours are stated",
}
SCORE = {
    "id": "readable, and made like that of a finding: pack, sheet, subject, period; `explain`"
    " takes it",
    "sheet": "id of the sheet in the pack",
    "subject": "kind and id",
    "period": "period that was scored",
    "low": "the score at worst: a number, or a fraction `n/d`; `null` where there is no score",
    "high": "the score at best; the same as `low` where every part could be checked",
    "out_of": "what the weights add up to; `null` while one is not configured",
    "vetoed_by": "part whose limit was not kept, so that the score is 0 or there is none",
    "parts": "each part of the sheet",
    "receipt": "what a reader needs to check the score; fields as in that of a finding",
}
PART = {
    "name": "name of the part",
    "effect": "`part` of the whole, `bonus`, `deduct` or `veto`",
    "weight": "as the source or the host writes it; `null` where it is not configured, and for a"
    " veto",
    "measure": "key or measure that gives the value; `null` where none is configured",
    "revision": "of its indicator; raised when the same facts would give another value",
    "value": "what was measured, never reduced; `null` where that can't be said",
    "reason": "why there is no value; else `null`",
    "low": "what the part adds at worst; below 0 for a deduction; `null` where there is no score",
    "high": "what it adds at best",
    "veto": "for a veto: `zero` or `not_rated`, where its limit is not kept; else `null`",
    "kept": "for a veto: whether its limit was kept; else `null`",
}
DUE = {
    "id": "as the id of a finding of the same entry, subject and period, without the requirement"
    " `cadence`; an action item ends in the id of the fact, what a case waits for in a number",
    "pack": "pack that speaks",
    "entry": "id of the entry in the pack; of an action item that of the meeting that agreed it",
    "kind": "`meeting`, `task`, `inspection`, `visit`, `report`, `quota`, `action_item` or `case`",
    "subject": "kind and id of who or what owes it",
    "station": "station of the subject; `null` where it has none",
    "area": "area code of the subject",
    "period": "period for which it is owed; of an action item the day by which",
    "window": "days on which it may still be done, or could have been; `days` lists them where the"
    " duty names weekdays or days of the month; `reason` is set where the"
    " source narrows the period and nobody said by how much",
    "due": "how many are asked for; 0 where that can't be told",
    "done": "how many of them are done: occasions, households, premises; more than `due` where"
    " more was done",
    "open": "how many are left; with `no_data` the most that can be",
    "minutes": "how long one takes; `null` where nobody said",
    "minutes_from": "who said so: `clause`, or `term` of the host",
    "who": "roles that may do it; empty where the source names none",
    "staff": "the officer who owes it; `null` where it is not owed by staff",
    "fulfilled_by": "ids of the recorded events that count for it; visits are counted only",
    "force": "how binding",
    "clause": "clauses",
    "severity": "how grave it is if it stays undone: `breach`, `notice` or `info`",
    "in_community": "whether time that is kept for the community may be used for it",
    "reason": "why it can't be told how many are open; else `null`",
    "unknown": "what isn't known of the subject, as in the receipt of a finding; else `null`",
}
_JOINING = ("joined", "consented")
CASE = {
    "case": "its reference",
    "version": "number of its last step, withdrawn ones too; `move --at-version` takes it",
    "procedure": "procedure that it follows",
    "state": "a word of `case_state`",
    "at": "moment as of which moves and deadlines are given",
    "accepted_on": "day on which it was accepted; `null` where it was not",
    "parties": "how many there are; nothing else is said of them",
    "overdue": "whether something owed is overdue; `null` where that can't be told",
    "steps": "in order: number, kind, moment, codes; `of_a_party` where it is about one",
    "moves": "every step of the procedure: legal or not, by whom, with its articles; `attest` has"
    " what would all have to be attested, `attest_one_of` what of which one is enough, `refusals`"
    " each reason with guard, words and articles, and whether one of the words is enough"
    " (`any_of`)",
    "deadlines": "limits that run or ran, and days that were set; fields below",
    "unlawful": "steps that were recorded and are not legal: number, kind, `refusals` as in"
    " `moves`",
}
DEADLINE = {
    "what": "`limit` of the law, or day set for a `session`, the `performance` or a `revisit`",
    "pack": "pack that speaks",
    "entry": "id of the norm that states the limit; of a day that was set, of the procedure",
    "clause": "clauses, each with its text",
    "begun_with": "step with which it began, or that set the day",
    "done_with": "step that settled it; `null` while none did",
    "owed": "whether it is to be done; not so where the law leaves it to the parties",
    "who": "who may take the steps that settle it",
    "overdue": "whether it had passed when it was done, or has; `null` where that can't be told,"
    " with the reason",
    "deadline": "its end, with every span that led to it in both languages, and the `readings`"
    " where the law leaves the end open",
}
LISTED = {
    "case": "its reference",
    "procedure": "procedure that it follows",
    "state": "a word of `case_state`; `null` where its steps make no case",
    "fault": "code of the error that says why not; else `null`",
    "station": "where it belongs",
    "area": "where it belongs",
    "since": "day of its first step",
    "closed": "whether no step is left",
    "next": "what is owed next, with its `last_day`, the earliest of all readings; `null` where"
    " nothing is",
    "overdue": "whether something owed is overdue; `null` where that can't be told",
    "unlawful": "how many of its steps were recorded and are not legal",
}

DIFFERENCE = {
    "change": "`added`, `dropped`, `tighter`, `looser`, `measured` (differently), `settled`,"
    " `left_open` or `changed`: what the second side does to the first",
    "kind": "table of the entries: `norm`, `duty`, `band`, `role` or `sheet`",
    "key": "of the catalogue",
    "each": "kinds of subject that the row is about",
    "field": "what differs: `null` for the limit of a norm, else a requirement, a level, a part,"
    " `force`, `by`, `beyond` (the ends of a range), `unless`",
    "one": "what the first side says: pack that spoke, entry, clauses with their source, force, and"
    " `op`, `value`, `unit`, `per`, `basis`, `where`, `of` as far as they are stated; `null` where"
    " it says nothing",
    "other": "what the second side says",
}
OUTCOME = {
    "period": "that was judged",
    "areas": "code prefixes on which both packs were run",
    "one_findings": "findings of the first side by result",
    "other_findings": "of the second",
    "entries": "the same by entry (`one` and `other`, `null` where a side has none), and how many"
    " answers `turned`",
    "turned": "each question that both sides answer otherwise, with both `results`",
    "scored": "how many scores each side gives",
    "scores": "scores that differ on sheets that answer to each other: low and high of each side",
    "burden_minutes": "what each side asks of all staff, as far as durations are known",
    "untimed": "how many things each side asks of which nobody said how long they take",
}

NUMBER = {
    "text": "as it stands in the notice, with its measure word, digits in half width",
    "value": "as a pack writes it: `80`, `40%`, `1/3`, `2 hours`; `every month`; days as"
    " `2018-06-25`, `2018-10` or `2018`, without a year `--06-25`; `open` for `若干`",
    "unit": "the measure word; `null` without one",
    "bound": "what stands beside it: `at_least`, `at_most`, `more_than`, `less_than`, `about`;"
    " else `null`",
    "line": "in the file, from 1",
    "column": "in the line, from 1",
    "why": "`carried`, `reported_result`, `heading`, `declined`, `lexical` or `missing`",
    "by": "id of the entry, or name of the rule, that gave the verdict; `null` for `missing`",
}
COVERED = {
    "pack": "that the notice was compared with, and its `version`",
    "source": "which of its sources the notice is",
    "sha256": "digest of the notice's file",
    "from": "day from which the text says that it is in force, where the source has another",
    "same_text": "whether the source names this digest; `null` where it names none",
    "clauses": "each clause of the source: `ref`, ids of its `entries`, its `numbers`, and its"
    " `obligations` (duties without a number, in the same form without value and unit)",
    "summary": "counts: of clauses, of numbers by verdict and `again`, of obligations, of numbers"
    " that stand `outside` all clauses",
}


def write(_page: str) -> str:
    """One answer of each shape, long lists cut to their first item."""
    here = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                text, _, _ = _TUTORIAL.read_text("utf-8").partition(_UP_TO)
                exec("\n".join([*_CODE.findall(text), "ws.close()"]), {})  # noqa: S102  our own page
            return "\n\n".join(_parts())
        finally:
            os.chdir(here)


def _parts() -> Iterator[str]:
    pack = _asked("show", "wuhai", "--json")
    wanted = ("visits.households", "meeting.community", "station.class")
    pack["entries"] = [entry for entry in pack["entries"] if entry["id"] in wanted]
    yield _shown("`show PACK --json`", "A pack: each number under its clause.", pack)
    checked = _asked("check", *_ASK, "--entry", "visits.households", *_MONTH)
    yield _shown(
        "`check --json`",
        "Findings and their counts. `--jsonl` writes each finding alone, one a line. `reason` is"
        " set where the result is `not_checkable`.",
        _first_only(checked, "findings"),
    )
    (first, *_) = checked["findings"]
    yield table(("of a finding", ""), ((quoted(key), FINDING[key]) for key in first))
    yield table(("of a receipt", ""), ((quoted(key), RECEIPT[key]) for key in first["receipt"]))
    explained = _asked("explain", _VISITS, *_ASK, "--on", "2018-07-31", "--json")
    explained["finding"] = {"id": _VISITS}
    yield _shown(
        "`explain --json`",
        "`finding` is one of `check`, cut here to its id. For the id of a score, `score` stands in"
        " its place, as `score --json` has it.",
        explained,
    )
    due = _asked("due", *_ASK, "--entry", "visits.households", *_MONTH)
    yield _shown(
        "`due --json`",
        "What is due, with what is done and open of it. `counts` has all items, and how many of"
        " them are open, done, or can't be told. `--jsonl` writes each item alone, one a line.",
        _first_only(due, "items"),
    )
    yield table(("of an item", ""), ((quoted(key), DUE[key]) for key in due["items"][0]))
    scored = _asked("score", *_ASK, *_MONTH)
    for name in ("scores", "awards", "classes"):
        scored = _first_only(scored, name)
    yield _shown(
        "`score --json`",
        "Scores as exact fractions, `n/d`; `low` and `high` differ where a part could not be"
        " checked. Award lists, and the classes of bands.",
        scored,
    )
    (score, *_) = scored["scores"]
    yield table(("of a score", ""), ((quoted(key), SCORE[key]) for key in score))
    yield table(("of a part", ""), ((quoted(key), PART[key]) for key in score["parts"][0]))
    yield from _work()
    yield from _compared()
    yield _shown(
        "`load --json`",
        "How many rows became what, when they became known, and the URL of a store made for them.",
        _loaded(),
    )
    yield from _cases()
    yield from _covered()
    yield _shown(
        "Errors",
        "Whatever keeps a verb from answering, with exit code 2. The first fault stands beside"
        " `faults`, which has all of them.",
        _asked("check", *_ASK, "--period", "July", "--json"),
    )


def _work() -> Iterator[str]:
    """A plan and a burden, with hours in a configuration beside the store."""
    Path("town.toml").write_text(_HOURS, encoding="utf-8")
    ask = ("--config", "town.toml", "--pack", "wuhai", "--period", "2018-07", "--json")
    plan = _asked("plan", *ask, "--on", "2018-07-16")
    shown = _first_only(_first_only(plan, "placed"), "unplaced")
    yield _shown(
        "`plan --json`",
        "Blocks by day, staff and start; what found no place by item and reason. `--jsonl` writes"
        " each alone, one a line.",
        shown,
    )
    yield table(("of a block", ""), ((quoted(key), BLOCK[key]) for key in plan["placed"][0]))
    left = plan["unplaced"][0]
    yield table(("of what found no place", ""), ((quoted(key), LEFT[key]) for key in left))
    burden = _asked("burden", *ask)
    shown = _first_only(_first_only(_first_only(burden, "entries"), "officers"), "roles")
    yield _shown(
        "`burden --json`",
        "Minutes demanded, as if nothing was done yet, and minutes available.",
        shown,
    )
    entry, officer = burden["entries"][0], burden["officers"][0]
    yield table(("of an entry", ""), ((quoted(key), ENTRY_BURDEN[key]) for key in entry))
    yield table(("of an officer", ""), ((quoted(key), OFFICER_BURDEN[key]) for key in officer))
    roles = burden["roles"][0]
    yield table(("of those with the same roles", ""), ((quoted(k), ROLE_BURDEN[k]) for k in roles))
    yield (
        "`burden --against PACK --json` has `packs`, the days `on` which each is taken, the `areas`"
        " on which both were run, and under `one` and `other` the burden of each in this shape."
        " With `--by week` an officer has `week` in place of `month`."
    )


def _compared() -> Iterator[str]:
    """One pack on two days, and the facts of the tutorial judged by both."""
    days = ("--on", "2019-07-01", "--and", "2018-07-01")
    facts = ("--store", "sqlite:///town.db", "--period", "2018-07")
    found = _asked("diff", "wuhai", *days, *facts, "--json")
    found["store"] = _first_only(_first_only(found["store"], "entries"), "turned")
    yield _shown(
        "`diff --json`",
        "Differences between two packs, or of one on two days; `same` counts the pairs of entries"
        " that differ in nothing. `definitions` are words, measures, ways of counting and"
        " procedures that the two have otherwise: `field` says in what, `null` where"
        " one side has nothing."
        " `store` is `null` without a store.",
        _first_only(_first_only(found, "rows"), "definitions"),
    )
    yield table(("of a difference", ""), ((quoted(k), DIFFERENCE[k]) for k in found["rows"][0]))
    yield table(("of `store`", ""), ((quoted(key), OUTCOME[key]) for key in found["store"]))


def _loaded() -> dict[str, Any]:
    """The answer to a table of one row."""
    Path("areas.csv").write_text("area,name,since\n150302001,Street 1,2018-01-01\n", "utf-8")
    words = ("load", "area", "areas.csv", *_ASK, "--known-at", "2018-06-25T09:00+08:00", "--json")
    return _asked(*words)


def _cases() -> Iterator[str]:
    """A case of one step more than its acceptance needs, and the list that it stands on."""
    ask = ("--store", "sqlite:///cases.db", "--pack", "cn")
    known = ("--known-at", "2026-03-31T09:00+08:00")
    for day, *step in (
        (2, "applied", "--procedure", "mediation.peoples"),
        *((2, kind, "--party", one) for one in ("party-A1", "party-B1") for kind in _JOINING),
        (3, "accepted"),
        (3, "session_set", "--due-on", "2026-03-09"),
    ):
        at = ("--at", f"2026-03-{day:02}T09:00+08:00")
        found = _asked("move", "case-0001", *step, *ask, *at, *known, "--json")
    shown = {**found, "steps": found["steps"][-1:]}
    shown["moves"] = [one for one in found["moves"] if one["step"] in ("session_held", "failed")]
    shown["deadlines"] = found["deadlines"][-1:]
    yield _shown(
        "`case --json`",
        "A case, cut to its last step, to two of its moves and one deadline. `move --json` gives"
        " the case after the step.",
        shown,
    )
    yield table(("of a case", ""), ((quoted(key), text) for key, text in CASE.items()))
    (first, *_) = found["deadlines"]
    yield table(("of a deadline", ""), ((quoted(key), DEADLINE[key]) for key in first))
    listed = _asked("cases", *ask, "--on", "2026-03-09", "--json")
    yield _shown("`cases --json`", "Cases as they stand when a day ends.", listed)
    (first, *_) = listed["cases"]
    yield table(("of a case on the list", ""), ((quoted(key), LISTED[key]) for key in first))


def _covered() -> Iterator[str]:
    """What `coverage` and its ledger say of the notice of the how-to guide."""
    for name, text in _FILE.findall(_NOTICE.read_text("utf-8")):
        file = Path(name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    asked = ("coverage", "notice.txt", "--pack", "./ourtown", "--ledger", "ledger.json", "--json")
    covered = _asked(*asked)
    yield _shown(
        "`coverage --json`",
        "A notice beside a pack, here that of [Find what a pack is missing]"
        "(../how-to/find-what-is-missing.md), cut to its third clause and to one number of the"
        " first.",
        {**covered, "clauses": [_first_number(covered["clauses"][0]), covered["clauses"][2]]},
    )
    yield table(("of the answer", ""), ((quoted(key), text) for key, text in COVERED.items()))
    (first, *_) = covered["clauses"][0]["numbers"]
    yield table(("of a number", ""), ((quoted(key), NUMBER[key]) for key in first))
    yield _shown(
        "`coverage --ledger`",
        "The facts of the comparison, without a word of the notice: fields as above, one number a"
        " line in the file.",
        _first_only(json.loads(Path("ledger.json").read_text("utf-8")), "numbers"),
    )


def _first_number(clause: dict[str, Any]) -> dict[str, Any]:
    carried = [one for one in clause["numbers"] if one["why"] == "carried"]
    return {**clause, "numbers": carried[:1]}


def _asked(*words: str) -> dict[str, Any]:
    """What a verb answers."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.suppress(SystemExit):
        app.main([*words, "--lang", "en"], "fengqiao")
    answer: dict[str, Any] = json.loads(out.getvalue())
    return answer


def _first_only(data: dict[str, Any], name: str) -> dict[str, Any]:
    items: Sequence[object] = data.get(name, ())
    return {**data, name: list(items[:1])}


def _shown(title: str, text: str, data: object) -> str:
    """A section: keys in the order of the answer, short lists on one line."""
    return f"## {title}\n\n{text}\n\n```json\n{_compact(data)}\n```"


def _compact(data: object, indent: int = 0, width: int = 88) -> str:
    flat = json.dumps(data, ensure_ascii=False)
    if len(flat) + indent <= width or not isinstance(data, (dict, list)) or not data:
        return flat
    pad = " " * (indent + 2)
    if isinstance(data, dict):
        named = (
            f"{pad}{json.dumps(key)}: {_compact(value, indent + 2)}" for key, value in data.items()
        )
        return "{\n" + ",\n".join(named) + "\n" + " " * indent + "}"
    items = (pad + _compact(one, indent + 2) for one in data)
    return "[\n" + ",\n".join(items) + "\n" + " " * indent + "]"
