"""What isn't known of a subject, in words: its class, or which one a source names."""

from __future__ import annotations

from fengqiao.errors import Lang
from fengqiao.judging.words import brief, word
from fengqiao.measures import Doubt
from fengqiao.rules import Catalogue


def doubt_in_words(doubt: Doubt, words: Catalogue, lang: Lang) -> str:
    """Why nobody can tell whether an entry asks a subject, in one phrase."""
    reason = brief(doubt.reason, lang)
    if doubt.about == "name":
        return word("doubt.name", lang).format(reason=reason)
    band = words.keys[doubt.about].names.get(lang)
    if doubt.reason != "no_data" or doubt.by is None or doubt.over is None:
        return word("doubt.class", lang).format(reason=reason, band=band)
    by = words.keys[doubt.by].names.get(lang)
    return word("doubt.class_no_data", lang).format(
        reason=reason, band=band, by=by, over=doubt.over
    )
