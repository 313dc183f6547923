"""Load plugins one by one; what fails is named, and the rest run."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from importlib.metadata import EntryPoint, entry_points
from typing import TypeVar

import pluggy
from attrs import evolve, field, frozen

from fengqiao.errors import Fault, FengqiaoError
from fengqiao.measures import Indicator, Indicators, core_indicators
from fengqiao.packs import hooks
from fengqiao.rules import Catalogue, core_catalogue
from fengqiao.rules.catalogue_core import SUBJECT_KINDS
from fengqiao.store import Backend
from fengqiao.store.backend import BUILT_IN

GROUP = "fengqiao"
_log = logging.getLogger("fengqiao")
_T = TypeVar("_T")
_Brought = Indicator | Backend
_ANSWERS: Mapping[str, type[_Brought]] = {
    "fengqiao_indicators": Indicator,
    "fengqiao_stores": Backend,
}
"""What implementations of each hook return."""


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
        stores: Kinds of stores by the scheme of their URLs.
        all: Every plugin found, sorted by distribution and name.
    """

    catalogue: Catalogue
    indicators: Indicators
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


def _brought(point: EntryPoint, catalogue: Catalogue) -> list[_Brought] | Fault:
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


def _declared(manager: pluggy.PluginManager, catalogue: Catalogue) -> list[_Brought] | Fault:
    """What a registered plugin brings: each implementation called alone."""
    brought: list[_Brought] = []
    for hook, wanted in _ANSWERS.items():
        for implementation in getattr(manager.hook, hook).get_hookimpls():
            if implementation.wrapper or implementation.hookwrapper:
                return Fault("plugin.wrapper")
            if implementation.tryfirst or implementation.trylast:
                return Fault("plugin.ordered")
            given = {"catalogue": catalogue}
            named = {name: given[name] for name in implementation.argnames}
            answer = _guarded(partial(_called, implementation.function, named))
            if isinstance(answer, Fault):
                return answer
            right = [one for one in answer if isinstance(one, wanted)]
            if len(right) < len(answer):
                return Fault("plugin.bad_answer", {"hook": hook})
            brought += right
    return brought


def _called(call: Callable[..., object], named: Mapping[str, object]) -> list[object]:
    answer = call(**named)
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


def _merged(taken: Plugins, brought: list[_Brought], name: str) -> Plugins | Fault:
    stores = _with_stores(taken.stores, brought, name)
    if isinstance(stores, Fault):
        return stores
    found = [one for one in brought if isinstance(one, Indicator)]
    indicators: Mapping[str, Indicator] = taken.indicators
    for indicator in found:
        key = indicator.key
        if key.name in taken.catalogue.keys or key.name in indicators:
            return Fault("plugin.duplicate_id", {"key": key.name})
        if not set(key.each) <= set(SUBJECT_KINDS):
            return Fault("plugin.subject_kind", {"key": key.name, "known": sorted(SUBJECT_KINDS)})
        indicators = {**indicators, key.name: evolve(indicator, brought_by=name)}
    try:
        catalogue = taken.catalogue.with_keys((one.key for one in found), brought_by=name)
    except FengqiaoError as error:
        return error.faults[0]
    return evolve(taken, catalogue=catalogue, indicators=indicators, stores=stores)


def _with_stores(
    stores: Mapping[str, Backend], brought: list[_Brought], name: str
) -> Mapping[str, Backend] | Fault:
    for backend in brought:
        if isinstance(backend, Backend):
            if backend.scheme in stores or backend.scheme in BUILT_IN:
                return Fault("plugin.duplicate_id", {"key": backend.scheme})
            stores = {**stores, backend.scheme: evolve(backend, brought_by=name)}
    return stores
