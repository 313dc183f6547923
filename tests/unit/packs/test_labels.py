"""Labels: which vocabularies a pack may add to, and which names it may begin."""

from __future__ import annotations

import pytest

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
