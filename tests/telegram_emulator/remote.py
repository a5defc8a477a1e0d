"""Drives an emulator that runs as a process of its own, through its control API."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import aiohttp

ROOT = Path(__file__).parents[2]


class Remote:
    """An emulator process and the way to speak with it: `async with Remote() as telegram: await telegram.do(...)`."""

    def __init__(self) -> None:
        self.url = ""
        self.token = ""
        self._process: asyncio.subprocess.Process | None = None
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        command = (sys.executable, "-m", "tests.telegram_emulator", "--port", "0")
        self._process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, stdout=asyncio.subprocess.PIPE)
        assert self._process.stdout is not None
        line = (await asyncio.wait_for(self._process.stdout.readline(), 120)).decode()
        self.url = line.split()[-1]
        self._session = aiohttp.ClientSession()
        self.token = (await self.do("hello"))["token"]
        return self

    async def __aexit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._session is not None:
            await self._session.close()
        if self._process is not None:
            self._process.terminate()
            await self._process.communicate()

    async def do(self, action: str, **body: Any) -> Any:
        """One action of the control API. RuntimeError with its words when it is refused."""
        assert self._session is not None
        async with self._session.post(f"{self.url}/control/{action}", json=body) as answer:
            value = await answer.json()
            if answer.status != 200:
                raise RuntimeError(value["error"])
            return value
