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
    (stub,) = stubs("社区民警每月走访居民家庭不低于80户。")
    assert stub.table == "norm"
    assert stub.fields["at_least"] == 80
    assert stub.fields["per"] == "month"


def test_near_keys_come_from_the_words_around() -> None:
    """Households and visiting."""
    (stub,) = stubs("社区民警每月走访居民家庭不低于80户。")
    assert str(stub.fields["key"]).startswith("choose: visits.households")


def test_who_is_named_comes_first() -> None:
    """The sentence says community officers."""
    (stub,) = stubs("社区民警每月走访居民家庭不低于80户。")
    assert str(stub.fields["each"]).startswith("choose: community_officer")


def test_an_occasion_is_one_duty_with_its_length_and_attendance() -> None:
    """Four figures of one meeting make one stub."""
    (stub,) = stubs("召开社区议事会,参加的一般10人左右,每月组织一次,每次不少于2个小时。")
    fields = {name: value for name, value in stub.fields.items() if name not in ("key", "who")}
    assert stub.table == "duty"
    assert (fields["every"], fields["people.about"], fields["lasts.at_least"]) == (
        "month", 10, "2 hours",
    )  # fmt: skip


def test_figures_of_several_periods_stay_apart() -> None:
    """A daily and a weekly number in one sentence."""
    daily, weekly = stubs("每天走访20人,每周检查场所5家。")
    assert (daily.fields["per"], weekly.fields["per"]) == ("day", "week")


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("警务室配1至2名民警。", "between", (1, 2)),
        ("社区民警占本所警力40%以上。", "at_least", "40%"),
        ("社区民警达到本所民警的三分之一以上。", "at_least", "1/3"),
        ("入户见面率达到100%。", "at_least", "100%"),
        ("居民每1000人配网格员不低于3名。", "at_least", "3 per 1000"),
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
        ("每天登记20条人口信息。", "declined_volume_quota"),
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
    (stub,) = stubs("做到“最多跑一次”。")
    assert stub.fields["why"] == "choose: heading"


def test_a_deadline_is_a_day_of_the_norm() -> None:
    """The end of the month that is named, for the number behind it."""
    (stub,) = stubs("2027年10月底前，社区民警每人至少配1名辅警。")
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
    assert all(len(one.near) <= 8 for one in stubs("社区民警每月走访居民家庭不低于80户。"))


def test_a_stub_names_the_clause_its_number_stands_in() -> None:
    """Two clauses in one notice."""
    found = stubs("走访不少于80户。\n三、检查不少于5家。")
    assert [one.clause for one in found] == ["二", "三"]


def test_a_value_that_no_pack_can_write_is_left_to_a_person() -> None:
    """More than a pack can hold."""
    (stub,) = stubs("配备99999999999名民警。")
    assert (stub.table, stub.fields["why"]) == ("not_modelled", "choose:")


def test_classes_by_a_value_are_one_band() -> None:
    """Both edges that two classes share stand in it; the tie is to be looked at."""
    (stub,) = stubs("日均接警20起以上的为甲类,10至20起的为乙类,10起以下的为丙类。")
    assert (stub.table, stub.fields["tie"]) == ("band", "upper")
    assert stub.fields["level"] == (
        {"name": "level_1", "zh": "甲类", "at_least": 20},
        {"name": "level_2", "zh": "乙类", "between": (10, 20)},
        {"name": "level_3", "zh": "丙类", "at_most": 10},
    )


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("常住人口3000人以下的社区,配辅警1名。", {"where.resident_count.at_most": 3000}),
        ("3000人以上、不满8000人的,配辅警2名。", {"where.resident_count.between": (3000, 7999)}),
        ("300户以上的网格,配网格员2名。", {"where.households.at_least": 300}),
    ],
)
def test_the_size_of_a_place_says_of_whom_the_rest_is_asked(
    text: str, where: dict[str, object]
) -> None:
    """It is no limit of its own."""
    (stub,) = stubs(text)
    filters = {name: value for name, value in stub.fields.items() if name.startswith("where")}
    assert filters == where


