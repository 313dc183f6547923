"""Worked cases of packs are judged, and one that comes out otherwise is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from fengqiao.errors import PackError
from fengqiao.packs import look_over, read_pack, run_cases
from fengqiao.rules import Pack, core_catalogue
from fengqiao.testing.small import SMALL_PACK

DATA = """format = 1
[pack]
id = "testtown"
zh = "测试镇"
version = "1"
areas = ["990001"]
[[source]]
id = "s"
zh = "通知"
kind = "order"
issued = 2018-01-01
[[clause]]
ref = "一"
[[norm]]
key = "visits.households"
each = "community_officer"
per = "month"
at_least = 3
clause = "一"
"""


def _pack(folder: Path, cases: str, rules: str = "") -> Pack:
    folder = folder / "testtown"
    for name, text in (("data", DATA + rules), ("cases", f"format = 1\n{cases}")):
        (folder / name).mkdir(parents=True)
        (folder / name / "all.toml").write_text(text, encoding="utf-8")
    return read_pack(folder)


def test_the_small_pack_comes_out_as_expected() -> None:
    """The first three rows: met, breach, no data; and nothing differs anywhere."""
    results = list(run_cases(read_pack(SMALL_PACK), core_catalogue()))
    assert [result.found for result in results[:3]] == ["met", "breach", "no_data"]
    assert [result.fault for result in results if result.fault] == []


def test_a_wrong_expectation_is_named_with_its_place(tmp_path: Path) -> None:
    """The fault names file, line, entry, row, what was expected and what was found."""
    pack = _pack(
        tmp_path,
        '[[case]]\nof = "visits.households"\nperiod = "2018-07"\n'
        'rows = [{ given = 3, expect = "met" }, { given = 4, expect = "breach" }]\n',
    )
    faults = [result.fault for result in run_cases(pack, core_catalogue()) if result.fault]
    assert [(str(one.place), dict(one.facts)) for one in faults] == [
        (
            "testtown/cases/all.toml:2",
            {"entry": "visits.households", "part": 2, "expected": "breach", "found": "met"},
        )
    ]


def test_a_period_partly_before_the_source_is_not_judged(tmp_path: Path) -> None:
    """A value must be in force on all days of a period; before the source there is no rule."""
    pack = _pack(
        tmp_path,
        '[[case]]\nof = "visits.households"\nperiod = "2017-12"\n'
        'rows = [{ given = 3, expect = "no_rule" }]\n',
    )
    assert [result.found for result in run_cases(pack, core_catalogue())] == ["no_rule"]


def test_a_period_of_another_kind_is_not_as_expected(tmp_path: Path) -> None:
    """Three in a week would be met too, but the norm counts by month."""
    pack = _pack(
        tmp_path,
        '[[case]]\nof = "visits.households"\nperiod = "2018-W27"\n'
        'rows = [{ given = 3, expect = "met" }]\n',
    )
    assert [result.found for result in run_cases(pack, core_catalogue())] == ["other_period"]


DUTIES = """
[[duty]]
key = "duty.report"
who = "community_officer"
every = "month"
of.topic = "organisation"
clause = "一"
[[duty]]
key = "meeting.community"
who = "community_officer"
each = ["community", "village"]
every = "month"
covers.all_of = ["report_back"]
clause = "一"
"""


def test_events_about_another_topic_do_not_count(tmp_path: Path) -> None:
    """An event of a case may say what it was about; one that does not is taken to fit."""
    cases = "".join(
        f'[[case]]\nof = "duty.report"\nperiod = "2018-07"\nexpect = {{ times = "{expected}" }}\n'
        f"events = [ {{ on = 2018-07-03{topics} }} ]\n"
        for topics, expected in (
            (', topics = ["organisation"]', "met"),
            (', topics = ["law"]', "breach"),
            ("", "met"),
        )
    )
    results = run_cases(_pack(tmp_path, cases, DUTIES), core_catalogue())
    assert [one.fault for one in results] == [None, None, None]


def test_a_case_may_say_what_the_last_meeting_agreed(tmp_path: Path) -> None:
    """Two items, of which one or both are reported on."""
    cases = "".join(
        '[[case]]\nof = "meeting.community"\nperiod = "2018-07"\n'
        f'expect = {{ report_back = "{expected}" }}\nevents = [ {{ on = 2018-07-03,'
        f' covers = ["report_back"], items = 2, reported = {reported} }} ]\n'
        for reported, expected in ((2, "met"), (1, "breach"))
    )
    results = run_cases(_pack(tmp_path, cases, DUTIES), core_catalogue())
    assert [one.fault for one in results] == [None, None]


TOPICS = """
[[label]]
key = "meeting_topic"
items = [ { name = "trends" }, { name = "requests" } ]
clause = "一"
[[duty]]
key = "meeting.community"
who = "community_officer"
each = "community"
every = "month"
covers.all_of = ["trends", "requests"]
clause = "一"
"""


def test_a_field_of_several_requirements_is_as_good_as_the_worst(tmp_path: Path) -> None:
    """One of two topics was taken: the field is not met, though one requirement is."""
    cases = (
        '[[case]]\nof = "meeting.community"\nperiod = "2018-07"\n'
        'expect = { covers = "breach", trends = "met", requests = "breach" }\n'
        'events = [ { on = 2018-07-03, covers = ["trends"] } ]\n'
    )
    results = run_cases(_pack(tmp_path, cases, TOPICS), core_catalogue())
    assert [one.fault for one in results] == [None, None, None]


OPEN_DUTY = """
[[duty]]
key = "duty.report"
who = "community_officer"
every = "open"
clause = "一"
"""


def _report_case(**fields: str) -> str:
    usual = {"of": '"duty.report"', "period": '"2018-07"', "events": "[ { on = 2018-07-03 } ]"}
    lines = "".join(f"{name} = {value}\n" for name, value in {**usual, **fields}.items())
    return f"[[case]]\n{lines}"


def test_a_duty_without_an_interval_is_open(tmp_path: Path) -> None:
    """Nothing can be said of a month until somebody says that it is due each month."""
    cases = _report_case(expect='{ times = "open" }') + _report_case(
        config='{ "duty.report.every" = "month" }', expect='{ times = "met" }'
    )
    results = run_cases(_pack(tmp_path, cases, OPEN_DUTY), core_catalogue())
    assert [one.found for one in results] == ["open", "met"]


def test_the_interval_that_a_case_configures_is_the_one_judged(tmp_path: Path) -> None:
    """A month is no case of a duty that the host wants each quarter."""
    case = _report_case(config='{ "duty.report.every" = "quarter" }', expect='{ times = "met" }')
    results = run_cases(_pack(tmp_path, case, OPEN_DUTY), core_catalogue())
    assert [one.found for one in results] == ["other_period"]


def test_what_is_not_recorded_is_no_data(tmp_path: Path) -> None:
    """No event of what the host records is a breach; of what it doesn't, nothing is known."""
    cases = "".join(
        _report_case(
            config='{ "duty.report.every" = "month" }',
            events="[]",
            expect=f'{{ times = "{expected}" }}',
            **more,
        )
        for expected, more in (("breach", {}), ("no_data", {"recorded": "false"}))
    )
    results = run_cases(_pack(tmp_path, cases, OPEN_DUTY), core_catalogue())
    assert [one.fault for one in results] == [None, None]


