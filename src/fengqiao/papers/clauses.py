"""Clauses as tables show them: the most specific ones; JSON and `explain` have all."""

from __future__ import annotations

from collections.abc import Iterable

from fengqiao.errors import Lang

_PART_BEGINS = ("(", "\uff08", "第")
"""How the number of a part goes on behind that of its heading."""


def shown_clauses(refs: Iterable[str], lang: Lang) -> str:
    """Clauses without the headings that others of them stand under.

    Args:
        refs: Clauses as entries cite them: `四(一)第一项`, `四`.
        lang: `en` or `zh`.
    """
    given = list(dict.fromkeys(refs))
    kept = [one for one in given if not any(_is_heading(one, other) for other in given)]
    return ("、" if lang == "zh" else ", ").join(kept)


def _is_heading(one: str, other: str) -> bool:
    return other.startswith(one) and other[len(one) :].startswith(_PART_BEGINS)
