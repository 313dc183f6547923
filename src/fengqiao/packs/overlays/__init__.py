"""Overlays: other values in the place of a source's, to see what would follow."""

from __future__ import annotations

from fengqiao.packs.overlays.overriding import with_overrides

__all__ = ["with_overrides"]
