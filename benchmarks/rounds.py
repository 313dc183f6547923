"""Run contenders against each other, round after round, and say who they were and how they did.

A script makes `Contest`s and hands them to `main`. In each round every contender of a contest runs
once, in an order that moves on by one from round to round; what is compared are the contenders of
one round, so a noisy machine disturbs all of them alike.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Literal

from attrs import frozen

LEAST_ROUNDS = 3
USUAL_ROUNDS = 5


@frozen(kw_only=True)
class Contender:
    """One way to do it.

    Attributes:
        name: What the table calls it.
        run: Does it once. Where the contest measures a figure it returns that figure.
        amount: Pieces of work that one run does.
    """

    name: str
    run: Callable[[], object]
    amount: int = 1


@frozen(kw_only=True)
class Goal:
    """That one contender does at least so many times as well as another.

    Attributes:
        name: The contender that has the goal.
        against: The one that it is compared with.
        ratio: The least median of the ratios of all rounds; more is better whatever is measured.
    """

    name: str
    against: str
    ratio: float


@frozen(kw_only=True)
class Contest:
    """Contenders that do the same on the same data.

    Attributes:
        title: What they do.
        instance: The data in words, with every size.
        unit: What is counted: `cases/s`; of a figure, its unit: `m`.
        contenders: In the order of the table.
        goals: What is asked of them.
        absent: Contenders that could not run, and what they need.
        measures: `rate`: amount by second; `figure`: what a run returns, less is better.
    """

    title: str
    instance: str
    unit: str
    contenders: Sequence[Contender]
    goals: Sequence[Goal] = ()
    absent: Sequence[tuple[str, str]] = ()
    measures: Literal["rate", "figure"] = "rate"


@frozen(kw_only=True)
class Size:
    """What a script is asked for.

    Attributes:
        is_tiny: Whether it only has to be seen to run.
        seed: Whatever is random comes from it.
        options: Values of the script's own options.
    """

    is_tiny: bool
    seed: int
    options: Mapping[str, Any]


def main(
    script: str,
    make: Callable[[Size], Iterable[Contest]],
    *,
    packages: Sequence[str] = (),
    options: Sequence[tuple[str, dict[str, Any]]] = (),
    least: int = LEAST_ROUNDS,
    usual: int = USUAL_ROUNDS,
) -> None:
    """Read the command line, run every contest, print the results.

    Exits with 1 where a goal is missed; a tiny run looks at no goal.

    Args:
        script: `__file__` of the script.
        make: Makes the contests of a size.
        packages: Distributions whose versions belong to the result.
        options: Further options of the script, as `argparse` takes them.
        least: Fewest rounds.
        usual: How many rounds there are if nobody says.
    """
    parser = argparse.ArgumentParser(prog=Path(script).name)
    parser.add_argument("--rounds", type=int, default=usual, help=f"rounds, {least} or more")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    parser.add_argument("--tiny", action="store_true", help="see that it runs: small, one round")
    for name, how in options:
        parser.add_argument(name, **how)
    given = vars(parser.parse_args())
    size = Size(is_tiny=given["tiny"], seed=given["seed"], options=given)
    rounds = 1 if size.is_tiny else max(given["rounds"], least)
    head = {
        "script": Path(script).name,
        "seed": size.seed,
        "rounds": rounds,
        "machine": machine(),
        "packages": {name: _version(name) for name in packages},
    }
    results = []
    if not given["json"]:
        print(json.dumps(head, ensure_ascii=False))
    for contest in make(size):
        result = run_contest(contest, rounds)
        results.append(result)
        if not given["json"]:
            print("\n" + table(contest, result), flush=True)
    if given["json"]:
        print(json.dumps({**head, "contests": results}, ensure_ascii=False, indent=1))
    missed = [goal for result in results for goal in result["goals"] if not goal["holds"]]
    sys.exit(1 if missed and not size.is_tiny else 0)


def run_contest(contest: Contest, rounds: int) -> dict[str, Any]:
    """Run a contest and sum it up as plain data."""
    scores: dict[str, list[float]] = {one.name: [] for one in contest.contenders}
    for number in range(rounds):
        start = number % len(contest.contenders)
        for one in (*contest.contenders[start:], *contest.contenders[:start]):
            scores[one.name].append(_score(one, contest))
            said = f"{number + 1}/{rounds} {one.name}: {figure(scores[one.name][-1])}"
            print(said, file=sys.stderr, flush=True)
    return {
        "title": contest.title,
        "instance": contest.instance,
        "unit": contest.unit,
        "measures": contest.measures,
        "contenders": [_summed_up(name, found) for name, found in scores.items()],
        "absent": [{"name": name, "needs": needs} for name, needs in contest.absent],
        "goals": [
            _judged(goal, scores, contest)
            for goal in contest.goals
            if goal.name in scores and goal.against in scores
        ],
    }


def _score(one: Contender, contest: Contest) -> float:
    gc.collect()
    begun = time.perf_counter()
    result = one.run()
    seconds = time.perf_counter() - begun
    if contest.measures == "rate":
        return one.amount / seconds
    if not isinstance(result, int | float):
        raise TypeError(f"{one.name} returned no figure")
    return float(result)


def _summed_up(name: str, found: Sequence[float]) -> dict[str, Any]:
    median = statistics.median(found)
    return {"name": name, "median": median, "least": min(found), "most": max(found)}


def _judged(goal: Goal, scores: Mapping[str, Sequence[float]], contest: Contest) -> dict[str, Any]:
    pairs = zip(scores[goal.name], scores[goal.against], strict=True)
    less_is_better = contest.measures == "figure"
    ratios = [b / a if less_is_better else a / b for a, b in pairs]
    found = statistics.median(ratios)
    return {
        "name": goal.name,
        "against": goal.against,
        "goal": goal.ratio,
        "ratio": found,
        "least": min(ratios),
        "most": max(ratios),
        "holds": found >= goal.ratio,
    }


def table(contest: Contest, result: Mapping[str, Any]) -> str:
    """A contest as a table of Markdown, to be put on the page about speed."""
    lines = [
        f"### {contest.title}",
        "",
        f"{contest.instance}",
        "",
        f"| | median, {contest.unit} | range |",
        "| --- | ---: | ---: |",
    ]
    lines += [
        f"| {one['name']} | {figure(one['median'])} |"
        f" {figure(one['least'])} to {figure(one['most'])} |"
        for one in result["contenders"]
    ]
    lines += [f"| {one['name']} | needs {one['needs']} | |" for one in result["absent"]]
    for goal in result["goals"]:
        verdict = "holds" if goal["holds"] else "MISSED"
        found = f"{goal['ratio']:.2f} ({goal['least']:.2f} to {goal['most']:.2f}), {verdict}"
        wanted = f"{goal['name']} at least {goal['goal']:g} times {goal['against']}"
        lines += ["", f"Goal: {wanted}: {found}."]
    return "\n".join(lines)


def figure(number: float) -> str:
    """A number with three digits that count."""
    return f"{number:,.0f}" if number >= 100 else f"{number:.3g}"


def machine() -> dict[str, Any]:
    """The machine, as far as it matters."""
    return {
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "processor": _processor(),
        "cores": os.cpu_count(),
        "memory_gib": _memory_gib(),
    }


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor())


def _memory_gib() -> int | None:
    try:
        size = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return None
    return round(size / 2**30)


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
