"""Whatever is typed into a pack, the reader answers with a pack or with faults that have places."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fengqiao.errors import PackError, render
from fengqiao.packs import read_pack
from fengqiao.packs.toml_file import parse_toml

EVERY_TABLE = Path(__file__).parents[1] / "packs_for_tests" / "every_table"
FILES = {
    path.name: path.read_text(encoding="utf-8") for path in sorted(EVERY_TABLE.glob("data/*.toml"))
}
TYPED = st.sampled_from(
    ['"', "“", "”", ",", "，", "[", "]", "【", "{", "}", "=", "＝", ".", "#", "\n", " ", "\u3000",
     "%", "-1", "0.5", "80", "true", '"open"', '"x"', "2018-02-30", "[]", "{}", "at_least", "key",
     "\\", "'''", '"""', "\x00", "警"]
)  # fmt: skip


def error_of(folder: Path) -> PackError | None:
    """What reading a folder raises, if it raises."""
    try:
        read_pack(folder)
    except PackError as error:
        return error
    return None


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_slip_ends_in_a_pack_or_in_placed_faults(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Typing over any part of a good pack never ends in another error than ours."""
    folder = tmp_path_factory.mktemp("pack")
    (folder / "data").mkdir()
    broken = data.draw(st.sampled_from(sorted(FILES)))
    for name, text in FILES.items():
        if name == broken:
            start = data.draw(st.integers(0, len(text)))
            length = data.draw(st.integers(0, 12))
            text = text[:start] + data.draw(TYPED) + text[start + length :]  # noqa: PLW2901
        (folder / "data" / name).write_text(text, encoding="utf-8")
    error = error_of(folder)
    assert error is None or all(fault.place is not None for fault in error.faults)
    assert error is None or (render(error, "en") and render(error, "zh"))


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    """No bytes make the reader of files raise."""
    read = parse_toml(content, file="f.toml")
    assert isinstance(read.tables, dict)


@given(st.text(st.sampled_from("[]{}\"'=.,#ab1 \n“，\\"), max_size=60))
def test_any_signs_are_read_or_refused(text: str) -> None:
    """Every fault that is found stands on a line of the text."""
    read = parse_toml(text.encode(), file="f.toml")
    lines = text.count("\n") + 1
    assert all(fault.place and 1 <= (fault.place.line or 1) <= lines for fault in read.faults)


PIECES = st.sampled_from(
    [b"[[", b"]]", b"[", b"{", b"}", b'"', b'"""', b"'''", b"\\", b".", b",", b"=", b"a", b"1",
     b"_", b"0x", b"#", b"\n", b" ", b"\t", b"\r\n", b"\xe3\x80\x80", b"\xef\xbc\x8c", b"\xff",
     b"\x00", b'a = "x"\n', b"[[norm]]\n", b'key = "visits.households"\n', b"a.b.", b"2018-01-01"]
)  # fmt: skip


@settings(
    max_examples=40,
    deadline=timedelta(seconds=5),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    pieces=st.lists(PIECES, max_size=4), times=st.integers(1, 20_000), tail=st.binary(max_size=9)
)
def test_nothing_that_is_repeated_holds_the_reader_up(
    pieces: list[bytes], times: int, tail: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """However often a few signs are typed, reading ends soon: with a pack or with faults."""
    folder = tmp_path_factory.mktemp("pack")
    (folder / "data").mkdir()
    head = FILES[min(FILES)].encode() if times % 2 else b"format = 1\n"
    content = head + b"".join(pieces) * times + tail
    (folder / "data" / "1.toml").write_bytes(content)
    error = error_of(folder)
    assert error is None or error.faults