INSPECTED = """[[norm]]
key = "inspection.share"
each = "station"
of.kind = "school"
of.topic = "fire"
at_least = "50%"
clause = "一"
[[role]]
key = "grid_lead"
each = "grid"
held_by = ["community_officer"]
clause = "一"
[[norm]]
key = "mediation.time_to_settle"
each = "dispute"
at_most = "7 days"
clause = "一"
"""
SCHOOLS = """[[case]]
of = "inspection.share"
period = "2018-07"
records.premises = [ { kind = "school" }, { kind = "school" }, { kind = "hotel" } ]
records.inspection = [ { topics = ["fire"] }, { premises = "premises2", topics = ["food"] } ]
"""


def test_records_are_counted_and_judged(tmp_path: Path) -> None:
    """One of two schools was inspected for fire; the hotel and the food are passed over."""
    cases = SCHOOLS + 'rows = [{ given = "1/2", expect = "met" }]\n'
    results = list(run_cases(_pack(tmp_path, cases, INSPECTED), core_catalogue()))
    assert [(one.field, one.found) for one in results] == [("given", "1/2"), (None, "met")]


def test_records_that_come_to_something_else_are_named(tmp_path: Path) -> None:
    """A share that is as good but not what was counted is a fault of its own."""
    cases = SCHOOLS + 'rows = [{ given = "2/2", expect = "met" }]\n'
    results = run_cases(_pack(tmp_path, cases, INSPECTED), core_catalogue())
    faults = [dict(one.fault.facts) for one in results if one.fault]
    assert [(one["part"], one["expected"], one["found"]) for one in faults] == [
        ("1.given", "2/2", "1/2")
    ]


