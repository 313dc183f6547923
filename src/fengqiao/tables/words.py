"""Words of closed lists as people write them: the word itself, or its label in zh or en."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from unicodedata import normalize

from fengqiao.rules.catalogue import Vocabulary, close_names

_MOST_CLOSE = 3
_SEPARATORS = re.compile("[,;\n\u3001\uff0c\uff1b]")
_MOST_SHOWN = 8
"""Words of a list that is so short that it is shown in full."""


def plain(text: str) -> str:
    """A text as it is compared: without blanks, half-width, in lower case."""
    return "".join(normalize("NFKC", text).casefold().split())


def lookup(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What plain texts stand for; one that could stand for two things stands for none.

    Args:
        pairs: Texts and what each stands for.
    """
    found: dict[str, str] = {}
    ambiguous: set[str] = set()
    for text, meaning in pairs:
        key = plain(text)
        if key and found.setdefault(key, meaning) != meaning:
            ambiguous.add(key)
    return {key: meaning for key, meaning in found.items() if key not in ambiguous}


class Words:
    """The words of one closed list by all their spellings."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.name = vocabulary.name
        words: Mapping[str, object] = vocabulary.words
        labels = lookup(
            (label, word)
            for word, names in vocabulary.words.items()
            for label in (names.zh, names.en)
            if label
        )
        self._meanings = {**labels, **{plain(word): word for word in words}}
        self._shown = {
            word: f"{word} ({names.zh})" if names.zh else word
            for word, names in vocabulary.words.items()
        }
        self.all = tuple(self._shown.values()) if len(self._shown) <= _MOST_SHOWN else ()

    def one(self, text: str) -> str | None:
        """The word that a text means, or None."""
        return self._meanings.get(plain(text))

    def close(self, text: str) -> tuple[str, ...]:
        """At most three words of the list whose spelling or label is close to a text."""
        parts = [plain(part) for part in _SEPARATORS.split(text)]
        wrong = [part for part in parts if part not in self._meanings]
        found = [
            self._shown[self._meanings[name]]
            for part in wrong
            for name in close_names(part, self._meanings)
        ]
        return tuple(dict.fromkeys(found))[:_MOST_CLOSE]

    def several(self, text: str) -> tuple[str, ...] | None:
        """The words that a text lists, or None where one of them is no word of the list."""
        whole = self.one(text)
        if whole is not None:  # a label may hold a separator
            return (whole,)
        words = [self.one(part) for part in _SEPARATORS.split(text) if part.strip()]
        return None if None in words else tuple(word for word in words if word)
