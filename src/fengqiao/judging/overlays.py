"""What receipts and explanations say of overlays: values that stand in the place of a source's."""

from __future__ import annotations

from collections.abc import Mapping

from fengqiao.errors import Lang
from fengqiao.rules import Rules

_TEXTS: Mapping[str, tuple[str, str]] = {
    "changed": (
        "{name} on {pack}: {changes} (not the source's)",
        "{pack} 的 {name}:{changes}(并非原文规定)",
    ),
    "other": ("{name} on {pack}: changes other entries", "{pack} 的 {name}:改动其他条目"),
}


def overlays_of(asked: tuple[str, ...], entry_id: str, rules: Rules) -> list[dict[str, object]]:
    """The overlays of the packs that were asked, each with what it changes in an entry.

    Args:
        asked: Ids of packs, in order.
        entry_id: The entry that a receipt is about.
        rules: With those packs.

    Returns:
        `{"pack", "name", "sha256", "changed"}` for each; none where all packs are as their
        sources have them.
    """
    return [
        {
            "pack": pack,
            "name": overlay.name,
            "sha256": overlay.sha256,
            "changed": [str(one) for one in overlay.on_entry(entry_id)],
        }
        for pack in asked
        if (overlay := rules.packs[pack].overlay) is not None
    ]


def shown_overlays(receipt: Mapping[str, object], lang: Lang) -> str:
    """Overlays of a receipt in words; empty where there are none."""
    overlays = receipt["overlay"]
    place, between = (1, ";") if lang == "zh" else (0, "; ")
    shown = []
    for one in overlays if isinstance(overlays, list) else ():
        changes = between.join(map(str, one["changed"]))
        text = _TEXTS["changed" if changes else "other"][place]
        shown.append(text.format(name=one["name"], pack=one["pack"], changes=changes))
    return between.join(shown)
