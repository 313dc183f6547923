"""The verbs `cases`, `case` and `move`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fengqiao.cli.case_texts import _TEXTS

pytestmark = pytest.mark.needs("fengqiao_cn")
Runner = Callable[..., Any]
KNOWN = ("--known-at", "2026-12-31T12:00+08:00")
CASE, A, B = "case-0001", "party-000A", "party-000B"


@pytest.fixture
def config(tmp_path: Path) -> tuple[str, ...]:
    """Options of an empty store under national law."""
    file = tmp_path / "cases.toml"
    file.write_text('format = 1\n[cn]\n"mediation.peoples.contents" = "waived"\n', "utf-8")
    return ("--config", str(file), "--pack", "cn")


@pytest.fixture
def move(run: Runner, config: tuple[str, ...]) -> Runner:
    """Take a step at nine o'clock of a day."""

    def move(kind: str, day: str, *more: str) -> Any:  # noqa: ANN401  what a command left
        at = ("--at", f"{day}T09:00+08:00")
        return run("move", CASE, kind, *config, *at, *KNOWN, *more)

    return move


@pytest.fixture
def accepted(move: Runner) -> None:
    """A people's mediation that was accepted on 2026-03-03."""
    move("applied", "2026-03-02", "--procedure", "mediation.peoples")
    for party in (A, B):
        move("joined", "2026-03-02", "--party", party)
        move("consented", "2026-03-02", "--party", party)
    assert move("accepted", "2026-03-03", "--by", "mediator-7").code == 0


def shown(run: Runner, config: tuple[str, ...], *more: str, day: str = "2026-03-09") -> Any:  # noqa: ANN401  what a command left
    """The case as of nine o'clock of a day."""
    return run("case", CASE, *config, "--at", f"{day}T09:00+08:00", *more)


def test_a_step_opens_a_case(move: Runner) -> None:
    """With its procedure; the answer says state and version."""
    left = move("applied", "2026-03-02", "--procedure", "mediation.peoples")
    assert (left.code, left.out.splitlines()[0]) == (
        0,
        "case-0001: applied. Now proposed, version 1.",
    )


@pytest.mark.usefixtures("accepted")
def test_a_refused_step_leaves_two_with_its_articles(move: Runner) -> None:
    """Art. 19: a mediator is appointed or chosen before the session."""
    left = move("session_held", "2026-03-09")
    assert (left.code, left.out) == (2, "")
    assert "mediation2010:19" in left.err


@pytest.mark.usefixtures("accepted")
def test_a_refused_step_is_json_where_asked(move: Runner) -> None:
    """Each reason is a fault of its own."""
    faults = move("session_held", "2026-03-09", "--json").json()["error"]["faults"]
    assert [fault["code"] for fault in faults] == ["casework.needs", "casework.needs"]


@pytest.mark.usefixtures("accepted")
def test_of_several_facts_one_is_enough(move: Runner) -> None:
    """Art. 28: in writing, or on record; what a step brings about is not to be attested."""
    for kind, more in (
        ("rights_told", ()), ("mediator_appointed", ()), ("session_held", ("--by", "mediator-7")),
    ):  # fmt: skip
        assert move(kind, "2026-03-09", *more).code == 0
    left = move("agreed", "2026-03-09", "--form", "oral")
    assert "lacks one of agreement_written, content_recorded." in left.err
    assert "what is so: content_recorded. This step or those before it bring about:" in left.err
    assert move("agreed", "2026-03-09", "--form", "oral", "--attest", "content_recorded").code == 0


@pytest.mark.usefixtures("accepted")
def test_json_tells_all_from_one_of_several(
    run: Runner, move: Runner, config: tuple[str, ...]
) -> None:
    """Art. 25: steps were taken, or the police were told; either will do."""
    moves = {one["step"]: one for one in shown(run, config, "--json").json()["moves"]}
    reported, invited = moves["risk_reported"], moves["outsider_invited"]
    assert (reported["attest"], reported["attest_one_of"]) == ([], [["steps_taken", "police_told"]])
    assert (invited["attest"], invited["attest_one_of"]) == (["invited_with_consent"], [])
    assert reported["refusals"][0]["any_of"] is True
    assert move("risk_reported", "2026-03-09", "--attest", "police_told").code == 0


