"""Steps of cases: numbered from 1, and nothing said beside a party."""

from __future__ import annotations

import pytest

from fengqiao.errors import RecordError
from fengqiao.model import KINDS, prepare
from fengqiao.testing.builders import SHANGHAI, case_events


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("facts", ("minor_party",)),
        ("participants", ("relative",)),
        ("contents", ("terms",)),
        ("papers", ("record",)),
        ("form", "oral"),
        ("category", "complaint"),
        ("size", "minor"),
    ],
)
def test_a_step_about_a_party_says_nothing_of_the_case(name: str, said: object) -> None:
    """What is attested can't be read as said of the person beside it."""
    columns = case_events(1, party="party-0001", **{name: [said]})
    with pytest.raises(RecordError) as caught:
        prepare(KINDS["case_event"], columns, zone=SHANGHAI)
    assert [(fault.code, fault.facts["field"]) for fault in caught.value.faults] == [
        ("record.party_with_codes", f"case_event.{name}")
    ]


def test_steps_are_numbered_from_one() -> None:
    """There is no step before the first."""
    with pytest.raises(RecordError) as caught:
        prepare(KINDS["case_event"], case_events(1, seq=0), zone=SHANGHAI)
    assert caught.value.code == "record.range"
