"""What an indicator says that it counts: whole texts in both languages, as a reader meets them."""

from __future__ import annotations

import pytest

from fengqiao.measures import core_indicators
from fengqiao.measures.indicators_reported import reported
from fengqiao.measures.indicators_times import reported_time
from fengqiao.rules import Key, Words

CASES_ZH = "只看步骤和期限,不记当事人和纠纷内容"
CASES_EN = "steps and times alone, nothing on the parties or what it is about"
RUNNING_ZH = "尚未开始的不算;期间按程序写明的计算规则,与期限相同"
RUNNING_EN = (
    "what has not begun; time counts by the rule that the procedure names, as its deadline does"
)
REPORTED_ZH = "以使用方报送的汇总数为准,不含任何个人信息"
REPORTED_EN = "as the host reports it: totals only, nothing on persons"
SHARED_ZH = "对社区民警,计与其同警务室、警务区或社区的人;一人多岗计一人"
SHARED_EN = (
    "for an officer those count who share the room, beat or community; a person with several posts"
    " counts once"
)
WINDOW_EN = (
    "waiting at the window: the longest in the period, reported in the unit of the limit, in"
    " minutes for hours"
)
FALL_ZH = "报送本期数(done)和基期数(total);只报辖区总数,不计入任何个人的考核"
FALL_EN = (
    "the host reports the period (done) and the base (total); totals of an area; no person is"
    " scored by them"
)

TEXTS = [  # key, numerator, denominator, exclusions
    (
        "facility.law_parks",
        ("登记的平安法治文化园", "parks on law and safety on the register"),
        None,
        ("其他类别的场地不计", "facilities of another kind"),
    ),
    (
        "area.vice_calls_fall",
        (
            "基期黄赌毒警情减去本期黄赌毒警情",
            "calls about vice of the base less those of the period",
        ),
        ("基期黄赌毒警情", "calls about vice of the base that the entry names"),
        (FALL_ZH, FALL_EN),
    ),
    (  # how things stand: the latest report counts
        "facility.cameras",
        (
            "公共视频监控(以周期内最近一次报送为准)",
            "cameras in public places, as last reported in the period",
        ),
        None,
        ("只报数量,不含画面和点位", "numbers only: no footage and no places"),
    ),
    (
        "service.time_at_window",
        (
            "在窗口的等候时间(周期内最长的一次,以时限的单位(小时的以分钟)报送)",
            WINDOW_EN,
        ),
        None,
        (REPORTED_ZH, REPORTED_EN),
    ),
    (
        "disputes.settled_share",
        ("化解的纠纷", "disputes that were settled"),
        ("受理的纠纷,撤回的除外", "disputes accepted, less those withdrawn"),
        ("只报件数,不含当事人信息", "numbers only, nothing on the parties"),
    ),
    (
        "staffing.grid_workers",
        ("任职于此的网格员", "grid workers posted there"),
        None,
        (SHARED_ZH, SHARED_EN),
    ),
    ("mediation.sessions", ("已进行的调解次数", "sessions held"), None, (CASES_ZH, CASES_EN)),
    (
        "mediation.time_to_confirm",
        ("协议生效到共同申请", "from effect to the joint application"),
        None,
        (RUNNING_ZH, RUNNING_EN),
    ),
]


def words(text: tuple[str, str] | None) -> Words | None:
    """A text in Chinese and English."""
    return text and Words(zh=text[0], en=text[1])


@pytest.mark.parametrize(("key", "counted", "out_of", "left_out"), TEXTS)
def test_what_is_counted_is_said_in_both_languages(
    key: str, counted: tuple[str, str], out_of: tuple[str, str] | None, left_out: tuple[str, str]
) -> None:
    """What is counted, of what, and what is left out."""
    found = core_indicators()[key]
    assert (found.numerator, found.denominator, found.exclusions) == (
        words(counted),
        words(out_of),
        words(left_out),
    )


@pytest.mark.parametrize("key", sorted(core_indicators()))
def test_every_text_is_there_in_both_languages(key: str) -> None:
    """Chinese has Chinese characters, and English none; a share says what it is out of."""
    found = core_indicators()[key]
    texts = [found.numerator, found.exclusions, *([found.denominator] if found.denominator else [])]
    assert all(any("\u4e00" <= sign <= "\u9fff" for sign in text.zh) for text in texts)
    assert all(text.en and text.en.isascii() for text in texts)


@pytest.mark.parametrize("key", sorted(name for name in core_indicators() if "time_to" in name))
def test_times_rest_on_what_the_host_records(key: str) -> None:
    """Those of cases on their steps, others on a report under their own name."""
    is_case = key.startswith(("mediation.", "request."))
    assert core_indicators()[key].recorded_as == ("case_event" if is_case else key)


def time_key(unit: str | None, reports: str) -> Key:
    """A time that a pack names."""
    names = Words(zh="出警", en="arrival")
    return Key(name="own.time", kind="norm", names=names, reports=reports, reported_in=unit)


@pytest.mark.parametrize(
    ("unit", "reports", "zh", "en"),
    [
        (
            "minute",
            "flow",
            "到场(周期内最长的一次,以分钟报送)",
            "getting there: the longest in the period, reported in minutes",
        ),
        (
            "hour",
            "stock",
            "到场(周期内最近一次报送,以小时报送)",
            "getting there: as last reported in the period, reported in hours",
        ),
        (
            "working_day",
            "flow",
            "到场(周期内最长的一次,以工作日报送)",
            "getting there: the longest in the period, reported in working days",
        ),
    ],
)
def test_a_time_of_a_pack_says_which_report_counts_and_in_what(
    unit: str, reports: str, zh: str, en: str
) -> None:
    """The longest of what happened, the last of how things stand."""
    found = reported_time(time_key(unit, reports), done=Words(zh="到场", en="getting there"))
    assert found.numerator == Words(zh=zh, en=en)


def test_a_pack_of_one_language_has_texts_in_that_alone() -> None:
    """Nothing is put around a text that is not there."""
    stock = Key(name="own.count", kind="norm", names=Words(), reports="stock")
    found = [
        indicator.numerator
        for done in (Words(zh="场所"), Words(en="places"))
        for indicator in (
            reported(stock, done=done),
            reported_time(time_key("day", "flow"), done=done),
        )
    ]
    assert found == [
        Words(zh="场所(以周期内最近一次报送为准)"),
        Words(zh="场所(周期内最长的一次,以天报送)"),
        Words(en="places, as last reported in the period"),
        Words(en="places: the longest in the period, reported in days"),
    ]
