"""Worked cases of procedures are walked, and what comes out otherwise is named."""

from __future__ import annotations

from pathlib import Path

from fengqiao.packs import check_pack, read_pack, run_cases
from fengqiao.rules import core_catalogue

DATA = """format = 1
[pack]
id = "testtown"
zh = "测试镇"
version = "1"
areas = ["990001"]
[[source]]
id = "s"
zh = "通知"
kind = "order"
issued = 2018-01-01
[[clause]]
ref = "一"
[[procedure]]
key = "mediation.peoples"
clause = "一"
[[procedure.state]]
name = "open"
[[procedure.state]]
name = "agreed"
[[procedure.state]]
name = "filed"
ends = true
[[procedure.move]]
name = "found"
from = "new"
to = "open"
[[procedure.move]]
name = "agreed"
from = "open"
to = "agreed"
needs = "content_recorded"
[[procedure.move]]
name = "filed"
from = "agreed"
to = "filed"
[[procedure.clock]]
name = "settle"
at_most = "10 working_days"
starts = "found"
stops = "agreed"
"""

FOUND = '{ kind = "found", at = 2024-03-04 }'


def found_in(folder: Path, events: str, expect: str) -> list[tuple[object, object, object]]:
    """Part, expectation and finding of each thing that came out otherwise."""
    folder = folder / "testtown"
    case = f'[[case]]\nof = "mediation.peoples"\nevents = [{events}]\nexpect = {{ {expect} }}\n'
    for name, text in (("data", DATA), ("cases", f"format = 1\n{case}")):
        (folder / name).mkdir(parents=True)
        (folder / name / "all.toml").write_text(text, encoding="utf-8")
    results = run_cases(read_pack(folder), core_catalogue())
    faults = [result.fault for result in results if result.fault]
    return [(one.facts["part"], one.facts["expected"], one.facts["found"]) for one in faults]


def test_a_walk_that_comes_out_as_it_says_has_no_fault(tmp_path: Path) -> None:
    """Ten working days after Monday 2024-03-04, which is not counted, are Monday the 18th."""
    tried = 'may_not = [{ kind = "agreed", why = "needs", guard = "agreed_needs" }, "filed"]'
    may = 'may = { kind = "agreed", facts = "content_recorded" }'
    expect = f'on = 2024-03-05, state = "open", {may}, {tried}, due = {{ settle = 2024-03-18 }}'
    assert found_in(tmp_path, FOUND, expect) == []


def test_a_step_that_is_refused_is_named_with_its_reason(tmp_path: Path) -> None:
    """The second step lacks what its move needs; nothing after it is tried."""
    events = FOUND + ', { kind = "agreed", at = 2024-03-04 }, { kind = "filed", at = 2024-03-04 }'
    found = "needs mediation.peoples.agreed_needs (content_recorded)"
    assert found_in(tmp_path, events, 'on = 2024-03-05, state = "filed"') == [
        ("events.2", "legal", found)
    ]


def test_another_state_than_expected_is_named(tmp_path: Path) -> None:
    """The case is open after its first step, and not agreed."""
    assert found_in(tmp_path, FOUND, 'on = 2024-03-05, state = "agreed"') == [
        ("state", "agreed", "open")
    ]


def test_a_step_that_is_refused_for_another_reason_is_named(tmp_path: Path) -> None:
    """What lacks a fact isn't late."""
    expect = 'on = 2024-03-05, state = "open", may_not = { kind = "agreed", why = "late" }'
    found = "needs mediation.peoples.agreed_needs (content_recorded)"
    assert found_in(tmp_path, FOUND, expect) == [("may_not.1", "late", found)]


def test_a_step_that_is_legal_after_all_is_named(tmp_path: Path) -> None:
    """With its fact attested the step is legal, so that it isn't refused."""
    tried = 'may_not = { kind = "agreed", facts = "content_recorded" }'
    expect = f'on = 2024-03-05, state = "open", {tried}'
    assert found_in(tmp_path, FOUND, expect) == [("may_not.1", "refused", "legal")]


def test_another_day_than_expected_is_named(tmp_path: Path) -> None:
    """Seven working days would end on the 13th; the clock says ten."""
    expect = 'on = 2024-03-05, state = "open", due = { settle = 2024-03-13 }'
    assert found_in(tmp_path, FOUND, expect) == [("settle", "2024-03-13", "2024-03-18")]


def test_a_limit_that_does_not_run_yet_has_no_end(tmp_path: Path) -> None:
    """A clock that ran is no `none`."""
    expect = 'on = 2024-03-05, state = "open", due = { settle = "none" }'
    assert found_in(tmp_path, FOUND, expect) == [("settle", "none", "2024-03-18")]


def test_a_strict_check_wants_an_end_a_refusal_and_a_deadline(tmp_path: Path) -> None:
    """A case that only tells the state of an open case shows none of the three."""
    found_in(tmp_path, FOUND, 'on = 2024-03-05, state = "open"')
    faults = check_pack(tmp_path / "testtown", strict=True)
    assert [one.facts["missing"] for one in faults if one.code == "pack.procedure_cases"] == [
        ("state", "may_not", "due")
    ]


def test_steps_are_not_events_of_a_duty(tmp_path: Path) -> None:
    """A norm whose case is written as that of a procedure is told to use the other form."""
    folder = tmp_path / "testtown"
    norm = '[[norm]]\nkey = "mediation.sessions"\neach = "dispute"\nat_most = 2\nclause = "一"\n'
    case = (
        f'[[case]]\nof = "mediation.sessions"\nevents = [{FOUND}]\nexpect = {{ times = "met" }}\n'
    )
    for name, text in (("data", DATA + norm), ("cases", f"format = 1\n{case}")):
        (folder / name).mkdir(parents=True)
        (folder / name / "all.toml").write_text(text, encoding="utf-8")
    assert [one.code for one in check_pack(folder)] == ["pack.case_kind"]
