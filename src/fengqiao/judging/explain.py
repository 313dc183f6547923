"""Explain one finding: what was asked, by which clause, what was counted, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from fengqiao.errors import Lang
from fengqiao.judging.doubts import doubt_in_words
from fengqiao.judging.filling import given_terms, items_of, limit_term, missing_terms
from fengqiao.judging.findings import Finding
from fengqiao.judging.narrowing import asked_only, counting, in_words
from fengqiao.judging.overlays import shown_overlays
from fengqiao.judging.scores import Score
from fengqiao.judging.wording import Wording
from fengqiao.judging.words import listed, with_aside, word
from fengqiao.measures import Doubt, Indicator
from fengqiao.rules import Catalogue, Comparison, NormPhase, Rules
from fengqiao.rules.entries import DURING, Duty, DutyPhase, Norm, Phase, Role

LABELS: Mapping[str, tuple[str, str]] = {
    "finding": ("Finding", "结论"),
    "score": ("Score", "考核"),
    "part": ("Part", "项目"),
    "how": ("Points", "计分"),
    "measured": ("Measured by", "指标"),
    "assessed": ("Assessed by", "评定者"),
    "result": ("Result", "结果"),
    "asked": ("Asked", "要求"),
    "due_by": ("Due by", "到期日"),
    "during": ("Only during", "仅在"),
    "clause": ("Clause", "条款"),
    "source": ("Source", "来源"),
    "subject": ("Subject", "对象"),
    "period": ("Period", "周期"),
    "actual": ("Found", "实际"),
    "prorated": ("In proportion", "按天数折算"),
    "asked_only": ("Asked only of", "仅适用于"),
    "counted": ("Counted", "分子"),
    "out_of": ("Out of", "分母"),
    "left_out": ("Left out", "不计"),
    "events": ("Events", "记录"),
    "terms": ("Filled in by the host", "使用方填写"),
    "open": ("To be filled in", "待填写"),
    "declare": ("To be declared", "待声明"),
    "reading": ("Read as", "理解"),
    "other": ("Not read as", "未采用的理解"),
    "overlay": ("Overlay", "叠加改动"),
    "packs": ("Packs asked", "查询的规则包"),
    "facts": ("Facts as of", "数据截至"),
    "known": ("As known at", "按当时所知"),
    "unverified": ("Not verified", "未核实"),
}


def explain(
    finding: Finding, rules: Rules, indicators: Mapping[str, Indicator], *, lang: Lang = "en"
) -> str:
    """A finding in full sentences' worth of lines, `label: text`.

    Args:
        finding: What is explained.
        rules: The packs that it came from.
        indicators: For numerator, denominator and exclusions.
        lang: `en` or `zh`.

    Returns:
        Lines of text, the most important first.
    """
    return labelled(_lines(finding, rules, indicators, lang), lang)


def labelled(lines: Iterable[tuple[str, str]], lang: Lang) -> str:
    """Lines of `label: text`, without those that have no text."""
    colon, which = word("sign.colon", lang), 1 if lang == "zh" else 0
    return "\n".join(f"{LABELS[label][which]}{colon}{text}" for label, text in lines if text)


def _lines(
    finding: Finding, rules: Rules, indicators: Mapping[str, Indicator], lang: Lang
) -> Iterator[tuple[str, str]]:
    wording = Wording(packs=rules.packs, catalogue=rules.catalogue, lang=lang)
    receipt = finding.receipt
    entry = wording.entry(finding)
    phase = _phase_of(entry, receipt)
    doubt = _doubt_of(finding)
    yield "finding", f"{wording.title(finding)} ({finding.id})"
    yield "result", _result(finding, doubt, rules.catalogue, lang)
    yield "asked", _asked(finding, wording)
    yield "due_by", _due_by(phase, finding, lang)
    yield "during", _during(phase, finding, rules.catalogue, lang)
    yield "source", source_of(receipt, rules, lang)
    yield "clause", wording.clause(finding)
    yield "subject", subject_of(finding, rules.catalogue, lang)
    yield "asked_only", asked_only(phase, finding.subject_kind, rules.catalogue, lang)
    yield "period", finding.period
    yield "actual", _actual(finding, wording)
    yield "prorated", _prorated(finding, wording)
    indicator = indicators.get(str(receipt["indicator"]))
    if isinstance(entry, Role):
        yield "counted", word("counted_holders", lang)
        yield "out_of", word("all_holders", lang)
    elif indicator is not None:
        yield from counted_lines(indicator, phase, rules.catalogue, lang)
        yield "left_out", left_out(indicator, phase, rules.catalogue, lang)
    yield "events", _events(receipt, lang)
    yield "terms", used_terms(receipt, lang)
    if finding.reason == "not_configured":
        yield "open", listed(missing_terms(finding, doubt, phase), lang)
    if finding.reason == "no_data":
        behind = indicators.get(doubt.by or "") if doubt else indicator
        yield "declare", _to_declare(None if doubt else entry, behind, lang)
    yield "reading", entry.reading.get(lang)
    yield "other", entry.other.get(lang)
    if not receipt["verified"]:
        yield "unverified", word("not_verified", lang)
    yield "overlay", shown_overlays(receipt, lang)
    yield "packs", asked_packs(receipt, rules, lang)
    yield "facts", str(receipt["on"])
    yield "known", str(receipt["as_known"] or "")


def source_of(receipt: Mapping[str, object], rules: Rules, lang: Lang) -> str:
    """The source of a receipt: its name, its number, and the day on which it was issued."""
    source = rules.packs[str(receipt["pack"])].source(str(receipt["source"]))
    name = " ".join(filter(None, (source.names.get(lang), source.number)))
    return f"{name} ({source.issued.isoformat()})"


def subject_of(judged: Finding | Score, words: Catalogue, lang: Lang) -> str:
    """Whom a finding or a score is about: what kind of subject, and its id."""
    kind = words.vocabularies["subject_kind"].words[judged.subject_kind]
    return f"{kind.get(lang)} {judged.subject}"


def left_out(indicator: Indicator, phase: Phase | None, words: Catalogue, lang: Lang) -> str:
    """What an indicator leaves out, with the exceptions that an entry names behind it."""
    text = indicator.exclusions.get(lang)
    key = indicator.key
    if not isinstance(phase, NormPhase) or not phase.unless or key.unless is None:
        return text
    excepted = Comparison("any_of", frozenset(phase.unless), phase.unless)
    shown = in_words((("unless", excepted),), {"unless": key.unless}, words, lang)
    return with_aside(text, shown, lang)


def counted_lines(
    indicator: Indicator, phase: Phase | None, words: Catalogue, lang: Lang
) -> Iterator[tuple[str, str]]:
    """Numerator and denominator of an indicator, each with the filters that an entry puts on it."""
    texts = (
        ("counted", indicator.numerator, frozenset[str]()),
        ("out_of", indicator.denominator, indicator.numerator_only),
    )
    for label, text, without in texts:
        if text is not None:
            shown = text.get(lang)
            key = indicator.key
            yield label, counting(shown, phase, key, words, lang, without=without)


def _phase_of(entry: object, receipt: Mapping[str, object]) -> Phase | None:
    """The phase of a norm or duty that a finding was judged by."""
    if not isinstance(entry, Norm | Duty) or not isinstance(days := receipt["phase"], dict):
        return None
    phases = (one for one in entry.phases if one.effective_from.isoformat() == days["from"])
    return next(phases, None)


def _due_by(phase: Phase | None, finding: Finding, lang: Lang) -> str:
    """By which day a limit is to be reached, and what a shortfall is until then."""
    target = phase.by if isinstance(phase, (NormPhase, DutyPhase)) else None
    if target is None:
        return ""
    days = [day.isoformat() for day in target.days]
    if target.is_open:
        given = given_terms(finding).get(f"{finding.entry}.by")
        if given is None:
            return word("open", lang)
        days = [given]
    told = [
        word("shortfall.before", lang).format(
            day=day, severity=word(("info", "notice")[count], lang)
        )
        for count, day in enumerate(days)
    ]
    shortfall = word("shortfall.told", lang).format(told=listed(told, lang))
    return with_aside(days[-1], shortfall, lang)


def _to_declare(entry: object, indicator: Indicator | None, lang: Lang) -> str:
    """What the host has not said that it records; nothing where a register is silent."""
    key = entry.key if isinstance(entry, Duty) else indicator.recorded_as if indicator else None
    if key is None:
        return ""
    is_stock = indicator is not None and indicator.key.reports == "stock"
    return word("to_report" if is_stock else "to_declare", lang).format(key=key)


def asked_packs(receipt: Mapping[str, object], rules: Rules, lang: Lang) -> str:
    """The packs of a chain, each with its version."""
    names = items_of(receipt, "asked")
    return listed([f"{name} {rules.packs[name].version}" for name in names], lang)


def _doubt_of(finding: Finding) -> Doubt | None:
    """What isn't known of the subject, as the receipt holds it."""
    unknown = finding.receipt["unknown"]
    if not isinstance(unknown, Mapping) or finding.reason is None:
        return None
    return Doubt.of(finding.reason, unknown)


