"""What Letterboxd, IMDb and Trakt write when a person asks for their own data, as entries.

Sources: letterboxd.com/about/importing-data and its export; IMDb's "Export" of ratings and lists; Trakt's data export
(JSON, in two layouts) and its CSV lists.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from itertools import islice
from pathlib import PurePosixPath
from typing import Any

from index.errors import SourceError
from index.sources.ratings.entries import Entry
from index.sources.ratings.holding import Holding
from index.sources.ratings.report import RatingsReport

Row = Mapping[str, Any]
MOST_BYTES = 32 * 2**20
"""Of all files together, unpacked: a lifetime of films fits into it many times."""
MOST_ROWS, MOST_COLUMNS, MOST_FILES = 100_000, 40, 2_000
"""Of one table, and of one archive: what has more was made to be a burden."""
_NO_FILM = re.compile(r"seri|episode|season|show|game|podcast|music\s*video|person", re.IGNORECASE)
_YEARS = range(1870, 2100)


def gather(holding: Holding, report: RatingsReport) -> tuple[str | None, list[Entry]]:
    """The publisher and all entries, one a row, of the files that are known; None when there is no such file."""
    publisher, found, left = None, list[Entry](), MOST_BYTES
    if len(holding.files) > MOST_FILES:
        raise SourceError(f"{holding.label} holds more than {MOST_FILES:,} files: give the export as it came")
    alone = len(holding.files) == 1
    for name in sorted(holding.files):
        if name.startswith(("deleted/", "orphaned/")) or not (alone or name.endswith((".csv", ".json"))):
            continue  # what the person took back, and what is no data
        data = holding.read(name, left)
        left -= len(data)
        for by, rows, read in _forms(data, name):
            publisher = publisher or by
            for row in rows:
                report.read += 1
                entry = read(row, name, report)
                if entry is not None:
                    report.ratings += 1
                    found.append(entry)
    return publisher, found


_Reader = Callable[[Row, str, RatingsReport], "Entry | None"]


def _forms(data: bytes, name: str) -> Iterator[tuple[str, list[Row], _Reader]]:
    if name.endswith(".json") or data.lstrip()[:1] in (b"[", b"{"):
        yield from _json(data, name)
        return
    columns, rows = _csv(data)
    known = {column.lower() for column in columns}
    if "const" in known:
        yield "IMDb", rows, _imdb
    elif "letterboxd uri" in known and "name" in known:
        yield "Letterboxd", rows, _letterboxd_as(_letterboxd_list(name, known))
    elif "title" in known and ("trakt_id" in known or {"imdb_id", "tmdb_id"} & known):
        yield "Trakt", rows, _trakt_csv
    # Any other file, such as profile.csv or comments.csv, says nothing of films.


def _csv(data: bytes) -> tuple[list[str], list[Row]]:
    """Column names and rows; a row has "" for cells that it lacks, and "" as key for cells too many."""
    text = _text(data)
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)  # spreadsheets of some countries save with semicolons
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, restkey="", restval="")
    try:
        if len(reader.fieldnames or ()) > MOST_COLUMNS:
            return [], []
        rows: list[Row] = [
            {(k or "").strip().lower(): v for k, v in row.items()} for row in islice(reader, MOST_ROWS + 1)
        ]
    except csv.Error:
        return [], []
    if len(rows) > MOST_ROWS:
        raise SourceError(f"a table with more than {MOST_ROWS:,} rows is no one person's: give the export as it came")
    return [name.strip() for name in reader.fieldnames or ()], rows


def _text(data: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


# Letterboxd


def _letterboxd_list(name: str, columns: set[str]) -> str:
    stem = PurePosixPath(name).stem.lower()
    if "watched date" in columns:
        return "diary"
    if "rating" in columns:
        return "ratings"
    for list_name, words in {"watchlist": "watchlist", "likes": "films", "watched": "watched"}.items():
        if words in stem:
            return list_name
    raise SourceError(
        f"{name} may be films seen or films to see: send it under the name that Letterboxd gave it, such as watched.csv"
    )


def _letterboxd_as(list_name: str) -> _Reader:
    def read(row: Row, name: str, report: RatingsReport) -> Entry | None:
        title = str(row.get("name", "")).strip()
        if not title or row.get(""):
            report.dropped["a row without a title, or with cells too many"] += 1
            return None
        return Entry(
            title=title,
            year=_year(row.get("year")),
            stars=_stars(row.get("rating"), 5, report),
            heart=list_name == "likes",
            seen=list_name != "watchlist",
            wanted=list_name == "watchlist",
            at=_time(row.get("watched date") or row.get("date"), report),
        )

    return read


# IMDb


def _imdb(row: Row, name: str, report: RatingsReport) -> Entry | None:
    imdb = _imdb_id(row.get("const"))
    if imdb is None or row.get(""):
        report.dropped["a row without an IMDb id, or with cells too many"] += 1
        return None
    kind = str(row.get("title type") or "")
    if _NO_FILM.search(kind):
        report.dropped["a series, an episode or a game"] += 1
        return None
    stars = _stars(row.get("your rating"), 10, report)
    listed = "position" in row
    return Entry(
        title=str(row.get("title", "")).strip(),
        year=_year(row.get("year")),
        imdb=imdb,
        stars=stars,
        seen=stars is not None or not listed,
        wanted=listed and stars is None,
        at=_time(row.get("date rated") or row.get("created"), report),
    )


# Trakt


def _json(data: bytes, name: str) -> Iterator[tuple[str, list[Row], _Reader]]:
    try:
        raw = json.loads(_text(data))
    except (ValueError, RecursionError) as broken:
        raise SourceError(f"{name} is no readable JSON ({broken}): get the export again") from broken
    lists = raw.items() if isinstance(raw, dict) else [(name, raw)]
    for label, rows in lists:
        if isinstance(rows, list) and any(isinstance(r, dict) and ("movie" in r or "show" in r) for r in rows):
            stem = PurePosixPath(str(label)).stem.lower()
            yield "Trakt", [row if isinstance(row, dict) else {} for row in rows], _trakt_as(stem)


def _trakt_as(stem: str) -> _Reader:
    def read(row: Row, name: str, report: RatingsReport) -> Entry | None:
        movie = row.get("movie")
        if not isinstance(movie, dict):
            report.dropped["a series, a season or an episode" if row else "no entry of a list"] += 1
            return None
        ids = movie.get("ids")
        ids = ids if isinstance(ids, dict) else {}
        flat = {"title": movie.get("title"), "year": movie.get("year"), "imdb_id": ids.get("imdb")}
        said = {key: row.get(key) for key in ("rating", "rated_at", "last_watched_at", "watched_at", "listed_at")}
        return _trakt({**flat, **said, "tmdb_id": ids.get("tmdb")}, stem, report)

    return read


def _trakt_csv(row: Row, name: str, report: RatingsReport) -> Entry | None:
    if row.get(""):
        report.dropped["a row with cells too many"] += 1
        return None
    if _NO_FILM.search(str(row.get("type") or "")):
        report.dropped["a series, a season or an episode"] += 1
        return None
    return _trakt(row, PurePosixPath(name).stem.lower(), report)


def _trakt(row: Row, stem: str, report: RatingsReport) -> Entry | None:
    imdb, tmdb, title = _imdb_id(row.get("imdb_id")), _whole(row.get("tmdb_id")), str(row.get("title") or "").strip()
    if imdb is None and tmdb is None and not title:
        report.dropped["a film without a title or an id"] += 1
        return None
    stars = _stars(row.get("rating"), 10, report)
    favourite = "favo" in stem
    watched = row.get("last_watched_at") or row.get("watched_at")
    seen = bool(watched) or stars is not None or favourite
    wanted = not seen and ("watchlist" in stem or bool(row.get("watchlisted_at")))
    if not seen and not wanted:
        report.dropped["neither watched, rated nor on the watchlist"] += 1
        return None
    return Entry(
        title=title,
        year=_year(row.get("year")),
        imdb=imdb,
        tmdb=tmdb,
        stars=stars,
        heart=favourite,
        seen=seen,
        wanted=wanted,
        at=_time(row.get("rated_at") or watched or row.get("listed_at") or row.get("watchlisted_at"), report),
    )


# Cells


def _imdb_id(value: Any) -> str | None:
    found = re.fullmatch(r"tt(\d{1,10})", str(value or "").strip())
    return f"tt{int(found[1]):07d}" if found else None


def _whole(value: Any) -> int | None:
    text = str(value or "").strip()
    return int(text) if text.isdecimal() and 0 < int(text) < 2**31 else None


def _year(value: Any) -> int | None:
    year = _whole(value)
    return year if year in _YEARS else None


def _stars(value: Any, top: int, report: RatingsReport) -> float | None:
    """Stars of 5 from a rating of `top`; None when there is none."""
    text = str(value if value is not None else "").strip().replace(",", ".")
    if not text or text == "0":
        return None
    try:
        stars = float(text) * 5 / top
    except ValueError:
        stars = -1.0
    if 0 < stars <= 5:
        return max(0.5, stars)
    report.mend("a rating outside of the scale: it counts as none", 1)
    return None


def _time(value: Any, report: RatingsReport) -> int:
    text = str(value or "").strip()
    if not text:
        return 0
    for read in (datetime.fromisoformat, lambda t: datetime.strptime(t, "%a %b %d %H:%M:%S %Y")):
        try:
            at = read(text)
        except ValueError:
            continue
        at = at if at.tzinfo else at.replace(tzinfo=UTC)
        if 0 < (seconds := int(at.timestamp())) < datetime.now(UTC).timestamp() + 86_400:
            return seconds
    report.mend("a date that is none, or in the future: it counts as unknown", 1)
    return 0
