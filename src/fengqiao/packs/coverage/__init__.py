"""Notice coverage: which entry of a pack carries each number of a notice, and which is missing."""

from __future__ import annotations

from fengqiao.packs.coverage.comparing import ClauseCoverage, Coverage, cover
from fengqiao.packs.coverage.ledger import check_ledger, ledger_of, write_ledger
from fengqiao.packs.coverage.notice import Notice, parse_notice, read_notice
from fengqiao.packs.coverage.numbers import Found, Obligation, find_numbers, find_obligations
from fengqiao.packs.coverage.verdicts import Verdict

__all__ = [
    "ClauseCoverage",
    "Coverage",
    "Found",
    "Notice",
    "Obligation",
    "Verdict",
    "check_ledger",
    "cover",
    "find_numbers",
    "find_obligations",
    "ledger_of",
    "parse_notice",
    "read_notice",
    "write_ledger",
]
