"""One person's own history, from an export file of Letterboxd, IMDb or Trakt, and the films of a catalogue it names.

history = read(data, name)                      # what was uploaded: its bytes, and the name the file had
found = resolve(history.entries, catalogue)     # found.seen, found.liked, found.disliked, found.wanted: ids
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from index.errors import SourceError
from index.sources.ratings import holding as holdings
from index.sources.ratings.entries import Entry, merge
from index.sources.ratings.exports import gather
from index.sources.ratings.holding import Holding
from index.sources.ratings.report import RatingsReport
from index.sources.ratings.resolving import Found, resolve

__all__ = ["Entry", "Found", "History", "load", "read", "resolve"]


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What one export says, a film once."""

    publisher: str  # Letterboxd, IMDb or Trakt
    entries: tuple[Entry, ...]  # in the order of their time
    report: RatingsReport  # `ratings` counts the rows that became part of an entry


def load(path: Path) -> History:
    """The history in an export file, zip or folder; raises SourceError as `read` does."""
    return _history(holdings.at(path))


def read(data: bytes, name: str = "") -> History:
    """The history in an export that somebody sent; `name` is what the file was called, which tells lists apart.

    Raises:
        SourceError: It cannot be read, is far too large, or is no export of Letterboxd, IMDb or Trakt.

    """
    return _history(holdings.sent(data, name))


def _history(holding: Holding) -> History:
    report = RatingsReport(source=holding.label)
    publisher, entries = gather(holding, report)
    if publisher is None:
        raise SourceError(
            f"{holding.label} is no export that is known: give the zip of Letterboxd, the ratings or watchlist CSV of "
            "IMDb, or the JSON or CSV files of Trakt"
        )
    merged = merge(entries)
    report.films, report.people = len(merged), 1
    return History(publisher=publisher, entries=merged, report=report)
