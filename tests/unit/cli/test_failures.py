from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Runner = Callable[..., Any]
PERIOD = ("--period", "2018-07")
MISTAKES = [
    (),
    ("nothing",),
    ("check",),
    ("check", "--period", "2018-07"),
    ("check", "--store", "memory:", "--period", "July"),
    ("check", "--store", "postgresql://x", *PERIOD),
    ("check", "--store", "sqlite:///not-there.db", *PERIOD),
    ("check", "--store", "memory:", "--on", "yesterday", *PERIOD),
    ("check", "--store", "memory:", "--pack", "atlantis", *PERIOD),
    ("check", "--store", "memory:", "--limit", "-1", *PERIOD),
    ("check", "--config", "not-there.toml", "--store", "memory:", *PERIOD),
    ("explain", "nonsense", "--store", "memory:"),
    ("show",),
    ("show", "atlantis"),
    ("lint", "atlantis"),
    ("lint", "./atlantis"),
    ("demo", "--month", "2018"),
    ("demo", "--locality", "atlantis"),
    ("store", "export", "--store", "sqlite:///not-there.db"),
    ("store", "erase", "reference-1", "--store", "sqlite:///not-there.db"),
]

JSON_MISTAKES = [words for words in MISTAKES if len(words) > 1 and words[0] != "demo"]
"""`demo` prints for people only."""


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("words", MISTAKES, ids=" ".join)
def test_what_can_not_be_answered_gives_2(run: Runner, words: tuple[str, ...]) -> None:
    """Whether the command line, a pack, a store or a period is wrong."""
    assert run(*words).code == 2


@pytest.mark.parametrize("words", MISTAKES, ids=" ".join)
def test_words_about_it_go_to_standard_error(run: Runner, words: tuple[str, ...]) -> None:
    """Nothing that could be taken for an answer stands on standard output."""
    assert run(*words).out == ""


@pytest.mark.parametrize("words", MISTAKES, ids=" ".join)
def test_no_traceback_is_shown(run: Runner, words: tuple[str, ...]) -> None:
    """A mistake of the user's is no defect of the program."""
    assert "Traceback" not in run(*words).err


@pytest.mark.parametrize("words", JSON_MISTAKES, ids=" ".join)
def test_under_json_the_error_is_json_of_one_shape(run: Runner, words: tuple[str, ...]) -> None:
    """`{"error": {"code", "what", "where", "why", "next", "faults": [the same keys]}}`."""
    error = run(*words, "--json").json()["error"]
    keys = {"code", "what", "where", "why", "next"}
    assert [set(error)] + [set(fault) for fault in error["faults"]] == [
        keys | {"faults"},
        *([keys] * len(error["faults"])),
    ]


def test_errors_come_in_chinese(run: Runner) -> None:
    """`--lang zh` reaches what is said about a mistake."""
    found = run("check", "--store", "memory:", "--pack", "atlantis", *PERIOD, "--lang", "zh")
    assert "没有" in found.err


def test_mistakes_in_use_come_in_chinese(run: Runner) -> None:
    """The command line's own sentences too."""
    assert "没有指明规则包" in run("show", "--lang", "zh").err


def test_errors_name_their_code(run: Runner) -> None:
    """Programs and documentation find the error by it."""
    assert "[pack.unknown]" in run("show", "atlantis").err


def test_store_that_is_not_there_is_not_made(run: Runner, tmp_path: Path) -> None:
    """A misspelled name would look like an empty town."""
    run("check", "--store", "sqlite:///not-there.db", *PERIOD)
    assert not (tmp_path / "not-there.db").exists()


def test_misspelled_reference_is_not_repeated(run: Runner, tmp_path: Path) -> None:
    """An error never shows a value."""
    found = run("store", "erase", "13812345678", "--store", "memory:")
    assert "13812345678" not in found.out + found.err


TYPED = "110101199003078888"
TYPED_WRONG = [
    ("store", "upgrade", TYPED),
    ("store", "erase", "--store", "memory:", "--limit", TYPED),
    ("store", TYPED),
    (TYPED,),
    ("show", "wuhai", TYPED),
    ("check", f"--{TYPED}"),
    ("check", f"-x{TYPED}"),
    ("check", f"--json={TYPED}"),
    ("check", "--limit", TYPED[:-1] + "X", *PERIOD),
    ("check", "--fail-on", TYPED, *PERIOD),
    ("check", "--lang", TYPED, *PERIOD),
    ("check", "--on", TYPED, *PERIOD),
    ("check", "--as-known", TYPED, *PERIOD),
    ("demo", "--seed", TYPED[:-1] + "X"),
]


@pytest.mark.parametrize("more", [(), ("--json",)], ids=["words", "json"])
@pytest.mark.parametrize("words", TYPED_WRONG, ids=" ".join)
def test_what_was_typed_is_not_repeated(
    run: Runner, words: tuple[str, ...], more: tuple[str, ...]
) -> None:
    """It may be an identity number in the wrong place."""
    found = run(*words, *more)
    assert (found.code, TYPED[:-1] in found.out + found.err) == (2, False)


@pytest.mark.parametrize(
    "words",
    [
        *TYPED_WRONG,
        ("check",),
        ("explain",),
        ("store", "erase"),
        ("check", "--perod"),
        ("check", "--limit", "-1"),
        ("store", "export", "--store", "memory:", "--out", "no-folder/x"),
    ],
    ids=" ".join,
)
def test_mistakes_are_told_in_one_language(run: Runner, words: tuple[str, ...]) -> None:
    """In Chinese nothing but names that are typed stands in Latin letters."""
    told = run(*words, "--lang", "zh").err if "--lang" not in words else run(*words).err
    plain = re.sub(r"`[^`]*`|\[[^]]*\]|--[a-z-]+|no-folder/x", "", told)
    is_chinese = "--lang" not in words
    assert bool(re.search("[a-z]{3,} [a-z]{3,}", plain)) is not is_chinese


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("check",), "--period"),
        (("explain",), "ID"),
        (("check", "--limit", "-1"), "0 or more"),
        (("check", "--on", "yesterday"), "2018-07-31"),
        (("check", "--as-known", "2018-07-31"), "with its zone"),
        (("check", "--lang", "fr"), "en, zh"),
        (("check", "--periodd", "2018"), "--period"),
        (("nothing",), "demo, packs"),
        (("store", "nothing"), "erase, export"),
    ],
)
def test_mistake_names_what_would_be_right(run: Runner, words: tuple[str, ...], name: str) -> None:
    """The option or argument, and what it takes."""
    assert name in run(*words).err


def test_broken_program_gives_2_with_a_traceback(
    run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A defect must not look like a found breach (1)."""
    monkeypatch.setattr("fengqiao.cli.show.set_up", lambda packs: 1 / 0)
    found = run("show", "wuhai")
    assert (found.code, "ZeroDivisionError" in found.err) == (2, True)


def test_version_is_shown(run: Runner) -> None:
    """`--version` answers."""
    found = run("--version")
    assert (found.code, found.out.split()[0]) == (0, "fengqiao")


def test_help_lists_every_verb(run: Runner) -> None:
    """All eight, in the order of use."""
    text = run("--help").out
    verbs = ("demo", "packs", "show", "lint", "coverage", "check", "score", "explain", "store")
    places = [text.find(f"\n  {verb} ") for verb in verbs]
    assert places == sorted(places)
