"""Findings in words: titles, limits and values, with the catalogue's own names for codes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from attrs import frozen

from fengqiao.errors import Lang
from fengqiao.judging.filling import given_terms, items_of, limit_term
from fengqiao.judging.findings import Finding
from fengqiao.judging.words import listed, word
from fengqiao.rules import Catalogue, Entry, Pack, entry_of
from fengqiao.rules.occasion_days import DAY, day_of_month
from fengqiao.rules.values import WORD_OPS
from fengqiao.timing import Period, advance

_UNITS: Mapping[str, str] = {
    "minute": "分钟",
    "hour": "小时",
    "day": "天",
    "working_day": "个工作日",
    "week": "周",
    "month": "个月",
    "year": "年",
    "action_item": "项议定事项",
}
_AMOUNT = re.compile(r"(?P<number>\S+) (?P<unit>[a-z_]+?)s?")
_RATE = re.compile(r"(\d+) per (\d+)")
_MINUTES = re.compile(r"(\d+)/60")
_LISTS: Mapping[str | None, str] = {
    "on_day": "occasion_day",
    "invited": "invitee",
    "topics": "meeting_topic",
    "lead": "role",
    "held_by": "role",
    "drawn_from": "role",
}
"""The closed list that a requirement's words come from, where a word stands in several."""


