"""A notice compared with a pack: an invented notice of two clauses."""

from __future__ import annotations

import pytest

from fengqiao.errors import NoticeError
from fengqiao.packs.coverage import comparing as room
from fengqiao.packs.coverage.comparing import cover
from fengqiao.packs.coverage.notice import parse_notice
from fengqiao.packs.coverage.verdicts import WHYS
from fengqiao.rules import core_catalogue

from .conftest import HEAD, NORM, TEXT, Coverer, Reader, verdicts_of

DUTY = """[[duty]]
key = "meeting.community"
who = "community_officer"
each = "community"
every = "quarter"
times = 2
clause = "二"
"""
LEFT_OUT = """[[not_modelled]]
clause = "二"
why = "{why}"
what.zh = "不予承载"
what.en = "left out"
numbers = [{numbers}]
"""
SECOND = "一、入户。\n二、例会。{}\n"


def second(covered: Coverer, text: str, entries: str) -> list[tuple[str, str, str | None]]:
    """Text, verdict and what gave it, for the numbers of the second clause but its own."""
    found = verdicts_of(covered(SECOND.format(text), entries))
    return [rest for ref, *rest in found if ref == "二"][1:]  # type: ignore[misc]  three are left


def test_what_an_entry_of_the_clause_has_is_carried(covered: Coverer) -> None:
    """The number and how often; what no entry has is missing."""
    assert verdicts_of(covered()) == [
        ("一", "一", "heading", "heading.numbering"),
        ("一", "每月", "carried", "visits.households"),
        ("一", "80户", "carried", "visits.households"),
        ("二", "二", "heading", "heading.numbering"),
        ("二", "每季度", "missing", None),
        ("二", "2次", "missing", None),
    ]


def test_a_value_carries_one_number(covered: Coverer) -> None:
    """Of two equal numbers one is missing, until a second entry has it."""
    norm = NORM.replace('"一"', '"二"')
    other = norm.replace("visits.households", "inspection.premises")
    found = [second(covered, "入户80户,查80家。", text) for text in (norm, norm + other)]
    assert [[why for _, why, _ in one] for one in found] == [
        ["carried", "missing"],
        ["carried", "carried"],
    ]


def test_an_entry_that_cites_two_parts_carries_its_value_twice(read: Reader) -> None:
    """It says itself that the clause asks for it in two places."""
    norm = NORM.replace('"一"', '["二#1", "二#2"]')
    pack = read(norm, head=HEAD.replace('ref = "二"', 'ref = "二"\nparts = 2'))
    notice = parse_notice(SECOND.format("入户80户,仍须入户80户。").encode(), file="notice.txt")
    whys = [one.why for _, one in cover(notice, pack, core_catalogue()).clauses[1].numbers]
    assert whys == ["heading", "carried", "carried"]


def test_an_entry_of_another_clause_carries_nothing(covered: Coverer) -> None:
    """80 stands in the first clause only."""
    assert second(covered, "入户80户。", NORM) == [["80户", "missing", None]]


