"""Words of the code in Chinese and English, from its own labels."""

from __future__ import annotations

from collections.abc import Iterator

from fengqiao.judging.words import WORDS
from fengqiao.model import KINDS
from fengqiao.planning import KIND_NAMES
from fengqiao.rules import core_catalogue

from . import quoted, table

_SEVERAL = (
    ("subject_kind", "Subjects 对象"),
    ("role", "Roles 岗位"),
    ("station_unit", "Units of a station 派出所内设机构"),
    ("rule_set", "Rules in place 制度"),
    ("channel", "Channels 渠道"),
    ("facility_kind", "Facilities 场地"),
    ("team_kind", "Teams 队伍"),
    ("premises_kind", "Premises 场所"),
    ("goods", "Goods 危险物品"),
    ("fitting", "Fittings 设施"),
    ("equipment", "Equipment 装备"),
    ("community_post", "Posts in the community 社区兼职"),
    ("tasking_kind", "Taskings 抽调任务"),
    ("visit_place", "Where contacts are made 走访地点"),
    ("committee_kind", "Mediation committees 调解组织"),
    ("invitee", "People invited 邀请对象"),
    ("meeting_topic", "Meeting topics 议题"),
    ("season", "Seasons 时段"),
    ("inspection_topic", "Inspections 检查"),
    ("duty_topic", "What duties are about 履职内容"),
)
_GROUPS = {
    "Results and severities 结果与程度": (
        "met", "not_met", "not_checkable", "breach", "notice", "info",
    ),
    "Force 效力": ("must", "in_principle", "aim", "practice"),
    "Comparisons 比较": (
        "at_least", "at_most", "more_than", "less_than", "equal", "between", "about", "bare",
        "all_of", "any_of", "none_of", "open",
    ),
    "Requirements 要求": (
        "cadence", "window", "length", "lead", "invited", "attendance", "topics", "report_back",
        "held_by", "drawn_from",
    ),
}  # fmt: skip


def write(_page: str) -> str:
    """Terms by topic: Chinese, identifier, English."""
    return "\n\n".join(_parts())


def _parts() -> Iterator[str]:
    header = ("中文", "identifier", "English")
    catalogue = core_catalogue()
    for name, title in _SEVERAL:
        words = catalogue.vocabularies[name].words
        yield f"## {title}"
        yield table(header, ((w.zh, quoted(word), w.en) for word, w in words.items()))
    yield "## Keys 指标与职责"
    keys = catalogue.keys.values()
    yield table(header, ((key.names.zh, quoted(key.name), key.names.en) for key in keys))
    for title, names in _GROUPS.items():
        yield f"## {title}"
        yield table(header, ((WORDS[n][1], quoted(n), WORDS[n][0]) for n in names))
    yield "## Due work 待办工作"
    yield table(header, ((w.zh, quoted(kind), w.en) for kind, w in KIND_NAMES.items()))
    yield "## Fields of facts 字段"
    fields = {
        (spec.zh, name, spec.en) for kind in KINDS.values() for name, spec in kind.fields.items()
    }
    yield table(header, ((zh, quoted(name), en) for zh, name, en in sorted(fields, key=_by_name)))


def _by_name(term: tuple[str, str, str]) -> tuple[str, str]:
    return term[1], term[2]
