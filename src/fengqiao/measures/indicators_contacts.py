"""Indicators of contacts: people met, days in the field, services at home, premises visited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fengqiao.measures.indicator import Ask, Column, Indicator
from fengqiao.measures.indicators_work import SUBJECT_COLUMNS
from fengqiao.measures.register_counts import counted
from fengqiao.measures.tallies import Tally
from fengqiao.model import KINDS, Table
from fengqiao.rules import Words
from fengqiao.rules.catalogue_core import KEYS

_KEY = {key.name: key for key in KEYS}
_HOME = "home"


def _by(ask: Ask) -> str:
    return SUBJECT_COLUMNS[ask.subjects.kind]


def _w(zh: str, en: str) -> Words:
    return Words(zh=zh, en=en)


def _people(ask: Ask) -> tuple[Tally, ...]:
    return (Tally("contact", "sum", "people", by=(_by(ask), "place"), spans=(ask.span,)),)


def _services(ask: Ask) -> tuple[Tally, ...]:
    return (Tally("contact", "sum", "home_services", by=(_by(ask), "place"), spans=(ask.span,)),)


def _summed(ask: Ask, answers: Sequence[Table]) -> Column:
    sums = dict.fromkeys(ask.subjects.ids, 0)
    for subject, place, value in answers[0].rows(_by(ask), "place", "value"):
        if subject in sums and ask.passes("place", place):
            sums[subject] += value
    return Column(list(sums.values()))


def _days(ask: Ask) -> tuple[Tally, ...]:
    contacts = Tally("contact", "events", by=(_by(ask), "day", "place"), spans=(ask.span,))
    visits = Tally("visit", "events", by=(_by(ask), "day"), spans=(ask.span,))
    return (contacts, visits) if ask.passes("place", _HOME) else (contacts,)


def _days_out(ask: Ask, answers: Sequence[Table]) -> Column:
    """Distinct days with a contact at such a place; a household visit is one at a home."""

    def pairs() -> Iterator[tuple[str, str]]:
        for subject, day, place in answers[0].rows(_by(ask), "day", "place"):
            if ask.passes("place", place):
                yield subject, str(day)
        for answer in answers[1:]:
            for subject, day in answer.rows(_by(ask), "day"):
                yield subject, str(day)

    return counted(ask, pairs())


def _premises(ask: Ask) -> tuple[Tally, ...]:
    column = _by(ask)
    contacts = Tally("contact", "events", by=(column, "premises", "topics"), spans=(ask.span,))
    if column not in KINDS["inspection"].fields or ask.words("topic") is not None:
        return (contacts,)
    return contacts, Tally("inspection", "events", by=(column, "premises"), spans=(ask.span,))


def _visited(ask: Ask, answers: Sequence[Table]) -> Column:
    kind_of = dict(ask.registers.table("premises").rows("premises", "kind"))

    def pairs() -> Iterator[tuple[str, str]]:
        for subject, premises, topics in answers[0].rows(_by(ask), "premises", "topics"):
            if premises is not None and ask.passes("topic", topics):
                yield subject, premises
        for answer in answers[1:]:
            yield from answer.rows(_by(ask), "premises")

    return counted(ask, (pair for pair in pairs() if ask.passes("kind", kind_of.get(pair[1]))))


INDICATORS: tuple[Indicator, ...] = (
    Indicator(
        key=_KEY["visits.people"],
        numerator=_w("走访接触的人次", "people met on rounds of contacts, each time they were met"),
        exclusions=_w(
            "入户走访只计户;要计人次的,另作走访接触登记",
            "household visits, which count households; whoever counts people there records a round"
            " of contacts",
        ),
        recorded_as="contact",
        tallies=_people,
        column=_summed,
    ),
    Indicator(
        key=_KEY["visits.days"],
        numerator=_w("有走访的天数", "days with a contact or a household visit"),
        exclusions=_w(
            "同一天多次走访计一天;入户走访算在群众家中",
            "a second round on a day; a household visit is one at a home",
        ),
        recorded_as="contact",
        tallies=_days,
        column=_days_out,
    ),
    Indicator(
        key=_KEY["visits.home_services"],
        numerator=_w("上门服务次数", "services given at people's homes"),
        exclusions=_w("只计次数,不记服务对象", "whom they were given to: numbers only"),
        recorded_as="contact",
        tallies=_services,
        column=_summed,
    ),
    Indicator(
        key=_KEY["visits.premises"],
        numerator=_w("走访的不同场所数", "distinct premises visited"),
        exclusions=_w(
            "同一场所在同一周期内多次走访计一家;条款不限内容的,检查也算走访",
            "premises visited again in the period count once; where the entry asks for no topic, an"
            " inspection is a visit too",
        ),
        recorded_as="contact",
        tallies=_premises,
        column=_visited,
    ),
)
