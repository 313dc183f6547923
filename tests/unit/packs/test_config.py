"""Configuration: only what a pack leaves open, in the form that it needs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from fengqiao.errors import ConfigError, render
from fengqiao.errors.texts_packs import TEXTS
from fengqiao.packs import Config, open_terms, read_config
from fengqiao.packs.setup import with_words_of
from fengqiao.rules import Catalogue, Pack, core_catalogue
from fengqiao.rules.values import Exact

from .conftest import Reader

GOOD = """format = 1

[host]
small_count = 10

[everytown]
"visits.households.minutes" = "20 minutes"
"inspection.premises.at_least" = 5
"inspection.premises.minutes" = "1/2 hour"
"organisation.stations.direction" = "at_least"
"station.class.over" = "month"
"meeting.community.within" = "5 days"
"meeting.community.people" = 3
"duty.public_reception.day" = "8 hours"
"duty.suggestion_box.minutes" = "10 minutes"
"points.community_officer.survey.weight" = "40%"
"points.community_officer.survey.measure" = "survey.familiarity_share"
"points.community_officer.survey.full" = 5
"points.community_officer.minimum_data" = 20
"points.community_officer.tie" = "share"
"award.police_room.measure" = "survey.familiarity_share"
"award.police_room.full" = 5
"""


@pytest.fixture
def catalogue(everytown: Pack) -> Catalogue:
    """The core's catalogue with the pack's own words."""
    return with_words_of(everytown, core_catalogue())


def config_of(text: str, pack: Pack, catalogue: Catalogue, folder: Path) -> Config:
    """A configuration read from a file of this text."""
    path = folder / "host.toml"
    path.write_text(text, encoding="utf-8")
    return read_config(path, {pack.id: pack}, catalogue)


def test_open_terms_are_what_the_pack_leaves_open(everytown: Pack, catalogue: Catalogue) -> None:
    """A good configuration of this pack names each of its open terms once."""
    named = [line.split('"')[1] for line in GOOD.splitlines() if line.startswith('"')]
    assert [term.name for term in open_terms(everytown, catalogue)] == named


def test_every_open_term_can_be_filled(
    everytown: Pack, catalogue: Catalogue, tmp_path: Path
) -> None:
    """Each term takes its own form: numbers, shares, times, words."""
    config = config_of(GOOD, everytown, catalogue, tmp_path)
    assert (
        config.small_count,
        config.get("everytown", "meeting.community.within"),
        config.get("everytown", "meeting.community.people"),
        config.get("everytown", "points.community_officer.survey.weight"),
        config.get("everytown", "station.class.over"),
        len(config.terms),
    ) == (
        10,
        Exact(5, 1, "day", "5 days"),
        Exact.whole(3),
        Exact(40, 100, None, "40%"),
        "month",
        16,
    )


def test_a_term_knows_its_line(everytown: Pack, catalogue: Catalogue, tmp_path: Path) -> None:
    """A receipt can say where a number of the host's stands."""
    config = config_of(GOOD, everytown, catalogue, tmp_path)
    origin = config.origins["everytown", "meeting.community.people"]
    assert (origin.file, origin.line) == ("host.toml", 13)


def test_names_may_stand_without_quotes(
    everytown: Pack, catalogue: Catalogue, tmp_path: Path
) -> None:
    """TOML reads a dotted key as tables in tables; the term is the same."""
    text = '[everytown]\nmeeting.community.within = "5 days"\n'
    config = config_of(text, everytown, catalogue, tmp_path)
    assert list(config.terms) == [("everytown", "meeting.community.within")]


def test_no_configuration_fills_nothing(everytown: Pack, catalogue: Catalogue) -> None:
    """Without a file there are no terms and no threshold."""
    assert read_config(None, {everytown.id: everytown}, catalogue) == Config()


def test_a_mapping_reads_like_a_file(everytown: Pack, catalogue: Catalogue) -> None:
    """A host may hand over its configuration as plain data."""
    config = read_config(
        {"everytown": {"meeting.community.people": 3}}, {everytown.id: everytown}, catalogue
    )
    assert config.get("everytown", "meeting.community.people") == Exact.whole(3)


def test_a_place_may_fill_what_its_parent_leaves_open(
    everytown: Pack, catalogue: Catalogue
) -> None:
    """A term of the parent's entry may stand in the section of the place."""
    child = evolve(everytown, id="child", parent="everytown", entries=())
    packs: Mapping[str, Pack] = {"child": child, "everytown": everytown}
    config = read_config({"child": {"meeting.community.people": 3}}, packs, catalogue)
    assert config.get("child", "meeting.community.people") == Exact.whole(3)


