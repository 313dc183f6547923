from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from fengqiao.measures.tallies import Tally
from fengqiao.testing.builders import AUGUST, JULY, KNOWN_AT, visits

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from fengqiao.store import Store

IN_JULY = Tally("visit", "events", spans=(JULY,))
DAYS_IN_JULY = 30  # the builder's visits begin on 2 July, six a day
FALSE = "[[999]]"


def falsify(path: Path) -> int:
    """Put a false number into every kept answer; returns how many there are."""
    with closing(sqlite3.connect(path)) as other:
        count = other.execute("UPDATE answer SET columns = ?", (FALSE,)).rowcount
        other.commit()
    return count


def test_second_ask_reads_the_kept_answer(opened: Callable[..., Store], path: Path) -> None:
    """What was asked before is not counted again while nothing changes."""
    store = opened()
    store.append("visit", visits(3), known_at=KNOWN_AT)
    store.tally([IN_JULY])
    assert falsify(path) == 1
    assert store.tally([IN_JULY])[0]["value"] == [999]


def test_each_span_is_kept_by_itself(opened: Callable[..., Store], path: Path) -> None:
    """A span is not counted again when it is asked for beside others."""
    store = opened()
    store.append("visit", visits(3), known_at=KNOWN_AT)
    store.tally([IN_JULY])
    falsify(path)
    both = Tally("visit", "events", spans=(AUGUST, JULY))
    assert store.tally([both])[0]["value"] == [999]


def test_other_question_is_counted(opened: Callable[..., Store], path: Path) -> None:
    """An answer is kept for its question alone."""
    store = opened()
    store.append("visit", visits(3), known_at=KNOWN_AT)
    store.tally([IN_JULY])
    falsify(path)
    some = Tally("visit", "events", spans=(JULY,), where=(("staff", "in", ("W0000", "W0001")),))
    assert store.tally([some])[0]["value"] == [2]


def test_as_known_is_always_counted(opened: Callable[..., Store], path: Path) -> None:
    """Answers of an earlier state of knowledge are neither kept nor read."""
    store = opened()
    store.append("visit", visits(3), known_at=KNOWN_AT)
    store.tally([IN_JULY], as_known=KNOWN_AT)
    assert falsify(path) == 0
    store.tally([IN_JULY])
    falsify(path)
    assert store.tally([IN_JULY], as_known=KNOWN_AT)[0]["value"] == [3]


def test_repeated_facts_leave_answers_alone(opened: Callable[..., Store], path: Path) -> None:
    """Sending everything again with one new visit in August counts July no second time."""
    store = opened()
    in_july = 6 * DAYS_IN_JULY
    store.append("visit", visits(in_july), known_at=KNOWN_AT)
    store.tally([IN_JULY])
    falsify(path)
    store.append("visit", visits(in_july + 1), known_at=KNOWN_AT)
    assert store.tally([IN_JULY])[0]["value"] == [999]


def test_erasing_drops_kept_answers(opened: Callable[..., Store], path: Path) -> None:
    """An answer may be split by premises, so after an erasure all are counted again."""
    store = opened()
    store.append("visit", visits(3), known_at=KNOWN_AT)
    store.tally([IN_JULY])
    falsify(path)
    store.erase("H0000000001")
    assert store.tally([IN_JULY])[0]["value"] == [3]
