"""The core's catalogue: what a key of each sort says, and what holds for all of them."""

from __future__ import annotations

from typing import get_args

import pytest

from fengqiao.rules import Key, Vocabulary, Words, core_catalogue
from fengqiao.rules.catalogue import KeyKind, Periodic, Reports, Value
from fengqiao.rules.catalogue_core import OUTSIDE_AWARDS

POSTED_AT = (
    "police_room", "community", "village", "beat", "grid", "station", "town", "county",
    "community_officer",
)  # fmt: skip


def norm(name: str, zh: str, en: str, unit: str, *each: str, **facts: object) -> Key:
    """A key that norms may limit."""
    return Key(name=name, kind="norm", names=Words(zh=zh, en=en), unit=unit, each=each, **facts)  # type: ignore[arg-type]  # fields of a key


def plain(name: str, kind: str, zh: str, en: str, *each: str, **facts: object) -> Key:
    """A key of another kind."""
    return Key(name=name, kind=kind, names=Words(zh=zh, en=en), each=each, **facts)  # type: ignore[arg-type]  # fields of a key


STATES = (
    # What there is on a day. More of it is asked for, unless it is bad to have, or neither.
    norm(
        "grid.count", "网格数", "grids", "grids",
        "community", "village", "station", "town", "county",
        judged="state", stricter="up",
    ),
    norm(
        "organisation.stations", "派出所数", "stations", "stations", "city", "county", "bureau",
        judged="state", stricter=None,
    ),
    norm(
        "facility.unattended_rooms", "空巢警务室数", "police rooms where nobody is posted", "rooms",
        "station", "town", "county", "city",
        judged="state", stricter="down",
    ),
    # Who is posted somewhere may be told by working time, an officer by the role as well.
    norm(
        "staffing.lawyers", "驻所律师数", "lawyers", "people", *POSTED_AT,
        judged="state", stricter="up", of={"full_time": "flag"},
    ),
    norm(
        "staffing.officers", "民警数", "officers", "people", *POSTED_AT,
        judged="state", stricter="up", of={"full_time": "flag", "role": "role"},
    ),
    norm(
        "premises.undertaking_share", "责任书签订率", "share of premises with an undertaking",
        "share", "station", "community", "village", "town", "county", "city", "bureau",
        judged="state", stricter="up", value="share",
        of={"kind": "premises_kind", "goods": "goods"},
    ),
    norm(
        "organisation.programmes", "特色项目", "service projects kept running", "words",
        "station", "bureau", "town",
        judged="state", stricter="up", value="words", vocabulary="programme",
    ),
    norm(
        "mediation.kinds", "调解类型", "kinds of mediation", "words", "town", "county", "city",
        judged="state", stricter="up", value="words", vocabulary="mediation_kind",
    ),
)  # fmt: skip
REPORTED = (
    # Totals are judged over the period asked for. What happens on days is added up (a flow); how
    # things stand is as last reported (a stock).
    norm(
        "calls.attended_share", "社区警情到场率", "share of calls attended", "share",
        "community_officer", "station",
        judged="asked", stricter="up", value="share",
    ),
    norm(
        "service.online_share", "网上可办率", "share of services online", "share",
        "station", "bureau", "town", "county", "department",
        judged="asked", stricter="up", value="share", reports="stock",
    ),
    norm(
        "points.reported", "上报得分率", "share of points, as reported", "share",
        "community_officer", "auxiliary_officer", "police_room", "police_post", "station",
        "department", "town", "village_committee",
        judged="asked", stricter="up", value="share", may_exceed=True,  # bonus points
    ),
    norm(
        "survey.rating", "群众评分", "rating by the public", "points",
        "community_officer", "police_room", "community", "village", "station", "bureau",
        "department", "town", "county", "facility",
        judged="asked", stricter="up", value="share", is_rating=True,
    ),
    norm(
        "budget.per_head", "人均公用经费", "running costs a head", "yuan", "station", "bureau",
        judged="asked", stricter="up", value="share", may_exceed=True,  # yuan out of officers
    ),
    norm(
        "area.safe_villages_share", "零发案和发案下降村占比",
        "share of villages with no cases or fewer", "share", "town", "county", "city", "bureau",
        judged="asked", stricter="up", value="share", basis=("project", "all"), reports="stock",
    ),
    norm(
        "personnel.excellent_share", "一线民警考核优秀比例",
        "share of front-line officers graded excellent", "share", "bureau",
        judged="asked", stricter=None, value="share", reports="stock",
    ),
    norm(
        "data.second_entries", "重复录入次数", "entries made a second time", "entries",
        "community_officer", "station", "county", "bureau",
        judged="asked", stricter="down",
    ),
    norm(
        "budget.investment", "计划投入", "planned investment", "yuan",
        "station", "town", "county", "city", "bureau",
        judged="asked", stricter="up", reports="stock",
    ),
    # Of a time the slowest counts, and less of it is stricter.
    norm(
        "service.time_at_window", "窗口等候时间", "time spent waiting at a window", "time",
        "facility", "station", "department", "town", "county", "bureau",
        judged="asked", stricter="down",
    ),
)  # fmt: skip
CASES = (
    # Case by case: a number is at most something; for words neither direction is stricter.
    norm(
        "request.review_layers", "审核层级", "layers of review of a request", "layers", "request",
        judged="asked", stricter="down",
    ),
    norm(
        "dispute.settled_at", "纠纷化解层级", "where a dispute is settled", "words", "dispute",
        judged="asked", stricter=None, value="words", vocabulary="settled_at",
    ),
)  # fmt: skip
OTHERS = (
    plain("grid_worker", "role", "网格员", "grid worker", "grid"),
    plain("award.station", "sheet", "枫桥式公安派出所", "Fengqiao-style stations", "station"),
    plain("mediation.joint", "procedure", "联合调解程序", "joint mediation", "dispute"),
    plain(
        "meeting.room", "duty", "警务室议事会", "meeting of a police room", "police_room",
        done_by=("session",),
    ),
    plain(
        "duty.lawyer_day", "duty", "律师驻所日", "day of a lawyer in the station", "station",
        done_by=("duty",), of={"topic": "duty_topic"},
    ),
)  # fmt: skip


