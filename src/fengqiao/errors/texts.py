"""All error texts, merged from one table a room; a text is data, not code."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen


@frozen
class Text:
    """An error's text in one language: what, why it matters, what to do next.

    Each part may name facts in braces: `{key}`. What stands between << and >> is left out where
    a fact that it names is missing or empty. Where a fault stands is added by the renderer.
    """

    what: str
    why: str
    next: str


Texts = Mapping[str, tuple[Text, Text]]
"""Code -> (English, Chinese)."""
