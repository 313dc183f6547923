"""Clauses in tables."""

from __future__ import annotations

import pytest

from fengqiao.papers.clauses import shown_clauses


@pytest.mark.parametrize(
    ("refs", "shown"),
    [
        (["四(一)第一项", "四"], "四(一)第一项"),
        (["三(三)", "四(三)第一项", "三"], "三(三)、四(三)第一项"),
        (["十", "十一(一)"], "十、十一(一)"),  # another clause, not its heading
        (["四"], "四"),
        (["a:四(一)", "a:四", "b:四"], "a:四(一)、b:四"),
    ],
)
def test_heading_is_left_out(refs: list[str], shown: str) -> None:
    """Where a clause below it is named."""
    assert shown_clauses(refs, "zh") == shown
