"""Working time in words."""

from __future__ import annotations

import pytest

import fengqiao
from fengqiao.cli.work_time import hours_of, share_of, title_of
from fengqiao.testing.small import SMALL_PACK


@pytest.mark.parametrize(("minutes", "text"), [(0, "0:00"), (90, "1:30"), (6005, "100:05")])
def test_hours_and_minutes(minutes: int, text: str) -> None:
    """Minutes always take two digits."""
    assert hours_of(minutes) == text


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [(479, 480, "99 %"), (480, 480, "100 %"), (1, 480, "<1 %"), (0, 480, "0 %"), (1, 0, "-")],
)
def test_a_share_is_cut(part: int, whole: int, text: str) -> None:
    """What is not full never shows as 100 %, and what is there never as nothing."""
    assert share_of(part, whole) == text


def test_what_a_meeting_agreed_is_told_apart() -> None:
    """An action item has the entry of its meeting, and is not the meeting."""
    item = "testtown:meeting.community:action_item@community_officer/S01:A7"
    with fengqiao.open_workspace("memory:", packs=[SMALL_PACK]) as ws:
        assert title_of(ws, "meeting.community", "en", item=item) == (
            "Community meeting / what it agreed to do"
        )
