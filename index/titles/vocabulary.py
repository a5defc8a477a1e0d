"""Which words are common, which are known at all, and which look like words."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from index.titles.words import norms

_COMMON_SHARE = 0.002  # of the films' descriptions, from which a word is common
_KEPT = 60_000
_SHORT = 4  # letters
_PLAUSIBLE = 0.7  # share of letter triples seen before, from which a string looks like a word


@cache
def little_words() -> frozenset[str]:
    """Function words, in normal form: they carry no wish of their own."""
    return _listed("little")


@cache
def common_words() -> frozenset[str]:
    """Words that everybody uses, in normal form, function words included."""
    return _listed("common") | little_words()


def _listed(name: str) -> frozenset[str]:
    raw = tomllib.loads((Path(__file__).parent / "common.toml").read_text(encoding="utf-8"))
    return frozenset(norms(raw[name]))


class Vocabulary:
    """Words of the films' own descriptions, on top of the words that everybody uses."""

    def __init__(self, *, common: Iterable[str], known: Iterable[str], triples: Iterable[str]) -> None:
        self._common = frozenset(common)
        self._known = frozenset(known)
        self._triples = frozenset(triples)

    @classmethod
    def build(cls, documents: Iterable[str], others: Iterable[str] = ()) -> Vocabulary:
        """From descriptions, one a film; `others` are words (of names and titles) that are known but tell nothing."""
        seen: Counter[str] = Counter()
        count = 0
        for document in documents:
            seen.update(set(norms(document)))
            count += 1
        least = max(5, _COMMON_SHARE * count)
        known = [word for word, _ in seen.most_common(_KEPT)]
        spelled = {*known, *common_words(), *others}
        return cls(
            common=sorted(word for word, films in seen.items() if films >= least),
            known=sorted({*known, *others}),
            triples=sorted({triple for word in spelled if word.isalpha() and word.isascii() for triple in _cut(word)}),
        )

    @classmethod
    def from_columns(cls, columns: dict[str, str]) -> Vocabulary:
        """What `columns` gave."""
        return cls(**{name: columns[name].split(" ") for name in ("common", "known", "triples")})

    def columns(self) -> dict[str, str]:
        """Everything, for storage."""
        parts = {"common": self._common, "known": self._known, "triples": self._triples}
        return {name: " ".join(sorted(words)) for name, words in parts.items()}

    def common(self, word: str) -> bool:
        """Whether everybody uses this word (in normal form), so that it tells nothing about a title."""
        return word in common_words() or word in self._common

    def known(self, word: str) -> bool:
        """Whether the word (in normal form) was met anywhere."""
        return word in self._known or word in common_words()

    def plausible(self, word: str) -> bool:
        """Whether the word is known, or at least looks like one ("saccharine", not "asdfgh")."""
        if self.known(word) or word.isdigit():
            return True
        if not word.isascii() or len(word) < 3:
            return False
        triples = _cut(word)
        share = _PLAUSIBLE if len(word) > _SHORT else 1.0  # a few letters have to look right throughout
        return sum(t in self._triples for t in triples) >= share * len(triples)


def _cut(word: str) -> list[str]:
    padded = f"^{word}$"
    return [padded[i : i + 3] for i in range(len(padded) - 2)]
