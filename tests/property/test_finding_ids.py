"""Finding ids read back into what they were made of, whatever that is."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from fengqiao.judging import FindingId
from fengqiao.timing import PeriodUnit, period_of

NAMES = st.from_regex(r"[a-z0-9_.]{1,20}", fullmatch=True)
UNITS: list[PeriodUnit] = ["day", "week", "month", "quarter", "half_year", "year"]
PERIODS = st.builds(
    lambda unit, day: str(period_of(unit, day)),
    st.sampled_from(UNITS),
    st.dates(date(1901, 1, 1), date(9998, 12, 31)),
)
IDS = st.builds(
    FindingId,
    pack=st.from_regex(r"[a-z0-9_\-]{1,20}", fullmatch=True),
    entry=NAMES,
    requirement=st.none() | NAMES,
    subject_kind=st.from_regex(r"[a-z_]{1,20}", fullmatch=True),
    subject=st.from_regex(r"[A-Za-z0-9._:\-]{1,64}", fullmatch=True),
    period=PERIODS,
)


@given(IDS)
def test_finding_id_round_trips(finding: FindingId) -> None:
    """No two findings share an id, and each id says which finding it is."""
    assert FindingId.parse(str(finding)) == finding


@given(IDS)
def test_period_of_an_id_round_trips(finding: FindingId) -> None:
    """The period of an id is the one it was made of."""
    assert str(finding.asked_period()) == finding.period
