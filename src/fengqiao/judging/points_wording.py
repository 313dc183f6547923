"""How a part gave its points, in words."""

from __future__ import annotations

from attrs import frozen

from fengqiao.errors import Lang
from fengqiao.judging.parts import PartScore
from fengqiao.judging.words import word
from fengqiao.rules import Comparison, Exact, Open, Part, shown_pair
from fengqiao.rules.pairs import Pair
from fengqiao.rules.points import step_at


@frozen
class PointsWording:
    """Words for parts of a score."""

    lang: Lang

    def title(self, part: Part, one: PartScore) -> str:
        """Name of a part, what kind of part it is, and what it adds."""
        name = part.names.get(self.lang) or part.name or word("whole", self.lang)
        kind = "" if one.effect == "part" else word(one.effect, self.lang)
        weight = "" if one.weight is None else f"{word('weight', self.lang)} {one.weight}"
        return word("sign.comma", self.lang).join(filter(None, (name, kind, weight)))

    def how(self, part: Part, one: PartScore, *, is_scored: bool) -> str:
        """What a part gave and by which rule, or what it may give and why that is open."""
        if one.effect == "veto":
            return self._veto(part, one)
        given = self._given(one) if is_scored else ""
        if one.value is None:
            why = word(one.reason or "no_data", self.lang)
            rule = word(f"missing.{part.missing}", self.lang) if is_scored else ""
            return self._joined(given, why, rule)
        return self._joined(given, self._rule(part, one, one.value))

    def _joined(self, *texts: str) -> str:
        return word("sign.semicolon", self.lang).join(filter(None, texts))

    def _given(self, one: PartScore) -> str:
        if one.low is None or one.high is None:
            return ""
        low, high = shown_pair(*one.low), shown_pair(*one.high)
        return f"{low}" if one.low == one.high else f"{low} {word('up_to', self.lang)} {high}"

    def _rule(self, part: Part, one: PartScore, found: Pair) -> str:
        rule, value = part.points, shown_pair(*found)
        if rule.steps:
            step = step_at(rule, found)
            stretch = self._compared(step.comparison) if step else "-"
            points = step.points.text if step else "0"
            return self._say("step", value=value, stretch=stretch, points=points)
        if rule.each_short is not None:
            short = rule.each_short
            facts = {"unit": short.unit.text, "target": short.target.text}
            return self._say("each_short", value=value, points=short.points.text, **facts)
        if rule.each_time is not None:
            key = "each_time" if one.effect == "part" else "each_time_more"
            each = rule.each_time.points
            stated = word("open", self.lang) if isinstance(each, Open) else each.text
            return self._say(key, value=value, points=stated)
        if isinstance(rule.full, Exact):
            text = self._say("rating", value=value, weight=one.weight, full=rule.full.text)
        else:
            text = self._say("share", value=value, weight=one.weight)
        return f"{text} ({word('cap', self.lang)} {rule.cap.text})" if rule.cap else text

    def _veto(self, part: Part, one: PartScore) -> str:
        limit = part.points.limit
        asked = self._compared(limit) if limit else ""
        if one.kept is None or one.value is None:
            reason = word(one.reason or "no_data", self.lang)
            return self._joined(asked, reason, word("missing.veto", self.lang))
        result = word("kept" if one.kept else "not_kept", self.lang)
        found = self._say("veto", asked=asked, found=shown_pair(*one.value))
        return self._joined(found, result)

    def _compared(self, comparison: Comparison) -> str:
        limit = comparison.plain()
        shown = " - ".join(map(str, limit)) if isinstance(limit, list) else str(limit)
        return f"{word(comparison.op, self.lang)} {shown}"

    def _say(self, key: str, **facts: object) -> str:
        return word(f"points.{key}", self.lang).format_map(facts)
