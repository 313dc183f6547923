from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Runner = Callable[..., Any]


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def begin(run: Runner, *more: str) -> Any:  # noqa: ANN401  what the fixture gives
    """Begin the pack `ourtown`."""
    return run("new-pack", "ourtown", "--name", "本镇", "--areas", "990001,990002", *more)


def test_example_lints_clean(run: Runner) -> None:
    """And its worked case comes out as expected."""
    begin(run)
    assert run("lint", "fengqiao-ourtown", "--strict").code == 0


def test_stubs_are_named_by_lint(run: Runner, tmp_path: Path) -> None:
    """One fault a stub, each with its line."""
    (tmp_path / "n.txt").write_text("一、每月走访不少于80户。\n二、应当反馈。", encoding="utf-8")
    begin(run, "--from", "n.txt")
    faults = run("lint", "fengqiao-ourtown", "--json").json()["faults"]
    assert [fault["code"] for fault in faults] == ["pack.key_not_chosen"] * 2


def test_check_says_what_is_missing(run: Runner, tmp_path: Path) -> None:
    """A pack with stubs can't judge anything yet."""
    (tmp_path / "n.txt").write_text("一、每月走访不少于80户。\n二、附则", encoding="utf-8")
    begin(run, "--from", "n.txt")
    asked = ("--pack", "fengqiao-ourtown", "--store", "memory:", "--period", "2024-03")
    found = run("check", *asked)
    assert (found.code, "pack.key_not_chosen" in found.err) == (2, True)


def test_out_names_the_folder(run: Runner, tmp_path: Path) -> None:
    """Instead of the default."""
    begin(run, "--out", "here")
    assert (tmp_path / "here" / "pyproject.toml").is_file()


def test_existing_folder_is_refused(run: Runner) -> None:
    """What somebody wrote stays."""
    begin(run)
    assert "new_pack.exists" in begin(run).err


def test_text_without_numbering_is_said(run: Runner, tmp_path: Path) -> None:
    """In the language asked for."""
    (tmp_path / "n.txt").write_text("每月走访不少于80户。", encoding="utf-8")
    assert "全文" in begin(run, "--from", "n.txt", "--lang", "zh").out


def test_numbering_that_was_not_read_is_said(run: Runner, tmp_path: Path) -> None:
    """One clause with 40 stubs has swallowed others."""
    rows = [f"#{number}# 每月走访不少于{number}户。" for number in range(11, 31)]
    (tmp_path / "n.txt").write_text("\n".join(["一、走访", *rows, "二、附则"]), encoding="utf-8")
    said = begin(run, "--from", "n.txt", "--lang", "en").out
    assert "clause 一 has 40 stubs, so the numbering was probably not read" in said


def test_encoding_is_taken(run: Runner, tmp_path: Path) -> None:
    """GB18030 where it is named."""
    (tmp_path / "n.txt").write_text("一、走访\n二、开会", encoding="gb18030")
    assert begin(run, "--from", "n.txt", "--encoding", "gb18030").code == 0


@pytest.mark.parametrize("content", ["走访".encode("gb18030"), b"", b"%PDF-1.7", b"\x00\x01"])
def test_what_is_no_notice_leaves_no_folder(run: Runner, tmp_path: Path, content: bytes) -> None:
    """Another encoding, nothing, another kind of file."""
    (tmp_path / "n.txt").write_bytes(content)
    assert begin(run, "--from", "n.txt").code == 2
    assert not (tmp_path / "fengqiao-ourtown").exists()


@pytest.mark.needs("hatchling")
def test_new_pack_installs_as_a_pack(run: Runner, tmp_path: Path) -> None:
    """Its wheel holds the rules and names them in the group of packs."""
    begin(run)
    words = ("install", "--no-deps", "--no-build-isolation", "--no-index", "--quiet")
    pip = (sys.executable, "-m", "pip", *words, "--target", "site", "./fengqiao-ourtown")
    subprocess.run(pip, check=True, cwd=tmp_path)
    site = tmp_path / "site"
    named = next(site.glob("*.dist-info")) / "entry_points.txt"
    assert "ourtown = fengqiao_ourtown" in named.read_text(encoding="utf-8")
    assert (site / "fengqiao_ourtown" / "data" / "1_requirements.toml").is_file()
