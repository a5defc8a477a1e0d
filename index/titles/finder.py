"""Finds titles and names: every exact spelling in one pass over a text, misspelt ones only where they are asked for."""

from __future__ import annotations

import gc
import json
import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np

from index.errors import ArtefactError
from index.movie import Movie
from index.titles import people as persons
from index.titles.matching import capitals, lengths, matches, quoted, year_beside
from index.titles.spans import FilmFacts, PersonSpan, TitleSpan
from index.titles.trigrams import Trigrams
from index.titles.variants import Article, Kind, keys, openings, telling_words
from index.titles.vocabulary import Vocabulary
from index.titles.words import ARTICLES, Written, read

_VERSION = 4
_KINDS = 32  # a posting is film * _KINDS + kind * 4 + article
_BEHIND = {Kind.FULL: 0.0, Kind.ACRONYM: 0.3, Kind.SHORT: 0.5, Kind.TAIL: 0.7, Kind.FRANCHISE: 0.8}
"""By how much fame a film named in full goes before one named in another way."""
_WRITTEN = {Article.NONE: (), Article.THE: ("the",), Article.A: ("a", "an")}
_NEAR_YEAR = 1  # years by which people are off; one more with films that everybody knows
_WELL_KNOWN = 3.5  # fame


class TitleIndex:
    """Titles and names of one catalogue."""

    def __init__(self, columns: dict[str, Any], titles: Trigrams | None = None, names: Trigrams | None = None) -> None:
        self._films: list[list[Any]] = columns["films"]  # [tmdb, title, year, fame, *credits], credits as people
        self._titles: dict[str, list[int]] = columns["titles"]
        self._people: list[list[Any]] = columns["people"]  # [name, {role: how well known}]
        self._names: dict[str, list[int]] = columns["names"]
        self._surnames: dict[str, list[int]] = columns["surnames"]
        self.vocabulary = Vocabulary.from_columns(columns["vocabulary"])
        self._near_titles = titles or Trigrams.build(list(self._titles))
        self._near_names = names or Trigrams.build(list(self._names))
        self._lengths: dict[str, dict[str, int]] = columns["lengths"]

    @classmethod
    def build(cls, movies: Sequence[Movie]) -> TitleIndex:
        """From the films of a catalogue."""
        people = persons.gather(movies)
        full, surnames = persons.by_name(people)
        written = [keys(movie) for movie in movies]
        documents = (" ".join((movie.overview, *movie.asks)) for movie in movies)
        others = {word for key in (*chain.from_iterable(written), *full) for word in key.split()}
        vocabulary = Vocabulary.build(documents, others)
        place = {person.name: number for number, person in enumerate(people)}
        titles: dict[str, list[tuple[float, int]]] = defaultdict(list)
        films = []
        telling = telling_words(movies, written, vocabulary.common)
        for number, (movie, ways) in enumerate(zip(movies, written, strict=True)):
            named = (movie.directors, movie.writers, movie.composers, movie.cast)
            films.append(
                [movie.tmdb, movie.title, movie.year, movie.fame, *([place[n] for n in names] for names in named)]
            )
            for key, (kind, article) in (telling[number] | openings(ways, vocabulary.common) | ways).items():
                titles[key].append((_BEHIND[kind] - movie.fame, number * _KINDS + kind * 4 + article))
        return cls(
            {
                "version": _VERSION,
                "films": films,
                "titles": {key: [posting for _, posting in sorted(found)] for key, found in sorted(titles.items())},
                "people": [[person.name, person.roles] for person in people],
                "names": dict(sorted(full.items())),
                "surnames": dict(sorted(surnames.items())),
                "lengths": {"titles": lengths(titles), "names": lengths((*full, *surnames))},
                "vocabulary": vocabulary.columns(),
            }
        )

    def save(self, folder: Path) -> None:
        """Write the index as two files of a folder."""
        folder.mkdir(parents=True, exist_ok=True)
        columns = {
            "version": _VERSION,
            "films": self._films,
            "titles": self._titles,
            "people": self._people,
            "names": self._names,
            "surnames": self._surnames,
            "lengths": self._lengths,
            "vocabulary": self.vocabulary.columns(),
        }
        text = json.dumps(columns, ensure_ascii=False, separators=(",", ":"))
        (folder / "titles.json").write_text(text, encoding="utf-8")
        arrays = {
            f"{name}_{part}": getattr(near, part)
            for name, near in (("titles", self._near_titles), ("names", self._near_names))
            for part in ("codes", "starts", "owners")
        }
        np.savez(folder / "triples.npz", **arrays)

    @classmethod
    def open(cls, folder: Path) -> TitleIndex:
        """Read what `save` wrote; raises ArtefactError when it cannot be read."""
        try:
            with _uncollected():
                columns = json.loads((folder / "titles.json").read_bytes())
            if columns["version"] != _VERSION:
                raise ValueError("another version")
            with np.load(folder / "triples.npz") as stored:
                near = [
                    Trigrams(list(columns[n]), *(stored[f"{n}_{part}"] for part in ("codes", "starts", "owners")))
                    for n in ("titles", "names")
                ]
            return cls(columns, *near)
        except (OSError, ValueError, KeyError, TypeError, AttributeError, EOFError) as broken:
            raise ArtefactError(f"{folder} cannot be read: build again with `matinee catalogue build`") from broken

    def __len__(self) -> int:
        return len(self._films)

    @cached_property
    def _row(self) -> dict[int, int]:
        return {film[0]: row for row, film in enumerate(self._films)}

    @cached_property
    def latest(self) -> int:
        """The year of the newest film: what "recent" is measured from. 0 when no year is known."""
        return max((film[2] for film in self._films if film[2]), default=0)

    def film(self, tmdb: int) -> FilmFacts | None:
        """What is known of a film; None when it is not in this catalogue."""
        row = self._row.get(tmdb)
        if row is None:
            return None
        _, title, year, fame, *named = self._films[row]
        directors, writers, composers, cast = (tuple(self._people[p][0] for p in places) for places in named)
        return FilmFacts(
            tmdb=tmdb,
            title=title,
            year=year,
            fame=fame,
            directors=directors,
            writers=writers,
            composers=composers,
            cast=cast,
        )

    def roles(self, name: str) -> dict[str, float]:
        """What a person is known for: role (director, cast, writer, composer) to how well known, 0 and up."""
        places = self._names.get(" ".join(_normal(name)), [])
        return next((dict(self._people[p][1]) for p in places if self._people[p][0] == name), {})

    def titles(self, written: Written) -> list[TitleSpan]:
        """Every stretch that spells a title exactly, overlapping ones too, in text order."""
        spans = []
        for start, end, key in matches(written, self._titles, self._lengths["titles"]):
            spans.append(self._title(written, start, end, key, 1.0))
        return spans

    def similar_titles(self, written: Written, start: int, end: int, least: float = 0.8) -> list[TitleSpan]:
        """Titles that the words from start to end nearly spell, nearest first."""
        words = [word.norm for word in written.words[start:end]]
        while len(words) > 1 and words[0] in ARTICLES:
            words = words[1:]
        found = self._near_titles.near(" ".join(words), least)
        return [self._title(written, start, end, key, similarity) for key, similarity in found]

    def names(self, written: Written) -> list[PersonSpan]:
        """Every stretch that spells a full name or a surname, in text order."""
        spans = []
        for start, end, key in matches(written, self._names, self._lengths["names"], bare=True):
            spans.append(self._person(written, start, end, self._names[key], " " in key, 1.0))
        for start, end, key in matches(written, self._surnames, self._lengths["names"], bare=True):
            spans.append(self._person(written, start, end, self._surnames[key], False, 1.0))
        return sorted(spans, key=lambda span: (span.start, -span.end))

    def similar_names(self, written: Written, start: int, end: int, least: float = 0.84) -> list[PersonSpan]:
        """People whose full names the words from start to end nearly spell, nearest first."""
        phrase = " ".join(word.norm for word in written.words[start:end])
        found = self._near_names.near(phrase, least)
        return [self._person(written, start, end, self._names[key], True, similarity) for key, similarity in found]

    def _title(self, written: Written, start: int, end: int, key: str, similarity: float) -> TitleSpan:
        postings = self._titles[key]
        year = year_beside(written, start, end)
        if year is not None:
            off = {posting: self._off(posting, year) for posting in postings}
            fitting = sorted((p for p in postings if off[p] < math.inf), key=off.__getitem__)
            year = year if fitting else None
            postings = [*fitting, *(p for p in postings if off[p] == math.inf)]
        first = postings[0]
        words = key.split()
        article = Article(first % 4)
        written_one = start > 0 and not written.words[start].gap and written.words[start - 1].norm
        has = article is Article.NONE or written_one in _WRITTEN[article] or written.words[end - 1].norm == "the"
        if article and written_one in ARTICLES:
            start -= 1
        return TitleSpan(
            start=start,
            end=end,
            said=written.surface(start, end),
            films=tuple(dict.fromkeys(self._films[p // _KINDS][0] for p in postings)),
            kind=Kind(first % _KINDS // 4),
            fame=self._films[first // _KINDS][3],
            similarity=similarity,
            quoted=quoted(written, start, end),
            capitals=capitals(written, start, end),
            year=year,
            words=len(words),
            rare=sum(not (self.vocabulary.common(word) or word.isdigit()) for word in words),
            article=has,
        )

    def _off(self, posting: int, year: int) -> float:
        """How far a film is from the one that a year means, in years less its fame; inf when it cannot be meant."""
        _, _, made, fame, *_ = self._films[posting // _KINDS]
        years = abs((made or 0) - year)
        return years - fame if years <= (_NEAR_YEAR if fame < _WELL_KNOWN else _NEAR_YEAR + 1) else math.inf

    def _person(
        self, written: Written, start: int, end: int, places: list[int], full: bool, similarity: float
    ) -> PersonSpan:
        words = [word.norm for word in written.words[start:end]]
        return PersonSpan(
            start=start,
            end=end,
            said=written.surface(start, end),
            names=tuple(self._people[p][0] for p in places),
            full=full,
            similarity=similarity,
            quoted=quoted(written, start, end),
            capitals=capitals(written, start, end),
            rare=sum(not self.vocabulary.common(word) for word in words),
            standing=sum(self._people[places[0]][1].values()),
        )


@contextmanager
def _uncollected() -> Iterator[None]:
    """Reading makes a hundred thousand lists, none of them garbage: looking for some would take half of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _normal(name: str) -> list[str]:
    return [word.norm for word in read(name).words]
