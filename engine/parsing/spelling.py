"""Misspelt words of the lexicons ("horroe", "comdy"), mended before they are read."""

from __future__ import annotations

from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from engine.parsing.phrases import singular, wishes
from engine.parsing.reading import Reading
from index.titles import Vocabulary, little_words

_SHORTEST = 5  # letters of a word that is mended
_ALIKE = 0.92  # Jaro-Winkler, 0 to 1
_SLIPS = 2  # letters that may be wrong; in a word of five letters, one
_MOST = 12  # words that are looked at


@cache
def _spellings() -> list[str]:
    return sorted(word for word in wishes().words | {singular(w) for w in little_words()} if len(word) >= _SHORTEST)


def mend(reading: Reading, vocabulary: Vocabulary) -> None:
    """Replace unknown words that are nearly words of the lexicons, in the form that lexicons are searched by."""
    tried = 0
    for place, word in enumerate(reading.folded):
        if len(word) < _SHORTEST - 1 or not word.isalpha() or reading.used[place] or word in wishes().words:
            continue
        if vocabulary.known(reading.norms[place]) or vocabulary.known(word):
            continue
        tried += 1
        if tried > _MOST:
            return
        near = process.extractOne(word, _spellings(), scorer=JaroWinkler.similarity, score_cutoff=_ALIKE)
        if near and OSA.distance(word, near[0]) <= _SLIPS and abs(len(word) - len(near[0])) <= 1:
            reading.folded[place] = near[0]
            reading.mended[place] = near[0]
