"""The ways in which people write one title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from enum import IntEnum

from index.movie import Movie
from index.titles.vocabulary import little_words
from index.titles.words import ARTICLES, normalise

_INSIDE = re.compile(r"(?<=\w)[-.·*/'’](?=\w)")  # WALL·E, E.T., Spider-Man
_SUBTITLE = re.compile(r"\s*:\s+|\s+[-–—]\s+|\s+or:\s+|\s+\(")
_NUMBERED = re.compile(r"\b(?:part|vol|volume|chapter|episode) (?=\d+\b)")
_LETTER = {"v": "5", "x": "10"}
_TELLING = 6  # letters of a word that may stand for its title
_KNOWN = 2.0  # fame, from which it does
_ACRONYM = 4  # words, from which initials are used ("LOTR")


class Kind(IntEnum):
    """How a way of writing relates to the title."""

    FULL = 0
    SHORT = 1  # without its subtitle
    TAIL = 2  # the subtitle alone
    FRANCHISE = 3
    ACRONYM = 4


def without_article(words: str) -> str:
    """A normal phrase without the article before (or, after a comma, behind) it."""
    first, _, rest = words.partition(" ")
    if first in ARTICLES and rest:
        return rest
    rest, _, last = words.rpartition(" ")
    return rest if last == "the" and rest else words


class Article(IntEnum):
    """The article that a title has and that its key lacks."""

    NONE = 0
    THE = 1
    A = 2


def keys(movie: Movie) -> dict[str, tuple[Kind, Article]]:
    """Every way of writing a film's titles, in normal form without article: its kind, and its article."""
    found: dict[str, tuple[Kind, Article]] = {}
    for title in dict.fromkeys((movie.title, movie.original_title, *movie.aka)):
        if not title:
            continue
        for spelling in dict.fromkeys((title, _INSIDE.sub("", title), re.sub(r"(?<=[a-z])7(?=[a-z])", "v", title))):
            for way, kind in _ways(spelling):
                _add(found, way, kind)
    franchise = re.sub(r"\b(?:collection|trilogy|series|universe)\b", "", normalise(movie.collection or "")).strip()
    if franchise:
        _add(found, franchise, Kind.FRANCHISE)
        rest = normalise(movie.title).removeprefix(franchise).removeprefix(" and").strip()
        if rest != normalise(movie.title) and rest.count(" ") >= 1:
            _add(found, rest, Kind.TAIL)
    return found


def openings(ways: dict[str, tuple[Kind, Article]], common: Callable[[str], bool]) -> dict[str, tuple[Kind, Article]]:
    """The first two or three words of long titles, where they are telling ("eternal sunshine")."""
    found: dict[str, tuple[Kind, Article]] = {}
    for key, (kind, article) in ways.items():
        words = key.split()
        for count in (2, 3):
            if (
                kind is Kind.FULL
                and len(words) >= count + 2
                and not common(words[0])
                and words[count - 1] not in little_words()
            ):
                found[" ".join(words[:count])] = (Kind.SHORT, article)
    return found


def telling_words(
    movies: Sequence[Movie], written: Sequence[dict[str, tuple[Kind, Article]]], common: Callable[[str], bool]
) -> list[dict[str, tuple[Kind, Article]]]:
    """For each film the long words that stand in no other film's title ("shawshank"): people name it by these."""
    holding = [{word for key in ways for word in key.split()} for ways in written]
    counts = Counter(word for words in holding for word in words)
    found = []
    for movie, words in zip(movies, holding, strict=True):
        title = set(normalise(movie.title).split())
        mine = {word for word in words & title if counts[word] == 1 and len(word) >= _TELLING and not common(word)}
        known = movie.fame >= _KNOWN and len(title) > 1
        found.append(dict.fromkeys(mine, (Kind.TAIL, Article.NONE)) if known else {})
    return found


def _ways(title: str) -> list[tuple[str, Kind]]:
    whole = normalise(title)
    ways = [(whole, Kind.FULL), (_NUMBERED.sub("", whole), Kind.FULL)]
    head, _, last = whole.rpartition(" ")
    parts = [part for part in _SUBTITLE.split(title) if part]
    short = normalise(parts[0]) if parts else whole
    if len(parts) > 1:
        ways += [(short, Kind.SHORT), (_NUMBERED.sub("", short), Kind.SHORT)]
        tails = [normalise(part) for part in parts[1:]]
        ways += [(tail, Kind.TAIL) for tail in tails if " " in tail and not _NUMBERED.match(tail)]
    initials = "".join(word[0] for word in without_article(short).split())
    if head and last in _LETTER:
        ways.append((f"{head} {_LETTER[last]}", Kind.FULL))
    if len(initials) >= _ACRONYM and initials.isalpha():
        ways.append((initials, Kind.ACRONYM))
    return ways


def _add(found: dict[str, tuple[Kind, Article]], way: str, kind: Kind) -> None:
    key = without_article(way)
    if key and len(key) <= 120 and (key not in found or found[key][0] > kind):
        article = Article.NONE if key == way else Article.THE if "the" in (way[:3], way[-3:]) else Article.A
        found[key] = (kind, article)
