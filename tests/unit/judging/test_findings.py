from __future__ import annotations

import json
import pickle
from datetime import date
from typing import TYPE_CHECKING

import pytest

from fengqiao.errors import UnknownFinding
from fengqiao.judging import Findings, check
from fengqiao.judging.findings import clauses
from fengqiao.rules import Cite
from fengqiao.timing import CN_CALENDAR

if TYPE_CHECKING:
    from tests.unit.conftest import Build

W1 = "town:must@community_officer/W1:2018-07"


@pytest.fixture
def findings(build: Build) -> Findings:
    """A breach, a notice, an info, one that is met, and two that can't be checked."""
    norms = [
        build.norm(build.norm_phase(limit=2), id="must"),
        build.norm(build.norm_phase(limit=2, force="aim"), id="aim"),
        build.norm(build.norm_phase(limit=2, force="practice"), id="practice"),
        build.norm(build.norm_phase(limit=1), id="low"),
        build.norm(build.norm_phase(limit="open"), id="open"),
        build.norm(id="inspections", key="inspection.premises"),
    ]
    rules = build.rules(build.pack(*norms))
    registers = build.town(recording=build.declared("visit"))
    visits = [build.visit(1, date(2018, 7, 3))]
    values = build.answer(build.tasks(rules, registers, build.request()), registers, visit=visits)
    return check(rules, values, on=date(2018, 7, 31), calendar=CN_CALENDAR)


def test_findings_stand_in_the_packs_order(findings: Findings) -> None:
    """Entry by entry."""
    names = ["must", "aim", "practice", "low", "open", "inspections"]
    assert ([one.entry for one in findings], len(findings)) == (names, 6)


def test_breaches_and_notices(findings: Findings) -> None:
    """Only what is not met, by severity; practice is told, too."""
    every = (findings.breaches(), findings.notices(), findings.infos())
    assert [[one.entry for one in some] for some in every] == [["must"], ["aim"], ["practice"]]


def test_counts(findings: Findings) -> None:
    """Results, and severities of what is not met."""
    assert findings.counts() == {
        "met": 1,
        "not_met": 3,
        "not_checkable": 2,
        "breach": 1,
        "notice": 1,
        "info": 1,
    }


def test_finding_is_found_by_its_id(findings: Findings) -> None:
    """The same finding, made anew; None for another subject, period or entry."""
    found = findings.find(W1)
    assert found == next(iter(findings))
    others = ("W2:2018-07", "W1:2018-06")
    assert [findings.find(W1.replace("W1:2018-07", other)) for other in others] == [None, None]


def test_every_finding_is_found_by_its_id(build: Build) -> None:
    """Whichever entry, requirement, period and subject it is of."""
    norms = [build.norm(id=name, per="week") for name in ("first", "second")]
    meeting = build.duty_phase(build.requirement("attendance", "people", "at_least", 8))
    rules = build.rules(build.pack(*norms, build.duty(meeting)))
    registers = build.town(
        recording=build.declared("visit", "meeting.community"), assignment=[build.post("W2")]
    )
    tasks = build.tasks(rules, registers, build.request())
    values = build.answer(tasks, registers, session=[build.session(1, date(2018, 7, 3))])
    every = check(rules, values, on=date(2018, 7, 31), calendar=CN_CALENDAR)
    ids = [one.id for one in every]
    assert len(ids) == len(set(ids)) > 2 * 2 * 2
    assert [found and found.id for found in map(every.find, ids)] == ids


def test_some_findings_are_asked_for_by_block_and_place(findings: Findings) -> None:
    """Without making the others."""
    low = findings.where(lambda block, index: block.task.spoken.entry.id == "low" and index == 0)
    assert [one.entry for one in low] == ["low"]


def test_text_that_is_no_id_is_refused(findings: Findings) -> None:
    """Asking for nothing that could be is an error."""
    with pytest.raises(UnknownFinding):
        findings.find("nothing")


def test_json_lines_are_the_findings_of_the_json(findings: Findings) -> None:
    """One line each, the same content, and plain data only."""
    whole = json.loads(json.dumps(findings.to_json()))
    lines = list(findings.jsonl())
    assert [json.loads(line) for line in lines] == whole["findings"]
    assert lines[0].startswith(f'{{"id": "{W1}", "entry": "must", "requirement": null, ')
    assert '"clause": ["一"]' in lines[0]
    assert (sorted(whole), whole["format"], whole["counts"]) == (
        ["counts", "findings", "format"],
        1,
        findings.counts(),
    )


def test_fields_of_a_finding(findings: Findings) -> None:
    """The shape that other programs read."""
    line = findings.to_json()["findings"][0]
    receipt = line.pop("receipt")
    assert line == {
        "id": W1,
        "entry": "must",
        "requirement": None,
        "subject": {"kind": "community_officer", "id": "W1"},
        "period": "2018-07",
        "result": "not_met",
        "severity": "breach",
        "reason": None,
        "actual": 1,
        "limit": {"op": "at_least", "value": 2, "unit": "households"},
    }
    assert (receipt["clause"], receipt["source"], receipt["asked"]) == (["一"], "order", ["town"])


def test_findings_pickle(findings: Findings) -> None:
    """A finding goes to another process as it is."""
    one = next(iter(findings))
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301  our own bytes


def test_clauses_of_another_source_name_it() -> None:
    """The first source goes without saying."""
    cites = (Cite("order", "一"), Cite("order", "二"), Cite("law", "8"))
    assert (clauses(cites), clauses(())) == (["一", "二", "law:8"], [])


@pytest.mark.parametrize("verified", [True, False])
def test_receipt_says_whether_the_value_is_confirmed(build: Build, *, verified: bool) -> None:
    """That of the phase in force, whatever the entry says as a whole."""
    norm = build.norm(build.norm_phase(verified=verified), verified=not verified)
    rules, registers = build.rules(build.pack(norm)), build.town()
    values = build.answer(build.tasks(rules, registers, build.request()), registers)
    found = check(rules, values, on=date(2018, 7, 31), calendar=CN_CALENDAR)
    assert {finding.receipt["verified"] for finding in found} == {verified}