@pytest.mark.parametrize(
    ("text", "pers"),
    [
        ("每周驻所半天,全年值班不少于40小时。", ["week", None]),
        ("每月检查5家,整改率不低于95%。", ["month", None]),
        ("配调解员2名,每周值班不少于5小时。", [None, "week"]),
        ("每月巡查20户、检查5家。", ["month", "month"]),
    ],
)
def test_a_period_holds_for_what_follows_it(text: str, pers: list[str | None]) -> None:
    """Not for what stands before it, behind another span of time, or a share further on."""
    found = sorted((one for one in stubs(text) if one.table == "norm"), key=lambda one: one.column)
    assert [one.fields.get("per") for one in found] == pers


def test_every_half_month_is_twice_a_month() -> None:
    """A pack has no period of half a month."""
    (stub,) = stubs("每半月开展一次宣传。")
    assert (stub.fields["every"], stub.fields["times"]) == ("month", 2)


def test_a_list_of_values_shares_its_comparison() -> None:
    """The third is a floor as the first is."""
    found = stubs("占比依次不低于30%、35%、40%。")
    assert [one.fields["at_least"] for one in found] == ["30%", "35%", "40%"]


def test_no_more_than_so_many_in_all_is_a_limit() -> None:
    """累计 alone speaks of results; with 不超过 it asks for something."""
    (limit,) = stubs("累计不超过15件。")
    (result,) = stubs("累计办理15件。")
    assert (limit.table, result.table) == ("norm", "not_modelled")


GOALS = "全年无邪教人员聚集,矛盾化解率达到98%,群众满意度达到95%。"


def test_one_word_in_a_list_of_goals_leaves_out_no_other_goal() -> None:
    """What is said of one goal between two commas says nothing of the shares in the others."""
    assert {one.table for one in stubs(GOALS)} == {"norm"}


def test_of_a_list_of_goals_only_the_goal_that_packs_do_not_hold_is_left_out() -> None:
    """Its number stands alone in the stub."""
    found = stubs("信访化解率达到90%,纠纷化解率达到98%。")
    assert [(one.table, one.fields.get("numbers")) for one in found] == [
        ("not_modelled", ("90%",)),
        ("norm", None),
    ]


def test_persons_named_before_several_numbers_are_left_out_with_all_of_them() -> None:
    """A duty on persons names them once."""
    found = stubs("对重点人员,每月走访一次,每季度见面两次。")
    assert {one.table for one in found} == {"not_modelled"}


@pytest.mark.parametrize("text", ["一方面要总结经验。", "要进一步总结经验。"])
def test_a_turn_of_speech_is_no_duty(text: str) -> None:
    """It leads over to what follows and asks for nothing by itself."""
    assert stubs(text) == []


def test_points_are_parts_of_one_sheet() -> None:
    """What they add up to is told; what is left is open, what takes all away has no points."""
    (sheet,) = stubs(
        "派出所考核总分100分。矛盾化解30分,治安防控25分;工作有创新的,酌情加分,最高不超过5分;"
        "民警违纪的,一票否决。"
    )
    assert (sheet.table, sheet.fields["key"]) == ("sheet", "choose: points.station")
    assert sheet.fields["out_of"] == 100
    assert sheet.fields["part"] == (
        {"name": "part_1", "zh": "矛盾化解", "weight": 30},
        {"name": "part_2", "zh": "治安防控", "weight": 25},
        {"name": "part_3", "zh": "加分", "bonus": True, "weight": 5},
        {"name": "part_4", "zh": "一票否决", "veto": "not_rated", "at_most": 0},
        {"name": "part_5", "zh": "其余", "weight": "open"},
    )


def test_points_of_several_clauses_make_one_sheet() -> None:
    """It cites them all."""
    (sheet,) = stubs("考核总分100分。\n(一)群众工作60分。\n(二)队伍管理40分。")
    assert (sheet.clause, sheet.more) == ("二", ("二(一)", "二(二)"))


