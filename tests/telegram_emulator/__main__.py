"""`python -m tests.telegram_emulator --port 8081`: prints its address once it listens, and runs until it is ended."""

from __future__ import annotations

import argparse
import asyncio
import signal

from tests.telegram_emulator.emulator import Emulator
from tests.telegram_emulator.local import serve


def said(telegram: Emulator) -> None:
    """Tell where it is; the address is the last word of the line."""
    print(f"token {telegram.token} listening on {telegram.url}", flush=True)  # noqa: T201


async def run(options: argparse.Namespace) -> None:
    """Serve until a signal."""
    task = asyncio.current_task()
    assert task is not None
    for ending in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(ending, task.cancel)
    try:
        await serve(options.host, options.port, ready=said, people=tuple(options.person))
    except asyncio.CancelledError:
        return


if __name__ == "__main__":
    reader = argparse.ArgumentParser(prog="python -m tests.telegram_emulator", description=__doc__)
    reader.add_argument("--host", default="127.0.0.1")
    reader.add_argument("--port", type=int, default=8081, help="0 takes a free one")
    reader.add_argument("--person", action="append", default=[], help="someone who is there from the start")
    asyncio.run(run(reader.parse_args()))
