"""Erased references: what is known of them afterwards is a keyed digest, and nothing else."""

from __future__ import annotations

import base64
import hashlib
import secrets
from collections.abc import Iterable, Iterator, Mapping

TOKEN_PREFIX = "erased."  # noqa: S105  what stands where a reference was
DIGEST_BYTES = 32
"""Length of a digest, and of the key it is made with."""
_TOKEN_BYTES = 20


def fresh_token() -> str:
    """A random reference that nothing leads to; 160 bits."""
    return TOKEN_PREFIX + base64.b32encode(secrets.token_bytes(_TOKEN_BYTES)).decode("ascii")


def fresh_key() -> bytes:
    """A random key for digests; one for each store that erases."""
    return secrets.token_bytes(DIGEST_BYTES)


def digest_of(key: bytes, ref: str) -> bytes:
    """The digest of a reference under a key.

    Source:
        RFC 7693 (BLAKE2b, keyed).
    """
    return hashlib.blake2b(ref.encode(), key=key, digest_size=DIGEST_BYTES).digest()


def erased_id(key: bytes, id_: str) -> str:
    """What stands for the id of a fact that held an erased reference.

    Made with the key, which travels with an export, so that two stores which hold the same fact
    give it the same id.
    """
    return TOKEN_PREFIX + base64.b32encode(digest_of(key, id_)[:_TOKEN_BYTES]).decode("ascii")


class Erasures:
    """Digests of erased references, by key; a loaded export brings its own key along."""

    def __init__(self, digests: Iterable[tuple[bytes, bytes]] = ()) -> None:
        self._by_key: dict[bytes, set[bytes]] = {}
        for key, digest in digests:
            self._by_key.setdefault(key, set()).add(digest)

    def __bool__(self) -> bool:
        """Whether anything was erased."""
        return bool(self._by_key)

    def __iter__(self) -> Iterator[tuple[bytes, bytes]]:
        """Pairs of key and digest, sorted."""
        return (
            (key, digest) for key in sorted(self._by_key) for digest in sorted(self._by_key[key])
        )

    def __contains__(self, ref: str) -> bool:
        """Whether a reference was erased."""
        return any(digest_of(key, ref) in held for key, held in self._by_key.items())

    def among(self, refs: Iterable[str | None]) -> set[str]:
        """Those of the references that were erased; a cell without one is passed over."""
        return {ref for ref in set(refs) if ref is not None and ref in self}

    def by_key(self) -> Mapping[bytes, list[bytes]]:
        """Sorted digests by key, keys sorted."""
        return {key: sorted(self._by_key[key]) for key in sorted(self._by_key)}

    def record_of(self, ref: str) -> tuple[bytes, bytes]:
        """Key and digest under which a reference is, or is to be, remembered."""
        known = (key for key in sorted(self._by_key) if digest_of(key, ref) in self._by_key[key])
        key = next(known, None) or min(self._by_key, default=None) or fresh_key()
        return key, digest_of(key, ref)

    def minus(self, other: Erasures) -> Erasures:
        """Those that the other doesn't have."""
        held = set(other)
        return Erasures(pair for pair in self if pair not in held)

    def plus(self, pairs: Iterable[tuple[bytes, bytes]]) -> Erasures:
        """These and more."""
        return Erasures([*self, *pairs])