BAD = {
    "config.not_a_table": ("everytown = 1\n", 1),
    "config.unknown_section": ("[everytwn]\n", 1),
    "config.unknown_setting": ("[host]\nsmall_counts = 3\n", 2),
    "config.unknown_term": ('[everytown]\n"meeting.community.lasts" = "2 hours"\n', 2),
    "config.term_twice": (
        '[everytown]\n"meeting.community.people" = 3\nmeeting.community.people = 4\n',
        3,
    ),
    "config.wants_count": ('[everytown]\n"inspection.premises.at_least" = "40%"\n', 2),
    "config.wants_number": (
        '[everytown]\n"points.community_officer.survey.weight" = "3 days"\n',
        2,
    ),
    "config.weights_sum": (  # 60 of 100 are stated
        '[everytown]\n"points.community_officer.survey.weight" = 41\n',
        2,
    ),
    "config.wants_days": ('[everytown]\n"meeting.community.within" = 5\n', 2),
    "config.wants_hours": ('[everytown]\n"duty.public_reception.day" = "1 day"\n', 2),
    "config.wants_pace": ("[planning]\npace = 0\n", 2),
    "config.wants_relief": ('[planning]\nrelief = "80%"\n', 2),
    "config.wants_keys": ('[planning]\ncommunity = "duty.patrol"\n', 2),
    "config.unknown_key": ('[planning]\ncommunity = ["duty.patrols"]\n', 2),
    "config.wants_choice": ('[everytown]\n"station.class.over" = "monthly"\n', 2),
}


@pytest.mark.parametrize("code", BAD)
def test_a_fault_is_found_with_its_line(
    everytown: Pack, catalogue: Catalogue, tmp_path: Path, code: str
) -> None:
    """Whatever no pack leaves open, or has another form, is refused where it stands."""
    text, line = BAD[code]
    with pytest.raises(ConfigError) as caught:
        config_of(text, everytown, catalogue, tmp_path)
    found = [(fault.code, fault.place and fault.place.line) for fault in caught.value.faults]
    assert found == [(code, line)]


def test_every_code_of_configuration_is_tried() -> None:
    """No rule of configuration goes without an example of how it is broken."""
    elsewhere = {"config.wants_share", "config.wants_time", "config.wants_words"}  # tests below
    elsewhere |= {"config.name_not_text"}  # just below
    elsewhere |= {"config.weights_mixed"}  # test_sheets.py
    elsewhere |= {"config.wants_spans"}  # test_seasons.py
    elsewhere |= {"config.wants_date"}  # test_open_target.py
    elsewhere |= {"config.wants_subject"}  # test_labels.py
    elsewhere |= {"config.wants_limit"}  # test_case_keys.py
    elsewhere |= {"config.wants_limit_unit"}  # test_times.py
    elsewhere |= {"config.wants_clock", "config.past_midnight"}  # test_read_hours.py
    assert {code for code in TEXTS if code.startswith("config.")} - set(BAD) == elsewhere


@pytest.mark.parametrize(
    "given",
    [
        {None: {}},
        {"host": {7: 3}},
        {"planning": {b"pace": 70}},
        {"everytown": {"meeting.community": {("people",): 3}}},
    ],
)
def test_names_that_are_no_text_are_refused(
    everytown: Pack,
    catalogue: Catalogue,
    given: Any,  # noqa: ANN401  what a host should not pass
) -> None:
    """A host may pass a mapping of its own; a TOML file has no such names."""
    with pytest.raises(ConfigError) as caught:
        read_config(given, {"everytown": everytown}, catalogue)
    assert caught.value.code == "config.name_not_text"


OPEN_SHARE = (
    '[[norm]]\nkey = "staffing.community_officer_share"\neach = "station"\n'
    'at_least = "open"\nclause = "一"\n'
)
OPEN_WORDS = (
    '[[norm]]\nkey = "facility.fittings"\neach = "police_room"\nall_of = "open"\nclause = "一"\n'
)


OPEN_LENGTH = (
    '[[duty]]\nkey = "meeting.community"\nwho = "community_officer"\neach = "community"\n'
    'every = "month"\nlasts.at_least = "open"\nclause = "一"\n'
)
PEOPLE = OPEN_LENGTH.replace('lasts.at_least = "open"', "people.about = 10")
ABOUT_SHARE = OPEN_SHARE.replace('at_least = "open"', 'about = "40%"')


