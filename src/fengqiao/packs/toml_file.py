"""A TOML file: from bytes to tables with places, or to everything that is wrong with it."""

from __future__ import annotations

import hashlib
import re
import tomllib
from pathlib import Path

from attrs import evolve, frozen

from fengqiao.errors import Fault, Place
from fengqiao.packs.places import Places, find_places
from fengqiao.packs.slips import find_slip
from fengqiao.packs.torn import Torn, torn_at, whole_file

MOST_BYTES = 256 * 1024
MOST_SLIPS = 50
_MOST_READ_AGAIN = 1024 * 1024
"""Characters: a text is read again after each slip, and a long one not as often as a short one."""
_MOST_STEPS = 100
_STEP = re.compile(r"\.[ \t]{0,8}[^\s.]")
_IN_QUOTES = re.compile(r"\"[^\"]*\"|'[^']*'")
"""Dots of a key lead from table to table; to read them takes the square of their number."""
_LONG_NUMBER = re.compile(r"[0-9A-Fa-f][0-9A-Fa-f_]{999,}")

_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@frozen
class Decimal:
    """What stands in the place of a number with a decimal point, which no field takes."""


@frozen
class TomlFile:
    """The tables of a file.

    Attributes:
        file: As faults name it.
        tables: As `tomllib` reads them, with `Decimal` for each decimal number. Statements that
            are not TOML are left out.
        places: Line and column of each path.
        faults: What is not TOML.
        sha256: Of its bytes; empty where it could not be read whole.
        torn: Rows from which a statement was left out.
    """

    file: str
    tables: dict[str, object]
    places: Places
    faults: tuple[Fault, ...] = ()
    sha256: str = ""
    torn: tuple[Torn, ...] = ()


def read_toml(path: Path, *, file: str) -> TomlFile:
    """Read a file; whatever is wrong with it stands in `faults`.

    Args:
        path: The file.
        file: Its name for faults.

    Returns:
        Its tables. Every statement that is not TOML is reported, and the rest is read.
    """
    try:
        with path.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except OSError:
        return _refused(file, "toml.unreadable")
    return parse_toml(content, file=file)


def parse_toml(content: bytes, *, file: str) -> TomlFile:
    """Read the bytes of a file; see `read_toml`."""
    if len(content) > MOST_BYTES:
        return _refused(file, "toml.too_large", most_kib=MOST_BYTES // 1024)
    if content.startswith(_UTF16):
        return _refused(file, "toml.encoding", guess="UTF-16")
    content = content.removeprefix(_BOM)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        position, text = error.start, ""
    else:
        position = -1
    if position >= 0:
        line = content.count(b"\n", 0, position) + 1
        return _refused(file, "toml.encoding", line=line, guess=_guess_encoding(content))
    read = _parse_text(text.replace("\r\n", "\n"), file)
    return evolve(read, sha256=hashlib.sha256(content).hexdigest())


def _guess_encoding(content: bytes) -> str:
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return "?"
    return "GB18030"


def _parse_text(text: str, file: str) -> TomlFile:
    faults: list[Fault] = []
    torn: list[Torn] = []
    lines = text.split("\n")
    if (number := _LONG_NUMBER.search(text)) is not None:
        return _refused(file, "toml.long_number", line=text.count("\n", 0, number.start()) + 1)
    if any(line.count(".") > _MOST_STEPS < _steps(line) for line in lines):
        return _refused(file, "toml.too_deep")
    most = max(5, min(MOST_SLIPS, _MOST_READ_AGAIN // (len(text) + 1)))
    while True:
        tables, message = _load(text)
        if tables is not None:
            break
        if message is None:
            return _refused(file, "toml.too_deep")
        slip = find_slip(text, message)
        faults.append(Fault(slip.code, slip.facts, Place(file, slip.line, slip.column)))
        if len(faults) == most:
            return TomlFile(file, {}, Places(), tuple(faults), torn=(whole_file(),))
        torn.append(torn_at(lines, slip.first, slip.last))
        text = slip.without(text)
    try:
        places = find_places(text)
    except RecursionError:
        places = None
    if places is None:
        return _refused(file, "toml.too_deep")
    return TomlFile(file, tables, places, tuple(faults), torn=tuple(torn))


def _steps(line: str) -> int:
    """How many dots of keys a line may hold at most."""
    return len(_STEP.findall(_IN_QUOTES.sub('"', line)))


def _load(text: str) -> tuple[dict[str, object] | None, str | None]:
    """The tables, or the words of `tomllib` on what is wrong, or neither when nested too deep."""
    try:
        return tomllib.loads(text, parse_float=lambda _: Decimal()), None
    except tomllib.TOMLDecodeError as error:
        return None, str(error)
    except RecursionError:
        return None, None


def _refused(file: str, code: str, *, line: int | None = None, **facts: object) -> TomlFile:
    fault = Fault(code, facts, Place(file, line))
    return TomlFile(file, {}, Places(), (fault,), torn=(whole_file(),))