def test_points_taken_off_are_a_part_of_their_own() -> None:
    """They add nothing to what the sheet is out of."""
    (sheet,) = stubs("满分100分。走访60分,检查40分。瞒报的扣10分。")
    parts = sheet.fields["part"]
    assert isinstance(parts, tuple)
    assert parts[-1] == {"name": "part_3", "zh": "扣分", "deduct": True, "weight": 10}


@pytest.mark.parametrize(
    ("text", "key", "winners"),
    [
        ("每年评选总分前五名,授予“五佳派出所”称号。", "award.station", 5),
        ("每年评选十佳警务室。", "award.police_room", 10),
    ],
)
def test_how_many_are_chosen_is_an_award(text: str, key: str, winners: int) -> None:
    """The subject is read from the title, once a year from the sentence."""
    (award,) = stubs(text)
    assert (award.table, award.fields["key"]) == ("sheet", f"choose: {key}")
    assert (award.fields["winners"], award.fields["per"]) == (winners, "year")


STEPS = (
    {"by": date(2024, 12, 31), "at_least": "30%"},
    {"by": date(2025, 12, 31), "at_least": "35%"},
)


@pytest.mark.parametrize(
    "text",
    [
        "2024年底前,社区民警占比不少于30%;2025年底前不少于35%。",
        "社区民警占比2024年不少于30%,2025年不少于35%。",
    ],
)
def test_numbers_with_a_day_each_are_phases(text: str) -> None:
    """One norm, and a later number by a later day."""
    (norm,) = stubs(text)
    assert norm.fields["phase"] == STEPS


def test_numbers_in_turn_have_the_days_before_them() -> None:
    """`依次` speaks of the years that the clause has named."""
    *_, norm = stubs("2024年底前建成20个警务室,2025年底前建成30个。警力占比依次不低于30%、35%。")
    assert norm.fields["phase"] == STEPS


def test_within_years_is_a_day_and_no_limit() -> None:
    """Of the number behind it, or of something that is still to be said."""
    (share,) = stubs("三年内群众知晓率达到85%。")
    (alone,) = stubs("力争三年内实现全覆盖。")
    assert (share.fields["by"], share.fields["at_least"]) == ("3 years", "85%")
    assert (alone.fields["by"], alone.fields["at_least"]) == ("3 years", "open")


def test_how_long_it_holds_is_no_norm() -> None:
    """`有效期`."""
    assert [one.table for one in stubs("本办法有效期三年。")] == ["not_modelled"]


def test_a_day_of_the_month_is_within_the_month() -> None:
    """As the format has it."""
    (duty,) = stubs("台账应于每月廿五日前报送。")
    assert (duty.fields["every"], duty.fields["within"]) == ("month", "day_25")


def test_visits_to_who_is_looked_after_are_left_out_alone() -> None:
    """The visits to households beside them stay."""
    norm, left = stubs("每月走访群众不少于60户,对独居老人每季度走访一遍。")
    assert (left.fields["why"], left.fields["numbers"]) == (
        "choose: declined_persons",
        ("每季度", "一遍"),
    )
    assert (norm.fields["per"], norm.fields["at_least"]) == ("month", 60)


def test_inspections_are_counted() -> None:
    """A norm for each period; the one in brackets is a period as well."""
    found = stubs("旅馆每月检查不少于一次;学校每学期(半年)检查不少于1次。")
    assert [(one.table, one.fields["per"], one.fields["at_least"]) for one in found] == [
        ("norm", "month", 1),
        ("norm", "half_year", 1),
    ]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("一般纠纷应在7日内调处完毕。", "mediation.time_to_settle"),
        ("首次调解后5个工作日内组织第二次调解。", "mediation.time_to_second_session"),
        ("群众诉求应在24小时内首次答复。", "request.time_to_respond"),
        ("群众诉求应在3个工作日内办结。", "request.time_to_answer"),
        ("收到的诉求1天内转办。", "request.time_to_forward"),
    ],
)
def test_a_limit_of_time_gets_its_key(text: str, key: str) -> None:
    """By the words beside it."""
    norm = next(one for one in stubs(text) if one.table == "norm")
    assert str(norm.fields["key"]).startswith(f"choose: {key}")