@pytest.mark.parametrize("given", ["8 days", "7 days"])
def test_a_time_that_records_come_to_is_given_in_its_unit(tmp_path: Path, given: str) -> None:
    """From Monday the 2nd to Tuesday the 10th is eight days, which is not seven."""
    cases = (
        '[[case]]\nof = "mediation.time_to_settle"\nperiod = "2018-07"\nrecords.case_event = ['
        ' { kind = "accepted", on = 2018-07-02 }, { kind = "agreed", on = 2018-07-10 } ]\n'
        f'rows = [ {{ each = "dispute", given = "{given}", expect = "breach" }} ]\n'
    )
    results = list(run_cases(_pack(tmp_path, cases, INSPECTED), core_catalogue()))
    assert [one.fault is None for one in results] == [given == "8 days", True]


def test_records_of_what_is_not_recorded_are_no_data(tmp_path: Path) -> None:
    """Without the host's word, absence is not zero."""
    cases = SCHOOLS + 'recorded = false\nrows = [{ expect = "no_data" }]\n'
    results = run_cases(_pack(tmp_path, cases, INSPECTED), core_catalogue())
    assert [one.found for one in results] == ["no_data"]


def test_records_of_another_kind_of_subject_have_no_rule(tmp_path: Path) -> None:
    """The share is a station's."""
    cases = SCHOOLS + 'rows = [{ each = "community", expect = "no_rule" }]\n'
    results = run_cases(_pack(tmp_path, cases, INSPECTED), core_catalogue())
    assert [one.found for one in results] == ["no_rule"]


def test_holders_of_a_role_are_judged_from_records(tmp_path: Path) -> None:
    """An auxiliary officer leads the grid, who may not."""
    cases = (
        '[[case]]\nof = "grid_lead"\non = 2018-07-31\nrecords.assignment = [ { role ='
        ' "auxiliary_officer" }, { staff = "staff1", role = "grid_lead", grid = "grid1" } ]\n'
        'expect = { held_by = "breach" }\n'
    )
    results = run_cases(_pack(tmp_path, cases, INSPECTED), core_catalogue())
    assert [(one.field, one.found) for one in results] == [("held_by", "breach")]


def test_record_with_a_word_of_no_list_is_refused(tmp_path: Path) -> None:
    """A slip in a record would be counted as nothing."""
    cases = SCHOOLS.replace('"hotel"', '"hotle"') + 'rows = [{ given = "1/2", expect = "met" }]\n'
    with pytest.raises(PackError) as caught:
        _pack(tmp_path, cases, INSPECTED)
    assert [fault.code for fault in caught.value.faults] == ["record.unknown_code"]


