"""How ``dev.py`` finds its way on machines of many kinds."""

from __future__ import annotations

import ast
import importlib.util
import json
import runpy
import sys
from pathlib import Path
from types import ModuleType

import pytest

PLAIN = '[project]\nname = "{name}"\nversion = "1"\ndependencies = {needs}\n'


@pytest.fixture
def dev(repository: Path) -> ModuleType:
    """The script as a module, loaded anew."""
    spec = importlib.util.spec_from_file_location("dev_under_test", repository / "dev.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def checkout(dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small checkout with one plugin, in which the script believes it stands."""
    (tmp_path / "constraints.txt").write_text("attrs==26.1.0\n", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(PLAIN.format(name="fengqiao", needs=[]), "utf-8")
    add_plugin(tmp_path, "fengqiao-a", ["fengqiao>=0.1"])
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    return tmp_path


def add_plugin(root: Path, name: str, needs: list[str]) -> Path:
    """Writes a plugin's ``pyproject.toml`` and returns its folder."""
    folder = root / "plugins" / name
    folder.mkdir(parents=True)
    (folder / "pyproject.toml").write_text(PLAIN.format(name=name, needs=needs), "utf-8")
    return folder


def stamp(dev: ModuleType, root: Path, extras: set[str]) -> dict[str, object]:
    """Stamps a made-up environment as up to date with the checkout."""
    plain, _ = dev.find_plugins(root)
    content: dict[str, object] = dev.describe(root, frozenset(extras), plain)
    python = dev.python_of(root / ".venv")
    python.parent.mkdir(parents=True)
    python.touch()
    (root / ".venv" / dev.STAMP).write_text(json.dumps(content), encoding="utf-8")
    return content


def test_an_old_python_can_read_the_script(repository: Path) -> None:
    """The script holds nothing that Python 3.6 can't parse."""
    text = (repository / "dev.py").read_text(encoding="utf-8")
    tree = ast.parse(text, feature_version=(3, 6))
    futures = [n for n in ast.walk(tree) if getattr(n, "module", None) == "__future__"]
    assert futures == []


def test_an_old_python_is_told_so(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A Python that is too old prints one plain sentence and ends with 2."""
    monkeypatch.setattr(sys, "version_info", (3, 10, 13, "final", 0))
    with pytest.raises(SystemExit) as end:
        runpy.run_path(str(repository / "dev.py"))
    assert (end.value.code, capsys.readouterr().err.splitlines()) == (
        2,
        [
            f"fengqiao needs Python 3.11 or newer; this is Python 3.10.13 ({sys.executable}).",
            "Run the same command with a newer one, for example: python3.12 dev.py demo",
        ],
    )


@pytest.mark.parametrize(
    ("requirement", "name"),
    [
        ("fengqiao", "fengqiao"),
        ("Fengqiao_CN[x]>=0.1,<2 ; python_version > '3'", "fengqiao-cn"),
        (" attrs ", "attrs"),
        ("", ""),
    ],
)
def test_names_of_requirements(dev: ModuleType, requirement: str, name: str) -> None:
    """A requirement is known by its bare name, however it is written."""
    assert dev.normalise(requirement) == name


def test_plugins_that_need_only_fengqiao_are_told_apart(dev: ModuleType, checkout: Path) -> None:
    """A plugin on fengqiao, or on such a plugin, is plain; one on anything else is not."""
    on_plugin = add_plugin(checkout, "fengqiao-b", ["fengqiao-c", "fengqiao"])
    bare = add_plugin(checkout, "fengqiao-c", [])
    demanding = add_plugin(checkout, "fengqiao-d", ["fengqiao", "solver>=1"])
    on_demanding = add_plugin(checkout, "fengqiao-e", ["fengqiao-d"])
    plain, more = dev.find_plugins(checkout)
    assert (plain, more) == (
        [checkout / "plugins" / "fengqiao-a", on_plugin, bare],
        [demanding, on_demanding],
    )


def test_a_broken_plugin_is_named(
    dev: ModuleType, checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A pyproject without a name ends the command with 2 and the path of the file."""
    broken = checkout / "plugins" / "fengqiao-a" / "pyproject.toml"
    broken.write_text("[tool]\n", encoding="utf-8")
    told = "it has no [project] table with a name and a list of dependencies"
    assert (dev.main(["test"]), capsys.readouterr().err) == (
        2,
        f"{broken} can't be read: {told}.\n",
    )


@pytest.mark.parametrize(
    "name", ["constraints.txt", "pyproject.toml", "plugins/fengqiao-a/pyproject.toml"]
)
def test_a_changed_file_makes_the_stamp_stale(dev: ModuleType, checkout: Path, name: str) -> None:
    """A change of a pin or of any project file calls for a new installation."""
    before = stamp(dev, checkout, {"cli"})
    path = checkout / name
    path.write_text(path.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    plain, _ = dev.find_plugins(checkout)
    assert dev.describe(checkout, frozenset({"cli"}), plain) != before


def test_a_new_plugin_makes_the_stamp_stale(dev: ModuleType, checkout: Path) -> None:
    """A plugin that is added later calls for a new installation."""
    before = stamp(dev, checkout, {"cli"})
    add_plugin(checkout, "fengqiao-b", ["fengqiao"])
    plain, _ = dev.find_plugins(checkout)
    assert dev.describe(checkout, frozenset({"cli"}), plain) != before


def test_an_environment_that_is_up_to_date_is_left_alone(
    dev: ModuleType, checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A second run installs nothing and says nothing, also where more is there than it needs."""
    before = stamp(dev, checkout, {"cli", "test"})
    plain, _ = dev.find_plugins(checkout)
    dev.prepare(frozenset({"cli"}), plain)
    after = json.loads((checkout / ".venv" / dev.STAMP).read_text(encoding="utf-8"))
    assert (after, capsys.readouterr().err) == (before, "")


def test_another_python_needs_a_new_environment(dev: ModuleType, checkout: Path) -> None:
    """An environment of another Python is made anew."""
    content = stamp(dev, checkout, {"cli"})
    assert dev.must_rebuild({**content, "python": ["3.12", "/usr"]}, checkout)


def test_a_removed_plugin_needs_a_new_environment(dev: ModuleType, checkout: Path) -> None:
    """An environment with a plugin whose folder is gone is made anew."""
    content = stamp(dev, checkout, {"cli"})
    (checkout / "plugins" / "fengqiao-a" / "pyproject.toml").unlink()
    assert dev.must_rebuild(content, checkout)


def test_the_same_checkout_keeps_its_environment(dev: ModuleType, checkout: Path) -> None:
    """Nothing is made anew where nothing has changed."""
    assert not dev.must_rebuild(stamp(dev, checkout, {"cli"}), checkout)


def test_a_half_made_environment_counts_as_none(dev: ModuleType, checkout: Path) -> None:
    """An environment without a stamp, as an interrupted run leaves it, is not trusted."""
    stamp(dev, checkout, {"cli"})
    (checkout / ".venv" / dev.STAMP).unlink()
    assert dev.read_stamp(checkout / ".venv") is None


def test_without_ensurepip_the_environment_has_no_pip_of_its_own(
    dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A Debian without python3-venv still gets an environment, served by its own pip."""
    if importlib.util.find_spec("pip") is None:
        monkeypatch.setitem(sys.modules, "pip", ModuleType("pip"))
        sys.modules["pip"].__spec__ = importlib.util.spec_from_loader("pip", None)
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    dev.make_environment(tmp_path / ".venv")
    assert dev.python_of(tmp_path / ".venv").exists()


def test_without_any_pip_the_package_to_install_is_named(
    dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A Python with neither ensurepip nor pip is told which Debian package it lacks."""
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    monkeypatch.setitem(sys.modules, "pip", None)
    with pytest.raises(dev.CannotStart) as told:
        dev.make_environment(tmp_path / ".venv")
    assert str(told.value) == (
        f"This Python ({sys.executable}) can make no environment: it has neither ensurepip nor"
        " pip, or no venv.\n"
        "On Debian or Ubuntu: apt install python3-venv   Then run the same command again."
    )


def test_what_pip_says_is_shown(dev: ModuleType, tmp_path: Path, repository: Path) -> None:
    """A failed installation shows pip's last lines and what to do."""
    with pytest.raises(dev.CannotStart, match="Check that pip reaches its package index"):
        dev.install(tmp_path, ["--no-index", "no-such-distribution"])


@pytest.mark.parametrize(("arguments", "code"), [([], 2), (["build"], 2), (["--help"], 0)])
def test_usage(
    dev: ModuleType, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int
) -> None:
    """No verb and an unknown verb show the usage and end with 2; a question for help with 0."""
    ended = dev.main(arguments)
    output = capsys.readouterr()
    assert (ended, (output.out + output.err).strip()) == (code, dev.USAGE.strip())
