"""TMDB's daily list of the ids of all films: movie_ids_MM_DD_YYYY.json.gz, one JSON object a line.

Source: https://developer.themoviedb.org/docs/daily-id-exports (there by 8:00 UTC, for three months, without a key).
"""

from __future__ import annotations

import gzip
import json
import os
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import requests
import stamina

from index.errors import SourceError
from index.sources import Report
from index.sources.tmdb.reading import number, whole

EXPORTS = "https://files.tmdb.org/p/exports"
_DAYS_BACK = 3  # today's may not be there yet, and a day may be left out
_TIMEOUT = (10.0, 60.0)  # seconds
_PIECE = 1 << 18  # bytes


def latest(folder: Path, *, url: str = EXPORTS, now: datetime | None = None) -> Path:
    """The newest list, downloaded into a folder unless it is there already; raises SourceError."""
    today = (now or datetime.now(UTC)).date()
    folder.mkdir(parents=True, exist_ok=True)
    for back in range(_DAYS_BACK):
        name = f"movie_ids_{today - timedelta(days=back):%m_%d_%Y}.json.gz"
        if (folder / name).exists() or _downloaded(f"{url}/{name}", folder / name):
            return folder / name
    raise SourceError(f"{url} has no list of the last {_DAYS_BACK} days: download one by hand and name it")


def _downloaded(address: str, path: Path) -> bool:
    """Whether the file is there to be had; it appears under its name only once it is whole."""
    part = path.with_name(f".{path.name}.part")
    try:
        for attempt in stamina.retry_context(on=requests.RequestException, attempts=4, timeout=None):
            with attempt, requests.get(address, stream=True, timeout=_TIMEOUT) as answer:
                if answer.status_code in (403, 404):  # a store of files says either of what is not there
                    return False
                answer.raise_for_status()
                with part.open("wb") as file:
                    for piece in answer.iter_content(_PIECE):
                        file.write(piece)
                os.replace(part, path)
    except requests.RequestException as broken:
        raise SourceError(f"{address} cannot be downloaded ({type(broken).__name__}): look at the network") from broken
    except OSError as full:
        raise SourceError(f"{path} cannot be written ({full.strerror}): make room or name another folder") from full
    finally:
        part.unlink(missing_ok=True)
    return True


def read(path: Path, report: Report, *, most: int | None = None) -> list[int]:
    """Ids of a list, the most popular first, at most `most`; other rows are dropped with a reason in the report.

    Raises SourceError when the file cannot be read to its end.
    """
    rows: list[tuple[float, int]] = []
    try:
        for line in _lines(path):
            if line.strip():
                _row(line, rows, report)
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as broken:
        raise SourceError(f"{path} cannot be read ({broken}): download it again") from broken
    ids = list(dict.fromkeys(tmdb for _, tmdb in sorted(rows, key=lambda row: (-row[0], row[1]))))
    _drop(report, "in the list of ids twice", len(rows) - len(ids))
    kept = ids[:most]
    _drop(report, f"beyond the {most:,} most popular" if most is not None else "", len(ids) - len(kept))
    return kept


def _row(line: str, rows: list[tuple[float, int]], report: Report) -> None:
    try:
        found: Any = json.loads(line)
    except (ValueError, RecursionError):
        found = None
    tmdb = whole(found.get("id")) if isinstance(found, dict) else None
    if tmdb is None:
        _drop(report, "a row of the list of ids without an id", 1)
    elif found.get("adult") is True:
        _drop(report, "adult by the list of ids", 1)
    elif found.get("video") is True:
        _drop(report, "a video rather than a film by the list of ids", 1)
    else:
        rows.append((number(found.get("popularity")) or 0.0, tmdb))


def _drop(report: Report, why: str, count: int) -> None:
    if count:
        report.read += count
        report.dropped[why] += count


def _lines(path: Path) -> Iterator[str]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as file:
        yield from file
