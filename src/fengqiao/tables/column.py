"""From the cells of one column to values, each as its field is declared."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fengqiao.model import FieldSpec
from fengqiao.tables.cells import Bad, Parse, unwrapped
from fengqiao.tables.words import plain

_MOST_REMEMBERED = 5_000
"""Cells of a column whose values are kept; a column of stations or areas repeats itself."""
_EMPTY = ""


_NOTHING_SAID = frozenset(("-", "—", "——", "－", "/", "／", "无"))
"""How exports and people write an empty cell, where a cell may be empty."""


class Column:
    """Reads the cells of one field.

    Args:
        spec: Declaration of the field.
        parse: From the content of a cell to its value.
        may_be_empty: Whether a cell may be empty though the field is not optional.
        own: The host's own words: what stands for each, as a cell would hold it.
    """

    def __init__(
        self,
        spec: FieldSpec,
        parse: Parse,
        *,
        may_be_empty: bool,
        own: Mapping[str, str] | None = None,
    ) -> None:
        self._spec, self._parse = spec, parse
        self._own = {plain(word): text for word, text in (own or {}).items()}
        self._empty: object = () if spec.several else None
        self._may_be_empty = may_be_empty or spec.optional or spec.several
        self._known: dict[object, Any] = {}

    def read(self, cell: object) -> Any:  # noqa: ANN401  values of every kind, or `Bad`
        """The value of a cell: a text, or what stands in JSON."""
        if type(cell) is not str:
            return self._typed(cell)
        value = self._known.get(cell)
        if value is None:
            value = self._text(cell)
            if len(self._known) < _MOST_REMEMBERED:
                self._known[cell] = value
        return value

    def _text(self, cell: str) -> object:
        if self._may_be_empty and cell.strip() in _NOTHING_SAID:
            said = self._parse(cell.strip()) if self._spec.kind in ("code", "flag") else None
            return self._empty if said is None or isinstance(said, Bad) else said
        text = unwrapped(cell)
        if text == _EMPTY:
            return self._empty if self._may_be_empty else Bad("table.absent")
        if isinstance(text, str) and self._own:
            text = self._own.get(plain(text), text)
        return self._parse(text) if isinstance(text, str) else text

    def _typed(self, cell: object) -> object:
        """What JSON says without a text: nothing, a flag, a whole number, a list of texts."""
        if cell is None:
            return self._empty if self._may_be_empty else Bad("table.absent")
        kind = self._spec.kind
        if type(cell) is bool and kind == "flag":
            return cell
        if type(cell) is int and kind in ("count", "minutes", "instant"):
            return cell
        if isinstance(cell, list) and self._spec.several and {type(one) for one in cell} <= {str}:
            parts = [self._text(one) for one in cell]
            bad = next((one for one in parts if isinstance(one, Bad)), None)
            return bad or tuple(
                word for words in parts if isinstance(words, tuple) for word in words
            )
        return Bad("table.type", (("expected", kind),))