SHARE = """[[norm]]
key = "staffing.community_officer_share"
each = "station"
basis = "strength"
at_least = "{value}"
clause = "二"
"""
AUXILIARIES = """[[norm]]
key = "staffing.auxiliaries"
each = "police_room"
between = [1, 3]
by = 2018-12-31
clause = "二"
"""
LABEL = """[[label]]
key = "links"
count = 3
clause = "二"
zh = "三联"
en = "links"
"""
UNITS = """[[norm]]
key = "organisation.station_units"
each = "station"
all_of = ["case_team", "community_team", "command_room"]
clause = "二"
"""
ONE_UNIT = UNITS.replace(', "community_team", "command_room"', "")


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("每季度开会2次。", DUTY),
        ("开会120分钟。", DUTY + 'lasts.at_least = "2 hours"\n'),
        ("请10人左右。", DUTY + "people.about = 10\n"),
        ("分设三个部门。", UNITS),
        ("按三分之一配备。", SHARE.format(value="1/3")),
        ("每1000人不少于3名网格员。", SHARE.format(value="3 per 1000")),
        ("按1至3名配备,2018年底前到位。", AUXILIARIES),
        ("推行“三联”。", LABEL),
        ("开展“五议一创”。", LABEL.replace("count = 3", "count = 6")),
        ("设两队一室。", UNITS),
        ("设一个组、一个队、一个室。", UNITS),
        ("每半月一次。", DUTY.replace("quarter", "month")),
        ("每季度列出一笔。", DUTY.replace("times = 2", "times = 1")),
        ("请若干人。", DUTY + 'people.at_least = "open"\n'),
    ],
)
def test_each_form_of_value_carries_its_number(covered: Coverer, text: str, entries: str) -> None:
    """A period, a time in another unit, a list of that length, a rate, a range, a day."""
    found = second(covered, text, entries)
    assert found
    assert {why for _, why, _ in found} == {"carried"}


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("每月开会2次。", DUTY),
        ("每半月开会。", DUTY),
        ("请若干人。", DUTY),
        ("开会3小时。", DUTY + 'lasts.at_least = "2 hours"\n'),
        ("分设4个部门。", UNITS),
        ("分设一类部门。", ONE_UNIT),
        ("分设一个部门、一个部门。", ONE_UNIT),
        ("开展一警一室。", LABEL.replace("count = 3", "count = 2")),
        ("设一队一组两室。", UNITS),
        ("占40%。", NORM.replace('"一"', '"二"').replace("80", "40")),
    ],
)
def test_another_value_carries_nothing(covered: Coverer, text: str, entries: str) -> None:
    """Another period, length, list, a list of one word, three in a row, a share, not a count."""
    assert "missing" in {why for _, why, _ in second(covered, text, entries)}


@pytest.mark.parametrize(
    ("why", "verdict"),
    [
        ("declined_persons", "declined"),
        ("declined_volume_quota", "declined"),
        ("other_document", "declined"),
        ("reported_result", "reported_result"),
        ("heading", "heading"),
    ],
)
def test_what_is_left_out_gives_its_reason(covered: Coverer, why: str, verdict: str) -> None:
    """The number stands in `numbers` of the omission."""
    entries = LEFT_OUT.format(why=why, numbers='"20条"')
    assert second(covered, "录入20条。", entries) == [["20条", verdict, "not_modelled:二"]]


@pytest.mark.parametrize(
    ("numbers", "missing"),
    [('"20条"', 1), ('"20条", "20条"', 0), ('"20件"', 2), ('"20"', 2), ('"约若干"', 2)],
)
def test_an_omission_covers_a_number_as_often_as_it_names_it(
    covered: Coverer, numbers: str, missing: int
) -> None:
    """With its unit: `20件` is not `20条`."""
    entries = LEFT_OUT.format(why="no_act", numbers=numbers)
    found = second(covered, "录入20条,核查20条。", entries)
    assert [why for _, why, _ in found].count("missing") == missing


@pytest.mark.parametrize("text", ["廿五日", "25日", "25", "每月廿五日"])
def test_an_omission_names_a_day_of_the_month_in_any_form(covered: Coverer, text: str) -> None:
    """As the notice has it, in digits, or with its month."""
    entries = LEFT_OUT.format(why="no_act", numbers=f'"{text}"')
    found = second(covered, "每月廿五日前上报。", entries)
    assert {one: why for one, why, _ in found}["廿五日"] == "declined"


def test_an_omission_may_name_a_whole_range(covered: Coverer) -> None:
    """`50至500元` is two numbers."""
    entries = LEFT_OUT.format(why="declined_informants", numbers='"50至500元"')
    found = second(covered, "奖励50至500元,另奖500元。", entries)
    assert [why for _, why, _ in found] == ["declined", "declined", "missing"]


