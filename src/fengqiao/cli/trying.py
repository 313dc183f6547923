"""A bar for as long as rounds of visits are tried; Ctrl-C takes the best plan so far."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from fengqiao.cli.plan_texts import say
from fengqiao.cli.screen import COLUMNS
from fengqiao.errors import Lang, RequestError
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
def trying(iterations: int, lang: Lang) -> Iterator[Callable[[], bool]]:
    """Show on standard error how far the solver has come, and stop it at Ctrl-C.

    Args:
        iterations: How much is to be tried; 0: no bar.
        lang: `en` or `zh`.

    Yields:
        What the solver asks again and again.
    """
    stopped: list[bool] = []

    def interrupt(_signal: int, _frame: FrameType | None) -> None:
        stopped.append(True)

    console = Console(stderr=True, width=COLUMNS, highlight=False)
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:.0f} %"))
    hidden = not iterations or not sys.stderr.isatty()
    with Progress(*columns, console=console, transient=True, disable=hidden) as progress:
        task = progress.add_task(say("trying", lang), total=max(1, iterations))

        def stop() -> bool:
            progress.advance(task)
            return bool(stopped)

        before = signal.signal(signal.SIGINT, interrupt) if iterations and not hidden else None
        try:
            yield stop
        finally:
            if before is not None:
                signal.signal(signal.SIGINT, before)


@contextmanager
def working(lang: Lang) -> Iterator[None]:
    """Show on standard error that something is being worked out; gone afterwards."""
    console = Console(stderr=True, width=COLUMNS, highlight=False)
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    hidden = not sys.stderr.isatty()
    with Progress(*columns, console=console, transient=True, disable=hidden) as progress:
        progress.add_task(say("working", lang), total=None)
        yield
