"""The films of a person's files: read in the order given, joined, cleaned, with one report a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import ModuleType

from index.errors import SourceError
from index.movie import Movie
from index.progress import Progress, silent
from index.sources import Report, dumps, imdb, links, people, starter
from index.sources.merging import Merging
from index.sources.schema import sound
from index.sources.standing import with_standing
from index.sources.tables import Table, tables

_KINDS: tuple[ModuleType, ...] = (imdb, links, people, dumps)
"""What a table can be; the first that recognises it reads it."""
_KNOWN = "JSON lines like index/starter, TMDB dumps as CSV, IMDb's files, MovieLens' links, or a folder of them"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """The films, and how they came together."""

    movies: list[Movie]
    reports: tuple[Report, ...]
    unknown: tuple[Path, ...]  # files in folders that are of no known form
    licences: tuple[str, ...]  # under which the data came


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    name: str
    rows: Callable[[Report], Iterator[Movie]]
    licence: str
    links: bool = False  # only says which ids belong together


def gather(
    films: Sequence[Path], facts: Sequence[Path] = (), *, adult: bool = False, progress: Progress | None = None
) -> Gathered:
    """Films of the paths in `films`, with what those in `facts` know of them; earlier paths are believed first.

    Raises:
        SourceError: A path does not exist, cannot be read or is of no known form, or there is no film in any.

    """
    tell = progress or silent
    unknown: list[Path] = []
    adding = [file for path in films for file in _files(path, unknown)]
    telling = [file for path in (*facts, *_companions(films)) for file in _files(path, unknown)]
    telling.sort(key=lambda file: not file.links)  # first, since the others find their films by these ids
    merging, reports = Merging(), []
    for number, file in enumerate((*adding, *telling)):
        tell("files", number, len(adding) + len(telling))
        report = Report(source=file.name)
        (merging.films if number < len(adding) else merging.facts)(file.rows(report), report)
        reports.append(report)
    whole = Report(source="all together")
    movies = _clean([with_standing(movie) for movie in merging.joined()], whole, adult=adult)
    tell("files", len(reports), len(reports))
    if not movies:
        raise SourceError(f"no film in {', '.join(str(path) for path in films)}: give at least one")
    licences = tuple(dict.fromkeys(file.licence for file in (*adding, *telling) if file.licence))
    return Gathered(movies=movies, reports=(*reports, whole), unknown=tuple(unknown), licences=licences)


def _clean(movies: Sequence[Movie], report: Report, *, adult: bool) -> list[Movie]:
    report.read = len(movies)
    kept = [movie for movie in movies if adult or not movie.adult]
    if len(kept) < len(movies):
        report.dropped["adult titles, left out unless asked for"] = len(movies) - len(kept)
    report.films = len(kept)
    return sound(kept, report)


def _files(path: Path, unknown: list[Path]) -> list[_File]:
    if not path.exists():
        raise SourceError(f"{path} does not exist")
    if not path.is_dir():
        if found := _known(path):
            return found
        raise SourceError(f"{path} is of no known form: give {_KNOWN}")
    found = []
    for file in sorted(p for p in path.rglob("*") if p.is_file() and not p.name.startswith(".")):
        here = _known(file)
        found += here
        if not here:
            unknown.append(file)
    if not found:
        raise SourceError(f"{path} holds no file of a known form: give {_KNOWN}")
    return found


def _known(path: Path) -> list[_File]:
    if path.suffix == ".jsonl":
        return [_File(name=path.name, rows=partial(starter.rows, path), licence="")]
    return [file for table in tables(path) if (file := _of(table))]


def _of(table: Table) -> _File | None:
    for kind in _KINDS:
        if kind.recognises(table):
            rows = partial(kind.read, table)
            return _File(name=Path(table.name).name, rows=rows, licence=kind.LICENCE, links=kind is links)
    return None


def _companions(films: Sequence[Path]) -> list[Path]:
    """Credits that lie beside a file of films, as TMDB 5000 is published."""
    beside = (path.with_name(path.name.replace("movies", "credits")) for path in films if not path.is_dir())
    return [path for path in beside if path.exists() and path not in films]
