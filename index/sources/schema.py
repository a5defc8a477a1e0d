"""What has to be true of every film of a catalogue; a row that breaks it is dropped, and the report says why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from index.movie import CERTIFICATES, GENRES, Movie
from index.sources import Report

_YEARS = (1870, 2100)
_MOST_MINUTES = 1000


def sound(movies: Sequence[Movie], report: Report) -> list[Movie]:
    """The films that keep to the schema, in their order; the others are dropped, each with one reason."""
    import pandas as pd
    import pandera.errors

    table = pd.DataFrame.from_records([_record(movie) for movie in movies])
    if table.empty:
        return []
    try:
        _films().validate(table, lazy=True)
    except pandera.errors.SchemaErrors as broken:
        reasons = broken.failure_cases.dropna(subset=["index"]).drop_duplicates("index").set_index("index")["check"]
        report.dropped.update(f"not as a film has to be: {reason}" for reason in reasons)
        report.films -= len(reasons)
        return [movie for row, movie in enumerate(movies) if row not in reasons.index]
    return list(movies)


def _record(movie: Movie) -> dict[str, Any]:
    names = ("tmdb", "imdb", "title", "year", "runtime", "certificate", "fame", "acclaim", "rating", "imdb_rating")
    record = {name: getattr(movie, name) for name in names}
    return {**record, "genres": set(movie.genres) <= set(GENRES), "votes": min(movie.votes, movie.imdb_votes)}


def _films() -> Any:
    import pandera.pandas as pa

    def column(kind: type, name: str, *checks: Any, nullable: bool = False, unique: bool = False) -> Any:
        return pa.Column(kind, list(checks), name=name, nullable=nullable, unique=unique, coerce=True)

    def within(low: float, high: float, what: str) -> Any:
        return pa.Check.in_range(low, high, error=what)

    return pa.DataFrameSchema(
        {
            "tmdb": column(int, "tmdb", pa.Check(lambda ids: ids != 0, error="no id"), unique=True),
            "imdb": column(
                object, "imdb", pa.Check.str_matches(r"^tt\d{5,10}$", error="an odd IMDb id"), nullable=True
            ),
            "title": column(str, "title", pa.Check.str_length(1, 500, error="an odd title")),
            "year": column(float, "year", within(*_YEARS, "an impossible year"), nullable=True),
            "runtime": column(float, "runtime", within(1, _MOST_MINUTES, "an impossible runtime"), nullable=True),
            "certificate": column(
                object, "certificate", pa.Check.isin(CERTIFICATES, error="no US certificate"), nullable=True
            ),
            "fame": column(float, "fame", within(0, 4, "fame outside 0 to 4")),
            "acclaim": column(float, "acclaim", within(0, 4, "acclaim outside 0 to 4")),
            "rating": column(float, "rating", within(0, 10, "a rating outside 0 to 10"), nullable=True),
            "imdb_rating": column(float, "imdb_rating", within(0, 10, "a rating outside 0 to 10"), nullable=True),
            "genres": column(bool, "genres", pa.Check(lambda known: known, error="a genre that TMDB does not have")),
            "votes": column(int, "votes", pa.Check.ge(0, error="votes below 0")),
        }
    )
