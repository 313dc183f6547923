"""Explain one score: each part with its weight, its measure and what it gave."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fengqiao.errors import Lang
from fengqiao.judging.decimals import cut, rounded
from fengqiao.judging.explain import asked_packs, labelled, source_of, subject_of, used_terms
from fengqiao.judging.filling import items_of
from fengqiao.judging.overlays import shown_overlays
from fengqiao.judging.parts import PartScore
from fengqiao.judging.points_wording import PointsWording
from fengqiao.judging.scores import Score
from fengqiao.judging.words import listed, word
from fengqiao.measures import Indicator
from fengqiao.measures.sheets import parts_of, total_indicator
from fengqiao.rules import Part, Rules, Sheet, entry_of, shown_pair
from fengqiao.rules.pairs import Pair
from fengqiao.rules.part_terms import filled_part, lacks_points, open_points

Line = tuple[str, str]


def explain_score(
    score: Score, rules: Rules, indicators: Mapping[str, Indicator], *, lang: Lang = "en"
) -> str:
    """A score in lines of `label: text`, down to part, weight, measure and period.

    Args:
        score: What is explained.
        rules: The packs that it came from.
        indicators: For numerator, denominator and exclusions.
        lang: `en` or `zh`.

    Returns:
        Lines of text; the parts stand in the order of the sheet.

    Raises:
        TypeError: The score is of no sheet of these packs.
    """
    sheet = entry_of(rules.packs[str(score.receipt["pack"])], score.sheet)
    if not isinstance(sheet, Sheet):
        message = "the score is of no sheet"
        raise TypeError(message)
    return labelled(_lines(score, sheet, rules, indicators, lang), lang)


def _lines(
    score: Score, sheet: Sheet, rules: Rules, indicators: Mapping[str, Indicator], lang: Lang
) -> Iterator[Line]:
    receipt = score.receipt
    name = sheet.names.get(lang) or rules.catalogue.keys[sheet.key].names.get(lang)
    yield "score", f"{name} ({score.id})"
    yield "result", result_of(score, sheet, lang)
    yield "source", source_of(receipt, rules, lang)
    yield "clause", listed(items_of(receipt, "clause"), lang)
    yield "subject", subject_of(score, rules.catalogue, lang)
    yield "period", score.period
    wording = PointsWording(lang)
    for part, one in _parts(score, sheet, rules):
        yield "part", wording.title(part, one)
        yield "how", wording.how(part, one, is_scored=score.low is not None)
        yield "assessed", _assessor(part, rules, lang)
        if one.measure is not None:
            yield from _measured(one.measure, rules, indicators, lang)
    yield "terms", used_terms(receipt, lang)
    yield "open", listed(_to_fill(score, sheet, rules), lang)
    yield "reading", sheet.reading.get(lang)
    yield "other", sheet.other.get(lang)
    if not sheet.verified:
        yield "unverified", word("not_verified", lang)
    yield "overlay", shown_overlays(receipt, lang)
    yield "packs", asked_packs(receipt, rules, lang)
    yield "facts", str(receipt["on"])
    yield "known", str(receipt["as_known"] or "")


def _assessor(part: Part, rules: Rules, lang: Lang) -> str:
    if part.by is None:
        return ""
    lists = rules.catalogue.vocabularies
    return {**lists["subject_kind"].words, **lists["role"].words}[part.by].get(lang)


def _measured(
    measure: str, rules: Rules, indicators: Mapping[str, Indicator], lang: Lang
) -> Iterator[Line]:
    yield "measured", measure
    indicator = indicators.get(measure) or total_indicator(measure, rules)
    if indicator is not None:
        yield "counted", indicator.numerator.get(lang)
        yield "out_of", indicator.denominator.get(lang) if indicator.denominator else ""
        yield "left_out", indicator.exclusions.get(lang)


def result_of(score: Score, sheet: Sheet, lang: Lang) -> str:
    """The score, or its interval, out of what it is out of; or why there is none."""
    names = {one.name: one.names.get(lang) or one.name for one in score.parts}
    colon = word("sign.colon", lang)
    if score.low is None or score.high is None:
        if score.vetoed_by is not None:
            return f"{word('not_rated', lang)}{colon}{names[score.vetoed_by]}"
        return f"{word('not_checkable', lang)}{colon}{word('not_configured', lang)}"
    of = f"{word('of_points', lang)}{shown_pair(*score.out_of)}" if score.out_of else ""
    if score.exact is not None:
        text = f"{_shown(score.exact, sheet.round)}{of}"
    else:
        low, high = (_shown(end, sheet.round) for end in (score.low, score.high))
        text = f"{low} {word('up_to', lang)} {high}{of}"
    if score.vetoed_by is not None:
        return f"{text}{colon}{word('vetoed', lang)} {names[score.vetoed_by]}"
    return text


def _shown(pair: Pair, digits: int | None) -> str:
    """An exact score; a fraction with its decimals beside it."""
    if pair[1] == 1:
        return str(pair[0])
    return f"{shown_pair(*pair)} ({shown_decimals(pair, digits)})"


def shown_decimals(pair: Pair, digits: int | None) -> str:
    """A score as decimals: rounded where the sheet says to how many, else cut to two."""
    return cut(pair) if digits is None else rounded(pair, digits)


def _parts(score: Score, sheet: Sheet, rules: Rules) -> Iterator[tuple[Part, PartScore]]:
    """The parts of a sheet with what the host filled in, each with what it gave."""
    asked = items_of(score.receipt, "asked")
    for part, one in zip(parts_of(sheet), score.parts, strict=True):
        yield filled_part(part, sheet.id, asked, rules.terms), one


def _to_fill(score: Score, sheet: Sheet, rules: Rules) -> Iterator[str]:
    """Names of the terms that the host has still to fill in."""
    for part, one in _parts(score, sheet, rules):
        name = f"{sheet.id}.{part.name}." if part.name else f"{sheet.id}."
        if one.weight is None and one.effect != "veto":
            yield f'[{sheet.pack}] "{name}weight"'
        if one.measure is None:
            yield f'[{sheet.pack}] "{name}measure"'
            continue
        key = rules.catalogue.keys.get(one.measure)
        if lacks_points(part, is_rating=key is not None and key.is_rating):
            yield f'[{sheet.pack}] "{name}{open_points(part)[0]}"'
