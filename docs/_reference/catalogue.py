"""Catalogue keys with what is counted, and the closed lists of words."""

from __future__ import annotations

from collections.abc import Iterator

from fengqiao.measures import Indicator, core_indicators
from fengqiao.packs.attributes import attribute_kinds
from fengqiao.packs.known import Known
from fengqiao.rules import Catalogue, Key, core_catalogue
from fengqiao.rules.catalogue_core import SUBJECT_KINDS

from . import listed, quoted, table

TABLES = (
    ("norm", "Norms 指标", "Limits on these may stand in `[[norm]]`."),
    ("duty", "Duties 职责", "These recur; they stand in `[[duty]]`."),
    ("band", "Bands 分类", "Subjects are classed by these, in `[[band]]`."),
    ("role", "Roles 岗位", "Who may hold these is said in `[[role]]`."),
    (
        "procedure",
        "Procedures 办案程序",
        "Their states, steps and guards are said in `[[procedure]]`.",
    ),
    ("sheet", "Sheets 考核与评选", "Scores and award lists, in `[[sheet]]`."),
    ("label", "Labels 名称表", "Lists of names, in `[[label]]`."),
)
WHERE_INTRO = """\
What `where` of an entry may ask of a subject, by its kind. Where `each` has several kinds, all of
them must have the attribute. A number takes a comparison (`where.resident_count.at_least = 3000`),
a word one of its list, a band one of the pack's own levels. `name` may be asked as well where the
pack has a label `names.` with the kind behind it. What is not here, a pack says with a measure of
its own."""
REPORTS = {
    "flow": "reports of the period are added up (`flow`)",
    "stock": "the latest report in the period counts (`stock`)",
}
JUDGED = {
    "period": "over a period (`per`)",
    "state": "at the end of a day",
    "asked": "over the period asked for",
    "written": "when the pack is read: what it says itself",
}


def write(_page: str) -> str:
    """Keys by table, then vocabularies."""
    catalogue, indicators = core_catalogue(), core_indicators()
    parts: list[str] = []
    for kind, title, intro in TABLES:
        keys = [key for key in catalogue.keys.values() if key.kind == kind]
        if keys:
            parts += [f"## {title}", intro]
            parts += [_section(key, indicators.get(key.name)) for key in keys]
    parts += ["## What `where` may ask 对象的属性", WHERE_INTRO, _attributes(catalogue)]
    parts.append("## Vocabularies 词表")
    parts += list(_vocabularies(catalogue))
    return "\n\n".join(parts)


def _section(key: Key, indicator: Indicator | None) -> str:
    rows = [("each", listed(key.each))]
    if key.unit:
        rows.append(("unit", key.unit))
    if key.kind == "norm":
        rows.append(("judged", JUDGED[key.judged]))
    if indicator:
        rows.append(("counted 分子", _both(indicator.numerator)))
        if indicator.denominator:
            rows.append(("out of 分母", _both(indicator.denominator)))
        rows.append(("left out 不计", _both(indicator.exclusions)))
        if indicator.recorded_as:
            rows.append(("must be declared as recorded", quoted(indicator.recorded_as)))
        if key.name == indicator.recorded_as:
            rows.append(("reports", REPORTS[key.reports]))
        rows.append(("revision", str(indicator.revision)))
    rows += _narrowed(key)
    if key.kind == "duty":
        may = ("people", "invite", "covers") if "session" in key.done_by else ()
        rows.append(("may state", listed(may) if may else "no `people`, `invite` or `covers`"))
    if key.vocabulary:
        rows.append(("words of", quoted(key.vocabulary)))
    if key.done_by:
        rows.append(("done by", listed(key.done_by)))
    known = [each for each in key.each if each in SUBJECT_KINDS]
    if len(known) < len(key.each):
        rows.append(("decided", "elsewhere: a name and the day of the award, never ranked"))
    return f"### {quoted(key.name)}\n\n{_both(key.names)}\n\n{table(('', ''), rows)}"


def _narrowed(key: Key) -> Iterator[tuple[str, str]]:
    """How an entry may narrow down what the key counts."""
    if key.of:
        filters = [f"`{name}` ({_words(words)})" for name, words in key.of.items()]
        yield ("`of` may filter by", ", ".join(filters))
    if key.unless:
        yield ("`unless`", _words(key.unless))
    if key.basis:
        yield ("`basis`", listed(key.basis))
    if key.usual_basis:
        yield ("where none is named", quoted(key.usual_basis))


def _words(name: str) -> str:
    return "true or false" if name == "flag" else f"words of `{name}`"


def _both(words: object) -> str:
    zh, en = getattr(words, "zh", ""), getattr(words, "en", "")
    return " ".join(filter(None, (en, zh)))


def _attributes(catalogue: Catalogue) -> str:
    """What the registers say of each kind of subject, and the bands that class it."""
    known = Known(
        pack="",
        catalogue=catalogue,
        sources={},
        refs={},
        given=catalogue,
        labels={},
        levels={},
    )
    rows = []
    for kind in SUBJECT_KINDS:
        found = attribute_kinds(kind, known).items()
        keys = catalogue.keys
        bands = [name for name, of in found if of in keys and keys[of].kind == "band"]
        rest = [f"`{name}` ({_asked(of)})" for name, of in found if name not in bands]
        rows.append((quoted(kind), ", ".join(rest) or "-", listed(bands) if bands else "-"))
    return table(("kind", "attributes", "bands"), rows)


def _asked(of: str) -> str:
    if of in ("number", "setting"):
        return "`urban`, `rural`" if of == "setting" else "a number"
    return "true or false" if of == "flag" else f"words of `{of}`"


def _vocabularies(catalogue: Catalogue) -> Iterator[str]:
    for vocabulary in catalogue.vocabularies.values():
        rows = [(quoted(word), names.en, names.zh) for word, names in vocabulary.words.items()]
        yield f"### {quoted(vocabulary.name)}: {vocabulary.names.en} {vocabulary.names.zh}"
        yield table(("word", "en", "zh"), rows)
