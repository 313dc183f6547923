"""Fields of entries in words, and what `fengqiao show` says of an entry beside its values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fengqiao.errors import Lang
from fengqiao.judging import word
from fengqiao.rules import AnyEntry, Measure, Norm, NotModelled, Open, Sheet
from fengqiao.rules.entries import Phase

_ATTRIBUTES: Mapping[str, tuple[str, str]] = {
    "activity": ("activity", "工作内容"),
    "backgrounds": ("backgrounds", "成员背景"),
    "category": ("category", "类别"),
    "channels": ("channels", "渠道"),
    "community_posts": ("posts of the community", "社区任职"),
    "drawn_from": ("drawn from", "人员来源"),
    "equipment": ("equipment", "装备"),
    "filed": ("kept on file", "已建档"),
    "fittings": ("fittings", "设施"),
    "full_time": ("full-time", "专职"),
    "goods": ("goods", "物品"),
    "grid_rules": ("rules of the grid", "网格制度"),
    "households": ("households", "户数"),
    "kind": ("kind", "种类"),
    "makeup": ("make-up", "组成"),
    "mediates": ("mediates", "从事调解"),
    "members": ("members", "人数"),
    "model": ("model", "型号"),
    "name": ("name", "名称"),
    "named": ("under a name", "已命名"),
    "patrol_equipment": ("patrol equipment", "巡逻装备"),
    "place": ("place", "地点"),
    "procedure": ("procedure", "程序"),
    "programmes": ("programmes", "项目"),
    "reason": ("reason", "原因"),
    "resident_count": ("residents", "人口数"),
    "role": ("role", "岗位"),
    "rules": ("rules", "制度"),
    "setting": ("setting", "城乡"),
    "size": ("size", "大小"),
    "station.class": ("class of station", "派出所等级"),
    "terminals": ("terminals", "终端"),
    "topic": ("topic", "内容"),
    "undertaking": ("signed undertaking", "责任书"),
    "units": ("units", "机构"),
}
"""What `where` and `of` filter by."""

_FIELDS: Mapping[str, tuple[str, str]] = {
    "where": ("only those whose {name}", "限于{name}"),
    "of": ("counting only {name}", "只计{name}"),
    "by": ("to be reached within", "期限"),
    "during": ("only during", "仅在"),
    "count": ("how many", "数目"),
    "drawn_from": ("drawn from", "人员来源"),
    "hours": ("hours", "时刻"),
    "held_by": ("held by", "担任者"),
    "items": ("items", "内容"),
    "may_not": ("may not", "不得"),
    "minimum_data": ("least data", "最少数据"),
    "out_of": ("full score", "满分"),
    "part": ("parts", "组成部分"),
    "unless": ("except for", "除外情形"),
    "winners": ("winners", "名额"),
}
_PARTS: Mapping[str, tuple[str, str]] = {
    "weight": ("weight", "权重"),
    "steps": ("step", "分档"),
    "steps.points": ("points of the step", "该档得分"),
    "each_short.target": ("target", "目标"),
    "each_short.unit": ("each shortfall of", "每少"),
    "each_short.points": ("points taken off", "扣分"),
    "each_short.floor": ("least points", "最低得分"),
    "each_time.points": ("points each time", "每次得分"),
    "each_time.floor": ("least points", "最低得分"),
    "cap": ("points in all", "合计得分"),
    "full": ("full marks", "评分满分"),
    "veto": ("veto unless", "一票否决,除非"),
}
_BASIS: Mapping[str, tuple[str, str]] = {
    "all": ("all", "全部"),
    "officers": ("officers", "民警"),
    "project": ("those of the project", "项目范围内"),
    "strength": ("the whole strength", "全部警力"),
    "previous_year": ("the year before", "上一年"),
    "fixed_year": ("a fixed year", "固定年份"),
}
_SAID: Mapping[str, tuple[str, str]] = {
    "basis": ("out of: {basis}", "分母:{basis}"),
    "above": ("above the upper end: {severity}", "高于上限:{severity}"),
    "below": ("below the lower end: {severity}", "低于下限:{severity}"),
    "done": ("counted: {text}", "计数:{text}"),
    "total": ("out of: {text}", "总数:{text}"),
    "note": ("note: {text}", "说明:{text}"),
    "for_plans": ("for plans alone: {names}", "仅用于排班,待填:{names}"),
}


def field_words(field: str, entry: AnyEntry, lang: Lang) -> str:
    """A field in words: `only those whose kind`, a part of a sheet by its own name."""
    head, _, rest = field.partition(".")
    if head in ("where", "of") and rest:
        return _of(_FIELDS, head, lang).format(name=_of(_ATTRIBUTES, rest, lang))
    names = part_names(entry, lang)
    if head in names and rest:
        return f"{names[head]}: {_of(_PARTS, rest, lang)}"
    return _of(_FIELDS, field, lang)


def part_names(entry: AnyEntry, lang: Lang) -> Mapping[str, str]:
    """What the parts of a sheet are called."""
    parts = entry.parts if isinstance(entry, Sheet) and not isinstance(entry.parts, Open) else ()
    return {part.name: part.names.get(lang) or part.name for part in parts}


def beside(entry: AnyEntry, lang: Lang) -> Iterator[str]:
    """What an entry says that is no value: its denominator, its severities, its note."""
    if isinstance(entry, NotModelled):
        return
    if isinstance(entry, Measure):
        yield said("done", lang, text=entry.done.get(lang))
        if entry.total is not None:
            yield said("total", lang, text=entry.total.get(lang))
    found: list[str] = []
    for phase in getattr(entry, "phases", ()):
        if isinstance(entry, Norm) and phase.basis:
            found.append(said("basis", lang, basis=_of(_BASIS, phase.basis, lang)))
        found += _severities(phase, lang)
    yield from dict.fromkeys(found)
    if entry.note.get(lang):
        yield said("note", lang, text=entry.note.get(lang))


def _severities(phase: Phase, lang: Lang) -> Iterator[str]:
    for name, severity in (("above", phase.above), ("below", phase.below)):
        if severity is not None:
            yield said(name, lang, severity=word(severity, lang))


def basis_name(basis: str, lang: Lang) -> str:
    """What a share is out of, by the name of its denominator."""
    return _of(_BASIS, basis, lang)


def said(name: str, lang: Lang, **facts: object) -> str:
    """A sentence of this module."""
    return _of(_SAID, name, lang).format(**facts)


def _of(table: Mapping[str, tuple[str, str]], name: str, lang: Lang) -> str:
    """Words of a table; a name without an entry stands for itself."""
    pair = table.get(name)
    return name if pair is None else pair[1 if lang == "zh" else 0]
