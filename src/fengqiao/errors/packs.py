"""Errors about packs, configuration files and plugins."""

from __future__ import annotations

from fengqiao.errors.family import FengqiaoError


class PackError(FengqiaoError, ValueError):
    """A pack that can't be used; carries every fault of its files."""


class UnknownPack(FengqiaoError, LookupError):
    """A pack id that nothing installed answers to."""


class ConfigError(FengqiaoError, ValueError):
    """A configuration that can't be used; carries every fault of the file."""


class OverlayError(FengqiaoError, ValueError):
    """Values that can't be put on a pack; carries every fault of them."""


class PluginError(FengqiaoError, RuntimeError):
    """Something that a plugin brought can't be used; names the distribution."""
