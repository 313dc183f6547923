"""Bars while something is worked out; Ctrl-C takes the best rounds of visits so far."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, TextColumn, TimeElapsedColumn

from fengqiao.cli.plan_texts import say
from fengqiao.cli.screen import COLUMNS
from fengqiao.errors import Lang, RequestError
from fengqiao.planning.plan import Tell
from fengqiao.planning.rounds import RoundsSolver
from fengqiao.rules.catalogue import close_names
from fengqiao.workspace import Workspace

BUILT_IN = "built_in"
"""The name of the library's own solver."""


def solver_of(workspace: Workspace, name: str) -> RoundsSolver:
    """The solver of a name.

    Raises:
        RequestError: No plugin here brings it.
    """
    if name not in workspace.planners:
        close = close_names(name, workspace.planners)
        raise RequestError("plan.no_solver", close=close, known=tuple(workspace.planners))
    return workspace.planners[name]


@contextmanager
def trying(iterations: int, lang: Lang) -> Iterator[tuple[Callable[[], bool], Tell]]:
    """Show on standard error how far an answer has come; Ctrl-C stops a solver.

    Args:
        iterations: How much a solver is to try; 0: none is asked, and items are counted.
        lang: `en` or `zh`.

    Yields:
        What the solver asks again and again, and what is told how many items were looked at.
    """
    stopped: list[bool] = []

    def interrupt(_signal: int, _frame: FrameType | None) -> None:
        stopped.append(True)

    hidden = not sys.stderr.isatty()
    with _bar(TextColumn("{task.percentage:.0f} %"), hidden=hidden) as progress:
        what = say("trying" if iterations else "working", lang)
        task = progress.add_task(what, total=iterations or None)

        def stop() -> bool:
            progress.advance(task)
            return bool(stopped)

        def tell(done: int, total: int) -> None:
            if not iterations:
                progress.update(task, completed=done, total=total)

        before = signal.signal(signal.SIGINT, interrupt) if iterations and not hidden else None
        try:
            yield stop, tell
        finally:
            if before is not None:
                signal.signal(signal.SIGINT, before)


@contextmanager
def working(lang: Lang) -> Iterator[None]:
    """Show on standard error that something is being worked out; gone afterwards."""
    with _bar(TimeElapsedColumn(), hidden=not sys.stderr.isatty()) as progress:
        progress.add_task(say("working", lang), total=None)
        yield


@contextmanager
def _bar(last: ProgressColumn, *, hidden: bool) -> Iterator[Progress]:
    """A bar on standard error, gone afterwards; a hidden one counts, and writes nothing."""
    console = Console(stderr=True, width=COLUMNS, highlight=False)
    columns = (TextColumn("{task.description}"), BarColumn(), last)
    progress = Progress(*columns, console=console, transient=True, disable=hidden)
    if hidden:  # some versions of rich end a bar with a line that was never shown
        yield progress
        return
    with progress:
        yield progress
