"""The starter catalogue: films written for this project, one JSON object a line (index/starter)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from index.errors import SourceError
from index.movie import Movie
from index.sources import Report

FOLDER = Path(__file__).parent.parent / "starter"
_FIELDS = {f.name for f in fields(Movie)}


def load(path: Path = FOLDER) -> tuple[list[Movie], Report]:
    """Films of one JSON-lines file, or of all in a folder.

    Raises SourceError when a file cannot be read, and at the first line that is not a film or stands twice.
    """
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    if not files:
        raise SourceError(f"{path} holds no .jsonl file of films")
    report = Report(source=path.name)
    movies: dict[int, Movie] = {}
    for file in files:
        for movie in rows(file, report):
            if movie.tmdb in movies:
                raise SourceError(f"{file.name}: {movie.name} stands twice")
            movies[movie.tmdb] = movie
    report.films = len(movies)
    return list(movies.values()), report


def rows(path: Path, report: Report) -> Iterator[Movie]:
    """The films of a JSON-lines file, each line counted in the report; empty lines are passed over.

    Raises SourceError when it cannot be read, and at the first line that is not a film.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")  # splitlines would break at U+2028 inside a text
    except (OSError, ValueError) as broken:
        raise SourceError(f"{path} cannot be read: {broken}") from broken
    for number, line in enumerate(lines, 1):
        if line.strip():
            report.read += 1
            yield _movie(line, f"{path.name}:{number}")


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
    """Films with what people wrote for them in the starter wherever their own source is silent, matched by id."""
    written = {movie.tmdb: movie for movie in starter}
    ids = {movie.tmdb for movie in movies}
    return [_enriched(movie, written[movie.tmdb], ids) if movie.tmdb in written else movie for movie in movies]


def _enriched(movie: Movie, ours: Movie, ids: set[int]) -> Movie:
    silent: dict[str, Any] = {name: getattr(ours, name) for name in _FIELDS if not getattr(movie, name)}
    if "kin" in silent:
        silent["kin"] = tuple(tmdb for tmdb in ours.kin if tmdb in ids)
    silent["aka"] = tuple(dict.fromkeys((*movie.aka, ours.title, *ours.aka)))
    return replace(movie, **silent)
