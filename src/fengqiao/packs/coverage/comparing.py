"""Compare a notice with a pack: for each clause, what carries each number and each duty."""

from __future__ import annotations

from collections import Counter
from datetime import date

from attrs import frozen

from fengqiao.errors import NoticeError, Place
from fengqiao.packs.coverage.carriers import holdings_of
from fengqiao.packs.coverage.clauses import clause_at, find_clauses
from fengqiao.packs.coverage.notice import Notice
from fengqiao.packs.coverage.numbers import Found, Obligation, find_numbers
from fengqiao.packs.coverage.obligations import obligations_of
from fengqiao.packs.coverage.taking_effect import day_in_force
from fengqiao.packs.coverage.verdicts import (
    WHYS,
    Verdict,
    judge_numbers,
    judge_obligation,
)
from fengqiao.rules import Catalogue, Pack, Source

MOST_NUMBERS = 20_000
FORMAT = 1


@frozen(kw_only=True)
class ClauseCoverage:
    """One clause: its numbers and duties, each with its verdict.

    Attributes:
        ref: The clause, in the document's own numbering.
        entries: Ids of the entries that cite it, what is left out included.
        numbers: In the order of the text.
        obligations: Duties without a number, in the order of the text.
    """

    ref: str
    entries: tuple[str, ...]
    numbers: tuple[tuple[Found, Verdict], ...]
    obligations: tuple[tuple[Obligation, Verdict], ...]

    @property
    def missing(self) -> int:
        """Numbers and duties that nothing carries."""
        both = [*self.numbers, *self.obligations]
        return sum(verdict.why == "missing" for _, verdict in both)


@frozen(kw_only=True)
class Coverage:
    """A notice compared with a pack.

    Attributes:
        pack, version, source: What it was compared with.
        file, sha256: The notice.
        same_text: Whether it is the text that the pack's source names by `sha256`; None where
            the source names none.
        clauses: All clauses of the source, in the order of the skeleton.
        outside: Numbers of the file that stand in no clause.
        begins: The day from which the text says that it is in force, where the source has another.
    """

    pack: str
    version: str
    source: str
    file: str
    sha256: str
    same_text: bool | None
    clauses: tuple[ClauseCoverage, ...]
    outside: int
    begins: date | None = None

    @property
    def missing(self) -> int:
        """Numbers and duties that nothing carries."""
        return sum(clause.missing for clause in self.clauses)

    def counts(self) -> dict[str, int]:
        """How many numbers have which verdict; every verdict stands in it."""
        found = Counter(verdict.why for one in self.clauses for _, verdict in one.numbers)
        return {why: found[why] for why in WHYS}

    def to_json(self) -> dict[str, object]:
        """As plain data: what `fengqiao coverage --json` prints."""
        obligations = [verdict for one in self.clauses for _, verdict in one.obligations]
        missing = sum(verdict.why == "missing" for verdict in obligations)
        return {
            "format": FORMAT,
            "pack": self.pack,
            "version": self.version,
            "source": self.source,
            "sha256": self.sha256,
            "same_text": self.same_text,
            "from": self.begins.isoformat() if self.begins else None,
            "clauses": [_clause(one) for one in self.clauses],
            "summary": {
                "clauses": len(self.clauses),
                "numbers": sum(len(one.numbers) for one in self.clauses),
                **self.counts(),
                "obligations": len(obligations),
                "obligations_missing": missing,
                "outside": self.outside,
            },
        }


def _clause(one: ClauseCoverage) -> dict[str, object]:
    return {
        "ref": one.ref,
        "entries": list(one.entries),
        "numbers": [
            {
                "text": number.text,
                "value": number.value,
                "unit": number.unit,
                "bound": number.bound,
                "line": number.line,
                "column": number.column,
                "why": verdict.why,
                "by": verdict.by,
            }
            for number, verdict in one.numbers
        ],
        "obligations": [
            {
                "text": duty.text,
                "line": duty.line,
                "column": duty.column,
                "why": verdict.why,
                "by": verdict.by,
            }
            for duty, verdict in one.obligations
        ],
    }


def cover(
    notice: Notice, pack: Pack, catalogue: Catalogue, *, source: str | None = None
) -> Coverage:
    """Find the clauses of a pack in a notice, and what carries each of its numbers.

    Args:
        notice: The text.
        pack: A pack that was read.
        catalogue: With the pack's own words.
        source: Which of its sources the notice is; None: the one whose `sha256` is that of the
            notice, else the first.

    Raises:
        NoticeError: The pack has no such source or no clause of it, a clause is not found (all
            of them are named), or the text holds too many numbers.
    """
    chosen = _source(notice, pack, source)
    skeleton = [clause for clause in pack.clauses if clause.source == chosen.id]
    if not skeleton:
        raise NoticeError("notice.no_clauses", source=chosen.id)
    sections = find_clauses(notice, skeleton)
    numbers = find_numbers(notice.lines)
    if len(numbers) > MOST_NUMBERS:
        raise NoticeError("notice.too_many_numbers", place=Place(notice.file), most=MOST_NUMBERS)
    quantities = [(one.line, one.column) for one in numbers if one.rule is None]
    found: dict[str, list[Found]] = {section.ref: [] for section in sections}
    duties: dict[str, list[Obligation]] = {section.ref: [] for section in sections}
    outside = 0
    for number in numbers:
        section = clause_at(sections, (number.line, number.column))
        if section is None:
            outside += 1
        else:
            found[section.ref].append(number)
    for duty in obligations_of(notice.lines, quantities):
        if section := clause_at(sections, (duty.line, duty.column)):
            duties[section.ref].append(duty)
    holdings = holdings_of(pack, catalogue, chosen.id)
    begins = day_in_force(notice.lines, chosen.issued)
    return Coverage(
        pack=pack.id,
        version=pack.version,
        source=chosen.id,
        file=notice.file,
        sha256=notice.sha256,
        same_text=None if chosen.sha256 is None else chosen.sha256 == notice.sha256,
        clauses=tuple(
            ClauseCoverage(
                ref=ref,
                entries=holding.entries if holding else (),
                numbers=tuple(zip(found[ref], judge_numbers(found[ref], holding), strict=True)),
                obligations=tuple((duty, judge_obligation(holding)) for duty in duties[ref]),
            )
            for ref in (section.ref for section in sections)
            for holding in (holdings.get(ref),)
        ),
        outside=outside,
        begins=None if begins == chosen.effective_from else begins,
    )


def _source(notice: Notice, pack: Pack, wanted: str | None) -> Source:
    if wanted is not None:
        chosen = next((one for one in pack.sources if one.id == wanted), None)
        if chosen is None:
            known = tuple(one.id for one in pack.sources)
            raise NoticeError("notice.unknown_source", known=known)
        return chosen
    same = (one for one in pack.sources if one.sha256 == notice.sha256)
    return next(same, pack.sources[0])