@pytest.mark.parametrize("key", [*STATES, *REPORTED, *CASES, *OTHERS], ids=lambda key: key.name)
def test_a_key_says(key: Key) -> None:
    """What a key counts, whom it is judged for and how; a row for each sort of key."""
    assert core_catalogue().keys[key.name] == key


@pytest.mark.parametrize(
    "vocabulary",
    [
        Vocabulary(
            name="agreement_form",
            names=Words(zh="协议形式", en="forms of an agreement"),
            words={
                "written": Words(zh="书面", en="written"),
                "oral": Words(zh="口头", en="oral"),
                "recording": Words(zh="录音录像", en="recording"),
            },
        ),
        Vocabulary(
            name="award",
            names=Words(zh="评选名单", en="award lists decided elsewhere"),
            words={
                "award.community_cadre": Words(
                    zh="十佳社区干部", en="award list of community cadres"
                ),
                "award.safety_volunteer": Words(
                    zh="十佳平安志愿者", en="award list of safety volunteers"
                ),
            },
        ),
    ],
    ids=lambda one: one.name,
)
def test_a_closed_list_says(vocabulary: Vocabulary) -> None:
    """Its words and their names; those of awards are the lists of whom nobody may rank."""
    assert core_catalogue().vocabularies[vocabulary.name] == vocabulary


def test_days_of_the_month_are_words() -> None:
    """`day_1` to `day_31`, beside the weekdays and the last day."""
    words = core_catalogue().vocabularies["occasion_day"].words
    assert words["day_25"] == Words(zh="25日", en="day 25")
    assert [name for name in words if name.startswith("day_")] == [
        f"day_{number}" for number in range(1, 32)
    ]


def test_steps_of_cases_have_names_in_both_languages() -> None:
    """A list written in lines reads as one: name, Chinese, English."""
    words = core_catalogue().vocabularies["case_step"].words
    assert (words["found"], words["called_back"]) == (
        Words(zh="主动发现", en="found"),
        Words(zh="回访诉求", en="called back"),
    )


def test_meetings_and_duties_are_lists_of_keys() -> None:
    """A session says which meeting it was, a duty which duty: by the key that it fulfils."""
    catalogue = core_catalogue()
    by_event = {
        done_by: {key.name for key in catalogue.keys.values() if key.done_by == (done_by,)}
        for done_by in ("session", "duty")
    }
    assert by_event == {"session": catalogue.words("meeting"), "duty": catalogue.words("duty")}
    assert by_event["session"] >= {"meeting.room", "meeting.community"}
    assert by_event["duty"] >= {"duty.patrol", "disputes.screenings"}


def test_keys_use_only_words_that_there_are() -> None:
    """Kinds, directions and names of lists; a key with a slip would never be judged."""
    catalogue = core_catalogue()
    kinds = catalogue.words("subject_kind") | set(OUTSIDE_AWARDS)
    known = {*catalogue.vocabularies, "flag"}
    wrong = [
        key.name
        for key in catalogue.keys.values()
        if key.kind not in get_args(KeyKind)
        or key.value not in get_args(Value)
        or key.judged not in get_args(Periodic)
        or key.reports not in get_args(Reports)
        or key.stricter not in {"up", "down", None}
        or not key.each
        or not kinds.issuperset(key.each)
        or not known.issuperset(key.of.values())
        or (key.kind == "norm") != bool(key.unit)
        or (key.value == "words") != (key.vocabulary in catalogue.vocabularies)
    ]
    assert not wrong


def test_everything_is_named_in_both_languages() -> None:
    """Keys, lists and their words."""
    catalogue = core_catalogue()
    names = [(key.name, key.names) for key in catalogue.keys.values()]
    for vocabulary in catalogue.vocabularies.values():
        names.append((vocabulary.name, vocabulary.names))
        names += vocabulary.words.items()
    assert [name for name, words in names if not (words.zh and words.en)] == []
