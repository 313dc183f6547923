from __future__ import annotations

import pytest

from fengqiao.simulate import Town
from fengqiao.simulate.reported import reported, subjects


def test_each_subject_reports_each_key_once(town: Town) -> None:
    """Stations for one key, officers for the other."""
    rows = [(row[0], row[2]) for row in reported(town)]
    officers = subjects(town, "community_officer")
    assert len(rows) == len(set(rows)) == len(town.stations) + len(officers)


def test_share_is_never_more_than_all(town: Town) -> None:
    """So many of so many."""
    assert all(row[4] <= row[5] for row in reported(town) if row[5] is not None)


def test_plain_number_has_no_total(town: Town) -> None:
    """Only a share is out of something."""
    assert {row[5] for row in reported(town) if row[0] == "calls.attended_share"} == {None}


@pytest.mark.parametrize("kind", ["bureau", "station", "police_room", "grid", "community_officer"])
def test_town_has_subjects_of_each_kind(town: Town, kind: str) -> None:
    """So that whatever is reported for them is reported of somebody."""
    assert subjects(town, kind)