@pytest.mark.usefixtures("accepted")
def test_a_case_is_shown_as_it_stood(run: Runner, move: Runner, config: tuple[str, ...]) -> None:
    """On the 5th nothing had failed; before the 2nd there was no case."""
    move("failed", "2026-03-09")
    assert "failed" not in shown(run, config, day="2026-03-05").out.split("May be done")[0]
    left = shown(run, config, day="2026-03-01")
    assert (left.code, "casework.not_begun" in left.err) == (2, True)


@pytest.mark.usefixtures("accepted")
def test_a_stale_version_is_said(move: Runner) -> None:
    """Whoever saw version 5 reads that the case is at 6."""
    left = move("failed", "2026-03-09", "--at-version", "5")
    assert (left.code, "store.stale_case" in left.err) == (2, True)


@pytest.mark.usefixtures("accepted")
def test_attesting_makes_a_step_legal(move: Runner) -> None:
    """Others take part with the parties' consent (art. 20)."""
    assert move("outsider_invited", "2026-03-09").code == 2
    assert move("outsider_invited", "2026-03-09", "--attest", "invited_with_consent").code == 0


@pytest.mark.usefixtures("accepted")
def test_a_case_is_shown(run: Runner, config: tuple[str, ...]) -> None:
    """Course, legal moves, refused ones with articles, the deadline with its spans."""
    out = " ".join(shown(run, config).out.split())
    for wanted in (
        "2026-03-03 09:00 accepted",
        "mediator_appointed",
        "lacks: rights were told (mediation_rules2002:30)",
        "until 2026-04-03; running",
        "[civil_code:201(1)]",
    ):
        assert wanted in out


@pytest.mark.usefixtures("accepted")
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_lines_keep_to_the_screen(run: Runner, config: tuple[str, ...], lang: str) -> None:
    """80 columns, a wide character taking two."""
    from rich.cells import cell_len

    lines = shown(run, config, "--all", "--lang", lang).out.splitlines()
    assert [line for line in lines if cell_len(line) > 80] == []


@pytest.mark.usefixtures("accepted")
def test_no_party_is_shown(run: Runner, config: tuple[str, ...]) -> None:
    """Not in words, not in JSON."""
    text = shown(run, config).out + shown(run, config, "--json").out
    assert (A in text, B in text) == (False, False)


@pytest.mark.usefixtures("accepted")
def test_overdue_cases_are_listed(run: Runner, config: tuple[str, ...]) -> None:
    """Past the month of rule 33; a day earlier there is none."""
    late = run("cases", *config, "--on", "2026-04-04", "--overdue", "--json").json()
    early = run("cases", *config, "--on", "2026-04-03", "--overdue", "--json").json()
    assert ([one["case"] for one in late["cases"]], early["cases"]) == ([CASE], [])


@pytest.mark.usefixtures("accepted")
def test_cases_are_listed_in_words(run: Runner, config: tuple[str, ...]) -> None:
    """State, what comes next, by when."""
    out = run("cases", *config, "--on", "2026-03-27", "--due-within", "7d", "--lang", "zh").out
    assert ("调解中" in out, "2026-04-03" in out) == (True, True)


def test_days_that_are_none_are_refused(run: Runner, config: tuple[str, ...]) -> None:
    """A word is no number of days."""
    left = run("cases", *config, "--due-within", "week")
    assert (left.code, "7d" in left.err) == (2, True)


@pytest.mark.usefixtures("accepted")
def test_an_unknown_case_leaves_two(run: Runner, config: tuple[str, ...]) -> None:
    """A mistyped reference is said, not shown as an empty case."""
    left = run("case", "case-0009", *config)
    assert (left.code, "casework.unknown_case" in left.err) == (2, True)


def test_a_step_makes_no_store(move: Runner, tmp_path: Path) -> None:
    """Only the first step of a case may."""
    assert move("accepted", "2026-03-03").code == 2
    assert not (tmp_path / "cases.db").exists()


def test_texts_have_the_same_facts_in_both_languages() -> None:
    """What English fills in, Chinese does too."""
    import re

    names = {
        key: [sorted(set(re.findall(r"{(\w+)}", text))) for text in pair]
        for key, pair in _TEXTS.items()
    }
    assert [key for key, (en, zh) in names.items() if en != zh] == []
