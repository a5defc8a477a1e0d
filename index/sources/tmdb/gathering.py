"""Fetching many films at once, and writing them down."""

from __future__ import annotations

import json
import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path
from typing import Any

from index.errors import SourceError
from index.movie import Movie
from index.progress import Progress
from index.sources import Report
from index.sources.tmdb import film
from index.sources.tmdb.answers import KEPT
from index.sources.tmdb.client import Client, NotGiven

_THREADS = 8  # enough for the limit when an answer takes a third of a second
_AHEAD = 4 * _THREADS  # films that are asked for before the first of them is taken
_PATIENCE = 25  # films in a row that the server fails at before it is left alone


def gather(
    client: Client, ids: Iterable[int], report: Report, tell: Progress, *, within: timedelta = KEPT
) -> Generator[Movie, None, None]:
    """Films by their ids, in that order, each once; those that cannot be had are dropped with a reason in the report.

    Answers on disk that are older than `within` are asked for anew. However it ends, what was fetched is on disk.
    Raises SourceError when there is no use in going on. Close it when it is not read to its end: nothing is under way
    after that.
    """
    asked = list(ids)
    wanted = list(dict.fromkeys(asked))
    report.read += len(asked)
    if len(asked) > len(wanted):
        report.dropped["asked for twice"] += len(asked) - len(wanted)
    with closing(_answers(client, lambda tmdb: client.details(tmdb, within=within), wanted)) as answers:
        yield from _films(answers, len(wanted), report, tell)


def _films(answers: Iterator[dict[str, Any] | NotGiven], total: int, report: Report, tell: Progress) -> Iterator[Movie]:
    failed = 0
    tell("films", 0, total)
    for done, answer in enumerate(answers, 1):
        if isinstance(answer, NotGiven):
            report.dropped[str(answer)] += 1
            failed = failed + 1 if answer.trouble else 0
            if failed >= _PATIENCE:
                raise SourceError(
                    f"TMDB failed at {failed} films in a row, the last time with {answer}: "
                    "run the same command again later, it goes on from here"
                )
        else:
            failed = 0
            if (movie := film.movie(answer, report)) is not None:
                report.films += 1
                yield movie
        tell("films", done, total)


def _answers(
    client: Client, ask: Callable[[int], dict[str, Any]], ids: list[int]
) -> Generator[dict[str, Any] | NotGiven, None, None]:
    """What is answered for each id, in order, asked for by a few threads that are never far ahead."""
    pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="tmdb")
    under_way: deque[Future[dict[str, Any]]] = deque()
    left = iter(ids)
    whole = False
    try:
        for tmdb in left:
            under_way.append(pool.submit(ask, tmdb))
            if len(under_way) >= _AHEAD:
                yield _result(under_way.popleft())
        while under_way:
            yield _result(under_way.popleft())
        whole = True
    finally:
        if not whole:
            client.stop()
        pool.shutdown(cancel_futures=True)


def _result(answer: Future[dict[str, Any]]) -> dict[str, Any] | NotGiven:
    try:
        return answer.result()
    except NotGiven as reason:
        return reason


def write(films: Iterable[Movie], path: Path) -> int:
    """Write films to a JSON-lines file that `index.sources.load` reads, whole or not at all; returns how many.

    Films are taken one at a time, so that a million of them need no memory. Raises SourceError when there is no room,
    or no film; what stood in the file stays then, and so it does when `films` itself raises.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    count = 0
    try:
        with part.open("w", encoding="utf-8", newline="\n") as file:
            for movie in films:
                file.write(_line(movie))
                count += 1
            file.flush()
            os.fsync(file.fileno())
        if not count:
            raise SourceError(f"no film came of it: {path} is left as it was")
        os.replace(part, path)
    except OSError as full:
        raise SourceError(
            f"{path} cannot be written ({full.strerror}): make room or name another file, and run the same command "
            "again; what was fetched is kept"
        ) from full
    finally:
        part.unlink(missing_ok=True)
    return count


def _line(movie: Movie) -> str:
    known = {name: value for name, value in asdict(movie).items() if value or name in ("tmdb", "title")}
    return json.dumps(known, ensure_ascii=False) + "\n"
