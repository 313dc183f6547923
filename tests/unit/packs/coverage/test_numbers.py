"""Numbers and quantities in sentences made up for these tests."""

from __future__ import annotations

import pytest

from fengqiao.packs.coverage.numbers import Found, find_numbers


def found_in(text: str) -> list[Found]:
    """The quantities of a sentence: what a rule says is none is left out."""
    return [one for one in find_numbers([text]) if one.rule is None]


def values_in(text: str) -> list[str]:
    """Their values."""
    return [one.value for one in found_in(text)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("巡查80户", "80", "户"),
        ("巡查８０户", "80", "户"),
        ("巡查80 户", "80", "户"),
        ("巡查1,200户", "1200", "户"),
        ("巡查一百二十户", "120", "户"),
        ("配备两名队员", "2", "名"),
        ("录入40余条", "40", "条"),
        ("投入3000余万元", "30000000", "元"),
        ("投入1.5万元", "15000", "元"),
        ("走访十多户", "10", "户"),
        ("得十分", "10", "分"),
        ("讲十分钟", "10 minutes", "分钟"),
        ("开会2个小时", "2 hours", "小时"),
        ("开会两小时", "2 hours", "小时"),
        ("开会半小时", "1/2 hour", "小时"),
        ("开会一个半小时", "3/2 hours", "小时"),
        ("开会半天", "1/2 day", "天"),
        ("值守两天半", "5/2 days", "天"),
        ("在7个工作日内答复", "7 working_days", "工作日"),
        ("在三日内答复", "3 days", "日"),
        ("在两周内答复", "2 weeks", "周"),
        ("在3个月内办结", "3 months", "月"),
        ("在两个季度内办结", "6 months", "季度"),
        ("为期三年", "3 years", "年"),
        ("达到40%", "40%", None),
        ("达到４０％", "40%", None),
        ("下降35.1%", "35.1%", None),
        ("不超过5‰", "5 per 1000", None),
        ("占百分之四十", "40%", None),
        ("占百分之三点五", "3.5%", None),
        ("达到百分之百", "100%", None),
        ("占千分之五", "5 per 1000", None),
        ("占三分之一", "1/3", None),
        ("占1/3", "1/3", None),
        ("达八成以上", "80%", None),
        ("达八成半。", "85%", None),
        ("达八成二,", "82%", None),
        ("达八成二\uff0c建成", "82%", None),
        ("值到廿二时不停", "22:00", None),
        ("满廿五日", "25 days", "日"),
        ("逐月通报", "every month", "月"),
        ("按季度通报", "every quarter", "季度"),
        ("每半月通报", "every half_month", "半月"),
        ("隔周通报", "every 2 weeks", "周"),
        ("双月通报", "every 2 months", "月"),
        ("另配若干名", "open", None),
        ("培育一批能手", "open", None),
        ("分两批推进", "2", "批"),
        ("过半到场", "1/2", None),
        ("每日公布", "every day", "日"),
        ("每天公布", "every day", "天"),
        ("每周公布", "every week", "周"),
        ("每个月公布", "every month", "月"),
        ("每季度公布", "every quarter", "季度"),
        ("每半年公布", "every half_year", "半年"),
        ("每年度公布", "every year", "年度"),
        ("每两周公布", "every 2 weeks", "周"),
        ("每3个月公布", "every 3 months", "月"),
        ("每工作日公布", "every working_day", "工作日"),
        ("8:30开门", "8:30", None),
        ("17时30分关门", "17:30", None),
        ("扣0.5分", "1/2", "分"),
        ("涨一点五倍", "3/2", "倍"),
        ("24h值守", "24 hours", "h"),
        ("每隔3天公布", "every 3 days", "天"),
        ("年满十八周岁", "18", "周岁"),
        ("在2019年6月底前建成", "2019-06", None),
        ("在2019年6月30日前建成", "2019-06-30", None),
        ("二〇一九年底建成", "2019", None),
        ("自2019年7月1日起施行", "2019-07-01", None),
    ],
)
def test_a_quantity_is_found(text: str, value: str, unit: str | None) -> None:
    """Each form gives one value, as a pack writes it, with its measure word."""
    (found,) = found_in(text)
    assert (found.value, found.unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("每周安排两个半天", ["every week", "2", "1/2 day"]),
        ("每半年组织一次", ["every half_year", "1"]),
        ("按照每1000人3名的标准", ["1000", "3"]),
        ("每千人配备2名", ["1000", "2"]),
        ("一月一通报", ["every month", "1"]),
        ("每月15日公布", ["every month", "15"]),
        ("按1(队长)+3(队员)配备", ["1", "3"]),
        ("编为一村一辅警", ["1"]),
        ("第一组5人,第二组6人", ["5", "6"]),
        ("一要巡查10户;二要巡查20户", ["10", "20"]),
    ],
)
def test_several_quantities_stand_in_their_order(text: str, values: list[str]) -> None:
    """A sentence gives all of its quantities."""
    assert values_in(text) == values


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("不少于80户", "at_least"),
        ("不得低于80户", "at_least"),
        ("至少80户", "at_least"),
        ("每月至少巡查村居80户", "at_least"),
        ("80户以上", "at_least"),
        ("80户(含)以上", "at_least"),
        ("不少于(含)80户", "at_least"),
        ("80户及以上", "at_least"),
        ("不超过80户", "at_most"),
        ("最多跑80户", "at_most"),
        ("80户以下", "at_most"),
        ("80户以内", "at_most"),
        ("80户之内", "at_most"),
        ("超过80户", "more_than"),
        ("80余户", "more_than"),
        ("80多户", "more_than"),
        ("不满80户", "less_than"),
        ("不足80户", "less_than"),
        ("80户左右", "about"),
        ("大约80户", "about"),
        ("巡查80户", None),
        ("至少一次会议,80户", None),
    ],
)
def test_what_stands_beside_a_number_is_its_bound(text: str, bound: str | None) -> None:
    """Words before the number and behind its unit; 至少 and 最多 may have a verb between."""
    assert [one.bound for one in found_in(text) if one.value == "80"] == [bound]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("配备1至2名", [("1", "名"), ("2", "名")]),
        ("编为300-500户", [("300", "户"), ("500", "户")]),
        ("在3—5 年内", [("3 years", "年"), ("5 years", "年")]),
        ("约30-40%", [("30%", None), ("40%", None)]),
        ("找三五名队员", [("3", "名"), ("5", "名")]),
        ("10家到20家", [("10", "家"), ("20", "家")]),
    ],
)
def test_a_range_gives_both_ends_with_one_unit(
    text: str, ends: list[tuple[str, str | None]]
) -> None:
    """The lower end takes the unit of the upper one; they are a floor and a ceiling."""
    found = found_in(text)
    assert [(one.value, one.unit) for one in found] == ends
    assert [one.bound for one in found] == ["at_least", "at_most"]


