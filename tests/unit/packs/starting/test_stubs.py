from __future__ import annotations

from datetime import date

import pytest

from fengqiao.packs.coverage.clauses import find_clauses
from fengqiao.packs.coverage.notice import Notice
from fengqiao.packs.starting.numbering import propose_clauses
from fengqiao.packs.starting.sentences import find_sentences
from fengqiao.packs.starting.stubs import Stub, write_stubs
from fengqiao.rules import Clause, Origin, core_catalogue


def stubs(text: str) -> list[Stub]:
    """Stubs of a text of one or more numbered clauses."""
    lines = tuple(f"一、总则\n二、{text}".split("\n"))
    skeleton = [
        Clause(source="", ref=one.ref, starts=one.starts, parts=1, origin=Origin(file="", line=1))
        for one in propose_clauses(lines)
    ]
    sections = find_clauses(Notice(file="a", lines=lines, sha256=""), skeleton)
    return list(write_stubs(find_sentences(lines, sections), core_catalogue()))


def test_number_with_a_period_is_a_norm_in_pack_form() -> None:
    """Value, comparison and period are written; the key is offered."""
    (stub,) = stubs("社区民警每月走访群众家庭不少于80户。")
    assert stub.table == "norm"
    assert stub.fields["at_least"] == 80
    assert stub.fields["per"] == "month"


def test_near_keys_come_from_the_words_around() -> None:
    """Households and visiting."""
    (stub,) = stubs("社区民警每月走访群众家庭不少于80户。")
    assert str(stub.fields["key"]).startswith("choose: visits.households")


def test_who_is_named_comes_first() -> None:
    """The sentence says community officers."""
    (stub,) = stubs("社区民警每月走访群众家庭不少于80户。")
    assert str(stub.fields["each"]).startswith("choose: community_officer")


def test_an_occasion_is_one_duty_with_its_length_and_attendance() -> None:
    """Four figures of one meeting make one stub."""
    (stub,) = stubs("召开社区议事会,人员一般为10人左右,每月组织一次,时间不少于2个小时。")
    fields = {name: value for name, value in stub.fields.items() if name not in ("key", "who")}
    assert stub.table == "duty"
    assert (fields["every"], fields["people.about"], fields["lasts.at_least"]) == (
        "month", 10, "2 hours",
    )  # fmt: skip


def test_figures_of_several_periods_stay_apart() -> None:
    """A daily and a weekly number in one sentence."""
    daily, weekly = stubs("每天走访群众20人,每周检查场所5家。")
    assert (daily.fields["per"], weekly.fields["per"]) == ("day", "week")


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("每个警务室配备1至2名民警。", "between", (1, 2)),
        ("社区民警占派出所警力的40%以上。", "at_least", "40%"),
        ("社区民警达到全所民警的三分之一以上。", "at_least", "1/3"),
        ("见面走访率达到100%。", "at_least", "100%"),
        ("常住人口每1000人不低于3名网格员。", "at_least", "3 per 1000"),
        ("每个警务室配备2名辅警。", "bare", 2),
    ],
)
def test_comparisons_are_written_as_a_pack_has_them(text: str, name: str, value: object) -> None:
    """Ranges, shares, rates and figures without a direction."""
    (stub,) = stubs(text)
    assert stub.fields[name] == value


def test_duty_without_a_number_leaves_its_cadence_open() -> None:
    """`应当` and nothing more."""
    (stub,) = stubs("社区民警应当到场。")
    assert (stub.table, stub.fields["every"]) == ("duty", "open")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("对重点人员每月走访一次。", "declined_persons"),
        ("每天录入20条人口信息。", "declined_volume_quota"),
        ("人脸识别系统安装率达到100%。", "declined_biometric"),
        ("今年以来共走访800户。", "reported_result"),
    ],
)
def test_what_packs_do_not_hold_is_a_stub_to_leave_out(text: str, reason: str) -> None:
    """Its reason is offered, its numbers are named."""
    (stub,) = stubs(text)
    assert (stub.table, stub.fields["why"]) == ("not_modelled", f"choose: {reason}")
    assert stub.fields["numbers"]


def test_length_of_a_list_is_a_label() -> None:
    """`五项职责`."""
    (stub,) = stubs("社区民警承担五项职责。")
    assert (stub.table, stub.fields["count"]) == ("label", 5)


def test_number_in_a_saying_is_a_heading() -> None:
    """`最多跑一次`."""
    (stub,) = stubs("推进“最多跑一次”改革。")
    assert stub.fields["why"] == "choose: heading"


def test_a_deadline_is_a_day_of_the_norm() -> None:
    """The end of the month that is named, for the number behind it."""
    (stub,) = stubs("2027年10月底前，每名社区民警至少配备1名辅警。")
    assert (stub.fields["by"], stub.fields["at_least"]) == (date(2027, 10, 31), 1)


def test_a_deadline_without_a_number_is_a_duty() -> None:
    """Something is owed by the last day of the year."""
    (stub,) = stubs("2027年底前完成警务室建设。")
    assert (stub.table, stub.fields["by"]) == ("duty", date(2027, 12, 31))


def test_the_day_since_when_it_holds_is_a_heading() -> None:
    """It belongs to the source, not to an entry."""
    (stub,) = stubs("2024年3月1日起施行。")
    assert stub.fields["why"] == "choose: heading"


@pytest.mark.parametrize("text", ["2024年3月1日印发。", "第三条所称单位。", "进一步统一思想。"])
def test_dates_ordinals_and_words_give_no_stub(text: str) -> None:
    """They are no quantities."""
    assert stubs(text) == []


def test_a_stub_holds_no_more_than_eight_characters_of_the_text() -> None:
    """Enough to find the place by."""
    assert all(len(one.near) <= 8 for one in stubs("社区民警每月走访群众家庭不少于80户。"))


def test_a_stub_names_the_clause_its_number_stands_in() -> None:
    """Two clauses in one notice."""
    found = stubs("走访不少于80户。\n三、检查不少于5家。")
    assert [one.clause for one in found] == ["二", "三"]


def test_a_value_that_no_pack_can_write_is_left_to_a_person() -> None:
    """More than a pack can hold."""
    (stub,) = stubs("配备99999999999名民警。")
    assert (stub.table, stub.fields["why"]) == ("not_modelled", "choose:")
