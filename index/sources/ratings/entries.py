"""One film in a person's own history, whoever published it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

LIKED, DISLIKED = 3.5, 2.0
"""Stars from which a rating counts as a thumb up, and to which as a thumb down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One film in a person's history, and what the person said of it."""

    title: str
    year: int | None = None
    imdb: str | None = None  # such as "tt0177789"
    tmdb: int | None = None
    stars: float | None = None  # 0.5 to 5, higher is better
    heart: bool = False  # marked as a favourite, whatever the stars
    seen: bool = False
    wanted: bool = False  # on the list of films to see
    at: int = 0  # seconds since 1970 of what was said last; 0: unknown

    @property
    def liked(self) -> bool:
        """Whether it counts as a thumb up."""
        return self.heart or (self.stars is not None and self.stars >= LIKED)

    @property
    def disliked(self) -> bool:
        """Whether it counts as a thumb down."""
        return not self.heart and self.stars is not None and self.stars <= DISLIKED


def merge(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """One entry a film, in the order of time: the latest stars count, and anything else that was said once holds."""
    films: dict[tuple[object, ...], Entry] = {}
    for entry in sorted(entries, key=lambda e: e.at):
        key = ("imdb", entry.imdb) if entry.imdb else ("tmdb", entry.tmdb) if entry.tmdb else (entry.title, entry.year)
        before = films.get(key)
        films[key] = _joined(before, entry) if before else entry
    return tuple(sorted(films.values(), key=lambda e: e.at))


def _joined(before: Entry, after: Entry) -> Entry:
    return Entry(
        title=after.title or before.title,
        year=after.year or before.year,
        imdb=after.imdb or before.imdb,
        tmdb=after.tmdb or before.tmdb,
        stars=after.stars if after.stars is not None else before.stars,
        heart=before.heart or after.heart,
        seen=before.seen or after.seen,
        wanted=before.wanted or after.wanted,
        at=max(before.at, after.at),
    )
