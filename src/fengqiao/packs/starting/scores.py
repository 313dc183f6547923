"""Points and awards of a notice: parts of one sheet, and how many are chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import field, frozen, mutable

from fengqiao.packs.amounts import MOST
from fengqiao.packs.coverage.numbers import Found
from fengqiao.packs.coverage.numerals import read_numeral
from fengqiao.packs.starting.amounts import Plain, Value, find_amounts
from fengqiao.packs.starting.entries import left_out
from fengqiao.packs.starting.sentences import VETO, Sentence
from fengqiao.packs.starting.stub import Stub, choose
from fengqiao.packs.starting.thresholds import levels_of

_ARTICLE = re.compile(r"第[^条]{1,6}条|[^.(·A-Za-z①-⑳]+")
_TOTAL = re.compile(r"总分|满分|百分制|总计|共计")
_BONUS = re.compile(r"加[0-9一二三四五六七八九十]|加$|加分|附加|奖励分")
_DEDUCT = re.compile(r"扣[减除]?[^,，、]{0,6}$|扣分[^,，、]{0,6}$|减分[^,，、]{0,6}$")
_SHORT = re.compile("每[少差缺低][^,，、]{0,8}扣[减除]?$")
_YEARLY = re.compile("年终|年度|全年|年底")
_EVERY = ("every month", "every quarter", "every half_year", "every year")
_NAME = re.compile(r"([^,，:：。;；、.．（）()0-9\s]{2,8})(?:占|为|计|[（(])?$")
_CHOSEN = re.compile(r"评选|评出|表彰|授予|命名|推选")
_YEARLY_CHOICE = re.compile("(?:每年|年度|年终)[^,，。;；]{0,4}(?:评选|评出|推选)")
_CALLED = re.compile("[”」][^,，、。;；]{0,4}$")
_BEST = re.compile(
    r"[“「]?(?P<number>[一二三四五六七八九十百0-9]{1,3})佳(?P<who>[^“”」、,，。;；]{2,8})"
)
_SUBJECTS = (
    ("auxiliary_officer", "辅警"),
    ("community_officer", "社区民警|片警"),
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


@mutable
class _Sheet:
    """What an article gives points for, as far as it is read."""

    out_of: int | None = None
    parts: list[dict[str, Plain]] = field(factory=list)
    used: dict[int, list[Found]] = field(factory=dict)
    left: list[tuple[int, Stub]] = field(factory=list)

    @property
    def stated(self) -> int:
        """The points of its parts together, without what is given or taken besides."""
        plain = [one for one in self.parts if "bonus" not in one and "deduct" not in one]
        return sum(weight for one in plain if isinstance(weight := one.get("weight"), int))

    def add(self, **fields: Plain) -> None:
        """One part more."""
        self.parts.append({"name": f"part_{len(self.parts) + 1}", **fields})


def _add_sheet(sentences: Sequence[Sentence], places: Sequence[int], scored: Scored) -> None:
    sheet = _Sheet()
    for place in places:
        sentence = sentences[place]
        if levels_of(sentence, find_amounts(sentence, sentence.numbers)[0]):
            continue
        for found in sentence.numbers:
            if found.unit == "分" and _is_count(found):
                _read_points(sheet, sentence, found, place)
        clauses = {sentences[one].clause for one in sheet.used}
        if VETO in sentence.text and sentence.clause in clauses:
            sheet.add(zh=VETO, veto="not_rated", at_most=0)
    used = sheet.used
    if not used or (sheet.out_of is None and len(sheet.parts) < _FEWEST):
        return
    if sheet.out_of is not None and sheet.stated < sheet.out_of:
        sheet.add(zh="其余", weight="open")
    periods = _periods([sentences[one] for one in used])
    per = periods[0].value.removeprefix("every ") if periods else "year"
    fields: dict[str, Value] = {"per": per}
    if sheet.out_of is not None and sheet.stated <= sheet.out_of:
        fields["out_of"] = sheet.out_of
    fields["part"] = tuple(sheet.parts) if sheet.parts else "open"
    text = "".join(sentences[one].text for one in places)
    first = min(used)
    stub = _stub(sentences[first], used[first][0], "points", _who(text, _SCORED), fields)
    clauses_of = dict.fromkeys(sentences[one].clause for one in sorted(used))
    scored.stubs.setdefault(first, []).append(stub.citing(tuple(clauses_of)))
    for place, one in sheet.left:
        scored.stubs.setdefault(place, []).append(one)
    for place, numbers in used.items():
        scored.used.setdefault(place, []).extend((*numbers, *periods))


def _read_points(sheet: _Sheet, sentence: Sentence, found: Found, place: int) -> None:
    """A number of points: the whole, a part, or what each shortfall takes off."""
    piece = sentence.lead(found.column)
    held = [found]
    if _SHORT.search(piece):
        held = [*_before(sentence, found), found]
        texts = tuple(each.text for each in held)
        sheet.left.append((place, left_out(sentence, None, texts, held[0].column)))
    elif _TOTAL.search(piece):
        sheet.out_of = int(found.value)
    elif part := _part(sentence, found, piece):
        sheet.add(**part, weight=int(found.value))
    else:
        return
    sheet.used.setdefault(place, []).extend(held)


def _before(sentence: Sentence, found: Found) -> list[Found]:
    """The number right before another in its piece: `每少1户` of `每少1户扣1分`."""
    first = found.column - len(sentence.lead(found.column))
    return [one for one in sentence.numbers if first <= one.column < found.column][-1:]


def _periods(sentences: Sequence[Sentence]) -> list[Found]:
    """How often points are given, where the sentences name one period and no year beside it."""
    if any(_YEARLY.search(one.text) for one in sentences):
        return []
    found = [one for each in sentences for one in each.numbers if one.value in _EVERY]
    return found if len(found) == 1 else []


def _part(sentence: Sentence, found: Found, piece: str) -> dict[str, Plain]:
    """What a part is called, and what it does; nothing where the number is a limit, and no part."""
    named = _NAME.search(piece)
    if _DEDUCT.search(piece):
        return {"zh": "扣分", "deduct": True}
    if _BONUS.search(sentence.lead(found.column, pieces=3)):
        return {"zh": "加分", "bonus": True}
    return {} if found.bound is not None or named is None else {"zh": named[1]}


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
    listed = []
    if _YEARLY_CHOICE.search(sentence.text):
        named = [one for one in sentence.numbers if one.unit == "名" and one not in ranked]
        if any(_CALLED.search(sentence.before(one.column)) for one in named):
            listed = [one for one in named if _is_count(one)]
    spare = [*counted, *ranked]
    for one in listed:
        if one not in spare:
            who = sentence.item(one.column)
            yield _award(sentence, one, int(one.value), who), one
    for match, number in best:
        found = next((one for one in spare if number and one.value == str(number[0])), None)
        if found in spare:
            spare.remove(found)
        if number and number[0] <= MOST:
            yield _award(sentence, found, number[0], match["who"]), found
    for found in spare:
        if not best and _is_count(found):
            yield _award(sentence, found, int(found.value), sentence.text), found


def _is_count(found: Found) -> bool:
    """Whether a number is a whole one, and no larger than a pack may hold."""
    return found.value.isdecimal() and int(found.value) <= MOST


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
