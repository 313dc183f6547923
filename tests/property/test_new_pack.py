"""Whatever text a pack is begun from, the reader finds only what is still to be chosen."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given, settings
from hypothesis import strategies as st

from fengqiao.errors import NoticeError, PackError
from fengqiao.packs import read_pack
from fengqiao.packs.coverage.notice import parse_notice
from fengqiao.packs.starting.beginning import Start, pack_from_notice
from fengqiao.packs.starting.writing import write_new_pack
from fengqiao.rules import core_catalogue

START = Start(id="ourtown", name="本镇", areas=("990001",), today=date(2026, 3, 4))
CATALOGUE = core_catalogue()
PIECES = st.sampled_from(
    ["一、", "二、", "(一)", "（二）", "1.", "2．", "1.1 ", "第一条", "第一章", "①", "一是", "二是",
     "甲、", "\n", "\n\n", "。", "；", ",", "：", "“", "”", "每月", "每3周", "不少于",
     "80户", "1至2名",
     "40%", "半天", "一次", "三分之一", "应当", "重点人员", "今年以来", "2024年3月1日",
     "2027年底前", "走访群众",
     "五议一创", "\t", "\u3000", '"', "\\", "#", "99999999999", "0次", "千分之五", "1000人", "全文"]
)  # fmt: skip
TEXT = st.one_of(st.lists(PIECES, max_size=60).map("".join), st.text(max_size=200))


@settings(max_examples=150)
@given(text=TEXT)
@example(text="一、每3周一、一、")
@example(text="(一)一是一是\t")
def test_any_text_gives_a_pack_of_which_only_keys_are_to_be_chosen(text: str) -> None:
    """Or it is refused as no notice."""
    try:
        notice = parse_notice(text.encode("utf-8", "replace"), file="notice.txt")
        pack = pack_from_notice(START, notice, CATALOGUE)
    except NoticeError:
        return
    with TemporaryDirectory() as there:
        folder = Path(there) / "new"
        write_new_pack(pack, folder)
        try:
            read_pack(folder)
        except PackError as error:
            codes = [fault.code for fault in error.faults]
        else:
            codes = []
    assert codes == ["pack.key_not_chosen"] * len(pack.stubs)
