"""Explain one finding: what was asked, by which clause, what was counted, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from fengqiao.errors import Lang
from fengqiao.judging.doubts import doubt_in_words
from fengqiao.judging.findings import Finding
from fengqiao.judging.narrowing import asked_only, counting, in_words
from fengqiao.judging.overlays import shown_overlays
from fengqiao.judging.wording import Wording
from fengqiao.judging.words import word
from fengqiao.measures import Doubt, Indicator
from fengqiao.rules import Catalogue, Comparison, NormPhase, Rules, entry_of
from fengqiao.rules.entries import DURING, Duty, DutyPhase, Entry, Norm, Phase, Role

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
TO_DECLARE = (
    (
        "`{key}`: only where it is declared as recorded does no record mean none"
        " (`fengqiao store declare {key} --since DAY`)"
    ),
    "`{key}`:声明已完整记录之后,没有记录才算没有(`fengqiao store declare {key} --since 日期`)",
)
TO_REPORT = (
    (
        "`{key}`, and reported in the period: without a report nobody knows how things stand,"
        " declared or not (`fengqiao store declare {key} --since DAY`)"
    ),
    (
        "`{key}`,并在周期内报送:没有报送就不知道现状,声明了也一样"
        "(`fengqiao store declare {key} --since 日期`)"
    ),
)
ALSO_COUNTS = (" (also counts for {others})", "(同时计入 {others})")
NOT_VERIFIED = (
    "the value was not confirmed against the source",
    "该数值尚未与原文核对",
)


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
    colon, which = (":", 1) if lang == "zh" else (": ", 0)
    return "\n".join(f"{LABELS[label][which]}{colon}{text}" for label, text in lines if text)


def _lines(
    finding: Finding, rules: Rules, indicators: Mapping[str, Indicator], lang: Lang
) -> Iterator[tuple[str, str]]:
    wording = Wording(packs=rules.packs, catalogue=rules.catalogue, lang=lang)
    receipt = finding.receipt
    pack = rules.packs[str(receipt["pack"])]
    entry = entry_of(pack, finding.entry)
    doubt = _doubt_of(finding)
    source = pack.source(str(receipt["source"]))
    yield "finding", f"{wording.title(finding)} ({finding.id})"
    yield "result", _result(finding, doubt, rules.catalogue, lang)
    yield "asked", _asked(finding, wording)
    yield "due_by", _due_by(_phase_of(entry, receipt), finding, lang)
    yield "during", _during(_phase_of(entry, receipt), finding, rules.catalogue, lang)
    number = f" {source.number}" if source.number else ""
    yield "source", f"{source.names.get(lang)}{number} ({source.issued.isoformat()})"
    yield "clause", wording.clause(finding)
    kind = rules.catalogue.vocabularies["subject_kind"].words.get(finding.subject_kind)
    yield "subject", f"{kind.get(lang) if kind else finding.subject_kind} {finding.subject}"
    yield (
        "asked_only",
        asked_only(_phase_of(entry, receipt), finding.subject_kind, rules.catalogue, lang),
    )
    yield "period", finding.period
    yield "actual", _actual(finding, wording)
    yield "prorated", _prorated(finding, wording)
    indicator = indicators.get(str(receipt["indicator"]))
    if isinstance(entry, Role):
        yield "counted", word("counted_holders", lang)
        yield "out_of", word("all_holders", lang)
    elif indicator is not None:
        phase = _phase_of(entry, receipt)
        yield from counted_lines(indicator, phase, rules.catalogue, lang)
        yield "left_out", left_out(indicator, phase, rules.catalogue, lang)
    yield "events", _events(receipt["events"], lang)
    yield "terms", used_terms(receipt["terms"], lang)
    if finding.reason == "not_configured":
        yield "open", _open_terms(finding, doubt, _phase_of(entry, receipt), lang)
    if finding.reason == "no_data":
        behind = indicators.get(doubt.by or "") if doubt else indicator
        yield "declare", _to_declare(None if doubt else entry, behind, lang)
    if isinstance(entry, Entry):
        yield "reading", entry.reading.get(lang)
        yield "other", entry.other.get(lang)
    if not receipt["verified"]:
        yield "unverified", NOT_VERIFIED[1 if lang == "zh" else 0]
    yield "overlay", shown_overlays(receipt, lang)
    yield "packs", asked_packs(receipt["asked"], rules, lang)
    yield "facts", str(receipt["on"])
    yield "known", str(receipt["as_known"] or "")


def left_out(indicator: Indicator, phase: Phase | None, words: Catalogue, lang: Lang) -> str:
    """What an indicator leaves out, with the exceptions that an entry names behind it."""
    text = indicator.exclusions.get(lang)
    key = indicator.key
    if not isinstance(phase, NormPhase) or not phase.unless or key.unless is None:
        return text
    excepted = Comparison("any_of", frozenset(phase.unless), phase.unless)
    shown = in_words((("unless", excepted),), {"unless": key.unless}, words, lang)
    return f"{text}({shown})" if lang == "zh" else f"{text} ({shown})"


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
        told = _given(finding).get(f"{finding.entry}.by")
        if told is None:
            return word("open", lang)
        days = [told]
    words = [word(name, lang) for name in ("info", "notice")[: len(days)]]
    if lang == "zh":
        told = "、".join(f"{day} 前为{one}" for day, one in zip(days, words, strict=True))
        return f"{days[-1]}(未达到:{told})"
    told = ", ".join(f"{one} before {day}" for day, one in zip(days, words, strict=True))
    return f"{days[-1]} (a shortfall is {told})"


def _to_declare(entry: object, indicator: Indicator | None, lang: Lang) -> str:
    """What the host has not said that it records; nothing where a register is silent."""
    key = entry.key if isinstance(entry, Duty) else indicator.recorded_as if indicator else None
    is_stock = indicator is not None and indicator.key.reports == "stock"
    texts = TO_REPORT if is_stock else TO_DECLARE
    return texts[1 if lang == "zh" else 0].format(key=key) if key else ""


def asked_packs(names: object, rules: Rules, lang: Lang) -> str:
    """The packs of a chain, each with its version."""
    some = names if isinstance(names, list | tuple) else ()
    return listed([f"{name} {rules.packs[name].version}" for name in some], lang)


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
    return f"{text}({why})" if lang == "zh" else f"{text} ({why})"


def _asked(finding: Finding, wording: Wording) -> str:
    lang = wording.lang
    force = word(str(finding.receipt["force"]), lang)
    comma = "," if lang == "zh" else ", "
    asked = wording.asked(finding)
    if finding.limit is not None and finding.limit["value"] == "open":
        op = word(str(finding.limit["op"]), lang)
        asked = asked if finding.receipt["terms"] else op
        asked += f"({word('open', lang)})" if lang == "zh" else f" ({word('open', lang)})"
    return f"{force}{comma}{asked}" if asked else force


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
    limit, days = finding.receipt["prorated"], finding.receipt["days"]
    if limit is None or not isinstance(days, dict) or finding.limit is None:
        return ""
    held = days["held"] if days["held"] is not None else days["in_force"]
    op = word(str(finding.limit["op"]), wording.lang)
    shown = " - ".join(map(str, limit)) if isinstance(limit, list) else str(limit)
    if wording.lang == "zh":
        return f"{days['of']} 天中的 {held} 天:{op} {shown}"
    return f"{held} of {days['of']} days: {op} {shown}"


def listed(values: object, lang: Lang) -> str:
    """Several values side by side; nothing where there is no list."""
    separator = ", " if lang == "en" else "、"
    return separator.join(map(str, values)) if isinstance(values, (list, tuple)) else ""


def _events(events: object, lang: Lang) -> str:
    """Ids of the events that count, each with the other entries for which it counts as well."""
    shown, between = [], "、" if lang == "zh" else ", "
    for event in events if isinstance(events, list) else ():
        others = between.join(f"`{other}`" for other in event["also_counts_for"])
        also = ALSO_COUNTS[1 if lang == "zh" else 0].format(others=others) if others else ""
        shown.append(f"{event['id']}{also}")
    return ("；" if lang == "zh" else "; ").join(shown)


def used_terms(terms: object, lang: Lang) -> str:
    """Open terms that were used, each with its value."""
    if not isinstance(terms, list):
        return ""
    return listed([f"{term['name']} = {term['value']}" for term in terms], lang)


_TERM_OF = {
    "window": "within",
    "on_day": "on",
    "length": "lasts",
    "attendance": "people",
    "cadence": "every",
    "invited": "invite",
    "topics": "covers",
}


def _during(phase: Phase | None, finding: Finding, words: Catalogue, lang: Lang) -> str:
    """The season in which a duty is owed, and which days that is."""
    name = phase.during if isinstance(phase, DutyPhase) else None
    if name is None:
        return ""
    called = words.vocabularies["season"].words.get(name)
    days = _given(finding).get(f"{DURING}{name}") or word("open", lang)
    shown = (called.get(lang) if called else "") or name
    return f"{shown}({days})" if lang == "zh" else f"{shown} ({days})"


def _given(finding: Finding) -> Mapping[str, str]:
    """What the host filled in, by the names of the terms."""
    terms = finding.receipt["terms"]
    return {one["name"]: one["value"] for one in terms} if isinstance(terms, list) else {}


def _open_terms(finding: Finding, doubt: Doubt | None, phase: Phase | None, lang: Lang) -> str:
    """The names under which the host fills in what is missing, each with its section."""
    if doubt is None:
        lacks = [name for name in _days_asked(finding, phase) if name not in _given(finding)]
        section = finding.receipt["pack"]
        shown = [f'[{section}] "{name}"' for name in lacks]
        # What was compared and found short lacks nothing but the day.
        is_told = bool(lacks) and (finding.actual is not None or not _is_limit_open(finding))
        return listed(shown if is_told else [_open_term(finding), *shown], lang)
    section = doubt.pack or finding.receipt["pack"]
    return listed([f'[{section}] "{term}"' for term in doubt.terms], lang)


def _days_asked(finding: Finding, phase: Phase | None) -> Iterator[str]:
    """The terms under which the host names days: of a deadline, of a season."""
    if phase is not None and phase.by is not None and phase.by.is_open:
        yield f"{finding.entry}.by"
    if isinstance(phase, DutyPhase) and phase.during is not None:
        yield f"{DURING}{phase.during}"


def _is_limit_open(finding: Finding) -> bool:
    """Whether a limit, or how often, is the host's to say."""
    limit = finding.limit or {}
    return "open" in (limit.get("value"), str(limit.get("unit")).removeprefix("per ")) or limit.get(
        "op"
    ) in ("bare", "about")


def _open_term(finding: Finding) -> str:
    """The name under which the host fills in what is missing."""
    if finding.requirement is None:
        op = str(finding.limit["op"]) if finding.limit else ""
        name = {"bare": "direction", "about": "about"}.get(op, op)
    else:
        name = _TERM_OF.get(finding.requirement, finding.requirement)
        if name == "lasts" and finding.limit and finding.limit["value"] != "open":
            name = "day"
    return f'[{finding.receipt["pack"]}] "{finding.entry}.{name}"'
