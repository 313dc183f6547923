"""The verb `who`: who was responsible for a place on a day."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Runner = Callable[..., Any]
Town = Any
"""The small town of `conftest.py`, which tests can't import."""
ROOM = ("who", "police_room", "R1", "--on", "2018-07-01")


def test_posts_are_listed_in_words(run: Runner, town: Town) -> None:
    """Staff, role, what it is held at, from and until when."""
    out = run(*ROOM, *town.asking("--lang", "en")).out
    assert "S01      community officer  police room R1  2018-01-01  -" in out


def test_posts_are_told_as_data(run: Runner, town: Town) -> None:
    """The question stands beside the posts."""
    told = json.loads(run(*ROOM, *town.asking("--json")).out)
    assert (told["kind"], told["id"], told["on"]) == ("police_room", "R1", "2018-07-01")
    assert [(one["staff"], one["by"]) for one in told["posts"]] == [("S01", "room")]


def test_nobody_is_said(run: Runner, town: Town) -> None:
    """Where the register knew the place and nobody held it."""
    file = Path(town.config).with_name("areas.csv")
    file.write_text("area,name,since\n990001009,三街道,2018-01-01\n", encoding="utf-8")
    run("load", "area", str(file), *town.asking())
    out = run("who", "area", "990001009", "--on", "2018-07-01", *town.asking("--lang", "zh")).out
    assert out == "2018-07-01 无人负责。\n"


def test_as_known_reaches_the_register(run: Runner, town: Town) -> None:
    """Before anything was recorded there was no such room."""
    done = run(*ROOM, *town.asking("--lang", "en"), "--as-known", "2017-01-01T09:00+08:00")
    assert (done.code, "request.not_on_register" in done.err) == (2, True)
