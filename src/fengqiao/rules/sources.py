"""What packs are read from: documents, their clauses, and where each thing stands."""

from __future__ import annotations

from datetime import date
from typing import Literal

from attrs import frozen

Force = Literal["must", "in_principle", "aim", "practice"]
SourceKind = Literal["law", "order", "notice", "plan", "press_report"]


@frozen(kw_only=True)
class Words:
    """A text in Chinese and English; one may stand for both."""

    zh: str = ""
    en: str = ""

    def get(self, lang: str) -> str:
        """The text in a language, or in the other where it is missing."""
        first, second = (self.zh, self.en) if lang == "zh" else (self.en, self.zh)
        return first or second


@frozen(kw_only=True)
class Origin:
    """Where in the pack's files something stands: file name and line (counted from 1)."""

    file: str
    line: int


@frozen(kw_only=True)
class Source:
    """A published document."""

    id: str
    names: Words
    issued: date
    effective_from: date
    effective_until: date | None = None
    kind: SourceKind
    force: Force
    sha256: str | None = None
    number: str | None = None
    url: str | None = None
    checked: date | None = None
    origin: Origin


@frozen(kw_only=True)
class Clause:
    """A place in a source, in the document's own numbering."""

    source: str
    ref: str
    starts: str = ""
    parts: int = 1
    origin: Origin


@frozen
class Cite:
    """A clause of a source, or one part of it: `measures2018`, `一(三)` and perhaps `2`.

    Attributes:
        part: Which part of the clause, counted from 1 in the order of the text; None for all.
    """

    source: str
    ref: str
    part: int | None = None

    @property
    def whole(self) -> Cite:
        """The clause without the part."""
        return self if self.part is None else Cite(self.source, self.ref)
