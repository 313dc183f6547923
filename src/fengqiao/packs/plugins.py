"""Load plugins one by one; what fails is named, and the rest run."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from importlib.metadata import EntryPoint, entry_points
from typing import TypeVar, cast

import pluggy
from attrs import evolve, field, frozen

from fengqiao.errors import Fault, FengqiaoError
from fengqiao.measures import Indicator, Indicators, core_indicators
from fengqiao.packs import hooks
from fengqiao.planning.rounds import RoundsSolver, solve_rounds
from fengqiao.rules import Catalogue, core_catalogue
from fengqiao.rules.catalogue_core import SUBJECT_KINDS
from fengqiao.store import Backend
from fengqiao.store.backend import BUILT_IN_SCHEMES

GROUP = "fengqiao"
BUILT_IN = "built_in"
"""Name of the solver of rounds that is there without any plugin."""
_log = logging.getLogger("fengqiao")
_T = TypeVar("_T")
_PLANNER_NAME = re.compile(r"[a-z][a-z0-9_]*")


@frozen(kw_only=True)
class Plugin:
    """An installed plugin.

    Attributes:
        fault: What is wrong with it; None when it is in use.
    """

    distribution: str
    version: str
    name: str
    fault: Fault | None = None


@frozen(kw_only=True)
class Plugins:
    """What plugins brought, on top of the core.

    Attributes:
        planners: Solvers of rounds by name; the core's own is `built_in`.
        stores: Kinds of stores by the scheme of their URLs.
        all: Every plugin found, sorted by distribution and name.
    """

    catalogue: Catalogue
    indicators: Indicators
    planners: Mapping[str, RoundsSolver] = field(default={BUILT_IN: solve_rounds})
    stores: Mapping[str, Backend] = field(factory=dict)
    all: tuple[Plugin, ...] = field(default=())

    @property
    def loaded(self) -> tuple[Plugin, ...]:
        """Plugins in use."""
        return tuple(plugin for plugin in self.all if plugin.fault is None)

    @property
    def failed(self) -> tuple[Plugin, ...]:
        """Plugins that could not be used, each with its fault."""
        return tuple(plugin for plugin in self.all if plugin.fault is not None)


@frozen(kw_only=True)
class _Brought:
    """What one plugin declares."""

    indicators: tuple[Indicator, ...]
    planners: Mapping[str, RoundsSolver]
    stores: tuple[Backend, ...]


def collect_plugins(found: Iterable[EntryPoint] | None = None) -> Plugins:
    """Load every installed plugin and take what it declares.

    A plugin that can't be imported, exits, declares an unknown hook or argument, or brings a key
    that is there already is left out as a whole and named; nothing else changes.

    Args:
        found: Entry points to load; by default all installed in the group `fengqiao`.

    Returns:
        The core's catalogue and indicators with those of all plugins that work.
    """
    points = entry_points(group=GROUP) if found is None else found
    taken = Plugins(catalogue=core_catalogue(), indicators=core_indicators())
    for point in sorted(points, key=lambda one: (_distribution(one)[0], one.name)):
        taken = _taken(taken, point)
    return taken


def _distribution(point: EntryPoint) -> tuple[str, str]:
    return (point.dist.name, point.dist.version) if point.dist else ("?", "?")


def _taken(taken: Plugins, point: EntryPoint) -> Plugins:
    name, version = _distribution(point)
    plugin = Plugin(distribution=name, version=version, name=point.name)
    brought = _brought(point, taken.catalogue)
    merged = brought if isinstance(brought, Fault) else _merged(taken, brought, name)
    if isinstance(merged, Fault):
        _log.warning("plugin %s left out: %s", name, merged.code)
        plugin = evolve(plugin, fault=evolve(merged, facts={**merged.facts, "plugin": name}))
        return evolve(taken, all=(*taken.all, plugin))
    return evolve(merged, all=(*taken.all, plugin))


def _brought(point: EntryPoint, catalogue: Catalogue) -> _Brought | Fault:
    """What one plugin declares, or why it can't be used."""
    module = _guarded(point.load)
    if isinstance(module, Fault):
        return module
    manager = pluggy.PluginManager(hooks.PROJECT)
    manager.add_hookspecs(hooks)
    refused = _register(manager, module)
    if refused is not None:
        return refused
    return _declared(manager, catalogue)


