"""Give a reader of foreign bytes the corpus, then as many inputs made from it as one likes.

python3 tests/fuzz/fuzz.py [TARGET ...] [--inputs N] [--seconds N] [--seed N] [--keep FOLDER]

It prints one line of JSON and exits with 1 if anything but an error of ours came out; the input and
what came out then stand in FOLDER, each kind of failure once. The process may hold 512 MiB of
addresses and may work 20 seconds on one input; whoever goes beyond that is killed, and the input is
FOLDER/last. The same seed makes the same inputs.
"""

from __future__ import annotations

import argparse
import faulthandler
import hashlib
import json
import resource
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from mutating import Mutator
from targets import EVERY_TABLE, SCORING, TARGETS, joined, readable

from fengqiao.errors import FengqiaoError
from fengqiao.testing.small import SMALL_PACK

CORPUS = Path(__file__).with_name("corpus")
MOST_MEMORY = 512 * 1024 * 1024
MOST_SECONDS = 20
"""Of work of this process, not of the clock on the wall."""


def corpus_of(target: str) -> list[bytes]:
    """What is kept for a target, and for packs the packs that other tests have."""
    seeds = [path.read_bytes() for path in sorted((CORPUS / target).iterdir())]
    if target == "pack":
        broken = sorted((CORPUS.parents[1] / "bad_packs").iterdir())
        seeds += [joined(there) for there in (SMALL_PACK, EVERY_TABLE, SCORING, *broken)]
    return seeds


def inputs(target: str, seed: int) -> Iterator[bytes]:
    """The corpus as it stands, then inputs without end."""
    seeds = corpus_of(target)
    yield from seeds
    tokens = [word for one in seeds[:3] for word in one.split(b'"')[1::2] if len(word) < 40]
    mutator = Mutator(seeds, Random(f"{target} {seed}"), tokens)  # noqa: S311  repeatable
    while True:
        yield mutator.next()


def limit() -> None:
    """Bound what one input may take; say where the process was when it is killed for it."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    faulthandler.register(signal.SIGVTALRM, all_threads=False, chain=True)


def try_one(target: str, content: bytes, keep: Path, folder: Path) -> str:
    """Give one input to a target; the name of what came out that should not, or nothing."""
    (keep / "last").write_bytes(content)
    signal.setitimer(signal.ITIMER_VIRTUAL, MOST_SECONDS)
    try:
        TARGETS[target](content, folder)
    except FengqiaoError as error:
        try:
            readable(error)
        except Exception as unreadable:  # noqa: BLE001  whatever it is, it is to be told
            return _kept(target, content, unreadable, keep)
    except Exception as error:  # noqa: BLE001  whatever it is, it is to be told
        return _kept(target, content, error, keep)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return ""


def _kept(target: str, content: bytes, error: Exception, keep: Path) -> str:
    """Keep an input with what came out; one of each kind."""
    frames = traceback.extract_tb(error.__traceback__)
    where = " < ".join(f"{Path(frame.filename).stem}:{frame.lineno}" for frame in frames[:-4:-1])
    name = f"{target}: {type(error).__name__} at {where}"
    mark = hashlib.sha256(name.encode()).hexdigest()[:8]
    path = keep / f"{target}-{mark}"
    if not path.exists():
        path.write_bytes(content)
        told = "".join(traceback.format_exception(error))
        path.with_suffix(".txt").write_text(f"{name}\n{told}", "utf-8", "backslashreplace")
    return name


def main() -> int:
    """Run the targets; 0 if nothing came out that should not."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("targets", nargs="*", choices=[*TARGETS, []], metavar="TARGET")
    parser.add_argument("--inputs", type=int, default=0, help="made from each corpus")
    parser.add_argument(
        "--seconds", type=float, default=0, help="for each target; then no --inputs"
    )
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", type=Path, help="folder for what fails (default: none)")
    given = parser.parse_args()
    limit()
    tried: Counter[str] = Counter()
    failed: Counter[str] = Counter()
    with TemporaryDirectory() as scratch:
        keep = given.keep or Path(scratch) / "keep"
        keep.mkdir(parents=True, exist_ok=True)
        for target in given.targets or TARGETS:
            most = len(corpus_of(target)) + given.inputs
            ends = time.monotonic() + given.seconds
            for number, content in zip(count(), inputs(target, given.seed), strict=False):
                if time.monotonic() >= ends if given.seconds else number >= most:
                    break
                tried[target] += 1
                if name := try_one(target, content, keep, Path(scratch)):
                    failed[name] += 1
    sys.stdout.write(json.dumps({"tried": tried, "failed": failed}, ensure_ascii=False) + "\n")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
