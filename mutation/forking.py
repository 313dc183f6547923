"""Runs tests on mutants: pytest collects once, then each function's mutants have a process.

The process is forked after collection, so that nothing is imported twice, and caches are emptied
before each mutant. What ran while importing has run without the mutant; for such functions a
mutant that lived is tried again after its module was executed anew (see `anew.py`).
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import _lru_cache_wrapper

import pytest
from anew import execute_anew
from mutmut.mutation.trampoline import set_mutant_under_test
from mutmut.state import state
from mutmut.utils.format_utils import mangled_name_from_mutant_name

KILLED, LIVED, NO_TESTS, TIMEOUT = 1, 0, 33, 36
LEAST_SECONDS = 1.0
TIMES_LONGER = 10.0
KILLERS = 12
OFF = ("cacheprovider", "randomly", "xdist")

Report = Callable[[str, int], None]


class Forking:
    """A pytest plugin that runs the collected tests on mutants instead of once.

    Args:
        mutants: Names, by the function that each changes.
        report: Told the name and the outcome of each.
        most: At most so many tests for one mutant, the nearest first; 0 runs all that reach it.
    """

    def __init__(self, mutants: dict[str, list[str]], report: Report, most: int = 0) -> None:
        self.mutants = mutants
        self.report = report
        self.most = most
        self.lived: dict[str, list[str]] = defaultdict(list)
        self.seconds: list[float] = []

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Find which tests reach which function, then try every mutant."""
        session.config.pluginmanager.unregister(name="terminalreporter")
        while_importing = set(state()._stats)
        set_mutant_under_test("")
        gc.collect()
        self.caches = [found for found in gc.get_objects() if isinstance(found, _lru_cache_wrapper)]
        reached = self.ask_what_is_reached(session)
        gc.freeze()
        for function in sorted(self.mutants, key=lambda name: self.cost(reached.get(name, ()))):
            names = self.mutants[function]
            tests = nearest(session.items, reached, function)[: self.most or None]
            if not tests:
                for name in names:
                    self.tell(name, NO_TESTS)
            while tests and names:
                names = names[self.try_some(session, names, tests) :]
        self.try_anew(session, reached, while_importing & set(self.lived))
        return True

    def try_anew(
        self, session: pytest.Session, reached: dict[str, list[int]], functions: set[str]
    ) -> None:
        """Try those that lived and run while importing, with the tests of their module."""
        for function in sorted(functions):
            names, module = self.lived.pop(function), module_of(function)
            tests = nearest(session.items, reached, function, whole_module=True)
            tests = tests[: self.most or None]
            if not tests or self.outcomes(session, [""], tests, module) != "L":
                continue  # it can't be executed anew
            while names:
                names = names[self.try_some(session, names, tests, module) :]

    def outcomes(
        self, session: pytest.Session, names: Sequence[str], tests: list[int], module: str
    ) -> str:
        """Outcomes of names that are not reported."""
        found = ""

        def take(_name: str, outcome: int) -> None:
            nonlocal found
            found += "L" if outcome == LIVED else "K"

        report, self.report = self.report, take
        try:
            self.try_some(session, names, tests, module)
        finally:
            self.report = report
        return found

    def tell(self, name: str, outcome: int) -> None:
        """Report an outcome, and remember what lived."""
        if name and outcome in {LIVED, NO_TESTS}:
            self.lived[mangled_name_from_mutant_name(name)].append(name)
        self.report(name, outcome)

    def forget(self) -> None:
        """Empty every cache of a function, as in a fresh interpreter."""
        for cache in self.caches:
            if (cache.__module__ or "").startswith("fengqiao"):
                cache.cache_clear()

    def cost(self, tests: Sequence[int]) -> float:
        """Seconds that a mutant takes if it lives."""
        return sum(self.seconds[index] for index in tests)

    def ask_what_is_reached(self, session: pytest.Session) -> dict[str, list[int]]:
        """Indexes of the tests that reach each function; how long each test takes is kept.

        A test that needs what isn't here, such as an installed package, is left out.
        """
        here, there = os.pipe()
        if not (child := os.fork()):
            os.close(here)
            reached: dict[str, list[int]] = defaultdict(list)
            seconds = []
            set_mutant_under_test("stats")
            for index, item in enumerate(session.items):
                self.forget()
                state()._stats.clear()
                start = time.process_time()
                run_test(item)
                seconds.append(time.process_time() - start)
                if session.testsfailed:
                    session.testsfailed = 0
                    os.write(2, f"left out, fails without a mutant: {item.nodeid}\n".encode())
                    continue
                for name in state()._stats:
                    reached[name].append(index)
            with os.fdopen(there, "wb") as out:
                pickle.dump((dict(reached), seconds), out)
            os._exit(0)
        os.close(there)
        with os.fdopen(here, "rb") as answer:
            content = answer.read()
        if os.waitpid(child, 0)[1]:
            raise pytest.UsageError("the tests don't pass as they are")
        found: dict[str, list[int]]
        found, self.seconds = pickle.loads(content)  # noqa: S301  our own child wrote it
        return found

    def try_some(
        self, session: pytest.Session, names: Sequence[str], tests: list[int], anew: str = ""
    ) -> int:
        """Try mutants of one function in one process; how many it came to the end of."""
        here, there = os.pipe()
        if not (child := os.fork()):
            signal.signal(signal.SIGVTALRM, signal.SIG_DFL)
            killers: list[int] = []
            for name in names:
                set_mutant_under_test(name)
                self.forget()
                killer = self.find_killer(session, (*killers, *tests), anew)
                if killer is not None:
                    killers = [killer, *(one for one in killers if one != killer)][:KILLERS]
                os.write(there, b"L" if killer is None else b"K")
            os._exit(0)
        os.close(there)
        done = 0
        with os.fdopen(here, "rb", buffering=0) as answer:
            while outcome := answer.read(1):
                self.tell(names[done], KILLED if outcome == b"K" else LIVED)
                done += 1
        ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        if done == len(names):
            return done
        self.tell(names[done], TIMEOUT if ended == -signal.SIGVTALRM else KILLED)
        return done + 1

    def find_killer(self, session: pytest.Session, tests: Sequence[int], anew: str) -> int | None:
        """Index of the first test that fails; a test that takes far too long ends the process."""
        try:
            if anew:
                execute_anew(anew)
        except Exception:  # noqa: BLE001  whatever a mutant raises on import
            return tests[0]
        for index in dict.fromkeys(tests):
            limit = LEAST_SECONDS + TIMES_LONGER * self.seconds[index]
            signal.setitimer(signal.ITIMER_VIRTUAL, limit)
            session.testsfailed = 0
            run_test(session.items[index])
            if session.testsfailed:
                return index
        return None


