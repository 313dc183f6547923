"""A notice as plain text: read from a file, within bounds."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Literal

from attrs import frozen

from fengqiao.errors import NoticeError, Place

Encoding = Literal["utf-8", "gb18030"]

MOST_BYTES = 2 * 1024 * 1024
MOST_CHARACTERS = 20_000
"""In a line."""

_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_FORMATS = {
    b"%PDF": "PDF",
    b"PK\x03\x04": "Word, WPS, Excel or ZIP",
    b"\xd0\xcf\x11\xe0": "Word or WPS",
}
_CONTROLS = frozenset(chr(code) for code in range(32)) - frozenset("\t\n\r\f\v")


@frozen(kw_only=True)
class Notice:
    """The text of a notice.

    Attributes:
        file: Its file's name, as faults name it.
        lines: Without their ends.
        sha256: Of the bytes of the file.
    """

    file: str
    lines: tuple[str, ...]
    sha256: str


def read_notice(path: Path, *, encoding: Encoding = "utf-8") -> Notice:
    """Read a notice's text.

    Args:
        path: A text file.
        encoding: How it was saved; a byte order mark is dropped.

    Raises:
        NoticeError: It can't be read, is too large, is no text, or is saved otherwise.
    """
    content = _bytes_of(path)
    if content is None:
        raise NoticeError("notice.unreadable", place=Place(path.name))
    if len(content) > MOST_BYTES:
        raise NoticeError("notice.too_large", place=Place(path.name), most_mib=MOST_BYTES >> 20)
    return parse_notice(content, file=path.name, encoding=encoding)


def _bytes_of(path: Path) -> bytes | None:
    try:
        with path.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except OSError:
        return None


def parse_notice(content: bytes, *, file: str, encoding: Encoding = "utf-8") -> Notice:
    """Read the bytes of a notice; see `read_notice`.

    Raises:
        NoticeError: They are no text, or in another encoding.
    """
    for start, name in _FORMATS.items():
        if content.startswith(start):
            raise NoticeError("notice.not_text", place=Place(file), guess=name)
    if content.startswith(_UTF16):
        raise NoticeError("notice.encoding", place=Place(file), encoding="UTF-8", guess="UTF-16")
    text, line = _decode(content.removeprefix(_BOM), encoding)
    if text is None:
        other: Encoding = "gb18030" if encoding == "utf-8" else "utf-8"
        guess = other if _decode(content, other)[0] is not None else None
        raise NoticeError(
            "notice.encoding",
            place=Place(file, line),
            encoding=encoding.upper(),
            guess=guess and guess.upper(),
            option=guess,
        )
    if not _CONTROLS.isdisjoint(text):
        raise NoticeError("notice.not_text", place=Place(file))
    lines = tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    for number, one in enumerate(lines, start=1):
        if len(one) > MOST_CHARACTERS:
            place = Place(file, number)
            raise NoticeError("notice.line_too_long", place=place, most=MOST_CHARACTERS)
    return Notice(file=file, lines=lines, sha256=hashlib.sha256(content).hexdigest())


def _decode(content: bytes, encoding: Encoding) -> tuple[str | None, int | None]:
    """The text, or the line where it can't be read."""
    try:
        return content.decode(encoding), None
    except UnicodeDecodeError as error:
        return None, content.count(b"\n", 0, error.start) + 1
