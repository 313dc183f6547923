"""What isn't known of a subject, in words: its class, or which one a source names."""

from __future__ import annotations

from collections.abc import Mapping

from fengqiao.errors import Lang
from fengqiao.judging.wording import brief
from fengqiao.measures import Doubt
from fengqiao.rules import Catalogue

_BY_CLASS: Mapping[str, tuple[str, str]] = {
    "no_data": (
        "{reason}: the {band} isn't known, as {by} of {over} are not on record",
        "{reason}:{band}不明,因为没有 {over} {by}的记录",
    ),
    "other": ("{reason}: the {band} isn't known", "{reason}:{band}不明"),
}
_BY_NAME = (
    "{reason}: the source names one, and the host has not said which it is",
    "{reason}:来源点名规定,使用方没有说明是哪一个",
)


def doubt_in_words(doubt: Doubt, words: Catalogue, lang: Lang) -> str:
    """Why nobody can tell whether an entry asks a subject, in one phrase."""
    which = 1 if lang == "zh" else 0
    reason = brief(doubt.reason, lang)
    if doubt.about == "name":
        return _BY_NAME[which].format(reason=reason)
    is_said = doubt.reason == "no_data" and doubt.by and doubt.over
    text = _BY_CLASS["no_data" if is_said else "other"][which]
    return text.format(
        reason=reason,
        band=_named(doubt.about, words, lang),
        by=_named(doubt.by or "", words, lang),
        over=doubt.over,
    )


def _named(key: str, words: Catalogue, lang: Lang) -> str:
    known = words.keys.get(key)
    return known.names.get(lang) if known else key
