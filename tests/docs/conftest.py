"""What tests of the documentation share: its pages, and a runner of the code blocks on them.

On a page that is run, blocks do this, from top to bottom, in one empty folder:

- a file that the page offers by the role ``{download}`` is there from the start;
- ``{code-block}`` with a ``:caption:`` writes the file that the caption names;
- ``python`` runs, in one namespace for the whole page;
- ``console`` runs each line after ``$ `` that starts ``fengqiao`` or ``pytest``, and compares what
  follows it, where a line ``...`` stands for any lines; ``pip install ./FOLDER`` installs the
  folder for the lines that follow; other commands are not run;
- ``output`` is compared with what the block before it printed.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest

_FENCE = re.compile(r"^(`{3,})(\{code-block\} )?(\w+)?\n(.*?)^\1\n", re.MULTILINE | re.DOTALL)
_DOWNLOAD = re.compile(r"\{download\}`[^`<]*<([^`>]+)>`")
_PROGRAMS = {"fengqiao": "fengqiao.cli", "pytest": "pytest"}
_OFFLINE = ("--quiet", "--no-index", "--no-deps", "--no-build-isolation")
_SITE = Path(".site")
_SECONDS = re.compile(r"passed in [0-9.]+s")
_CAPTION = re.compile(r":caption: (\S+)\n\n")


@dataclass(frozen=True)
class Block:
    """One fenced block of a page."""

    language: str
    text: str
    file: str | None
    line: int


def find_blocks(text: str) -> Iterator[Block]:
    """The fenced blocks of a page, in order."""
    for found in _FENCE.finditer(text):
        body = found[4]
        caption = _CAPTION.match(body)
        yield Block(
            language=found[3] or "",
            text=body[caption.end() :] if caption else body,
            file=caption[1] if caption else None,
            line=text[: found.start()].count("\n") + 1,
        )


@pytest.fixture
def blocks() -> Callable[[str], list[Block]]:
    """Finds the fenced blocks of a text."""
    return lambda text: list(find_blocks(text))


@pytest.fixture(scope="session")
def reference(repository: Path) -> ModuleType:
    """The package that makes the generated pages of the reference."""
    folder = str(repository / "docs")
    if folder not in sys.path:
        sys.path.insert(0, folder)
    return importlib.import_module("_reference")


@pytest.fixture
def run_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, repository: Path
) -> Callable[[str], list[tuple[int, str, str]]]:
    """Runs a page in an empty folder; gives line, expected and actual of every output."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FENGQIAO_LANG", raising=False)
    folder = repository / "docs" / "how-to"  # all pages that are run stand one folder deep

    def run(text: str) -> list[tuple[int, str, str]]:
        for link in _DOWNLOAD.findall(text):
            shutil.copy(folder / link, tmp_path)
        return list(_compared(text))

    return run


def _compared(text: str) -> Iterator[tuple[int, str, str]]:
    space: dict[str, object] = {"__name__": "__page__"}
    printed = ""
    for block in find_blocks(text):
        if block.file:
            path = Path(block.file)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, encoding="utf-8")
        elif block.language == "python":
            printed = _run(block, space)
        elif block.language == "output":
            yield block.line, block.text, printed
        elif block.language == "console":
            yield from _commands(block)


def _run(block: Block, space: dict[str, object]) -> str:
    out = io.StringIO()
    code = compile("\n" * block.line + block.text, f"page, line {block.line}", "exec")
    with contextlib.redirect_stdout(out):
        exec(code, space)  # noqa: S102  the documentation is ours
    return out.getvalue()


def _commands(block: Block) -> Iterator[tuple[int, str, str]]:
    for part in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
        command, _, expected = part.partition("\n")
        words = shlex.split(command)
        if words[:2] == ["pip", "install"] and words[2].startswith("./"):
            _start("pip", "install", *_OFFLINE, "--target", str(_SITE), words[2])
        elif words[0] in _PROGRAMS:
            printed = _start(_PROGRAMS[words[0]], *words[1:])
            if _cut(expected, printed):
                printed = expected
            yield block.line, _bare(expected), _bare(printed)


def _start(module: str, *words: str) -> str:
    """What a module prints that is run as a program, with what the page installed in reach."""
    paths = [*filter(None, [os.environ.get("PYTHONPATH")]), str(_SITE.absolute())]
    variables = {name: value for name, value in os.environ.items() if "PYTEST" not in name}
    ran = subprocess.run(
        [sys.executable, "-m", module, *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={
            **variables,
            "FENGQIAO_LANG": "en",
            "PYTHONUTF8": "1",
            "NO_COLOR": "1",
            "PYTHONPATH": os.pathsep.join(paths),
            "PYTEST_ADDOPTS": "-p no:cacheprovider -p no:randomly",
        },
    )
    return ran.stdout + ran.stderr


def _cut(expected: str, printed: str) -> bool:
    """Whether the parts of a shortened output stand in what was printed, one after the other."""
    parts = re.split(r"^\.\.\.\n", expected, flags=re.MULTILINE)
    if len(parts) == 1:
        return False
    found = [printed.find(part) for part in parts]
    return found[0] == 0 and found == sorted(found) and -1 not in found


def _bare(text: str) -> str:
    """Without blanks at the ends of lines, which terminals don't show, and without durations."""
    lines = "\n".join(line.rstrip() for line in text.splitlines()).strip() + "\n"
    return _SECONDS.sub("passed", lines)