def module_of(function: str) -> str:
    """Name of the module in which a mutated function stands."""
    return function.rpartition(".")[0]


def nearest(
    items: Sequence[pytest.Item],
    reached: dict[str, list[int]],
    function: str,
    *,
    whole_module: bool = False,
) -> list[int]:
    """Tests that reach a function: those of its room first, then those that reach least.

    With `whole_module`, those that reach any function of its module, then all others.
    """
    width: dict[int, int] = defaultdict(int)
    for tests in reached.values():
        for index in tests:
            width[index] += 1
    room = f"/{function.split('.')[1]}/"
    if whole_module:
        module = module_of(function)
        near = {i for name, some in reached.items() if module_of(name) == module for i in some}
        found = [i for i in range(len(items)) if room in items[i].nodeid]
        return sorted(found, key=lambda index: (index not in near, width[index], index))
    return sorted(
        reached.get(function, ()),
        key=lambda index: (room not in items[index].nodeid, width[index], index),
    )


def run_test(item: pytest.Item) -> None:
    """Run one test with all that it sets up and takes down."""
    item.ihook.pytest_runtest_protocol(item=item, nextitem=None)


def options(selection: Sequence[str]) -> Iterator[str]:
    """Options of pytest for these folders of tests."""
    yield from ("-q", "-s", "--tb=native", "--assert=plain", "--rootdir=.", *selection)
    for name in OFF:
        yield from ("-p", f"no:{name}")


def collect_and_fork(selection: Sequence[str], plugin: Forking) -> int:
    """Collect these tests in this process, with a plugin that runs them."""
    set_mutant_under_test("stats")
    return int(pytest.main([*options(selection)], plugins=[plugin]))
