from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest

from fengqiao.errors import NoticeError
from fengqiao.packs.coverage.notice import read_notice
from fengqiao.packs.starting.numbering import propose_clauses


def refs(text: str) -> list[str]:
    """References that are proposed for a text."""
    return [one.ref for one in propose_clauses(text.split("\n"))]


def test_chapters_brackets_and_numbers_nest() -> None:
    """`一、`, `(一)` and `1.` in one another; a bare heading is no clause."""
    text = "一、走访\n(一)户数\n1.每月去\n2.每周去\n(二)谁去\n二、开会\n1.时间"
    assert refs(text) == ["一(一)1", "一(一)2", "一(二)", "二.1"]


def test_full_width_signs_give_the_same_references() -> None:
    """What a Chinese keyboard types is written half-width."""
    assert refs("一、走访\n（一）户数\n１．每月去\n（二）谁去") == ["一(一)1", "一(二)"]


def test_numbers_that_run_on_across_brackets_are_kept() -> None:
    """The second bracket begins with 3."""
    text = "一、任务\n(一)甲\n1.走访\n2.开会\n(二)乙\n3.检查"
    assert refs(text) == ["一(一)1", "一(一)2", "一(二)3"]


def test_items_in_running_text_are_named_by_their_sign() -> None:
    """Under a chapter: `一(一是)`."""
    text = "一、走访。按照要求推进。一是上门;二是登记。\n二、开会。一是通报;二是商议。"
    assert refs(text) == ["一(一是)", "一(二是)", "二(一是)", "二(二是)"]


def test_items_under_a_bracket_are_numbered() -> None:
    """Under `(一)`: `一(一)第一项`."""
    text = "一、清单\n(一)每日清单。一是查看;二是录入。\n(二)每周清单。一是开会;二是接待。"
    assert refs(text) == [f"一({one}){item}" for one in "一二" for item in ("第一项", "第二项")]


def test_items_are_called_as_their_heading_counts_them() -> None:
    """`三说`: each item begins with 说."""
    text = "一、建立“三说”制度。村民来说事。一是说安全。二是说纠纷。三是说服务。\n二、附则"
    assert refs(text) == ["一", "一(第一说)", "一(第二说)", "一(第三说)", "二"]


def test_articles_are_their_own_reference() -> None:
    """`第三条` stands for itself, whatever its chapter."""
    text = "第一章 总则\n第一条 为了平安。\n第二章 职责\n第二条 民警:\n(一)走访;\n(二)开会。"
    assert refs(text) == ["第一条", "第二条(一)", "第二条(二)"]


def test_square_brackets_and_letters_nest() -> None:
    """`【一】` with `A．` in it; a list in running text is of its letter."""
    text = "【一】警力\nA．民警。①甲类6名；②乙类4名。\nB．辅警2名。\n【二】走访\nA．每月走访。"
    assert refs(text) == ["一A①", "一A②", "一B", "二A"]


def test_small_letters_under_numbers_are_read() -> None:
    """`a)` under `1.`."""
    assert refs("1.走访\na)每月去\nb)每周去\n2.开会") == ["1a", "1b", "2"]


def test_a_letter_that_names_a_class_is_no_number() -> None:
    """`A类` begins no row."""
    assert refs("一、分类\nA类所增加人手\nB类所不变\n二、走访") == ["一", "二"]


def test_decimal_numbering_is_kept() -> None:
    """`1.1` stands for itself."""
    assert refs("1.1 走访\n1.2 开会\n2.1 检查") == ["1.1", "1.2", "2.1"]


def test_stems_and_circles_nest() -> None:
    """`甲、` with `①` inside."""
    assert refs("甲、走访\n①上门\n②登记\n乙、开会") == ["甲①", "甲②", "乙"]


def test_a_chapter_that_says_something_is_a_clause_beside_its_parts() -> None:
    """Its own sentence counts, and so does a number in its heading."""
    text = "一、走访。民警下沉社区。\n(一)户数\n(二)时间\n二、每月走访80户\n(一)谁\n(二)哪里"
    assert refs(text) == ["一", "一(一)", "一(二)", "二", "二(一)", "二(二)"]


