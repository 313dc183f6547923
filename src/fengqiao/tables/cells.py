"""From one cell to a value: what people and spreadsheets write, and nothing guessed.

A spreadsheet takes a cell that begins with = + - @ for a formula. Such a cell is never read and
never written: on the way in it is refused (`="150302001002"`, which keeps digits from becoming a
number, is unwrapped instead), on the way out it gets an apostrophe.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any
from unicodedata import normalize
from zoneinfo import ZoneInfo

from attrs import frozen

from fengqiao.ids import mint_ref
from fengqiao.model import FieldSpec
from fengqiao.tables.words import Words, plain

_FORMULA = tuple("=+-@\uff1d\uff0b\uff0d\uff20")
"""Signs that begin a formula, full-width ones too."""

_INVISIBLE = "\u200b\u200e\u200f\ufeff"
_SPREADSHEET_NUMBER = re.compile(
    r"[0-9]+(\.[0-9]+)?[Ee]\+[0-9]+|[0-9]+\.0+|[0-9]{1,3}(,[0-9]{3})+(\.0+)?"
)
_COUNT = re.compile(r"([0-9]{1,16}|[0-9]{1,3}(,[0-9]{3}){1,5})(\.0+)?")
_DAY = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?P<m1>[0-9]{1,2})-(?P<d1>[0-9]{1,2})"
    r"|/(?P<m2>[0-9]{1,2})/(?P<d2>[0-9]{1,2})|\.(?P<m3>[0-9]{1,2})\.(?P<d3>[0-9]{1,2})"
    r"|年(?P<m4>[0-9]{1,2})月(?P<d4>[0-9]{1,2})日|(?P<m5>[0-9]{2})(?P<d5>[0-9]{2}))"
)
_MIDNIGHT = re.compile(r"[ T]0{1,2}:00(:00)?$")
_CLOCK = re.compile(
    r"([0-9]{1,2})(?::([0-9]{2})(?::([0-9]{2})(?:\.0+)?)?|[时点]([0-9]{1,2})分(?:([0-9]{1,2})秒)?)"
)
_AFTER_DAY = re.compile(r"日\s*(?=[0-9])")
_ZONED = re.compile(r"(Z|[+-][0-9]{2}:?[0-9]{2})$")
_FLAGS = {
    **dict.fromkeys(("是", "true", "yes", "1"), True),
    **dict.fromkeys(("否", "false", "no", "0"), False),
}
_YEARS = range(1970, 2100)
_LONGEST_KEY = 200


@frozen
class Bad:
    """Why a cell can't be read; its content is not in it."""

    code: str
    facts: tuple[tuple[str, object], ...] = ()


def unwrapped(cell: str) -> str | Bad:
    """The content of a cell, without blanks and without what protects it in a spreadsheet."""
    text = cell.strip()
    if text and not text.isascii():
        text = text.strip(_INVISIBLE).strip()
    if text.startswith('="') and text.endswith('"') and len(text) > len('="'):
        text = text[2:-1].replace('""', '"').strip()
    elif text.startswith("'"):
        text = text[1:].strip()
    return Bad("table.formula") if text.startswith(_FORMULA) else text


def protected(text: str) -> str:
    """A text as a cell that no spreadsheet takes for a formula."""
    return (
        f"'{text}"
        if text.lstrip().startswith((*_FORMULA, "'")) or text.startswith(("\t", "\r"))
        else text
    )


Parse = Callable[[str], Any]
"""From the content of a cell, not empty, to its value or `Bad`."""


def parser(
    name: str, spec: FieldSpec, *, zone: ZoneInfo, words: Words | None, secret: bytes | None
) -> Parse:
    """What reads the cells of one field.

    Args:
        name: Name of the field.
        spec: Its declaration.
        zone: Zone of moments that name none.
        words: For codes: the closed list.
        secret: For references that are minted from what stands in the cells.
    """
    if secret is not None:
        return lambda text: _minted(text, name, secret)
    if spec.kind == "code" and words is not None:
        return lambda text: _coded(text, words, several=spec.several)
    if spec.kind == "instant":
        return lambda text: moment(text, zone)
    return _PARSERS.get(spec.kind, _named)


def _coded(text: str, words: Words, *, several: bool) -> object:
    found = words.several(text) if several else words.one(text)
    if found is not None:
        return found
    facts = (("vocabulary", words.name), ("close", words.close(text)), ("known", words.all))
    return Bad("table.unknown_word", facts)


def _identified(text: str) -> object:
    return Bad("table.spreadsheet_number") if _SPREADSHEET_NUMBER.fullmatch(text) else text


def _minted(text: str, name: str, secret: bytes) -> object:
    found = _identified(text)
    if isinstance(found, Bad):
        return found
    if len(text) > _LONGEST_KEY or not text.isprintable():
        return Bad("table.host_key", (("longest", _LONGEST_KEY),))
    return mint_ref(secret, name, text)


def _named(text: str) -> object:
    return text


def _counted(text: str) -> object:
    digits = normalize("NFKC", text)
    if not _COUNT.fullmatch(digits):
        return Bad("table.count")
    return int(digits.partition(".")[0].replace(",", ""))


def _flagged(text: str) -> object:
    found = _FLAGS.get(plain(text))
    return Bad("table.flag") if found is None else found


def day(text: str) -> date | Bad:
    """The day that a text names: 2018-07-03, 2018/7/3, 2018.7.3, 2018年7月3日 or 20180703.

    A spreadsheet may have put midnight behind it.
    """
    found = _DAY.fullmatch(_MIDNIGHT.sub("", normalize("NFKC", text)))
    if found is None:
        return Bad("table.day")
    year, month, of_month = (int(part) for part in found.groups() if part is not None)
    try:
        return date(year, month, of_month)
    except ValueError:
        pass
    return Bad("table.day")


def moment(text: str, zone: ZoneInfo) -> datetime | Bad:
    """The moment that a text names: 2018-07-03 09:30, 2018/7/3 9:30:00, 2018-07-03T09:30+08:00.

    Or 2018年7月3日 09时30分. Without a zone it is local time in `zone`. A local time that the
    zone skipped or had twice, as in the nights in which summer time began and ended, names none.
    """
    text = normalize("NFKC", text)
    if _ZONED.search(text) and ":" in text[:-1]:
        found = _read_iso(text)
        if found is not None and found.tzinfo is not None:
            return found if found.year in _YEARS else Bad("record.range")
    on, _, clock = _AFTER_DAY.sub("日 ", text.replace("T", " ", 1)).partition(" ")
    when, hands = day(on), _CLOCK.fullmatch(clock.strip())
    if isinstance(when, Bad) or hands is None:
        return Bad("table.instant")
    if when.year not in _YEARS:
        return Bad("record.range")
    hour, *others = (int(part or 0) for part in hands.groups())
    minute, second = others[0] or others[2], others[1] or others[3]
    try:
        local = datetime(when.year, when.month, when.day, hour, minute, second, tzinfo=zone)
    except ValueError:
        return Bad("table.instant")
    return local if _is_one_moment(local, zone) else Bad("table.local_time")


def _read_iso(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _is_one_moment(local: datetime, zone: ZoneInfo) -> bool:
    """Whether a local time is neither skipped nor there twice."""
    if local.utcoffset() != local.replace(fold=1).utcoffset():
        return False
    return local.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == local.replace(tzinfo=None)


_PARSERS: dict[str, Parse] = {
    "id": _identified,
    "ref": _identified,
    "count": _counted,
    "minutes": _counted,
    "day": day,
    "flag": _flagged,
}
