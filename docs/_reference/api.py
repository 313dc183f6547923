"""API pages: every public name of a module, by autodoc."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

import fengqiao
from fengqiao.model.kinds import KIND_OF_CLASS

from .data_inventory import fields_of

_DATED_MODULE = re.compile(r"\b(?:fengqiao|typing|datetime|collections\.abc)(?:\.\w+)*\.(?=\w)")
_LONGEST_VALUE = 300

MENTIONED = {
    "judging": ("fengqiao.judging.blocks.Block", "fengqiao.judging.limits.UsedTerm"),
    "measures": ("fengqiao.measures.sheets.SheetTask", "fengqiao.measures.sheets.PartTask"),
    "model": ("fengqiao.model.registry.Registers",),
}
"""Types that stand in signatures of a room's public names without being among them."""


def write(page: str) -> str:
    """Public names of the module that the page is called after."""
    room = page.rpartition("/")[2]
    if room == "fengqiao":
        return "\n\n".join(_section("fengqiao", name, anchor=True) for name in fengqiao.__all__)
    if room == "testing":
        return "\n\n".join(_testing())
    return "\n\n".join(_room(room))


def _room(room: str) -> Iterator[str]:
    name = f"fengqiao.{room}"
    module = import_module(name)
    public: list[str] = module.__all__
    above = [one for one in public if one in fengqiao.__all__]
    if above:
        links = ", ".join(f"[`{one}`](fengqiao.md#fengqiao-{one.lower()})" for one in above)
        yield f"Also at the top, and described there: {links}."
    yield from (_section(name, one) for one in public if one not in above)
    mentioned = MENTIONED.get(room, ())
    if mentioned:
        yield "## Types that these mention"
        yield "Not among the public names of the room, and of interest only with the ones above."
        yield from (
            _directive(full, getattr(import_module(full.rpartition(".")[0]), full.split(".")[-1]))
            for full in mentioned
        )


def _section(module_name: str, name: str, *, anchor: bool = False) -> str:
    """Heading and directive for one name."""
    found = getattr(import_module(module_name), name)
    target = f"(fengqiao-{name.lower()})=\n" if anchor else ""
    return f"{target}## `{name}`\n\n{_directive(f'{module_name}.{name}', found)}"


def _directive(full: str, found: object) -> str:
    if inspect.isclass(found):
        lines = [f".. autoclass:: {full}", "   :members:"]
        if any(base.__module__.startswith("fengqiao.workspace") for base in found.__bases__):
            lines.append("   :inherited-members:")
        if issubclass(found, Exception):
            lines = [f".. autoexception:: {full}", "   :show-inheritance:"]
    elif inspect.isroutine(found):
        lines = [f".. autofunction:: {full}"]
    else:
        lines = [f".. py:data:: {full}"]
        value = _DATED_MODULE.sub("", repr(found))
        if len(value) < _LONGEST_VALUE and "<" not in value:
            lines += [f"   :value: {value}"]
        lines += ["", *(f"   {line}" for line in _data_docstring(full).splitlines())]
    text = "\n".join(["```{eval-rst}", *lines, "```"])
    kind = KIND_OF_CLASS.get(found) if inspect.isclass(found) else None
    return f"{text}\n\n{fields_of(kind)}" if kind else text


def _data_docstring(full: str) -> str:
    """The text below the assignment of a name, in the module that assigns it."""
    home, _, name = full.rpartition(".")
    home = getattr(import_module(home), "_HOME_OF", {}).get(name, home)
    body = ast.parse(inspect.getsource(import_module(home))).body
    for statement, following in zip(body, [*body[1:], ast.Pass()], strict=True):
        if isinstance(statement, ast.ImportFrom) and statement.module:
            if name in (alias.asname or alias.name for alias in statement.names):
                return _data_docstring(f"{statement.module}.{name}")
        elif name in _assigned(statement):
            if isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant):
                return re.sub(r"`([^`]+)`", r"``\1``", inspect.cleandoc(str(following.value.value)))
            return ""
    return ""


def _assigned(statement: ast.stmt) -> list[str]:
    targets = [statement.target] if isinstance(statement, ast.AnnAssign) else []
    targets += statement.targets if isinstance(statement, ast.Assign) else []
    return [target.id for target in targets if isinstance(target, ast.Name)]


def _testing() -> Iterator[str]:
    testing = import_module("fengqiao.testing")
    for found in iter_modules(testing.__path__, "fengqiao.testing."):
        yield f"## `{found.name.rpartition('.')[2]}`"
        yield f"```{{eval-rst}}\n.. automodule:: {found.name}\n   :members:\n```"
