"""Findings in words: titles, limits and values, with the catalogue's own names for codes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from attrs import frozen

from fengqiao.errors import Lang
from fengqiao.judging import Finding, word
from fengqiao.rules import Catalogue, Entry, Pack, entry_of

_UNITS: Mapping[str, str] = {
    "minute": "分钟",
    "hour": "小时",
    "day": "天",
    "working_day": "个工作日",
    "week": "周",
    "month": "个月",
    "year": "年",
}
_AMOUNT = re.compile(r"(?P<number>\S+) (?P<unit>[a-z_]+?)s?")
_PREFERRED = ("meeting_topic", "invitee", "fitting", "role")


def brief(reason: str | None, lang: Lang) -> str:
    """A reason without its explanation: `not configured`."""
    return re.split("[::]", word(reason or "-", lang))[0]


@frozen(kw_only=True, slots=False)
class Wording:
    """Puts findings into words."""

    packs: Mapping[str, Pack]
    catalogue: Catalogue
    lang: Lang

    @cached_property
    def _codes(self) -> Mapping[str, str]:
        """Names of codes; those that findings show come first where a code stands twice."""
        known = self.catalogue.vocabularies
        order = [*_PREFERRED, *sorted(set(known) - set(_PREFERRED))]
        found: dict[str, str] = {}
        for vocabulary in order:
            if vocabulary in known:
                for code, names in known[vocabulary].words.items():
                    found.setdefault(code, names.get(self.lang))
        return found

    def listed(self, codes: Iterable[object]) -> str:
        """Codes by their names."""
        texts = (str(code) for code in codes)
        return ("、" if self.lang == "zh" else ", ").join(
            self._codes.get(text) or text for text in texts
        )

    def amount(self, value: object) -> str:
        """A number with its unit in the language."""
        found = _AMOUNT.fullmatch(str(value))
        if found is None or self.lang == "en" or found["unit"] not in _UNITS:
            return str(value).replace("_", " ")
        return f"{found['number']} {_UNITS[found['unit']]}"

    def title(self, finding: Finding) -> str:
        """Name of the entry, and of the requirement where it has several."""
        entry = entry_of(self.packs[str(finding.receipt["pack"])], finding.entry)
        name = (entry.names.get(self.lang) if isinstance(entry, Entry) else "") or finding.entry
        if finding.requirement is None:
            return name
        part = self._codes.get(finding.requirement) or word(finding.requirement, self.lang)
        return f"{name} / {part}"

    def clause(self, finding: Finding) -> str:
        """Clauses of the finding; where its pack has several sources, with the source."""
        refs, receipt = finding.receipt["clause"], finding.receipt
        if not isinstance(refs, list):
            return ""
        if len(self.packs[str(receipt["pack"])].sources) > 1:
            refs = [ref if ":" in ref else f"{receipt['source']}:{ref}" for ref in refs]
        return ("、" if self.lang == "zh" else ", ").join(refs)

    def asked(self, finding: Finding) -> str:
        """The limit in words: `at least 80`; where the source is open, the host's value."""
        if finding.limit is None:
            return ""
        op, value = str(finding.limit["op"]), finding.limit["value"]
        if value == "open":
            value = self._filled(finding)
        comparison = word(op, self.lang)
        if isinstance(value, list):
            if op == "between":
                return f"{comparison} {' - '.join(map(self.amount, value))}"
            return f"{comparison} {self.listed(value)}"
        return f"{comparison} {self.amount(value)}"

    def _filled(self, finding: Finding) -> str:
        terms = finding.receipt["terms"]
        if isinstance(terms, list) and terms:
            return str(terms[0]["value"])
        return word("open", self.lang)

    def found(self, finding: Finding) -> str:
        """What was found, short enough for a table; of words, what is missing."""
        actual = finding.actual
        if isinstance(actual, list):
            limit = finding.limit["value"] if finding.limit else None
            wanted = limit if isinstance(limit, list) else []
            lacks = [code for code in wanted if code not in actual]
            if not lacks or len(wanted) == 1:
                return self.listed(actual) if not lacks else "-"
            return f"{'缺' if self.lang == 'zh' else 'lacks'} {self.listed(lacks)}"
        return "-" if actual is None else self.amount(actual)
