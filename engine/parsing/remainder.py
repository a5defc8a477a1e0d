"""What is left when every known wish is read: text for the search by meaning, and words that nobody knows."""

from __future__ import annotations

from engine.parsing.marks import Mark
from engine.parsing.phrases import listed, listed_together, wishes
from engine.parsing.reading import Reading
from index.titles import Vocabulary, little_words

_MOST_WORDS = 120
_MOST_UNPLACED = 8
_SHORT = 40  # words of a message in which each word that was ruled out is meant


def read_remainder(reading: Reading, marks: list[Mark], vocabulary: Vocabulary) -> tuple[str, tuple[str, ...]]:
    """The free text that is left, and the words that could not be placed."""
    talk = {at for mark in marks if mark.of("chatter", "plain talk") for at in range(mark.start, mark.end)}
    talk |= _degrees(reading)
    unwanted = _unwanted(reading)
    kept: list[str] = []
    unplaced: list[str] = []
    for place, word in enumerate(reading.words):
        if reading.used[place] or place in talk or _little(reading, place):
            continue
        if reading.negated[place] or place in unwanted:
            if len(reading) <= _SHORT and any(c.isalnum() for c in word.norm):
                unplaced.append(word.surface)  # it was ruled out, and nothing knows how to
            continue
        if not any(c.isalnum() for c in word.norm) or (len(word.norm) == 1 and word.norm.isascii()):
            continue
        if place in reading.mended:
            kept.append(reading.mended[place])
        elif word.norm.isdigit():
            kept.append(word.surface)
        elif vocabulary.plausible(reading.norms[place]) or reading.folded[place] in wishes().words:
            kept.append(word.surface.lower() if reading.norms[place] == word.norm else reading.norms[place])
        else:
            unplaced.append(word.surface)
    if all(word.isdigit() for word in kept):
        kept = []
    return " ".join(kept[:_MOST_WORDS]), tuple(dict.fromkeys(unplaced))[:_MOST_UNPLACED]


def _unwanted(reading: Reading) -> set[int]:
    """Words of which less is wanted."""
    table = listed("strength", "less")
    return {hit[0] for place in table.places(reading.folded) if (hit := table.at(reading.folded, place))}


def _little(reading: Reading, place: int) -> bool:
    return reading.mended.get(place, reading.norms[place]) in little_words()


def _degrees(reading: Reading) -> set[int]:
    """Words that only say how much."""
    table = listed_together("strength", "bit", "plain", "much", "more", "less", "too", "most")
    places: set[int] = set()
    for place in table.places(reading.folded):
        if hit := table.at(reading.folded, place):
            places.update(range(place, hit[0]))
    return places
