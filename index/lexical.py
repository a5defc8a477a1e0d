"""Films by the words of their documents: BM25 (Robertson and Zaragoza 2009), weighed once by bm25s when it is built.

bm25s keeps the finished weight of every word in every document, so that searching is adding up columns. That is done
here on its arrays: importing the library takes longer than everything else that a first reply needs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import Stemmer
from numpy.typing import NDArray

from index.errors import ArtefactError

_WORD = re.compile(r"\w\w+")
_STOP = frozenset(
    re.findall(
        _WORD,
        """
    an and are as at be but by for if in into is it no not of on or such that the their then there these they this
    to was will with
""",
    )
)
_ARRAYS = ("data", "indices", "indptr")


@cache
def _stemmer() -> Any:
    return Stemmer.Stemmer("english")


def tokens(text: str) -> list[str]:
    """The stems of a text that count, in order."""
    stems: list[str] = _stemmer().stemWords([word for word in _WORD.findall(text.lower()) if word not in _STOP])
    return stems


class Lexical:
    """A BM25 index over film documents, in catalogue order: the weights as columns, one a word."""

    def __init__(self, columns: dict[str, NDArray[Any]], vocabulary: dict[str, int], films: int) -> None:
        self._columns = columns  # data (weights,), indices (weights,) rows, indptr (words + 1,) where columns start
        self._vocabulary = vocabulary
        self._films = films

    @classmethod
    def build(cls, documents: Sequence[str]) -> Lexical:
        """An index over documents, one a film."""
        import bm25s

        read = [tokens(document) for document in documents]
        # Numbered in order: left to bm25s, the same documents give other files with every run.
        vocabulary = {token: number for number, token in enumerate(sorted({t for some in read for t in some}))}
        index = bm25s.BM25(method="lucene")
        index.index(([[vocabulary[t] for t in some] for some in read], vocabulary), show_progress=False)
        return cls({name: index.scores[name] for name in _ARRAYS}, vocabulary, len(documents))

    @classmethod
    def open(cls, folder: Path) -> Lexical:
        """Map an index that `save` wrote; raises ArtefactError when it cannot be read."""
        try:
            columns = {name: np.load(folder / f"{name}.npy", mmap_mode="r") for name in _ARRAYS}
            about = json.loads((folder / "vocabulary.json").read_text(encoding="utf-8"))
            vocabulary = {word: number for number, word in enumerate(about["words"])}
            return cls(columns, vocabulary, int(about["films"]))
        except Exception as broken:  # json and numpy fail in many ways over bytes that they did not write
            raise ArtefactError(f"{folder} cannot be read: build again with `matinee catalogue build`") from broken

    def save(self, folder: Path) -> None:
        """Write the index as a folder of arrays."""
        folder.mkdir(parents=True, exist_ok=True)
        for name, values in self._columns.items():
            np.save(folder / f"{name}.npy", values)
        about = {"films": self._films, "words": sorted(self._vocabulary, key=lambda word: self._vocabulary[word])}
        (folder / "vocabulary.json").write_text(json.dumps(about, ensure_ascii=False), encoding="utf-8")

    def __len__(self) -> int:
        return self._films

    def scores(self, text: str) -> NDArray[np.float32]:
        """BM25 of every film for a text: (films,), 0 and up, higher is better; all 0 when no word is known."""
        total = np.zeros(self._films, dtype=np.float32)
        starts = self._columns["indptr"]
        for word in tokens(text):
            if (number := self._vocabulary.get(word)) is not None:
                here = slice(int(starts[number]), int(starts[number + 1]))
                total[self._columns["indices"][here]] += self._columns["data"][here]  # a row stands once in a column
        return total
