"""Indicators of cases: what their steps say, and how long it took from one step to another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from attrs import frozen

from fengqiao.measures.case_times import Ends
from fengqiao.measures.cases import Step, words_of
from fengqiao.measures.indicator import Ask, Column, Indicator
from fengqiao.measures.register_counts import codes_of, within
from fengqiao.model import Table
from fengqiao.rules import Key, Words
from fengqiao.rules.catalogue_cases import CASE_KEYS
from fengqiao.rules.values import Exact

RECORDED_AS = "case_event"
_KEY: dict[str, Key] = {key.name: key for key in CASE_KEYS}
_Steps = Sequence[Step]


@frozen
class TimeBetween:
    """A time limit of cases: the steps at which its time begins, and those at which it ends.

    Attributes:
        starts: Of the first of them the time begins to run.
        stops: The first of them after that ends it.
        nth: Which of the steps that stop it is meant: the second session.
        or_oral: Whether an agreement that is not put on paper begins it as well.
    """

    starts: frozenset[str]
    stops: frozenset[str]
    nth: int = 1
    or_oral: bool = False

    def ends(self, steps: _Steps) -> tuple[Step, Step | None] | None:
        """The step that begins the time, and the one that ends it; None where none began it."""
        first = next((i for i, step in enumerate(steps) if self._begins(step)), None)
        if first is None:
            return None
        rest = [step for step in steps[first:] if step["kind"] in self.stops]
        return steps[first], rest[self.nth - 1] if len(rest) >= self.nth else None

    def _begins(self, step: Step) -> bool:
        is_oral = step["kind"] == "agreed" and step.get("form") in ("oral", "recording")
        return step["kind"] in self.starts or (self.or_oral and is_oral)


_ENDED = frozenset(
    ("agreed", "signed", "failed", "ended_by_party", "terminated", "handed_on", "declined")
)

TIMES: dict[str, TimeBetween] = {
    "mediation.time_to_settle": TimeBetween(frozenset(("accepted",)), _ENDED),
    "mediation.time_to_first_session": TimeBetween(
        frozenset(("accepted",)), frozenset(("session_held",))
    ),
    "mediation.time_to_second_session": TimeBetween(
        frozenset(("session_held",)), frozenset(("session_held",)), nth=2
    ),
    "mediation.time_to_confirm": TimeBetween(
        frozenset(("signed",)), frozenset(("confirmation_applied",)), or_oral=True
    ),
    "request.time_to_forward": TimeBetween(frozenset(("received",)), frozenset(("forwarded",))),
    "request.time_to_answer": TimeBetween(frozenset(("received",)), frozenset(("answered",))),
    "request.time_to_respond": TimeBetween(
        frozenset(("received",)), frozenset(("responded", "answered"))
    ),
}
"""What begins and ends the time of each time limit."""

OPTIONAL = frozenset(("mediation.time_to_second_session", "mediation.time_to_confirm"))
"""Limits on what need not happen: until it does, nothing is due."""


def _steps(ask: Ask) -> Iterable[_Steps]:
    """The steps of each case that were taken by the last day counted."""
    column = ask.registers.table("case")["steps"]
    last = ask.span.last.toordinal()
    for row in ask.subjects.rows:
        yield [step for step in column[row] if step["day"] <= last]


def _is_open(ask: Ask) -> list[bool]:
    ends = ask.registers.table("case")["until"]
    last = ask.span.last.toordinal()
    return [ends[row] is None or ends[row] > last for row in ask.subjects.rows]


def _time(name: str) -> Callable[[Ask, Sequence[Table]], Column]:
    between = TIMES[name]

    def column(ask: Ask, _answers: Sequence[Table]) -> Column:
        nums: list[int] = []
        dens: list[int] = []
        unknown: set[int] = set()
        is_open: set[int] = set()
        running: set[int] = set()
        still = _is_open(ask)
        ends_by = Ends(ask.counting, ask.calendar)
        for index, steps in enumerate(_steps(ask)):
            ends = between.ends(steps)
            stop = ends[1] if ends else None
            if ends is None or (stop is None and (name in OPTIONAL or not still[index])):
                nums.append(0)
                dens.append(0)
                continue
            if stop is None:
                running.add(index)
                stop = _hour_of(ends[0], ask.span.last)
            pairs = ends_by.units(ends[0], stop, ask.unit) if ask.unit else ()
            if not pairs or not _are_alike(pairs, ask.limit):
                unknown.add(index)
                is_open.update((index,) if pairs else ())
            num, den = max(pairs, default=(0, 1))
            nums.append(num)
            dens.append(den)
        return Column(
            nums,
            dens,
            unknown=frozenset(unknown),
            open=frozenset(is_open),
            running=frozenset(running),
        )

    return column


def _are_alike(pairs: Sequence[tuple[int, int]], limit: Exact | None) -> bool:
    """Whether a limit judges every reading of a time alike."""
    if len(set(pairs)) == 1:
        return True
    return (
        limit is not None and len({num * limit.den <= limit.num * den for num, den in pairs}) == 1
    )


def _hour_of(start: Step, last: date) -> Step:
    """The hour of a step on the last day counted: by then at least so much time has passed."""
    days = last.toordinal() - int(start["day"])
    return {"day": last.toordinal(), "at": int(start["at"]) + days * 86_400}


def _count(kind: str) -> Callable[[Ask, Sequence[Table]], Column]:
    def column(ask: Ask, _answers: Sequence[Table]) -> Column:
        nums = [sum(step["kind"] == kind for step in steps) for steps in _steps(ask)]
        return Column(nums, running=_running(ask))

    return column


def _running(ask: Ask) -> frozenset[int]:
    return frozenset(index for index, is_open in enumerate(_is_open(ask)) if is_open)


def _said(
    field: str, *kinds: str, once_settled: bool = False
) -> Callable[[Ask, Sequence[Table]], Column]:
    """Words that a field holds on steps of some kinds, or on all."""

    def column(ask: Ask, _answers: Sequence[Table]) -> Column:
        words = []
        unknown: set[int] = set()
        for index, steps in enumerate(_steps(ask)):
            some = [step for step in steps if not kinds or step["kind"] in kinds]
            words.append(frozenset(word for step in some for word in words_of(step, field)))
            if once_settled and not words[-1]:
                unknown.add(index)
        return Column(words=words, unknown=frozenset(unknown), running=_running(ask))

    return column


def _mediated(ask: Ask, _answers: Sequence[Table]) -> Column:
    """Kinds of mediation that an area has: its committees', and those that its bodies offer."""
    found: dict[str, set[str]] = {area: set() for area in ask.subjects.ids}
    committees = ask.registers.table("mediation_committee")["area"]
    bodies = ask.registers.table("body")
    pairs = [
        (committees[row], "peoples")
        for row in ask.registers.rows_in("mediation_committee", ask.span)
    ]
    for row in ask.registers.rows_in("body", ask.span):
        kinds = (bodies["mediates"][row] or "").split(",")
        pairs += [(bodies["area"][row], kind) for kind in kinds if kind]
    for area, kind in within(ask, pairs):
        found[area].add(kind)
    return Column(words=[frozenset(found[area]) for area in ask.subjects.ids])


