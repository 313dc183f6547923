"""Keys of the catalogue that the words of a sentence are near to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from fengqiao.rules.catalogue import Catalogue, Key, KeyKind

MOST = 3
_LEAST = 2
_SUBJECTS_SHOWN = 4
_UNITS: Mapping[str, str] = {
    "户": "households", "家": "premises", "处": "premises", "名": "people", "人": "people",
    "位": "people", "所": "stations", "支": "teams", "个": "rooms", "间": "rooms", "起": "calls",
}  # fmt: skip
_TOPICS: Mapping[str, tuple[str, ...]] = {
    "会议": ("meeting.",), "例会": ("meeting.",), "议事": ("meeting.",), "恳谈": ("meeting.",),
    "座谈": ("meeting.",), "走访": ("visits.", "duty.visit_round"), "入户": ("visits.households",),
    "检查": ("inspection.",), "排查": ("disputes.screenings", "inspection."),
    "接警": ("calls.per_day",), "警情": ("calls.",), "到场": ("calls.attended",),
    "警务室": ("facility.police_rooms", "staffing."), "配备": ("staffing.", "facility.fittings"),
    "辅警": ("staffing.auxiliaries",), "警力": ("staffing.",), "调委会": ("mediation.",),
    "调解组织": ("mediation.",), "调解室": ("facility.mediation",), "熟悉率": ("survey.fam",),
    "满意": ("survey.rating",), "培训": ("duty.training",), "宣传": ("duty.publicity",),
    "巡逻": ("duty.patrol",), "巡查": ("duty.patrol",), "步巡": ("duty.patrol",),
    "学习": ("duty.training",), "律师": ("duty.lawyer", "staffing.lawyers"),
    "总评": ("station.grade",), "一类": ("station.class",),
    "预警": ("duty.safety_notice",), "报告": ("duty.report",),
    "报送": ("duty.report",), "上报": ("duty.report",), "月报": ("duty.report",),
    "前报": ("duty.report",),
    "接待": ("duty.public_reception",), "责任书": ("premises.undertaking",),
    "建档": ("premises.filed",), "整改": ("hazards.remedied",), "登记": ("duty.registration",),
    "纠纷": ("disputes.", "dispute."), "网上": ("service.online", "duty.online"),
    "录入": ("duty.data_entry",), "研判": ("duty.case_analysis",), "督导": ("duty.unit_",),
    "自助": ("facility.self",), "队伍": ("organisation.teams",), "制度": ("organisation.rules",),
}  # fmt: skip
"""Words of notices, and how the keys begin that they speak of."""


_LIMITS: tuple[tuple[str, str], ...] = (
    (
        r"第二次|再次|二次(?:调解|调处)|(?:首次|一次)(?:调解|调处)后",
        "mediation.time_to_second_session",
    ),
    (r"司法确认", "mediation.time_to_confirm"),
    (r"首次(?:调解|调处)", "mediation.time_to_first_session"),
    (r"(?:首次|初次)(?:答复|响应|回应|联系)|响应|签收", "request.time_to_respond"),
    (r"转办|转交|流转|交办|分办", "request.time_to_forward"),
    (r"答复|办结|反馈", "request.time_to_answer"),
    (r"调处|调解完|调结|化解", "mediation.time_to_settle"),
    (r"回访", "disputes.time_to_revisit"),
    (r"整改", "hazards.time_to_remedy"),
    (r"复查", "hazards.time_to_reinspect"),
    (r"录入", "records.time_to_enter"),
    (r"等候|等待", "service.time_at_window"),
    (r"公开|公示|公布", "service.time_to_publish"),
    (r"调解", "mediation.time_to_settle"),
)
"""Words beside a limit of time, the most telling first, and the key that they speak of."""
_GENERAL = frozenset(("情况", "社区", "比例", "数量", "全局", "总数"))
_THINGS = frozenset(("张", "个", "台", "路", "间", "块", "部", "只"))
_DAYS = frozenset(("day", "working_day", "week", "month", "year"))
_NO_NEAR = frozenset(("平方米", "学时", "课时", "分", "路", "公里", "里"))
"""Measure words of amounts for which the catalogue has no key."""


@frozen(kw_only=True)
class Asked:
    """What a key is wanted for.

    Attributes:
        piece: The words beside the number, between two commas.
        sentence: The whole sentence.
        item: The words beside it in a list, between two `、`.
        unit: The measure word; None without one.
        is_share: Whether the value is a share; None where there is no value.
        time_unit: Its unit, where it is a length of time.
    """

    piece: str
    sentence: str
    item: str = ""
    unit: str | None = None
    is_share: bool | None = None
    time_unit: str | None = None


@frozen
class NearKeys:
    """Finds keys near to what is asked, and who may owe them."""

    catalogue: Catalogue

    def keys(self, kind: KeyKind, asked: Asked) -> tuple[str, ...]:
        """At most three keys, the nearest first; none where no word points at one."""
        if asked.unit in _NO_NEAR:
            return ()
        is_thing = asked.unit in _THINGS and len(asked.item) < len(asked.piece)
        scored = [
            (_score(key, asked), name)
            for name, key in self.catalogue.keys.items()
            if key.kind == kind and _fits(key, asked)
            if not is_thing or _words(key, asked.item)
        ]
        good = sorted(((-score, name) for score, name in scored if score >= _LEAST))
        names = [name for _, name in good]
        limit = self._limit(asked) if asked.time_unit else ""
        if limit:
            names = [limit, *(name for name in names if name != limit)]
        return tuple(names[:MOST])

    def subjects(self, keys: Iterable[str], sentence: str) -> tuple[str, ...]:
        """Kinds of subject that any of the keys allows, those that the sentence names first."""
        allowed = [one for name in keys for one in self.catalogue.keys[name].each]
        return self._named(dict.fromkeys(allowed), "subject_kind", sentence)[:_SUBJECTS_SHOWN]

    def _limit(self, asked: Asked) -> str:
        """The key of a limit of time by the words beside it; empty where none is told."""
        known = ((words, key) for words, key in _LIMITS if key in self.catalogue.keys)
        return next((key for words, key in known if re.search(words, asked.piece)), "")

    def takes_per(self, keys: Sequence[str]) -> bool:
        """Whether the nearest key is counted over a period; so is what has no key yet."""
        return not keys or self.catalogue.keys[keys[0]].judged not in ("state", "written")

    def roles(self, subjects: Iterable[str], sentence: str) -> tuple[str, ...]:
        """Who may do it: roles that the sentence names, then the subjects that are roles."""
        roles = self.catalogue.vocabularies["role"].words
        named = [name for name, words in roles.items() if words.zh and words.zh in sentence]
        subject_roles = [name for name in subjects if name in roles]
        return tuple(dict.fromkeys([*named, *subject_roles]))[:_SUBJECTS_SHOWN]

    def _named(self, names: Iterable[str], vocabulary: str, sentence: str) -> tuple[str, ...]:
        words = self.catalogue.vocabularies[vocabulary].words
        names = list(names)
        named = [one for one in names if one in words and words[one].zh in sentence]
        return tuple(dict.fromkeys([*named, *names]))


def _words(key: Key, text: str) -> int:
    """How many pairs of a key's label, and words of its topic, stand in a text."""
    topics = sum(word in text and key.name.startswith(of) for word, of in _TOPICS.items())
    return topics + sum(pair in text for pair in _pairs(key.names.zh))


def _fits(key: Key, asked: Asked) -> bool:
    if key.kind == "norm" and asked.is_share is not None:
        is_fit = (key.unit == "time") == (asked.time_unit is not None)
        is_fit = is_fit and (asked.time_unit not in _DAYS or "hours" not in key.name)
        return is_fit and key.value != "words" and (key.unit == "share") == asked.is_share
    return True


def _score(key: Key, asked: Asked) -> int:
    pairs = _pairs(key.names.zh)
    texts = (asked.piece, asked.sentence, asked.item)
    score = sum(pair in text for pair in pairs for text in texts)
    topics: Sequence[tuple[str, tuple[str, ...]]] = list(_TOPICS.items())
    for word, starts in topics:
        if word in asked.sentence and key.name.startswith(starts):
            score += 1 + (word in asked.piece) + (word in asked.item)
    unit = _UNITS.get(asked.unit or "")
    return score + (2 if unit and unit == key.unit and score else 0)


def _pairs(label: str) -> set[str]:
    """Each two characters that stand together in a label."""
    return {label[place : place + 2] for place in range(len(label) - 1)} - _GENERAL
