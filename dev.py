#!/usr/bin/env python3
"""Show or test fengqiao from a fresh clone, with nothing but Python 3.11 or newer and pip.

``python3 dev.py demo`` runs the demonstration, ``python3 dev.py test`` the tests. Both make the
environment ``.venv/`` when it is missing or out of date; what they install is pinned in
``constraints.txt``. Exit code: that of the demonstration or the tests; 2 when they could not start.

This file must stay readable for Python 3.6, so that an old Python can print what is wrong.
"""

import sys

if sys.version_info < (3, 11):
    sys.stderr.write(
        "fengqiao needs Python 3.11 or newer; this is Python %s (%s).\n"
        "Run the same command with a newer one, for example: python3.12 dev.py demo\n"
        % (".".join(str(part) for part in sys.version_info[:3]), sys.executable)
    )
    sys.exit(2)

import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent
STAMP = "fengqiao-dev.json"
EXTRAS_DEMO = frozenset({"cli"})
EXTRAS_TEST = frozenset({"cli", "test"})
EXTRAS_ALL = frozenset(
    {"cli", "test", "crosscheck", "docs", "fast", "frames", "hosts", "ics", "lint"}
)

USAGE = """\
python3 dev.py demo [options]              make .venv/ and run: fengqiao demo [options]
python3 dev.py test [--all] [options]      make .venv/ and run the tests with pytest [options]
                    --all                  with everything that needs more than the core
                    -n 0                   in one process, not one a core
"""
NO_VENV = """\
This Python ({python}) can make no environment: it has neither ensurepip nor pip, or no venv.
On Debian or Ubuntu: apt install python3-venv   Then run the same command again."""


class CannotStart(Exception):
    """A sentence for the person at the keyboard; the command ends with exit code 2."""


def say(text: str) -> None:
    """Print a line about the preparation, apart from the output of what is run."""
    print(text, file=sys.stderr, flush=True)


# ------------------------------------------------------------------------------ what is wanted


def read_project(path: Path) -> tuple[str, list[str]]:
    """Name and dependencies (names only, normalised) of the project in a ``pyproject.toml``."""
    fault = ""
    try:
        project = tomllib.loads(path.read_text(encoding="utf-8"))["project"]
        name = normalise(project["name"])
        return name, [normalise(text) for text in project.get("dependencies", [])]
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        fault = str(error)
    except (KeyError, TypeError, AttributeError):
        fault = "it has no [project] table with a name and a list of dependencies"
    raise CannotStart(f"{path} can't be read: {fault}.")


def normalise(requirement: str) -> str:
    """Bare name of a requirement: ``fengqiao_cn[x]>=0.1`` gives ``fengqiao-cn``."""
    found = re.match(r"[A-Za-z0-9._-]+", requirement.strip())
    return re.sub(r"[-_.]+", "-", found.group(0)).lower() if found else ""


def find_plugins(root: Path) -> tuple[list[Path], list[Path]]:
    """Plugin folders in order of name: those that need only fengqiao, and those that need more.

    A plugin that needs another one of the first kind is of the first kind too.
    """
    folders = sorted(path.parent for path in root.glob("plugins/*/pyproject.toml"))
    projects = {folder: read_project(folder / "pyproject.toml") for folder in folders}
    at_hand = {"fengqiao"}
    plain: list[Path] = []
    while True:
        more = [f for f in folders if f not in plain and at_hand.issuperset(projects[f][1])]
        if not more:
            return sorted(plain), [folder for folder in folders if folder not in plain]
        plain += more
        at_hand.update(projects[folder][0] for folder in more)


def describe(root: Path, extras: frozenset[str], plugins: list[Path]) -> dict[str, Any]:
    """Everything that decides what stands in the environment, as it is kept in the stamp."""
    digest = hashlib.sha256()
    folders = [root, *(root / plugin for plugin in plugins)]
    for path in [root / "constraints.txt", *(folder / "pyproject.toml" for folder in folders)]:
        digest.update(path.relative_to(root).as_posix().encode() + b"\0")
        digest.update(path.read_bytes() + b"\0")
    return {
        "python": [sys.version, sys.base_prefix],
        "root": str(root),
        "extras": sorted(extras),
        "plugins": [plugin.relative_to(root).as_posix() for plugin in plugins],
        "files": digest.hexdigest(),
    }


