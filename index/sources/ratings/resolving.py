"""The films of a catalogue that a person's history names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from index.catalogue import Catalogue
from index.movie import identity
from index.sources.ratings.entries import Entry
from index.sources.ratings.matching import NEAR, digits, key
from index.sources.ratings.report import RatingsReport


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The films of a history that a catalogue holds: TMDB ids, in the order in which the person met them."""

    seen: tuple[int, ...]
    liked: tuple[int, ...]  # of those seen
    disliked: tuple[int, ...]  # of those seen
    wanted: tuple[int, ...]  # not seen yet
    ids: dict[Entry, int] = field(default_factory=dict)
    unresolved: tuple[Entry, ...] = ()  # films that the catalogue does not hold, or that could be any of several
    report: RatingsReport


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Names:
    """A catalogue by IMDb id, and by year and title."""

    catalogue: Catalogue
    imdb: list[str | None]  # by row
    by_imdb: dict[str, int]  # row
    years: defaultdict[int, defaultdict[str, set[int]]]  # rows by year (0: unknown) and key of a title


def resolve(entries: Sequence[Entry], catalogue: Catalogue) -> Found:
    """Find the films of a history by id, else by title and year; a film that may be another one is not taken.

    The year may be one off, as publishers differ; without a year, only a title that one film alone has will do.
    """
    names = _names(catalogue)
    report = RatingsReport(source="history", read=len(entries), people=1)
    ids: dict[Entry, int] = {}
    unresolved = []
    for entry in entries:
        row = _by_id(entry, names)
        way = "by id"
        if row is None:
            row, way = _by_title(entry, names)
        if row is None:
            unresolved.append(entry)
            report.dropped["not in the catalogue, or not told apart from another film"] += 1
        else:
            ids[entry] = int(catalogue.tmdb[row])
            report.ratings += 1
            report.mend(way, way != "by id")
    report.films = len(set(ids.values()))
    return _found(ids, tuple(unresolved), report)


def _found(ids: dict[Entry, int], unresolved: tuple[Entry, ...], report: RatingsReport) -> Found:
    """Each film once; where two entries are the same film, the last one with an opinion says whether it was liked."""
    last = {tmdb: entry for entry, tmdb in ids.items() if entry.liked or entry.disliked}
    seen = dict.fromkeys(tmdb for entry, tmdb in ids.items() if entry.seen)
    return Found(
        seen=tuple(seen),
        liked=tuple(tmdb for tmdb in seen if tmdb in last and last[tmdb].liked),
        disliked=tuple(tmdb for tmdb in seen if tmdb in last and last[tmdb].disliked),
        wanted=tuple(dict.fromkeys(tmdb for entry, tmdb in ids.items() if entry.wanted and tmdb not in seen)),
        ids=ids,
        unresolved=unresolved,
        report=report,
    )


def _names(catalogue: Catalogue) -> _Names:
    imdb: list[str | None] = catalogue.column("imdb")
    years: defaultdict[int, defaultdict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    columns = (catalogue.column("title"), catalogue.column("original_title"), catalogue.column("aka"))
    for row, (title, original, aka) in enumerate(zip(*columns, strict=True)):
        for name in {title, original, *aka} - {"", None}:
            years[int(catalogue.year[row])][key(name)].add(row)
    by_imdb = {code: row for row, code in enumerate(imdb) if code}
    return _Names(catalogue=catalogue, imdb=imdb, by_imdb=by_imdb, years=years)


def _by_id(entry: Entry, names: _Names) -> int | None:
    row = names.catalogue.row(entry.tmdb) if entry.tmdb else None
    if row is None and entry.imdb:
        row = names.by_imdb.get(entry.imdb)
        row = names.catalogue.row(identity(entry.imdb)) if row is None else row
    return row


def _by_title(entry: Entry, names: _Names) -> tuple[int | None, str]:
    name = key(entry.title)
    if not name:
        return None, ""
    if entry.year is None:
        rows = [row for here in names.years.values() for row in here.get(name, ()) if _may_be(entry, row, names)]
        return (rows[0], "by title alone") if len(set(rows)) == 1 else (None, "")
    for year in (entry.year, entry.year - 1, entry.year + 1):
        rows = [row for row in names.years[year].get(name, ()) if _may_be(entry, row, names)]
        if rows:
            way = "by title and year" if year == entry.year else "by title, the year one off"
            return _best_known(rows, names, way)
    return _alike(entry, name, names)


def _alike(entry: Entry, name: str, names: _Names) -> tuple[int | None, str]:
    found: dict[int, float] = {}
    for year in (entry.year or 0, (entry.year or 0) - 1, (entry.year or 0) + 1):
        here = names.years[year]
        for other, score, _ in process.extract(name, here.keys(), scorer=fuzz.ratio, score_cutoff=NEAR, limit=3):
            if digits(name) == digits(other):
                found.update((row, score) for row in here[other] if _may_be(entry, row, names))
    best = [row for row, score in found.items() if score == max(found.values())]
    return _best_known(best, names, "by a like title") if best else (None, "")


def _best_known(rows: list[int], names: _Names, way: str) -> tuple[int, str]:
    best = max(rows, key=lambda row: (float(names.catalogue.fame[row]), -row))
    return best, way if len(set(rows)) == 1 else "by title and year, the best known of several"


def _may_be(entry: Entry, row: int, names: _Names) -> bool:
    """Whether no id says that it is another film."""
    imdb, tmdb = names.imdb[row], int(names.catalogue.tmdb[row])
    other_imdb = entry.imdb is not None and imdb is not None and entry.imdb != imdb
    return not other_imdb and not (entry.tmdb is not None and 0 < tmdb != entry.tmdb)
