"""Bringing a database to today's schema, when it is behind."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from bot.errors import StoreError

HEAD = "0005"
"""The newest migration; versions are numbered, so a later one is greater."""


def upgrade(connection: Connection) -> None:
    """Run the migrations that this database lacks, inside the open transaction.

    Alembic is imported only when there are any, for a start should not wait for it.

    Raises:
        StoreError: A newer Matinee made the database.

    """
    version = _version(connection)
    if version == HEAD:
        return
    if version is not None and version > HEAD:
        raise StoreError(f"The database is of version {version}, this Matinee knows {HEAD}: install a newer Matinee.")
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, HEAD)


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    version: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return version
