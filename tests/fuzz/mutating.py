"""Bytes made from good ones by what goes wrong with files: the same for the same seed."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

MOST_BYTES = 192 * 1024
"""No input is longer: below what the readers of packs refuse by size alone."""
SEVERAL = 4
"""Most changes to one input."""

TOKENS: Sequence[bytes] = tuple(
    text.encode("utf-8", "surrogatepass")
    for text in (
        "\0", "\ufeff", "\ufffe", "\ud800", "\udfff", "\u2028", "\x85", "\x1a", "\x1b[31m",
        "\u202e", "\u200b", "\u3000", "\r\n", "\r", "\n", "\t", "\f", " ", "，", "“", "”", "：",
        "【", "１９", "²", "Ⅷ", "٣", "𝟙", "İ", "ß", "e\u0301", "警", "\U0010ffff", "0", "-1", "-0",
        "1e999", "NaN", "Infinity", "0x10", "1_000", "00", "9" * 20, "9" * 400, "9" * 5000,
        "." * 300, "0." + "3" * 400, "2018-02-30", "0000-00-00", "9999-12-31", "0001-01-01",
        "1899-12-31", "2018-W53", "2018-13", "24:00", "2018-07-03T25:00",
        "2018-07-03T09:00+08:00", "2018-07-03T09:00+23:59:59", "9999-12-31T23:59:59-12:00",
        "0001-01-01T00:00+14:00", "null", "true", "false", "{}", "[]", '""', "[[", "]]", "[", "]",
        "{", "}", '"', "'", '"""', "'''", "\\", "\\u0000", "\\ud800", "\\x", ",", ";", ":", "=",
        ".", "..", "/", "../", "@", "#", "%", "*", "=1+1", "<b>", "[bold]", "[/]", "{0}", "%s",
        "erased.A", '"open"', "open", "format = 1", "[[norm]]", '{"batch":',
    )
)  # fmt: skip
NUMBERS = (
    *(b"%d" % number for number in (0, 1, 2, 7, 99, 2**31, 2**63, 2**64, 10**18)),
    b"9" * 4300, b"9" * 4400,
)  # fmt: skip
"""4,300 digits are the most that Python reads."""
PAIRS = (
    (b"[", b"]"), (b"{", b"}"), (b'{"a":', b"}"), (b"{a=", b"}"), (b"(", b")"), (b"a.", b"a"),
    (b'"', b'"'),
)  # fmt: skip
"""What may be nested."""
DIGITS = b"0123456789"
ODD_CELLS: Sequence[Any] = (
    None, True, False, 0, 1, -1, 2, 63, 2**31, 2**53, 2**63, -(2**63) - 1, 10**40, 0.5, 1e308,
    float("nan"), float("inf"), "", " ", "0", "9" * 5000 + ":00", "9:60", "24:00", "-1:00",
    "٣:٣0", "\0", "\ud800", "\ufeff", "a" * 5000, "2018-07-03", "20180703", "2018-W27-2",
    "9999-12-31", "0001-01-01", "2018-02-30", "erased.A", "open", "S01", "990001001001",
    "household-0001", "visit", "void", [], {}, [[]], [None], [0], ["a"], ["2018-07-03"], [{}],
    {"": None}, {"a": {"a": {"a": []}}}, {"0": "x"}, {"999": None}, {"-1": "x"}, {"1e3": 1},
    "a,b", "b,a", ",", "\n", "x" * 64, "x" * 65,
)  # fmt: skip
"""What may stand where JSON has a part."""
ODD_NAMES = (
    "", "format", "kind", "id", "0", "\0", "\ud800", "a", "day", "self", "case_id", "known_at",
    "reason",
)  # fmt: skip


def _json_of(text: bytes) -> Any:  # noqa: ANN401  whatever JSON holds
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _places(holder: Any) -> list[tuple[Any, Any]]:  # noqa: ANN401  as above
    """Every part of something read from JSON: what holds it, and its name or number there."""
    found: list[tuple[Any, Any]] = []
    waiting = [holder]
    while waiting:
        inner = waiting.pop()
        for key in list(inner) if isinstance(inner, dict) else range(len(inner)):
            found.append((inner, key))
            if isinstance(inner[key], (dict, list)):
                waiting.append(inner[key])
    return found


