"""The emulator to chat with by hand: the Bot API, the control API and a page at /."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from tests.telegram_emulator.control import Control
from tests.telegram_emulator.emulator import Emulator


async def serve(
    host: str = "127.0.0.1",
    port: int = 8081,
    *,
    ready: Callable[[Emulator], None] | None = None,
    people: tuple[str, ...] = (),
) -> None:
    """Run until cancelled. `ready` is called once it listens; `people` are there from the start."""
    telegram = Emulator(host=host, port=port)
    for name in people:
        telegram.person(name)
    await telegram.start(*Control(telegram).routes())
    try:
        if ready is not None:
            ready(telegram)
        await asyncio.Event().wait()
    finally:
        await telegram.stop()
