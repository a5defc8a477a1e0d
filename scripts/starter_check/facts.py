"""Where films disagree with public data of the same TMDB id, or share a run of words with any public overview."""

from __future__ import annotations

import contextlib
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

import pandas as pd

from starter_check import ROOT, STARTER, Film, words

DATA = ROOT.parent / "shared" / "data" / "tmdb"
EXCEPTIONS: set[tuple[int, str]] = {
    (e["tmdb"], e["field"])
    for e in tomllib.loads((STARTER / "exceptions.toml").read_text(encoding="utf-8"))["exception"]
}
_RUN = 8  # so many words in a row that also stand in a public overview are too many


def facts(films: list[Film], data: Path = DATA) -> Iterator[tuple[Film, str]]:
    """Every fault that the CSV files of a folder show, each once; and exceptions that are needed no longer."""
    by_id = {film["tmdb"]: film for film in films}
    runs = {run: film for film in films for run in _runs(film["overview"])}
    told: set[tuple[int, str]] = set()
    used: set[tuple[int, str]] = set()
    for path in sorted(data.glob("*.csv.gz")):
        table = pd.read_csv(path, low_memory=False)
        if "overview" in table:
            yield from _shared(runs, table["overview"].dropna(), path.name)
        for film, field, fault in _disagreements(by_id, table):
            if (film["tmdb"], fault) in told:
                continue
            told.add((film["tmdb"], fault))
            used.add((film["tmdb"], field))
            if (film["tmdb"], field) not in EXCEPTIONS:
                yield film, f"{fault} ({path.name})"
    for tmdb, field in EXCEPTIONS - used:
        if tmdb in by_id:
            yield by_id[tmdb], f"the exception for {field} is not needed"


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    tokens = words(text)
    return (tuple(tokens[i : i + _RUN]) for i in range(len(tokens) - _RUN + 1))


def _shared(runs: dict[tuple[str, ...], Film], texts: Iterable[str], source: str) -> Iterator[tuple[Film, str]]:
    for text in texts:
        for run in _runs(str(text)):
            if film := runs.get(run):
                yield film, f"shares a run of eight words with {source}: {' '.join(run)!r}"


def _disagreements(by_id: dict[int, Film], table: pd.DataFrame) -> Iterator[tuple[Film, str, str]]:
    column = next((name for name in ("id", "movie_id") if name in table), None)
    if column is None:
        return
    ids = pd.to_numeric(table[column], errors="coerce")
    for row in table[ids.isin(list(by_id))].to_dict("records"):
        film = by_id[int(row[column])]
        for field, fault in against(film, {str(key): value for key, value in row.items()}):
            yield film, field, fault


def against(film: Film, row: Film) -> Iterator[tuple[str, str]]:
    """Fields in which a public row says something else, and what."""
    if "Released" in {row.get("title"), row.get("original_title")}:
        return  # a row whose columns are shifted
    imdb = str(row.get("imdb_id"))
    if imdb.startswith("tt") and imdb != film["imdb"]:
        yield "imdb", f"imdb id is {imdb} there"
    year = str(row.get("release_date", ""))[:4]
    if year.isdigit() and abs(int(year) - film["year"]) > 1:
        yield "year", f"year is {year} there"
    with contextlib.suppress(ValueError):
        runtime = float(row.get("runtime") or 0)
        if runtime > 0 and abs(runtime - film["runtime"]) > 3:
            yield "runtime", f"runtime is {runtime:.0f} there, {film['runtime']} here"
    yield from _names(film, row)


def _names(film: Film, row: Film) -> Iterator[tuple[str, str]]:
    director = row.get("director")
    if isinstance(director, str) and director:
        theirs = letters(director)
        if not any(letters(d.split()[-1]) in theirs or letters(d.split()[0]) in theirs for d in film["directors"]):
            yield "director", f"director is {director} there"
    titles = {str(t) for t in (row.get("title"), row.get("original_title")) if isinstance(t, str)}
    mine = {letters(t) for t in (film["title"], film["original_title"], *film.get("aka", ()))}
    if titles and not any(a in b or b in a for a in mine for b in map(letters, titles)):
        yield "title", f"title is {' / '.join(sorted(titles))} there"


def letters(text: str) -> str:
    """A title or name as plain letters: accents off, and undone where UTF-8 was once read as Latin-1."""
    with contextlib.suppress(UnicodeError):
        text = text.encode("latin-1").decode("utf-8")
    plain = unicodedata.normalize("NFKD", text.lower())
    return "".join(c for c in plain if c.isalnum() and not unicodedata.combining(c))
