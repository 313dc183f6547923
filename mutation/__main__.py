"""`python3 mutation timing`: make `.venv-mutation/` with mutmut, and try mutants of a room.

What it prints and how to read it stands in `docs/explanation/mutation-testing.md`.
"""

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


def prepared() -> Path:
    """The environment's Python: what the tests need and mutmut, but not the library itself."""
    venv = dev.ROOT / ".venv-mutation"
    digest = hashlib.sha256(sys.version.encode())
    for path in (PINS, WANTED, HERE.parent / PINS.name):
        digest.update(path.read_bytes())
    stamp = venv / "mutation.stamp"
    python = dev.python_of(venv)
    if python.exists() and stamp.exists() and stamp.read_text() == digest.hexdigest():
        return python
    dev.say("Making .venv-mutation ...")
    dev.make_environment(venv)
    dev.install(venv, ["-c", str(PINS), "-r", str(WANTED)])
    stamp.write_text(digest.hexdigest())
    return python


def main(arguments: list[str]) -> int:
    """Run `run.py` in the environment, with these arguments."""
    try:
        python = prepared()
    except dev.CannotStart as sentence:
        dev.say(str(sentence))
        return 2
    command = [str(python), str(HERE / "run.py"), *arguments]
    return subprocess.call(command, env=dev.environment())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
