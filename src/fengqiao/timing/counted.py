"""What became of each span of a period: counted, skipped, left out or moved, and by what."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from attrs import evolve, field, frozen

from fengqiao.timing.counted_texts import NAMES, TEXTS
from fengqiao.timing.instants import iso

SpanKind = Literal[
    "first_out",
    "matched",
    "counted",
    "skipped",
    "excluded",
    "rolled",
    "extended",
    "refused",
    "ends",
]
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

    def text(self, lang: Literal["zh", "en"], zone: ZoneInfo) -> str:
        """The span in a sentence."""
        words = NAMES[lang]
        facts = {name: words.get(str(value), value) for name, value in self.facts}
        cited = f" [{self.clause}]" if self.clause else ""
        first, last = _written(self.first, zone), _written(self.last, zone)
        span = first if first == last else f"{first} – {last}"
        return f"{span}: {TEXTS[self.why][lang].format(**facts)}{cited}"

    def plain(self, zone: ZoneInfo) -> dict[str, object]:
        """As JSON writes it, with its sentence in both languages."""
        return {
            "kind": self.kind,
            "first": _written(self.first, zone),
            "last": _written(self.last, zone),
            "why": self.why,
            "rule": self.rule,
            "clause": self.clause,
            **dict(self.facts),
            "zh": self.text("zh", zone),
            "en": self.text("en", zone),
        }


def _written(at: int | date, zone: ZoneInfo) -> str:
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
