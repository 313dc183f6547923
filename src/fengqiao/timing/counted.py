"""What became of each span of a period: counted, skipped, left out or moved, and by what."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from attrs import evolve, field, frozen

from fengqiao.timing.counted_texts import TEXTS, amount, seconds
from fengqiao.timing.instants import iso

SpanKind = Literal[
    "first_out",
    "matched",
    "counted",
    "skipped",
    "excluded",
    "rolled",
    "extended",
    "ends",
]
Lang = Literal["zh", "en"]
Names = Mapping[str, Mapping[str, str]]
"""Names of codes: by code, then by language."""
NO_NAMES: Names = {}
_ONE_DAY = timedelta(days=1)
_MERGED = frozenset({"counted", "skipped", "excluded"})


@frozen(kw_only=True)
class CountedSpan:
    """One span of a period and what became of it.

    Args:
        kind: What became of it.
        first: First day, or the moment at which it begins (seconds since 1970).
        last: Last day, or the moment at which it ends.
        why: Code of the text that says so.
        rule: Id of the rule that says so.
        clause: Where that stands; empty where nothing is cited.
        facts: What the text names, by name.
    """

    kind: SpanKind
    first: int | date
    last: int | date
    why: str
    rule: str
    clause: str = ""
    facts: tuple[tuple[str, object], ...] = ()

    def text(self, lang: Lang, zone: ZoneInfo, names: Names = NO_NAMES) -> str:
        """The span in a sentence, with its clause.

        Args:
            lang: Language.
            zone: In which moments are written.
            names: Names of reason codes, in both languages; a code without one shows itself.

        Returns:
            The sentence.
        """
        facts = {name: names.get(str(fact), {}).get(lang, fact) for name, fact in self.facts}
        if isinstance(self.facts_by_name.get("length"), str):
            count, unit = str(facts["length"]).split()
            facts["length"] = amount(int(count), unit.removesuffix("s"), lang)
        facts["amount"] = self._amount(lang)
        cited = f" [{self.clause}]" if self.clause else ""
        first, last = written(self.first, zone), written(self.last, zone)
        span = first if first == last else f"{first} – {last}"
        return f"{span}: {TEXTS[self.why][lang].format(**facts).strip()}{cited}"

    def plain(self, zone: ZoneInfo, names: Names = NO_NAMES) -> dict[str, object]:
        """As JSON writes it, with its sentence in both languages."""
        return {
            "kind": self.kind,
            "first": written(self.first, zone),
            "last": written(self.last, zone),
            "why": self.why,
            "rule": self.rule,
            "clause": self.clause,
            **self.facts_by_name,
            "zh": self.text("zh", zone, names),
            "en": self.text("en", zone, names),
        }

    @property
    def facts_by_name(self) -> dict[str, object]:
        """The facts as a mapping."""
        return dict(self.facts)

    def _amount(self, lang: Lang) -> str:
        if isinstance(self.first, int) and isinstance(self.last, int):
            return seconds(self.last - self.first, lang)
        if isinstance(self.first, date) and isinstance(self.last, date):
            return amount((self.last - self.first).days + 1, "day", lang)
        return ""


def written(at: int | date, zone: ZoneInfo) -> str:
    """A moment or a day in ISO 8601."""
    return iso(at, zone) if isinstance(at, int) else at.isoformat()


@frozen
class Notes:
    """Collects spans in order; neighbours that say the same become one."""

    rule: str
    spans: list[CountedSpan] = field(factory=list)

    def add(
        self,
        kind: SpanKind,
        first: int | date,
        last: int | date,
        *,
        why: str | None = None,
        clause: str = "",
        **facts: object,
    ) -> None:
        """Note a span; `why` is the kind where nothing else is said."""
        span = CountedSpan(
            kind=kind,
            first=first,
            last=last,
            why=why or kind,
            rule=self.rule,
            clause=clause,
            facts=tuple(facts.items()),
        )
        before = self.spans[-1] if self.spans else None
        if before is not None and kind in _MERGED and _follows(before, span):
            self.spans[-1] = evolve(before, last=last)
        else:
            self.spans.append(span)


def _follows(before: CountedSpan, span: CountedSpan) -> bool:
    """Whether a span goes on where another ends, and says the same."""
    if evolve(before, first=span.first, last=span.last) != span:
        return False
    if isinstance(before.last, int) or isinstance(span.first, int):
        return before.last == span.first
    return before.last + _ONE_DAY == span.first
