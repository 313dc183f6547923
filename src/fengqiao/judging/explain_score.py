"""Explain one score: each part with its weight, its measure and what it gave."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from fengqiao.errors import Lang
from fengqiao.judging.decimals import cut, rounded
from fengqiao.judging.explain import NOT_VERIFIED, asked_packs, labelled, listed, used_terms
from fengqiao.judging.overlays import shown_overlays
from fengqiao.judging.points_wording import PointsWording
from fengqiao.judging.scores import Score
from fengqiao.judging.words import word
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
    pack = rules.packs[sheet.pack]
    source = pack.source(str(receipt["source"]))
    key = rules.catalogue.keys.get(sheet.key)
    name = sheet.names.get(lang) or (key.names.get(lang) if key else "") or sheet.id
    yield "score", f"{name} ({score.id})"
    yield "result", result_of(score, sheet, lang)
    number = f" {source.number}" if source.number else ""
    yield "source", f"{source.names.get(lang)}{number} ({source.issued.isoformat()})"
    yield "clause", listed(receipt["clause"], lang)
    kind = rules.catalogue.vocabularies["subject_kind"].words.get(score.subject_kind)
    yield "subject", f"{kind.get(lang) if kind else score.subject_kind} {score.subject}"
    yield "period", score.period
    wording = PointsWording(lang)
    for stated, one in zip(parts_of(sheet), score.parts, strict=True):
        part = filled_part(stated, sheet.id, _asked(receipt), rules.terms)
        yield "part", wording.title(part, one)
        yield "how", wording.how(part, one, is_scored=score.low is not None)
        yield "assessed", _assessor(part, rules, lang)
        if one.measure is not None:
            yield from _measured(one.measure, rules, indicators, lang)
    yield "terms", used_terms(receipt["terms"], lang)
    yield "open", listed(list(_to_fill(score, sheet, rules)), lang)
    yield "reading", sheet.reading.get(lang)
    yield "other", sheet.other.get(lang)
    if not sheet.verified:
        yield "unverified", NOT_VERIFIED[1 if lang == "zh" else 0]
    yield "overlay", shown_overlays(receipt, lang)
    yield "packs", asked_packs(receipt["asked"], rules, lang)
    yield "facts", str(receipt["on"])
    yield "known", str(receipt["as_known"] or "")


def _assessor(part: Part, rules: Rules, lang: Lang) -> str:
    if part.by is None:
        return ""
    lists = [rules.catalogue.vocabularies[name].words for name in ("role", "subject_kind")]
    names = next((words[part.by] for words in lists if part.by in words), None)
    return names.get(lang) if names else part.by


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
    colon = ":" if lang == "zh" else ": "
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


def _asked(receipt: Mapping[str, object]) -> Sequence[str]:
    asked = receipt["asked"]
    return asked if isinstance(asked, list | tuple) else ()


def _to_fill(score: Score, sheet: Sheet, rules: Rules) -> Iterator[str]:
    """Names of the terms that the host has still to fill in."""
    for part, one in zip(parts_of(sheet), score.parts, strict=True):
        name = f"{sheet.id}.{part.name}." if part.name else f"{sheet.id}."
        if one.weight is None and one.effect != "veto":
            yield f'[{sheet.pack}] "{name}weight"'
        if one.measure is None:
            yield f'[{sheet.pack}] "{name}measure"'
            continue
        filled = filled_part(part, sheet.id, _asked(score.receipt), rules.terms)
        key = rules.catalogue.keys.get(one.measure)
        if lacks_points(filled, is_rating=key is not None and key.is_rating):
            yield f'[{sheet.pack}] "{name}{open_points(filled)[0]}"'
