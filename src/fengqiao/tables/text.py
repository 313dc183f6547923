"""From bytes to lines of text: encodings, byte-order marks, and what is no table at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from fengqiao.tables.faults import TableFaults
from fengqiao.tables.layout import ENCODINGS, Encoding

Line = tuple[int, str]
"""Number of a line, counted from 1, and its text."""

MOST_LINE_BYTES = 1 << 16
"""Bytes of the longest line that is read."""

_SAMPLE_LINES = 1_000
_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""First bytes of .xlsx (a ZIP archive) and of .xls (a compound document)."""
_FIRST_ASIAN = "\u2e80"


def text_lines(lines: Iterable[object], encoding: Encoding, faults: TableFaults) -> Iterator[Line]:
    """Lines of a table as text.

    What is not text at all, or in another encoding, ends the reading with one fault; a single
    line that can't be read is a fault of its own.

    Args:
        lines: Lines with or without their ends; texts are taken as they are.
        encoding: Of lines that are bytes.
        faults: Where faults go.
    """
    rest = iter(lines)
    head = list(islice(rest, _SAMPLE_LINES))
    raw = [line for line in head if isinstance(line, bytes)]
    if raw and not _may_be_read(raw, encoding, faults):
        return
    is_sure = any(not line.isascii() for line in raw)
    for number, line in enumerate(chain(head, rest), start=1):
        if not isinstance(line, (bytes, str)):
            faults.add("table.no_text", number)
            return
        if len(line) > MOST_LINE_BYTES:
            faults.add("table.long_line", number, most_kib=MOST_LINE_BYTES // 1024)
            continue
        text = _decoded(line, encoding)
        if text is None and is_sure:
            faults.add("table.bytes", number, encoding=encoding)
        elif text is None:
            raw = [line] if isinstance(line, bytes) else []
            faults.add("table.encoding", number, **_advice(raw, encoding))
            return
        elif "\0" in text:
            faults.add("table.nul", number)
        else:
            is_sure = is_sure or not text.isascii()
            yield number, text.removeprefix("\ufeff") if number == 1 else text


def decodes(lines: Iterable[bytes], encoding: Encoding) -> bool:
    """Whether all lines are text in an encoding."""
    return all(_decoded(line, encoding) is not None for line in lines)


def _decoded(line: bytes | str, encoding: Encoding) -> str | None:
    try:
        return line.decode(encoding) if isinstance(line, bytes) else line
    except UnicodeDecodeError:
        return None


def _may_be_read(head: list[bytes], encoding: Encoding, faults: TableFaults) -> bool:
    """Whether the first lines are what they are said to be."""
    if head[0].startswith(_WORKBOOKS):
        faults.add("table.workbook", None)
        return False
    if head[0].startswith(_UTF16) or (b"\0" in head[0] and len(head[0]) <= MOST_LINE_BYTES):
        faults.add("table.utf16", None)
        return False
    telling = [(n, line) for n, line in enumerate(head, 1) if not line.isascii()]
    if not telling:
        return True
    if encoding == "utf-8":
        wrong = not any(_decoded(line, encoding) is not None for _, line in telling)
    else:
        wrong = head[0].startswith(_BOM) or _reads_as_utf8([line for _, line in telling])
    if wrong:
        given = [line for _, line in telling]
        faults.add("table.encoding", telling[0][0], **_advice(given, encoding))
    return not wrong


def _reads_as_utf8(telling: list[bytes]) -> bool:
    """Whether lines with other than ASCII signs are all UTF-8 and hold Asian script.

    Text in GB18030 hardly ever is: each of its characters would have to begin and end right.
    """
    texts = [_decoded(line, "utf-8") for line in telling]
    return None not in texts and any(sign >= _FIRST_ASIAN for text in texts for sign in text or "")


def _advice(lines: list[bytes], encoding: Encoding) -> dict[str, object]:
    """The encoding to try instead, where the lines are text in it."""
    other = next((one for one in ENCODINGS if one != encoding and decodes(lines, one)), None)
    return {"encoding": encoding, "other": other or ""}
