"""The pack of Wuhai keeps what every finished pack promises."""

from __future__ import annotations

from fengqiao.testing.pack_contract import PackContract


class TestWuhai(PackContract):
    """Reads, is complete, is measured, and its cases come out."""

    pack = "wuhai"
