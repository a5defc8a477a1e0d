"""The starter catalogue: films written for this project, one JSON object a line (index/starter)."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from index.errors import SourceError
from index.movie import Movie
from index.sources import Report

FOLDER = Path(__file__).parent.parent / "starter"
_FIELDS = {f.name: f for f in fields(Movie)}
_LISTS = {name for name, f in _FIELDS.items() if "tuple" in str(f.type)}


def load(path: Path = FOLDER) -> tuple[list[Movie], Report]:
    """Films of one JSON-lines file, or of all in a folder; raises SourceError at the first line that is not a film."""
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    if not files:
        raise SourceError(f"{path} holds no .jsonl file of films")
    report = Report(source=str(path.name))
    movies: dict[int, Movie] = {}
    for file in files:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            report.read += 1
            movie = _movie(line, f"{file.name}:{number}")
            if movie.tmdb in movies:
                raise SourceError(f"{file.name}:{number}: {movie.name} stands twice")
            movies[movie.tmdb] = movie
    report.films = len(movies)
    return list(movies.values()), report


def _movie(line: str, where: str) -> Movie:
    try:
        raw = json.loads(line)
        unknown = raw.keys() - _FIELDS.keys()
        if unknown:
            raise SourceError(f"{where}: unknown field {sorted(unknown)[0]!r}")
        values: dict[str, Any] = {k: tuple(v) if k in _LISTS else v for k, v in raw.items()}
        return Movie(**values)
    except (ValueError, TypeError, AttributeError) as broken:
        raise SourceError(f"{where}: not a film ({broken})") from broken


def enrich(movies: list[Movie], starter: list[Movie]) -> list[Movie]:
    """Films with the moods, kin, asks and spare titles that people wrote for them in the starter, matched by id."""
    written = {movie.tmdb: movie for movie in starter}
    ids = {movie.tmdb for movie in movies}
    enriched = []
    for movie in movies:
        if (ours := written.get(movie.tmdb)) is None:
            enriched.append(movie)
            continue
        enriched.append(
            replace(
                movie,
                moods=movie.moods or ours.moods,
                kin=movie.kin or tuple(k for k in ours.kin if k in ids),
                asks=movie.asks or ours.asks,
                aka=tuple(dict.fromkeys((*movie.aka, ours.title, *ours.aka))),
                certificate=movie.certificate or ours.certificate,
                composers=movie.composers or ours.composers,
                collection=movie.collection or ours.collection,
                imdb=movie.imdb or ours.imdb,
            )
        )
    return enriched
