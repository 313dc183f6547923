"""Executes a module anew, for mutants of what runs while it is imported."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import FunctionType, ModuleType
from typing import Any

PACKAGE = "fengqiao"
PLAIN = (str, int, float, bool, type(None))


def execute_anew(name: str) -> None:
    """Execute a module and those that hold what it made, and hand the new objects round.

    Classes stay those that there were, since objects of them are about everywhere; a module that
    makes objects of its own classes can't be executed anew.
    """
    waiting, done = [name], set()
    while waiting:
        module = sys.modules[waiting.pop(0)]
        if module.__name__ in done:
            continue
        done.add(module.__name__)
        made = execute(module)
        waiting += [other.__name__ for other in hand_round(made, module) if makes_no_class(other)]


def execute(module: ModuleType) -> dict[int, tuple[Any, Any]]:
    """Execute a module in place; old and new objects by the identity of the old ones."""
    space = vars(module)
    before = dict(space)
    loader = module.__spec__.loader if module.__spec__ else None
    exec(loader.get_code(module.__name__), space)  # type: ignore[union-attr]  # noqa: S102  our own copy of the package
    made: dict[int, tuple[Any, Any]] = {}
    for key, old in before.items():
        if key.startswith("__") or space[key] is old:
            continue
        if isinstance(old, type):
            space[key] = old
        elif not isinstance(old, PLAIN) and (isinstance(old, FunctionType) or old):
            made[id(old)] = (old, space[key])  # kept, so that its identity stays its own
    return made


def hand_round(made: dict[int, tuple[Any, Any]], source: ModuleType) -> Iterator[ModuleType]:
    """Put new objects in the place of old ones; modules of the package in which any were."""
    for module in list(sys.modules.values()):
        if module is source or not is_ours(module):
            continue
        space = vars(module)
        held = [key for key, value in space.items() if id(value) in made]
        for key in held:
            space[key] = made[id(space[key])][1]
        if held and module.__name__.startswith(PACKAGE):
            yield module


def is_ours(module: ModuleType) -> bool:
    """Whether it belongs to the package or is a module of tests."""
    path = getattr(module, "__file__", None) or ""
    return "/mutants/" in path


def makes_no_class(module: ModuleType) -> bool:
    """Whether a module defines functions and values only."""
    return not any(
        isinstance(value, type) and value.__module__ == module.__name__
        for value in vars(module).values()
    )
