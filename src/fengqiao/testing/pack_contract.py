"""The contract of a pack that is finished, as a class for pytest.

Checks may be added in any minor release while this library is 0.x; each is named in the
changelog. Without pytest, `fengqiao.packs.check_pack(pack, strict=True)` gives the same faults.

Example:
    A test module of a plugin that brings a pack needs three lines::

        from fengqiao.testing.pack_contract import PackContract

        class TestOurTown(PackContract):
            pack = "ourtown"
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import ClassVar

from fengqiao.errors import Fault, render
from fengqiao.packs import CheckedPack, installed_packs, look_over
from fengqiao.packs.installed import locate
from fengqiao.rules import Pack


class PackContract:
    """What every finished pack has to pass; derive a class whose name begins with `Test`.

    Must override: `pack`. Never override: everything else.

    Attributes:
        pack: The id of an installed pack, or its folder.
    """

    pack: ClassVar[str | Path]

    def test_reads(self) -> None:
        """Every file of the pack is read, and its parents with it."""
        assert _told(_looked_over(self.pack), "faults", but=("case.differs",)) == []

    def test_cases_come_out_as_expected(self) -> None:
        """There are worked cases, and each comes out as it says."""
        assert _read(self.pack).cases
        assert _told(_looked_over(self.pack), "faults", only=("case.differs",)) == []

    def test_every_part_is_accounted_for(self) -> None:
        """Each part of each clause has an entry, or a reason why it has none."""
        assert _read(self.pack).clauses
        assert _told(_looked_over(self.pack), "lacking", only=("pack.part_unaccounted",)) == []

    def test_every_entry_has_its_cases(self) -> None:
        """Worked cases show every kind of answer of each entry."""
        _read(self.pack)
        codes = ("pack.few_cases", "pack.procedure_cases", "pack.score_cases")
        assert _told(_looked_over(self.pack), "lacking", only=codes) == []

    def test_every_entry_is_measured(self) -> None:
        """No entry would be answered `not_installed`."""
        _read(self.pack)
        assert [entry.id for entry in _looked_over(self.pack).not_installed] == []

    def test_is_installed_under_its_id(self) -> None:
        """A distribution brings this pack, file by file, under the id that stands in its files."""
        read = _read(self.pack)
        folder = locate(read.id, installed_packs())
        asked = self.pack if isinstance(self.pack, Path) else locate(self.pack, installed_packs())
        assert _files(folder) == _files(asked), "Its files differ: install it again."


@cache
def _looked_over(pack: str | Path) -> CheckedPack:
    return look_over(pack)


def _read(pack: str | Path) -> Pack:
    found = _looked_over(pack).pack
    assert found is not None, "The pack can't be read: see test_reads."
    return found


def _files(folder: Path) -> dict[str, bytes]:
    """What stands in the files of a pack; an installed one is a copy of its folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for part in ("data", "cases")
        for path in (folder / part).glob("*.toml")
    }


def _told(
    looked_over: CheckedPack, kind: str, *, only: Iterable[str] = (), but: Iterable[str] = ()
) -> list[str]:
    """Faults of a kind in words, so that a failing test says what to do."""
    faults: tuple[Fault, ...] = getattr(looked_over, kind)
    return [
        render(fault)
        for fault in faults
        if fault.code not in but and (not only or fault.code in only)
    ]
