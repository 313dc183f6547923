"""What texts of packs say, and leave out where there is nothing to say."""

from __future__ import annotations

import pytest

from fengqiao.errors import Fault, Lang, all_codes, render, rendered_parts
from fengqiao.errors.texts_packs import TEXTS

from .conftest import Finder

NORM = (
    '[[norm]]\nkey = "visits.households"\neach = "community_officer"\nper = "month"\n'
    'at_least = 80\nclause = "一"\n'
)


OFFERED = sorted(code for code in TEXTS if "{close}" in TEXTS[code][0].next)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("code", OFFERED)
def test_no_text_offers_nothing(code: str, lang: Lang) -> None:
    """A sentence that offers close names stands only where there are some."""
    if code == "pack.label_slip":  # raised for its close names only
        return
    text = render(Fault(code, {"close": (), "known": ("a",)}), lang)
    assert [bad for bad in ("Close", ": -", "相近", "<<", ">>") if bad in text] == []


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("code", [one for one in all_codes() if one.startswith(("pack", "toml"))])
def test_a_text_always_says_what_to_do(code: str, lang: Lang) -> None:
    """With nothing to offer, a next step remains."""
    assert rendered_parts(Fault(code, {"close": (), "known": ("a",)}), lang)["next"]


def test_close_names_show_where_there_are_some() -> None:
    """What is offered stands in the text."""
    text = render(Fault("pack.unknown_key", {"field": "key", "close": ("visits.households",)}))
    assert "Close names: visits.households. All keys" in text


def test_a_closed_list_is_not_said_to_grow(faults: Finder) -> None:
    """Roles can't be added by a label, so nobody is sent to write one."""
    found = faults(NORM + 'who = "community_oficer"\n')
    assert "[[label]]" not in render(found[0], "en")


def test_known_words_stand_in_order(faults: Finder) -> None:
    """Each word once, in an order that is the same every time."""
    known = faults(NORM + 'who = "community_oficer"\n')[0].facts["known"]
    assert isinstance(known, tuple)
    assert list(known) == sorted(set(known))


@pytest.mark.parametrize(
    ("typed", "instead"),
    [("是", "true"), ("True", "true"), ("yes", "true"), ("否", "false"), ("FALSE", "false")],
)
def test_yes_and_no_are_told_how_to_write_them(faults: Finder, typed: str, instead: str) -> None:
    """Who means yes is told `true`, not to put it in quotes only."""
    text = render(faults(NORM + f"prorate = {typed}\n")[0], "en")
    assert f"write {instead}, in small letters" in text


@pytest.mark.parametrize("name", ["name", "role"])
def test_nobody_is_picked_out_by_name(faults: Finder, name: str) -> None:
    """A filter takes what the catalogue describes, never one subject or another role."""
    found = faults(NORM + f'where.{name} = "abc"\n')
    assert [fault.code for fault in found] == ["pack.unknown_filter"]


@pytest.mark.parametrize("within", ["24 hours", "1 month", "1/2 day", "0 days", "1 year"])
def test_a_window_of_a_pack_is_whole_days_or_weeks(faults: Finder, within: str) -> None:
    """A window that can't be compared with days is refused, not answered falsely."""
    duty = (
        '[[duty]]\nkey = "meeting.community"\nwho = "community_officer"\neach = "community"\n'
        'every = "month"\nclause = "一"\n'
    )
    found = faults(duty + f'within = "{within}"\n')
    assert [fault.code for fault in found] == ["pack.wants_days"]


@pytest.mark.parametrize("lasts", ["1 week", "1 month", "1 year", "1 working_day"])
def test_a_length_of_a_pack_is_minutes_hours_or_days(faults: Finder, lasts: str) -> None:
    """A length without a fixed number of minutes is refused."""
    duty = (
        '[[duty]]\nkey = "meeting.community"\nwho = "community_officer"\neach = "community"\n'
        'every = "month"\nclause = "一"\n'
    )
    found = faults(duty + f'lasts.at_least = "{lasts}"\n')
    assert [fault.code for fault in found] == ["pack.wants_time"]


def test_a_refused_word_names_the_lists_that_grow() -> None:
    """Whoever records a kind of subject that does not exist is not sent to write a label."""
    facts = {"field": "subject_kind", "vocabulary": "subject_kind", "known": ("grid",)}
    text = render(Fault("record.unknown_code", facts))
    assert "only to lists of things" in text
