"""Reading a notice's text."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from fengqiao.errors import Lang, NoticeError, render
from fengqiao.packs.coverage.notice import (
    MOST_BYTES,
    MOST_CHARACTERS,
    Encoding,
    parse_notice,
    read_notice,
)


def code_of(content: bytes, encoding: Encoding = "utf-8") -> str:
    """Why these bytes are refused."""
    with pytest.raises(NoticeError) as caught:
        parse_notice(content, file="a.txt", encoding=encoding)
    return caught.value.code


def test_lines_are_those_that_an_editor_shows() -> None:
    """Whichever sign ends them; a byte order mark is no part of the first."""
    content = "\ufeff一\r\n二\r三\n".encode()
    assert parse_notice(content, file="a.txt").lines == ("一", "二", "三", "")


def test_the_digest_is_that_of_the_file() -> None:
    """It is what a pack's source names."""
    content = "\ufeff一\r\n".encode()
    assert parse_notice(content, file="a").sha256 == hashlib.sha256(content).hexdigest()


def test_gb18030_is_read_where_it_is_asked_for() -> None:
    """What many offices still save."""
    notice = parse_notice("走访80户".encode("gb18030"), file="a.txt", encoding="gb18030")
    assert notice.lines == ("走访80户",)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("一\n走访".encode("gb18030"), "notice.encoding"),
        ("走访".encode("utf-16"), "notice.encoding"),
        (b"%PDF-1.7", "notice.not_text"),
        (b"PK\x03\x04rest", "notice.not_text"),
        (b"one\x00two", "notice.not_text"),
        (b"x" * (MOST_CHARACTERS + 1), "notice.line_too_long"),
    ],
)
def test_what_is_no_text_in_utf8_is_refused(content: bytes, code: str) -> None:
    """Each with a sentence of its own."""
    assert code_of(content) == code


def test_the_other_encoding_is_suggested(tmp_path: Path) -> None:
    """The next step can be pasted."""
    with pytest.raises(NoticeError) as caught:
        parse_notice("一\n走访".encode("gb18030"), file="a.txt")
    assert "`--encoding gb18030`" in render(caught.value, "en")


def test_the_line_of_a_wrong_byte_is_named() -> None:
    """An editor opens it."""
    with pytest.raises(NoticeError) as caught:
        parse_notice(b"one\ntwo\n\xff", file="a.txt")
    place = caught.value.faults[0].place
    assert place is not None
    assert place.line == 3


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """By its name; nothing is read."""
    with pytest.raises(NoticeError) as caught:
        read_notice(tmp_path / "gone.txt")
    assert render(caught.value, "en").startswith("gone.txt: The notice can't be read.")


def test_a_large_file_is_refused_without_being_read_whole(tmp_path: Path) -> None:
    """2 MiB and one byte."""
    file = tmp_path / "large.txt"
    file.write_bytes(b"x" * (MOST_BYTES + 1))
    with pytest.raises(NoticeError) as caught:
        read_notice(file)
    assert caught.value.code == "notice.too_large"


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_no_error_repeats_the_text(lang: Lang) -> None:
    """A notice may hold names and numbers of persons."""
    with pytest.raises(NoticeError) as caught:
        parse_notice("甲乙丙丁\x00".encode(), file="a.txt")
    assert "甲乙丙丁" not in render(caught.value, lang)
