"""Which films are about a theme: by their keywords, else by the words of their documents."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from index.catalogue import Catalogue
from index.lexical import Lexical

BY_KEYWORD = 1.0
BY_MENTION = 0.5


class Themes:
    """Themes over a catalogue."""

    def __init__(self, catalogue: Catalogue, lexical: Lexical) -> None:
        self._catalogue = catalogue
        self._lexical = lexical
        self.strength = lru_cache(maxsize=64)(self._strength)
        """`strength(theme)`: (films,) 1 where a keyword holds its words, a half where the document does, else 0."""

    @cached_property
    def _having(self) -> dict[str, set[str]]:
        """Keywords by each of their words."""
        having: dict[str, set[str]] = defaultdict(set)
        for name in self._catalogue.keywords.names:
            for word in _words(name):
                having[word].add(name)
        return dict(having)

    def _keywords(self, wanted: list[str]) -> set[str]:
        """Keywords that hold all words, in the singular or the plural."""
        found = [set[str]().union(*(self._having.get(w, ()) for w in _numbers(word))) for word in wanted]
        return set.intersection(*found) if found else set()

    def _strength(self, theme: str) -> NDArray[np.float32]:
        wanted = theme.lower().split()
        by_keyword = self._catalogue.keywords.having(*self._keywords(wanted))
        mentions = np.ones(len(self._catalogue), dtype=bool)
        for word in wanted:
            mentions &= self._lexical.scores(word) > 0
        strength = np.where(by_keyword, BY_KEYWORD, np.where(mentions, BY_MENTION, 0.0)).astype(np.float32)
        strength.setflags(write=False)
        return strength


def _words(keyword: str) -> list[str]:
    return keyword.lower().replace("-", " ").split()


def _numbers(word: str) -> tuple[str, ...]:
    return (word, f"{word}s", *([word[:-1]] if word.endswith("s") else []))
