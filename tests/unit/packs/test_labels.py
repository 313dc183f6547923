"""Labels: which vocabularies a pack may add to, and which names it may begin."""

from __future__ import annotations

import pytest

from fengqiao.errors import ConfigError
from fengqiao.packs import open_terms, read_config
from fengqiao.packs.setup import with_words_of
from fengqiao.rules import core_catalogue

from .conftest import Finder, Reader


def label(key: str) -> str:
    """A label of one item."""
    return f'[[label]]\nkey = "{key}"\nitems = [ {{ name = "one" }} ]\nclause = "一"\n'


@pytest.mark.parametrize(
    "key", ["meeting_topic", "fitting", "invitee", "society", "names.station", "counting.word"]
)
def test_a_label_adds_to_an_open_vocabulary_or_begins_one(read: Reader, key: str) -> None:
    """Words of meetings, fittings and the like are open to packs, and so is any new name."""
    assert read(label(key)).entries[0].id == key


@pytest.mark.parametrize(
    ("key", "code"),
    [
        ("subject_kind", "pack.label_closed"),
        ("role", "pack.label_closed"),
        ("recording", "pack.label_closed"),
        ("visits.households", "pack.label_closed"),
        ("meeting_topics", "pack.label_slip"),
        ("fittings", "pack.label_slip"),
        ("names.resident", "pack.unknown_word"),
        ("informants", "pack.about_persons"),
    ],
)
def test_a_label_adds_to_nothing_that_is_closed(faults: Finder, key: str, code: str) -> None:
    """Subjects, roles, keys and persons are closed, and near misses are taken for slips."""
    assert [one.code for one in faults(label(key))] == [code]


def test_a_pack_may_use_the_words_it_brings(read: Reader) -> None:
    """A fitting of the pack's own label can be asked for in the same pack."""
    norm = 'key = "facility.fittings"\neach = "police_room"\nall_of = "one"\nclause = "一"\n'
    assert len(read(f"{label('fitting')}\n[[norm]]\n{norm}").entries) == 2


def test_a_list_that_goes_on_may_be_longer_than_stated(read: Reader) -> None:
    """With `more` the count need not be that of the items."""
    text = label("society").replace("clause", "count = 3\nmore = true\nclause")
    assert read(text).entries


NAMED_ROOMS = (
    '[[norm]]\nkey = "facility.mediation_rooms"\neach = "station"\nwhere.name = "one"\n'
    'at_least = 1\nclause = "一"\n'
)


def test_who_bears_a_name_is_open_once_an_entry_asks_for_it(read: Reader) -> None:
    """A list of names alone asks the host for nothing."""
    found = [
        [term.name for term in open_terms(read(text), core_catalogue())]
        for text in (label("names.station"), label("names.station") + NAMED_ROOMS)
    ]
    assert found == [[], ["names.station.one"]]


def test_a_name_without_a_list_is_no_filter(faults: Finder) -> None:
    """`name` is known where the pack says which names there are."""
    assert [one.code for one in faults(NAMED_ROOMS)] == ["pack.unknown_filter"]


def test_the_bearer_of_a_name_is_an_id(read: Reader) -> None:
    """A name in words is told what is wanted."""
    pack = read(label("names.station") + NAMED_ROOMS)
    told = {pack.id: {"names.station.one": "the first station"}}
    with pytest.raises(ConfigError) as caught:
        read_config(told, {pack.id: pack}, with_words_of(pack, core_catalogue()))
    assert [fault.code for fault in caught.value.faults] == ["config.wants_subject"]
