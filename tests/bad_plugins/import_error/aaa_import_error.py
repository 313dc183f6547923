"""A plugin whose import fails."""

raise ImportError