def test_record_without_what_nobody_can_guess_is_refused(tmp_path: Path) -> None:
    """Premises are of some kind."""
    cases = SCHOOLS.replace('{ kind = "hotel" }', "{ }") + 'rows = [{ expect = "met" }]\n'
    with pytest.raises(PackError) as caught:
        _pack(tmp_path, cases, INSPECTED)
    assert {fault.code for fault in caught.value.faults} <= {
        "record.missing_field",
        "record.absent",
        "record.type",
    }


NAMED = """
[[label]]
key = "names.station"
items = [ { name = "north" } ]
clause = "一"
[[norm]]
key = "facility.mediation_rooms"
each = "station"
where.name = "north"
at_least = 2
clause = "一"
"""


@pytest.mark.parametrize(("bearer", "found"), [("station1", "breach"), ("station2", "no_rule")])
def test_records_of_a_named_subject_are_its_bearers(
    tmp_path: Path, bearer: str, found: str
) -> None:
    """A case says as a host does who bears a name; the rule spares everybody else."""
    pack = _pack(
        tmp_path,
        '[[case]]\nof = "facility.mediation_rooms"\non = 2018-07-31\n'
        f'config = {{ "names.station.north" = "{bearer}" }}\n'
        'records.facility = [ { kind = "mediation_room", station = "station1" } ]\n'
        f'rows = [ {{ expect = "{found}" }} ]\n',
        NAMED,
    )
    assert [result.found for result in run_cases(pack, core_catalogue())] == [found]


FILTERED = """
[[duty]]
key = "meeting.station"
who = "station_leader"
each = "station"
where.setting = "urban"
every = "week"
clause = "一"
"""


@pytest.mark.parametrize(("setting", "found"), [("urban", "breach"), ("rural", "no_rule")])
def test_a_duty_is_asked_only_of_those_who_pass_its_filter(
    tmp_path: Path, setting: str, found: str
) -> None:
    """A station outside town owes no weekly meeting where only town stations do."""
    cases = (
        '[[case]]\nof = "meeting.station"\nperiod = "2018-W30"\n'
        f'where = {{ setting = "{setting}" }}\nevents = []\nexpect = {{ times = "{found}" }}\n'
    )
    results = list(run_cases(_pack(tmp_path, cases, FILTERED), core_catalogue()))
    assert [one.found for one in results] == [found]


def test_a_duty_of_two_kinds_is_asked_of_the_kind_that_the_case_names(tmp_path: Path) -> None:
    """A village owes the meeting; a station, of whom nothing is said, does not."""
    cases = "".join(
        f'[[case]]\nof = "meeting.community"\nperiod = "2018-07"\neach = "{each}"\n'
        f'events = []\nexpect = {{ times = "{found}" }}\n'
        for each, found in (("village", "breach"), ("station", "no_rule"))
    )
    results = list(run_cases(_pack(tmp_path, cases, DUTIES), core_catalogue()))
    assert [one.found for one in results] == ["breach", "no_rule"]


def test_a_row_says_more_of_its_subject_than_its_case(tmp_path: Path) -> None:
    """The case's attributes hold for all rows that don't state their own."""
    rules = DATA.replace("at_least", 'where.setting = "urban"\nat_least')
    folder = tmp_path / "testtown"
    cases = (
        'format = 1\n[[case]]\nof = "visits.households"\nperiod = "2018-07"\n'
        'where = { setting = "urban" }\nrows = [ { given = 3, expect = "met" },'
        ' { given = 3, where.setting = "rural", expect = "no_rule" } ]\n'
    )
    for name, text in (("data", rules), ("cases", cases)):
        (folder / name).mkdir(parents=True)
        (folder / name / "all.toml").write_text(text, encoding="utf-8")
    results = run_cases(read_pack(folder), core_catalogue())
    assert [one.found for one in results] == ["met", "no_rule"]


