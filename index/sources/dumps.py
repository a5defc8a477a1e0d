"""Dumps of TMDB in any of the forms that people publish: a row a film, its lists as JSON, Python literals, or a|b|c.

Such are Kaggle's TMDB 5000 and The Movies Dataset (films, credits and keywords), Udacity's, and dumps of the API. What
the columns mean stands in columns.toml; a table may hold films, or only facts of films (credits, keywords).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from index.movie import CERTIFICATES, GENRES, Movie
from index.sources import Report
from index.sources.cells import listed, named, number, text, whole
from index.sources.tables import Row, Table

LICENCE = "TMDB: non-commercial use, with attribution"

CAST = 8
"""How many of the cast are kept."""
_YEARS = range(1870, 2100)
_RUNTIMES = range(1, 1001)  # minutes
_IMDB = re.compile(r"tt\d{5,10}")
_ISO = re.compile(r"(\d{4})-\d\d?-\d\d?")
_FACTS = {"overview", "keywords", "cast", "crew", "genres", "director", "runtime", "genre", "release_date"}
_JOBS = {
    "directors": {"Director"},
    "writers": {"Screenplay", "Writer", "Novel", "Author", "Story"},
    "composers": {"Original Music Composer"},
}
_WIDELY_USED = {"cn": "zh", "sh": "sr", "xx": ""}  # TMDB's own codes


def recognises(table: Table) -> bool:
    """Whether a table has an id of TMDB's and anything else that is known of films."""
    columns = _columns(table.columns)
    return "tmdb" in columns and bool(_FACTS & set(table.columns)) and "userid" not in table.columns


def read(table: Table, report: Report) -> Iterator[Movie]:
    """What each row says of a film: a partial film, or the row is dropped with its reason."""
    columns = _columns(table.columns)
    for row in table.rows(report):
        movie = _movie(row, columns, report)
        if movie is not None:
            yield movie


@cache
def _names() -> Mapping[str, list[str]]:
    return tomllib.loads((Path(__file__).parent / "columns.toml").read_text(encoding="utf-8"))


def _columns(here: tuple[str, ...]) -> dict[str, str]:
    found = {field: next((name for name in names if name in here), "") for field, names in _names().items()}
    return {field: name for field, name in found.items() if name}


def _movie(row: Row, columns: Mapping[str, str], report: Report) -> Movie | None:
    def cell(field: str) -> str:
        return row.get(columns.get(field, ""), "")

    def words(field: str) -> str:
        return text(cell(field), report)

    def names(field: str, key: str = "name") -> tuple[str, ...]:
        return named(listed(cell(field), report), report, key)

    tmdb = whole(cell("tmdb"))
    if tmdb is None or tmdb <= 0:
        report.dropped["no id: a shifted row" if cell("tmdb").strip() else "no id"] += 1
        return None
    crew = listed(cell("crew"), report)
    votes, imdb_votes = int(number(cell("votes")) or 0), int(number(cell("imdb_votes")) or 0)
    return Movie(
        tmdb=tmdb,
        imdb=imdb_id(cell("imdb")),
        title=words("title"),
        original_title=words("original_title"),
        year=_year(cell("date"), cell("year"), report),
        runtime=minutes(cell("runtime"), report),
        languages=_languages([cell("language"), *names("spoken", "iso_639_1")]),
        countries=tuple(code for each in listed(cell("countries"), report) if (code := _country(each))),
        genres=tuple(name for name in names("genres") if name in GENRES),
        directors=names("directors") or jobs(crew, "directors", report),
        cast=names("cast")[:CAST],
        writers=names("writers") or jobs(crew, "writers", report),
        composers=names("composers") or jobs(crew, "composers", report),
        certificate=cell("certificate").strip() if cell("certificate").strip() in CERTIFICATES else None,
        rating=mean(cell("rating"), votes, report),
        votes=max(0, votes),
        imdb_rating=mean(cell("imdb_rating"), imdb_votes, report),
        imdb_votes=max(0, imdb_votes),
        overview=words("overview"),
        tagline=words("tagline"),
        keywords=names("keywords"),
        collection=_collection(cell("collection"), report),
        poster_path=cell("poster_path") if re.fullmatch(r"/[\w.-]+", cell("poster_path")) else None,
        adult=cell("adult").strip().lower() in {"true", "1", "1.0"},
    )


def imdb_id(cell: str) -> str | None:
    """Such as "tt0068646", also when only its digits are given; None when it is none."""
    digits = cell.strip().removesuffix(".0")
    if digits.isascii() and digits.isdigit():
        digits = f"tt{int(digits):07d}"
    return digits if _IMDB.fullmatch(digits) else None


def minutes(cell: str, report: Report) -> int | None:
    """A runtime that can be one; 0 means unknown."""
    found = number(cell)
    if not found:
        return None
    if int(found) not in _RUNTIMES:
        report.mended["a runtime below 1 or beyond 1,000 minutes, left out"] += 1
        return None
    return int(found)


def mean(cell: str, votes: int, report: Report) -> float | None:
    """A mean rating from 0 to 10, unless nobody voted."""
    found = number(cell)
    if not found or votes <= 0:
        return None
    if not 0 < found <= 10:
        report.mended["a rating outside 0 to 10, left out"] += 1
        return None
    return found


def plausible_year(value: str) -> int | None:
    """A year in which a film can have come out, or None."""
    found = whole(value)
    return found if found in _YEARS else None


def jobs(crew: Iterable[Any], field: str, report: Report) -> tuple[str, ...]:
    """Names of those in a crew who did the work of a field of Movie: directors, writers or composers."""
    return named([c for c in crew if isinstance(c, dict) and c.get("job") in _JOBS[field]], report)


def _year(date: str, given: str, report: Report) -> int | None:
    iso = _ISO.fullmatch(date.strip())
    found = (plausible_year(iso[1]) if iso else None) or plausible_year(given)
    if found is None and (date.strip() or given.strip()):
        report.mended["a release date that cannot be one, left out"] += 1
    return found


def _languages(codes: Iterable[str]) -> tuple[str, ...]:
    known = (_WIDELY_USED.get(code.strip(), code.strip()) for code in codes)
    return tuple(dict.fromkeys(code for code in known if len(code) == 2 and code.isalpha() and code.islower()))


def _country(item: Any) -> str | None:
    if isinstance(item, dict):
        code = item.get("iso_3166_1")
        return code if isinstance(code, str) and len(code) == 2 else None
    return _territories().get(str(item).strip().lower())


@cache
def _territories() -> dict[str, str]:
    """Codes of countries by their English names, and as TMDB calls them."""
    from babel import Locale

    codes = {name.lower(): code for code, name in Locale("en").territories.items() if len(code) == 2}
    return codes | {"united states of america": "US", "hong kong": "HK", "czech republic": "CZ", "turkey": "TR"}


def _collection(cell: str, report: Report) -> str | None:
    if not cell.strip():
        return None
    first = (named(listed(cell, report), report) if cell.strip()[0] == "{" else (text(cell, report),))[:1]
    return first[0].removesuffix(" Collection") or None if first else None
