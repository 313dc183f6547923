"""Every field of every stored type, from their declarations."""

from __future__ import annotations

from fengqiao.model import FIELD_KINDS, KINDS, FieldSpec, Kind

from . import quoted, table

KINDS_IN_WORDS = {
    "code": "a word of a closed list 封闭词表中的词",
    "count": "a whole number, 0 or more 非负整数",
    "minutes": "minutes 分钟数",
    "day": "a day 日期",
    "instant": "a moment, with its zone 时刻(含时区)",
    "flag": "yes or no 是或否",
    "id": "an id that the host gave, or an area code 使用方的编号或区划代码",
    "ref": "an opaque reference, 8 to 64 characters 不透明引用",
    "register_name": "the name of a station, area or facility 单位、区划或设施名称",
}


def write(_page: str) -> str:
    """The nine kinds of fields, then each kind of fact."""
    parts = [
        "## Kinds of fields 字段种类",
        table(("kind", "what it holds"), ((quoted(k), KINDS_IN_WORDS[k]) for k in FIELD_KINDS)),
    ]
    for nature, title in (("register", "What exists 登记"), ("event", "What happened 事件")):
        parts.append(f"## {title}")
        for kind in KINDS.values():
            if kind.nature == nature:
                parts.append(f"### {quoted(kind.name)}: {kind.cls.__name__}")
                parts.append((kind.cls.__doc__ or "").split("\n\n")[0].replace("\n", " "))
                parts.append(fields_of(kind))
    return "\n\n".join(parts)


def fields_of(kind: Kind) -> str:
    """The declared fields of a kind of fact."""
    rows = [_row(name, spec) for name, spec in kind.fields.items()]
    return table(("field", "kind", "what it holds", "内容", "notes"), rows)


def _row(name: str, spec: FieldSpec) -> tuple[str, ...]:
    notes = [
        "may be absent" if spec.optional else "",
        "several" if spec.several else "",
        f"words of `{spec.vocabulary}`" if spec.vocabulary else "",
        "area code" if spec.is_area else "",
        f"known to the register `{spec.register}` on that day" if spec.register else "",
        f"`{'.'.join(spec.recorded)}` of a fact recorded by that day" if spec.recorded else "",
    ]
    return quoted(name), quoted(spec.kind), spec.en, spec.zh, "; ".join(filter(None, notes))
