"""The store: what Matinee remembers, opened once and used turn by turn."""

from __future__ import annotations

import hmac
import re
import time
from asyncio import Event, wait_for
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from typing import Self

from sqlalchemy import URL, insert, make_url, select
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.errors import DataKeyError, StoreError
from bot.store.postgres import NAMES, one_at_a_time, postgres_engine, vacuum
from bot.store.rotation import reseal
from bot.store.schema import data_keys
from bot.store.sealing import Cipher
from bot.store.sqlite import scrub, sqlite_engine
from bot.store.standing import Standing
from bot.store.transaction import Transaction
from bot.store.upgrade import upgrade

_CLOSE_SECONDS = 5.0  # that turns under way have when the store is closed
_QUOTED = re.compile(r"(invalid input for query argument \$\d+).*", re.DOTALL)


class Store:
    """One database. A turn must not open another turn inside itself.

    SQLite takes turns one after another, PostgreSQL side by side: there a turn holds alone what it asks for to change.
    """

    def __init__(self, engine: AsyncEngine, cipher: Cipher, clock: Callable[[], float]) -> None:
        self._engine = engine
        self._cipher = cipher
        self._clock = clock
        self._standing = Standing()
        self._under_way = 0  # turns
        self._idle = Event()  # none is
        self._idle.set()

    @classmethod
    async def open(cls, url: str, cipher: Cipher, clock: Callable[[], float] = time.time) -> Self:
        """The store at `url`, made or brought up to date when needed; `clock` gives Unix seconds.

        A URL is "sqlite:///FILE" or "postgresql://USER:PASSWORD@HOST/NAME", whose database must be there.

        Raises:
            StoreError: The database cannot be opened.
            DataKeyError: Another key sealed it.

        """
        engine = _engine(url)
        store = cls(engine, cipher, clock)
        try:
            with _explained():
                async with store._begun() as connection:
                    if store._shared:
                        await connection.run_sync(one_at_a_time)
                    await connection.run_sync(upgrade)
                    await store._check_key(connection)
        except BaseException:
            await engine.dispose()
            raise
        return store

    async def close(self) -> None:
        """Let go of the database, once the turns under way have ended: what they hold could no longer be closed."""
        with suppress(TimeoutError):
            await wait_for(self._idle.wait(), _CLOSE_SECONDS)
        await self._engine.dispose()

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[Transaction]:
        """One transaction for one turn: kept when the block ends, undone when it raises.

        Raises:
            StoreError: The database cannot be read or written.

        """
        with _explained():
            async with self._begun() as connection:
                transaction = Transaction(connection, self._cipher, self._clock, self._standing)
                yield transaction
            if transaction.forgot:
                await self._scrub()

    async def _scrub(self) -> None:
        await (vacuum if self._shared else scrub)(self._engine)

    @property
    def _shared(self) -> bool:
        return self._engine.dialect.name == "postgresql"

    @asynccontextmanager
    async def _begun(self) -> AsyncIterator[AsyncConnection]:
        begun = False
        self._under_way += 1
        self._idle.clear()
        try:
            async with self._engine.begin() as connection:
                begun = True
                yield connection
        except Exception as error:
            if begun or isinstance(error, SQLAlchemyError):
                raise
            # A server that cannot be reached, or lets nobody in: drivers say it each in their own way.
            raise StoreError(
                f"The database cannot be reached ({_one_line(error)}): check MATINEE_DATABASE_URL, and that it runs."
            ) from error
        finally:
            self._under_way -= 1
            if not self._under_way:
                self._idle.set()

    async def rotate(self, cipher: Cipher) -> int:
        """Seal everything under another master key from now on, all of it or nothing; how many rows that were.

        No other process may have the database open: it would go on with the old key, and find nobody.

        Raises:
            StoreError: The database cannot be written.
            DataKeyError: A record is damaged.

        """
        with _explained():
            async with self._engine.begin() as connection:
                count = await reseal(connection, self._cipher, cipher, int(self._clock()))
            await self._scrub()  # the keys under the old master key do not live on in the log
        self._cipher = cipher
        return count

    async def _check_key(self, connection: AsyncConnection) -> None:
        """Refuse a key that did not seal these records: it would find nobody and meet everybody anew."""
        mine = self._cipher.digest("data key", "fingerprint")
        known = await connection.scalar(select(data_keys.c.fingerprint))
        if known is None:
            await connection.execute(insert(data_keys).values(fingerprint=mine, created_at=int(self._clock())))
        elif not hmac.compare_digest(known, mine):
            raise DataKeyError(
                "The data key is not the one that sealed this database: "
                "put back the MATINEE_DATA_KEY or data.key that it was made with."
            )


def _engine(url: str) -> AsyncEngine:
    known = "sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME"
    try:
        parsed: URL = make_url(url)
    except ArgumentError:
        raise StoreError(f"MATINEE_DATABASE_URL is not a database URL: write {known}.") from None
    kind = parsed.get_backend_name()
    if kind in NAMES:
        return postgres_engine(parsed)
    if kind != "sqlite":
        raise StoreError(f"MATINEE_DATABASE_URL asks for {kind}: write {known}.")
    return sqlite_engine(parsed)


@contextmanager
def _explained() -> Iterator[None]:
    """Say what the database said in one line, without the statement or its values."""
    try:
        yield
    except SQLAlchemyError as error:
        said = error.orig if isinstance(error, DBAPIError) and error.orig else error
        raise StoreError(
            f"The database does not answer as it should ({_one_line(said)}): "
            "check that its disk has room and that nothing else holds or changed the file."
        ) from error


def _one_line(error: BaseException) -> str:
    """What an error says, without the lines below it, in which PostgreSQL quotes values."""
    said = str(error).strip().partition("\n")[0]
    return _QUOTED.sub(r"\1", said.rpartition(">: ")[2]) or type(error).__name__
