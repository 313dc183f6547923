"""Indicators of inspections: how many premises, what share of the register, what was in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from fengqiao.measures.indicator import Ask, Column, Indicator, NamedEvents
from fengqiao.measures.register_counts import counted, latest_premises, placed
from fengqiao.measures.tallies import Tally
from fengqiao.model import Table
from fengqiao.rules import Comparison, Words
from fengqiao.rules.catalogue_core import KEYS
from fengqiao.timing import Span

_KEY = {key.name: key for key in KEYS}
_STAFF = "staff"
_COLUMNS = {"community_officer": _STAFF, "auxiliary_officer": _STAFF, "station": "station"}


def _tally(ask: Ask, *by: str) -> tuple[Tally, ...]:
    return (Tally("inspection", "events", by=by, spans=(ask.span,)),)


def _by_subject(ask: Ask) -> tuple[Tally, ...]:
    return _tally(ask, _COLUMNS[ask.subjects.kind], "premises", "topics")


def _premises(ask: Ask, answers: Sequence[Table]) -> Column:
    passes = _filter(ask)
    pairs = (
        (subject, premises)
        for subject, premises, topics in answers[0].rows(
            _COLUMNS[ask.subjects.kind], "premises", "topics"
        )
        if passes(premises, topics)
    )
    return counted(ask, pairs)


def _inspections(ask: Ask, table: Table) -> Iterator[tuple[str, str]]:
    """Subject and id of each inspection that counts."""
    passes = _filter(ask)
    first, last = ask.span.first.toordinal(), ask.span.last.toordinal()
    columns = ("id", "day", _COLUMNS[ask.subjects.kind], "premises", "topics")
    for event, day, subject, premises, topics in table.rows(*columns):
        if first <= day <= last and passes(premises, topics):
            yield subject, event


def _filter(ask: Ask) -> Callable[[str, str], bool]:
    """Whether an inspection of premises with these topics is one that an entry counts."""
    kind_of = dict(ask.registers.table("premises").rows("premises", "kind"))
    return lambda premises, topics: (
        ask.passes("topic", topics) and ask.passes("kind", kind_of.get(premises))
    )


def _topics(ask: Ask) -> tuple[Tally, ...]:
    return _tally(ask, "premises", "topics")


def _share(ask: Ask, answers: Sequence[Table]) -> Column:
    inspected = {
        premises
        for premises, topics in answers[0].rows("premises", "topics")
        if ask.passes("topic", topics)
    }
    last = Span(ask.span.last, ask.span.last)
    rows = latest_premises(ask, last)
    names = ask.registers.table("premises")["premises"]
    done = [row for row in rows if names[row] in inspected]
    return Column(
        counted(ask, placed(ask, "premises", done)).nums,
        counted(ask, placed(ask, "premises", rows)).nums,
    )


def _results(ask: Ask) -> tuple[Tally, ...]:
    return _tally(ask, "premises", "topics", "failed")


def _compliant(ask: Ask, answers: Sequence[Table]) -> Column:
    inspected: set[str] = set()
    wanting: set[str] = set()
    for premises, topics, failed in answers[0].rows("premises", "topics", "failed"):
        if ask.passes("topic", topics):
            inspected.add(premises)
            if any(_is_asked(ask, topic) for topic in _split(failed)):
                wanting.add(premises)
    names = ask.registers.table("premises")["premises"]
    rows = [row for row in latest_premises(ask, ask.span) if names[row] in inspected]
    in_order = [row for row in rows if names[row] not in wanting]
    return Column(
        counted(ask, placed(ask, "premises", in_order)).nums,
        counted(ask, placed(ask, "premises", rows)).nums,
    )


def _split(codes: str) -> Iterator[str]:
    return filter(None, codes.split(","))


def _is_asked(ask: Ask, topic: str) -> bool:
    """Whether what was found wanting is among the topics that an entry asks for."""
    asked: Comparison | None = dict(ask.of).get("topic")
    if asked is None or not isinstance(asked.limit, frozenset):
        return True
    return (topic in asked.limit) != (asked.op == "none_of")


INDICATORS: tuple[Indicator, ...] = (
    Indicator(
        key=_KEY["inspection.premises"],
        revision=2,
        numerator=Words(zh="检查的不同场所数", en="distinct premises inspected"),
        exclusions=Words(
            zh="同一场所在同一周期内多次检查计一家",
            en="premises inspected again in the period count once",
        ),
        recorded_as="inspection",
        tallies=_by_subject,
        column=_premises,
        events=NamedEvents("inspection", _inspections),
    ),
    Indicator(
        key=_KEY["inspection.share"],
        numerator=Words(zh="周期内检查过的在册场所", en="of these, inspected in the period"),
        denominator=Words(
            zh="周期末登记在册的场所", en="premises on the register on the last day counted"
        ),
        exclusions=Words(
            zh="周期末已不在册的场所不计;由哪个单位检查都算",
            en="premises no longer on the register that day; it does not matter who inspected",
        ),
        numerator_only=frozenset(("topic",)),
        recorded_as="inspection",
        tallies=_topics,
        column=_share,
    ),
    Indicator(
        key=_KEY["premises.compliant_share"],
        numerator=Words(
            zh="其中每次检查都没有不合格的场所", en="of these, never found wanting in the period"
        ),
        denominator=Words(
            zh="周期内就该内容检查过的场所", en="premises inspected for it in the period"
        ),
        exclusions=Words(
            zh="没有检查过的场所不计;其他内容不合格不影响",
            en="premises not inspected; what was found wanting in another topic",
        ),
        recorded_as="inspection",
        tallies=_results,
        column=_compliant,
    ),
)
