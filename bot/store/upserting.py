"""INSERT with ON CONFLICT, which both databases have and SQLAlchemy keeps with each dialect."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.ext.asyncio import AsyncConnection


def upsert(connection: AsyncConnection, table: Table) -> Any:
    """An INSERT into a table that may say what is done when the row is there."""
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects import postgresql  # late: it takes as long to import as the rest of the store

        return postgresql.insert(table)
    return sqlite.insert(table)
