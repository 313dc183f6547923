"""Points and awards of a notice: parts of one sheet, and how many are chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import field, frozen

from fengqiao.packs.coverage.numbers import Found
from fengqiao.packs.coverage.numerals import read_numeral
from fengqiao.packs.starting.amounts import Plain, Value, find_amounts
from fengqiao.packs.starting.sentences import VETO, Sentence
from fengqiao.packs.starting.stub import Stub, choose
from fengqiao.packs.starting.thresholds import levels_of

_ARTICLE = re.compile(r"第[^条]{1,6}条|[^.(·]+")
_TOTAL = re.compile(r"总分|满分|百分制|总计|共计")
_BONUS = re.compile(r"加[0-9一二三四五六七八九十]|加分|附加|奖励分")
_DEDUCT = re.compile(r"扣[减除]?[^,，、]{0,6}$|扣分[^,，、]{0,6}$|减分[^,，、]{0,6}$")
_NAME = re.compile(r"([^,，:：。;；、.．（）()0-9\s]{2,8})(?:占|为|计|[（(])?$")
_CHOSEN = re.compile(r"评选|评出|表彰|授予|命名|推选")
_BEST = re.compile(
    r"[“「]?(?P<number>[一二三四五六七八九十百0-9]{1,3})佳(?P<who>[^“”」、,，。;；]{2,8})"
)
_SUBJECTS = (
    ("auxiliary_officer", "辅警"),
    ("community_officer", "社区民警"),
    ("police_room", "警务室"),
    ("station", "派出所|各所|所长"),
    ("department", "部门|警种"),
    ("community_cadre", "社区干部"),
    ("safety_volunteer", "志愿者|义警"),
)
_SCORED = ("community_officer", "auxiliary_officer", "police_room", "station", "department")
_AWARDED = ("community_officer", "police_room", "station", "community_cadre", "safety_volunteer")
_FEWEST = 2


@frozen
class Scored:
    """What points and awards come to.

    Attributes:
        stubs: By the place of the sentence before whose own stubs they stand.
        used: The numbers that they hold, by the place of their sentence.
    """

    stubs: dict[int, list[Stub]] = field(factory=dict)
    used: dict[int, list[Found]] = field(factory=dict)


def find_scores(sentences: Sequence[Sentence]) -> Scored:
    """The sheets and awards of a notice, one sheet for each article that gives points."""
    scored = Scored()
    articles: dict[str, list[int]] = {}
    for place, sentence in enumerate(sentences):
        root = _ARTICLE.match(sentence.clause)
        articles.setdefault(root.group() if root else sentence.clause, []).append(place)
    for places in articles.values():
        _add_sheet(sentences, places, scored)
    for place, sentence in enumerate(sentences):
        awards = list(_awards(sentence))
        if awards:
            scored.stubs.setdefault(place, []).extend(stub for stub, _ in awards)
            years = [one for one in sentence.numbers if one.value == "every year"]
            found = [one for _, one in awards if one is not None]
            scored.used.setdefault(place, []).extend((*found, *years))
    return scored


def _add_sheet(sentences: Sequence[Sentence], places: Sequence[int], scored: Scored) -> None:
    out_of: int | None = None
    parts: list[dict[str, Plain]] = []
    used: dict[int, list[Found]] = {}
    for place in places:
        sentence = sentences[place]
        points = [one for one in sentence.numbers if one.unit == "分" and one.value.isdecimal()]
        if points and levels_of(sentence, find_amounts(sentence, sentence.numbers)[0]):
            continue
        for found in points:
            piece = sentence.lead(found.column)
            if _TOTAL.search(piece):
                out_of = int(found.value)
            elif (part := _part(sentence, found, piece, len(parts) + 1)) is not None:
                parts.append(part)
            else:
                continue
            used.setdefault(place, []).append(found)
        if VETO in sentence.text and sentence.clause in {sentences[one].clause for one in used}:
            name = f"part_{len(parts) + 1}"
            parts.append({"name": name, "zh": VETO, "veto": "not_rated", "at_most": 0})
    if not used or (out_of is None and len(parts) < _FEWEST):
        return
    stated = sum(
        weight
        for one in parts
        if "bonus" not in one
        and "deduct" not in one
        and isinstance(weight := one.get("weight"), int)
    )
    if out_of is not None and stated < out_of:
        parts.append({"name": f"part_{len(parts) + 1}", "zh": "其余", "weight": "open"})
    fields: dict[str, Value] = {"per": "year"}
    if out_of is not None and stated <= out_of:
        fields["out_of"] = out_of
    fields["part"] = tuple(parts) if parts else "open"
    text = "".join(sentences[one].text for one in places)
    first = min(used)
    clauses = tuple(dict.fromkeys(sentences[one].clause for one in sorted(used)))
    stub = _stub(sentences[first], used[first][0], "points", _who(text, _SCORED), fields)
    scored.stubs.setdefault(first, []).append(stub.citing(clauses))
    for place, numbers in used.items():
        scored.used.setdefault(place, []).extend(numbers)


def _part(sentence: Sentence, found: Found, piece: str, number: int) -> dict[str, Plain] | None:
    """A part with its points; None where the number is a limit, and no part."""
    named = _NAME.search(piece)
    part: dict[str, Plain] = {"name": f"part_{number}"}
    before = sentence.lead(found.column, pieces=3)
    if _DEDUCT.search(piece):
        part |= {"zh": "扣分", "deduct": True}
    elif _BONUS.search(before):
        part |= {"zh": "加分", "bonus": True}
    elif found.bound is not None or named is None:
        return None
    else:
        part["zh"] = named[1]
    return {**part, "weight": int(found.value)}


def _awards(sentence: Sentence) -> Iterator[tuple[Stub, Found | None]]:
    """Each award of a sentence that says how many are chosen."""
    if not _CHOSEN.search(sentence.text):
        return
    best = [(match, read_numeral(match["number"])) for match in _BEST.finditer(sentence.text)]
    ranked = [
        one
        for one in sentence.numbers
        if one.unit in ("名", "个", "家") and sentence.before(one.column).endswith("前")
    ]
    counted = [one for one in sentence.numbers if sentence.after_of(one).startswith("佳")]
    spare = [*counted, *ranked]
    for match, number in best:
        found = next((one for one in spare if number and one.value == str(number[0])), None)
        if found in spare:
            spare.remove(found)
        if number:
            yield _award(sentence, found, number[0], match["who"]), found
    for found in spare:
        if not best and found.value.isdecimal():
            yield _award(sentence, found, int(found.value), sentence.text), found


def _award(sentence: Sentence, found: Found | None, winners: int, who: str) -> Stub:
    per = "year" if any(one.value == "every year" for one in sentence.numbers) else "open"
    fields: dict[str, Value] = {"per": per, "winners": winners, "tie": "open", "part": "open"}
    return _stub(sentence, found, "award", _who(who, _AWARDED), fields)


def _who(text: str, allowed: Sequence[str]) -> list[str]:
    """Kinds of subject by how often a text names them; all where it names none."""
    counts = {name: len(re.findall(words, text)) for name, words in _SUBJECTS if name in allowed}
    named = sorted((name for name in counts if counts[name]), key=lambda name: -counts[name])
    return named or list(counts)


def _stub(
    sentence: Sentence,
    found: Found | None,
    start: str,
    who: Sequence[str],
    fields: dict[str, Value],
) -> Stub:
    column = found.column if found else sentence.column
    asked: dict[str, Value] = {
        "key": choose([f"{start}.{one}" for one in who]),
        "each": choose(who),
        **fields,
    }
    return Stub(
        table="sheet",
        clause=sentence.clause,
        line=found.line if found else sentence.line,
        column=column,
        near=sentence.near(column),
        fields=asked,
    )
