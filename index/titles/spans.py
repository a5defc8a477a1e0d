"""Stretches of a text that may name films or people, with what is needed to decide whether they do."""

from __future__ import annotations

from dataclasses import dataclass

from index.titles.variants import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleSpan:
    """Words that spell a title, or nearly."""

    start: int  # word positions, half open
    end: int
    said: str  # as written
    films: tuple[int, ...]  # TMDB ids, best first: those of the year that was given, then by fame
    kind: Kind  # how these words relate to the title of the first film
    fame: float  # of the first film, 0 to 4
    similarity: float = 1.0  # 1 exact; lower: misspelt
    quoted: bool = False
    capitals: float = 0.0  # share of its words that are capitalised though nothing asks for it
    year: int | None = None  # given next to it, and right for the first film
    words: int = 1  # of the title, without article
    rare: int = 0  # how many of them are not everyday words
    article: bool = True  # whether the text has the article when the title has one


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonSpan:
    """Words that spell a person's name, or nearly."""

    start: int
    end: int
    said: str
    names: tuple[str, ...]  # best known first
    full: bool  # first name and surname, rather than the surname alone
    similarity: float = 1.0
    quoted: bool = False
    capitals: float = 0.0
    rare: int = 0  # how many of the words are not everyday words
    standing: float = 0.0  # how well known the first person is: 0 and up


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmFacts:
    """What a message may need to know of a film."""

    tmdb: int
    title: str
    year: int | None
    fame: float  # 0 to 4
    directors: tuple[str, ...]
    writers: tuple[str, ...]
    composers: tuple[str, ...]
    cast: tuple[str, ...]