@frozen(kw_only=True, slots=False)
class Wording:
    """Puts findings into words."""

    packs: Mapping[str, Pack]
    catalogue: Catalogue
    lang: Lang

    @cached_property
    def _codes(self) -> Mapping[str, str]:
        """Names of codes, from all closed lists in the order of their names."""
        found: dict[str, str] = {}
        for _, vocabulary in sorted(self.catalogue.vocabularies.items()):
            for code, names in vocabulary.words.items():
                found.setdefault(code, names.get(self.lang))
        return found

    def words_of(self, finding: Finding, codes: Iterable[object]) -> str:
        """Words of a finding: from the list of its requirement, else from that of its key."""
        key = self.catalogue.keys.get(str(finding.receipt["indicator"]))
        return self.listed(codes, finding.requirement, vocabulary=key.vocabulary if key else None)

    def _name(self, code: str, vocabulary_name: str) -> str:
        vocabulary = self.catalogue.vocabularies.get(vocabulary_name)
        names = vocabulary.words.get(code) if vocabulary else None
        return (names.get(self.lang) if names else self._codes.get(code)) or code

    def listed(
        self,
        codes: Iterable[object],
        requirement: str | None = None,
        *,
        vocabulary: str | None = None,
    ) -> str:
        """Codes by their names.

        Args:
            codes: Words of closed lists.
            requirement: Whose words they are, where it has a list of its own.
            vocabulary: The closed list that they are of otherwise; None: any that has them.
        """
        known = _LISTS.get(requirement) or vocabulary or ""
        names = (self._name(str(code), known) for code in codes)
        return listed(names, self.lang)

    def amount(self, value: object) -> str:
        """A number with its unit in the language."""
        if self.lang == "zh" and (rate := _RATE.fullmatch(str(value))):
            return word("rate", "zh").format(number=rate[1], of=rate[2])
        if number := day_of_month(str(value)):
            return word("day_of_month", self.lang).format(number=number)
        found = _AMOUNT.fullmatch(str(value))
        if found is None or self.lang == "en" or found["unit"] not in _UNITS:
            return str(value).replace("_", " ")
        return f"{found['number']} {_UNITS[found['unit']]}"

    def time_or_amount(self, finding: Finding, value: object) -> str:
        """A value of a finding; minutes of an hour as hours and minutes."""
        found = _MINUTES.fullmatch(str(value)) if finding.limit["unit"] == "hour" else None
        if found is None:
            return self.amount(value)
        hours, minutes = divmod(int(found[1]), 60)
        hour, minute = word("time.hour", self.lang), word("time.minute", self.lang)
        shown = [f"{hours} {hour}"] if hours or not minutes else []
        return " ".join([*shown, f"{minutes} {minute}"] if minutes else shown)

    def entry(self, finding: Finding) -> Entry:
        """The entry that a finding is of.

        Raises:
            TypeError: It is of none of these packs.
        """
        entry = entry_of(self.packs[str(finding.receipt["pack"])], finding.entry)
        if not isinstance(entry, Entry):
            message = "the finding is of no entry"
            raise TypeError(message)
        return entry

    def title(self, finding: Finding) -> str:
        """Name of the entry, and of the requirement where it has several."""
        entry = self.entry(finding)
        names = (entry.names, self.catalogue.keys[entry.key].names)
        name = names[0].get(self.lang) or names[1].get(self.lang)
        if finding.requirement is None:
            return name
        known = word(finding.requirement, self.lang)
        part = self._codes.get(known, known)
        return f"{name} / {part}"

    def clauses(self, finding: Finding) -> list[str]:
        """Clauses of the finding; where its pack has several sources, with the source."""
        refs: list[str] = items_of(finding.receipt, "clause")
        source = finding.receipt["source"]
        if len(self.packs[str(finding.receipt["pack"])].sources) > 1:
            return [ref if ":" in ref else f"{source}:{ref}" for ref in refs]
        return refs

    def clause(self, finding: Finding) -> str:
        """The same as one text."""
        return listed(self.clauses(finding), self.lang)

    def asked(self, finding: Finding) -> str:
        """The limit in words: `at least 80`; where the source is open, the host's value."""
        op, value = str(finding.limit["op"]), self._limit(finding)
        comparison = word(op, self.lang)
        if not isinstance(value, list):
            if day_of_month(str(value)):
                comparison = word("by_day", self.lang)
                if Period.parse(finding.period).unit != "month":
                    of_last = word("last_month", self.lang).format(day=self.amount(value))
                    return f"{comparison} {of_last}"
            return f"{comparison} {self.amount(value)}"
        if op == "between":
            return f"{comparison} {' - '.join(map(self.amount, value))}"
        words = self.words_of(finding, value)
        return words if len(value) == 1 and op != "none_of" else f"{comparison} {words}"

    def _limit(self, finding: Finding) -> object:
        """What is asked; where the source leaves it open, the host's value or that it is open."""
        value = finding.limit["value"]
        if value != "open":
            return value
        given = given_terms(finding).get(limit_term(finding))
        if given is None:
            return word("open", self.lang)
        return given.split(", ") if finding.limit["op"] in WORD_OPS else given

    def found(self, finding: Finding) -> str:
        """What was found, short enough for a table; of words, what is missing or barred."""
        actual = finding.actual
        if isinstance(actual, list):
            return self._found_words(finding, actual)
        return "-" if actual is None else self.actual(finding)

    def actual(self, finding: Finding) -> str:
        """A number that was found; against a day of the month, which day it was."""
        number = str(finding.actual).partition(" ")[0]
        if day_of_month(str(self._limit(finding))) and number.isdecimal():
            period = Period.parse(finding.period)
            if period.unit != "month":
                return advance(period.first, int(number) - 1, "day").isoformat()
            return self.amount(f"{DAY}{number}")
        return self.time_or_amount(finding, finding.actual)

    def _found_words(self, finding: Finding, actual: list[object]) -> str:
        limit, op = self._limit(finding), finding.limit["op"]
        wanted = limit if isinstance(limit, list) else []
        lacks = [code for code in wanted if code not in actual]
        if op != "all_of":  # of a ban what was done against it, of a choice what there is
            there = [code for code in actual if code in wanted] if op == "none_of" else actual
            return self.words_of(finding, there) or "-"
        if not lacks or len(wanted) == 1:
            return self.words_of(finding, actual) if not lacks else "-"
        missing = self.words_of(finding, lacks)
        return f"{word('lacks', self.lang)} {missing}"
