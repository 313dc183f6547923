"""Put an error into words: what, where, why it matters, next step, [code]."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from string import Formatter
from typing import Literal

from fengqiao.errors.family import Fault, FengqiaoError
from fengqiao.errors.texts import Text, Texts

Lang = Literal["en", "zh"]


_UNKNOWN = (
    Text("A plugin reports a fault of its own.", "", "See the plugin's documentation."),
    Text("插件报告了自己的错误。", "", "请查看该插件的文档。"),
)
"""Stands in for a code that has no text here."""


_PERHAPS = re.compile(r"<<(.*?)>>")
"""A part of a text that is left out where a fact that it names is missing or empty."""


_SEVERAL = re.compile(r"\b[Rr]ow(?= \{row\})|\b[Ll]ine(?= \{row\})")
"""The word that takes a plural before several rows."""


class _Facts(dict[str, object]):
    """Facts for formatting; a fact that a fault does not carry shows as a dash."""

    def __missing__(self, key: str) -> str:
        return "-"


@cache
def _texts() -> Texts:
    from fengqiao.errors import (  # noqa: PLC0415  loaded when the first error is put into words
        texts_case_questions,
        texts_casework,
        texts_deadlines,
        texts_ids,
        texts_notice,
        texts_packs,
        texts_planning,
        texts_purging,
        texts_records,
        texts_rounds,
        texts_rules,
        texts_store,
        texts_table_rows,
        texts_tables,
        texts_timing,
        texts_workspace,
    )

    tables = (
        texts_ids,
        texts_notice,
        texts_packs,
        texts_planning,
        texts_records,
        texts_rounds,
        texts_case_questions,
        texts_casework,
        texts_rules,
        texts_purging,
        texts_store,
        texts_table_rows,
        texts_tables,
        texts_deadlines,
        texts_timing,
        texts_workspace,
    )
    merged: dict[str, tuple[Text, Text]] = {}
    for table in tables:
        merged.update(table.TEXTS)
    return merged


def all_codes() -> tuple[str, ...]:
    """Every error code that has a text, sorted."""
    return tuple(sorted(_texts()))


def rendered_parts(fault: Fault, lang: Lang = "en") -> Mapping[str, str | None]:
    """The parts of one fault's text: code, what, where, why, next.

    Args:
        fault: What is wrong.
        lang: `en` or `zh`.

    Returns:
        A mapping with those five keys; `where` is None where the fault has no place.
    """
    text = _texts().get(fault.code, _UNKNOWN)[0 if lang == "en" else 1]
    what = _SEVERAL.sub(r"\g<0>s", text.what) if _has_rows(fault) else text.what
    facts = _Facts({name: _shown(value, lang) for name, value in fault.facts.items()})
    return {
        "code": fault.code,
        "what": _filled(what, facts),
        "where": str(fault.place) if fault.place else None,
        "why": _filled(text.why, facts),
        "next": _filled(text.next, facts),
    }


def _has_rows(fault: Fault) -> bool:
    """Whether a fault stands for several rows, as `grouped` puts them together."""
    rows = fault.facts.get("row")
    return isinstance(rows, tuple) and (len(rows) > 1 or "-" in rows[0])


def _filled(part: str, facts: _Facts) -> str:
    """A part of a text with its facts; what has no fact to tell is left out."""

    def kept(match: re.Match[str]) -> str:
        named = [name for _, name, _, _ in Formatter().parse(match.group(1)) if name]
        return match.group(1) if all(facts.get(name) not in ("", None) for name in named) else ""

    return _PERHAPS.sub(kept, part).format_map(facts).strip()


def _shown(value: object, lang: Lang) -> object:
    if isinstance(value, (list, tuple, set, frozenset)):
        return (", " if lang == "en" else "、").join(str(item) for item in value)
    return value


def render(error: FengqiaoError | Fault, lang: Lang = "en") -> str:
    """One line per fault: `where: what why next [code]`.

    Args:
        error: An error of this library, or one of its faults.
        lang: `en` or `zh`.

    Returns:
        The text; several faults make several lines.
    """
    faults = (error,) if isinstance(error, Fault) else error.faults
    return "\n".join(_line(fault, lang) for fault in faults)


def _line(fault: Fault, lang: Lang) -> str:
    parts = rendered_parts(fault, lang)
    space = " " if lang == "en" else ""
    words = space.join(part for name in ("what", "why", "next") if (part := parts[name]))
    where = f"{parts['where']}: " if parts["where"] else ""
    return f"{where}{words} [{fault.code}]"
