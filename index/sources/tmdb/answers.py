"""What TMDB answered, kept on disk, so that nothing is asked twice: one SQLite file, which forgets."""

from __future__ import annotations

import json
import sqlite3
import threading
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from requests_cache.backends.base import BaseCache
from requests_cache.backends.sqlite import SQLiteCache, SQLiteDict
from requests_cache.serializers import CattrStage, SerializerPipeline, Stage

from index.errors import SourceError

KEPT = timedelta(days=180)
"""How long an answer is kept. Source: https://www.themoviedb.org/api-terms-of-use (nothing beyond six months)."""

Say = Callable[[str], None]
"""Called with one line for a person."""

_BUSY = 60.0  # seconds that a write waits for another process
_AT_WORK = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_NO_ROOM = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}
_CLOSED = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}


def open_answers(path: Path, say: Say) -> SQLiteCache:
    """The answers in a file, without those that are older than KEPT; a damaged file is set aside.

    Raises SourceError when the file cannot be used for a reason that is none of its own.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return _opened(path)
    except sqlite3.Error as broken:
        set_aside(path, broken, say)
        return _opened(path)
    except OSError as closed:
        raise SourceError(f"{path.parent} cannot be made: name another folder with --home") from closed


def set_aside(path: Path, broken: sqlite3.Error, say: Say) -> None:
    """Move a damaged file out of the way and say so; raises SourceError when it is not the file that is at fault."""
    code = getattr(broken, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF  # without the details of the extended code
    if code in _NO_ROOM:
        raise SourceError(f"{path} cannot grow ({broken}): make room on the disk and run the same command again")
    if code in _AT_WORK:
        raise SourceError(f"{path} is in use: wait until the other fetch is done")
    if code in _CLOSED:
        raise SourceError(f"{path} cannot be written ({broken}): allow it, or name another folder with --home")
    number = 1
    while (aside := path.with_name(f"{path.name}.broken-{number}")).exists():
        number += 1
    path.rename(aside)
    for left in ("-journal", "-wal", "-shm"):  # SQLite would take them for those of the new file
        if (beside := path.with_name(path.name + left)).exists():
            beside.rename(aside.with_name(aside.name + left))
    say(f"{path.name} is damaged ({broken}): set aside as {aside.name}; what it held is asked for again")


def _opened(path: Path) -> SQLiteCache:
    answers = _Answers(path)
    answers.delete(expired=True, vacuum=False)
    return answers


class _Table(SQLiteDict):
    """A table whose writes last or fail: those of requests-cache wait for ever, or are lost without a word.

    One thread at a time, for they all share one connection.
    """

    def __init__(self, path: Path, name: str, turn: threading.RLock, serializer: SerializerPipeline | None) -> None:
        self._turn = turn
        super().__init__(path, table_name=name, lock=turn, serializer=serializer, timeout=_BUSY, wal=True)

    @contextmanager
    def connection(self, commit: bool = False) -> Iterator[sqlite3.Connection]:
        """The connection, in a transaction of its own when something is to be kept."""
        with self._turn, super().connection() as opened:
            if not commit or opened.in_transaction:
                yield opened
                return
            opened.execute("BEGIN IMMEDIATE")
            try:
                yield opened
                opened.commit()
            except BaseException:
                opened.rollback()
                raise


class _Answers(SQLiteCache):
    def __init__(self, path: Path) -> None:
        BaseCache.__init__(self, cache_name=str(path))
        turn = threading.RLock()
        self.responses = _Table(path, "responses", turn, _packed())
        self.redirects = _Table(path, "redirects", turn, None)


def _packed() -> SerializerPipeline:
    """JSON and the body as it came, compressed to about a tenth.

    No pickle: reading a cache must never run what is in it. The name is part of each key: another form, another name.
    """
    return SerializerPipeline([CattrStage(), Stage(dumps=_pack, loads=_unpack)], name="matinee-1", is_binary=True)


def _pack(answer: dict[str, Any]) -> bytes:
    head = {name: value for name, value in answer.items() if name != "_content"}
    return zlib.compress(json.dumps(head).encode() + b"\n" + answer.get("_content", b""))


def _unpack(packed: bytes) -> dict[str, Any]:
    try:
        head, _, body = zlib.decompress(packed).partition(b"\n")
    except zlib.error as damaged:
        raise ValueError(str(damaged)) from damaged  # which requests-cache takes for "not there"
    return {**json.loads(head), "_content": body}
