"""Roles: what their holders may not do comes from a list that a label may add to."""

from __future__ import annotations

import pytest

from fengqiao.packs.describe import describe
from fengqiao.rules import Role, core_catalogue

from .conftest import Finder, Reader

# The capabilities are those that police procedure and the rules on auxiliaries bar.
CORE = ("mediate_alone", "evidence", "decision", "case_review", "secret_work")


def role(*barred: str) -> str:
    """The role of auxiliaries, with what is barred."""
    words = ", ".join(f'"{one}"' for one in barred)
    return f'[[role]]\nkey = "auxiliary_officer"\nmay_not = [{words}]\nclause = "一"\n'


def test_what_a_role_may_not_do_is_read(read: Reader) -> None:
    """In the pack's own order."""
    (found,) = read(role(*CORE)).entries
    assert isinstance(found, Role)
    assert (found.each, found.may_not) == ("station", CORE)


@pytest.mark.parametrize("word", ["mediate", "arrest"])
def test_an_unknown_capability_is_a_fault(faults: Finder, word: str) -> None:
    """Whether it is like a known one or not."""
    assert [one.code for one in faults(role(word))] == ["pack.unknown_word"]


def test_a_label_adds_a_capability(read: Reader) -> None:
    """A place may bar more."""
    label = '[[label]]\nkey = "capability"\nitems = [ { name = "driving" } ]\nclause = "一"\n'
    roles = [one for one in read(label + role("driving")).entries if isinstance(one, Role)]
    assert [one.may_not for one in roles] == [("driving",)]


def test_what_is_barred_is_shown(read: Reader) -> None:
    """As words that must not be there."""
    (plain,) = describe(read(role("evidence")), core_catalogue())["entries"]  # type: ignore[misc]
    assert [(one["field"], one["op"], one["value"]) for one in plain["values"]] == [
        ("may_not", "none_of", ["evidence"])
    ]
