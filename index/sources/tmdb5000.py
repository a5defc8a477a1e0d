"""Kaggle's "TMDB 5000": a movies CSV and, beside it, a credits CSV, with JSON inside cells; plain or gzipped."""

from __future__ import annotations

import json
import math
import zlib
from pathlib import Path
from typing import Any

import pandas as pd

from index.errors import SourceError
from index.movie import GENRES, Movie
from index.sources import Report

_CAST = 8  # how many of the cast are kept
_COLUMNS = {"id", "title", "overview", "genres", "keywords", "release_date", "runtime", "vote_average", "vote_count"}
_YEARS = range(1870, 2100)
_UNREADABLE = (ValueError, OSError, EOFError, zlib.error)  # what pandas raises over a file that is none or is cut off


def recognises(path: Path) -> bool:
    """Whether the head of a file is that of the movies CSV."""
    try:
        return set(pd.read_csv(path, nrows=0).columns) >= _COLUMNS | {"original_language", "spoken_languages"}
    except _UNREADABLE:
        return False


def load(path: Path) -> tuple[list[Movie], Report]:
    """Films of the movies CSV with people from the credits CSV when it lies beside; raises SourceError."""
    try:
        table = _read(path)
    except _UNREADABLE as broken:
        raise SourceError(f"{path} cannot be read: {broken}") from broken
    report = Report(source=path.name)
    people = _people(path, report)
    movies: dict[int, Movie] = {}
    for row in table.to_dict("records"):
        report.read += 1
        movie = _movie({str(k): v for k, v in row.items()}, people, report)
        if movie is None:
            continue
        if movie.tmdb in movies:
            report.dropped["the same id again"] += 1
            continue
        movies[movie.tmdb] = movie
    report.films = len(movies)
    return list(movies.values()), report


def _read(path: Path) -> pd.DataFrame:
    # Every cell as text, and only an empty one is empty: films are called "300", "1984" and "None".
    return pd.read_csv(path, dtype=str, keep_default_na=False, na_values=[""])


def _people(path: Path, report: Report) -> dict[int, dict[Any, Any]]:
    beside = path.with_name(path.name.replace("movies", "credits"))
    if beside == path or not beside.exists():
        report.mended["no credits file beside it: films have no people"] += 1
        return {}
    try:
        rows = _read(beside).to_dict("records")
    except _UNREADABLE as broken:
        raise SourceError(f"{beside} cannot be read: {broken}") from broken
    ids = (_number(row.get("movie_id")) for row in rows)
    return {int(tmdb): row for tmdb, row in zip(ids, rows, strict=True) if tmdb is not None}


def _movie(row: dict[str, Any], people: dict[int, dict[Any, Any]], report: Report) -> Movie | None:
    title = _text(row.get("title"))
    number = _number(row["id"])
    if number is None:
        report.dropped["no id"] += 1
        return None
    tmdb = int(number)
    if not title:
        report.dropped["no title"] += 1
        return None
    credit = people.get(tmdb, {})
    crew = _cell(credit.get("crew"), report)

    def job(*names: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(_each([c for c in crew if c.get("job") in names], "name")))

    votes = int(_number(row.get("vote_count")) or 0)
    rating = _number(row.get("vote_average")) or None
    languages = [_text(row.get("original_language")), *_each(_cell(row.get("spoken_languages"), report), "iso_639_1")]
    return Movie(
        tmdb=tmdb,
        title=title,
        original_title=_text(row.get("original_title")),
        year=_year(row.get("release_date"), report),
        runtime=_within(_number(row.get("runtime")), 1, 1000, "runtime of 0 or beyond 1,000 minutes", report),
        languages=tuple(dict.fromkeys(x for x in languages if x)),
        countries=_each(_cell(row.get("production_countries"), report), "iso_3166_1"),
        genres=tuple(g for g in _each(_cell(row.get("genres"), report), "name") if g in GENRES),
        directors=job("Director"),
        cast=_each(_cell(credit.get("cast"), report), "name")[:_CAST],
        writers=job("Screenplay", "Writer", "Novel", "Author"),
        composers=job("Original Music Composer"),
        fame=fame(votes),
        acclaim=acclaim(rating, votes),
        rating=rating if votes else None,
        votes=votes,
        overview=_text(row.get("overview")),
        tagline=_text(row.get("tagline")),
        keywords=_each(_cell(row.get("keywords"), report), "name"),
    )


def fame(votes: int) -> float:
    """0 to 4 from a number of TMDB votes: logarithmic, 4 from 20,000 up."""
    return round(min(4.0, 4.0 * math.log1p(votes) / math.log1p(20_000)), 3)


def acclaim(rating: float | None, votes: int, *, mean: float = 6.1, weight: float = 150.0) -> float:
    """0 to 4 from a mean rating (0 to 10), drawn to the overall mean when votes are few.

    4.6 gives 0, 8.4 gives 4.
    """
    if not rating or not votes:
        return 0.0
    weighted = (votes * rating + weight * mean) / (votes + weight)
    return round(min(4.0, max(0.0, (weighted - 4.6) / 3.8 * 4.0)), 3)


def _cell(value: Any, report: Report) -> list[dict[str, Any]]:
    if not isinstance(value, str) or not value.strip():
        return []
    try:
        parsed = json.loads(value)
    except ValueError:
        parsed = None
    if not isinstance(parsed, list):
        report.mended["a cell that is not a JSON list was left empty"] += 1
        return []
    return [x for x in parsed if isinstance(x, dict)]


def _each(cell: list[dict[str, Any]], key: str) -> tuple[str, ...]:
    return tuple(text for x in cell if (text := _text(x.get(key))))


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _number(value: Any) -> float | None:
    try:
        number = float(value)
    except (TypeError, ValueError):
        return None
    return number if math.isfinite(number) else None


def _within(value: float | None, low: int, high: int, why: str, report: Report) -> int | None:
    if value is None:
        return None
    if not low <= value <= high:
        report.mended[why] += 1
        return None
    return int(value)


def _year(value: Any, report: Report) -> int | None:
    text = _text(value)[:4]
    if text.isdigit() and int(text) in _YEARS:
        return int(text)
    report.mended["no usable release date"] += 1
    return None
