"""`python -m fengqiao.cli` does what `fengqiao` does."""

from __future__ import annotations

from fengqiao.cli import main

main()
