"""When a numeral is no quantity; sentences made up for these tests."""

from __future__ import annotations

import re

import pytest

from fengqiao.packs.coverage.lexical import RULES, STRICT
from fengqiao.packs.coverage.measure_words import COUNTS, TIMES, WEAK
from fengqiao.packs.coverage.numbers import find_numbers
from fengqiao.packs.coverage.numerals import CHINESE, read_numeral
from fengqiao.packs.coverage.words_with_numerals import WORDS

EXAMPLES = {
    "heading.numbering": [
        "三、村务公开",
        "(二)入户",
        "(二)入户",
        "12.巡查",
        "总则。(三)附则",
    ],
    "heading.slogan": ["开展“四联四清”行动", "落实“1+3”机制", "争创“百村”"],
    "heading.list_name": ["公布每周工作清单", "填写每月计划"],
    "lexical.word": ["统一着装", "进一步规范", "一律登记", "十分重要", "一次性告知", "零距离服务"],
    "lexical.ordinal": ["第一责任人", "第3条", "会议议程:一是点名", "其二,登记"],
    "lexical.date": [
        "2019年6月30日印发",
        "今年3月走访",
        "20世纪末",
        "例会定于周五下午",
        "周六延时开放",
    ],
    "lexical.document": ["按照〔2019〕12号文件", "按照12号文办理"],
    "lexical.code": ["拨打110报警", "编号AB1234", "拨打12345678咨询", "(区划代码3709)"],
    "lexical.each": ["打造“一村一品”", "落实“一社区一室”"],
    "lexical.rank": ["分为一类村和二类村", "划分一、二、三级响应"],
}


@pytest.mark.parametrize(
    ("rule", "text"), [(rule, text) for rule, texts in EXAMPLES.items() for text in texts]
)
def test_a_rule_names_what_a_numeral_is(rule: str, text: str) -> None:
    """Every numeral of the example falls under the rule, apart from those of another one."""
    rules = {one.rule for one in find_numbers([text])}
    assert rule in rules
    assert None not in rules


def test_every_rule_has_an_example() -> None:
    """A new rule comes with a test."""
    assert set(EXAMPLES) == RULES
    assert STRICT < RULES


@pytest.mark.parametrize(
    "text",
    [
        "“每月走访80户”",
        "“最多跑一次”",
        "(80户)为一格",
        "扣十分",
        "十分钟",
        "开会一次",
        "成功调解了一起纠纷",
        "此后一年内",
        "“不少于80”",
        "不少于120",
        "每一年",
        "三类人员",
        "每周六次",
        "一类村",
    ],
)
def test_no_rule_swallows_a_quantity(text: str) -> None:
    """Neither quotation marks nor a word make a number with a unit disappear."""
    assert any(one.rule is None for one in find_numbers([text]))


def test_no_word_of_the_list_is_a_number_with_its_measure_word() -> None:
    """`一次` may never come to stand in the list without what it must stand beside."""
    units = "|".join(sorted((COUNTS | set(TIMES)) - WEAK, key=len, reverse=True))
    quantity = re.compile(rf"([{CHINESE}]+)(?:{units})?")
    found = [match for word in WORDS if (match := quantity.fullmatch(word))]
    assert [match.group() for match in found if read_numeral(match.group(1))] == []


def test_words_do_not_repeat() -> None:
    """The expression of all words stays linear: no word has a repetition in it."""
    assert [word for word in WORDS if set("*+{") & set(word)] == []


def test_a_numbering_may_stand_before_digits() -> None:
    """The numeral of a heading is no quantity, whatever number its text begins with."""
    first, second = find_numbers(["二、12个网格"])
    assert (first.rule, second.rule) == ("heading.numbering", None)
