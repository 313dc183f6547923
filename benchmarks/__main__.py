"""`python3 benchmarks cases`: make `.venv-benchmarks/` with all contenders, and run a script."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import dev  # noqa: E402  it stands beside this folder, and makes environments

PINS = HERE / "constraints.txt"
WANTED = HERE / "requirements.txt"


def scripts() -> list[str]:
    """Names of the scripts: what stands here and measures something."""
    return sorted(
        path.stem
        for path in HERE.glob("*.py")
        if "\nfrom rounds import " in path.read_text(encoding="utf-8")
    )


def prepared() -> Path:
    """The environment's Python, with everything installed that the two lists name."""
    venv = dev.ROOT / ".venv-benchmarks"
    plain, demanding = dev.find_plugins(dev.ROOT)
    folders = [dev.ROOT, *plain, *demanding]
    digest = hashlib.sha256(sys.version.encode())
    for path in (PINS, WANTED, *(folder / "pyproject.toml" for folder in folders)):
        digest.update(path.read_bytes())
    stamp = venv / "benchmarks.stamp"
    python = dev.python_of(venv)
    if python.exists() and stamp.exists() and stamp.read_text() == digest.hexdigest():
        return python
    dev.say("Making .venv-benchmarks ...")
    dev.make_environment(venv)
    dev.install(venv, ["hatchling"])
    sources = [part for path in folders for part in ("-e", str(path))]
    dev.install(venv, ["--no-build-isolation", *sources])
    dev.install(venv, ["-c", str(PINS), "-r", str(WANTED)])
    stamp.write_text(digest.hexdigest())
    return python


def main(arguments: list[str]) -> int:
    """Run the script that the first argument names, with the others."""
    names = scripts()
    if not arguments or arguments[0] not in names:
        dev.say(f"python3 benchmarks ({' | '.join(names)}) [--rounds N] [--json] [--tiny]")
        return 2
    try:
        python = prepared()
    except dev.CannotStart as sentence:
        dev.say(str(sentence))
        return 2
    command = [str(python), str(HERE / f"{arguments[0]}.py"), *arguments[1:]]
    return subprocess.call(command, env=dev.environment())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
