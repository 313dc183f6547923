"""The command line run in this process, and a small town to ask it about."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen

import fengqiao
from fengqiao.cli.app import app
from fengqiao.testing.small import SMALL_PACK, small_city


@frozen
class Run:
    """What a command left: its exit code and what it wrote."""

    code: int
    out: str
    err: str

    def json(self) -> Any:  # noqa: ANN401  whatever the JSON holds
        """Standard output as JSON."""
        return json.loads(self.out)


@frozen
class SmallTown:
    """A store with a month of work, its configuration beside it, and its pack."""

    config: Path
    pack: Path

    def asking(self, *more: str) -> tuple[str, ...]:
        """Options that every question needs."""
        return ("--config", str(self.config), "--pack", str(self.pack), *more)


@pytest.fixture(autouse=True)
def _plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FENGQIAO_LANG", "LC_ALL", "LC_MESSAGES", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Run]:
    """Run a command line and give what it left."""

    def run(*words: str) -> Run:
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            app.main(list(words), prog_name="fengqiao")
        code = left.value.code
        return Run(code if isinstance(code, int) else -1, *capsys.readouterr())

    return run


@pytest.fixture
def town(tmp_path: Path) -> SmallTown:
    """The small town in a SQLite file."""
    config = tmp_path / "town.toml"
    config.write_text("format = 1\n[host]\nsmall_count = 3\n", encoding="utf-8")
    with fengqiao.open_workspace(f"sqlite:///{tmp_path}/town.db", packs=[SMALL_PACK]) as ws:
        small_city(ws)
    return SmallTown(config, SMALL_PACK)


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Install a copy of the small pack as a distribution of version 7.5 that brings only it."""
    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.syspath_prepend(str(site))

    def install(
        name: str,
        *,
        spoil: str = "",
        parent: str = "",
        calls_itself: str | None = None,
        edit: tuple[str, str] = ("", ""),
    ) -> Path:
        package = f"installed_{name}"
        folder = Path(shutil.copytree(SMALL_PACK, site / package))
        rules = folder / "data" / "rules.toml"
        text = rules.read_text(encoding="utf-8")
        text = text.replace('"testtown"', f'"{calls_itself or name}"')
        text = text.replace("[pack]", f'[pack]\nparent = "{parent}"') if parent else text
        text = text.replace(spoil, f"{spoil}.misspelled") if spoil else text
        text = text.replace(*edit) if edit[0] else text
        rules.write_text(text, encoding="utf-8")
        about = site / f"fengqiao_{name}-7.5.dist-info"
        about.mkdir()
        metadata = f"Metadata-Version: 2.1\nName: fengqiao-{name}\nVersion: 7.5\n"
        (about / "METADATA").write_text(metadata, encoding="utf-8")
        points = f"[fengqiao.packs]\n{name} = {package}\n"
        (about / "entry_points.txt").write_text(points, encoding="utf-8")
        return folder

    return install