def read_stamp(venv: Path) -> dict[str, Any] | None:
    """What the environment holds, or None where it is missing, broken or half made."""
    try:
        stamp = json.loads((venv / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    usable = isinstance(stamp, dict) and python_of(venv).exists()
    return stamp if usable else None


def must_rebuild(stamp: dict[str, Any] | None, root: Path) -> bool:
    """Whether the environment is of no use: another Python or place, or a plugin is gone."""
    if stamp is None or stamp.get("python") != [sys.version, sys.base_prefix]:
        return True
    gone = [p for p in stamp.get("plugins", []) if not (root / p / "pyproject.toml").exists()]
    return stamp.get("root") != str(root) or bool(gone)


# ---------------------------------------------------------------------------- the environment


def python_of(venv: Path) -> Path:
    """Path of the environment's Python."""
    return program_of(venv, "python")


def program_of(venv: Path, name: str) -> Path:
    """Path of a program that the environment holds."""
    return venv / "Scripts" / (name + ".exe") if os.name == "nt" else venv / "bin" / name


def environment() -> dict[str, str]:
    """Variables for child processes, without those that would let other code in."""
    left_out = {"PYTHONPATH", "PYTHONHOME", "PIP_USER", "PIP_TARGET", "PIP_PREFIX"}
    return {name: value for name, value in os.environ.items() if name not in left_out}


def succeeds(command: list[str]) -> bool:
    """Run quietly and say whether it ended well."""
    ran = subprocess.run(command, env=environment(), capture_output=True, check=False)
    return ran.returncode == 0


def has_module(name: str) -> bool:
    """Whether this Python has a module; Debian splits several off."""
    return importlib.util.find_spec(name) is not None


def make_environment(venv: Path) -> None:
    """Make an empty environment, with pip of its own or else served by this Python's pip."""
    python = sys.executable
    if Path(sys.prefix).resolve() == venv.resolve():  # started from inside the one to replace
        python = str(Path(sys.base_prefix) / "bin" / "python3")
    shutil.rmtree(venv, ignore_errors=True)
    command = [python, "-m", "venv"]
    if has_module("venv"):
        if has_module("ensurepip") and succeeds([*command, "--clear", str(venv)]):
            return
        if has_module("pip") and succeeds([*command, "--clear", "--without-pip", str(venv)]):
            return
    shutil.rmtree(venv, ignore_errors=True)
    raise CannotStart(NO_VENV.format(python=python))


def install(venv: Path, arguments: list[str]) -> None:
    """Let pip install into the environment, within the pinned versions."""
    if any((*venv.glob("lib/python*/site-packages/pip"), *venv.glob("Lib/site-packages/pip"))):
        pip = [str(python_of(venv)), "-m", "pip"]
    else:
        pip = [sys.executable, "-m", "pip", "--python", str(python_of(venv))]
    options = ["--quiet", "--no-input", "--disable-pip-version-check", "-c", "constraints.txt"]
    ran = subprocess.run(
        [*pip, "install", *options, *arguments],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    if ran.returncode != 0:
        last = "\n".join((ran.stdout + ran.stderr).strip().splitlines()[-12:])
        raise CannotStart(
            f"pip could not install what is needed. Its last lines:\n{last}\n"
            "Check that pip reaches its package index, then run the same command again."
        )


def prepare(extras: frozenset[str], plugins: list[Path]) -> Path:
    """Bring ``.venv/`` up to date, or leave it when the stamp says that it is; return its path."""
    venv = ROOT / ".venv"
    stamp = read_stamp(venv)
    if stamp is None or must_rebuild(stamp, ROOT):
        say("Making .venv with Python {}.{}.{} ...".format(*sys.version_info[:3]))
        make_environment(venv)
    else:  # what an earlier command put there stays and is kept up to date
        extras = extras | frozenset(stamp["extras"])
        plugins = sorted({*plugins, *(ROOT / plugin for plugin in stamp["plugins"])})
    wanted = describe(ROOT, extras, plugins)
    if stamp != wanted:
        (venv / STAMP).unlink(missing_ok=True)
        core = f"fengqiao[{','.join(wanted['extras'])}]"
        say(f"Installing {core} and {len(plugins)} plugins ...")
        install(venv, ["hatchling"])
        editable = [core.replace("fengqiao", "."), *map(str, plugins)]
        sources = [part for path in editable for part in ("-e", path)]
        install(venv, ["--no-build-isolation", *sources])
        (venv / STAMP).write_text(json.dumps(wanted, indent=1) + "\n", encoding="utf-8")
    return venv


# ---------------------------------------------------------------------------------- the verbs


def run_demo(arguments: list[str]) -> int:
    """Run ``fengqiao demo`` in the environment, in the folder where the command was given."""
    plain, _ = find_plugins(ROOT)
    venv = prepare(EXTRAS_DEMO, plain)
    command = [str(program_of(venv, "fengqiao")), "demo", *arguments]
    return subprocess.call(command, env=environment())


def run_tests(arguments: list[str]) -> int:
    """Run pytest in the environment; ``--all`` runs the tests that need more, too."""
    everything = "--all" in arguments
    arguments = [argument for argument in arguments if argument != "--all"]
    plain, demanding = find_plugins(ROOT)
    plugins = sorted(plain + demanding) if everything else plain
    venv = prepare(EXTRAS_ALL if everything else EXTRAS_TEST, plugins)
    variables = environment()
    if everything:
        variables["FENGQIAO_NEEDS"] = "must"
        say("Testing fengqiao, nothing left out.")
    else:
        left_out = "".join(", " + plugin.name for plugin in demanding)
        say(f"Testing fengqiao. What needs more than the core is skipped{left_out}.")
        say("To run that too: python3 dev.py test --all")
        arguments = [*(f"--ignore={plugin}" for plugin in demanding), *arguments]
    command = [str(python_of(venv)), "-m", "pytest", *shared_out(arguments), *arguments]
    return subprocess.call(command, cwd=ROOT, env=variables)


def shared_out(arguments: list[str]) -> list[str]:
    """Options that use every core, unless the caller says how many processes (``-n 0``: one)."""
    if any(argument.startswith(("-n", "--numprocesses", "--pdb")) for argument in arguments):
        return []
    return ["-n", str(os.cpu_count() or 1), "--dist", "worksteal"]


def main(arguments: list[str]) -> int:
    """Run one verb and return the exit code."""
    verbs = {"demo": run_demo, "test": run_tests}
    if arguments[:1] in (["-h"], ["--help"]):
        print(USAGE, end="")
        return 0
    if not arguments or arguments[0] not in verbs:
        say(USAGE.rstrip())
        return 2
    try:
        return verbs[arguments[0]](arguments[1:])
    except CannotStart as sentence:
        say(str(sentence))
        return 2
    except KeyboardInterrupt:
        say("Stopped.")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
