"""The bot as one process or several, over one database, with updates asked for or posted."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
import time
from pathlib import Path
from typing import Any

from sqlalchemy import text

from bot.settings import Settings
from bot.store import Store
from bot.wiring import open_store

ROOT = Path(__file__).resolve().parent.parent.parent


class Fleet:
    """All processes of one bot. Several need a webhook, a balancer before them, and PostgreSQL."""

    def __init__(self, telegram: Any, home: Path, bundle: Path, *, webhook: bool, processes: int) -> None:
        self.home = home
        self.settings = Settings.load(home=home, bundle=bundle, database_url=_database(home, processes))
        self._ports = [_free_port() for _ in range(processes)] if webhook else [0]
        self._door = _free_port()
        self._command = (sys.executable, "-m", "bot", "--bundle", str(bundle), "--home", str(home), "serve")
        self._environment = os.environ | {
            "TELEGRAM_BOT_TOKEN": telegram.token,
            "TELEGRAM_API_URL": telegram.url,
            "MATINEE_DATABASE_URL": self.settings.database_url.get_secret_value(),
            "MATINEE_LOG_LEVEL": "info",
        }
        self._processes: dict[int, asyncio.subprocess.Process] = {}
        self._balancer: asyncio.subprocess.Process | None = None
        self._store: Store | None = None

    async def __aenter__(self) -> Fleet:
        return self

    async def __aexit__(self, *_: object) -> None:
        """Whatever happened: nobody is left behind, and nothing holds the files that go now."""
        for process in (*self._processes.values(), *filter(None, (self._balancer,))):
            if process.returncode is None:
                process.kill()
                await process.wait()
        if self._store is not None:
            await self._store.close()

    async def start(self) -> None:
        """All of them, and whoever stands before them."""
        if self._ports[0]:
            before = (sys.executable, "tests/balancer.py", "--port", str(self._door), *map(str, self._ports))
            self._balancer = await asyncio.create_subprocess_exec(*before, cwd=ROOT)
        for port in self._ports:
            await self._start(port)

    async def _start(self, port: int) -> None:
        where = ("--webhook", f"http://127.0.0.1:{self._door}/updates", "--listen", f"127.0.0.1:{port}")
        with (self.home / "serve.log").open("ab") as log:
            self._processes[port] = await asyncio.create_subprocess_exec(
                *self._command, *(where if port else ()), cwd=ROOT, env=self._environment, stderr=log
            )

    async def kill_one(self, place: int) -> float:
        """End one by SIGKILL and start it again at once; when it was dead, in monotonic seconds."""
        port = self._ports[place % len(self._ports)]
        process = self._processes[port]
        if process.returncode is None:
            process.kill()
        await process.wait()
        died = time.monotonic()
        await self._start(port)
        return died

    async def end(self) -> list[int]:
        """Ask all of them to stop; how each of them ended."""
        for process in self._processes.values():
            if process.returncode is None:
                process.send_signal(signal.SIGTERM)
        return [await process.wait() for process in self._processes.values()]

    async def serving(self, seconds: float) -> None:
        """Wait until all of them serve."""
        end = time.monotonic() + seconds
        while self.log().count('"event": "serving"') < len(self._ports):
            ended = any(process.returncode is not None for process in self._processes.values())
            if ended or time.monotonic() > end:
                sys.exit(f"the bot did not start:\n{self.log()}")
            await asyncio.sleep(0.2)

    async def waiting(self) -> int:
        """Updates that are not answered and words that are not said."""
        if self._store is None:
            self._store = await open_store(self.settings)
        count = "SELECT (SELECT count(*) FROM inbox WHERE chat_id IS NOT NULL) + (SELECT count(*) FROM outbox)"
        async with self._store.turn() as memory:
            return int((await memory.connection.execute(text(count))).scalar_one())

    def log(self) -> str:
        """What they logged."""
        return (self.home / "serve.log").read_text()


def _database(home: Path, processes: int) -> str:
    if processes == 1:
        return f"sqlite:///{home / 'matinee.db'}"
    from tests.postgres import new_database

    return new_database()


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
