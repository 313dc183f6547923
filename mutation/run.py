"""Tries mutants of the rooms that compute, and prints which lived; see `__main__.py`."""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import shutil
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import mutmut.__main__ as mutmut
from forking import KILLED, LIVED, NO_TESTS, TIMEOUT, Forking, collect_and_fork
from mutmut.mutation.data import SourceFileMutationData
from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.utils.file_utils import change_cwd
from mutmut.utils.format_utils import mangled_name_from_mutant_name

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("timing", "measures", "judging", "rules")
DEAD = {KILLED, 3, TIMEOUT}
WANTED = 90

Found = dict[str, list[SourceFileMutationData]]


def make_mutants() -> Found:
    """Write the mutated sources below `mutants/`; what is known of unchanged functions stays."""
    shutil.rmtree("mutants/tests", ignore_errors=True)
    Path("mutants").mkdir(exist_ok=True)
    mutmut.set_mutant_under_test("mutant_generation")
    print("Making mutants ...", file=sys.stderr, flush=True)
    with contextlib.redirect_stdout(io.StringIO()):
        mutmut.copy_src_dir()
        mutmut.copy_also_copy_files()
        mutmut.setup_source_paths()
        mutmut.create_mutants(1)
    return read_mutants()


def read_mutants() -> Found:
    """What is known of the mutants of each room."""
    found: Found = {room: [] for room in ROOMS}
    for path in sorted(mutmut.walk_mutatable_files()):
        data = SourceFileMutationData(path=path)
        data.load()
        data.meta_path = data.meta_path.absolute()  # tests run in another folder
        found[path.parent.name].append(data)
    return found


def try_mutants(
    files: list[SourceFileMutationData], names: set[str], tests: list[str], most: int
) -> None:
    """Run the tests on each of these mutants and keep what became of it."""
    owner = {name: data for data in files for name in data.exit_code_by_key if name in names}
    by_function = defaultdict(list)
    for name in owner:
        by_function[mangled_name_from_mutant_name(name)].append(name)
    done = 0

    def report(name: str, outcome: int) -> None:
        nonlocal done
        done += 1
        owner[name].exit_code_by_key[name] = outcome
        if done % 100 == 0 or done == len(owner):
            for data in files:
                data.save()
            lived = sum(owner[other].exit_code_by_key[other] == LIVED for other in owner)
            print(f"{done} of {len(owner)} tried, {lived} lived", file=sys.stderr, flush=True)

    plugin = Forking(by_function, report, most)
    with change_cwd("mutants"):
        ended = collect_and_fork(tests, plugin)
    if ended not in {0, 1}:
        raise SystemExit(ended)
    for data in files:
        data.save()


def all_tests() -> list[str]:
    """Folders of tests that `[tool.mutmut]` of `pyproject.toml` names."""
    named: list[str] = mutmut.config().pytest_add_cli_args_test_selection
    return named


def show(files: Iterable[SourceFileMutationData]) -> None:
    """Print what was changed in each mutant that lived."""
    for data in files:
        for name, outcome in data.exit_code_by_key.items():
            if outcome in {LIVED, NO_TESTS}:
                lines = get_diff_for_mutant(name, path=data.path).splitlines()[2:]
                changed = [line for line in lines if line[:1] in {"-", "+"}]
                print(f"# {name}{' (no test reaches it)' if outcome else ''}", *changed, sep="\n")


def tell(found: Found) -> bool:
    """Print a line for each room; say whether enough are killed in all that were tried."""
    enough = True
    print("| room | mutants | killed | lived | no test | percent |\n|---|---|---|---|---|---|")
    for room, files in found.items():
        outcomes = [outcome for data in files for outcome in data.exit_code_by_key.values()]
        if None in outcomes or not outcomes:
            print(
                f"| {room} | {len(outcomes)} | not all tried: {outcomes.count(None)} left | | | |"
            )
            continue
        dead = sum(outcome in DEAD for outcome in outcomes)
        percent = 100 * dead / len(outcomes)
        enough = enough and percent >= WANTED
        lived, none = outcomes.count(LIVED), outcomes.count(NO_TESTS)
        print(f"| {room} | {len(outcomes)} | {dead} | {lived} | {none} | {percent:.1f} |")
    return enough


def main() -> int:
    """Try what was asked for, or only show what is known."""
    parser = argparse.ArgumentParser(prog="python3 mutation", description=__doc__)
    parser.add_argument("where", nargs="*", help="rooms or modules: timing judging/norms")
    parser.add_argument("--again", action="store_true", help="those that are dead too")
    parser.add_argument("--show", action="store_true", help="only print what lived last time")
    parser.add_argument("--tests", action="append", help="only these, not all that the table names")
    parser.add_argument("--most", type=int, default=0, help="tests for one mutant; 0 is all")
    asked = parser.parse_args()
    os.chdir(ROOT)
    found = read_mutants() if asked.show else make_mutants()
    chosen = [
        data
        for room, files in found.items()
        for data in files
        if not asked.where or {room, f"{room}/{Path(data.path).stem}"} & set(asked.where)
    ]
    if asked.show:
        show(chosen)
    else:
        names = {
            name
            for data in chosen
            for name, outcome in data.exit_code_by_key.items()
            if asked.again or outcome not in DEAD
        }
        try_mutants(chosen, names, asked.tests or all_tests(), asked.most)
    return 0 if tell(found) else 1


if __name__ == "__main__":
    sys.exit(main())