def _declared(manager: pluggy.PluginManager, catalogue: Catalogue) -> _Brought | Fault:
    """What a registered plugin declares, hook by hook."""
    found: dict[str, list[object]] = {}
    for hook, is_right in _IS_RIGHT.items():
        answers = _answers(getattr(manager.hook, hook), {"catalogue": catalogue})
        if isinstance(answers, Fault):
            return answers
        if not all(map(is_right, answers)):
            return Fault("plugin.bad_answer", {"hook": hook})
        found[hook] = answers
    return _Brought(
        indicators=tuple(cast("list[Indicator]", found["fengqiao_indicators"])),
        planners=dict(cast("list[tuple[str, RoundsSolver]]", found["fengqiao_planners"])),
        stores=tuple(cast("list[Backend]", found["fengqiao_stores"])),
    )


def _is_planner(one: object) -> bool:
    """Whether it is a name with something to call."""
    match one:
        case (str(name), solver):
            return _PLANNER_NAME.fullmatch(name) is not None and callable(solver)
    return False


_IS_RIGHT: Mapping[str, Callable[[object], bool]] = {
    "fengqiao_indicators": lambda one: isinstance(one, Indicator),
    "fengqiao_planners": _is_planner,
    "fengqiao_stores": lambda one: isinstance(one, Backend),
}
"""What each hook returns, one by one."""


def _answers(caller: pluggy.HookCaller, given: Mapping[str, object]) -> list[object] | Fault:
    """What the implementations of a hook return, one after the other: each is called alone."""
    found: list[object] = []
    for implementation in caller.get_hookimpls():
        if implementation.wrapper or implementation.hookwrapper:
            return Fault("plugin.wrapper")
        if implementation.tryfirst or implementation.trylast:
            return Fault("plugin.ordered")
        named = {name: given[name] for name in implementation.argnames}
        answer = _guarded(partial(_called, implementation.function, named))
        if isinstance(answer, Fault):
            return answer
        found += answer
    return found


def _called(call: Callable[..., object], named: Mapping[str, object]) -> list[object]:
    answer = call(**named)
    if isinstance(answer, Mapping):
        return list(answer.items())
    return list(answer) if isinstance(answer, Iterable) else [answer]


def _register(manager: pluggy.PluginManager, module: object) -> Fault | None:
    """Register a plugin's module; report arguments and hooks that the core does not have."""
    try:
        manager.register(module)
    except pluggy.PluginValidationError:
        return Fault("plugin.bad_argument")
    unknown = sorted(
        caller.name for caller in manager.get_hookcallers(module) or () if not caller.has_spec()
    )
    return Fault("plugin.unknown_hook", {"hooks": unknown}) if unknown else None


def _guarded(call: Callable[[], _T]) -> _T | Fault:
    """Run a plugin's code; whatever it raises becomes a fault, but for the user's own break."""
    try:
        return call()
    except SystemExit:
        return Fault("plugin.exited")
    except Exception as error:  # noqa: BLE001  a plugin may raise anything; only its class is kept
        return Fault("plugin.import_failed", {"cause": type(error).__name__})


def _merged(taken: Plugins, brought: _Brought, name: str) -> Plugins | Fault:
    stores = dict(taken.stores)
    for backend in brought.stores:
        if backend.scheme in stores or backend.scheme in BUILT_IN_SCHEMES:
            return Fault("plugin.duplicate_id", {"key": backend.scheme})
        stores[backend.scheme] = evolve(backend, brought_by=name)
    for planner in brought.planners:
        if planner in taken.planners:
            return Fault("plugin.duplicate_id", {"key": planner})
    indicators: Mapping[str, Indicator] = taken.indicators
    for indicator in brought.indicators:
        key = indicator.key
        if key.name in taken.catalogue.keys or key.name in indicators:
            return Fault("plugin.duplicate_id", {"key": key.name})
        if not set(key.each) <= set(SUBJECT_KINDS):
            return Fault("plugin.subject_kind", {"key": key.name, "known": sorted(SUBJECT_KINDS)})
        indicators = {**indicators, key.name: evolve(indicator, brought_by=name)}
    try:
        catalogue = taken.catalogue.with_keys(
            (one.key for one in brought.indicators), brought_by=name
        )
    except FengqiaoError as error:
        return error.faults[0]
    planners = {**taken.planners, **brought.planners}
    return evolve(
        taken, catalogue=catalogue, indicators=indicators, planners=planners, stores=stores
    )