@pytest.mark.parametrize("text", ["几十户", "数百人", "百姓", "千方百计", "十几", "上半年"])
def test_an_unknown_number_gives_no_wrong_one(text: str) -> None:
    """`几十` is not 10; `十几` alone is found as more than 10, never as exactly 10."""
    assert all(one.bound == "more_than" for one in find_numbers([text]))


def test_line_and_column_count_from_1() -> None:
    """They lead an editor to the number, whatever its width."""
    (found,) = find_numbers(["没有数字", "　巡查８０户"])
    assert (found.line, found.column, found.text) == (2, 4, "80户")


def test_a_numeral_that_cannot_be_read_is_not_dropped() -> None:
    """It stands as it is written, so that it shows as missing."""
    (found,) = find_numbers(["巡查五十三十户"])
    assert (found.value, found.rule) == ("五十三十", None)


PIECES = (
    "一 “一 1 1, 1- 每 百分之 一、 第一 至少 (一) 十多 ( 1( 一类 2018年".split()  # noqa: SIM905  a table
)


@pytest.mark.parametrize("piece", PIECES)
def test_a_long_line_is_read_to_its_end(piece: str) -> None:
    """A pattern that went back over what it read would not come to an end here."""
    lines = [(piece * 20_000)[:20_000][:19_990] + "。巡查80户"]
    assert sum(one.value == "80" for one in find_numbers(lines)) == 1
