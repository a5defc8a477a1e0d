"""Which films to fetch: their ids, by popularity, from a list, or by what changed."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from index.errors import SourceError
from index.progress import Progress
from index.sources import Report
from index.sources.tmdb.client import Client, NotGiven
from index.sources.tmdb.reading import items, text, whole

PAGES = 500  # as far as TMDB's lists go: https://developer.themoviedb.org/docs/errors ("max at 500")
PAGE = 20  # films
MOST = PAGES * PAGE
"""How many films `popular` can find."""
_STRETCH = timedelta(days=13)  # from first to last day: TMDB gives 14 days at most


def popular(client: Client, count: int, tell: Progress, *, order: str = "vote_count.desc") -> list[int]:
    """Ids of the `count` films that most people voted on, or that are first in another `order` of TMDB's.

    Another order is "popularity.desc": what is looked at this week. Raises SourceError.
    """
    if count > MOST:
        raise SourceError(f"TMDB lists no more than {MOST:,} films by popularity: for more, add --export latest")
    ids: dict[int, None] = {}
    pages = math.ceil(count / PAGE)
    for number, found in enumerate(_paged(client, "discover/movie", sort_by=order, include_adult="false"), 1):
        tell("pages", number, max(number, pages))
        ids.update(dict.fromkeys(_ids(found)))  # a film that rises between two requests is on both pages
        if len(ids) >= count:
            break
    return list(ids)[:count]


def changed(client: Client, since: date, today: date, tell: Progress) -> list[int]:
    """Ids of the films that changed from one day to another, both included; raises SourceError."""
    if since > today:
        raise SourceError(f"nothing can have changed since {since}: that day is still to come")
    ids: dict[int, None] = {}
    stretches = list(_stretches(since, today))
    for done, (first, last) in enumerate(stretches):
        tell("changes", done, len(stretches))
        ids.update(dict.fromkeys(_changed(client, first, last)))
    tell("changes", len(stretches), len(stretches))
    return list(ids)


def _stretches(since: date, today: date) -> Iterator[tuple[date, date]]:
    """Days from and to; a stretch begins on the last day of the one before, for "to" may not include that day."""
    while since < today:
        last = min(since + _STRETCH, today)
        yield since, last
        since = last
    yield today, today


def _changed(client: Client, first: date, last: date) -> Iterator[int]:
    pages = _paged(client, "movie/changes", start_date=f"{first}", end_date=f"{last}")
    found = next(pages)
    if (whole(found.get("total_pages")) or 1) > PAGES and first < last:  # so many changes that the pages would end
        middle = first + (last - first) // 2
        yield from _changed(client, first, middle)
        yield from _changed(client, middle if middle > first else last, last)
        return
    yield from _ids(found)
    for found in pages:
        yield from _ids(found)


def _paged(client: Client, path: str, **asked: str) -> Iterator[dict[str, Any]]:
    number, pages = 1, 1
    while number <= min(pages, PAGES):
        try:
            found = client.page(path, number, **asked)
        except NotGiven as failed:
            raise SourceError(f"TMDB's {path} ends at page {number} ({failed}): run the same command again") from failed
        yield found
        pages = whole(found.get("total_pages")) or pages
        number += 1


def _ids(found: dict[str, Any]) -> Iterator[int]:
    return (tmdb for item in items(found, "results") if (tmdb := whole(item.get("id"))) is not None)


def listed(path: Path, report: Report) -> list[int]:
    """Ids of a file, one a line; empty lines and what follows a # are passed over. Raises SourceError."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, ValueError) as broken:
        raise SourceError(f"{path} cannot be read ({broken}): give a text file with one TMDB id a line") from broken
    ids = []
    for line in lines:
        if not (said := text(line.partition("#")[0])):
            continue
        if (tmdb := whole(said)) is None:
            report.read += 1
            report.dropped["a line that is no TMDB id"] += 1
        else:
            ids.append(tmdb)
    return ids
