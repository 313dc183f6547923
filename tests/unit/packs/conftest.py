"""What tests of packs share: a whole pack, and packs made of a few lines."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from fengqiao.errors import Fault, PackError
from fengqiao.packs import read_pack
from fengqiao.rules import Pack

TESTS = Path(__file__).parents[2]
HEAD = """format = 1

[pack]
id = "town"
version = "1"
zh = "测试地"
areas = ["990001"]

[[source]]
id = "order"
zh = "测试令"
issued = 2018-06-25

[[clause]]
ref = "一"

"""

Reader = Callable[[str], Pack]
Finder = Callable[[str], tuple[Fault, ...]]


@pytest.fixture(scope="session")
def everytown() -> Pack:
    """The pack that has every table of the format."""
    return read_pack(TESTS / "packs_for_tests" / "every_table")


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    """Reads a pack made of these lines, below a pack, a source of 2018-06-25 and a clause."""

    def read_text(text: str) -> Pack:
        (tmp_path / "data").mkdir(exist_ok=True)
        (tmp_path / "data" / "pack.toml").write_text(HEAD + text, encoding="utf-8")
        return read_pack(tmp_path)

    return read_text


@pytest.fixture
def faults(read: Reader) -> Finder:
    """Gives the faults of a pack made of these lines."""

    def find(text: str) -> tuple[Fault, ...]:
        with pytest.raises(PackError) as caught:
            read(text)
        return caught.value.faults

    return find
