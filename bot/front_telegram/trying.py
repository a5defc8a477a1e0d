"""A call of Telegram's once more, when the network stumbles."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeVar

import stamina

from bot.front_telegram.fates import transient

T = TypeVar("T")


async def tried(call: Callable[[], Awaitable[T]]) -> T:
    """The result of a call, after a few quick tries when the network stumbles."""
    async for attempt in stamina.retry_context(
        on=transient, attempts=3, timeout=15, wait_initial=0.2, wait_max=2, wait_jitter=0.3
    ):
        with attempt:
            return await call()
    raise AssertionError("never reached")
