"""A shift: a few hands that take one job after another, as long as there are any."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

import structlog

from bot.front_telegram.logs import told

_log = structlog.get_logger(__name__)
Job = TypeVar("Job")


class Shift(Generic[Job]):
    """Takes jobs when a hand is free and somebody rang, and now and then by itself, for what has become due."""

    def __init__(
        self,
        take: Callable[[], Awaitable[Job | None]],
        do: Callable[[Job], Awaitable[None]],
        *,
        hands: int,
        rest: float = 0.5,  # seconds without a ring until it looks by itself
    ) -> None:
        self._take = take
        self._do = do
        self._free = asyncio.Semaphore(hands)
        self._rest = rest
        self._bell = asyncio.Event()
        self._busy: set[asyncio.Task[None]] = set()
        self._over = False

    def ring(self) -> None:
        """Say that there may be a job."""
        self._bell.set()

    @property
    def idle(self) -> bool:
        """Whether all hands are free."""
        return not self._busy

    async def run(self) -> None:
        """Work until the shift is over: it is ended by `end`, not cancelled, for it may be amid a transaction."""
        while not self._over:
            await self._free.acquire()
            job = None if self._over else await self._next()
            if job is None:
                self._free.release()
                continue
            task = asyncio.create_task(self._done(job))
            self._busy.add(task)
            task.add_done_callback(self._busy.discard)

    def end(self) -> None:
        """Take no more jobs."""
        self._over = True
        self._bell.set()

    async def finish(self, within: float) -> None:
        """Wait for the jobs in hand, at most so many seconds."""
        if self._busy:
            _, late = await asyncio.wait(self._busy, timeout=within)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _next(self) -> Job | None:
        self._bell.clear()
        try:
            job = await self._take()
        except Exception as broken:
            # The database may be busy or full: it is tried again, and meanwhile nothing is lost.
            _log.error("jobs cannot be taken", **told(broken))
            await asyncio.sleep(self._rest)
            return None
        if job is None and not self._over:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._bell.wait(), self._rest)
        return job

    async def _done(self, job: Job) -> None:
        try:
            await self._do(job)
        except Exception as broken:
            _log.error("a job failed", **told(broken))
        finally:
            self._free.release()
            self._bell.set()
