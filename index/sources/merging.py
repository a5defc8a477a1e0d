"""One film is one film: what several sources say of it is joined, by its ids, then by its title and year.

Trust, when they contradict each other: a source that was given earlier is believed before a later one, and those that
add films before those that only add facts. Except that votes and their mean come from the row with most votes (the
newest count), the cast from the longest list, and keywords and other titles from everyone.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import Any

from index.movie import Movie, identity
from index.sources import Report

_KEYWORDS, _TITLES = 40, 16  # at most so many of a film are kept
_ANY = {"tmdb", "imdb", "rating", "votes", "imdb_rating", "imdb_votes", "cast", "keywords", "aka", "adult"}
_FIRST = [f.name for f in fields(Movie) if f.name not in _ANY]  # fields for which the most trusted row decides
_LETTERS = re.compile(r"[^\w]+|_")


class Merging:
    """Films as they come together; rows of more trusted sources have to be given before those of others."""

    def __init__(self) -> None:
        self._pieces: list[list[Movie]] = []  # of each film, the most trusted first
        self._tmdb: list[int] = []  # of each film; 0 or negative: not known yet
        self._imdb: list[str | None] = []
        self._of_tmdb: dict[int, int] = {}
        self._of_imdb: dict[str, int] = {}
        self._of_name: dict[tuple[str, int], list[int]] = defaultdict(list)

    def films(self, rows: Iterable[Movie], report: Report) -> None:
        """Add films, and what the rows say of those that are there."""
        for row in rows:
            place = self._place(row, report)
            if place is not None:
                self._join(place, row, report)
                report.joined += 1
            elif not row.title:
                report.dropped["no title"] += 1
            elif row.tmdb == 0 and row.imdb is None:
                report.dropped["no id"] += 1
            else:
                self._begin(row)
                report.films += 1

    def facts(self, rows: Iterable[Movie], report: Report) -> None:
        """Add what the rows say of films that are there; rows of others are dropped, and counted."""
        for row in rows:
            place = self._place(row, report)
            if place is None:
                report.dropped["of a film that is not here"] += 1
            else:
                self._join(place, row, report)
                report.joined += 1

    def joined(self) -> list[Movie]:
        """Every film, in the order in which they came."""
        return [
            _joined(pieces, tmdb or identity(imdb or "0"), imdb)
            for pieces, tmdb, imdb in zip(self._pieces, self._tmdb, self._imdb, strict=True)
        ]

    def _place(self, row: Movie, report: Report) -> int | None:
        """Which film a row is about; None for one that is not here."""
        if row.tmdb and (place := self._of_tmdb.get(row.tmdb)) is not None:
            return place
        place = self._of_imdb.get(row.imdb or "")
        if place is not None:
            if row.tmdb <= 0 or self._tmdb[place] <= 0 or self._same(place, row):
                return place
            report.mended["an IMDb id that belongs to another film, left out"] += 1
        if row.tmdb or not (row.title and row.year):
            return None
        namesakes = [p for p in self._of_name.get((key(row.title), row.year), ()) if self._imdb[p] is None]
        return namesakes[0] if len(namesakes) == 1 else None

    def _same(self, place: int, row: Movie) -> bool:
        """Whether a film with the same IMDb id but another TMDB id is a second entry of the same film."""
        first = self._pieces[place][0]
        near = abs((first.year or 0) - (row.year or 0)) <= 1
        return not row.title or (near and key(first.title) == key(row.title))

    def _begin(self, row: Movie) -> None:
        place = len(self._pieces)
        self._pieces.append([row])
        self._tmdb.append(row.tmdb)
        self._imdb.append(None)
        self._of_tmdb[row.tmdb or identity(row.imdb or "0")] = place
        if row.year:
            self._of_name[key(row.title), row.year].append(place)
        self._name(place, row)

    def _join(self, place: int, row: Movie, report: Report) -> None:
        pieces = self._pieces[place]
        if row.title or row != Movie(tmdb=row.tmdb, imdb=row.imdb, title=""):
            pieces.append(row)
        if row.tmdb > 0 and self._tmdb[place] <= 0:
            self._tmdb[place] = row.tmdb
        if row.tmdb:
            self._of_tmdb.setdefault(row.tmdb, place)
        if row.imdb and self._imdb[place] not in {None, row.imdb}:
            report.mended["another IMDb id than an earlier source gave, left out"] += 1
        self._name(place, row)

    def _name(self, place: int, row: Movie) -> None:
        if row.imdb and self._imdb[place] is None and row.imdb not in self._of_imdb:
            self._imdb[place] = row.imdb
            self._of_imdb[row.imdb] = place


def key(title: str) -> str:
    """A title by its letters and digits alone, for comparing."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", title.casefold()) if not unicodedata.combining(c))
    return _LETTERS.sub("", plain)


def _joined(pieces: Sequence[Movie], tmdb: int, imdb: str | None) -> Movie:
    if len(pieces) == 1 and pieces[0].tmdb == tmdb and pieces[0].imdb == imdb:
        return pieces[0]
    values: dict[str, Any] = {}
    for name in _FIRST:
        for piece in pieces:
            if value := getattr(piece, name):
                values[name] = value
                break
    most, most_imdb = max(pieces, key=lambda p: p.votes), max(pieces, key=lambda p: p.imdb_votes)
    keywords = dict.fromkeys(keyword for piece in pieces for keyword in piece.keywords)
    return Movie(
        **values,
        tmdb=tmdb,
        imdb=imdb,
        rating=most.rating,
        votes=most.votes,
        imdb_rating=most_imdb.imdb_rating,
        imdb_votes=most_imdb.imdb_votes,
        cast=max((piece.cast for piece in pieces), key=len),
        keywords=tuple(keywords)[:_KEYWORDS],
        aka=_other_titles(values["title"], values.get("original_title", ""), pieces),
        adult=any(piece.adult for piece in pieces),
    )


def _other_titles(title: str, original: str, pieces: Sequence[Movie]) -> tuple[str, ...]:
    said = {key(title), key(original), ""}
    found = []
    for name in (name for piece in pieces for name in (*piece.aka, piece.title, piece.original_title)):
        if (letters := key(name)) not in said:
            said.add(letters)
            found.append(name)
    return tuple(found[:_TITLES])
