"""What somebody seems to like, in words."""

from __future__ import annotations

from collections.abc import Iterator

from bot.wording.reasons import Namer, genre
from bot.wording.words import Words
from engine.profile import FEWEST, Leaning, Profile

_FEW = 3  # things that a sentence names
_STANDS_OUT = 0.1  # of the liked films, how many more than of all films are from a decade that is told


def told(found: Profile, name: Namer, words: Words) -> str:
    """A taste in a few sentences, each with the films that it was told from."""
    if found.liked < FEWEST:
        return words("taste-unknown", count=FEWEST - found.liked)
    return "\n".join([words("taste-from", liked=found.liked, disliked=found.disliked), *_lines(found, name, words)])


def mood(axis: str, words: Words) -> str:
    """A mood axis as an adjective."""
    return words(f"mood-{axis}")


def decade(year: str, words: Words) -> str:
    """A decade, such as "1990s"."""
    return words("decade", year=year)


def _lines(found: Profile, name: Namer, words: Words) -> Iterator[str]:
    if found.moods:
        more = words.listing([mood(each.what, words) for each in found.moods[:_FEW]])
        yield words("taste-moods", moods=more, films=_films(found.moods[0], name, words))
    if found.spared:
        yield words("taste-spared", moods=words.listing([mood(each.what, words) for each in found.spared]))
    if found.genres:
        kinds = words.listing([genre(each.what, words) for each in found.genres[:_FEW]])
        yield words("taste-genres", genres=kinds, films=_films(found.genres[0], name, words))
    for each in found.people[:_FEW]:
        yield words("taste-person", name=each.what, count=int(each.own), films=_films(each, name, words))
    most = max(found.decades, key=lambda each: each.own - each.usual, default=None)
    if most and most.own - most.usual >= _STANDS_OUT and (count := round(most.own * found.liked)) > 1:
        yield words("taste-decade", decade=decade(most.what, words), count=count, liked=found.liked)


def _films(found: Leaning, name: Namer, words: Words) -> str:
    return words.listing([name(film) for film in found.because])
