from __future__ import annotations

import pytest

from fengqiao.errors import UnknownFinding
from fengqiao.judging import FindingId


@pytest.mark.parametrize(
    ("text", "requirement", "subject"),
    [
        ("wuhai:visits.households@community_officer/W0012:2018-07", None, "W0012"),
        ("wuhai:meeting.community:length@community/150302001002:2018-07", "length", "150302001002"),
        ("wuhai:x:a.b@station/ST:1:2018-W27", "a.b", "ST:1"),
        ("test-town:x@station/2018-07:2018-07-20", None, "2018-07"),
    ],
)
def test_id_reads_back_into_its_parts(text: str, requirement: str | None, subject: str) -> None:
    """Subjects may hold colons and look like periods; the last part is the period."""
    found = FindingId.parse(text)
    assert (found.requirement, found.subject, str(found)) == (requirement, subject, text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "wuhai",
        "wuhai:x@station/ST1",
        "wuhai:x@station:2018-07",
        "Wuhai:x@station/ST1:2018-07",
        "wuhai:x@station/ST1:July",
        "wuhai:x:y:z@station/ST1:2018-07",
        "wuhai:x@station/所:2018-07",
        "wuhai:x@station/" + "S" * 65 + ":2018-07",
        "wuhai:x@station/ST1:2018-07\n",
    ],
)
def test_other_text_is_refused_and_not_repeated(text: str) -> None:
    """The error holds nothing of what was given."""
    with pytest.raises(UnknownFinding) as refused:
        FindingId.parse(text)
    assert dict(refused.value.facts) == {}


def test_period_is_read() -> None:
    """The period of an id is a period."""
    found = FindingId.parse("wuhai:x@station/ST1:2018-W27")
    assert found.asked_period().label == "2018-W27"


@pytest.mark.parametrize("label", ["2018-13", "2018-W54", "2018-07-32", "2018-Q5", "0001"])
def test_label_that_names_no_period_is_refused(label: str) -> None:
    """The shape is right, the period is not."""
    with pytest.raises(UnknownFinding):
        FindingId.parse(f"wuhai:x@station/ST1:{label}").asked_period()
