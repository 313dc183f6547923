"""What is asked and what was found, as tables show it in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from fengqiao.errors import Lang
from fengqiao.judging import Finding
from fengqiao.judging.wording import Wording
from fengqiao.rules import Duty, Norm, Role, Words

if TYPE_CHECKING:
    from tests.unit.conftest import Build

NAMES = Words(en="Evening meeting", zh="夜间会议")


def finding(
    entry: str = "visits.households",
    requirement: str | None = None,
    **facts: Any,  # noqa: ANN401  whatever a finding holds
) -> Finding:
    """A finding of the pack `town` with what the wording reads; terms by their last name."""
    limit = {"op": "at_least", "value": 80, "unit": None, **facts.pop("limit", {})}
    terms = [
        {"name": f"{entry}.{name}" if "." not in name else name, "value": value}
        for name, value in facts.pop("terms", {}).items()
    ]
    receipt = {
        "pack": "town",
        "source": "order",
        "clause": facts.pop("clause", ["一"]),
        "indicator": facts.pop("key", entry),
        "terms": terms,
    }
    facts = {"period": "2018-07", "actual": None, **facts}
    return Finding(
        id=f"town:{entry}@community_officer/W1:2018-07",
        entry=entry,
        requirement=requirement,
        subject_kind="community_officer",
        subject="W1",
        result="not_met",
        severity="breach",
        reason=None,
        limit=limit,
        receipt=receipt,
        **facts,
    )


def wording(build: Build, lang: Lang, *entries: Norm | Duty | Role, **changes: object) -> Wording:
    """Words for a pack of these entries."""
    rules = build.rules(build.pack(*(entries or (build.norm(),)), **changes))
    return Wording(packs=rules.packs, catalogue=rules.catalogue, lang=lang)


def limit(op: str, value: object, unit: str | None = None) -> dict[str, object]:
    """A limit of a finding."""
    return {"op": op, "value": value, "unit": unit}


TEAMS = ["case_team", "command_room"]
GUESTS = ["grid_worker", "resident_rep"]


@pytest.mark.parametrize(
    ("one", "en", "zh"),
    [
        # Numbers stand as they are, with their units in the language.
        (
            finding(actual=79),
            ("at least 80", "79"),
            ("不少于 80", "79"),
        ),
        (
            finding(limit=limit("between", ["30 minutes", "2 hours"], "hour"), actual="150/60"),
            ("between 30 minutes - 2 hours", "2 h 30 min"),
            ("介于 30 分钟 - 2 小时", "2 小时 30 分钟"),
        ),
        (
            finding(
                limit=limit("at_most", "5 working_days", "working_day"), actual="6 working_days"
            ),
            ("at most 5 working days", "6 working days"),
            ("不多于 5 个工作日", "6 个工作日"),
        ),
        # Nothing was found, or nothing may be shown.
        (finding(), ("at least 80", "-"), ("不少于 80", "-")),
        # What the source leaves open: nobody has said, the host has; its word on the deadline or on
        # the season stands for no limit.
        (
            finding(limit=limit("at_least", "open")),
            ("at least left open by the source", "-"),
            ("不少于 来源未写明", "-"),
        ),
        (
            finding(limit=limit("at_least", "open"), terms={"at_least": "70"}, actual=69),
            ("at least 70", "69"),
            ("不少于 70", "69"),
        ),
        (
            finding(limit=limit("at_least", "open"), terms={"by": "2018-12-31"}),
            ("at least left open by the source", "-"),
            ("不少于 来源未写明", "-"),
        ),
        (
            finding(
                "meeting.community",
                "attendance",
                limit=limit("at_least", "open", "people"),
                terms={"during.busy_season": "2018-07", "people": "8"},
                actual=7,
            ),
            ("at least 8", "7"),
            ("不少于 8", "7"),
        ),
        # Words that the host gave are words, and what lacks is found in them.
        (
            finding(
                "meeting.community",
                "invited",
                limit=limit("all_of", "open", "words"),
                terms={"invite": "grid_worker, resident_rep"},
                actual=["grid_worker"],
            ),
            (
                "all of grid workers, residents' representatives",
                "lacks residents' representatives",
            ),
            ("全部包括 网格信息员、群众代表", "缺 群众代表"),
        ),
        # A single word needs no "all of"; what lacks it has nothing to show.
        (
            finding("meeting.community", "invited", limit=limit("all_of", GUESTS[:1]), actual=[]),
            ("grid workers", "-"),
            ("网格信息员", "-"),
        ),
        (
            finding("meeting.community", "invited", limit=limit("all_of", GUESTS), actual=GUESTS),
            (
                "all of grid workers, residents' representatives",
                "grid workers, residents' representatives",
            ),
            ("全部包括 网格信息员、群众代表", "网格信息员、群众代表"),
        ),
        # A ban of a single word stays a ban.
        (
            finding(limit=limit("none_of", TEAMS[:1]), actual=TEAMS),
            ("none of case team", "case team"),
            ("均不得包括 打击办案队", "打击办案队"),
        ),
        (
            finding(limit=limit("any_of", TEAMS), actual=["community_team"]),
            ("any of case team, command room", "community team"),
            ("至少包括其一 打击办案队、指挥室", "社区警务队"),
        ),
        # Of words that nobody gave none is lacking, and none is banned.
        (
            finding("m", "invited", limit=limit("all_of", "open"), actual=GUESTS[:1]),
            ("all of left open by the source", "grid workers"),
            ("全部包括 来源未写明", "网格信息员"),
        ),
        (
            finding("m", "invited", limit=limit("none_of", "open"), actual=GUESTS),
            ("none of left open by the source", "-"),
            ("均不得包括 来源未写明", "-"),
        ),
        # A word is called as in the list of its requirement, else of its key, else of any.
        (
            finding("meeting.community", "lead", limit=limit("any_of", ["grid_worker"])),
            ("grid worker", "-"),
            ("网格员", "-"),
        ),
        (
            finding(
                limit=limit("all_of", ["lawyer", "community_cadre"]), key="dispute.participants"
            ),
            ("all of lawyer, community cadre", "-"),
            ("全部包括 律师、社区(村)干部", "-"),
        ),
        (
            finding(limit=limit("any_of", ["county"]), key="dispute.settled_at"),
            ("county", "-"),
            ("县区", "-"),
        ),
        (finding(limit=limit("any_of", ["county"])), ("county", "-"), ("县(市、区)", "-")),
        (finding(limit=limit("any_of", ["unheard_of"])), ("unheard_of", "-"), ("unheard_of", "-")),
        # Against a day of a month a day is shown: of the month, or of the last of several months.
        # The 87th day of the quarter is 25 September: 31 + 31 + 25.
        (
            finding(
                "meeting.community",
                "window",
                limit=limit("at_most", "day_25", "day"),
                period="2018-Q3",
                actual="87 days",
            ),
            ("by day 25 of the last month", "2018-09-25"),
            ("不迟于 末月 25 日", "2018-09-25"),
        ),
        (
            finding(
                "meeting.community",
                "window",
                limit=limit("at_most", "open"),
                terms={"within": "day_25"},
                actual="26 days",
            ),
            ("by day 25", "day 26"),
            ("不迟于 25 日", "26 日"),
        ),
    ],
)
def test_asked_and_found(
    build: Build, one: Finding, en: tuple[str, str], zh: tuple[str, str]
) -> None:
    """Each limit beside what was found, in English and in Chinese."""
    shown = [
        (words.asked(one), words.found(one))
        for words in (wording(build, "en"), wording(build, "zh"))
    ]
    assert shown == [en, zh]


@pytest.mark.parametrize(
    ("entry", "requirement", "en", "zh"),
    [
        ("meeting.community", None, "Evening meeting", "夜间会议"),
        ("meeting.community", "length", "Evening meeting / length", "夜间会议 / 时长"),
        # A topic of a meeting is a requirement of its own, called as the topic is.
        (
            "meeting.community",
            "last_week_review",
            "Evening meeting / review of last week",
            "夜间会议 / 上周工作总结",
        ),
        # An entry without a name is called as its key is.
        ("visits.households", None, "households visited", "走访户数"),
    ],
)
def test_title(build: Build, entry: str, requirement: str | None, en: str, zh: str) -> None:
    """The entry, and the requirement where it has several."""
    entries = (build.duty(build.duty_phase(), names=NAMES), build.norm())
    one = finding(entry, requirement)
    assert [wording(build, lang, *entries).title(one) for lang in ("en", "zh")] == [en, zh]


def test_a_title_needs_the_pack_of_the_finding(build: Build) -> None:
    """Of another version of the pack nothing is shown under a wrong name."""
    with pytest.raises(TypeError, match=r"^the finding is of no entry$"):
        wording(build, "en").title(finding("meeting.community"))


@pytest.mark.parametrize(
    ("sources", "en", "zh"),
    [
        (("order",), "一, law:二", "一、law:二"),
        (("order", "law"), "order:一, law:二", "order:一、law:二"),
    ],
)
def test_clauses_say_their_source_where_there_are_several(
    build: Build, sources: tuple[str, ...], en: str, zh: str
) -> None:
    """Nobody has to guess which document a clause is of."""
    (first,) = build.pack().sources
    some = tuple(evolve(first, id=name) for name in sources)
    one = finding(clause=["一", "law:二"])
    found = [wording(build, lang, sources=some).clause(one) for lang in ("en", "zh")]
    assert found == [en, zh]


@pytest.mark.parametrize(
    ("value", "en", "zh"),
    [
        ("3 per 1000", "3 per 1000", "每 1000 中 3"),
        ("2 hours", "2 hours", "2 小时"),
        ("1 action_item", "1 action item", "1 项议定事项"),
        ("40%", "40%", "40%"),
        ("5 households", "5 households", "5 households"),
        ("day_1", "day 1", "1 日"),
        (80, "80", "80"),
    ],
)
def test_amounts(build: Build, value: object, en: str, zh: str) -> None:
    """Units of time are words of the language; what is counted is called as the key has it."""
    assert [wording(build, lang).amount(value) for lang in ("en", "zh")] == [en, zh]