def test_a_reference_that_comes_twice_gets_a_number() -> None:
    """Two `(一)` in one chapter stay two clauses."""
    assert refs("一、甲\n(一)走访\n(一)开会\n(二)检查") == ["一(一)", "一(一)·2", "一(二)"]


def test_quantities_at_the_start_of_a_line_are_no_numbering() -> None:
    """A decimal, a share and a year begin lines, not clauses."""
    assert refs("一、走访\n1.5倍以上\n30%以上\n2018年起\n二、开会") == ["一", "二"]


def test_text_without_numbering_is_one_clause() -> None:
    """`全文`."""
    assert refs("民警每月走访群众不少于80户。") == ["全文"]


def test_nothing_gives_no_clause() -> None:
    """Blank lines only."""
    assert refs("\n \n") == []


def test_headings_name_the_clauses_of_a_text_without_numbers() -> None:
    """Their first paragraph lists the names of those that follow."""
    more = "一段足够长的说明文字" * 4
    text = (
        f"“三字经”\n以走百家、解百难、暖百心为内容,{more}。\n走百家,{more}。\n解百难,{more}。\n"
        f"暖百心,{more}。"
    )
    assert refs(f"标题\n\n{text}") == ["三字经", "走百家", "解百难", "暖百心"]


def test_dated_head_is_a_clause() -> None:
    """Title and day."""
    assert refs("关于走访的通知\n\n一、走访\n二、开会\n\n2024年3月1日")[0] == "题注、落款"


def test_head_with_a_file_number_is_a_clause_and_so_is_a_preamble() -> None:
    """`文头`, then `引言`."""
    long = "为了进一步做好社区警务工作,结合本镇实际情况和群众的期盼与要求,制定本方案。"
    text = f"关于印发走访方案的通知\n某政办〔2024〕5号\n\n{long}\n一、走访\n二、开会"
    assert refs(text)[:2] == ["文头", "引言"]


def test_a_report_begins_with_its_opening() -> None:
    """Prose before the first number, without a day of its own."""
    long = "本镇派出所坚持走访群众,推进社区警务,把工作做到了群众家门口,得到好评。"
    assert refs(f"走进千家\n{long}\n一、走访\n二、开会")[0] == "导语"


def test_each_clause_is_found_by_at_most_eight_characters() -> None:
    """They begin where the clause begins."""
    (first, _) = propose_clauses(["一、走访群众家庭并且登记", "二、开会"])
    assert first.starts == "一、走访群众家庭"


def test_a_beginning_that_stands_earlier_is_passed_over() -> None:
    """The second clause begins with words that the first one holds."""
    lines = ["一、走访要求见下列各项:(一)走访群众家庭与单位", "(一)走访群众家庭与场所", "(二)开会"]
    found = {one.ref: one.starts for one in propose_clauses(lines)}
    text = "\n".join(lines)
    assert text.find(found["一(一)"], 8) > len(lines[0])


def test_too_many_clauses_are_refused() -> None:
    """A list of data is no notice."""
    with pytest.raises(NoticeError) as caught:
        propose_clauses([f"第{number}条 甲" for number in range(1, 2500)])
    assert caught.value.code == "notice.too_many_clauses"


@pytest.mark.needs("notices")
def test_every_clause_of_the_five_notices_is_proposed() -> None:
    """In exactly the form of the table beside them, and no other clause."""
    folder = Path(os.environ["FENGQIAO_NOTICES"])
    with (folder / "clauses.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    wanted: dict[str, list[str]] = {}
    for row in rows:
        wanted.setdefault(row["locality"], []).append(row["clause"])
    proposed = [
        sorted(one.ref for one in propose_clauses(read_notice(path).lines))
        for path in sorted(folder.glob("0*.txt"))
    ]
    assert proposed == [sorted(one) for one in wanted.values()]
