"""Credits as a table with a row for each person and film: who directed, wrote, composed and played."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from index.movie import Movie
from index.sources import Report, dumps
from index.sources.cells import number, text, whole
from index.sources.dumps import CAST, jobs
from index.sources.tables import Table

LICENCE = dumps.LICENCE


def recognises(table: Table) -> bool:
    """Whether a row names a film, a person and what they did."""
    return {"movie_id", "name", "job"} <= set(table.columns)


def read(table: Table, report: Report) -> Iterator[Movie]:
    """The people of each film, gathered from its rows."""
    crews: dict[int, list[dict[str, str]]] = defaultdict(list)
    casts: dict[int, list[tuple[float, str]]] = defaultdict(list)
    for row in table.rows(report):
        tmdb, name = whole(row["movie_id"]), text(row["name"], report)
        if tmdb is None or not name:
            report.dropped["no film or no name"] += 1
        elif (order := number(row.get("cast_order"))) is not None or row.get("character"):
            casts[tmdb].append((order if order is not None else 1e9, name))
        else:
            crews[tmdb].append({"job": row["job"], "name": name})
    for tmdb in sorted(crews.keys() | casts.keys()):
        yield Movie(
            tmdb=tmdb,
            title="",
            directors=jobs(crews[tmdb], "directors", report),
            writers=jobs(crews[tmdb], "writers", report),
            composers=jobs(crews[tmdb], "composers", report),
            cast=tuple(dict.fromkeys(name for _, name in sorted(casts[tmdb], key=lambda part: part[0])))[:CAST],
        )
        for _ in range(len(crews[tmdb]) + len(casts[tmdb]) - 1):
            yield Movie(tmdb=tmdb, title="")  # so that each row is counted: whether its film is here, is seen there
