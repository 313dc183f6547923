"""The pack of Binhai keeps what every finished pack promises."""

from __future__ import annotations

from fengqiao.testing.pack_contract import PackContract


class TestBinhai(PackContract):
    """Reads, is complete, is measured, and its cases come out."""

    pack = "binhai"
