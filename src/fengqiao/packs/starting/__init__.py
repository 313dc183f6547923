"""The beginning of a pack: clauses and stubs from a notice, or a small example."""

from __future__ import annotations

from fengqiao.packs.starting.beginning import NewPack, Start, new_pack, pack_from_notice
from fengqiao.packs.starting.numbering import propose_clauses
from fengqiao.packs.starting.places import Proposed
from fengqiao.packs.starting.stub import Stub
from fengqiao.packs.starting.writing import write_new_pack

__all__ = [
    "NewPack",
    "Proposed",
    "Start",
    "Stub",
    "new_pack",
    "pack_from_notice",
    "propose_clauses",
    "write_new_pack",
]
