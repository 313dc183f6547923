"""The pack of Laixi keeps what every finished pack promises."""

from __future__ import annotations

from fengqiao.testing.pack_contract import PackContract


class TestLaixi(PackContract):
    """Reads, is complete, is measured, and its cases come out."""

    pack = "laixi"
