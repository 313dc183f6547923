"""One slip is one fault: what only follows from it is left out, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from fengqiao.errors import PackError
from fengqiao.packs import read_pack

from .conftest import HEAD, Finder

NORM = """[[norm]]
key = "visits.households"
each = "community_officer"
per = "month"
at_least = 80
clause = "一"
"""
STATION = NORM.replace("community_officer", "station").replace("[[norm]]", '[[norm]]\nid = "s"')
DUTY = """[[duty]]
key = "meeting.community"
who = "community_officer"
each = "community"
every = "month"
clause = "一"
invite.any_of = ["neighbours"]
"""
LABEL = """[[label]]
key = "invitee"
clause = "一"
items = [ { name = "neighbours" } ]
"""


def codes(find: Finder, text: str) -> list[str]:
    """Codes of the faults of a pack of these lines."""
    return [fault.code for fault in find(text)]


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (DUTY.replace("community_officer", "community_oficer"), "pack.unknown_word"),
        (STATION.replace('"一"', '"九"'), "pack.unknown_clause"),
        (STATION.replace('clause = "一"\n', ""), "pack.no_clause"),
        (STATION.replace('per = "month"\n', ""), "pack.no_per"),
        (STATION.replace("at_least = 80\n", ""), "pack.no_comparison"),
        (STATION.replace('each = "station"\n', ""), "pack.missing_field"),
    ],
)
def test_a_slip_hides_no_fault_of_another_row(faults: Finder, wrong: str, code: str) -> None:
    """What is wrong many lines below a slip is told in the same pass."""
    text = NORM.replace("80", "40%") + "#\n" * 60 + wrong
    if "neighbours" in wrong:
        text += LABEL
    assert codes(faults, text) == ["toml.unquoted", code]


@pytest.mark.parametrize(
    ("field", "slip"),
    [
        ("at_least = 80", "at_least = 40%"),
        ('clause = "一"', "clause = “一”"),
        ('per = "month"', "per = month"),
        ('each = "community_officer"', "each = community_officer"),
    ],
)
def test_a_slip_is_not_also_a_missing_field(faults: Finder, field: str, slip: str) -> None:
    """The field stands there, so its row is not told that it is missing."""
    assert len(codes(faults, NORM.replace(field, slip) + STATION)) == 1


def test_words_of_a_label_with_a_slip_are_not_unknown(faults: Finder) -> None:
    """A label that could not be read whole takes its words with it."""
    label = LABEL.replace('"neighbours"', "“neighbours”")
    assert codes(faults, label + DUTY) == ["toml.fullwidth"]


def test_a_role_is_unknown_beside_a_label_with_a_slip(faults: Finder) -> None:
    """No label brings roles, so a slip in one excuses none."""
    label = LABEL.replace('"neighbours"', "“neighbours”")
    duty = DUTY.replace("community_officer", "community_oficer")
    assert codes(faults, label + duty) == ["toml.fullwidth", "pack.unknown_word"]


def test_words_of_a_label_with_a_wrong_value_are_not_unknown(faults: Finder) -> None:
    """The same holds where the label is sound TOML and can't be used."""
    label = LABEL.replace('"neighbours"', '"neighbours", en = 3').replace(
        'key = "invitee"', 'key = "Invitee"'
    )
    assert "pack.unknown_word" not in codes(faults, label + DUTY)


def test_two_rows_clash_only_by_what_stands_there(faults: Finder) -> None:
    """Where a slip took the `id` that told two rows apart, they are not called the same."""
    text = NORM + STATION.replace('id = "s"', "id = “s”")
    assert codes(faults, text) == ["toml.fullwidth"]


@pytest.mark.parametrize(
    "header",
    ["［［norm］］", "【【norm】】", "[[规范]]", "[ [norm] ]", "[[norm", "［norm］]", "[[norm-a"],
)
def test_a_slip_in_a_header_is_one_fault(faults: Finder, header: str) -> None:
    """Lines under a header that can't be read are not taken for part of the row above."""
    assert len(codes(faults, STATION + NORM.replace("[[norm]]", header))) == 1


@pytest.mark.parametrize("issued", ["2018-06-25T00:00:00", "“2018-06-25”", '"x"', "2018年6月"])
def test_a_source_with_a_wrong_day_is_there(tmp_path: Path, issued: str) -> None:
    """A source that stands there and can't be read is not missing."""
    (tmp_path / "data").mkdir()
    text = HEAD.replace("issued = 2018-06-25", f"issued = {issued}") + NORM
    (tmp_path / "data" / "pack.toml").write_text(text, encoding="utf-8")
    with pytest.raises(PackError) as caught:
        read_pack(tmp_path)
    assert len(caught.value.faults) == 1


def test_a_pack_with_a_slip_in_its_head_is_there(tmp_path: Path) -> None:
    """[pack] with a full-width bracket is not a missing one."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "pack.toml").write_text(
        HEAD.replace("[pack]", "［pack］") + NORM, encoding="utf-8"
    )
    with pytest.raises(PackError) as caught:
        read_pack(tmp_path)
    assert [fault.code for fault in caught.value.faults] == ["toml.fullwidth"]


def test_a_missing_pack_is_told_beside_a_slip(tmp_path: Path) -> None:
    """A slip in a norm does not hide that there is no [pack]."""
    (tmp_path / "data").mkdir()
    head = "[[source]]" + HEAD.split("[[source]]")[1]
    (tmp_path / "data" / "pack.toml").write_text(
        "format = 1\n" + head + NORM.replace("80", "40%"), encoding="utf-8"
    )
    with pytest.raises(PackError) as caught:
        read_pack(tmp_path)
    assert sorted(fault.code for fault in caught.value.faults) == ["pack.no_pack", "toml.unquoted"]
