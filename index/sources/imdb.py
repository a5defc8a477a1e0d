"""IMDb's non-commercial files, as TSV or CSV: basics, ratings, and other titles (akas).

Form: https://developer.imdb.com/non-commercial-datasets
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from index.movie import GENRES, Movie
from index.sources import Report
from index.sources.cells import listed, named, text, whole
from index.sources.dumps import imdb_id, mean, minutes, plausible_year
from index.sources.tables import Table

LICENCE = "IMDb: personal and non-commercial use"
_FILMS = {"movie", "tvmovie", "video"}  # short films, series and games are other things
_GENRES = {name: name for name in GENRES} | {"Sci-Fi": "Science Fiction", "Musical": "Music", "Biography": "History"}
"""TMDB's genres by IMDb's names."""
_SPOKEN_HERE = {
    "",
    "US",
    "GB",
    "CA",
    "AU",
    "IE",
    "NZ",
    "IN",
    "XWW",
    "XEU",
}  # regions whose titles people type in English


def recognises(table: Table) -> bool:
    """Whether it is one of the three."""
    return _reader(table) is not None


def read(table: Table, report: Report) -> Iterator[Movie]:
    """What each row says of a film; TMDB ids are 0 throughout."""
    reader = _reader(table)
    assert reader is not None
    yield from reader(table, report)


def _reader(table: Table) -> Callable[[Table, Report], Iterator[Movie]] | None:
    columns = set(table.columns)
    if {"tconst", "primarytitle", "titletype"} <= columns:
        return _basics
    if {"tconst", "averagerating", "numvotes"} <= columns:
        return _ratings
    if {"titleid", "title", "region"} <= columns:
        return _akas
    return None


def _basics(table: Table, report: Report) -> Iterator[Movie]:
    for row in table.rows(report):
        imdb = imdb_id(row["tconst"])
        if imdb is None:
            report.dropped["no IMDb id"] += 1
        elif row["titletype"].lower() not in _FILMS:
            report.dropped["a series, a short film, a game or the like"] += 1
        else:
            genres = named(listed(row.get("genres"), report), report)
            yield Movie(
                tmdb=0,
                imdb=imdb,
                title=text(row["primarytitle"], report),
                original_title=text(row.get("originaltitle"), report),
                year=plausible_year(row.get("startyear", "")),
                runtime=minutes(row.get("runtimeminutes", ""), report),
                genres=tuple(dict.fromkeys(_GENRES[name] for name in genres if name in _GENRES)),
                adult=row.get("isadult") in {"1", "1.0"},
            )


def _ratings(table: Table, report: Report) -> Iterator[Movie]:
    for row in table.rows(report):
        imdb, votes = imdb_id(row["tconst"]), whole(row["numvotes"]) or 0
        rating = mean(row["averagerating"], votes, report)
        if imdb is None or rating is None:
            report.dropped["no IMDb id or no rating"] += 1
        else:
            yield Movie(tmdb=0, imdb=imdb, title="", imdb_rating=rating, imdb_votes=votes)


def _akas(table: Table, report: Report) -> Iterator[Movie]:
    for row in table.rows(report):
        imdb, title = imdb_id(row["titleid"]), text(row["title"], report)
        region, language = row["region"].replace("\\N", ""), row.get("language", "").replace("\\N", "")
        if imdb is None or not title:
            report.dropped["no IMDb id or no title"] += 1
        elif region not in _SPOKEN_HERE or language not in {"", "en"}:
            report.dropped["a title for people who speak another language"] += 1
        else:
            yield Movie(tmdb=0, imdb=imdb, title="", aka=(title,))