@pytest.mark.parametrize("value", ["24 hours", "1 month", "1/2 day", "0 days", "0 weeks", 5])
def test_a_window_is_whole_days_or_weeks(
    everytown: Pack, catalogue: Catalogue, value: object
) -> None:
    """What can't be compared with the day of an event is refused, not left unanswered."""
    with pytest.raises(ConfigError) as caught:
        read_config(
            {"everytown": {"meeting.community.within": value}}, {"everytown": everytown}, catalogue
        )
    assert caught.value.code == "config.wants_days"


@pytest.mark.parametrize("value", ["1 day", "3 working_days", "2 weeks"])
def test_a_window_takes_days_working_days_and_weeks(
    everytown: Pack, catalogue: Catalogue, value: str
) -> None:
    """All three can be counted from the start of a period."""
    config = read_config(
        {"everytown": {"meeting.community.within": value}}, {"everytown": everytown}, catalogue
    )
    assert config.get("everytown", "meeting.community.within") is not None


def test_an_open_length_may_be_filled_in_days(read: Reader) -> None:
    """A length in days comes with how long a day is."""
    names = [term.name for term in open_terms(read(OPEN_LENGTH), core_catalogue())]
    assert names == ["meeting.community.lasts", "meeting.community.day"]


def test_an_open_approximate_figure_is_one_term(read: Reader) -> None:
    """Its name is the figure's, so there is none for a tolerance."""
    text = OPEN_SHARE.replace('at_least = "open"', 'about = "open"')
    names = [term.name for term in open_terms(read(text), core_catalogue())]
    assert names == ["staffing.community_officer_share.about"]


@pytest.mark.parametrize(
    ("text", "term", "good", "bad"),
    [
        (PEOPLE, "meeting.community.people", 3, "30%"),
        (ABOUT_SHARE, "staffing.community_officer_share.about", "5%", 5),
    ],
)
def test_a_tolerance_has_the_form_of_its_limit(
    read: Reader, text: str, term: str, good: object, bad: object
) -> None:
    """About ten people is so many people more or less: a percentage would be taken for a count."""
    packs = {"town": read(text)}
    assert read_config({"town": {term: good}}, packs, core_catalogue()).get("town", term)
    with pytest.raises(ConfigError):
        read_config({"town": {term: bad}}, packs, core_catalogue())


def test_a_count_below_zero_is_told_the_bounds(everytown: Pack, catalogue: Catalogue) -> None:
    """A number out of bounds is not called something else than a number only."""
    with pytest.raises(ConfigError) as caught:
        read_config(
            {"everytown": {"meeting.community.people": -80}}, {"everytown": everytown}, catalogue
        )
    assert "nothing below 0 or above 1000000000" in render(caught.value, "en")


@pytest.mark.parametrize(
    ("text", "term", "value", "code"),
    [
        (OPEN_LENGTH, "meeting.community.lasts", "1 week", "config.wants_time"),
        (OPEN_SHARE, "staffing.community_officer_share.at_least", 40, "config.wants_share"),
        (OPEN_WORDS, "facility.fittings.all_of", ["bench"], "config.wants_words"),
    ],
)
def test_an_open_limit_takes_its_own_form(
    read: Reader, text: str, term: str, value: object, code: str
) -> None:
    """An open share is not filled with a count, open words not with unknown ones."""
    with pytest.raises(ConfigError) as caught:
        read_config({"town": {term: value}}, {"town": read(text)}, core_catalogue())
    assert caught.value.code == code


def test_all_faults_come_at_once(everytown: Pack, catalogue: Catalogue, tmp_path: Path) -> None:
    """Slips, sections and terms show in one pass."""
    text = (
        '[host]\nsmall_count = “3”\n[nowhere]\n[everytown]\n"meeting.community.people" = 0.5\n'
        '"meeting.community.withn" = "5 days"\n'
    )
    with pytest.raises(ConfigError) as caught:
        config_of(text, everytown, catalogue, tmp_path)
    assert [fault.code for fault in caught.value.faults] == [
        "toml.fullwidth",
        "config.unknown_section",
        "toml.decimal",
        "config.unknown_term",
    ]


def test_a_misspelled_term_gets_close_names(
    everytown: Pack, catalogue: Catalogue, tmp_path: Path
) -> None:
    """At most three names that may have been meant."""
    with pytest.raises(ConfigError) as caught:
        config_of('[everytown]\n"meeting.community.withn" = 1\n', everytown, catalogue, tmp_path)
    assert "Close names: meeting.community.within" in render(caught.value, "en")