def _w(zh: str, en: str) -> Words:
    return Words(zh=zh, en=en)


_STEPS_ONLY = _w(
    "只看步骤和期限,不记当事人和纠纷内容",
    "steps and times alone, nothing on the parties or what it is about",
)
_WITH_REST = _w(
    "尚未开始的不算;期间按程序写明的计算规则,与期限相同",
    "what has not begun; time counts by the rule that the procedure names, as its deadline does",
)


def _of_case(
    name: str,
    zh: str,
    en: str,
    column: Callable[[Ask, Sequence[Table]], Column],
    *,
    exclusions: Words = _STEPS_ONLY,
) -> Indicator:
    return Indicator(
        key=_KEY[name],
        numerator=_w(zh, en),
        exclusions=exclusions,
        recorded_as=RECORDED_AS,
        column=column,
    )


def _timed(name: str, zh: str, en: str) -> Indicator:
    return _of_case(name, zh, en, _time(name), exclusions=_WITH_REST)


def _makeup(ask: Ask, _answers: Sequence[Table]) -> Column:
    return codes_of(ask, "makeup")


def _backgrounds(ask: Ask, _answers: Sequence[Table]) -> Column:
    return codes_of(ask, "backgrounds")


_NONE_NAMED = _w("不记哪位委员是哪一种", "which member is meant")

INDICATORS: tuple[Indicator, ...] = (
    _of_case(
        "dispute.settled_at",
        "达成协议的层级",
        "level at which an agreement was reached",
        _said("level", "agreed", "signed", "performed", once_settled=True),
    ),
    _of_case(
        "dispute.panel",
        "主持调解的人员",
        "who was appointed, chosen or held a session",
        _said("participants", "mediator_appointed", "mediator_chosen", "session_held"),
    ),
    _of_case(
        "dispute.participants", "参与调解的人员", "who took part in any step", _said("participants")
    ),
    _of_case("mediation.sessions", "已进行的调解次数", "sessions held", _count("session_held")),
    _timed("mediation.time_to_settle", "受理到调解结束", "from acceptance to the end of mediation"),
    _timed(
        "mediation.time_to_first_session", "受理到首次调解", "from acceptance to the first session"
    ),
    _timed(
        "mediation.time_to_second_session",
        "首次到再次调解",
        "from the first session to the second",
    ),
    _timed(
        "mediation.time_to_confirm",
        "协议生效到共同申请",
        "from effect to the joint application",
    ),
    _timed("request.time_to_forward", "接到诉求到转办", "from receipt to forwarding"),
    _timed("request.time_to_answer", "接到诉求到答复", "from receipt to the answer"),
    _timed("request.time_to_respond", "接到诉求到响应", "from receipt to the first response"),
    _of_case("request.review_layers", "已经过的审核", "reviews that were done", _count("reviewed")),
    _of_case(
        "request.callback_channels",
        "回访使用的方式",
        "channels of call-backs",
        _said("channel", "called_back"),
    ),
    _of_case("request.holder", "承办主体", "who was made responsible", _said("holder")),
    Indicator(
        key=_KEY["mediation.kinds"],
        numerator=_w("区域内各类调解组织开展的调解", "what bodies and committees of it offer"),
        exclusions=_w("未登记的不计", "what is not on the register"),
        column=_mediated,
    ),
    Indicator(
        key=_KEY["mediation.committee_backgrounds"],
        numerator=_w("登记的委员来源", "backgrounds on the register"),
        exclusions=_NONE_NAMED,
        column=_backgrounds,
    ),
    Indicator(
        key=_KEY["mediation.committee_makeup"],
        numerator=_w("使用方确认的组成情况", "what the host attests of its make-up"),
        exclusions=_NONE_NAMED,
        column=_makeup,
    ),
)
