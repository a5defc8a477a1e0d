"""Misspelt words of the lexicons ("horroe", "liek"), mended before they are read."""

from __future__ import annotations

from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA, Indel, JaroWinkler

from engine.parsing.phrases import load, singular, wishes
from engine.parsing.reading import Reading
from index.titles import Vocabulary, little_words, norms

_SHORTEST = 5  # letters of a word that is mended
_SHORTEST_CUE = 3
_LONG = 8  # letters, from which two may be wrong in a cue
_ALIKE = 0.92  # Jaro-Winkler, 0 to 1
_SLIPS = 2  # letters that may be wrong; in a word of five letters, one
_MOST = 12  # words that are looked at


@cache
def _spellings() -> list[str]:
    return sorted(word for word in wishes().words | {singular(w) for w in little_words()} if len(word) >= _SHORTEST)


@cache
def _cue_words() -> list[str]:
    """Words that hold a sentence together, those that point at films first."""
    cues, talk = load("cues"), load("talk")
    lists = [cues[name] for name in ("strong", "like", "seen", "dislike", "makers", "director", "cast")]
    pointing = {word for phrases in (*lists, talk["film_words"], talk["asks"]) for p in phrases for word in norms(p)}
    words = [*sorted(pointing), *sorted(little_words() - pointing)]
    return [word for word in words if len(word) >= _SHORTEST_CUE]


@cache
def _other_words() -> list[str]:
    return sorted(wishes().words - {singular(word) for word in _cue_words()})


def mend_cues(reading: Reading, vocabulary: Vocabulary) -> None:
    """Replace unknown words that are a slip of the finger away from a cue ("simlar", "liek"), so that titles are seen.

    A word that is known, or part of any title or name, is left alone.
    """
    found: dict[int, str] = {}
    tried = 0
    for place, (norm, folded) in enumerate(zip(reading.norms, reading.folded, strict=True)):
        if len(norm) < _SHORTEST_CUE or not norm.isalpha() or folded in wishes().words:
            continue
        if vocabulary.known(norm) or vocabulary.known(folded):
            continue
        tried += 1
        if tried > _MOST:
            break
        if word := _slip_of(norm):
            found[place] = word
    reading.respell(found)


def _slip_of(word: str) -> str | None:
    """The cue that a word is a slip away from: two letters swapped, one missing or, if long, wrong."""
    slips = _SLIPS if len(word) >= _LONG else 1
    near = process.extractOne(word, _cue_words(), scorer=OSA.distance, score_cutoff=slips)
    if near is None:
        return None
    cue, distance, _ = near
    same_letters = sorted(word) == sorted(cue)
    if len(word) < _SHORTEST and not same_letters and Indel.distance(word, cue) > 1:
        return None  # of a short word, every other one is a letter away
    if (
        not same_letters
        and len(word) >= _SHORTEST
        and process.extractOne(word, _other_words(), scorer=OSA.distance, score_cutoff=distance)
    ):
        return None  # it may as well be a wish ("scince")
    return cue if same_letters or cue[0] == word[0] else None


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
