"""One film, as every source yields it and the catalogue keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

GENRES = (
    "Action",
    "Adventure",
    "Animation",
    "Comedy",
    "Crime",
    "Documentary",
    "Drama",
    "Family",
    "Fantasy",
    "History",
    "Horror",
    "Music",
    "Mystery",
    "Romance",
    "Science Fiction",
    "Thriller",
    "TV Movie",
    "War",
    "Western",
)
"""TMDB's genre names, in the order of the catalogue's genre columns."""

CERTIFICATES = ("G", "PG", "PG-13", "R", "NC-17")
"""United States certificates (MPA), mildest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Movie:
    """A film and what is known of it; what is unknown is None or empty.

    A source that knows only some facts yields a partial film: tmdb is 0 or title is empty where it does not say, and
    `index.sources.merging` joins what several sources say of one film.
    """

    tmdb: int  # identity; negative: made from the IMDb id (`identity`) until the TMDB id turns up
    imdb: str | None = None  # such as "tt0177789"
    title: str
    original_title: str = ""
    year: int | None = None  # of release
    runtime: int | None = None  # minutes
    languages: tuple[str, ...] = ()  # ISO 639-1, the main one first
    countries: tuple[str, ...] = ()  # ISO 3166-1 alpha-2, the main one first
    genres: tuple[str, ...] = ()  # names of GENRES, the main one first
    directors: tuple[str, ...] = ()
    cast: tuple[str, ...] = ()  # biggest part first
    writers: tuple[str, ...] = ()
    composers: tuple[str, ...] = ()
    certificate: str | None = None  # one of CERTIFICATES
    fame: float = 0.0  # 0 unknown to 4 everybody has heard of it
    acclaim: float = 0.0  # 0 disliked or unknown to 4 among the best
    rating: float | None = None  # 0 to 10, mean of TMDB's votes, higher is better
    votes: int = 0  # on TMDB
    imdb_rating: float | None = None  # 0 to 10, mean of IMDb's votes, higher is better
    imdb_votes: int = 0
    overview: str = ""
    tagline: str = ""
    keywords: tuple[str, ...] = ()
    moods: Mapping[str, float] = field(default_factory=dict)  # axis to 0..4, written by hand; empty: not judged
    kin: tuple[int, ...] = ()  # TMDB ids of films that its fans love, strongest first
    asks: tuple[str, ...] = ()  # what a person might type for it
    aka: tuple[str, ...] = ()  # other titles in use
    collection: str | None = None  # franchise
    poster_path: str | None = None  # TMDB image path
    trailer: str | None = None  # YouTube id
    reviews: tuple[str, ...] = ()  # what people wrote of it, the most useful first
    adult: bool = False  # pornography, which no catalogue holds unless it is asked for

    @property
    def name(self) -> str:
        """The title as people tell films apart: with its year."""
        return f"{self.title} ({self.year})" if self.year else self.title

    def document(self, *, asks: bool = True) -> str:
        """The text that is encoded and searched: what the film is, and what people ask when they want it."""
        parts = [
            self.title,
            ", ".join(self.genres),
            ", ".join(self.keywords),
            self.tagline,
            self.overview,
        ]
        if asks:
            parts.extend(self.asks)
        return ". ".join(part.strip().rstrip(".") for part in parts if part and part.strip())


def identity(imdb: str) -> int:
    """The number that stands for a film without a TMDB id: negative, from its IMDb id such as "tt0177789"."""
    return -int(imdb.removeprefix("tt"))
