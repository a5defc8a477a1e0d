"""Ratings in any known form, told by their content, and checked against what everybody here relies on."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import SourceError
from index.sources.ratings import Ratings
from index.sources.ratings import holding as holdings
from index.sources.ratings.report import RatingsReport

if TYPE_CHECKING:
    from pandera.pandas import DataFrameSchema

_FORMS = (
    "MovieLens (u.data, ratings.dat, ratings.csv), MovieTweetings (ratings.dat), or what `matinee mock-ratings` wrote"
)


def load(path: Path, *, links: Path | None = None, every: bool = False) -> tuple[Ratings, RatingsReport]:
    """Ratings of a folder, zip or file in any known form, and what became of its rows.

    `links` is a MovieLens release (folder, zip or its links.csv) that says which films are meant, for what does not say
    so itself: MovieLens 100k, 1m and 10m; MovieTweetings has IMDb ids, and TMDB ids with it. With `every`, films of
    MovieLens that nothing names stay, under numbers below -1,000,000,000: for measuring, where all films count.

    Raises:
        SourceError: It cannot be read, is of no known form, or nothing says which films are meant.

    """
    from index.sources.ratings import keeping, movielens, movietweetings

    holding = holdings.at(path)
    others = holdings.at(links) if links is not None else None
    if keeping.recognises(holding):
        ratings, report = keeping.load(holding)
    elif movietweetings.recognises(holding):
        ratings, report = movietweetings.load(holding, others)
    elif movielens.recognises(holding):
        ratings, report = movielens.load(holding, others, every=every)
    else:
        raise SourceError(f"{path} holds no ratings of a known form: give {_FORMS}")
    if not report.ratings:
        raise SourceError(f"{path} holds no usable rating ({'; '.join(report.dropped) or 'no rows'})")
    check(ratings)
    return ratings, report


def check(ratings: Ratings) -> None:
    """Make sure that ratings are as `Ratings` promises; raises SourceError with the first thing that is not."""
    from pandera.errors import SchemaError

    for frame, schema in ((ratings.table, table_schema()), (ratings.people, people_schema())):
        try:
            schema.validate(frame)
        except SchemaError as broken:
            said = " ".join(str(broken).split("\n", 1)[0].split())
            raise SourceError(f"these ratings are not as they must be: {said}") from broken
    people = int(ratings.table["user"].max()) + 1 if len(ratings.table) else 0
    if ratings.table["user"].nunique() != people:
        raise SourceError("these ratings are not as they must be: people are not numbered from 0 without gaps")
    if len(ratings.people) not in (0, people):
        raise SourceError(f"these ratings are not as they must be: {len(ratings.people):,} rows for {people:,} people")


@cache
def table_schema() -> DataFrameSchema:
    """The schema of `Ratings.table`."""
    from pandera.pandas import Check, Column, DataFrameSchema

    return DataFrameSchema(
        {
            "user": Column("int32", Check.ge(0)),
            "film": Column("int64", Check.ne(0)),
            "stars": Column("float32", Check.in_range(0.5, 5.0)),
            "at": Column("int64", Check.ge(0)),
        },
        strict=True,
        unique=["user", "film"],
    )


@cache
def people_schema() -> DataFrameSchema:
    """The schema of `Ratings.people`."""
    from pandera.pandas import Check, Column, DataFrameSchema

    return DataFrameSchema(
        {
            "age": Column("float64", Check.in_range(0, 130), nullable=True),
            "gender": Column(object, Check.isin(["F", "M", ""])),
            "occupation": Column(object),
        },
        strict=True,
    )
