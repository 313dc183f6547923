"""Stubs of each table, from a number or a duty and the words around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import get_args

from attrs import evolve

from fengqiao.packs.amounts import is_rhythm, is_share, parse_quantity
from fengqiao.packs.coverage.numbers import Found
from fengqiao.packs.starting.amounts import Amount, LevelRow, Value
from fengqiao.packs.starting.near_keys import Asked, NearKeys
from fengqiao.packs.starting.sentences import Sentence
from fengqiao.packs.starting.stub import CHOOSE, Stub, choose
from fengqiao.packs.starting.thresholds import Level
from fengqiao.timing import PeriodUnit


def left_out(
    sentence: Sentence, reason: str | None, numbers: tuple[str, ...], column: int | None = None
) -> Stub:
    """A number or a sentence that is left out; the reason is to be chosen."""
    fields: dict[str, Value] = {"why": choose((reason,) if reason else ()), "what": CHOOSE}
    if numbers:
        fields["numbers"] = numbers
    line, column = sentence.line, column or sentence.column
    near = sentence.near(column)
    return Stub(
        table="not_modelled", clause=sentence.clause, line=line, column=column, near=near,
        fields=fields,
    )  # fmt: skip


def has_duty(sentence: Sentence, near: NearKeys, columns: Sequence[int]) -> bool:
    """Whether the words beside any of some numbers are near to a duty."""
    pieces = [sentence.piece(column) for column in columns]
    return any(near.keys("duty", Asked(piece=one, sentence=one)) for one in pieces)


def duty_stub(
    sentence: Sentence,
    near: NearKeys,
    line: int,
    column: int,
    every: str,
    *,
    more: Mapping[str, Value] | None = None,
) -> Stub:
    """A duty, with the keys and roles that its words are near to."""
    around = sentence.around(column)
    keys = near.keys("duty", Asked(piece=sentence.piece(column), sentence=around))
    subjects = near.subjects(keys, around)
    return Stub(
        table="duty",
        clause=sentence.clause,
        line=line,
        column=column,
        near=sentence.near(column),
        fields={
            "key": choose(keys),
            "who": choose(near.roles(subjects, around)),
            "each": choose(subjects),
            "every": every,
            **(more or {}),
        },
    )


def occasion_stub(
    sentence: Sentence,
    near: NearKeys,
    period: Found | None,
    times: Amount | None,
    details: Mapping[str, Value],
) -> Stub:
    """Something that happens so many times in a period."""
    fields: dict[str, Value] = {}
    number = times.value if times is not None and isinstance(times.value, int) else 1
    if period is not None and period.value == "every half_month":
        number *= 2
    if number > 1:
        fields["times"] = number
    fields |= details
    found = times.found if times else period
    line, column = (found.line, found.column) if found else (sentence.line, sentence.column)
    every = _every(period) if period else "open"
    return duty_stub(sentence, near, line, column, every, more=fields)


def _every(period: Found) -> str:
    name = period.value.removeprefix("every ")
    if name == "half_month":  # two times a month
        return "month"
    length = parse_quantity(name)
    is_known = name in get_args(PeriodUnit) or (length is not None and is_rhythm(length))
    return name if is_known else "open"


def dated_stub(sentence: Sentence, near: NearKeys, days: Sequence[tuple[Found, date]]) -> Stub:
    """A sentence with nothing but days: since when it holds, or something owed by a day."""
    found, day = days[0]
    if _is_since(sentence, found):
        return left_out(sentence, "heading", tuple(one.text for one, _ in days))
    return duty_stub(sentence, near, found.line, found.column, "open", more={"by": day})


def _is_since(sentence: Sentence, found: Found) -> bool:
    return sentence.after(found.column + len(found.text)).startswith("起")


def norm_stub(
    sentence: Sentence,
    near: NearKeys,
    amount: Amount,
    period: Found | None,
    days: Sequence[tuple[Found, date]],
) -> Stub:
    """A number that is to be kept."""
    found = amount.found
    around = sentence.around(found.column)
    asked = Asked(
        piece=sentence.piece(found.column),
        sentence=around,
        item=sentence.item(found.column),
        unit=found.unit,
        is_share=is_share(amount.exact),
        time_unit=amount.exact.unit,
    )
    keys = near.keys("norm", asked)
    fields: dict[str, Value] = {
        "key": choose(keys),
        "each": choose(near.subjects(keys, around)),
    }
    every = _every(period) if period is not None and near.takes_per(keys) else "open"
    if every != "open" and " " not in every:  # only duties come round every three weeks
        fields["per"] = every
    before = [(one, day) for one, day in days if one.column < found.column]
    if before:
        fields["from" if _is_since(sentence, before[-1][0]) else "by"] = before[-1][1]
    return Stub(
        table="norm",
        clause=sentence.clause,
        line=found.line,
        column=found.column,
        near=sentence.near(found.column),
        fields={**fields, amount.op: amount.value},
    )


def within(norm: Stub, span: Amount, *, is_alone: bool = False) -> Stub:
    """A norm that is to be reached within years; what is to be reached may be open."""
    fields = dict(norm.fields)
    if is_alone:
        del fields[span.op]
        fields["at_least"] = "open"
    return evolve(norm, fields={**fields, "by": span.value})


def band_stub(sentence: Sentence, near: NearKeys, levels: Sequence[Level]) -> Stub:
    """Classes by a value: the level names are to be chosen, the edges decided."""
    found = levels[0].amount.found
    asked = Asked(
        piece=sentence.piece(found.column),
        sentence=sentence.around(found.column),
        unit=found.unit,
    )
    grades = ("station.grade",) if found.unit == "分" else ()
    rows: list[LevelRow] = [
        {"name": name, "zh": one.name.strip() or name, one.amount.op: one.amount.value}
        for name, one in ((f"level_{number}", one) for number, one in enumerate(levels, start=1))
    ]
    return Stub(
        table="band",
        clause=sentence.clause,
        line=found.line,
        column=found.column,
        near=sentence.near(found.column),
        fields={
            "key": choose(near.keys("band", evolve(asked, unit=None)) or grades),
            "by": choose(("points.station",) if found.unit == "分" else near.keys("norm", asked)),
            "over": "open",
            "tie": "upper",
            "level": tuple(rows),
        },
    )


def list_stub(sentence: Sentence, amount: Amount) -> Stub:
    """A list that is as long as a number says."""
    found = amount.found
    return Stub(
        table="label",
        clause=sentence.clause,
        line=found.line,
        column=found.column,
        near=sentence.near(found.column),
        fields={"key": CHOOSE, "count": amount.value},
    )
