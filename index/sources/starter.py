"""The starter catalogue: films written for this project, one JSON object a line (index/starter)."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from index.errors import SourceError
from index.movie import Movie
from index.sources import Report

FOLDER = Path(__file__).parent.parent / "starter"
_FIELDS = {f.name for f in fields(Movie)}


def load(path: Path = FOLDER) -> tuple[list[Movie], Report]:
    """Films of one JSON-lines file, or of all in a folder; empty lines are passed over.

    Raises SourceError when a file cannot be read, and at the first line that is not a film.
    """
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    if not files:
        raise SourceError(f"{path} holds no .jsonl file of films")
    report = Report(source=str(path.name))
    movies: dict[int, Movie] = {}
    for file in files:
        try:
            lines = file.read_text(encoding="utf-8").split("\n")  # splitlines would break at U+2028 inside a text
        except (OSError, ValueError) as broken:
            raise SourceError(f"{file} cannot be read: {broken}") from broken
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
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
        movie = _form().validate_python(raw)
    except ValidationError as broken:
        first = broken.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "line"
        raise SourceError(f"{where}: not a film ({field}: {first['msg'].lower()})") from broken
    except ValueError as broken:
        raise SourceError(f"{where}: not a film ({broken})") from broken
    if unknown := sorted(raw.keys() - _FIELDS):
        raise SourceError(f"{where}: unknown field {unknown[0]!r}")
    return movie


@cache
def _form() -> TypeAdapter[Movie]:
    return TypeAdapter(Movie)


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
