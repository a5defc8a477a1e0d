"""PostgreSQL, as the store wants it: many processes over one database, each turn a transaction of its own."""

from __future__ import annotations

from importlib.util import find_spec

from sqlalchemy import URL, Connection, text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.errors import StoreError
from bot.store.schema import metadata

NAMES = frozenset({"postgresql", "postgres"})
_CONNECTIONS = 8  # turns of this process at a time; the others queue
_QUEUE_SECONDS = 30
_OPENING = 0x6D6174696E6565  # an advisory lock of our own


def postgres_engine(url: URL) -> AsyncEngine:
    """An engine over a PostgreSQL database.

    It reads what others committed (READ COMMITTED): what a turn holds alone, it locks by name, row by row.

    Raises:
        StoreError: The driver is not installed, or the URL names no database.

    """
    if find_spec("asyncpg") is None:
        raise StoreError("PostgreSQL needs asyncpg: install the extra [postgres].")
    if not url.database:
        raise StoreError("MATINEE_DATABASE_URL names no database: write postgresql://USER:PASSWORD@HOST/NAME.")
    return create_async_engine(
        url.set(drivername="postgresql+asyncpg"),
        pool_size=_CONNECTIONS,
        max_overflow=0,
        pool_timeout=_QUEUE_SECONDS,
        pool_pre_ping=True,  # the server may have been started anew since
        hide_parameters=True,
    )


def one_at_a_time(connection: Connection) -> None:
    """Let no other process open the database until this transaction ends: each would make the tables."""
    connection.execute(text("SELECT pg_advisory_xact_lock(:name)"), {"name": _OPENING})


async def vacuum(engine: AsyncEngine) -> None:
    """Clear deleted rows out of the tables, which else keep them until the server gets round to it.

    The server's write-ahead log and its backups are its operator's: they hold sealed bytes alone.
    """
    async with engine.connect() as connection:
        outside = await connection.execution_options(isolation_level="AUTOCOMMIT")  # not allowed in a transaction
        await outside.execute(text(f"VACUUM {', '.join(metadata.tables)}"))
