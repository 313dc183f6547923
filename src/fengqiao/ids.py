"""Ids and opaque references: which texts may stand in a store, and how to mint good ones.

An id names something that the host administers (a station, an officer, an event). A reference
stands for a household, premises, request, case or party and means nothing outside the host.
Both are refused when they carry an identity number or a mobile number: the library holds nothing
about a resident, and a reference is the one place where such a thing could slip in.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import string
from calendar import monthrange
from collections.abc import Collection, Sequence
from typing import Literal
from unicodedata import normalize

from attrs import frozen

from fengqiao.errors import IdRefused

TextKind = Literal["id", "ref", "code", "area_code", "register_name"]

_LENGTHS: dict[TextKind, tuple[int, int]] = {
    "id": (1, 64),
    "ref": (8, 64),
    "code": (1, 64),
    "area_code": (2, 12),
    "register_name": (1, 40),
}
_FOREIGN: dict[TextKind, re.Pattern[str]] = {
    "id": re.compile(r"[^A-Za-z0-9._:\-\n]"),
    "ref": re.compile(r"[^A-Za-z0-9._:\-\n]"),
    "code": re.compile(r"[^a-z0-9._\n]"),
    "area_code": re.compile(r"[^0-9\n]"),
    "register_name": re.compile(r"[\x00-\x09\x0b-\x1f\x7f<>\ud800-\udfff]"),
}
_KEY_SIGNS = (string.ascii_letters + string.digits + "._:-").encode()
_ALLOWED: dict[TextKind, bytes] = {
    "id": _KEY_SIGNS,
    "ref": _KEY_SIGNS,
    "code": (string.ascii_lowercase + string.digits + "._").encode(),
    "area_code": string.digits.encode(),
}
_SIGNS = bytes(
    ord("0")
    if chr(sign) in string.digits
    else ord("a")
    if chr(sign) in string.ascii_letters
    else ord(".")
    for sign in range(256)
)
_ELEVEN_DIGITS = re.compile(r"[0-9]{11}")
_IDENTITY = re.compile(r"(?=([1-8][0-9]{5}(?:18|19|20)[0-9]{2}[01][0-9][0-3][0-9]{4}[0-9Xx]))")
_MOBILE = re.compile(r"(?<![0-9A-Za-z])1[3-9][0-9]{9}(?![0-9A-Za-z])")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"
_REGIONS = ((11, 15), (21, 23), (31, 37), (41, 46), (50, 54), (61, 65), (71, 71), (81, 83))
_PROVINCES = frozenset(str(code) for low, high in _REGIONS for code in range(low, high + 1))
_MONTHS = 12
_SHOWN_CHARACTERS = 4
_SAMPLE = 1_000
"""Rows that decide whether a column repeats itself so much that its set is looked at instead."""


@frozen
class Refusal:
    """Why a text in a column is refused.

    Attributes:
        row: Which text, counted from 0.
        code: `id.shape`, `id.identity_number` or `id.mobile_number`.
    """

    row: int
    code: str


def find_refused(kind: TextKind, texts: Sequence[str]) -> Refusal | None:
    """The first text of a column that may not be held, or None.

    Works on the whole column at once: a million good ids take about a quarter of a second.

    Args:
        kind: What the texts are; an id has 1 to 64 characters, a reference 8 to 64 of
            `A-Z a-z 0-9 . _ : -`.
        texts: The column. Shape (n,).

    Returns:
        The first refusal, or None when every text passes.
    """
    if not texts:
        return None
    repetitive = len(set(texts[:_SAMPLE])) * 2 <= len(texts[:_SAMPLE])
    some = set(texts) if repetitive else texts
    joined = "\n".join(some)
    if not _has_right_lengths(kind, some) or not _has_right_signs(kind, joined, len(some)):
        return _first_bad_shape(kind, texts)
    if not _may_hold_number(joined) or _number_code(joined) is None:
        return None
    row, code = next(
        (row, code) for row, text in enumerate(texts) if (code := _number_code(text)) is not None
    )
    return Refusal(row, code)


def find_numbers(texts: Sequence[str]) -> list[Refusal]:
    """Every text of a column that carries an identity number or a mobile number.

    For cells that are no ids: a number of a person's must not slip in through a count or a key
    that a reference is made from either.

    Args:
        texts: The column. Shape (n,).

    Returns:
        One refusal for each such text, in order.
    """
    if not texts or not _may_hold_number("\n".join(texts)):
        return []
    found = ((row, _number_code(text)) for row, text in enumerate(texts))
    return [Refusal(row, code) for row, code in found if code is not None]


def _has_right_lengths(kind: TextKind, texts: Collection[str]) -> bool:
    shortest, longest = _LENGTHS[kind]
    lengths = set(map(len, texts))
    return shortest <= min(lengths) and max(lengths) <= longest


def _has_right_signs(kind: TextKind, joined: str, count: int) -> bool:
    """Whether this many texts, joined by line feeds, hold the characters of their kind only."""
    if kind == "register_name":
        return not _FOREIGN[kind].search(joined) and joined.count("\n") == count - 1
    if not joined.isascii():
        return False
    return joined.encode().translate(None, _ALLOWED[kind]) == b"\n" * (count - 1)


def _may_hold_number(joined: str) -> bool:
    """Whether a closer look is needed; errs on the side of looking.

    Digits become `0`, letters `a`, the rest `.`, and runs are looked for by plain search, which
    is ten times faster than a pattern.
    """
    if not joined.isascii():
        return bool(_ELEVEN_DIGITS.search(normalize("NFKC", joined)))
    signs = b"." + joined.encode().translate(_SIGNS) + b"."
    return b"0" * 17 in signs or b".00000000000." in signs


def _number_code(text: str) -> str | None:
    text = text if text.isascii() else normalize("NFKC", text)  # full-width digits are digits
    if holds_identity_number(text):
        return "id.identity_number"
    return "id.mobile_number" if _MOBILE.search(text) else None


def _first_bad_shape(kind: TextKind, texts: Sequence[str]) -> Refusal:
    shortest, longest = _LENGTHS[kind]
    foreign = _FOREIGN[kind]
    row = next(
        row
        for row, text in enumerate(texts)
        if not shortest <= len(text) <= longest or "\n" in text or foreign.search(text)
    )
    return Refusal(row, "id.shape")


def holds_identity_number(text: str) -> bool:
    """Whether a text contains a valid 18-digit identity number anywhere.

    Valid means: a province in its first two digits, a day of the calendar, the right check digit.

    Source:
        GB 11643-1999 (structure of the number and its check digit).
    """
    return any(_is_identity_number(match.group(1)) for match in _IDENTITY.finditer(text))


def _is_identity_number(number: str) -> bool:
    year, month, day = int(number[6:10]), int(number[10:12]), int(number[12:14])
    return (
        number[:2] in _PROVINCES
        and 1 <= month <= _MONTHS
        and 1 <= day <= monthrange(year, month)[1]
        and _CHECK_DIGITS[
            sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False)) % 11
        ]
        == number[17].upper()
    )


def check_text(kind: TextKind, text: str, *, what: str) -> str:
    """Return the text if it may be held; refuse it otherwise.

    Args:
        kind: What the text is.
        text: The text.
        what: Name of the field or argument, for the error.

    Raises:
        IdRefused: The text has another shape, or carries an identity or mobile number.
    """
    refused = find_refused(kind, (text,))
    if refused:
        shortest, longest = _LENGTHS[kind]
        raise IdRefused(refused.code, field=what, kind=kind, shortest=shortest, longest=longest)
    return text


def shape_facts(kind: TextKind) -> dict[str, object]:
    """The facts that the text of `id.shape` names for a kind."""
    shortest, longest = _LENGTHS[kind]
    return {"kind": kind, "shortest": shortest, "longest": longest}


def mint_ref(secret: bytes, kind: str, host_key: str) -> str:
    """An opaque reference for something in the host's own records.

    The same secret, kind and key always give the same reference; without the secret nobody gets
    back to the key. Keep the secret outside the store.

    Args:
        secret: At least 16 bytes that only the host knows.
        kind: What is meant: `household`, `premises`, `request`, `case` or `party`. The same key
            under another kind gives another reference.
        host_key: The host's own key.

    Returns:
        26 characters of base32 (130 bits of an HMAC-SHA-256).

    Raises:
        IdRefused: The secret is shorter than 16 bytes.
    """
    shortest_secret = 16
    is_bytes = isinstance(secret, bytes)  # a host may pass text all the same
    if not is_bytes or len(secret) < shortest_secret:
        raise IdRefused("id.secret_short", shortest=shortest_secret)
    digest = hmac.new(secret, f"{kind}\x00{host_key}".encode(), hashlib.sha256).digest()
    return base64.b32encode(digest).decode("ascii")[:26]


def shown_ref(ref: str) -> str:
    """A reference as logs and reprs may show it: its last four characters."""
    return f"...{ref[-_SHOWN_CHARACTERS:]}"
