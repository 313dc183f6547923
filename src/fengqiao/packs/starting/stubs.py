"""From the sentences of a notice to stubs of entries: clause and value found, key to be chosen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from attrs import evolve

from fengqiao.packs.coverage.numbers import Found
from fengqiao.packs.starting.amounts import day_of_deadline
from fengqiao.packs.starting.declined import is_result, reason_to_decline
from fengqiao.packs.starting.entries import duty_stub, left_out
from fengqiao.packs.starting.head import DATED, HEAD, PREAMBLE
from fengqiao.packs.starting.near_keys import NearKeys
from fengqiao.packs.starting.quantities import with_numbers
from fengqiao.packs.starting.scores import find_scores
from fengqiao.packs.starting.sentences import VETO, Sentence
from fengqiao.packs.starting.stages import goes_on, joined
from fengqiao.packs.starting.stub import Stub
from fengqiao.rules import Catalogue

_ENDED = re.compile(r"(?:该|此|上述|前述|原)[^,，。;；]{1,30}(?:停止执行|不再执行|废止|失效)")


def write_stubs(sentences: Iterable[Sentence], catalogue: Catalogue) -> Iterator[Stub]:
    """The stubs of a notice, in the order of its text.

    Args:
        sentences: With their numbers and duties, each in its clause.
        catalogue: Where near keys are looked for.
    """
    near = NearKeys(catalogue)
    everything = list(sentences)
    scored = find_scores(everything)
    before: Stub | None = None
    days: list[date] = []
    for place, one in enumerate(everything):
        stubs = list(scored.stubs.get(place, ()))
        used = scored.used.get(place, ())
        rest = evolve(one, numbers=tuple(each for each in one.numbers if each not in used))
        if before is not None and before.clause != one.clause:
            days.clear()
        after = everything[place + 1] if place + 1 < len(everything) else None
        if rest.numbers and (rest.is_title or _is_ended(rest, after)):
            numbers = tuple(each.text for each in rest.numbers)
            reason = "heading" if rest.is_title else None
            stubs.append(left_out(rest, reason, numbers, rest.numbers[0].column))
            rest = evolve(rest, numbers=())
        elif rest.numbers or not (one.numbers or one.is_only(VETO)):
            stubs += _of_sentence(rest, near, days)
        stubs.sort(key=lambda stub: (stub.line, stub.column))
        days += [day for each in one.numbers if (day := day_of_deadline(each))]
        if before is not None and len(stubs) == 1 and goes_on(one, stubs[0]):
            both = joined(before, stubs[0])
            if both is not None:
                before = both
                continue
        for stub in stubs:
            if before is not None:
                yield before
            before = stub
    if before is not None:
        yield before


def _is_ended(sentence: Sentence, after: Sentence | None) -> bool:
    """Whether the next sentence ends what one tells of an older rule: `该时限…停止执行`."""
    return (
        after is not None
        and (after.clause, after.line) == (sentence.clause, sentence.line)
        and _ENDED.match(after.text) is not None
    )


def _of_sentence(sentence: Sentence, near: NearKeys, days: Sequence[date]) -> Iterator[Stub]:
    """The stubs of one sentence.

    Args:
        sentence: Its words, and the numbers that no sheet holds.
        near: Finds keys.
        days: The days that the sentences before it in its clause name.
    """
    if sentence.clause in (HEAD, DATED, PREAMBLE) or sentence.is_heading:
        numbers = tuple(one.text for one in sentence.numbers)
        if numbers:
            yield left_out(sentence, "heading", numbers)
        return
    if len(sentence.numbers) > 1:
        left, asked = _told_apart(sentence)
        yield from left
        if asked is None:
            return
        sentence, reason = asked, None
    else:
        reason = reason_to_decline(sentence.text, sentence.piece(sentence.column))
    if reason is None and is_result(sentence.text) and sentence.numbers:
        reason = "reported_result"
    if reason is not None:
        yield left_out(sentence, reason, tuple(one.text for one in sentence.numbers))
    elif sentence.numbers:
        yield from with_numbers(sentence, near, days)
    else:
        yield duty_stub(sentence, near, sentence.line, sentence.column, "open")


def _told_apart(sentence: Sentence) -> tuple[list[Stub], Sentence | None]:
    """What of a sentence with several numbers is left out, by the words around each number.

    Returns:
        One stub for each reason, and the sentence with its other numbers; None without any.
    """
    by_reason: dict[str | None, list[Found]] = {}
    for one in sentence.numbers:
        piece = sentence.piece(one.column)
        by_reason.setdefault(reason_to_decline(sentence.text, piece, is_list=True), []).append(one)
    rest = tuple(by_reason.pop(None, ()))
    left = [
        left_out(sentence, str(reason), tuple(one.text for one in some), some[0].column)
        for reason, some in by_reason.items()
    ]
    return left, evolve(sentence, numbers=rest) if rest else None
