"""Packs: a locality's rules as TOML, read strictly and with places; plugins and configuration."""

from __future__ import annotations

from fengqiao.packs.case_results import CaseResult
from fengqiao.packs.checking import CheckedPack, check_pack, look_over
from fengqiao.packs.config import Config, read_config
from fengqiao.packs.describe import describe
from fengqiao.packs.hooks import hookimpl
from fengqiao.packs.installed import InstalledPack, installed_packs
from fengqiao.packs.open_terms import OpenTerm, open_terms
from fengqiao.packs.overlays import with_overrides
from fengqiao.packs.plugins import Plugin, Plugins, collect_plugins
from fengqiao.packs.reader import read_pack
from fengqiao.packs.run_cases import run_cases
from fengqiao.packs.schema import pack_schema
from fengqiao.packs.setup import Setup, set_up
from fengqiao.packs.stores import open_store, upgrade
from fengqiao.packs.trace import Account, TracedClause, TracedPart, trace

__all__ = [
    "Account",
    "CaseResult",
    "CheckedPack",
    "Config",
    "InstalledPack",
    "OpenTerm",
    "Plugin",
    "Plugins",
    "Setup",
    "TracedClause",
    "TracedPart",
    "check_pack",
    "collect_plugins",
    "describe",
    "hookimpl",
    "installed_packs",
    "look_over",
    "open_store",
    "open_terms",
    "pack_schema",
    "read_config",
    "read_pack",
    "run_cases",
    "set_up",
    "trace",
    "upgrade",
    "with_overrides",
]
