"""MovieLens' links.csv: which IMDb id and which TMDB id are the same film."""

from __future__ import annotations

from collections.abc import Iterator

from index.movie import Movie
from index.sources import Report
from index.sources.cells import whole
from index.sources.dumps import imdb_id
from index.sources.tables import Table

LICENCE = "MovieLens: research and non-commercial use"


def recognises(table: Table) -> bool:
    """Whether a table has MovieLens', IMDb's and TMDB's ids of films, and nothing else."""
    return {"movieid", "imdbid", "tmdbid"} <= set(table.columns) and len(table.columns) <= 4


def read(table: Table, report: Report) -> Iterator[Movie]:
    """A film without anything but its two ids for each row that has both."""
    for row in table.rows(report):
        imdb, tmdb = imdb_id(row["imdbid"]), whole(row["tmdbid"])
        if imdb is None or tmdb is None or tmdb <= 0:
            report.dropped["not both ids"] += 1
        else:
            yield Movie(tmdb=tmdb, imdb=imdb, title="")
