"""What plugins may declare. The core calls each hook once per workspace, never per record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pluggy

from fengqiao.measures import Indicator
from fengqiao.planning.rounds import RoundsSolver
from fengqiao.rules import Catalogue
from fengqiao.store import Backend

PROJECT = "fengqiao"
hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)
"""Marks a function of a plugin as the implementation of a hook."""


@hookspec
def fengqiao_indicators(catalogue: Catalogue) -> Iterable[Indicator]:  # type: ignore[empty-body]  # a specification has none
    """Indicators, each with the catalogue key that it measures.

    Args:
        catalogue: The core's catalogue, to look keys and words up in.

    Returns:
        Indicators whose keys the catalogue does not have yet, about the core's kinds of subject.
    """


@hookspec
def fengqiao_planners() -> Mapping[str, RoundsSolver]:  # type: ignore[empty-body]  # a specification has none
    """Solvers of rounds, which choose days and order of visits.

    Returns:
        Solvers by name: small letters, digits and underscores, and no name that is there already.
        Each passes `fengqiao.testing.rounds_contract.RoundsContract`.
    """


@hookspec
def fengqiao_stores() -> Iterable[Backend]:  # type: ignore[empty-body]  # a specification has none
    """Kinds of stores, each with the scheme of its URLs.

    Returns:
        Kinds whose schemes neither the core (`memory`, `sqlite`) nor another plugin has. A host
        chooses one by the URL that it opens; `fengqiao.testing.StoreContract` says what a store
        has to do.
    """
