"""Words of closed lists as people write them: the word itself, or its label in zh or en."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from unicodedata import normalize

from fengqiao.rules.catalogue import Vocabulary

_SEPARATORS = re.compile("[,;\n\u3001\uff0c\uff1b]")
_MOST_SHOWN = 30


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
        self.shown = [
            f"{word} ({names.zh})" if names.zh else word
            for word, names in list(vocabulary.words.items())[:_MOST_SHOWN]
        ]

    def one(self, text: str) -> str | None:
        """The word that a text means, or None."""
        return self._meanings.get(plain(text))

    def several(self, text: str) -> tuple[str, ...] | None:
        """The words that a text lists, or None where one of them is no word of the list."""
        whole = self.one(text)
        if whole is not None:  # a label may hold a separator
            return (whole,)
        words = [self.one(part) for part in _SEPARATORS.split(text) if part.strip()]
        return None if None in words else tuple(word for word in words if word)