def test_a_case_fills_in_words_of_the_list(tmp_path: Path) -> None:
    """A topic that no list has would come out as nobody could configure it."""
    cases = (
        '[[case]]\nof = "meeting.community"\nperiod = "2018-07"\nevents = []\n'
        'config = { "meeting.community.covers" = ["nothing"] }\nexpect = { times = "breach" }\n'
    )
    rules = DUTIES.replace('covers.all_of = ["report_back"]', 'covers.any_of = "open"')
    with pytest.raises(PackError) as raised:
        _pack(tmp_path, cases, rules)
    assert [fault.code for fault in raised.value.faults] == ["config.wants_words"]


BAND = """
[[band]]
key = "station.class"
by = "calls.per_day"
over = "previous year"
level = [{ name = "busy", at_least = 15 }, { name = "quiet", less_than = 15 }]
clause = "一"
"""


def test_a_case_shows_by_which_year_a_band_classes(tmp_path: Path) -> None:
    """On the last day of 2025 the class is still that of 2024, on the next day that of 2025."""
    given = 'given = { "2024" = 20, "2025" = 8 }'
    case = f"""[[case]]
of = "station.class"
rows = [
  {{ on = 2025-12-31, {given}, expect = "busy" }},
  {{ on = 2026-01-01, {given}, expect = "quiet" }},
  {{ on = 2027-01-01, {given}, expect = "no_data" }},
]
"""
    results = list(run_cases(_pack(tmp_path, case, BAND), core_catalogue()))
    assert [(one.found, one.fault) for one in results] == [
        ("busy", None),
        ("quiet", None),
        ("no_data", None),
    ]


def test_a_value_of_no_period_is_refused(tmp_path: Path) -> None:
    """A band is given one value, or one for each period."""
    case = """[[case]]
of = "station.class"
rows = [{ on = 2025-12-31, given = { last = 20 }, expect = "busy" }]
"""
    with pytest.raises(PackError) as caught:
        _pack(tmp_path, case, BAND)
    assert [one.code for one in caught.value.faults] == ["pack.not_a_period"]


STOCK = """
[[measure]]
key = "area.station_residents"
en = "Residents of the area"
kind = "count"
reports = "stock"
about = "area"
each = ["station"]
done.en = "residents"
[[band]]
key = "station.class"
by = "area.station_residents"
over = "month"
level = [{ name = "large", at_least = 50000 }, { name = "small", less_than = 50000 }]
clause = "一"
[[norm]]
id = "residents"
key = "area.station_residents"
each = "station"
at_least = 1
clause = "一"
"""


@pytest.mark.parametrize("records", ["{}", "{ total = [] }"])
@pytest.mark.parametrize("of", ["station.class", "residents"])
def test_a_stock_that_is_declared_and_not_reported_is_no_data(
    tmp_path: Path, of: str, records: str
) -> None:
    """A case without a single record runs what a store without a report would."""
    case = f'[[case]]\nof = "{of}"\nperiod = "2018-07"\nrecords = {records}\n'
    pack = _pack(tmp_path, case + 'rows = [{ expect = "no_data" }]\n', STOCK)
    results = look_over(pack).cases
    assert [(one.found, one.row) for one in results] == [("no_data", 1)]


def test_a_band_classes_by_the_latest_record_of_its_window(tmp_path: Path) -> None:
    """On 10 August the class is that of July, by the report of its last day."""
    case = """[[case]]
of = "station.class"
on = 2018-08-10
records.total = [
  { id = "a", key = "area.station_residents", on = 2018-07-10, done = 60000 },
  { id = "b", key = "area.station_residents", on = 2018-07-31, done = 49999 },
]
rows = [{ given = 49999, expect = "small" }]
"""
    results = look_over(_pack(tmp_path, case, STOCK)).cases
    assert [(one.field, one.found) for one in results] == [("given", "49999"), (None, "small")]