class Mutator:
    """Makes inputs out of seeds; every choice comes from one source of chance."""

    def __init__(self, seeds: Sequence[bytes], chance: Random, tokens: Sequence[bytes]) -> None:
        self._seeds = seeds
        self._chance = chance
        self._tokens = (*TOKENS, *tokens)
        self._words = sorted({word for seed in seeds for word in seed.split() if len(word) < 40})
        self._changes: Sequence[Callable[[bytearray], None]] = (
            self._flip, self._byte, self._cut, self._cut, self._truncate, self._copy, self._splice,
            *[self._token] * 3, *[self._word] * 3, *[self._number] * 2, *[self._line] * 2,
            self._repeat, self._nest, self._ends, self._encode,
            *([self._cell] * 12 if self._has_json() else ()),
        )  # fmt: skip

    def _has_json(self) -> bool:
        """Whether the seeds are JSON, or lines of it."""
        lines = (line for seed in self._seeds for line in (seed, *seed.split(b"\n")))
        return any(isinstance(_json_of(line), dict) for line in lines)

    def next(self) -> bytes:
        """Another input."""
        made = bytearray(self._chance.choice(self._seeds))
        for _ in range(self._chance.randint(1, SEVERAL)):
            self._chance.choice(self._changes)(made)
            del made[MOST_BYTES:]
        return bytes(made)

    def _at(self, made: bytearray) -> int:
        return self._chance.randint(0, len(made))

    def _range(self, made: bytearray, most: int) -> slice:
        start = self._at(made)
        return slice(start, start + self._chance.randint(0, most))

    def _flip(self, made: bytearray) -> None:
        """One bit."""
        if made:
            made[self._chance.randrange(len(made))] ^= 1 << self._chance.randrange(8)

    def _byte(self, made: bytearray) -> None:
        at = self._at(made)
        made[at : at + self._chance.randint(0, 1)] = self._chance.randbytes(1)

    def _cut(self, made: bytearray) -> None:
        del made[self._range(made, self._chance.choice((1, 8, 64, 1000)))]

    def _truncate(self, made: bytearray) -> None:
        del made[self._at(made) :]

    def _copy(self, made: bytearray) -> None:
        """A piece stands twice, somewhere."""
        piece = made[self._range(made, 200)]
        made[self._range(made, 0)] = piece

    def _splice(self, made: bytearray) -> None:
        """A piece of another seed."""
        other = bytearray(self._chance.choice(self._seeds))
        made[self._range(made, 60)] = other[self._range(other, 400)]

    def _token(self, made: bytearray) -> None:
        made[self._range(made, self._chance.choice((0, 0, 1, 4, 12)))] = self._chance.choice(
            self._tokens
        )

    def _word(self, made: bytearray) -> None:
        """A word of any seed, or a token, takes the place of a word."""
        words = bytes(made).split()
        if not words:
            return
        old = self._chance.choice(words)
        new = self._chance.choice(
            self._words if self._words and self._chance.random() < 0.6 else self._tokens
        )
        start = made.find(old, self._chance.randint(0, len(made)))
        start = made.find(old) if start < 0 else start
        made[start : start + len(old)] = new

    def _number(self, made: bytearray) -> None:
        """Another number in the place of some digits."""
        digits = [at for at, sign in enumerate(made) if sign in DIGITS]
        if not digits:
            return
        start = end = self._chance.choice(digits)
        while end < len(made) and made[end] in DIGITS:
            end += 1
        sign = self._chance.choice((b"", b"", b"", b"-", b"+", b"0."))
        made[start:end] = sign + self._chance.choice(NUMBERS)

    def _cell(self, made: bytearray) -> None:
        """Something odd, or another part of it, in the place of a part of some JSON."""
        lines = [bytes(made)] if _json_of(bytes(made)) is not None else bytes(made).split(b"\n")
        at = self._chance.randrange(len(lines))
        holder = [_json_of(lines[at])]
        if holder == [None]:
            return
        places = _places(holder)
        inner, key = self._chance.choice(places)
        how = self._chance.random()
        if how < 0.15 and inner is not holder:
            del inner[key]
        elif how < 0.35:
            other, name = self._chance.choice(places)
            inner[key] = json.loads(json.dumps(other[name]))
        elif how < 0.5 and isinstance(inner, dict):
            inner[self._chance.choice(ODD_NAMES)] = inner[key]
        else:
            inner[key] = self._chance.choice(ODD_CELLS)
        written = json.dumps(holder[0], ensure_ascii=self._chance.random() < 0.5)
        lines[at] = written.encode("utf-8", "surrogatepass")
        made[:] = b"\n".join(lines)

    def _repeat(self, made: bytearray) -> None:
        """A short piece very often."""
        at = self._range(made, self._chance.choice((1, 3, 12, 80)))
        made[at] = bytes(made[at]) * self._chance.choice((2, 3, 50, 1000, 20_000))

    def _nest(self, made: bytearray) -> None:
        """Something very deep, closed again or not."""
        opened, closed = self._chance.choice(PAIRS)
        depth = self._chance.choice((3, 60, 600, 5000, 40_000))
        at = self._at(made)
        made[at:at] = (
            opened * depth
            + self._chance.choice((b"", b"1", b"x"))
            + closed * self._chance.choice((0, depth))
        )

    def _line(self, made: bytearray) -> None:
        """Lines left out, swapped, or doubled."""
        lines = made.split(b"\n")
        at, other = self._chance.randrange(len(lines)), self._chance.randrange(len(lines))
        how = self._chance.randrange(3)
        if how == 0:
            del lines[at]
        elif how == 1:
            lines[at], lines[other] = lines[other], lines[at]
        else:
            lines.insert(at, lines[other])
        made[:] = b"\n".join(lines)

    def _ends(self, made: bytearray) -> None:
        """Other ends of lines, or a mark of byte order before them."""
        how = self._chance.randrange(4)
        if how == 3:
            made[:0] = b"\xef\xbb\xbf"
        else:
            made[:] = made.replace(b"\n", (b"\r\n", b"\r", b"\n\n")[how])

    def _encode(self, made: bytearray) -> None:
        """The same text in another encoding."""
        encoding = self._chance.choice(("utf-16", "gb18030", "utf-8-sig", "utf-32-le", "latin-1"))
        made[:] = bytes(made).decode("utf-8", "replace").encode(encoding, "replace")
