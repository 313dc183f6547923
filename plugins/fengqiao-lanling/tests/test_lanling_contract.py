"""The pack of Lanling keeps what every finished pack promises."""

from __future__ import annotations

from fengqiao.testing.pack_contract import PackContract


class TestLanling(PackContract):
    """Reads, is complete, is measured, and its cases come out."""

    pack = "lanling"