def test_an_omission_names_the_number_of_its_own_text_first(covered: Coverer) -> None:
    """`5+1` is the second one, though `五议一创` before it has the same values."""
    entries = LEFT_OUT.format(why="other_document", numbers='"5+1"')
    found = second(covered, "开展“五议一创”“5+1警民面对面”。", entries)
    assert [(text, why) for text, why, _ in found] == [
        ("五", "heading"),
        ("一", "heading"),
        ("5", "declined"),
        ("1", "declined"),
    ]


def test_a_word_is_never_carried(covered: Coverer) -> None:
    """`统一` holds no 1, whatever the pack has."""
    found = second(covered, "统一开会。", DUTY.replace("times = 2", "times = 1"))
    assert found == [["一", "lexical", "lexical.word"]]


def test_a_date_is_carried_before_it_is_a_date(covered: Coverer) -> None:
    """A day that the pack has is shown with its entry; any other is a date."""
    entries = DUTY + "until = 2019-06-30\n"
    found = second(covered, "2019年6月30日印发,2019年7月印发。", entries)
    assert [why for _, why, _ in found] == ["carried", "lexical"]


@pytest.mark.parametrize(
    ("entries", "why"),
    [
        (NORM, "missing"),
        (DUTY, "carried"),
        (LEFT_OUT.format(why="no_act", numbers='"3处"'), "declined"),
    ],
)
def test_a_duty_without_a_number_needs_an_entry_of_its_clause(
    covered: Coverer, entries: str, why: str
) -> None:
    """Or a reason why it is left out."""
    clause = covered(SECOND.format("应公开台账。"), entries).clauses[1]
    assert [verdict.why for _, verdict in clause.obligations] == [why]


def test_what_stands_in_no_clause_is_counted(covered: Coverer) -> None:
    """Three copies in the title, twelve at the foot."""
    assert covered().outside == 2


def test_the_summary_counts_every_verdict(covered: Coverer) -> None:
    """All verdicts are named, those without a number too, and add up."""
    summary = covered().to_json()["summary"]
    assert isinstance(summary, dict)
    assert set(WHYS) < set(summary)
    assert sum(summary[why] for why in WHYS) == summary["numbers"] == 6


def test_the_source_of_the_same_text_is_taken(covered: Coverer) -> None:
    """Without a digest in the pack nothing is said of the text."""
    assert (covered().source, covered().same_text) == ("order", None)


@pytest.mark.parametrize(
    ("source", "code"), [("law", "notice.no_clauses"), ("gone", "notice.unknown_source")]
)
def test_a_source_without_clauses_is_refused(covered: Coverer, source: str, code: str) -> None:
    """And one that the pack does not have."""
    law = '[[source]]\nid = "law"\nzh = "法"\nissued = 2018-01-01\n'
    with pytest.raises(NoticeError) as caught:
        covered(TEXT, law + NORM, source=source)
    assert caught.value.code == code


def test_too_many_numbers_are_refused(covered: Coverer, monkeypatch: pytest.MonkeyPatch) -> None:
    """A table of data is no notice."""
    monkeypatch.setattr(room, "MOST_NUMBERS", 5)
    with pytest.raises(NoticeError) as caught:
        covered()
    assert caught.value.code == "notice.too_many_numbers"


TWO_NAMES = """[[label]]
key = "kinds_of_rooms"
items = [ { name = "first" }, { name = "second" } ]
clause = "二"
"""


@pytest.mark.parametrize(
    ("text", "why"),
    [("分为2类。", "carried"), ("配备2名民警。", "missing"), ("用时2小时。", "missing")],
)
def test_a_list_carries_how_many_it_names_and_no_amount(
    covered: Coverer, text: str, why: str
) -> None:
    """Two names are two kinds; they are neither two people nor two hours."""
    assert second(covered, text, NORM + TWO_NAMES)[-1][1] == why


def test_a_label_carries_no_duty(covered: Coverer) -> None:
    """It lists names; that something must be done is said by an entry that asks."""
    (_, clause) = covered(SECOND.format("应公开结果。"), NORM + TWO_NAMES).clauses
    assert [verdict.why for _, verdict in clause.obligations] == ["missing"]