def test_a_limit_of_time_of_one_act_is_a_norm() -> None:
    """Once is how it is kept: the number is said elsewhere."""
    norm, once = stubs("调解成功的,十五日内回访一次。")
    assert (norm.table, norm.fields["at_most"]) == ("norm", "15 days")
    assert once.fields["why"] == "choose: duplicate"


def test_hours_of_a_post_are_no_meeting() -> None:
    """Neither are hours of lessons people."""
    (post,) = stubs("值守时间每日不少于16小时。")
    (lessons,) = stubs("全年集中培训不少于40学时。")
    assert (post.table, post.fields["at_least"]) == ("norm", "16 hours")
    assert (lessons.table, lessons.fields["key"]) == ("norm", "choose:")


def test_two_half_days_are_two_occasions() -> None:
    """Not two of something, and half a day."""
    (duty,) = stubs("社区民警每周接待群众不少于两个半天。")
    assert (duty.table, duty.fields["times"], duty.fields["lasts.bare"]) == ("duty", 2, "1/2 day")


def test_what_stands_behind_a_list_belongs_to_its_paragraph() -> None:
    """`①…;②…。` and a sentence more: the items are no clauses."""
    found = stubs("会议。\n(一)议事会必议:①治安形势;②意见征求。警务室至少议两项。")
    assert [one.clause for one in found] == ["二(一)"]


def test_two_grades_of_points_are_a_band() -> None:
    """Though the lower one says only what follows from it."""
    (stub,) = stubs("90分以上为优秀，不满70分的由县局约谈所长。")
    assert (stub.table, stub.fields["key"]) == ("band", "choose: station.grade")


def test_limit_that_the_next_sentence_ends_is_left_out() -> None:
    """It is told of an older rule."""
    old, new = stubs(
        "原规范规定，简易纠纷7日内调结。该时限自本通知施行之日起停止执行，简易纠纷3日内调结。"
    )
    assert (old.table, new.table) == ("not_modelled", "norm")


def test_days_within_the_name_of_a_share_are_no_limit() -> None:
    """The share is the norm."""
    days, share = stubs("办结后7日内回访率不低于90%。")
    assert (days.table, share.fields["at_least"]) == ("not_modelled", "90%")


def test_day_behind_an_event_is_a_limit() -> None:
    """`第30日回访` is no ordinal of a date."""
    (stub,) = stubs("达成协议的，第30日上门回访。")
    assert stub.fields["at_most"] == "30 days"


def test_day_of_the_last_month_of_a_quarter_is_a_duty() -> None:
    """And not a number of days."""
    (stub,) = stubs("每季度末月28日前报送自评材料。")
    assert (stub.fields["every"], stub.fields["within"]) == ("quarter", "day_28")


def test_winners_of_each_list_are_a_sheet() -> None:
    """`10名、6名` are no staff."""
    found = stubs("每年评选“好片警”10名、“金牌调解员”6名。")
    assert [(one.table, one.fields["winners"]) for one in found] == [("sheet", 10), ("sheet", 6)]


def test_number_in_a_slogan_of_a_heading_is_no_norm() -> None:
    """The clause below says what is asked for."""
    first, *_ = stubs("“月访三十户”活动\n（一）每月走访不少于25户。\n（二）每月走访不少于26户。")
    assert first.table == "not_modelled"


def test_size_that_begins_a_class_is_a_filter() -> None:
    """`二万人以上不满五万人的为乙类所` says of whom."""
    (stub,) = stubs("二万人以上不满五万人的为乙类所，民警不少于10名。")
    assert stub.fields["where.resident_count.between"] == (20000, 49999)
