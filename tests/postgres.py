"""A PostgreSQL server for tests, started once a process, with a new database for whoever asks."""

from __future__ import annotations

import asyncio
import tempfile
import threading
import warnings
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest


@cache
def server() -> Any:
    """The server; skips the test where it cannot be had."""
    pytest.importorskip("asyncpg", reason="PostgreSQL needs the extra [postgres]")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it complains of a folder that is not set
        pgserver = pytest.importorskip("pgserver", reason="PostgreSQL for tests needs the extra [test]")
        try:
            # Not in pytest's own folder, which the server's user may not enter.
            return pgserver.get_server(Path(tempfile.mkdtemp(prefix="matinee-pg-")), cleanup_mode="delete")
        except Exception as error:
            pytest.skip(f"PostgreSQL does not start here: {error}")


def new_database(_folder: Path | None = None) -> str:
    """The URL of an empty database."""
    name = f"m{uuid4().hex}"
    # Tests are in an event loop of their own already, maybe.
    made = threading.Thread(target=lambda: asyncio.run(_execute(f"CREATE DATABASE {name}")))
    uri = str(server().get_uri())
    made.start()
    made.join()
    return uri.replace("/postgres?", f"/{name}?")


async def _execute(statement: str) -> None:
    import asyncpg

    connection = await asyncpg.connect(server().get_uri())
    try:
        await connection.execute(statement)
    finally:
        await connection.close()
