"""SQLite, as the store wants it: one writer, nothing lost by a kill, nothing left of what was deleted."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.errors import StoreError

_WAIT_MS = 10_000  # for another process's turn to end
_QUEUE_SECONDS = 30  # for other turns of this process to end
_PRAGMAS = (
    f"busy_timeout = {_WAIT_MS}",  # first, for the next one may have to wait
    "journal_mode = WAL",
    "synchronous = FULL",  # every commit is on the disk before the person is answered, even when the power goes
    "foreign_keys = ON",
    "secure_delete = ON",
)


def sqlite_engine(url: URL) -> AsyncEngine:
    """An engine over a database file that only its owner reads; its transactions take the write lock at once.

    One connection: turns of this process queue for it in order, instead of polling SQLite's lock.

    Raises:
        StoreError: The URL names no file, or the file cannot be made.

    """
    if not url.database or url.database == ":memory:":
        raise StoreError("MATINEE_DATABASE_URL must name a file, such as sqlite:////home/you/matinee.db.")
    _make_private(Path(url.database))
    engine = create_async_engine(
        url.set(drivername="sqlite+aiosqlite"),
        pool_size=1,
        max_overflow=0,
        pool_timeout=_QUEUE_SECONDS,
        hide_parameters=True,
    )
    event.listen(engine.sync_engine, "connect", _prepare)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


async def scrub(engine: AsyncEngine) -> None:
    """Empty the write-ahead log, so that deleted rows do not live on in it.

    Waits for readers of other processes as long as for writers; what they still hold then goes when they are done.
    """
    async with engine.connect() as connection:
        driver = (await connection.get_raw_connection()).driver_connection
        assert driver is not None
        try:
            # Past SQLAlchemy, which would begin a transaction, and a checkpoint runs outside of one.
            await (await driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")).close()
        except sqlite3.Error as error:
            raise StoreError(f"What was forgotten may still be in the database's log: {error}. Try again.") from error


def _make_private(path: Path) -> None:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise StoreError(f"{path} cannot be written ({error.strerror}): choose another MATINEE_HOME.") from error


def _prepare(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver begins nothing by itself; `_begin` does
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    # A plain BEGIN that reads first and writes later fails when another process wrote in between.
    connection.exec_driver_sql("BEGIN IMMEDIATE")