def _result(finding: Finding, doubt: Doubt | None, words: Catalogue, lang: Lang) -> str:
    detail = finding.severity if finding.result == "not_met" else finding.reason
    text = word(finding.result, lang)
    if detail is None:
        return text
    why = doubt_in_words(doubt, words, lang) if doubt else word(detail, lang)
    return with_aside(text, why, lang)


def _asked(finding: Finding, wording: Wording) -> str:
    """The force and the limit; of one that the source leaves open, that it does."""
    lang = wording.lang
    asked = wording.asked(finding)
    if finding.limit["value"] == "open":
        is_given = limit_term(finding) in given_terms(finding)
        asked = asked if is_given else word(str(finding.limit["op"]), lang)
        asked = with_aside(asked, word("open", lang), lang)
    return word("sign.comma", lang).join((word(str(finding.receipt["force"]), lang), asked))


def _actual(finding: Finding, wording: Wording) -> str:
    if finding.receipt["withheld"]:
        return word("withheld", wording.lang)
    if finding.actual is None:
        return ""
    if isinstance(finding.actual, list):
        return wording.words_of(finding, finding.actual) or "-"
    return wording.actual(finding)


def _prorated(finding: Finding, wording: Wording) -> str:
    """The limit that was judged by, where only part of the period counted."""
    limit: Any = finding.receipt["prorated"]
    if limit is None:
        return ""
    days: Any = finding.receipt["days"]
    held = days["held"] if days["held"] is not None else days["in_force"]
    op = word(str(finding.limit["op"]), wording.lang)
    ends = limit if isinstance(limit, list) else [limit]
    shown = f"{op} {' - '.join(map(str, ends))}"
    return word("of_days", wording.lang).format(held=held, of=days["of"], limit=shown)


def _events(receipt: Mapping[str, object], lang: Lang) -> str:
    """Ids of the events that count, each with the other entries for which it counts as well."""
    shown = []
    for event in items_of(receipt, "events"):
        others = listed([f"`{other}`" for other in event["also_counts_for"]], lang)
        also = word("also_counts", lang).format(others=others) if others else ""
        shown.append(with_aside(str(event["id"]), also, lang))
    return word("sign.semicolon", lang).join(shown)


def used_terms(receipt: Mapping[str, object], lang: Lang) -> str:
    """Open terms that were used, each with its value."""
    return listed([f"{one['name']} = {one['value']}" for one in items_of(receipt, "terms")], lang)


def _during(phase: Phase | None, finding: Finding, words: Catalogue, lang: Lang) -> str:
    """The season in which a duty is owed, and which days that is."""
    name = phase.during if isinstance(phase, DutyPhase) else None
    if name is None:
        return ""
    called = words.vocabularies["season"].words[name].get(lang)
    days = given_terms(finding).get(f"{DURING}{name}") or word("open", lang)
    return with_aside(called, days, lang)
