"""Both READMEs: their code runs and prints what they say, their links lead somewhere."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib.metadata import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
READMES = ("README.md", "README.zh-CN.md")
_EMBED = re.compile(r"<!-- embed: a test .*? -->\n```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
_PRINTS = re.compile(
    r"<!-- embed: what it prints -->\n```text\n(.*?)^```", re.MULTILINE | re.DOTALL
)
_DEMO = re.compile(r"^```text\n(fengqiao .*?)^```", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)#]+)")
_CUT = "..."

needs_packs = pytest.mark.needs("fengqiao_wuhai", "fengqiao_cn")
needs_commands = pytest.mark.needs("fengqiao_wuhai", "fengqiao_cn", "click", "rich")


def read(name: str) -> str:
    """A README; away from the checkout the English one, as the installed wheel carries it."""
    path = ROOT / name
    if path.exists():
        return path.read_text(encoding="utf-8")
    return str(metadata("fengqiao").get_payload()) if name == "README.md" else ""


def run(words: list[str], folder: Path) -> str:
    """What a Python process prints that was started in an otherwise empty folder."""
    left_out = {"PYTHONPATH", "PYTHONHOME"}
    variables = {name: value for name, value in os.environ.items() if name not in left_out}
    ran = subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        env={**variables, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


@needs_packs
def test_embedding_prints_what_it_says(tmp_path: Path) -> None:
    """The snippet of README.md runs in an empty folder and prints what stands below it."""
    text = read("README.md")
    (code,), (expected,) = _EMBED.findall(text), _PRINTS.findall(text)
    assert run(["-c", code], tmp_path) == expected


@needs_packs
def test_embedding_in_chinese_prints_what_it_says(repository: Path, tmp_path: Path) -> None:
    """The snippet of README.zh-CN.md runs in an empty folder and prints what stands below it."""
    text = (repository / "README.zh-CN.md").read_text(encoding="utf-8")
    (code,), (expected,) = _EMBED.findall(text), _PRINTS.findall(text)
    assert run(["-c", code], tmp_path) == expected


def test_embedding_takes_ten_lines() -> None:
    """Ten lines of code, blank ones aside, are enough to embed the library."""
    (code,) = _EMBED.findall(read("README.md"))
    assert len([line for line in code.splitlines() if line.strip()]) == 10


@needs_commands
@pytest.mark.needs("time")
@pytest.mark.parametrize(("name", "lang"), [("README.md", "en"), ("README.zh-CN.md", "zh")])
def test_demo_prints_what_it_says(name: str, lang: str, repository: Path, tmp_path: Path) -> None:
    """Between its cuts, the demonstration in a README is what the command prints."""
    (shown,) = _DEMO.findall((repository / name).read_text(encoding="utf-8"))
    printed = run(["-m", "fengqiao.cli", "demo", "--lang", lang], tmp_path)
    bare = "\n".join(line.rstrip() for line in printed.splitlines()) + "\n"
    missing = [part for part in shown.split(f"{_CUT}\n") if part not in bare]
    assert missing == []


@pytest.mark.parametrize("name", READMES)
def test_links_lead_somewhere(name: str, repository: Path) -> None:
    """Every relative link of a README names a file of the checkout."""
    links = _LINK.findall((repository / name).read_text(encoding="utf-8"))
    assert [link for link in links if ":" not in link and not (repository / link).exists()] == []


def test_both_readmes_name_the_same_pages(repository: Path) -> None:
    """Whoever reads only one of them is sent to the same pages."""
    both = [set(_LINK.findall((repository / name).read_text(encoding="utf-8"))) for name in READMES]
    assert both[0] - set(READMES) == both[1] - set(READMES)
